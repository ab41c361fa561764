"""Cycles, from one menses onset to the next; the onset is cycle day 1, there is no day 0.

onset            onset       context     onset       today
|1 2 3 … 28      |1 2 3 …    |███████|   |1 2 3 …    |
[ closed, 28 d ) [ no length )           [ open, no length
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import zip_longest
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from journal.domain.ranges import DateRange

NOTHING_UNRECORDED: Final[Mapping[date, date]] = MappingProxyType({})


class CycleEnd(StrEnum):
    """What ended a cycle; only the next onset gives it a length."""

    NEXT_ONSET = "next_onset"
    CONTEXT = "context"
    NOT_RECORDED = "not_recorded"


@dataclass(frozen=True, slots=True, order=True)
class Cycle:
    """One cycle.

    Attributes:
        end: The first date no longer inside: the next onset, the start of a time that bleeding
            says nothing about, or when a period is likely to have gone unrecorded; None while the
            cycle is open.
        ended_by: Which of these it was; says nothing while the cycle is open.
    """

    onset: date
    end: date | None = None
    ended_by: CycleEnd = CycleEnd.NEXT_ONSET

    @property
    def is_open(self) -> bool:
        """Whether the next onset is still to come."""
        return self.end is None

    @property
    def length_days(self) -> int | None:
        """Days from onset to onset; a cycle that the next onset did not end has no length."""
        if self.end is None or self.ended_by is not CycleEnd.NEXT_ONSET:
            return None
        return (self.end - self.onset).days


def cycles(
    onsets: Sequence[date],
    today: date,
    *,
    unreadable: Sequence[DateRange] = (),
    unrecorded: Mapping[date, date] = NOTHING_UNRECORDED,
) -> list[Cycle]:
    """Return the cycles up to `today`, oldest first; at most the last one is open.

    An onset inside an unreadable span begins no cycle, and a cycle that runs into one ends at its
    first date without a length; the onset on that very date still gives it one. After the span the
    next onset begins anew.

    Args:
        onsets: Menses onsets, oldest first.
        today: The last date that counts; onsets and spans after it have not begun.
        unreadable: When bleeding says nothing about cycles: oldest first, apart from each other.
        unrecorded: By onset, the first date around which she says a period went unrecorded; the
            cycle ends there, without a length. A date outside its cycle is not used.
    """
    begun = [onset for onset in onsets if onset <= today]
    spans = [span for span in unreadable if span and span.start <= today]
    found: list[Cycle] = []
    ahead = 0  # the first span that does not lie wholly before the onset
    for onset, following in zip_longest(begun, begun[1:]):
        while ahead < len(spans) and spans[ahead].end <= onset:
            ahead += 1
        into = spans[ahead].start if ahead < len(spans) else None
        if into is not None and into <= onset:
            continue
        likely = unrecorded.get(onset)
        missed = likely if likely is not None and onset < likely <= today else None
        found.append(_cycle(onset, following, into=into, missed=missed))
    return found


def cycle_at(cycles: Sequence[Cycle], day: date) -> Cycle | None:
    """Return the cycle a date lies in; an open one holds every date from its onset on.

    Args:
        cycles: Cycles, oldest first.
        day: The date to place.
    """
    begun = bisect_right(cycles, day, key=_onset_of)
    if not begun:
        return None
    cycle = cycles[begun - 1]
    return cycle if cycle.end is None or day < cycle.end else None


def _cycle(onset: date, following: date | None, *, into: date | None, missed: date | None) -> Cycle:
    """End a cycle at what comes first; the next onset is kept before anything on its own date."""
    ends = [
        (day, because)
        for day, because in ((into, CycleEnd.CONTEXT), (missed, CycleEnd.NOT_RECORDED))
        if day is not None and (following is None or day < following)
    ]
    if not ends:
        return Cycle(onset, following)
    end, because = min(ends, key=itemgetter(0))
    return Cycle(onset, end, because)


def _onset_of(cycle: Cycle) -> date:
    return cycle.onset
