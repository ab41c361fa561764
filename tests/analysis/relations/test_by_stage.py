from datetime import timedelta

import numpy as np

from journal.analysis.relations.by_stage import by_stage
from journal.domain.stages import Stage, StageDeclaration
from tests.cycle_builders import TODAY
from tests.daily_builders import MadeUp, made_up

CHANGED = TODAY - timedelta(days=120)
BEFORE = StageDeclaration(TODAY - timedelta(days=200), Stage.LATE_REPRODUCTIVE_A)
AFTER = StageDeclaration(CHANGED, Stage.EARLY_TRANSITION)


def test_a_stage_lasts_until_the_next_and_days_before_the_first_are_in_none() -> None:
    record, _ = made_up(MadeUp(stages=(BEFORE, AFTER), rated=1.0))
    found = by_stage(record, "mood")
    assert [group.key for group in found.groups] == ["-3a", "-2"]
    assert found.group("-3a").days[0].day == BEFORE.date
    assert found.group("-3a").days[-1].day == CHANGED - timedelta(days=1)
    assert len(found.group("-2").days) == 120 + 1
    assert len(record.days) - 201 == found.left_out


def test_stages_have_the_levels_they_were_made_with() -> None:
    lower = MadeUp(
        stages=(BEFORE, AFTER), step=lambda day: -2.0 * (day >= CHANGED), lengths=(28,) * 9
    )
    found = by_stage(made_up(lower)[0], "mood")
    first, second = found.group("-3a").level, found.group("-2").level
    assert first is not None
    assert second is not None
    assert first.low < 6 < first.high
    assert second.low < 4 < second.high
    assert second.high < first.low
    assert found.comparison is None


def test_a_stage_declared_again_is_the_same_stage() -> None:
    again = StageDeclaration(TODAY - timedelta(days=30), Stage.LATE_REPRODUCTIVE_A)
    record, _ = made_up(MadeUp(stages=(again, BEFORE, AFTER), rated=1.0))
    found = by_stage(record, "mood")
    assert [group.key for group in found.groups] == ["-3a", "-2"]
    assert len(found.group("-3a").days) == 80 + 31


def test_without_a_stage_there_is_no_group() -> None:
    record, _ = made_up(MadeUp())
    found = by_stage(record, "mood")
    assert found.groups == ()
    assert found.left_out == int(np.isfinite(record.values["mood"]).sum())


def test_below_the_gate_days_are_there_and_levels_are_not() -> None:
    record, _ = made_up(MadeUp(stages=(AFTER,)))
    record.values["mood"][:-20] = np.nan
    found = by_stage(record, "mood")
    assert 0 < found.rated_days <= 20
    assert {group.level for group in found.groups} == {None}
    assert found.lacks
