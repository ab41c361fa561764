"""Moments of a span as arrays: fifty thousand of them are counted as quickly as fifty.

A *sort* is a kind noted in one manner. There are few sorts however many moments there are, so what
a rule says is asked once for each sort and never for each moment.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from journal.domain.journal import ReadableJournal
from journal.domain.manners import Manner, manner_from
from journal.domain.ranges import DateRange
from journal.domain.tallies import MomentTally

Whole: TypeAlias = NDArray[np.int64]
Mask: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sort:
    """A kind of moment noted in one manner."""

    kind: str
    manner: Manner

    def tally(self, day: date, count: int) -> MomentTally:
        """Return so many moments of this sort as a tally."""
        said = self.manner
        return MomentTally(
            day,
            self.kind,
            count,
            said.initiator,
            said.response,
            said.phone_in_way,
            said.author,
            said.with_whom,
        )


@dataclass(frozen=True, slots=True)
class Noted:
    """Moments of a span, in no order.

    Attributes:
        days: The ordinal of each moment's date.
        places: The place of its sort among `sorts`.
        sorts: Those that occur, each once.
    """

    days: Whole
    places: Whole
    sorts: tuple[Sort, ...]

    def each(self, rule: Callable[[Sort], float]) -> NDArray[Any]:
        """Return what a rule says of each moment."""
        said = np.array([rule(sort) for sort in self.sorts])
        return said[self.places] if self.sorts else np.zeros(0)

    def where(self, rule: Callable[[Sort], bool]) -> Mask:
        """Return which moments a rule holds for."""
        return self.each(rule).astype(bool)

    def within(self, range_: DateRange) -> Mask:
        """Return which moments lie in a span."""
        start, end = range_.start.toordinal(), range_.end.toordinal()
        return (self.days >= start) & (self.days < end)

    def tallies(self, day: date) -> list[MomentTally]:
        """Return all of them counted by sort, as if they were of one date."""
        counts = np.bincount(self.places, minlength=len(self.sorts)).tolist()
        return [sort.tally(day, count) for sort, count in zip(self.sorts, counts, strict=True)]


def noted_in(journal: ReadableJournal, range_: DateRange) -> Noted:
    """Read the moments of a span."""
    columns = journal.moment_columns(range_)
    kinds = {kind: place for place, kind in enumerate(dict.fromkeys(columns.kinds))}
    manners, number = np.array(columns.manners, dtype=np.int64), len(columns.dates)
    kind_places = np.fromiter(map(kinds.__getitem__, columns.kinds), np.int64, number)
    of_each = manners * len(kinds) + kind_places
    codes = np.flatnonzero(np.bincount(of_each))
    places = np.zeros(int(codes[-1]) + 1 if number else 0, dtype=np.int64)
    places[codes] = np.arange(len(codes))
    names = list(kinds)
    return Noted(
        days=ordinals(columns.dates, number),
        places=places[of_each],
        sorts=tuple(
            Sort(names[code % len(names)], manner_from(code // len(names)))
            for code in codes.tolist()
        ),
    )


def ordinals(dates: Iterable[date], number: int) -> Whole:
    """Return the ordinals of so many dates."""
    return np.fromiter((day.toordinal() for day in dates), np.int64, number)
