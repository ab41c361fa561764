import json
import math
from dataclasses import replace

import pytest

from journal.charts.chart import Chart, Shade
from journal.charts.cycle_wheel_words import cycle_wheel_chart
from journal.cycle.basis import Basis
from journal.cycle.forecast import Forecast, Silence, SilentBecause
from journal.cycle.forecast_words import silence_words
from journal.cycle.ovulation import OvulationSign
from journal.cycle.reading import CycleReading
from journal.domain.contexts import Context, ContextKind
from tests.builders import on
from tests.cycle_builders import (
    TODAY,
    cycles_before,
    days,
    likely,
    open_cycle,
    ovulation_on,
    reading_of,
    regular_reading,
)


def _drawn(chart: Chart) -> list[dict[str, object]]:
    return json.loads(chart.figure(Shade.LIGHT).to_json())["data"]


def _names(chart: Chart) -> set[str]:
    return {trace.name for trace in chart.figure(Shade.LIGHT).data}


def _words_in_the_hole(chart: Chart) -> list[str]:
    notes = chart.figure(Shade.LIGHT).layout.annotations
    return [note.text for note in notes if (note.x, note.y) == (0, 0)]


def _ticks(chart: Chart) -> list[str]:
    notes = chart.figure(Shade.LIGHT).layout.annotations
    return [note.text for note in notes if (note.x, note.y) != (0, 0)]


def _bare(cycle_day: int) -> CycleReading:
    onset = TODAY - days(cycle_day - 1)
    return reading_of(open_cycle(onset, cycle_day))


def test_today_and_its_phase_stand_in_the_middle() -> None:
    chart = cycle_wheel_chart(regular_reading(23))
    assert _words_in_the_hole(chart) == ["<b>Day 23</b>", "Luteal phase", "estimated"]


def test_the_sentence_says_what_the_wheel_shows() -> None:
    chart = cycle_wheel_chart(regular_reading(23))
    assert chart.sentence == (
        "Today is day 23, in the luteal phase (estimated). "
        "Ovulation was likely between 12 and 18 November 2026 (estimated). "
        "Your next period is likely between 26 November and 2 December 2026. "
        "Solid days were observed; pale ones with a dashed edge are estimated."
    )
    assert chart.subtitle == "Since 31 October 2026 · 23 days · forecast from 6 cycles"


def test_an_ovulation_that_may_come_is_said_to_be_likely_and_not_to_have_been() -> None:
    chart = cycle_wheel_chart(regular_reading(3))
    assert "Ovulation is likely between 2 and 8 December 2026 (estimated)." in chart.sentence


def test_an_observed_ovulation_is_filled_and_an_estimated_one_hollow() -> None:
    onset = TODAY - days(22)
    seen = ovulation_on(onset + days(14), OvulationSign.TEMPERATURE, 1)
    observed = cycle_wheel_chart(reading_of(open_cycle(onset, 28, ovulation=seen)))
    estimated = cycle_wheel_chart(regular_reading(23))
    assert "Signs of ovulation point to 14 November 2026 (observed)." in observed.sentence
    colours = []
    for chart, name in ((observed, "Ovulation, observed"), (estimated, "Ovulation, estimated")):
        (mark,) = (trace for trace in chart.figure(Shade.LIGHT).data if trace.name == name)
        colours.append(mark.marker.color == mark.marker.line.color)
    assert colours == [True, False]


def test_a_turn_is_the_likely_length_of_the_cycle() -> None:
    chart = cycle_wheel_chart(regular_reading(23))
    (middle,) = (trace for trace in chart.figure(Shade.LIGHT).data if trace.name == "Its middle")
    # Day 30 of a turn of 29 days is its first day again, whose noon lies half a day from the top.
    assert math.atan2(middle.x[0], middle.y[0]) == pytest.approx(math.tau * 0.5 / 29)
    assert _ticks(chart) == ["1", "8", "15", "22"]


def test_day_one_begins_at_the_top_and_days_go_clockwise() -> None:
    chart = cycle_wheel_chart(_bare(7))
    (today,) = (trace for trace in chart.figure(Shade.LIGHT).data if trace.name == "Today")
    assert today.x[0] > abs(today.y[0])  # day 7 of a turn of 28 days lies to the right
    (menses,) = (t for t in _drawn(chart) if t["name"] == "Menstrual days, observed")
    assert menses["x"][0] == pytest.approx(0, abs=0.02)  # type: ignore[index]
    assert menses["y"][0] == pytest.approx(1, abs=0.02)  # type: ignore[index]


@pytest.mark.parametrize("cycle_day", [3, 23, 75, 410])
def test_without_a_forecast_the_circle_stays_open_and_promises_nothing(cycle_day: int) -> None:
    chart = cycle_wheel_chart(_bare(cycle_day))
    assert "Left open" in _names(chart)
    assert not {"Next period likely", "Its middle"} & _names(chart)
    assert "The dotted line leaves open how long the cycle will be." in chart.sentence
    assert str(cycle_day + 1) not in _ticks(chart)
    assert len(_ticks(chart)) <= 10


@pytest.mark.parametrize("because", list(SilentBecause))
def test_a_silent_forecast_says_why(because: SilentBecause) -> None:
    silent = Silence(because, days=40)
    reading = replace(_bare(40), outlook=silent)
    assert silence_words(silent, TODAY) in cycle_wheel_chart(reading).sentence


def test_a_context_that_silences_the_forecast_is_named() -> None:
    pill = Context(ContextKind.HORMONAL_CONTRACEPTION, on("2026-01-01"), name="Pill")
    silent = Silence(SilentBecause.CONTEXT, context=pill)
    chart = cycle_wheel_chart(replace(_bare(12), outlook=silent))
    assert "Hormonal contraception since 1 January" in chart.sentence


def test_a_late_cycle_makes_the_turn_as_long_as_it_has_run() -> None:
    onset = TODAY - days(34)
    late = Forecast(likely(TODAY + days(1), 1, 5), None, 4, late_days=3)
    chart = cycle_wheel_chart(reading_of(open_cycle(onset, 36), outlook=late))
    assert _words_in_the_hole(chart)[:1] == ["<b>Day 35</b>"]
    assert "Left open" not in _names(chart)
    assert "likely between 22 and 28 November 2026" in chart.sentence


def test_other_womens_cycles_are_named_as_the_source_of_a_first_forecast() -> None:
    outlook = Forecast(likely(TODAY + days(19), 4), None, 0)
    chart = cycle_wheel_chart(reading_of(open_cycle(TODAY - days(9), 29), outlook=outlook))
    assert chart.subtitle.endswith("forecast from other women’s cycles")


def test_the_table_has_every_day_with_its_phase_and_marks() -> None:
    chart = cycle_wheel_chart(regular_reading(23))
    rows = {row[1]: row for row in chart.table.rows}
    assert chart.table.columns == ("Date", "Cycle day", "Phase", "Known how", "Marked")
    assert rows[1] == ("2026-10-31", 1, "Menstrual days", "observed", None)
    assert rows[16][4] == "ovulation, estimated"
    assert rows[23] == ("2026-11-22", 23, "Luteal phase", "estimated", "today")
    assert rows[30] == (
        *("2026-11-29", 30, None, None),
        "next period likely, middle of the span",
    )
    assert rows[33][0] == "2026-12-02"


def test_a_day_nothing_can_be_said_of_is_left_without_a_phase() -> None:
    chart = cycle_wheel_chart(_bare(75))
    assert "Today is day 75; no phase can be named." in chart.sentence
    assert (TODAY.isoformat(), 75, None, None, "today") == chart.table.rows[-1]
    assert _words_in_the_hole(chart) == ["<b>Day 75</b>"]


@pytest.mark.parametrize(
    ("reading", "sentence"),
    [
        (
            reading_of(),
            "No period is recorded yet; the first day of one begins the picture.",
        ),
        (
            reading_of(*cycles_before(on("2026-10-01"), 28)),
            (
                "No cycle is going on, so there is none to draw. "
                "The last period recorded began on 3 September 2026."
            ),
        ),
        (
            reading_of(
                *cycles_before(on("2026-10-01"), 28),
                outlook=Silence(
                    SilentBecause.CONTEXT, Context(ContextKind.PREGNANCY, on("2026-10-01"))
                ),
            ),
            (
                "No cycle is going on, so there is none to draw. "
                "Pregnancy since 1 October: no period is expected during it, so no date can be "
                "given."
            ),
        ),
    ],
    ids=["nothing", "ended", "pregnant"],
)
def test_without_an_open_cycle_the_chart_is_empty_and_says_why(
    reading: CycleReading, sentence: str
) -> None:
    chart = cycle_wheel_chart(reading)
    assert chart.empty
    assert chart.sentence == sentence
    assert len(chart.figure(Shade.DARK).data) == 0


@pytest.mark.parametrize("shade", list(Shade))
def test_the_wheel_is_round_and_plain_x_and_y(shade: Shade) -> None:
    figure = cycle_wheel_chart(regular_reading(23)).figure(shade)
    assert {trace.type for trace in figure.data} == {"scatter"}
    assert figure.layout.yaxis.scaleanchor == "x"
    assert figure.layout.xaxis.range == figure.layout.yaxis.range
    assert '"bdata"' not in figure.to_json()
    assert sum(len(trace.x) for trace in figure.data) <= 1_500


def test_every_day_under_a_finger_says_its_date_phase_and_basis() -> None:
    (points,) = (
        trace
        for trace in cycle_wheel_chart(regular_reading(23)).figure(Shade.LIGHT).data
        if trace.name == "Days"
    )
    assert (
        "<b>Sunday 22 November 2026</b><br>Cycle day 23<br>Luteal phase, estimated" in points.text
    )


def test_observed_and_estimated_days_of_one_phase_are_told_apart() -> None:
    onset = TODAY - days(22)
    seen = ovulation_on(onset + days(14), OvulationSign.LH_TEST)
    cycle = open_cycle(onset, 28, ovulation=seen)
    half = cycle.phases[-1]
    mixed = replace(cycle, phases=(*cycle.phases[:-1], replace(half, basis=Basis.ESTIMATED)))
    chart = cycle_wheel_chart(reading_of(mixed))
    traces = {trace.name: trace for trace in chart.figure(Shade.LIGHT).data}
    solid, pale = traces["Luteal phase, observed"], traces["Premenstrual days, estimated"]
    assert (solid.line.dash, pale.line.dash) == ("solid", "4px,3px")
    assert {"Observed", "Estimated"} <= set(traces)
