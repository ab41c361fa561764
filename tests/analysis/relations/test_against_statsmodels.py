"""Answers are what an independent library gives under the same covariances, cell by cell."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pytest
from scipy import stats
from statsmodels.regression.linear_model import GLS, RegressionResultsWrapper
from statsmodels.stats.multitest import multipletests

from journal.analysis.day_memory import RatedDays, day_effect
from journal.analysis.day_memory_columns import banks, base_columns, centred
from journal.analysis.day_memory_cycle import cycle_columns
from journal.analysis.day_memory_grid import CELLS, Floats
from journal.analysis.premenstrual_days import Window, window_of
from journal.analysis.relations.answers import FALSE_SHARE, Answer, Sureness
from journal.analysis.relations.ask import ask
from journal.analysis.relations.asked import usual_questions
from journal.analysis.relations.findings import findings
from journal.analysis.relations.questions import (
    CycleWholeQuestion,
    CycleWindowQuestion,
    Question,
    RelationQuestion,
    Timing,
)
from tests.analysis.relations.made_up import whole_record

RECORD = whole_record(8, days=105)
# What cells of next to no weight that are left out may move.
CLOSE = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """What statsmodels makes of a question in each cell, mixed by scipy."""

    weights: Floats
    estimates: Floats
    errors: Floats
    freedom: float

    def share_below(self, value: float) -> float:
        """Return the share of the mixture below a value."""
        shares = stats.t.cdf(value, self.freedom, self.estimates, self.errors)
        return float(self.weights @ shares)

    @property
    def estimate(self) -> float:
        """The mean over the cells."""
        return float(self.weights @ self.estimates)

    @property
    def p(self) -> float:
        """Two-sided."""
        below = self.share_below(0.0)
        return 2 * min(below, 1 - below)


class Mood:
    """Her mood, its rated days, and the columns of `RECORD` on them."""

    def __init__(self) -> None:
        mood = RECORD.values["mood"]
        self.at = np.flatnonzero(np.isfinite(mood))
        self.ratings = mood[self.at]
        self.days = RECORD.first + self.at
        placed = [RECORD.placed[place] for place in self.at]
        self.apart = RECORD.values["apart"][self.at]
        self.cycle = cycle_columns(placed)
        self.premenstrual, self.around, self.period = (
            np.array([float(window_of(day) is window) for day in placed])
            for window in (Window.PREMENSTRUAL, Window.AROUND_OVULATION, Window.PERIOD)
        )

    def covariance(self, memory: float, noise: float) -> Floats:
        """Write the covariance of a cell out."""
        gaps = np.abs(self.days[:, None] - self.days)
        alike = np.where(gaps == 0, 1.0, memory ** gaps.astype(float))
        return (1 - noise) * alike + noise * np.eye(len(self.days))

    def fits(self, columns: Floats) -> list[RegressionResultsWrapper]:
        """Fit a model in every cell."""
        return [GLS(self.ratings, columns, sigma=self.covariance(*cell)).fit() for cell in CELLS]

    def weights(self, columns: Floats) -> Floats:
        """Weigh the cells by the restricted likelihood of a model."""
        logs = []
        for cell, fit in zip(CELLS, self.fits(columns), strict=True):
            within = np.linalg.slogdet(self.covariance(*cell))[1]
            spread = -np.linalg.slogdet(fit.normalized_cov_params)[1]
            logs.append(-(within + spread + fit.df_resid * np.log(fit.ssr)) / 2)
        found = np.exp(np.array(logs) - max(logs))
        return np.asarray(found / found.sum())

    def effect(self, base: Floats, column: Floats) -> Reference:
        """Mix the cells of one column."""
        fits = self.fits(np.column_stack([base, column]))
        estimates = np.array([fit.params[-1] for fit in fits])
        errors = np.array([fit.bse[-1] for fit in fits])
        return Reference(self.weights(base), estimates, errors, fits[0].df_resid)

    def joint_p(self, base: Floats, columns: Sequence[Floats]) -> float:
        """Mix the F tests of several columns."""
        weights, fits = self.weights(base), self.fits(np.column_stack([base, *columns]))
        asked = np.eye(base.shape[1] + len(columns))[base.shape[1] :]
        return float(weights @ [fit.f_test(asked).pvalue for fit in fits])

    def today(self, exposure: str) -> Floats:
        """Return an exposure on the day itself."""
        return centred(RECORD.values[exposure])[self.at]

    def left(self, exposure: str) -> Floats:
        """Return what the days before left of an exposure."""
        return banks(centred(RECORD.values[exposure]), np.array([2.0]))[self.at, 0]


MOOD = Mood()
BASE = base_columns(MOOD.days, [MOOD.cycle[:, :-1], MOOD.apart])
IN_WINDOWS = base_columns(MOOD.days, [MOOD.apart])


def answered(question: Question) -> Answer:
    (reply,) = ask(RECORD, [question])
    assert isinstance(reply, Answer)
    return reply


def assert_is(expected: Reference, found: Answer) -> None:
    size = 1.0 if found.contrast is None else found.contrast.size
    assert found.effect is not None
    assert found.estimate == pytest.approx(size * expected.estimate, abs=CLOSE)
    assert found.p == pytest.approx(expected.p, abs=CLOSE)
    shares = [expected.share_below(end / size) for end in found.effect.interval()]
    assert shares == pytest.approx([0.025, 0.975], abs=CLOSE)


def test_every_cell_of_the_engine_is_generalised_least_squares() -> None:
    column = MOOD.today("stress")
    found = day_effect(RatedDays(MOOD.days, MOOD.ratings), BASE, column)
    assert found is not None
    fits = MOOD.fits(np.column_stack([BASE, column]))
    assert list(found.mixture.estimates) == pytest.approx([fit.params[-1] for fit in fits])
    assert list(found.mixture.errors) == pytest.approx([fit.bse[-1] for fit in fits])
    assert list(found.mixture.weights) == pytest.approx(MOOD.weights(BASE).tolist())
    assert {fit.df_resid for fit in fits} == {found.mixture.freedom}


@pytest.mark.parametrize("exposure", ["stress", "moments", "sleep_hours"])
def test_the_same_day(exposure: str) -> None:
    found = answered(RelationQuestion("mood", exposure))
    assert_is(MOOD.effect(BASE, MOOD.today(exposure)), found)


@pytest.mark.parametrize("exposure", ["stress", "desire"])
def test_the_days_after(exposure: str) -> None:
    found = answered(RelationQuestion("mood", exposure, Timing.DAYS_AFTER))
    with_today = np.column_stack([BASE, MOOD.today(exposure)])
    each = [MOOD.effect(base, MOOD.left(exposure)) for base in (BASE, with_today)]
    assert len({effect.estimate > 0 for effect in each}) == 1
    assert_is(max(each, key=lambda effect: effect.p), found)


def test_a_window_of_the_cycle() -> None:
    found = answered(CycleWindowQuestion("mood", Window.PREMENSTRUAL))
    base = np.column_stack([IN_WINDOWS, MOOD.around])
    assert_is(MOOD.effect(base, MOOD.premenstrual), found)


def test_the_days_of_a_period_stand_beside_both_other_windows() -> None:
    found = answered(CycleWindowQuestion("mood", Window.PERIOD))
    base = np.column_stack([IN_WINDOWS, MOOD.premenstrual, MOOD.around])
    assert_is(MOOD.effect(base, MOOD.period), found)


def test_the_whole_cycle() -> None:
    found = answered(CycleWholeQuestion("mood"))
    expected = MOOD.joint_p(IN_WINDOWS, [MOOD.premenstrual, MOOD.around])
    assert found.p == pytest.approx(expected, abs=CLOSE)


def test_what_is_sure_is_what_statsmodels_rejects_by_benjamini_and_hochberg() -> None:
    replies = ask(RECORD, usual_questions(RECORD))
    answers = [reply for reply in replies if isinstance(reply, Answer)]
    # Ten of them are made as small as what is there would be.
    small = [
        reply if place >= 10 else Answer(reply.question, reply.effect, 1e-4 * place, reply.days)
        for place, reply in enumerate(answers)
    ]
    rejected = multipletests([one.p for one in small], FALSE_SHARE, method="fdr_bh")[0]
    expected = {one.question for one, no in zip(small, rejected, strict=True) if no}
    sure = {one.answer.question for one in findings(small).of(Sureness.SURE)}
    assert expected == sure
    assert 0 < len(sure) < len(answers)
