import numpy as np
import pytest

from journal.analysis.day_memory_gate import LackKind
from journal.analysis.relations.by_phase import by_phase
from journal.analysis.relations.groups import Groups
from journal.cycle.ovulation import OvulationSign
from journal.cycle.phases import Phase
from tests.daily_builders import LENGTH, MadeUp, dip, made_up

YEAR = (LENGTH,) * 12


def phases_of(what: MadeUp) -> Groups:
    record, reading = made_up(what)
    return by_phase(record, reading, "mood")


def test_every_rated_day_lies_in_one_phase_or_in_none() -> None:
    record, reading = made_up(MadeUp())
    found = by_phase(record, reading, "mood")
    assert [phase.value for phase in Phase] == [group.key for group in found.groups]
    assert found.rated_days + found.left_out == int(np.isfinite(record.values["mood"]).sum())
    days = [day.day for group in found.groups for day in group.days]
    assert len(days) == len(set(days))


def test_observed_and_estimated_days_are_told_apart() -> None:
    guessed, seen = phases_of(MadeUp()), phases_of(MadeUp(sign=OvulationSign.LH_TEST))
    assert guessed.group("menstrual").estimated_days == 0
    assert guessed.group("luteal").estimated_days == len(guessed.group("luteal").days)
    assert seen.group("luteal").estimated_days < len(seen.group("luteal").days)


def test_each_phase_counts_its_cycles() -> None:
    found = phases_of(MadeUp(lengths=YEAR, rated=1.0))
    assert found.group("menstrual").cycles == 12 + 1
    assert found.group("luteal").cycles == 12


def test_a_dip_before_the_period_is_a_lower_level_there() -> None:
    found = phases_of(MadeUp(lengths=YEAR, shape=dip(2.0)))
    level, others = found.group("premenstrual").level, found.group("luteal").level
    assert level is not None
    assert others is not None
    assert level.high < others.low
    compared = found.comparison
    assert compared is not None
    assert compared.lowest == "premenstrual"
    assert compared.most.low > 0
    assert compared.p is not None
    assert compared.p < 0.001
    assert not compared.hardly


def test_the_largest_of_all_differences_is_not_made_sure_by_being_the_largest() -> None:
    sure = 0
    for seed in range(20):
        compared = phases_of(MadeUp(seed=seed)).comparison
        assert compared is not None
        sure += compared.most.low > 0
    assert sure <= 2


def test_phases_that_are_alike_hardly_differ_once_there_are_days_enough() -> None:
    found = phases_of(MadeUp(lengths=(LENGTH,) * 60, rated=1.0, memory=0.0))
    assert found.comparison is not None
    assert found.comparison.hardly


def test_the_middle_of_a_phase_is_that_of_its_days() -> None:
    found = phases_of(MadeUp(lengths=YEAR))
    for group in found.groups:
        assert group.quarters is not None
        assert np.median([day.value for day in group.days]) == group.quarters.median
        assert group.quarters.lower <= group.quarters.median <= group.quarters.upper


def test_a_phase_with_too_few_days_is_drawn_without_a_level() -> None:
    record, reading = made_up(MadeUp(lengths=YEAR))
    whole = by_phase(record, reading, "mood")
    kept = {day.day for day in whole.group("around_ovulation").days[:4]}
    for row, day in enumerate(record.days):
        in_phase = any(day == at.day for at in whole.group("around_ovulation").days)
        if in_phase and day not in kept:
            record.values["mood"][row] = np.nan
    found = by_phase(record, reading, "mood")
    assert len(found.group("around_ovulation").days) == 4
    assert found.group("around_ovulation").level is None
    assert found.group("luteal").level is not None


def test_below_the_gate_days_are_there_and_levels_are_not() -> None:
    found = phases_of(MadeUp(lengths=(LENGTH,), rated=0.6))
    assert found.rated_days > 0
    assert {group.level for group in found.groups} == {None}
    assert LackKind.CYCLES in {lack.kind for lack in found.lacks}
    assert found.comparison is None


@pytest.mark.parametrize("value", [np.nan, 0.0, 10.0])
def test_a_measure_without_change_has_no_levels(value: float) -> None:
    record, reading = made_up(MadeUp())
    record.values["mood"][:] = value
    found = by_phase(record, reading, "mood")
    assert found.lacks
    assert {group.level for group in found.groups} <= {None}


def test_a_constant_added_lifts_the_levels_and_leaves_the_comparison() -> None:
    record, reading = made_up(MadeUp(shape=dip(1)))
    before = by_phase(record, reading, "mood")
    record.values["mood"] += 2
    after = by_phase(record, reading, "mood")
    for one, two in zip(before.groups, after.groups, strict=True):
        assert one.level is not None
        assert two.level is not None
        assert one.level.low + 2 == pytest.approx(two.level.low, abs=1e-5)
    assert before.comparison is not None
    assert after.comparison is not None
    assert before.comparison.p == pytest.approx(after.comparison.p)
