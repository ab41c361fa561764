from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.review.spans import (
    ReviewKind,
    last_month,
    own_dates,
    since_conversation,
    this_cycle,
)
from journal.analysis.spans import dates_between
from journal.cycle.engine import read_cycles
from journal.cycle.reading import CycleRecord
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Bleeding
from journal.domain.journal import BleedingDay
from journal.domain.ranges import DateRange
from tests.builders import on

TODAY = on("2026-11-22")
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def bled_on(*onsets: str, **more: object) -> CycleRecord:
    bleeding = tuple(
        BleedingDay(on(onset) + timedelta(days=place), Bleeding.MEDIUM)
        for onset in onsets
        for place in range(4)
    )
    return CycleRecord(bleeding=bleeding, **more)  # type: ignore[arg-type]  # of its own fields


def cycle_span(record: CycleRecord, today: date = TODAY):  # noqa: ANN201 - said by the name
    return this_cycle(record, read_cycles(record, today))


def test_the_last_month_ends_today_and_begins_the_day_after_the_same_day_a_month_ago() -> None:
    span = last_month(TODAY)
    assert DateRange(on("2026-10-23"), on("2026-11-23")) == span.range_
    assert DateRange(on("2026-09-22"), on("2026-10-23")) == span.before


def test_the_days_of_a_conversation_begin_with_it() -> None:
    span = since_conversation(on("2026-11-16"), TODAY)
    assert span is not None
    assert DateRange(on("2026-11-16"), on("2026-11-23")) == span.range_
    assert DateRange(on("2026-11-09"), on("2026-11-16")) == span.before


def test_without_a_conversation_that_was_there_is_no_span() -> None:
    assert since_conversation(None, TODAY) is None
    assert since_conversation(on("2026-11-23"), TODAY) is None


def test_this_cycle_is_laid_beside_the_same_days_of_the_cycle_before() -> None:
    span = cycle_span(bled_on("2026-10-12", "2026-11-10"))
    assert span is not None
    assert span.kind is ReviewKind.THIS_CYCLE
    assert span.same_cycle_days
    assert DateRange(on("2026-11-10"), on("2026-11-23")) == span.range_
    assert DateRange(on("2026-10-12"), on("2026-10-25")) == span.before


def test_a_cycle_longer_than_the_one_before_is_laid_beside_all_of_that() -> None:
    span = cycle_span(bled_on("2026-09-20", "2026-10-14"), on("2026-11-15"))
    assert span is not None
    assert DateRange(on("2026-09-20"), on("2026-10-14")) == span.before


def test_a_first_cycle_is_laid_beside_the_days_before_it() -> None:
    span = cycle_span(bled_on("2026-11-10"))
    assert span is not None
    assert not span.same_cycle_days
    assert DateRange(on("2026-10-28"), on("2026-11-10")) == span.before


def test_where_a_cycle_day_would_say_nothing_this_cycle_is_not_offered() -> None:
    assert cycle_span(CycleRecord()) is None
    assert cycle_span(bled_on("2026-08-12", "2026-09-10")) is None  # 74 days ago
    pill = Context(ContextKind.HORMONAL_CONTRACEPTION, on("2026-06-01"), id="1")
    assert cycle_span(bled_on("2026-10-12", "2026-11-10", contexts=(pill,))) is None


@given(today=DAYS)
def test_a_month_and_the_days_before_it_have_as_many_days_and_share_none(today: date) -> None:
    span = last_month(today)
    assert len(span.range_) == len(span.before)
    assert span.before.end == span.range_.start
    assert 28 <= len(span.range_) <= 31
    assert today == span.range_.last


@given(first=DAYS, last=DAYS, today=DAYS)
def test_dates_of_her_own_are_laid_beside_as_many_days_before_them(
    first: date, last: date, today: date
) -> None:
    span = own_dates(dates_between(first, last, today))
    assert 1 <= len(span.range_) == len(span.before)
    assert span.range_.last <= today
