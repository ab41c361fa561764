"""Spells of time apart: from days she marked as apart, and from contexts."""

from dataclasses import dataclass

from journal.domain.ranges import DateRange


@dataclass(frozen=True, slots=True, order=True)
class Spell:
    """Days in a row apart.

    Attributes:
        range_: Its days; the end is the day they were together again, or the day after today.
        still_on: It reaches today.
    """

    range_: DateRange
    still_on: bool = False
