"""Menses onsets: where cycles start, from the bleeding days of the record.

    ..ss MMM.M ......... m ........... MM
         ^ onset          ^ intermenstrual (< 15 days after the onset)
              ^ one flow-free day: the same bleed          ^ onset

A date without a bleeding value counts as free of flow; nothing is filled in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.domain.days import FLOW
from journal.domain.journal import BleedingDay

# drip, and Li et al. 2022 on Clue's record: one day without flow does not end a bleed, two do.
LONGEST_BREAK_DAYS: Final = 1
# Flow that returns sooner after an onset is bleeding between menses: it starts no cycle.
SHORTEST_CYCLE_DAYS: Final = 15


@dataclass(frozen=True, slots=True)
class Bleed:
    """Days of flow that belong together.

    Attributes:
        start: Its first day of light or heavier flow; spotting before it is premenstrual.
        last: Its last day of flow.
        starts_cycle: False for bleeding between menses, which she may be asked about.
    """

    start: date
    last: date
    starts_cycle: bool


def bleeds(bleeding: Sequence[BleedingDay]) -> list[Bleed]:
    """Gather the days of flow into bleeds, oldest first; what is not her period is left out."""
    gathered: list[Bleed] = []
    onset: date | None = None
    for start, last in _spans_of_flow(_flow_dates(bleeding)):
        starts_cycle = onset is None or (start - onset).days >= SHORTEST_CYCLE_DAYS
        onset = start if starts_cycle else onset
        gathered.append(Bleed(start, last, starts_cycle))
    return gathered


def menses_onsets(bleeding: Sequence[BleedingDay]) -> list[date]:
    """Return the first day of every bleed that starts a cycle, oldest first."""
    return [bleed.start for bleed in bleeds(bleeding) if bleed.starts_cycle]


def intermenstrual_bleeds(bleeding: Sequence[BleedingDay]) -> list[Bleed]:
    """Return the bleeds that came too soon after an onset to start a cycle, oldest first."""
    return [bleed for bleed in bleeds(bleeding) if not bleed.starts_cycle]


def _flow_dates(bleeding: Sequence[BleedingDay]) -> list[date]:
    flow = (day for day in bleeding if day.bleeding in FLOW and not day.not_my_period)
    return sorted({day.date for day in flow})


def _spans_of_flow(dates: list[date]) -> Iterator[tuple[date, date]]:
    if not dates:
        return
    start = last = dates[0]
    for day in dates[1:]:
        if (day - last).days > LONGEST_BREAK_DAYS + 1:
            yield start, last
            start = day
        last = day
    yield start, last
