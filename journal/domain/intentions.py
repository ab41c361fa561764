"""Intentions: up to three small moments she chooses for a week, in her own words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from journal.domain.errors import NameMissing, TextTooLong
from journal.domain.texts import storable

MOST_A_WEEK: Final = 3
LONGEST_WORDS: Final = 120


class IntentionSource(StrEnum):
    """Where it was chosen from, which says what `code` is a code of."""

    MOMENT = "moment"
    STEP = "step"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Intention:
    """One intention.

    Attributes:
        week: First day of the week it is for, by the weekday her weeks start on.
        words: Phrased as hers ("I take his hand when we walk").
        source: A moment of the catalogue, a step of the ladder, or words alone.
        code: The kind of moment that ticks it, or the step; empty for words alone.
        done_on: Ticked by hand on this date; what she records ticks it without.
        id: Unique within the journal; an empty string until it is saved.

    Raises:
        NameMissing: Without words.
        TextTooLong: Words longer than 120 characters.
    """

    week: date
    words: str
    source: IntentionSource = IntentionSource.OWN
    code: str = ""
    done_on: date | None = None
    id: str = ""

    def __post_init__(self) -> None:
        if not storable(self.words).strip():
            raise NameMissing("this intention")
        if len(self.words) > LONGEST_WORDS:
            raise TextTooLong("An intention", len(self.words), LONGEST_WORDS)
