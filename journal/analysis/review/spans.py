"""Which days a review is about, and which days they are compared with.

    … [ the span before, as many days ][ the span ] today
    … [ cycle before: days 1 to 12 ] … [ this cycle: days 1 to 12 ] today

A cycle is compared with the same days of the cycle before it, so that days after a period are not
laid beside days before one. Everything else is compared with as many days just before it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.cycle.calendar_months import months_after
from journal.cycle.reading import CycleReading, CycleRecord
from journal.cycle.standing import StandingKind, standing_on
from journal.domain.ranges import ONE_DAY, DateRange, days_after


class ReviewKind(StrEnum):
    """How the days of a review are chosen."""

    LAST_MONTH = "last_month"
    SINCE_CONVERSATION = "since_conversation"
    THIS_CYCLE = "this_cycle"
    OWN_DATES = "own_dates"


@dataclass(frozen=True, slots=True)
class ReviewSpan:
    """The days of a review.

    Attributes:
        before: What they are compared with; never shares a day with `range_`.
        same_cycle_days: `before` holds the same days of the cycle before, not the days before.
    """

    kind: ReviewKind
    range_: DateRange
    before: DateRange
    same_cycle_days: bool = False


def last_month(today: date) -> ReviewSpan:
    """Return the month that ends today: from the day after the same day of the month before."""
    start = days_after(months_after(today, -1), 1)
    return _beside_the_days_before(ReviewKind.LAST_MONTH, DateRange(start, today + ONE_DAY))


def since_conversation(conversation: date | None, today: date) -> ReviewSpan | None:
    """Return the days from a conversation on; None where no day is known, or it is to come."""
    if conversation is None or conversation > today:
        return None
    range_ = DateRange(conversation, today + ONE_DAY)
    return _beside_the_days_before(ReviewKind.SINCE_CONVERSATION, range_)


def own_dates(range_: DateRange) -> ReviewSpan:
    """Return days of her own choice."""
    return _beside_the_days_before(ReviewKind.OWN_DATES, range_)


def this_cycle(record: CycleRecord, reading: CycleReading) -> ReviewSpan | None:
    """Return the open cycle from its onset to the day of the reading.

    None where a number of the cycle would say nothing of that day: by the rules of the line on top
    of Today.
    """
    today = reading.today
    newest = reading.cycles[-1].cycle if reading.cycles else None
    standing = standing_on(today, record, reading)
    if newest is None or not newest.is_open or standing.kind is not StandingKind.CYCLE_DAY:
        return None
    range_ = DateRange(newest.onset, today + ONE_DAY)
    former = reading.cycles[-2].cycle if len(reading.cycles) > 1 else None
    if former is None or former.length_days is None or former.end != newest.onset:
        return _beside_the_days_before(ReviewKind.THIS_CYCLE, range_)
    end = min(days_after(former.onset, len(range_)), newest.onset)
    before = DateRange(former.onset, end)
    return ReviewSpan(ReviewKind.THIS_CYCLE, range_, before, same_cycle_days=True)


def _beside_the_days_before(kind: ReviewKind, range_: DateRange) -> ReviewSpan:
    start = days_after(range_.start, -len(range_))
    return ReviewSpan(kind, range_, DateRange(start, range_.start))
