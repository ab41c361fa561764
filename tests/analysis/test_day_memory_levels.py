import numpy as np
import pytest
from scipy import stats

from journal.analysis.day_memory import RatedDays
from journal.analysis.day_memory_columns import base_columns
from journal.analysis.day_memory_grid import CELLS, Floats
from journal.analysis.day_memory_levels import LOOSENESSES, fitted_levels, level_model
from journal.analysis.day_memory_mixture import normalised

FIRST = 739_000
LEVEL = 6.0


def record(seed: int = 0, count: int = 90) -> RatedDays:
    random = np.random.default_rng(seed)
    at = np.flatnonzero(random.random(count) < 0.7)
    noise = random.normal(size=count).cumsum() * 0.2 + random.normal(size=count)
    return RatedDays(FIRST + at, np.round(LEVEL + noise[at]))


def covariance(days: Floats, memory: float, noise: float) -> Floats:
    gaps = np.abs(days[:, None] - days[None, :]).astype(float)
    alike = np.where(gaps == 0, 1.0, 0.0) if memory == 0 else memory**gaps
    return (1 - noise) * alike + noise * np.eye(len(days))


def by_hand(
    rated: RatedDays, fixed: Floats, held: Floats, at: Floats, spreads: Floats
) -> tuple[Floats, Floats, Floats]:
    """Weights, estimates and errors of every cell by whole matrices: best linear prediction."""
    y, count, columns = rated.ratings, rated.count, fixed.shape[1]
    found = []
    for memory, noise in CELLS:
        for looseness in LOOSENESSES if len(spreads) else (1.0,):
            own = looseness * np.diag(spreads)
            whole = covariance(rated.days, memory, noise) + held @ own @ held.T
            inverse = np.linalg.inv(whole)
            gram = np.linalg.inv(fixed.T @ inverse @ fixed)
            told = gram @ fixed.T @ inverse @ y
            rest = y - fixed @ told
            variance = rest @ inverse @ rest / (count - columns)
            spread = np.linalg.slogdet(whole)[1] - np.linalg.slogdet(gram)[1]
            log_weight = -(spread + (count - columns) * np.log(rest @ inverse @ rest)) / 2
            told_held = own @ held.T @ inverse @ rest
            for_fixed, for_held = at[:, :columns], at[:, columns:]
            beyond = for_fixed.T - fixed.T @ inverse @ held @ own @ for_held.T
            error = (
                np.einsum("ij,jk,ik->i", for_held, own, for_held)
                - np.einsum("ij,jk,ik->i", for_held, own @ held.T @ inverse @ held @ own, for_held)
                + np.einsum("ji,jk,ki->i", beyond, gram, beyond)
            )
            estimate = for_fixed @ told + for_held @ told_held
            found.append((log_weight, estimate, np.sqrt(variance * error)))
    return (
        normalised([weight for weight, _, _ in found]),
        np.array([estimate for _, estimate, _ in found]),
        np.array([error for _, _, error in found]),
    )


@pytest.mark.parametrize("held", [0, 4])
def test_levels_are_those_of_whole_matrices(held: int) -> None:
    rated = record()
    random = np.random.default_rng(1)
    fixed = base_columns(rated.days)
    waving = random.normal(size=(rated.count, held))
    spreads = np.linspace(1, 0.2, held)
    at = random.normal(size=(3, fixed.shape[1] + held))
    weights, estimates, errors = by_hand(rated, fixed, waving, at, spreads)
    found = fitted_levels(rated, np.column_stack([fixed, waving]), at, spreads)
    freedom = rated.count - fixed.shape[1]
    for place, level in enumerate(found):
        # Cells worth a thousandth in all are left out.
        size = errors[:, place].mean()
        assert weights @ estimates[:, place] == pytest.approx(level.estimate, abs=0.02 * size)
        for share, end in ((0.025, level.low), (0.975, level.high)):
            standing = (end - estimates[:, place]) / errors[:, place]
            assert share == pytest.approx(weights @ stats.t.cdf(standing, freedom), abs=0.001)


def test_a_column_that_says_nothing_of_its_own_changes_nothing() -> None:
    rated = record()
    fixed = base_columns(rated.days)
    twice = np.column_stack([fixed, 3 * fixed[:, 1], np.zeros(rated.count)])
    (alone,) = fitted_levels(rated, fixed, fixed[:1])
    (beside,) = fitted_levels(rated, twice, twice[:1])
    assert alone.estimate == pytest.approx(beside.estimate)
    assert alone.low == pytest.approx(beside.low)


def test_levels_move_and_grow_with_the_rating() -> None:
    rated = record()
    random = np.random.default_rng(2)
    columns = np.column_stack([base_columns(rated.days), random.normal(size=rated.count)])
    spreads = np.ones(1)
    (told,) = fitted_levels(rated, columns, columns[:1], spreads)
    other = RatedDays(rated.days, 3 * rated.ratings - 2)
    (moved,) = fitted_levels(other, columns, columns[:1], spreads)
    assert 3 * told.low - 2 == pytest.approx(moved.low, abs=1e-5)
    assert 3 * told.estimate - 2 == pytest.approx(moved.estimate, abs=1e-5)


def test_a_wider_chance_makes_a_longer_interval() -> None:
    rated = record()
    fixed = base_columns(rated.days)
    model = level_model(rated, fixed)
    assert model is not None
    (usual,), (wide,) = model.levels(fixed[:1]), model.levels(fixed[:1], 0.99)
    assert fitted_levels(rated, fixed, fixed[:1]) == (usual,)
    assert wide.low < usual.low < usual.high < wide.high


@pytest.mark.parametrize("count", [0, 1, 7])
def test_too_few_days_have_no_level(count: int) -> None:
    rated = RatedDays(FIRST + np.arange(count), np.arange(count) % 3.0)
    fixed = np.column_stack(
        [np.ones(count), rated.days - FIRST, *[rated.days % 7 == at for at in range(1, 6)]]
    )
    assert fitted_levels(rated, fixed, fixed[:1]) == ()


def test_a_rating_that_never_changes_has_no_level() -> None:
    rated = RatedDays(FIRST + np.arange(60), np.full(60, 5.0))
    fixed = base_columns(rated.days)
    assert fitted_levels(rated, fixed, fixed[:1]) == ()
