from collections.abc import Sequence

import pytest

from journal.analysis.apart import apart
from journal.charts.apart import APART_NAME, MOST_SPELLS, ONE_NAME, TOGETHER_NAME
from journal.charts.apart_words import INVITATION, apart_chart, apart_days_chart
from journal.charts.chart import Chart, Shade
from journal.domain.days import Day, Partner
from journal.domain.ranges import DateRange, days_after
from tests.builders import on, rated
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")
YEAR = DateRange.last_days(365, TODAY)
COURSE = (*[6] * 7, *[4] * 3, *[7] * 7)


def time_apart(start: str, course: Sequence[int | None] = COURSE, length: int = 3) -> list[Day]:
    """One spell, with connection rated from seven days before it on."""
    apart_days = [Day(days_after(on(start), n), partner=Partner.APART) for n in range(length)]
    return [*apart_days, *rated(days_after(on(start), -7).isoformat(), "connection", course)]


def charts(*starts: str, course: Sequence[int | None] = COURSE) -> tuple[Chart, Chart]:
    recorded = [day for start in starts for day in time_apart(start, course)]
    result = apart(InMemoryJournal(recorded), YEAR, TODAY)
    return apart_chart(result), apart_days_chart(result)


THREE = ("2026-06-10", "2026-08-10", "2026-10-10")


def named(chart: Chart, name: str) -> list[tuple[object, ...]]:
    return [trace.y for trace in chart.figure(Shade.LIGHT).data if trace.name == name]


def test_the_sentence_says_before_while_apart_and_after_with_their_n() -> None:
    chart, _ = charts(*THREE)
    assert chart.sentence.startswith(
        "3 times apart of 3 days each. Median connection: 6 in the seven days before (3 times), "
        "4 while apart (3 times), 7 in the seven days after (3 times). On the first day together "
        "again it was 7 (3 times)."
    )


def test_while_apart_has_a_marker_of_its_own() -> None:
    chart, _ = charts(*THREE)
    figure = chart.figure(Shade.LIGHT)
    looks = {trace.name: trace.marker for trace in figure.data if trace.mode == "markers"}
    assert looks[APART_NAME].symbol != looks[TOGETHER_NAME].symbol
    assert looks[APART_NAME].color != looks[TOGETHER_NAME].color
    assert figure.layout.xaxis.ticktext == (
        "7 days before<br>3 times",
        "Apart<br>3 times",
        "7 days after<br>3 times",
    )


def test_the_table_has_a_row_for_each_spell_newest_first_and_one_for_all() -> None:
    table = charts(*THREE)[0].table
    assert [row[0] for row in table.rows] == [*reversed(THREE), "Median of all"]
    first = dict(zip(table.columns, table.rows[0], strict=True))
    assert (first["7 days before, connection"], first["7 days before, connection n"]) == (6.0, 7)
    assert (first["Apart, mood"], first["Apart, mood n"]) == (None, 0)
    assert first["Connection on the first day together"] == 7


def test_one_time_apart_is_told_alone_and_makes_no_median_over_all() -> None:
    chart, by_day = charts("2026-10-10")
    assert "One time apart of 3 days, from 10 October 2026 on." in chart.sentence
    assert "connection was 6 in the seven days before (7 days)" in chart.sentence
    assert named(chart, TOGETHER_NAME) == []
    assert "A median of a day needs 3 times apart" in by_day.sentence


def test_days_are_counted_from_parting_and_from_meeting_again() -> None:
    by_day = charts(*THREE)[1]
    panels = [note.text for note in by_day.figure(Shade.LIGHT).layout.annotations]
    assert panels == [
        "Connection · day 0: apart began, 3 times",
        "Connection · day 0: together again, 3 times",
    ]
    assert ("Apart began", 0, 4.0, 3) in by_day.table.rows
    assert ("Together again", -1, 4.0, 3) in by_day.table.rows
    assert ("Together again", 0, 7.0, 3) in by_day.table.rows


def test_the_median_lies_over_each_time_and_apart_is_drawn_for_itself() -> None:
    by_day = charts(*THREE)[1]
    together = [y for y in named(by_day, TOGETHER_NAME) if len(y) > 1]
    while_apart = [y for y in named(by_day, APART_NAME) if len(y) > 1]
    assert together == [(6.0,) * 7, (7.0,) * 7]
    assert while_apart == [(4.0,) * 3 + (None,) * 4, (None,) * 4 + (4.0,) * 3]


def test_a_day_that_is_not_rated_breaks_the_line_of_its_spell() -> None:
    course = (*[6] * 3, None, *[6] * 3)
    by_day = charts("2026-10-10", course=course)[1]
    (line,) = (y for y in named(by_day, ONE_NAME) if len(y) > 1)
    assert line == (6, 6, 6, None, 6, 6, 6, None)


def test_only_the_newest_are_drawn_and_all_are_counted() -> None:
    starts = [days_after(on("2026-01-10"), 20 * place).isoformat() for place in range(14)]
    chart, by_day = charts(*starts)
    lines = next(y for y in named(by_day, ONE_NAME) if len(y) > 1)
    assert lines.count(None) == MOST_SPELLS
    assert "(14 times)" in by_day.sentence
    assert f"Faint lines are the newest {MOST_SPELLS}; medians count all." in chart.sentence


def test_a_spell_that_is_still_on_is_said_to_be() -> None:
    chart, by_day = charts("2026-11-20")
    assert "it is still on" in chart.sentence
    assert len(by_day.figure(Shade.LIGHT).layout.annotations) == 1


def test_the_empty_states_invite_or_say_what_is_missing() -> None:
    assert [chart.sentence for chart in charts()] == [INVITATION] * 2
    chart, by_day = charts("2026-10-10", course=())
    assert (chart.empty, by_day.empty) == (True, True)
    assert "In none of the stretches was connection rated on 3 days." in chart.sentence
    assert "No connection was rated" in by_day.sentence


def test_nothing_is_called_good_or_bad() -> None:
    said = " ".join(chart.sentence for chart in charts(*THREE)).lower()
    assert not {"good", "bad", "worse", "better", "drop", "only"} & set(said.split())


@pytest.mark.parametrize("shade", list(Shade))
def test_figures_hold_plain_lists(shade: Shade) -> None:
    for chart in charts(*THREE):
        assert '"bdata"' not in chart.figure(shade).to_json()
