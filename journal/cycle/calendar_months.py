"""Whole calendar months between dates, as people count them.

A month is complete on the same day of a later month, or on that month's last day where the day
does not exist: a month after 31 January is 28 February, a year after 29 February is 28 February.
"""

import calendar
from datetime import date
from typing import Final

MONTHS_A_YEAR: Final = 12


def months_after(start: date, months: int) -> date:
    """Return the date `months` calendar months after `start`; before it for a negative number."""
    years, month = divmod(start.month - 1 + months, MONTHS_A_YEAR)
    year = start.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def whole_months(start: date, day: date) -> int:
    """Count the complete calendar months from `start` to `day`; negative when `day` lies before."""
    months = (day.year - start.year) * MONTHS_A_YEAR + day.month - start.month
    return months - 1 if months_after(start, months) > day else months
