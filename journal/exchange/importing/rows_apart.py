"""Rows of another app's table in which one cell cannot be meant: left out whole, and listed.

One slip in five years does not keep the rest away. A row is left out as a whole, as one cell may
say what another means: a mark that cannot be read may take a temperature back.
"""

from collections.abc import Callable
from dataclasses import dataclass

from journal.exchange.importing.errors import ValueUnreadable
from journal.exchange.importing.gathering import Gathering, at


@dataclass(slots=True)
class RowsApart:
    """Tells rows that can be read from those that cannot.

    Attributes:
        gathering: Lists the rows that are left out.
    """

    gathering: Gathering
    _readable: int = 0
    _first: ValueUnreadable | None = None

    def reads(self, place: str, read: Callable[[], object]) -> bool:
        """Try to read a row, and list it where that fails; `read` must keep nothing."""
        try:
            read()
        except ValueUnreadable as problem:
            self._first = self._first or problem
            self.gathering.leave_out(f"All of {at(place)}", problem.why)
            return False
        self._readable += 1
        return True

    def require_one(self) -> None:
        """Refuse a table of which nothing is left.

        Raises:
            ValueUnreadable: No row could be read; names the first.
        """
        if self._first and not self._readable:
            raise self._first
