"""The days of the account read in bulk: `connection.account.balances`, for any length of record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from journal.analysis.noted import Mask, Noted, Sort, noted_in
from journal.connection.account import (
    BalanceDay,
    flow_of,
    running_balances,
    takes_part,
    warm_up_days,
)
from journal.domain.account_rules import AccountRules
from journal.domain.journal import ReadableJournal
from journal.domain.moments import Author
from journal.domain.ranges import DateRange, days_after

Known: TypeAlias = Mapping[date, BalanceDay]


@dataclass(frozen=True, slots=True)
class AccountMoments:
    """How many moments of a span there are, and what was said of them.

    Attributes:
        moments: That take part.
        answered: Of these, that say how they were met.
        elsewhere: With others or on her own; they take no part.
    """

    moments: int
    answered: int
    elsewhere: int


class AccountReading:
    """The account of a span, and what came before it and still counts."""

    def __init__(self, journal: ReadableJournal, rules: AccountRules, range_: DateRange) -> None:
        before = days_after(range_.start, -warm_up_days(rules))
        self._rules, self._range = rules, range_
        self._noted = noted_in(journal, DateRange(before, range_.end))
        self._part = self._noted.where(lambda sort: _takes_part(sort, rules))

    def days(self) -> Known:
        """Return the days of the span from the first on that a moment counts for."""
        if not self._part.any():
            return {}
        first = date.fromordinal(int(self._noted.days[self._part].min()))
        daily = _Daily(self._noted, DateRange(first, self._range.end))
        partner = self._noted.where(lambda sort: sort.manner.author is Author.PARTNER)
        put_in, taken_out = (daily.sums(self._flow(way), self._part) for way in (0, 1))
        found = map(
            BalanceDay,
            daily.range_,
            put_in,
            taken_out,
            running_balances(zip(put_in, taken_out, strict=True), self._rules),
            daily.counts(self._part),
            daily.counts(self._part & partner),
            daily.counts(~self._part),
        )
        return {day.date: day for day in found if day.date >= self._range.start}

    def moments_in(self, range_: DateRange) -> AccountMoments:
        """Count the moments of a part of the span."""
        inside = self._noted.within(range_)
        answered = self._noted.where(lambda sort: sort.manner.response is not None)
        return AccountMoments(
            moments=int((inside & self._part).sum()),
            answered=int((inside & self._part & answered).sum()),
            elsewhere=int((inside & ~self._part).sum()),
        )

    def _flow(self, way: int) -> NDArray[np.float64]:
        """Return what each moment puts in (0) or takes out (1)."""
        rules = self._rules
        return self._noted.each(lambda sort: flow_of(sort.kind, sort.manner.response, rules)[way])


@dataclass(frozen=True, slots=True)
class _Daily:
    """Moments added up by date; those outside the span are left out."""

    noted: Noted
    range_: DateRange

    def counts(self, mask: Mask) -> list[int]:
        found: list[int] = self._counted(mask).tolist()
        return found

    def sums(self, values: NDArray[np.float64], mask: Mask) -> list[float]:
        """Add values up by date, like ones together, so that no order of rows is seen in them."""
        total = np.zeros(len(self.range_))
        for value in np.unique(values[mask]):
            total += value * self._counted(mask & (values == value))
        found: list[float] = total.tolist()
        return found

    def _counted(self, mask: Mask) -> NDArray[np.int64]:
        chosen = mask & self.noted.within(self.range_)
        places = self.noted.days[chosen] - self.range_.start.toordinal()
        return np.bincount(places, minlength=len(self.range_))


def _takes_part(sort: Sort, rules: AccountRules) -> bool:
    return takes_part(sort.kind, sort.manner.with_whom, rules)
