"""What was going on while the balance was what it was: time apart, what she noted, high stress.

Convention: a band is never called hard on the screen, for an event she named may have been a joy.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from journal.connection.spells import Spell
from journal.domain.contexts import Context, ContextKind
from journal.domain.labels import CONTEXT_WORDS, context_words
from journal.domain.ranges import ONE_DAY, DateRange

HIGH_STRESS: Final = 7  # ours: of 10, clearly above the middle of the scale
FEWEST_STRESS_DAYS: Final = 2  # ours: one bad day is no stretch
STRESS_WITHIN_DAYS: Final = 3  # ours: a day between two that was better, or not rated
# An event, and what happens to a body; the other contexts say how bleeding is to be read.
EVENT_KINDS: Final = frozenset({ContextKind.EVENT})
HEALTH_KINDS: Final = frozenset(
    {
        ContextKind.PREGNANCY,
        ContextKind.BREASTFEEDING,
        ContextKind.HYSTERECTOMY_OVARIES_KEPT,
        ContextKind.HYSTERECTOMY_OVARIES_REMOVED,
        ContextKind.OVARIES_REMOVED,
        ContextKind.ABLATION,
        ContextKind.CHEMOTHERAPY,
        ContextKind.MEDICAL_MENOPAUSE,
    }
)
STRESS_NAME: Final = "High stress"


class BandKind(StrEnum):
    """What a band is."""

    APART = "apart"
    NOTED = "noted"
    STRESS = "stress"


@dataclass(frozen=True, slots=True)
class Band:
    """Days that had something in common.

    Attributes:
        name: In her words where there are any.
        range_: Its days up to the last one looked at, also those before the span that is shown.
        goes_on: It is not known to be over on that day.
    """

    kind: BandKind
    name: str
    range_: DateRange
    goes_on: bool = False


def apart_bands(spells: Sequence[Spell]) -> list[Band]:
    """Return spells of time apart as bands."""
    name = CONTEXT_WORDS[ContextKind.TIME_APART]
    return [Band(BandKind.APART, name, spell.range_, spell.still_on) for spell in spells]


def noted_bands(contexts: Sequence[Context], until: date) -> list[Band]:
    """Return the events and what concerns health that began by `until`, by start."""
    after = until + ONE_DAY
    noted = EVENT_KINDS | HEALTH_KINDS
    begun = (item for item in contexts if item.kind in noted and item.start < after)
    return [
        Band(
            BandKind.NOTED,
            context_words(item.kind, item.name),
            DateRange(item.start, min(item.end or after, after)),
            item.end is None or item.end > after,
        )
        for item in sorted(begun, key=lambda item: item.start)
    ]


def stress_bands(ratings: Iterable[tuple[date, int]], until: date) -> list[Band]:
    """Return stretches with high stress on two days of three, and again; oldest first.

    Args:
        ratings: Of stress, in any order, days without one left out.
        until: The last day looked at; a stretch that reaches it goes on.
    """
    stretches: list[list[date]] = []
    for day in sorted({day for day, rating in ratings if rating >= HIGH_STRESS and day <= until}):
        if stretches and (day - stretches[-1][-1]).days < STRESS_WITHIN_DAYS:
            stretches[-1].append(day)
        else:
            stretches.append([day])
    return [
        Band(
            BandKind.STRESS,
            STRESS_NAME,
            DateRange(days[0], days[-1] + ONE_DAY),
            days[-1] == until,
        )
        for days in stretches
        if len(days) >= FEWEST_STRESS_DAYS
    ]
