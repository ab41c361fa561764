import plotly.graph_objects as go
import pytest

from journal.analysis.review.review import review
from journal.analysis.review.spans import last_month
from journal.charts.chart import Chart, Shade
from journal.charts.then_and_now import BEFORE_NAME, NOW_NAME, then_and_now_looks
from journal.charts.then_and_now_words import COLUMNS, then_and_now_chart
from journal.cycle.engine import read_cycles
from journal.cycle.record import load_cycle_record
from journal.domain.days import Day
from tests.builders import on, rated
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")


def chart_of(*days: Day) -> Chart:
    journal = InMemoryJournal(days)
    record = load_cycle_record(journal, TODAY)
    return then_and_now_chart(
        review(journal, record, read_cycles(record, TODAY), last_month(TODAY))
    )


def test_both_spans_are_drawn_said_and_tabulated() -> None:
    chart = chart_of(
        *rated("2026-10-01", "mood", [2, 3, 4, 9]), *rated("2026-11-01", "mood", [5, 6, 8])
    )
    assert not chart.empty
    assert chart.sentence.startswith("Mood 6, before 3½.")
    (row,) = chart.table.rows
    assert row == ("Mood", 3, 5.5, 6.0, 7.0, 4, 2.75, 3.5, 5.25, None, None, None)
    assert len(COLUMNS) == len(row)


@pytest.mark.parametrize("shade", Shade)
def test_the_spans_differ_in_shape_and_filling(shade: Shade) -> None:
    looks = then_and_now_looks(shade)
    assert {look.symbol for look in looks.values()} == {"circle", "diamond-open"}
    figure = chart_of(*rated("2026-11-01", "mood", [5, 6, 8])).figure(shade)
    names = {trace.name for trace in figure.data}
    assert {NOW_NAME, BEFORE_NAME} <= names


def test_a_side_of_too_few_days_has_a_count_and_no_dot() -> None:
    chart = chart_of(*rated("2026-10-01", "mood", [2]), *rated("2026-11-01", "mood", [5, 6, 8]))
    assert chart.sentence.startswith("Mood 6, before too few days.")
    figure: go.Figure = chart.figure(Shade.LIGHT)
    dots = {trace.name: trace.x for trace in figure.data if trace.mode == "markers"}
    assert dots[BEFORE_NAME] == (None,)
    assert "1 day" in {note.text for note in figure.layout.annotations}


def test_without_three_days_of_a_rating_nothing_is_drawn() -> None:
    chart = chart_of(*rated("2026-11-01", "mood", [5, 6]))
    assert chart.empty
    assert chart.sentence == "A rating is drawn here from 3 days on, in either span."
