from datetime import date, timedelta

import numpy as np
import pytest

from journal.analysis.day_memory_gate import FEWEST_DAYS_BESIDE_CHANGE, Lack, LackKind
from journal.analysis.relations.before_after import (
    LINE_REACH_DAYS,
    BeforeAfter,
    before_after,
)
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.questions import ChangeSource, DatedChange
from tests.cycle_builders import TODAY
from tests.daily_builders import MadeUp, made_up

CHANGED = TODAY - timedelta(days=110)
CHANGE = DatedChange(CHANGED, "Moving house", ChangeSource.CONTEXT_START)


def lower(day: date) -> float:
    return -2.0 * (day >= CHANGED)


def around(what: MadeUp, reach: int = 100) -> BeforeAfter:
    return before_after(made_up(what)[0], "mood", CHANGE, reach)


def test_the_day_of_the_change_is_the_first_after_it() -> None:
    found = around(MadeUp(rated=1.0))
    assert [found.before.days[0].offset, found.before.days[-1].offset] == [-100, -1]
    assert [found.after.days[0].offset, found.after.days[-1].offset] == [0, 99]
    assert found.after.days[0].day == CHANGED


def test_a_step_is_found_with_its_size() -> None:
    found = around(MadeUp(step=lower))
    assert found.step is not None
    assert found.step.size.low < -2 < found.step.size.high < 0
    assert found.step.p < 0.01


def test_the_levels_at_the_change_are_one_step_apart() -> None:
    found = around(MadeUp(step=lower))
    before, after = found.before.level, found.after.level
    assert found.step is not None
    assert before is not None
    assert after is not None
    assert after.estimate - before.estimate == pytest.approx(found.step.size.estimate, abs=0.15)


def test_without_a_step_none_is_claimed() -> None:
    found = around(MadeUp())
    assert found.step is not None
    assert found.step.size.low < 0 < found.step.size.high


def test_each_side_has_its_own_line_and_gaps_stay_gaps() -> None:
    record, _ = made_up(MadeUp(step=lower, rated=1.0, spread=0.0))
    row = record.days.index(CHANGED)
    record.values["mood"][row + 20 : row + 50] = np.nan
    found = before_after(record, "mood", CHANGE, 100)
    assert {6.0} == {value for _, value in found.before.line}
    assert {4.0, None} == {value for _, value in found.after.line}
    gaps = [offset for offset, value in found.after.line if value is None]
    assert gaps[0] == 20 + LINE_REACH_DAYS - 4
    assert found.step is None  # two values that never change leave nothing to weigh by


@pytest.mark.parametrize("days", [0, 5, FEWEST_DAYS_BESIDE_CHANGE - 1])
def test_too_few_days_on_a_side_have_no_step_and_say_so(days: int) -> None:
    record, _ = made_up(MadeUp(rated=1.0))
    row = record.days.index(CHANGED)
    record.values["mood"][: row - days] = np.nan
    found = before_after(record, "mood", CHANGE, 100)
    assert found.step is None
    missing = FEWEST_DAYS_BESIDE_CHANGE - days
    assert found.lacks == (Lack(LackKind.DAYS_BEFORE_CHANGE, missing),)
    assert len(found.before.days) == days


def test_a_change_outside_the_record_has_no_days_and_no_step() -> None:
    record, _ = made_up(MadeUp())
    far = DatedChange(TODAY + timedelta(days=400), "Later", ChangeSource.OWN)
    found = before_after(record, "mood", far, 100)
    assert (found.before.days, found.after.days, found.step) == ((), (), None)
    assert found.before.middle is None


def test_a_dip_before_a_period_is_not_read_as_a_change() -> None:
    """The change lies where a premenstrual week begins; the cycle is taken account of."""

    def dipping(what: object) -> float:
        at = getattr(what, "days_to_onset", 99)
        return -2.5 * (at <= 5)

    missed = 0
    for seed in range(6):
        found = around(MadeUp(shape=dipping, seed=seed), 60)
        assert found.step is not None
        missed += found.step.p < 0.05
    assert missed <= 1


def test_levels_drawn_are_as_far_apart_as_the_step_beside_a_drift_too() -> None:
    # This record drifts up about the change without a step in it.
    count, at = 800, 400
    random = np.random.default_rng(15)
    drift = 1.5 * np.sin(2 * np.pi * np.arange(count) / 300 + random.uniform(0, 6))
    noise = random.normal(size=count)
    for day in range(1, count):
        noise[day] += 0.4 * noise[day - 1]
    mood = np.clip(np.round(5.5 + drift + noise), 0, 10)
    mood[random.random(count) < 0.3] = np.nan
    dates = [TODAY - timedelta(days=count - 1 - place) for place in range(count)]
    record = DailyRecord(dates, {"mood": mood, "apart": np.zeros(count)}, {}, [None] * count)
    found = before_after(record, "mood", DatedChange(dates[at], "It", ChangeSource.OWN), 365)
    before, after = found.before.level, found.after.level
    assert before is not None
    assert after is not None
    assert found.step is not None
    assert after.estimate - before.estimate == pytest.approx(found.step.size.estimate, abs=0.1)
