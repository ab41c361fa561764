"""Two spans of made-up days, compared; the days are those of nobody."""

from datetime import date

import numpy as np
import pytest

from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.questions import APART, MOMENTS
from journal.analysis.review.measures import (
    FEWEST_EACH_SIDE,
    Compared,
    Side,
    Verdict,
    about_the_same,
    compared,
    reach,
    side_of,
)
from journal.analysis.review.spans import ReviewKind, ReviewSpan, last_month
from journal.domain.ranges import DateRange, days_after
from tests.builders import on

TODAY = on("2026-11-22")
SPAN = last_month(TODAY)
LENGTH = len(SPAN.range_)
NOTHING = np.nan


def series(days: int = 180, spread: float = 1.0, seed: int = 3) -> np.ndarray:
    return 5 + spread * np.random.default_rng(seed).normal(size=days)


def record_of(leave_apart_out: bool = False, **values: np.ndarray) -> DailyRecord:  # noqa: FBT001, FBT002 - a builder
    length = len(next(iter(values.values())))
    days = tuple(DateRange.last_days(length, TODAY))
    measures = {name.replace("sign_", "sign:"): found for name, found in values.items()}
    return DailyRecord(days, measures, {}, [None] * length, leave_apart_out=leave_apart_out)


def one(values: np.ndarray, measure: str = "mood", span: ReviewSpan = SPAN) -> Compared:
    (found,) = compared(record_of(**{measure: values}), span)
    return found


def raised(values: np.ndarray, by: float) -> np.ndarray:
    return np.concatenate([values[:-LENGTH], values[-LENGTH:] + by])


def test_a_rise_larger_than_chance_is_more_and_a_fall_is_less() -> None:
    assert Verdict.MORE is one(raised(series(), 2)).verdict
    assert Verdict.LESS is one(raised(series(), -2)).verdict


def test_the_difference_found_is_that_which_was_put_in() -> None:
    found = one(raised(series(spread=0.4), 2)).finding
    assert found is not None
    assert found.answer.estimate == pytest.approx(2, abs=0.4)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 2 < found.high


def test_even_days_are_about_the_same() -> None:
    assert Verdict.SAME is one(series(spread=0.5)).verdict


def test_what_may_be_either_is_too_close_to_tell() -> None:
    assert Verdict.UNCLEAR is one(series(spread=3.0)).verdict


def test_a_count_is_never_called_about_the_same() -> None:
    assert about_the_same(MOMENTS) == 0
    assert Verdict.UNCLEAR is one(series(spread=0.3), MOMENTS).verdict


def test_adding_a_constant_to_every_day_changes_no_difference() -> None:
    here, there = one(series()).finding, one(series() + 3).finding
    assert here is not None
    assert there is not None
    assert here.answer.estimate == pytest.approx(there.answer.estimate)
    assert (here.low, here.high) == pytest.approx((there.low, there.high))


def test_fewer_days_than_needed_on_one_side_are_too_few() -> None:
    values = series()
    values[-LENGTH : -FEWEST_EACH_SIDE + 1] = NOTHING
    found = one(values)
    assert found.now.days == FEWEST_EACH_SIDE - 1
    assert Verdict.TOO_FEW is found.verdict
    assert found.now.median is not None


def test_the_days_needed_on_both_sides_are_enough() -> None:
    values = series()
    values[-LENGTH:-FEWEST_EACH_SIDE] = NOTHING
    assert Verdict.TOO_FEW is not one(values).verdict


def test_one_value_on_nearly_every_day_is_not_compared() -> None:
    values = np.full(180, 5.0)
    values[-1] = 6
    assert Verdict.TOO_FEW is one(values).verdict


def test_a_record_too_short_to_know_its_memory_is_not_compared() -> None:
    short = ReviewSpan(
        ReviewKind.OWN_DATES,
        DateRange.last_days(15, TODAY),
        DateRange.last_days(15, days_after(TODAY, -15)),
    )
    assert Verdict.TOO_FEW is one(series(30), span=short).verdict


def test_a_measure_with_no_day_in_either_span_is_not_there() -> None:
    values = series()
    values[-2 * LENGTH :] = NOTHING
    assert compared(record_of(mood=values), SPAN) == ()


def test_all_that_can_be_compared_is_counted_together() -> None:
    found = compared(record_of(mood=raised(series(), 2), stress=series(seed=4)), SPAN)
    by_measure = {item.measure: item.finding for item in found}
    mood, stress = by_measure["mood"], by_measure["stress"]
    assert mood is not None
    assert stress is not None
    assert (mood.level, stress.level) == (0.975, 0.95)


def test_a_sign_counts_the_days_it_was_there() -> None:
    values = np.full(180, NOTHING)
    values[[-1, -2, -3, -40]] = (1.0, 0.0, 3.0, 2.0)
    found = one(values, "sign_headache")
    assert (found.now.days, found.now.above_zero) == (3, 2)
    assert (found.before.days, found.before.above_zero) == (1, 1)


def test_days_apart_are_left_out_where_she_leaves_them_out() -> None:
    apart = np.zeros(180)
    apart[-5:] = 1
    values = {"mood": series(), APART: apart}
    kept, left = (
        compared(record_of(leave_apart_out=out, **values), SPAN)[0].now.days
        for out in (False, True)
    )
    assert (kept, left) == (LENGTH, LENGTH - 5)


def test_nothing_is_read_that_lies_outside_the_reach() -> None:
    assert len(reach(SPAN)) == 180
    year = ReviewSpan(
        ReviewKind.OWN_DATES,
        DateRange.last_days(365, TODAY),
        DateRange.last_days(365, days_after(TODAY, -365)),
    )
    assert len(reach(year)) == 4 * 365
    far: date = on("2020-01-01")
    apart = ReviewSpan(ReviewKind.OWN_DATES, SPAN.range_, DateRange(far, days_after(far, 9)))
    assert far == reach(apart).start


def test_the_middle_needs_three_days_and_the_count_none() -> None:
    assert Side(2, 2) == side_of(np.array([3.0, NOTHING, 5.0]))
    assert Side(3, 2, 4.0, 2.0, 4.5) == side_of(np.array([0.0, 4.0, 5.0]))
    assert Side(0) == side_of(np.array([NOTHING]))
