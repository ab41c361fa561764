from dataclasses import replace

import pytest

from journal.charts.chart import Chart, Shade
from journal.charts.cycle_line_words import cycle_line_chart
from journal.cycle.forecast import Silence, SilentBecause
from journal.cycle.onsets import Bleed
from tests.cycle_builders import (
    TODAY,
    cycles_before,
    days,
    open_cycle,
    reading_of,
    regular_reading,
)


def _names(chart: Chart) -> set[str]:
    return {trace.name for trace in chart.figure(Shade.LIGHT).data}


def _rows(chart: Chart) -> list[str]:
    return [note.text for note in chart.figure(Shade.LIGHT).layout.annotations]


def test_this_cycle_lies_below_the_three_before_it() -> None:
    assert _rows(cycle_line_chart(regular_reading(23))) == [
        "From 5 August 2026: 27 days",
        "From 1 September 2026: 31 days",
        "From 2 October 2026: 29 days",
        "This cycle, since 31 October 2026: today is day 23",
    ]


def test_the_first_cycle_ever_is_a_row_of_its_own() -> None:
    chart = cycle_line_chart(reading_of(open_cycle(TODAY - days(9), 29)))
    assert _rows(chart) == ["This cycle, since 13 November 2026: today is day 10"]
    assert chart.title == "This cycle"
    assert "before it" not in chart.sentence


def test_the_sentence_says_today_the_forecast_and_the_lengths_before() -> None:
    chart = cycle_line_chart(regular_reading(23))
    assert chart.sentence == (
        "Today is day 23, in the luteal phase (estimated). "
        "Ovulation was likely between 12 and 18 November 2026 (estimated). "
        "Your next period is likely between 26 November and 2 December 2026. "
        "The three before it lasted 27, 31 and 29 days. "
        "Solid days were observed; pale ones with a dashed edge are estimated."
    )
    assert chart.subtitle == ("5 August to 22 November 2026 · 4 cycles · forecast from 6 cycles")


def test_the_axis_has_cycle_days_with_the_dates_of_this_cycle() -> None:
    figure = cycle_line_chart(regular_reading(23)).figure(Shade.LIGHT)
    assert figure.layout.xaxis.title.text == "Cycle day and date of this cycle"
    assert figure.layout.xaxis.ticktext[:2] == ("1<br>31 Oct", "8<br>7 Nov")


@pytest.mark.parametrize("cycle_day", [3, 35, 75, 410, 3_000])
def test_however_long_the_cycle_the_axis_has_few_numbers(cycle_day: int) -> None:
    chart = cycle_line_chart(reading_of(open_cycle(TODAY - days(cycle_day - 1), cycle_day)))
    figure = chart.figure(Shade.DARK)
    assert len(figure.layout.xaxis.tickvals) <= 6
    assert sum(len(trace.x) for trace in figure.data) <= 1_500


def test_what_is_likely_is_drawn_only_where_it_is_forecast() -> None:
    forecast = regular_reading(23)
    silent = replace(forecast, outlook=Silence(SilentBecause.SWITCHED_OFF))
    assert "Next period likely" in _names(cycle_line_chart(forecast))
    assert "Next period likely" not in _names(cycle_line_chart(silent))
    assert "Forecasts are switched off" in cycle_line_chart(silent).sentence


def test_bleeding_between_menses_is_drawn_and_said() -> None:
    onset = TODAY - days(20)
    between = Bleed(onset + days(11), onset + days(12), starts_cycle=False)
    chart = cycle_line_chart(reading_of(open_cycle(onset, 29), bleeds=[between]))
    assert "Other bleeding" in _names(chart)
    assert "Other bleeding in this cycle: 13 to 14 November 2026." in chart.sentence
    assert ("2026-11-13", "2026-11-14", "12 to 13", "Bleeding", "observed") in chart.table.rows


def test_a_legend_names_each_thing_once_however_many_rows_have_it() -> None:
    figure = cycle_line_chart(regular_reading(23)).figure(Shade.LIGHT)
    named = [trace.name for trace in figure.data if trace.showlegend is not False]
    assert sorted(set(named)) == sorted(named)
    assert {"Observed", "Estimated", "Today"} <= set(named)


def test_the_table_has_every_span_with_how_it_is_known() -> None:
    rows = cycle_line_chart(regular_reading(23)).table.rows
    assert ("2026-08-05", "2026-08-31", "1 to 27", "Cycle", "observed") in rows
    assert ("2026-10-31", "2026-11-22", "1 to 23", "Cycle, going on", "observed") in rows
    assert ("2026-11-15", "2026-11-15", "16", "Ovulation, likeliest day", "estimated") in rows
    assert ("2026-11-26", "2026-12-02", "27 to 33", "Next period likely", "estimated") in rows


def test_without_an_open_cycle_the_chart_is_empty() -> None:
    chart = cycle_line_chart(reading_of(*cycles_before(TODAY, 28, 29)))
    assert chart.empty
    assert chart.sentence.startswith("No cycle is going on")


@pytest.mark.parametrize("shade", list(Shade))
def test_the_line_has_no_trace_but_plain_ones(shade: Shade) -> None:
    figure = cycle_line_chart(regular_reading(23)).figure(shade)
    assert {trace.type for trace in figure.data} == {"scatter"}
    assert '"bdata"' not in figure.to_json()
