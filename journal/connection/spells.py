"""Spells of time apart: from days she marked as apart, and from contexts.

    apart     A . A A . . . . A A
    together            T
    spells    [-----]         [-]     a day or two not recorded between two marked days end nothing

Convention: nothing recorded is not apart. A day recorded as together lies in no spell, whatever
a context says of it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.domain.contexts import Context, ContextKind
from journal.domain.ranges import ONE_DAY, DateRange

LONGEST_UNRECORDED_DAYS: Final = 3  # ours: a few days not written down end no journey


@dataclass(frozen=True, slots=True, order=True)
class Spell:
    """Days in a row apart.

    Attributes:
        range_: Its days; the end is the day after the last one known to be apart.
        still_on: It reaches the last day looked at, today, or the few days since its last one say
            nothing yet. Then nobody knows that they are together again.
    """

    range_: DateRange
    still_on: bool = False


def spells(
    apart_days: Sequence[date],
    together_days: Sequence[date],
    contexts: Sequence[Context],
    until: date,
) -> list[Spell]:
    """Return the spells of time apart, oldest first; between two of them lies a day at least.

    Args:
        apart_days: Days marked as apart, in any order.
        together_days: Days marked as together, in any order.
        contexts: Of any kind; only time apart is read.
        until: The last day to look at, today; an open-ended context reaches it.
    """
    after = until + ONE_DAY
    together = sorted({day for day in together_days if day < after})
    marked = sorted({day for day in apart_days if day < after} - set(together))
    named = [
        DateRange(item.start, min(item.end or after, after))
        for item in contexts
        if item.kind is ContextKind.TIME_APART and item.start < after
    ]
    united = _united([*_in_a_row(marked, together), *named])
    found = [Spell(range_) for whole in united for range_ in _without(whole, together)]
    if not found:
        return []
    last = found[-1].range_
    silent = (after - last.end).days <= LONGEST_UNRECORDED_DAYS
    told = _any(together, last.end, after) or any(item.end == last.end for item in named)
    still_on = last.end == after or (silent and not told)
    return [*found[:-1], Spell(last, still_on=still_on)]


def _in_a_row(marked: Sequence[date], together: Sequence[date]) -> Iterator[DateRange]:
    """Join marked days over a few that say nothing, never over one that says together."""
    first: date | None = None
    last = date.min
    for day in marked:
        if first is None:
            first = day
        elif (day - last).days - 1 > LONGEST_UNRECORDED_DAYS or _any(together, last, day):
            yield DateRange(first, last + ONE_DAY)
            first = day
        last = day
    if first is not None:
        yield DateRange(first, last + ONE_DAY)


def _any(days: Sequence[date], start: date, end: date) -> bool:
    return bisect_left(days, start) < bisect_left(days, end)


def _united(ranges: Iterable[DateRange]) -> list[DateRange]:
    """Merge what overlaps or touches."""
    found: list[DateRange] = []
    for range_ in sorted(ranges):
        if found and range_.start <= found[-1].end:
            found[-1] = DateRange(found[-1].start, max(found[-1].end, range_.end))
        else:
            found.append(range_)
    return found


def _without(whole: DateRange, together: Sequence[date]) -> Iterator[DateRange]:
    """Return the parts of a range between the days that were together."""
    start = whole.start
    for day in together[bisect_left(together, whole.start) : bisect_left(together, whole.end)]:
        if start < day:
            yield DateRange(start, day)
        start = day + ONE_DAY
    if start < whole.end:
        yield DateRange(start, whole.end)
