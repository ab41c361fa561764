"""Cells that say yes or no, in the ways tables write it."""

from typing import Final

from journal.exchange.importing.errors import ValueUnreadable
from journal.exchange.importing.export_tables import plain_name
from journal.exchange.importing.tables import Row

YES: Final = frozenset({"true", "yes", "y", "1", "x"})
NO: Final = frozenset({"", "false", "no", "n", "0", "none", "null"})


def ticked(row: Row, column: str) -> bool:
    """Say whether a cell says yes.

    Raises:
        ValueUnreadable: It says neither yes nor no.
    """
    word = plain_name(row.get(column))
    if word not in YES | NO:
        raise ValueUnreadable(row.place, column, row.get(column), "yes, no or nothing")
    return word in YES
