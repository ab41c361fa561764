from itertools import product
from time import process_time

import numpy as np
import pytest

from journal.analysis.day_memory import (
    RatedDays,
    day_effect,
    day_effects,
    joint_effect,
    likelihoods,
)
from journal.analysis.day_memory_columns import banks, base_columns, centred
from journal.analysis.day_memory_grid import CELLS, MEMORIES, NOISES, Floats, grid_grams
from journal.analysis.day_memory_mixture import FisherMixture, StudentMixture, normalised

FIRST = 739_000


def remembering(random: np.random.Generator, count: int, memory: float) -> Floats:
    """Days of which each resembles the one before it, with a spread of 1."""
    found = random.normal(size=count)
    for day in range(1, count):
        found[day] = memory * found[day - 1] + np.sqrt(1 - memory**2) * found[day]
    return found


def record(seed: int, count: int = 200, memory: float = 0.5) -> tuple[RatedDays, Floats]:
    """Two thirds of the days rated, and a column that has nothing to do with the rating."""
    random = np.random.default_rng(seed)
    at = np.flatnonzero(random.random(count) < 0.67)
    ratings, column = (remembering(random, count, memory)[at] for _ in range(2))
    return RatedDays(FIRST + at, 6 + 1.6 * ratings), column


def test_the_grid_is_every_memory_with_every_noise() -> None:
    assert list(product(MEMORIES, NOISES)) == list(CELLS)
    assert len(CELLS) == 33


def test_the_candidates_change_nothing_about_the_kept_columns() -> None:
    rated, column = record(1)
    kept = base_columns(rated.days)
    alone, beside = grid_grams(rated.days, kept), grid_grams(rated.days, kept, column[:, None])
    assert np.allclose(alone.kept, beside.kept)
    assert alone.cross.shape == (33, 6, 0)


def test_an_effect_that_is_there_is_found_where_it_is() -> None:
    rated, column = record(2)
    found = day_effect(
        RatedDays(rated.days, rated.ratings + column), base_columns(rated.days), column
    )
    assert found is not None
    assert found.days == rated.count
    low, high = found.interval()
    assert low < 1 < high
    assert found.p < 0.001


def test_days_that_resemble_each_other_raise_few_false_alarms() -> None:
    alarms = plain = 0
    for seed in range(120):
        rated, column = record(seed, memory=0.7)
        found = day_effect(rated, base_columns(rated.days), column)
        assert found is not None
        alarms += found.p < 0.05
        plain += abs(np.corrcoef(rated.ratings, column)[0, 1]) > 1.96 / np.sqrt(rated.count)
    assert alarms <= 12 < plain


def test_a_column_that_the_base_tells_is_no_question() -> None:
    rated, column = record(3)
    base = base_columns(rated.days)
    columns = np.column_stack([column, base[:, 2] * 3 + 1, np.zeros(rated.count)])
    found = day_effects(rated, base, columns)
    assert found[0] is not None
    assert found[1:] == (None, None)
    told = likelihoods(rated, base, columns)
    assert told[1] == pytest.approx(told[2])
    assert told[0] >= told[1]
    assert joint_effect(rated, base, columns[:, 1:]) is None


def test_a_joint_question_counts_a_column_once() -> None:
    rated, column = record(4)
    base = base_columns(rated.days)
    once, twice = (joint_effect(rated, base, np.column_stack([column] * times)) for times in (1, 2))
    assert once is not None
    assert twice is not None
    assert (once.columns, twice.columns) == (1, 1)
    assert once.p == pytest.approx(twice.p)


def test_a_base_with_dependent_columns_is_the_same_base() -> None:
    rated, column = record(5)
    base = base_columns(rated.days)
    doubled = np.column_stack([base, base[:, 1] - base[:, 0], np.zeros(rated.count)])
    one, two = (day_effect(rated, columns, column) for columns in (base, doubled))
    assert one is not None
    assert two is not None
    assert one.estimate == pytest.approx(two.estimate)
    assert one.p == pytest.approx(two.p)
    assert one.mixture.freedom == two.mixture.freedom


def test_ratings_on_mondays_alone_are_still_asked() -> None:
    random = np.random.default_rng(6)
    days = FIRST + 7 * np.arange(60)
    rated = RatedDays(days, random.normal(size=60))
    found = day_effect(rated, base_columns(days), random.normal(size=60))
    assert found is not None
    assert found.mixture.freedom == 60 - 2 - 1


def test_constant_ratings_and_too_few_days_are_no_question() -> None:
    rated, column = record(7)
    base = base_columns(rated.days)
    constant = RatedDays(rated.days, np.full(rated.count, 7.0))
    assert day_effects(constant, base, column[:, None]) == (None,)
    assert joint_effect(constant, base, column[:, None]) is None
    assert likelihoods(constant, base, column[:, None]).tolist() == [0.0]
    few = RatedDays(rated.days[:7], rated.ratings[:7])
    assert day_effect(few, base[:7], column[:7]) is None
    assert joint_effect(few, base[:7], column[:7, None]) is None


def test_fifteen_hundred_days_take_a_fraction_of_a_page() -> None:
    rated, column = record(8, count=2240)
    base = base_columns(rated.days)
    assert 1450 < rated.count < 1550
    spent = []
    for _ in range(5):
        start = process_time()
        day_effect(rated, base, column)
        spent.append(process_time() - start)
    assert min(spent) < 0.05


def test_one_cell_is_students_t() -> None:
    mixture = StudentMixture((1.0,), (2.0,), (0.5,), 10)
    assert mixture.interval() == pytest.approx((2 - 0.5 * 2.228139, 2 + 0.5 * 2.228139), abs=1e-6)
    assert mixture.estimate == 2
    assert mixture.p == pytest.approx(0.0025, abs=1e-4)
    assert mixture.share_below(2) == pytest.approx(0.5)
    assert mixture.share_below(mixture.quantile(0.2)) == pytest.approx(0.2)


def test_cells_count_by_their_weights() -> None:
    mixture = StudentMixture((0.75, 0.25), (0.0, 4.0), (1.0, 1.0), 30)
    assert mixture.estimate == 1
    assert mixture.share_below(0) == pytest.approx(0.75 * 0.5, abs=1e-3)
    low, high = mixture.interval(0.9)
    assert low < 0
    assert 4 < high < 6


def test_no_ratio_at_all_is_no_surprise() -> None:
    assert FisherMixture((0.5, 0.5), (0.0, 0.0), 2, 40).p == 1


def test_weights_of_very_unlike_likelihoods_still_sum_to_one() -> None:
    assert normalised([-5000.0, -5000.0, -9000.0]).tolist() == [0.5, 0.5, 0.0]


def test_the_base_is_a_level_a_trend_and_the_week() -> None:
    days = FIRST + np.arange(70)
    base = base_columns(days, [np.arange(70.0), np.ones((70, 2))])
    assert base.shape == (70, 6 + 3)
    assert np.allclose(base[:63, 2:6], base[7:, 2:6])
    assert np.ptp(base[:, 1]) == pytest.approx(1)
    assert base_columns(np.array([FIRST])).tolist()[0][:2] == [1, 0]


def test_a_day_without_the_exposure_is_her_average_day() -> None:
    assert centred(np.array([1.0, np.nan, 4.0, 1.0])).tolist() == [-1, 0, 2, -1]
    assert centred(np.array([np.nan, np.nan])).tolist() == [0, 0]


def test_the_bank_holds_yesterday_in_full_and_halves_after_a_half_life() -> None:
    found = banks(np.array([8.0, 0, 0, 0, 0]), np.array([1.0, 2.0]))
    assert found[:, 0].tolist() == [0, 8, 4, 2, 1]
    assert found[3, 1] == pytest.approx(4)
    assert found[0].tolist() == [0, 0]
