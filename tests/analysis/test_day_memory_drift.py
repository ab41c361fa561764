import numpy as np
import pytest

from journal.analysis.day_memory import RatedDays
from journal.analysis.day_memory_columns import base_columns
from journal.analysis.day_memory_drift import drift_columns, speaks_for_drift

FIRST = 739_000
DAYS = FIRST + np.arange(500)


def moods(seed: int, drift: float) -> RatedDays:
    random = np.random.default_rng(seed)
    waves = np.sin(2 * np.pi * (np.arange(500) / 230 + random.random()))
    return RatedDays(DAYS, 6 + random.normal(size=500) + drift * waves)


def test_cosines_turn_no_faster_than_in_four_months() -> None:
    columns = drift_columns(DAYS)
    assert columns.shape == (500, 7)
    assert np.allclose(columns.T @ columns / 500, np.eye(7))
    crossings = (np.diff(np.sign(columns[:, -1])) != 0).sum()
    assert crossings == 8


@pytest.mark.parametrize("days", [1, 40, 119])
def test_a_short_span_has_no_drift(days: int) -> None:
    rated = RatedDays(DAYS[:days], np.arange(days) % 3.0)
    assert drift_columns(rated.days).shape == (days, 0)
    assert not speaks_for_drift(rated, base_columns(rated.days))


def test_a_record_that_drifts_speaks_for_it() -> None:
    told = [speaks_for_drift(moods(seed, 1.0), base_columns(DAYS)) for seed in range(10)]
    assert sum(told) >= 9


def test_a_record_that_does_not_drift_mostly_speaks_against_it() -> None:
    told = [speaks_for_drift(moods(seed, 0.0), base_columns(DAYS)) for seed in range(10)]
    assert sum(told) <= 4


def test_what_is_asked_about_is_not_taken_for_a_drift() -> None:
    random = np.random.default_rng(1)
    since = (np.arange(500) >= 250) * 1.0
    rated = RatedDays(DAYS, 6 + random.normal(size=500) + 4 * since)
    base = base_columns(DAYS)
    assert speaks_for_drift(rated, base)
    assert not speaks_for_drift(rated, np.column_stack([base, since, since]))


def test_constant_ratings_and_too_few_days_do_not_drift() -> None:
    base = base_columns(DAYS)
    assert not speaks_for_drift(RatedDays(DAYS, np.full(500, 7.0)), base)
    assert not speaks_for_drift(RatedDays(DAYS[::100], np.arange(5.0)), base[::100])
    assert not speaks_for_drift(RatedDays(DAYS, base @ np.arange(base.shape[1])), base)
