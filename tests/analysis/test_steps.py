from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.quartiles import dates_of
from journal.analysis.steps import Step, step_for, step_starts
from tests.builders import on


def _start(text: str, step: Step, week_start: int = 0) -> date:
    return dates_of(step_starts(pd.DatetimeIndex([on(text)]), step, week_start))[0]


@pytest.mark.parametrize(
    ("step", "week_start", "start"),
    [
        (Step.DAY, 0, "2026-11-22"),
        (Step.WEEK, 0, "2026-11-16"),
        (Step.WEEK, 6, "2026-11-22"),
        (Step.MONTH, 0, "2026-11-01"),
        (Step.QUARTER, 0, "2026-10-01"),
        (Step.YEAR, 0, "2026-01-01"),
    ],
)
def test_a_step_starts_where_the_calendar_starts_it(
    step: Step, week_start: int, start: str
) -> None:
    assert _start("2026-11-22", step, week_start) == on(start)  # a Sunday


def test_a_quarter_before_1970_starts_like_any_other() -> None:
    assert _start("1969-12-31", Step.QUARTER) == on("1969-10-01")


@given(
    st.dates(date(1930, 1, 1), date(2080, 1, 1)),
    st.sampled_from(list(Step)),
    st.integers(0, 6),
)
def test_every_date_lies_between_the_start_of_its_step_and_the_following(
    day: date, step: Step, week_start: int
) -> None:
    start = _start(day.isoformat(), step, week_start)
    assert start <= day < step.following(start)


@given(st.integers(1, 45_000))
def test_no_span_of_a_life_has_more_points_than_are_drawn_quickly(days: int) -> None:
    step = step_for(days)
    first = date(1950, 1, 1)
    shortest = step.following(first) - first
    assert timedelta(days=days) / shortest <= 1_500
