"""Rows of another app's table in which one cell cannot be meant: left out whole, and listed.

One slip in five years does not keep the rest away. A row is left out as a whole, as one cell may
say what another means: a mark that cannot be read may take a temperature back. Without its date
nothing of a row has a place.

    2026-03-04, 2026-03-05, 2026-03-0b      one slip: two days are read, the third is listed
    04/03/2026, 05/03/2026, 2026-03-06      another way of writing dates: nothing is read
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from journal.exchange.importing.errors import DateUnreadable, ValueUnreadable
from journal.exchange.importing.gathering import Gathering, at

# Days and months mistaken for each other still are dates up to the 12th: in 12 of 30 days. With
# half of them or more, the rows that remain are not what a wrong reading happened to let through.
FEWEST_DATED: Final = 0.5
Dated = TypeVar("Dated")


def enough_dated(dated: int, undated: int) -> bool:
    """Say whether rows without a readable date are slips, and not dates written otherwise."""
    return dated >= FEWEST_DATED * (dated + undated)


@dataclass(slots=True)
class RowsApart:
    """Tells rows that can be read from those that cannot.

    Attributes:
        gathering: Lists the rows that are left out.
    """

    gathering: Gathering
    _dated: int = 0
    _undated: int = 0
    _first_undated: DateUnreadable | None = None
    _readable: int = 0
    _first: ValueUnreadable | None = None

    def dated(self, place: str, read: Callable[[], Dated]) -> Dated | None:
        """Return the day a row is of, or whatever else its dates tell; None for a row left out."""
        try:
            found = read()
        except DateUnreadable as problem:
            self._first_undated = self._first_undated or problem
            self._undated += 1
            self._leave_out(place, problem.why)
            return None
        self._dated += 1
        return found

    def reads(self, place: str, read: Callable[[], object]) -> bool:
        """Try to read a row, and list it where that fails; `read` must keep nothing."""
        try:
            read()
        except ValueUnreadable as problem:
            self._first = self._first or problem
            self._leave_out(place, problem.why)
            return False
        self._readable += 1
        return True

    def require_enough(self) -> None:
        """Refuse a table of which too few dates can be read, or no row.

        Raises:
            DateUnreadable: Of fewer rows than `FEWEST_DATED` the date could be read; names the
                first of the others.
            ValueUnreadable: No row could be read; names the first.
        """
        if self._first_undated and not enough_dated(self._dated, self._undated):
            raise self._first_undated
        if self._first and not self._readable:
            raise self._first

    def _leave_out(self, place: str, why: str) -> None:
        self.gathering.leave_out(f"All of {at(place)}", why)
