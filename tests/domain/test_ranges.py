"""Spans of dates: the start belongs to the span, the end does not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import RangeBackwards
from journal.domain.ranges import ONE_DAY, DateRange, days_after
from tests.builders import on
from tests.strategies import DATES


@st.composite
def ranges(draw: st.DrawFn) -> DateRange:
    start = draw(DATES)
    return DateRange(start, start + timedelta(days=draw(st.integers(0, 60))))


def test_the_start_is_inside_and_the_end_is_not() -> None:
    march = DateRange(on("2026-03-01"), on("2026-04-01"))
    assert on("2026-03-01") in march
    assert on("2026-03-31") in march
    assert on("2026-04-01") not in march
    assert on("2026-02-28") not in march


def test_only_dates_can_lie_inside() -> None:
    assert "2026-03-05" not in DateRange(on("2026-03-01"), on("2026-04-01"))


def test_a_span_may_be_empty() -> None:
    empty = DateRange(on("2026-03-01"), on("2026-03-01"))
    assert list(empty) == []
    assert on("2026-03-01") not in empty


def test_a_span_cannot_run_backwards() -> None:
    with pytest.raises(RangeBackwards) as failure:
        DateRange(on("2026-03-02"), on("2026-03-01"))
    assert str(failure.value) == (
        "A span cannot end on 1 March 2026, before it starts on 2 March 2026."
    )


def test_the_last_thirty_days_end_with_today_itself() -> None:
    range_ = DateRange.last_days(30, on("2026-11-22"))
    assert len(range_) == 30
    assert range_.last == on("2026-11-22")
    assert range_.start == on("2026-10-24")


@pytest.mark.parametrize(
    ("inside", "first", "last"),
    [
        ("2024-02-29", "2024-02-01", "2024-02-29"),
        ("2026-02-01", "2026-02-01", "2026-02-28"),
        ("2026-12-31", "2026-12-01", "2026-12-31"),
    ],
)
def test_a_month_ends_with_its_last_date(inside: str, first: str, last: str) -> None:
    month = DateRange.month_of(on(inside))
    assert (on(first), on(last)) == (month.start, month.last)


@given(DATES)
def test_months_tile_the_year(day: date) -> None:
    year = DateRange.year_of(day)
    months = []
    first = year.start
    while first in year:
        months.append(DateRange.month_of(first))
        first = months[-1].end
    assert len(months) == 12
    assert [date_ for month in months for date_ in month] == list(year)


@given(ranges(), st.integers(0, 60))
def test_two_parts_of_a_span_hold_each_date_once(whole: DateRange, at: int) -> None:
    cut = min(whole.start + timedelta(days=at), whole.end)
    left, right = DateRange(whole.start, cut), DateRange(cut, whole.end)
    assert list(whole) == [*left, *right]
    assert len(whole) == len(left) + len(right)


@given(ranges(), DATES)
def test_what_a_span_lists_is_what_lies_inside(range_: DateRange, day: date) -> None:
    assert (day in range_) == (day in list(range_))


@given(st.integers(1, 400), DATES)
def test_the_last_days_are_as_many_as_were_asked_for(days: int, until: date) -> None:
    range_ = DateRange.last_days(days, until)
    assert len(list(range_)) == days
    assert range_.end == until + ONE_DAY


def test_days_are_counted_from_a_date_up_to_the_first_and_the_last_of_years() -> None:
    assert date(2024, 3, 1) == days_after(date(2024, 2, 28), 2)
    assert date(2023, 12, 31) == days_after(date(2024, 1, 1), -1)
    assert (date.min, date.max) == (days_after(date.min, -1), days_after(date.max, 1))
