from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.cycle.calendar_months import months_after, whole_months
from tests.builders import on


@pytest.mark.parametrize(
    ("start", "day", "months"),
    [
        ("2026-01-15", "2026-02-14", 0),
        ("2026-01-15", "2026-02-15", 1),
        ("2024-07-22", "2026-11-22", 28),
        ("2024-07-23", "2026-11-22", 27),
        ("2026-01-31", "2026-02-28", 1),
        ("2024-02-29", "2025-02-27", 11),
        ("2024-02-29", "2025-02-28", 12),
        ("2024-02-29", "2028-02-28", 47),
        ("2024-02-29", "2028-02-29", 48),
        ("2026-03-01", "2026-02-28", -1),
    ],
)
def test_a_month_is_complete_on_its_own_day_or_the_last_of_a_shorter_month(
    start: str, day: str, months: int
) -> None:
    assert whole_months(on(start), on(day)) == months


dates = st.dates(date(1950, 1, 1), date(2080, 12, 31))


@given(dates, st.integers(-600, 600))
def test_so_many_months_after_are_so_many_whole_months(start: date, months: int) -> None:
    assert whole_months(start, months_after(start, months)) == months


@given(dates, st.integers(0, 20_000))
def test_every_day_lies_between_two_monthly_dates(start: date, days: int) -> None:
    day = start + timedelta(days=days)
    months = whole_months(start, day)
    assert months_after(start, months) <= day < months_after(start, months + 1)
