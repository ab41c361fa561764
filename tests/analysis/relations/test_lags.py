from dataclasses import replace

import numpy as np
import pytest

from journal.analysis.day_memory import RatedDays, day_effect
from journal.analysis.day_memory_columns import base_columns, centred
from journal.analysis.day_memory_cycle import cycle_columns
from journal.analysis.day_memory_gate import LackKind
from journal.analysis.relations.answers import NotYet
from journal.analysis.relations.lags import LAG_LEVEL, LAGS, LagEffects, lag_effects
from tests.analysis.relations.made_up import record_of, remembering, whole_record


def told(found: LagEffects | NotYet) -> LagEffects:
    assert isinstance(found, LagEffects)
    return found


def test_seven_lags_are_looked_at_three_days_to_both_sides() -> None:
    found = told(lag_effects(whole_record(1), "mood", "stress"))
    assert [-3, -2, -1, 0, 1, 2, 3] == [lag.lag for lag in found.lags] == list(LAGS)
    assert pytest.approx(1 - 0.05 / 7) == LAG_LEVEL


@pytest.mark.parametrize("lag", [-2, 0, 1])
def test_an_effect_stands_at_its_lag_and_does_not_spread_over_the_others(lag: int) -> None:
    random = np.random.default_rng(2)
    stress = remembering(random, 400, 0.8)
    mood = np.roll(2 * stress, lag) + remembering(random, 400)
    found = told(lag_effects(record_of({"mood": mood, "stress": stress}), "mood", "stress"))
    for at in found.lags:
        assert at.effect is not None
        interval = at.interval()
        assert interval is not None
        there = 2.0 if at.lag == lag else 0.0
        low, high = (end / found.contrast.size for end in interval)
        assert low < there < high
        assert (at.lag == lag) == (low > 0 or high < 0)


def test_each_lag_is_what_the_engine_says_of_it_beside_the_others_not_after_it() -> None:
    record = whole_record(3)
    found = told(lag_effects(record, "mood", "stress"))
    at = np.flatnonzero(np.isfinite(record.values["mood"]))
    stress = np.pad(centred(record.values["stress"]), 3)
    shifted = np.column_stack([stress[at + 3 - lag] for lag in LAGS])
    rated = RatedDays(record.first + at, record.values["mood"][at])
    placed = [record.placed[place] for place in at]
    beside = [cycle_columns(placed), record.values["apart"][at]]
    for place, lag in enumerate(found.lags):
        beside_it = [other for other in LAGS if other != lag.lag and (lag.lag < 0 or other >= 0)]
        others = shifted[:, [LAGS.index(other) for other in beside_it]]
        expected = day_effect(rated, base_columns(rated.days, [*beside, others]), shifted[:, place])
        assert expected is not None
        assert lag.effect is not None
        assert lag.effect.p == pytest.approx(expected.p, abs=1e-6)
        size = found.contrast.size
        assert lag.effect.estimate == pytest.approx(size * expected.estimate, abs=1e-6)


def test_below_the_gate_it_is_said_what_is_missing() -> None:
    record = record_of({"mood": np.arange(30) % 7.0})
    found = lag_effects(record, "mood", "stress")
    assert isinstance(found, NotYet)
    assert LackKind.RATED_DAYS in {lack.kind for lack in found.lacks}
    itself = lag_effects(whole_record(1), "mood", "mood")
    assert isinstance(itself, NotYet)
    assert itself.lacks == ()


def test_what_tells_the_rating_wholly_has_no_effect_to_show() -> None:
    record = whole_record(4)
    copied = replace(record, values={**record.values, "calm": record.values["mood"]})
    found = told(lag_effects(copied, "mood", "calm"))
    assert {None} == {lag.effect for lag in found.lags}
    assert {None} == {lag.interval() for lag in found.lags}


def test_days_apart_are_asked_without_themselves_in_the_base() -> None:
    found = told(lag_effects(whole_record(5), "mood", "apart"))
    assert all(lag.effect is not None for lag in found.lags)
