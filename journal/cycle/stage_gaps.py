"""The stretches of time the stage criteria are read from: one for each cycle that is readable.

    |---- closed ----|---- closed ----|-- cut //// unreadable ////  |---- open …  today
    onset            onset            onset                         onset

Time in which bleeding says nothing neither meets nor breaks a criterion: a cycle it reaches into is
cut where it begins. A cycle in which she says a period was not recorded is no stretch at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from journal.cycle.cycles import Cycle, CycleEnd
from journal.cycle.unreadable import UNREADABLE_KINDS, united_spans, with_six_weeks
from journal.domain.contexts import Context, ContextKind
from journal.domain.ranges import ONE_DAY, DateRange

# With these, bleeding comes and marks cycles, but its criteria are unreliable (Harlow et al. 2012
# name polycystic ovaries among the groups in need of research).
UNRELIABLE_KINDS: Final = frozenset({ContextKind.PCOS, ContextKind.HYPOTHALAMIC_AMENORRHOEA})
_KINDS: Final = UNREADABLE_KINDS | UNRELIABLE_KINDS


class Ending(StrEnum):
    """How a stretch ends."""

    ONSET = "onset"
    TODAY = "today"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Gap:
    """Time from an onset on.

    Attributes:
        span: Up to the next onset, to the day after today, or to where bleeding is unreadable.
    """

    span: DateRange
    ending: Ending

    @property
    def days(self) -> int:
        """Days from the onset to the next, or those that have passed since the onset."""
        return days_since(self, self.span.start)


def days_since(gap: Gap, start: date) -> int:
    """Count the days from a date inside a gap to its end, as `Gap.days` does."""
    return (gap.span.end - start).days - (gap.ending is not Ending.ONSET)


def lasting_contexts(contexts: Sequence[Context], today: date) -> tuple[Context, ...]:
    """Return the contexts under which bleeding says nothing, or nothing reliable, of stages."""
    return tuple(
        context
        for context, lasts in zip(contexts, with_six_weeks(contexts), strict=True)
        if context.kind in _KINDS and lasts.covers(today)
    )


def unreadable_time(contexts: Sequence[Context], today: date) -> list[DateRange]:
    """Return when the criteria cannot be read, up to and with today, oldest first."""
    return united_spans(with_six_weeks(contexts), _KINDS, today)


def readable_gaps(
    cycles: Sequence[Cycle], unreadable: Sequence[DateRange], today: date
) -> list[Gap]:
    """Return one stretch for each readable cycle up to today, oldest first."""
    begun = {cycle.onset: cycle for cycle in cycles if cycle.onset <= today}
    gaps = (_gap(begun[onset], unreadable, today) for onset in sorted(begun))
    return [gap for gap in gaps if gap is not None]


def _gap(cycle: Cycle, unreadable: Sequence[DateRange], today: date) -> Gap | None:
    going_on = cycle.end is None or cycle.end > today
    if cycle.ended_by is CycleEnd.NOT_RECORDED and not going_on:
        return None
    end = today + ONE_DAY if going_on or cycle.end is None else cycle.end
    reached = (span.start for span in unreadable if span.start < end and cycle.onset < span.end)
    cut = min(reached, default=end)
    if cut <= cycle.onset:
        return None
    if cut < end or (cycle.ended_by is CycleEnd.CONTEXT and not going_on):
        return Gap(DateRange(cycle.onset, cut), Ending.UNREADABLE)
    return Gap(DateRange(cycle.onset, end), Ending.TODAY if going_on else Ending.ONSET)
