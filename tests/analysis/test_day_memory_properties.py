"""The engine says what the dense restatement of its model says, for any days and columns."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from journal.analysis.day_memory import RatedDays, day_effects, joint_effect, likelihoods
from journal.analysis.day_memory_columns import base_columns
from journal.analysis.day_memory_grid import CELLS, Floats
from journal.analysis.day_memory_mixture import StudentMixture

CLOSE = 1e-8


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What is asked of which days."""

    rated: RatedDays
    base: Floats
    columns: Floats


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Ratings on days with gaps of any size, and up to three columns."""
    gaps = draw(st.lists(st.sampled_from([1, 1, 1, 2, 3, 9, 40]), min_size=12, max_size=40))
    random = np.random.default_rng(draw(st.integers(0, 10**6)))
    days = 739_000 + np.cumsum(np.array(gaps, dtype=np.int64))
    ratings = random.integers(0, 11, len(days)).astype(np.float64)
    columns = random.normal(size=(len(days), draw(st.integers(1, 3))))
    base = base_columns(days) if draw(st.booleans()) else np.ones((len(days), 1))
    assume(len(set(ratings.tolist())) > 1)
    return Question(RatedDays(days, ratings), base, columns)


@dataclass(frozen=True, slots=True, eq=False)
class DenseCell:
    """One cell by the textbook: A is made, inverted and taken the determinant of."""

    inverse: Floats
    log_det: float

    def left(self, columns: Floats, ratings: Floats) -> float:
        """Return the weighed sum of squares that the columns leave."""
        gram = columns.T @ self.inverse @ columns
        told = np.linalg.solve(gram, columns.T @ self.inverse @ ratings)
        rest = ratings - columns @ told
        return float(rest @ self.inverse @ rest)

    def restricted(self, columns: Floats, ratings: Floats) -> float:
        """Return the restricted log-likelihood."""
        gram = columns.T @ self.inverse @ columns
        freedom = len(ratings) - columns.shape[1]
        log_left = np.log(self.left(columns, ratings))
        return float(-(self.log_det + np.linalg.slogdet(gram)[1] + freedom * log_left) / 2)

    def likelihood(self, columns: Floats, ratings: Floats) -> float:
        """Return the log-likelihood at the best variance."""
        return -(self.log_det + len(ratings) * np.log(self.left(columns, ratings))) / 2


def dense_cells(rated: RatedDays) -> list[DenseCell]:
    apart = np.abs(rated.days[:, None] - rated.days[None, :])
    found = []
    for memory, noise in CELLS:
        alike = np.where(apart == 0, 1.0, memory ** apart.astype(float))
        whole = (1 - noise) * alike + noise * np.eye(rated.count)
        found.append(DenseCell(np.linalg.inv(whole), float(np.linalg.slogdet(whole)[1])))
    return found


def dense_weights(cells: list[DenseCell], base: Floats, ratings: Floats) -> Floats:
    logs = np.array([cell.restricted(base, ratings) for cell in cells])
    return np.exp(logs - logs.max()) / np.exp(logs - logs.max()).sum()


def dense_effect(asked: Question, column: Floats) -> StudentMixture:
    cells = dense_cells(asked.rated)
    model = np.column_stack([asked.base, column])
    ratings, freedom = asked.rated.ratings, asked.rated.count - model.shape[1]
    estimates, errors = [], []
    for cell in cells:
        spread = np.linalg.inv(model.T @ cell.inverse @ model)
        estimates.append(float((spread @ model.T @ cell.inverse @ ratings)[-1]))
        errors.append(float(np.sqrt(cell.left(model, ratings) / freedom * spread[-1, -1])))
    weights = dense_weights(cells, asked.base, ratings)
    return StudentMixture(tuple(weights.tolist()), tuple(estimates), tuple(errors), freedom)


@given(questions())
@settings(max_examples=25, deadline=None)
def test_an_effect_is_that_of_the_dense_restatement(asked: Question) -> None:
    found = day_effects(asked.rated, asked.base, asked.columns)
    for effect, column in zip(found, asked.columns.T, strict=True):
        dense = dense_effect(asked, column)
        assert effect is not None
        assert effect.mixture.freedom == dense.freedom
        assert effect.mixture.weights == pytest.approx(dense.weights, rel=CLOSE, abs=CLOSE)
        assert effect.mixture.estimates == pytest.approx(dense.estimates, rel=CLOSE, abs=CLOSE)
        assert effect.mixture.errors == pytest.approx(dense.errors, rel=CLOSE)
        assert effect.p == pytest.approx(dense.p, abs=CLOSE)
        assert effect.interval() == pytest.approx(dense.interval(), abs=CLOSE)


@given(questions())
@settings(max_examples=12, deadline=None)
def test_a_joint_question_is_that_of_the_dense_restatement(asked: Question) -> None:
    cells, ratings = dense_cells(asked.rated), asked.rated.ratings
    both = np.column_stack([asked.base, asked.columns])
    more, freedom = asked.columns.shape[1], len(ratings) - both.shape[1]
    ratios = [
        (cell.left(asked.base, ratings) / cell.left(both, ratings) - 1) * freedom / more
        for cell in cells
    ]
    weights = dense_weights(cells, asked.base, ratings)
    found = joint_effect(asked.rated, asked.base, asked.columns)
    assert found is not None
    assert found.columns == more
    assert found.p == pytest.approx(weights @ stats.f.sf(ratios, more, freedom), abs=CLOSE)


@given(questions())
@settings(max_examples=12, deadline=None)
def test_likelihoods_differ_as_those_of_the_dense_restatement_do(asked: Question) -> None:
    cells = dense_cells(asked.rated)
    dense = [
        max(
            cell.likelihood(np.column_stack([asked.base, column]), asked.rated.ratings)
            for cell in cells
        )
        for column in asked.columns.T
    ]
    found = likelihoods(asked.rated, asked.base, asked.columns)
    assert (found - found[0]).tolist() == pytest.approx(
        [one - dense[0] for one in dense], abs=CLOSE * 100
    )


@given(questions())
@settings(max_examples=12, deadline=None)
def test_one_joint_column_has_the_p_of_the_column_alone(asked: Question) -> None:
    column = asked.columns[:, :1]
    (alone,) = day_effects(asked.rated, asked.base, column)
    joint = joint_effect(asked.rated, asked.base, column)
    assert alone is not None
    assert joint is not None
    t_squared = (np.array(alone.mixture.estimates) / np.array(alone.mixture.errors)) ** 2
    expected = np.dot(alone.mixture.weights, stats.f.sf(t_squared, 1, alone.mixture.freedom))
    assert joint.p == pytest.approx(expected, abs=CLOSE)


@given(questions(), st.floats(0.1, 20), st.floats(-30, 30))
@settings(max_examples=12, deadline=None)
def test_an_effect_moves_with_the_scale_of_the_rating_and_not_with_its_level(
    asked: Question, times: float, more: float
) -> None:
    moved = RatedDays(asked.rated.days, asked.rated.ratings * times + more)
    first, second = (
        day_effects(rated, asked.base, asked.columns)[0] for rated in (asked.rated, moved)
    )
    assert first is not None
    assert second is not None
    assert first.estimate * times == pytest.approx(second.estimate, abs=1e-6)
    assert first.p == pytest.approx(second.p, abs=1e-6)


@given(questions())
@settings(max_examples=12, deadline=None)
def test_intervals_grow_with_their_level_and_leave_zero_out_as_p_says(asked: Question) -> None:
    (effect, *_) = day_effects(asked.rated, asked.base, asked.columns)
    assert effect is not None
    spans = [effect.interval(level) for level in (0.5, 0.9, 0.95, 0.99)]
    for (low, high), (lower, higher) in pairwise(spans):
        assert lower < low < high < higher
    assume(abs(effect.p - 0.05) > 1e-9)
    low, high = effect.interval(0.95)
    assert (low > 0 or high < 0) == (effect.p < 0.05)
