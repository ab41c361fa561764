"""Periods told as a span."""

from datetime import date, timedelta
from typing import Final

from journal.domain.days import Bleeding
from journal.exchange.importing.word_reading import WordReading

# A longer "period" is one whose end was forgotten; only its first day is sure then.
LONGEST_PERIOD_DAYS: Final = 60


def put_period(reading: WordReading, first: date, last: date | None, place: str) -> int:
    """Note bleeding from the first to the last day, of an amount that is not noted.

    Returns:
        How many days it lasted; 1 where its end is not known.
    """
    days = (last - first).days + 1 if last else 0
    if not 1 <= days <= LONGEST_PERIOD_DAYS:
        why = (
            f"it lies before the first day, or more than {LONGEST_PERIOD_DAYS} days after it"
            if last
            else "the file does not say when it was"
        )
        reading.gathering.leave_out("The end of a period", f"{why}; only the first day is taken")
        days = 1
    for number in range(days):
        reading.put(first + timedelta(days=number), "bleeding", Bleeding.UNSPECIFIED, place)
    return days
