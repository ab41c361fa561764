"""What her partner may see on one card: what she chose to show, and small things in her words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from journal.domain.errors import CardFull, NameMissing, TextTooLong
from journal.domain.texts import storable

LONGEST_CARD_WORDS: Final = 200
LONGEST_THING: Final = 80
MOST_THINGS: Final = 5


class CardPart(StrEnum):
    """A part of the card; nothing is on it until she puts it there."""

    WHERE_SHE_STANDS = "where_she_stands"
    TOUCH_TODAY = "touch_today"
    SMALL_THINGS = "small_things"


@dataclass(frozen=True, slots=True)
class PartnerCard:
    """The card as she wants it.

    Attributes:
        words: What she wants to say, in her words; empty says nothing.
        shows: The parts that are on it.
        things: Small things that do her good, each in her words, in her order.

    Raises:
        CardFull: More than five small things.
        NameMissing: A small thing without words.
        TextTooLong: Words longer than 200 characters, or a small thing longer than 80.
    """

    words: str = ""
    shows: frozenset[CardPart] = frozenset()
    things: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.words) > LONGEST_CARD_WORDS:
            raise TextTooLong("What the card says", len(self.words), LONGEST_CARD_WORDS)
        if len(self.things) > MOST_THINGS:
            raise CardFull(MOST_THINGS)
        for thing in self.things:
            if not storable(thing).strip():
                raise NameMissing("each small thing")
            if len(thing) > LONGEST_THING:
                raise TextTooLong("A small thing", len(thing), LONGEST_THING)
