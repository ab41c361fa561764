"""Ratings that nobody here made: what is said of them, and that another library says the same."""

from dataclasses import dataclass

import numpy as np
import pytest
from scipy import stats
from statsmodels.regression.linear_model import GLS, RegressionResultsWrapper

from bench.reference_files import rows_of
from journal.analysis.day_memory import RatedDays, day_effect
from journal.analysis.day_memory_columns import base_columns
from journal.analysis.day_memory_gate import LackKind
from journal.analysis.day_memory_grid import CELLS, Floats, Ordinals
from journal.analysis.day_memory_levels import ENOUGH_WEIGHT, LOOSENESSES, fitted_levels
from journal.analysis.premenstrual_days import Window, window_of
from journal.analysis.relations.answers import NotYet
from journal.analysis.relations.ask import ask
from journal.analysis.relations.asked import usual_questions
from journal.analysis.relations.by_phase import by_phase
from journal.analysis.relations.cycle_curve import WAVES, cycle_curve, cyclic_levels, waves
from journal.analysis.relations.outcome_days import outcome_days
from tests.analysis.relations.real_diaries import FOLDER, diaries

WOMEN = tuple(diaries())
# Cells of next to no weight are left out of levels: what they could move, in points of six.
CLOSE = 0.01
SOME = WOMEN[:3]
PARTS = ("params", "bse")


@dataclass(frozen=True, slots=True, eq=False)
class Rated:
    """A woman's days, and which of them lie before a period."""

    days: RatedDays
    base: Floats
    before: Floats
    turns: Floats


def rated(woman: str) -> Rated:
    found = outcome_days(diaries()[woman][0], "mood")
    before = np.array([float(window_of(day) is Window.PREMENSTRUAL) for day in found.placed])
    turns = np.array([day.share if day else 0.0 for day in found.placed])
    return Rated(found.rated, base_columns(found.rated.days), before, turns)


def covariance(days: Ordinals, memory: float, noise: float) -> Floats:
    gaps = np.abs(days[:, None] - days)
    alike = np.where(gaps == 0, 1.0, memory ** gaps.astype(float))
    return np.asarray((1 - noise) * alike + noise * np.eye(len(days)))


def fitted(ratings: Floats, columns: Floats, sigma: Floats) -> RegressionResultsWrapper:
    return GLS(ratings, columns, sigma=sigma).fit()


def restricted(fit: RegressionResultsWrapper, sigma: Floats) -> float:
    """Return the restricted log-likelihood of a fit, up to a constant."""
    spread = np.linalg.slogdet(sigma)[1] - np.linalg.slogdet(fit.normalized_cov_params)[1]
    return float(-(spread + fit.df_resid * np.log(fit.ssr)) / 2)


def shares(likelihoods: list[float]) -> Floats:
    found = np.exp(np.array(likelihoods) - max(likelihoods))
    return np.asarray(found / found.sum())


@pytest.mark.parametrize("woman", WOMEN)
def test_premenstrual_days_differ_by_what_statsmodels_says(woman: str) -> None:
    own = rated(woman)
    found = day_effect(own.days, own.base, own.before)
    assert found is not None
    sigmas = [covariance(own.days.days, *cell) for cell in CELLS]
    alone = [fitted(own.days.ratings, own.base, sigma) for sigma in sigmas]
    both = np.column_stack([own.base, own.before])
    fits = [fitted(own.days.ratings, both, sigma) for sigma in sigmas]
    weights = shares([restricted(*pair) for pair in zip(alone, sigmas, strict=True)])
    estimates, errors = (np.array([getattr(fit, of)[-1] for fit in fits]) for of in PARTS)
    assert found.estimate == pytest.approx(weights @ estimates, abs=1e-8)
    below = weights @ stats.t.cdf(0.0, fits[0].df_resid, estimates, errors)
    assert found.p == pytest.approx(2 * min(below, 1 - below), abs=1e-8)
    for end, share in zip(found.interval(), (0.025, 0.975), strict=True):
        ends = stats.t.cdf(end, fits[0].df_resid, estimates, errors)
        assert share == pytest.approx(weights @ ends, abs=1e-8)


@pytest.mark.parametrize("woman", SOME)
def test_the_levels_of_two_groups_of_days_are_those_of_statsmodels(woman: str) -> None:
    own = rated(woman)
    columns = np.column_stack([own.base, own.before])
    usual = own.base.mean(axis=0)
    at = np.array([np.append(usual, 0.0), np.append(usual, 1.0)])
    found = fitted_levels(own.days, columns, at)
    sigmas = [covariance(own.days.days, *cell) for cell in CELLS]
    fits = [fitted(own.days.ratings, columns, sigma) for sigma in sigmas]
    weights = shares([restricted(*pair) for pair in zip(fits, sigmas, strict=True)])
    for level, row in zip(found, at, strict=True):
        tests = [fit.t_test(row) for fit in fits]
        estimates = np.array([float(test.effect[0]) for test in tests])
        errors = np.array([float(np.squeeze(test.sd)) for test in tests])
        assert level.estimate == pytest.approx(weights @ estimates, abs=CLOSE)
        for end, share in ((level.low, 0.025), (level.high, 0.975)):
            below = weights @ stats.t.cdf(end, fits[0].df_resid, estimates, errors)
            assert share == pytest.approx(below, abs=2 * (1 - ENOUGH_WEIGHT))


@pytest.mark.parametrize("woman", SOME)
def test_the_curve_is_the_best_linear_prediction_of_statsmodels(woman: str) -> None:
    own = rated(woman)
    at = np.arange(8) / 8
    found = cyclic_levels(own.days, own.base, own.turns, np.zeros(own.days.count), at)
    held, wanted = waves(own.turns), waves(at)
    spreads = np.repeat(1.0 / np.arange(1, WAVES + 1) ** 2, 2)
    usual = own.base.mean(axis=0)
    likelihoods, curves = [], []
    for cell in CELLS:
        for looseness in LOOSENESSES:
            reach = looseness * spreads
            sigma = covariance(own.days.days, *cell) + (held * reach) @ held.T
            fit = fitted(own.days.ratings, own.base, sigma)
            likelihoods.append(restricted(fit, sigma))
            left = np.linalg.solve(sigma, own.days.ratings - fit.fittedvalues)
            curves.append(usual @ fit.params + (wanted * reach) @ (held.T @ left))
    expected = shares(likelihoods) @ np.array(curves)
    assert [level.estimate for level in found] == pytest.approx(expected.tolist(), abs=CLOSE)


def test_two_months_of_a_diary_are_too_short_for_every_question() -> None:
    assert len(WOMEN) == 20
    for record, reading in diaries().values():
        replies = ask(record, usual_questions(record, ["mood"]))
        assert replies
        assert all(isinstance(reply, NotYet) for reply in replies)
        for told in (cycle_curve(record, "mood"), by_phase(record, reading, "mood")):
            assert LackKind.RATED_DAYS in {lack.kind for lack in told.lacks}


def test_what_c_pass_finds_is_a_larger_difference_here_too() -> None:
    persons = {row["subject"]: row["dx"] for row in rows_of(FOLDER / "persons.csv.gz")}
    sizes = {woman: estimate(woman) for woman in WOMEN}
    named = [sizes[woman] for woman in WOMEN if persons[woman] in {"PMDD", "MRMD", "PME"}]
    not_named = [sizes[woman] for woman in WOMEN if persons[woman] == "no diagnosis"]
    assert (len(named), len(not_named)) == (7, 8)
    assert min(named) > 0.5
    assert sum(named) / len(named) > 1.5 * sum(not_named) / len(not_named)


def estimate(woman: str) -> float:
    own = rated(woman)
    found = day_effect(own.days, own.base, own.before)
    assert found is not None
    return found.estimate
