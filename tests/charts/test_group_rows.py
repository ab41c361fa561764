from dataclasses import replace
from datetime import timedelta

import pytest

from journal.analysis.relations.by_phase import by_phase
from journal.analysis.relations.by_stage import by_stage
from journal.analysis.relations.groups import Groups
from journal.charts.chart import Shade
from journal.charts.group_rows_words import MOST_DOTS, NO_STAGES, by_phase_chart, by_stage_chart
from journal.domain.stages import Stage, StageDeclaration
from tests.cycle_builders import TODAY
from tests.daily_builders import LENGTH, MadeUp, dip, made_up

NAMES = {"mood": "Mood"}
CHANGED = TODAY - timedelta(days=120)
STAGES = (
    StageDeclaration(TODAY - timedelta(days=250), Stage.LATE_REPRODUCTIVE_A),
    StageDeclaration(CHANGED, Stage.EARLY_TRANSITION),
)


@pytest.fixture(scope="module")
def phases() -> Groups:
    record, reading = made_up(MadeUp(lengths=(LENGTH,) * 12, shape=dip(2.0)))
    return by_phase(record, reading, "mood")


@pytest.fixture(scope="module")
def stages() -> Groups:
    what = MadeUp(stages=STAGES, step=lambda day: -2.0 * (day >= CHANGED), lengths=(28,) * 9)
    return by_stage(made_up(what)[0], "mood")


def test_the_sentence_names_the_ends_the_size_and_n(phases: Groups) -> None:
    said = by_phase_chart(phases, NAMES).sentence
    assert said.startswith("Your mood differs between phases: on average it is highest ")
    assert "lowest in the premenstrual days (" in said
    assert f"{phases.rated_days} days)." in said
    assert "hollow where its phase is estimated" in said


def test_phases_that_hardly_differ_are_said_so(phases: Groups) -> None:
    assert phases.comparison is not None
    alike = replace(phases, comparison=replace(phases.comparison, hardly=True))
    said = by_phase_chart(alike, NAMES).sentence
    days = phases.rated_days
    assert said.startswith(
        f"Your mood hardly differs between phases: less than half a point, {days} days."
    )


def test_what_may_be_chance_is_no_difference(phases: Groups) -> None:
    assert phases.comparison is not None
    unsure = replace(phases, comparison=replace(phases.comparison, p=0.2))
    said = by_phase_chart(unsure, NAMES).sentence
    assert said.startswith("Your record cannot tell yet whether your mood differs between phases")


def test_below_the_gate_the_days_are_drawn_and_what_is_missing_is_said() -> None:
    record, reading = made_up(MadeUp(lengths=(LENGTH,), rated=0.6))
    chart = by_phase_chart(by_phase(record, reading, "mood"), NAMES)
    assert not chart.empty
    assert chart.sentence.startswith("Averages cannot be compared yet: ")
    average = next(
        trace for trace in chart.figure(Shade.LIGHT).data if trace.name.startswith("Average")
    )
    assert list(average.x) == []


@pytest.mark.parametrize("shade", Shade)
def test_every_day_is_a_dot_near_its_own_value(phases: Groups, shade: Shade) -> None:
    figure = by_phase_chart(phases, NAMES).figure(shade)
    dots = [trace for trace in figure.data if trace.text and "20" in str(trace.text[0])]
    dots = [trace for trace in dots if not trace.name.startswith("Average")]
    assert phases.rated_days == sum(len(trace.x) for trace in dots)
    for trace in dots:
        for x, said in zip(trace.x, trace.text, strict=True):
            assert abs(x - float(said.rpartition(": ")[2])) < 0.5
    symbols = {trace.marker.symbol for trace in dots}
    assert symbols == {"circle", "circle-open"}


def test_the_same_days_are_drawn_in_the_same_places(phases: Groups) -> None:
    one, two = (by_phase_chart(phases, NAMES).figure(Shade.LIGHT) for _ in range(2))
    assert one.to_json() == two.to_json()


def test_of_very_many_days_some_are_drawn_and_all_count() -> None:
    record, reading = made_up(MadeUp(lengths=(LENGTH,) * 90, rated=0.9))
    groups = by_phase(record, reading, "mood")
    chart = by_phase_chart(groups, NAMES)
    assert groups.rated_days > MOST_DOTS
    assert "only one in 2 is drawn; all of them count" in chart.sentence
    drawn = sum(len(trace.x) for trace in chart.figure(Shade.LIGHT).data)
    assert drawn < groups.rated_days
    assert groups.rated_days == sum(row[1] for row in chart.table.rows if isinstance(row[1], int))


def test_stages_are_described_and_not_blamed(stages: Groups) -> None:
    chart = by_stage_chart(stages, NAMES)
    assert chart.sentence.startswith("On average your mood was ")
    assert "in “Early menopausal transition” (between " in chart.sentence
    assert "That says how these times were, not what made them so." in chart.sentence
    assert len(chart.table.rows) == 2
    assert {len(chart.table.columns)} == {len(row) for row in chart.table.rows}


def test_without_a_stage_the_chart_invites() -> None:
    chart = by_stage_chart(by_stage(made_up(MadeUp())[0], "mood"), NAMES)
    assert (chart.empty, chart.sentence) == (True, NO_STAGES)
