from dataclasses import replace
from datetime import timedelta

import pytest

from journal.analysis.day_memory_levels import Level
from journal.analysis.relations.before_after import BeforeAfter, Step, before_after
from journal.analysis.relations.measure_words import spoken
from journal.analysis.relations.questions import ChangeSource, DatedChange
from journal.charts.before_after_words import before_after_chart, change_words, step_words
from journal.charts.chart import Shade
from tests.cycle_builders import TODAY
from tests.daily_builders import MadeUp, made_up

NAMES = {"mood": "Mood"}
MOOD = spoken("mood", NAMES)
CHANGED = TODAY - timedelta(days=110)
CHANGE = DatedChange(CHANGED, "<b>Moving</b>", ChangeSource.CONTEXT_START)


@pytest.fixture(scope="module")
def stepped() -> BeforeAfter:
    what = MadeUp(step=lambda day: -2.0 * (day >= CHANGED))
    return before_after(made_up(what)[0], "mood", CHANGE, 90)


def test_a_step_is_said_with_its_size_its_interval_and_n(stepped: BeforeAfter) -> None:
    chart = before_after_chart(stepped, NAMES)
    assert chart.sentence.startswith("Your mood is about ")
    assert "lower after “<b>Moving</b>” began than before (between " in chart.sentence
    assert "It says when, not why." in chart.sentence
    assert f"{len(stepped.before.days)} rated days before" in chart.subtitle
    assert "because" not in chart.sentence


HARDLY = "Your mood hardly differs after it: less than half a point."
UNSURE = (
    "Your record cannot tell whether your mood changed after it: anything between 1.2 lower and "
    "0.4 higher would fit."
)
SURE = (
    "Your mood is about one point of ten higher after it than before (between 0.4 higher and "
    "1.6 higher)."
)


@pytest.mark.parametrize(
    ("size", "p", "said"),
    [
        (Level(0.1, -0.3, 0.4), 0.7, HARDLY),
        (Level(-0.4, -1.2, 0.4), 0.3, UNSURE),
        (Level(1.0, 0.4, 1.6), 0.01, SURE),
    ],
)
def test_what_the_step_bears_is_said(size: Level, p: float, said: str) -> None:
    assert said == step_words(Step(size, p), MOOD, "it")


def test_what_is_missing_is_said_and_the_days_are_drawn(stepped: BeforeAfter) -> None:
    record, _ = made_up(MadeUp())
    recent = DatedChange(TODAY - timedelta(days=4), "x", ChangeSource.OWN)
    chart = before_after_chart(before_after(record, "mood", recent, 90), NAMES)
    assert chart.sentence.startswith("It cannot be told yet whether something changed: ")
    assert not chart.empty
    names = {trace.name for trace in chart.figure(Shade.LIGHT).data}
    assert "Level after, 95 %" not in names
    assert "Level after, 95 %" in {
        trace.name for trace in before_after_chart(stepped, NAMES).figure(Shade.LIGHT).data
    }


def test_without_days_near_it_the_chart_says_so() -> None:
    far = DatedChange(TODAY + timedelta(days=900), "x", ChangeSource.OWN)
    chart = before_after_chart(before_after(made_up(MadeUp())[0], "mood", far, 90), NAMES)
    assert chart.empty
    assert chart.sentence.startswith("No rated day lies within 90 days before or after ")


@pytest.mark.parametrize("shade", Shade)
def test_both_sides_and_the_step_are_drawn(stepped: BeforeAfter, shade: Shade) -> None:
    figure = before_after_chart(stepped, NAMES).figure(shade)
    before, after = figure.data[:2]
    assert max(before.x) < 0
    assert min(after.x) >= 0
    assert before.marker.symbol != after.marker.symbol
    level, step = figure.data[-2:]
    assert stepped.step is not None
    assert step.y[0] - level.y[0] == pytest.approx(stepped.step.size.estimate)
    assert step.error_y.array[0] > 0


def test_the_table_has_every_day_of_both_sides(stepped: BeforeAfter) -> None:
    rows = before_after_chart(stepped, NAMES).table.rows
    assert len(rows) == len(stepped.before.days) + len(stepped.after.days)
    first = stepped.after.days[0]
    assert ("after", first.offset, first.day.isoformat(), first.value) in rows


def test_a_change_is_named_with_its_date() -> None:
    assert change_words(CHANGE) == "<b>Moving</b>, began 4 August 2026"
    ended = replace(CHANGE, source=ChangeSource.CONTEXT_END)
    assert change_words(ended) == "<b>Moving</b>, ended 4 August 2026"
    assert change_words(replace(CHANGE, source=ChangeSource.OWN)) == "4 August 2026"
