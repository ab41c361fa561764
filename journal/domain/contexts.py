"""Contexts: spans of time that explain what the days show, and what bleeding can no longer say."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from journal.domain.errors import NameMissing, RangeBackwards, TextTooLong
from journal.domain.ranges import ONE_DAY

LONGEST_NAME: Final = 120


class ContextKind(StrEnum):
    """What a span of time was; `EVENT` is anything the owner names herself."""

    HORMONAL_CONTRACEPTION = "hormonal_contraception"
    HORMONE_THERAPY = "hormone_therapy"
    PREGNANCY = "pregnancy"
    BREASTFEEDING = "breastfeeding"
    HYSTERECTOMY_OVARIES_KEPT = "hysterectomy_ovaries_kept"
    HYSTERECTOMY_OVARIES_REMOVED = "hysterectomy_ovaries_removed"
    OVARIES_REMOVED = "ovaries_removed"
    ABLATION = "ablation"
    CHEMOTHERAPY = "chemotherapy"
    MEDICAL_MENOPAUSE = "medical_menopause"
    PCOS = "pcos"
    HYPOTHALAMIC_AMENORRHOEA = "hypothalamic_amenorrhoea"
    NOT_RECORDED = "not_recorded"
    TIME_APART = "time_apart"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Context:
    """One span of time, open-ended while `end` is None.

    Attributes:
        id: Unique within the journal; an empty string until it is saved.
        end: The first date no longer inside; None while it goes on.
        name: The owner's own words; needed for an event.

    Raises:
        RangeBackwards: Its last day lies before its start.
        NameMissing: An event without a name.
    """

    kind: ContextKind
    start: date
    end: date | None = None
    name: str | None = None
    id: str = ""

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            # She entered the last day inside, so that is the day to name.
            raise RangeBackwards(self.start, max(self.end, date.min + ONE_DAY) - ONE_DAY)
        if self.kind is ContextKind.EVENT and not (self.name or "").strip():
            raise NameMissing("this event")
        if self.name is not None and len(self.name) > LONGEST_NAME:
            raise TextTooLong("A name", len(self.name), LONGEST_NAME)

    def covers(self, day: date) -> bool:
        """Say whether `day` lies inside."""
        return self.start <= day and (self.end is None or day < self.end)
