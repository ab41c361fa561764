from dataclasses import replace

import numpy as np
import pytest

from journal.analysis.day_memory_cycle import PlacedDay, placed_days
from journal.analysis.day_memory_gate import LackKind
from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.answers import NotYet
from journal.analysis.relations.cycle_curve import (
    MOST_CYCLES_DRAWN,
    CycleCurve,
    cycle_curve,
    waves,
)
from journal.analysis.relations.questions import CycleWindowQuestion
from journal.cycle.basis import Basis
from journal.cycle.forecast import Silence, SilentBecause
from journal.cycle.ovulation import OvulationSign
from tests.daily_builders import LENGTH, LEVEL, MadeUp, dip, made_up


def curve_of(what: MadeUp) -> CycleCurve:
    record, _ = made_up(what)
    found = cycle_curve(record, "mood")
    assert isinstance(found, CycleCurve)
    return found


def rise(day: PlacedDay | None) -> float:
    return 1.5 * (day is not None and 13 <= day.days_to_onset <= 17)


def test_the_curve_ends_where_it_begins() -> None:
    found = curve_of(MadeUp(shape=dip(1.5)))
    first, last = found.points[0], found.points[-1]
    assert (first.day, last.day) == (1, LENGTH + 1)
    assert (first.fit, first.low, first.high) == pytest.approx((last.fit, last.low, last.high))
    assert np.allclose(waves(np.array([0.0])), waves(np.array([1.0])))


def test_a_dip_before_the_period_is_drawn_where_it_is() -> None:
    found = curve_of(MadeUp(shape=dip(2.0), lengths=(LENGTH,) * 12))
    assert found.lowest.day in range(LENGTH - 4, LENGTH + 1)
    inside = next(at for at in found.points if at.day == LENGTH - 1)
    assert inside.low < LEVEL - 2 < inside.high
    assert found.whole_p is not None
    assert found.whole_p < 0.001


def test_a_rise_around_ovulation_is_drawn_where_it_is() -> None:
    found = curve_of(MadeUp(shape=rise, lengths=(LENGTH,) * 12))
    assert found.highest.day in range(LENGTH - 17, LENGTH - 11)


def test_noise_is_drawn_nearly_flat() -> None:
    swings = []
    for seed in range(4):
        found = curve_of(MadeUp(seed=seed, lengths=(LENGTH,) * 12))
        swings.append(found.highest.fit - found.lowest.fit)
    assert np.mean(swings) < 0.7


def test_the_days_behind_the_curve_are_each_counted_once() -> None:
    found = curve_of(MadeUp(lengths=(27, 30, 28, 25, 33, 28, 29)))
    assert found.length_days == 28
    assert found.length_days == len(found.whole_days)
    assert found.rated_days == sum(at.near or 0 for at in found.points)
    assert found.cycles == 7 + 1
    assert found.forecast_days > 0


def test_cycles_are_drawn_by_their_share_and_broken_at_gaps() -> None:
    record, _ = made_up(MadeUp(lengths=(35,) * 6, rated=1.0))
    record.values["mood"][[3, 4, 10]] = np.nan
    found = cycle_curve(record, "mood")
    assert isinstance(found, CycleCurve)
    run = found.runs[0]
    assert run.values.count(None) == 2
    assert run.days[0] == 1
    assert max(run.days) < 35 + 1
    assert 1 + found.length_days / 35 == pytest.approx(run.days[1])


def test_only_the_newest_cycles_are_drawn_one_by_one() -> None:
    found = curve_of(MadeUp(lengths=(LENGTH,) * 30))
    assert len(found.runs) == MOST_CYCLES_DRAWN
    assert found.cycles == 31
    assert list(found.runs) == sorted(found.runs, key=lambda run: run.onset)


def test_ovulation_is_marked_where_it_mostly_was() -> None:
    guessed = curve_of(MadeUp())
    assert guessed.ovulation is not None
    assert (
        guessed.ovulation.day,
        guessed.ovulation.basis,
        guessed.ovulation.cycles,
        guessed.ovulation.observed,
    ) == (LENGTH - 14 + 1, Basis.ESTIMATED, 8, 0)
    seen = curve_of(MadeUp(sign=OvulationSign.LH_TEST))
    assert seen.ovulation is not None
    assert Basis.OBSERVED is seen.ovulation.basis
    assert curve_of(MadeUp(sign=None)).ovulation is None


def test_without_a_forecast_the_open_cycle_tells_nothing_of_the_curve() -> None:
    record, reading = made_up(MadeUp())
    silent = replace(reading, outlook=Silence(SilentBecause.SWITCHED_OFF))
    placed = placed_days(silent, record.days)
    found = cycle_curve(replace(record, placed=placed), "mood")
    assert isinstance(found, CycleCurve)
    assert found.forecast_days == 0
    assert found.unplaced_days > 0
    assert found.cycles == 8


def test_too_few_cycles_have_no_curve_and_say_what_is_missing() -> None:
    record, _ = made_up(MadeUp(lengths=(LENGTH,), cycle_day=20, rated=1.0))
    found = cycle_curve(record, "mood")
    assert isinstance(found, NotYet)
    assert CycleWindowQuestion("mood", Window.PREMENSTRUAL) == found.question
    assert LackKind.CYCLES in {lack.kind for lack in found.lacks}


@pytest.mark.parametrize("value", [np.nan, 0.0, 10.0])
def test_a_measure_without_change_has_no_curve(value: float) -> None:
    record, _ = made_up(MadeUp())
    record.values["mood"][:] = value
    found = cycle_curve(record, "mood")
    assert isinstance(found, NotYet)
    assert found.lacks


def test_days_apart_are_left_out_where_she_has_it_so() -> None:
    record, _ = made_up(MadeUp(rated=1.0))
    record.values["apart"][20:30] = 1
    found = cycle_curve(replace(record, leave_apart_out=True), "mood")
    assert isinstance(found, CycleCurve)
    assert found.apart_left_out == 10
    assert found.rated_days == len(record.days) - 10


def test_a_constant_added_to_the_measure_only_lifts_the_curve() -> None:
    record, _ = made_up(MadeUp(shape=dip(1)))
    before = cycle_curve(record, "mood")
    record.values["mood"] += 2
    after = cycle_curve(record, "mood")
    assert isinstance(before, CycleCurve)
    assert isinstance(after, CycleCurve)
    lifts = [two.fit - one.fit for one, two in zip(before.points, after.points, strict=True)]
    assert [2.0] * len(lifts) == pytest.approx(lifts, abs=1e-6)
    assert before.whole_p == pytest.approx(after.whole_p)


def test_nothing_beyond_the_scale_is_drawn() -> None:
    record, _ = made_up(MadeUp(shape=dip(4), lengths=(LENGTH,) * 10))
    low = np.clip(record.values["mood"] - 4, 0, 10)
    found = cycle_curve(replace(record, values={**record.values, "mood": low}), "mood")
    assert isinstance(found, CycleCurve)
    assert min(at.low for at in found.points) == 0
