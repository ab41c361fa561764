"""The stretches of time the stage criteria are read from: one for each cycle that is readable.

    |---- closed ----|---- closed ----|-- cut //// unreadable ////  |---- open …  today
    onset            onset            onset                         onset

Time in which bleeding says nothing neither meets nor breaks a criterion: a cycle it reaches into is
cut where it begins. A cycle in which she says a period was not recorded is no stretch at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from journal.cycle.cycles import Cycle, CycleEnd
from journal.cycle.onsets import Bleed
from journal.cycle.unreadable import UNREADABLE_KINDS, united_spans, with_six_weeks
from journal.domain.contexts import Context, ContextKind
from journal.domain.ranges import DateRange, days_after

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
        quiet_from: The day from which its time without bleeding is counted: the onset, or later
            where the bleed lasted unusually long.
    """

    span: DateRange
    ending: Ending
    quiet_from: date

    @property
    def quiet(self) -> DateRange:
        """The time that counts as without bleeding."""
        return DateRange(self.quiet_from, self.span.end)

    @property
    def quiet_days(self) -> int:
        """Its days, as `days` counts them."""
        return days_since(self, self.quiet_from)

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
    cycles: Sequence[Cycle],
    unreadable: Sequence[DateRange],
    today: date,
    *,
    bleeds: Sequence[Bleed] = (),
) -> list[Gap]:
    """Return one stretch for each readable cycle up to today, oldest first.

    Args:
        cycles: In any order.
        unreadable: When the criteria cannot be read.
        today: The last date that counts.
        bleeds: Those the cycles begin with; only long ones matter.
    """
    begun = {cycle.onset: cycle for cycle in cycles if cycle.onset <= today}
    later = {
        bleed.start: bleed.counted_from for bleed in bleeds if bleed.counted_from > bleed.start
    }
    gaps = (_gap(begun[onset], unreadable, today) for onset in sorted(begun))
    return [
        replace(gap, quiet_from=min(later[gap.span.start], gap.span.last))
        if gap.span.start in later
        else gap
        for gap in gaps
        if gap is not None
    ]


def _gap(cycle: Cycle, unreadable: Sequence[DateRange], today: date) -> Gap | None:
    going_on = cycle.end is None or cycle.end > today
    if cycle.ended_by is CycleEnd.NOT_RECORDED and not going_on:
        return None
    end = days_after(today, 1) if going_on or cycle.end is None else cycle.end
    reached = (span.start for span in unreadable if span.start < end and cycle.onset < span.end)
    cut = min(reached, default=end)
    if cut <= cycle.onset:
        return None
    if cut < end or (cycle.ended_by is CycleEnd.CONTEXT and not going_on):
        return Gap(DateRange(cycle.onset, cut), Ending.UNREADABLE, cycle.onset)
    ending = Ending.TODAY if going_on else Ending.ONSET
    return Gap(DateRange(cycle.onset, end), ending, cycle.onset)
