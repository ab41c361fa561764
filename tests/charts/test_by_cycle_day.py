import json
from datetime import date, timedelta

import pytest

from journal.analysis.by_cycle_day import by_cycle_day
from journal.charts.by_cycle_day_words import by_cycle_day_chart
from journal.charts.chart import Chart, Shade
from journal.cycle.ovulation import OvulationSign
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Day
from journal.domain.owner_settings import TimeAxis
from tests.builders import bleeding_on, day, on, rated
from tests.cycle_builders import closed_cycle, reading_of
from tests.in_memory_journal import InMemoryJournal
from tests.plain_readings import plain_reading

TODAY = on("2026-04-10")
ONSETS = ("2026-01-01", "2026-01-29", "2026-02-26", "2026-03-26")
FOUR_CYCLES = bleeding_on(*ONSETS)


def _chart(*days: Day, axis: TimeAxis = TimeAxis.CYCLE_DAY, since: date | None = None) -> Chart:
    journal = InMemoryJournal(days)
    reading = plain_reading(journal, TODAY)
    return by_cycle_day_chart(
        by_cycle_day(journal, "mood", axis=axis, reading=reading, since=since)
    )


def _on_cycle_day(number: int, *ratings: int) -> list[Day]:
    return [
        Day(on(onset) + timedelta(days=number - 1), mood=rating)
        for onset, rating in zip(ONSETS, ratings, strict=False)
    ]


def _names(chart: Chart) -> list[str]:
    return [trace.name for trace in chart.figure(Shade.LIGHT).data]


@pytest.mark.parametrize(
    ("onsets", "sentence"),
    [
        ((), "By cycle day needs the starts of two cycles; your record has none."),
        (ONSETS[:1], "By cycle day needs the starts of two cycles; your record has one."),
        (ONSETS[:2], "Mood has no rated day since 1 January 2026; one is enough to begin."),
    ],
)
def test_an_empty_chart_says_what_is_missing_and_how_much(
    onsets: tuple[str, ...], sentence: str
) -> None:
    chart = _chart(*bleeding_on(*onsets))
    assert chart.empty
    assert chart.sentence == sentence
    assert chart.title == "Mood by cycle day"
    assert chart.figure(Shade.LIGHT).layout.xaxis.title.text == "Cycle day"


def test_without_a_bleed_there_is_nothing_to_count_from() -> None:
    chart = _chart(day("2026-04-01", mood=4), axis=TimeAxis.DAYS_SINCE_BLEED)
    assert chart.sentence == "By days since the last bleed needs one bleed; your record has none."


def test_without_a_date_months_ask_for_one() -> None:
    chart = _chart(day("2026-04-01", mood=4), axis=TimeAxis.MONTHS_SINCE)
    assert chart.sentence == "Choose a date, up to today, to count the months from."


def test_the_figure_has_every_layer_and_names_its_axis() -> None:
    chart = _chart(*FOUR_CYCLES, *_on_cycle_day(1, 3, 5, 9, 6), *_on_cycle_day(2, 3, 5, 9))
    assert _names(chart) == ["Earlier cycles", "Middle half", "Median", "This cycle", "Days"]
    assert chart.figure(Shade.DARK).layout.xaxis.title.text == "Cycle day"


def test_too_few_days_for_a_median_are_said_and_not_drawn() -> None:
    chart = _chart(*FOUR_CYCLES, *_on_cycle_day(5, 4, 6))
    assert not chart.empty
    assert "Median" not in _names(chart)
    assert chart.sentence.startswith(
        "A median needs 3 rated days of the same cycle day; so far there are at most 2 rated days."
    )


def test_the_sentence_describes_with_n_where_the_median_lies() -> None:
    chart = _chart(*FOUR_CYCLES, *_on_cycle_day(3, 2, 2, 3, 2), *_on_cycle_day(12, 8, 8, 7))
    assert chart.sentence.startswith(
        "The median of mood lies between 2 on cycle day 3 (4 days) and 8 on cycle day 12 (3 days)."
    )
    assert chart.subtitle == "3 January to 28 March 2026 · 7 rated days · 4 cycles"


def test_the_table_has_the_n_of_every_place_and_no_median_of_too_few() -> None:
    chart = _chart(*FOUR_CYCLES, *_on_cycle_day(3, 2, 2, 3, 0), *_on_cycle_day(12, 8))
    assert chart.table.columns == (
        *("Cycle day", "Days rated", "Median", "Lower quartile", "Upper quartile", "This cycle"),
    )
    assert chart.table.rows == ((3, 4, 2, 1.5, 2.25, 0), (12, 1, None, None, None, None))


def test_months_are_named_after_their_date() -> None:
    days = rated("2026-02-01", "mood", [4, 5, 6])
    chart = _chart(*days, axis=TimeAxis.MONTHS_SINCE, since=on("2026-01-15"))
    assert chart.figure(Shade.LIGHT).layout.xaxis.title.text == "Months since 15 January 2026"
    assert "is 5 for every month" in chart.sentence


def test_a_median_parted_by_days_without_one_is_not_joined() -> None:
    chart = _chart(*FOUR_CYCLES, *_on_cycle_day(3, 2, 2, 3), *_on_cycle_day(12, 8, 8, 7))
    drawn = json.loads(chart.figure(Shade.LIGHT).to_json())["data"]
    (median,) = (trace for trace in drawn if trace["name"] == "Median")
    assert median["y"] == [2, None, 8, None]
    assert median["connectgaps"] is False


def test_what_is_drawn_of_many_cycles_is_said() -> None:
    first = on("2022-01-01")
    onsets = [first + timedelta(days=28 * n) for n in range(50)]
    chart = _chart(*bleeding_on(*map(str, onsets)), *(Day(onset, mood=5) for onset in onsets))
    assert "the newest 24 cycles before the current one" in chart.sentence
    assert "taken over all 50" in chart.sentence


def test_days_that_lie_in_no_cycle_are_said() -> None:
    away = Context(ContextKind.PREGNANCY, on("2026-02-10"), on("2026-03-20"))
    days = [*FOUR_CYCLES, day("2026-01-01", mood=4), day("2026-03-01", mood=4)]
    journal = InMemoryJournal(days, kept_contexts=[away])
    reading = plain_reading(journal, TODAY)
    result = by_cycle_day(journal, "mood", axis=TimeAxis.CYCLE_DAY, reading=reading)
    said = by_cycle_day_chart(result).sentence
    assert "1 rated day after the first onset lies in no cycle and is not shown." in said


def _phased() -> Chart:
    signs = (OvulationSign.LH_TEST, OvulationSign.CALENDAR, OvulationSign.CALENDAR)
    made = [
        closed_cycle(on(onset), 28, sign=sign) for onset, sign in zip(ONSETS, signs, strict=False)
    ]
    journal = InMemoryJournal([*_on_cycle_day(1, 3, 5, 9), *_on_cycle_day(15, 3, 5, 9)])
    reading = reading_of(*made, today=TODAY)
    return by_cycle_day_chart(
        by_cycle_day(journal, "mood", axis=TimeAxis.CYCLE_DAY, reading=reading)
    )


def test_known_phases_have_a_strip_of_their_own_and_a_place_in_the_legend() -> None:
    chart = _phased()
    drawn = [trace for trace in chart.figure(Shade.LIGHT).data if trace.yaxis == "y3"]
    assert [trace.name for trace in drawn] == [
        "Menstrual days, observed",
        "Follicular phase, observed",
        "Follicular phase, estimated",
        "Around ovulation, observed",
        "Around ovulation, estimated",
    ]
    legend = {trace.name for trace in chart.figure(Shade.LIGHT).data if trace.showlegend is None}
    assert {"Menstrual days", "Follicular phase", "Around ovulation"} <= legend


def test_the_bar_of_a_cycle_day_is_filled_to_the_top() -> None:
    drawn = json.loads(_phased().figure(Shade.LIGHT).to_json())
    bars = [trace for trace in drawn["data"] if trace.get("yaxis") == "y3"]
    tops = dict.fromkeys(range(1, 16), 0.0)
    for bar in bars:
        for place, share in zip(bar["x"], bar["y"], strict=True):
            tops[place] += share
    assert {1.0} == {round(top, 9) for top in tops.values()}
    assert drawn["layout"]["barmode"] == "stack"


def test_a_pointer_is_told_how_many_cycles_are_in_a_phase() -> None:
    drawn = json.loads(_phased().figure(Shade.LIGHT).to_json())["data"]
    (estimated,) = (bar for bar in drawn if bar["name"] == "Around ovulation, estimated")
    assert estimated["customdata"][-1] == "2 of 3 cycles"


def test_the_table_counts_the_cycles_in_each_phase() -> None:
    table = _phased().table
    assert table.columns[-6:] == (
        "Cycles with a known phase",
        "Menstrual days, observed",
        "Follicular phase, observed",
        "Follicular phase, estimated",
        "Around ovulation, observed",
        "Around ovulation, estimated",
    )
    assert [row[-6:] for row in table.rows] == [(3, 3, 0, 0, 0, 0), (3, 0, 0, 0, 1, 2)]


def test_the_sentence_calls_pale_phases_estimated() -> None:
    assert "out of at most 3 cycles; pale phases are estimated." in _phased().sentence
