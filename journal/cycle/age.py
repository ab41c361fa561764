"""Her age, as far as a birth year tells it."""

from datetime import date
from typing import Final

# Nobody has been known to live much longer; a birth year before that was mistyped.
OLDEST_AGE: Final = 120


def age_in(day: date, birth_year: int | None) -> int | None:
    """Return the age she turns in the year of `day`, in whole years.

    The day of her birth is not asked for, so until her birthday she is a year younger than this.

    Returns:
        0 to 120, or None where the birth year is unknown, lies ahead or cannot be.
    """
    if birth_year is None:
        return None
    age = day.year - birth_year
    return age if 0 <= age <= OLDEST_AGE else None
