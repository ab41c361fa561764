from dataclasses import replace

import numpy as np
import pytest

from journal.analysis.day_memory_gate import Lack, LackKind
from journal.analysis.relations.answers import NotYet
from journal.analysis.relations.cycle_curve import CycleCurve, cycle_curve
from journal.analysis.relations.questions import CycleWholeQuestion
from journal.charts.chart import Shade
from journal.charts.cycle_curve_words import cycle_curve_chart, verdict_words
from journal.cycle.ovulation import OvulationSign
from tests.daily_builders import LENGTH, MadeUp, dip, made_up

NAMES = {"mood": "Mood", "sign:own": "<b>Mine</b>"}
DIPPING = MadeUp(lengths=(LENGTH,) * 10, shape=dip(2.0), sign=OvulationSign.LH_TEST)


@pytest.fixture(scope="module")
def dipping() -> CycleCurve:
    found = cycle_curve(made_up(DIPPING)[0], "mood")
    assert isinstance(found, CycleCurve)
    return found


def test_the_sentence_says_where_it_is_highest_and_lowest_and_what_it_rests_on(
    dipping: CycleCurve,
) -> None:
    chart = cycle_curve_chart(dipping, NAMES)
    assert chart.sentence.startswith("Your mood goes with the cycle: it is highest around day ")
    assert "points of ten apart." in chart.sentence
    assert f"around day {LENGTH - 13}, observed in 10 cycles." in chart.sentence
    assert "placed by the forecast" in chart.sentence
    assert f"{dipping.rated_days} rated days · 11 cycles" in chart.subtitle


def test_without_a_sure_answer_it_is_said_what_was_asked_and_no_more(dipping: CycleCurve) -> None:
    said = verdict_words(replace(dipping, whole_p=0.4, windows=()), NAMES)
    assert said.startswith(
        "Your record cannot tell yet whether your mood differs before a period and around "
        "ovulation. The curve is highest around day "
    )
    # Days of a period, say, may lie far below the others all the same.
    assert "flat line" not in said
    assert said.endswith("; how far it may be flatter the band shows.")


def test_a_part_of_the_cycle_that_stands_out_is_named_where_the_whole_is_open(
    dipping: CycleCurve,
) -> None:
    said = verdict_words(replace(dipping, whole_p=0.4), NAMES)
    assert said.startswith(
        "Your record cannot tell yet whether your mood differs before a period and around "
        "ovulation, asked of both at once. Of three parts of the cycle, asked one by one, this "
        "stands out: Your mood is about two points of ten lower in the five days before a period ("
    )


def test_a_narrow_band_around_a_flat_line_is_said_to_hardly_differ(dipping: CycleCurve) -> None:
    flat = tuple(replace(at, fit=6.0, low=5.8, high=6.2) for at in dipping.points)
    said = verdict_words(replace(dipping, points=flat), NAMES)
    days = dipping.rated_days
    assert said == (
        f"Your mood hardly differs over the cycle: less than half a point either way, {days} days."
    )


def test_what_is_missing_stands_in_place_of_a_curve() -> None:
    waiting = NotYet(CycleWholeQuestion("mood"), (Lack(LackKind.CYCLES, 2),))
    chart = cycle_curve_chart(waiting, NAMES)
    assert chart.empty
    assert chart.sentence.startswith("The curve cannot be drawn yet: 2 more complete cycles")


def test_the_table_has_a_row_for_each_day_of_the_usual_cycle(dipping: CycleCurve) -> None:
    chart = cycle_curve_chart(dipping, NAMES)
    assert list(range(1, LENGTH + 1)) == [row[0] for row in chart.table.rows]
    assert {len(chart.table.columns)} == {len(row) for row in chart.table.rows}


@pytest.mark.parametrize("shade", Shade)
def test_the_line_runs_from_one_onset_to_the_next(dipping: CycleCurve, shade: Shade) -> None:
    figure = cycle_curve_chart(dipping, NAMES).figure(shade)
    curve = next(trace for trace in figure.data if trace.name == "The curve")
    assert (curve.x[0], curve.x[-1]) == (1, LENGTH + 1)
    assert curve.y[0] == pytest.approx(curve.y[-1])
    assert figure.layout.xaxis.ticktext[-1] == "1"
    assert max(len(trace.x) for trace in figure.data) <= 1_500
    assert {"Your cycles", "Its 95 % band", "A period begins", "Ovulation, observed"} <= {
        trace.name for trace in figure.data
    }


@pytest.mark.parametrize("shade", Shade)
def test_the_round_view_is_closed_and_cartesian(dipping: CycleCurve, shade: Shade) -> None:
    chart = cycle_curve_chart(dipping, NAMES, polar=True)
    figure = chart.figure(shade)
    curve = next(trace for trace in figure.data if trace.name == "The curve")
    assert (curve.x[0], curve.y[0]) == pytest.approx((curve.x[-1], curve.y[-1]), abs=1e-6)
    assert {"scatter"} == {trace.type for trace in figure.data}
    reach = max(np.hypot(curve.x, curve.y))
    assert 0.16 < reach < 1
    assert "The further from the middle, the higher." in chart.sentence


def test_a_sign_has_its_own_scale_and_her_words_stay_words(dipping: CycleCurve) -> None:
    sign = replace(dipping, code="sign:own", name=NAMES["sign:own"])
    figure = cycle_curve_chart(sign, NAMES).figure(Shade.LIGHT)
    assert list(range(4)) == list(figure.layout.yaxis.tickvals)
    assert any("&lt;b&gt;Mine&lt;/b&gt;" in note.text for note in figure.layout.annotations)
    assert "<b>Mine" not in figure.to_json()
    assert cycle_curve_chart(sign, NAMES, polar=True).figure(Shade.LIGHT).data
