import json
from datetime import date, timedelta

import pytest

from journal.analysis.by_cycle_day import by_cycle_day
from journal.charts.by_cycle_day_words import by_cycle_day_chart
from journal.charts.chart import Chart, Shade
from journal.domain.days import Day
from journal.domain.owner_settings import TimeAxis
from tests.builders import bleeding_on, day, on, rated
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-04-10")
ONSETS = ("2026-01-01", "2026-01-29", "2026-02-26", "2026-03-26")
FOUR_CYCLES = bleeding_on(*ONSETS)


def _chart(*days: Day, axis: TimeAxis = TimeAxis.CYCLE_DAY, since: date | None = None) -> Chart:
    journal = InMemoryJournal(days)
    return by_cycle_day_chart(by_cycle_day(journal, "mood", axis=axis, today=TODAY, since=since))


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
        ((), "By cycle day needs two onsets of bleeding; your record has none."),
        (ONSETS[:1], "By cycle day needs two onsets of bleeding; your record has one."),
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
