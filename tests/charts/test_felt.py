from collections.abc import Sequence

import pytest

from journal.analysis.sensations import felt_in
from journal.charts.chart import Chart, Shade
from journal.charts.felt_words import (
    INVITATION,
    KEPT_APART,
    MOMENTS_INVITATION,
    MOST_COLUMNS,
    MOST_ROWS,
    felt_chart,
    felt_moments_chart,
)
from journal.domain.catalogues import CatalogueName, shipped_catalogue
from journal.domain.days import Day, Sensation
from journal.domain.moments import Moment
from journal.domain.ranges import DateRange
from tests.builders import day, on
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-05-31")
MAY = DateRange(on("2026-05-01"), on("2026-06-01"))
WARM = Sensation("heart", "warmth")
TIGHT = Sensation("throat", "tightness")


def charts(days: Sequence[Day], moments: Sequence[Moment] = ()) -> tuple[Chart, Chart]:
    felt = felt_in(InMemoryJournal(days, kept_moments=moments), MAY, TODAY)
    return felt_chart(felt), felt_moments_chart(felt)


def felt_on(text: str, *sensations: Sensation) -> Day:
    return day(text, sensations=frozenset(sensations))


def test_where_nothing_was_felt_both_invite() -> None:
    where, beside = charts([day("2026-05-04", mood=5)])
    assert (where.sentence, beside.sentence) == (INVITATION, MOMENTS_INVITATION)
    assert where.empty
    assert beside.empty
    assert (where.table.rows, beside.table.rows) == ((), ())


def test_the_sentence_names_what_was_felt_on_most_days_with_n() -> None:
    where, _ = charts([felt_on("2026-05-04", WARM, TIGHT), felt_on("2026-05-06", WARM)])
    assert where.sentence.startswith(
        "Felt most: warmth (heart) on 2 days and tightness (throat) on 1 day."
    )
    assert where.subtitle == "4 to 6 May 2026 · 2 days with something felt"
    assert where.table.rows == (("Heart", "Warmth", 2), ("Throat", "Tightness", 1))


def test_every_dot_has_its_number_and_grows_with_it_by_area() -> None:
    days = [felt_on(f"2026-05-{number:02}", WARM) for number in range(1, 9)]
    days.append(felt_on("2026-05-09", TIGHT))
    days += [felt_on(f"2026-05-{number}", TIGHT) for number in range(10, 13)]
    (trace,) = charts(days)[0].figure(Shade.LIGHT).data
    assert trace.text == ("8", "4")
    assert trace.marker.size[0] ** 2 / 2 == pytest.approx(trace.marker.size[1] ** 2)


def test_only_places_and_qualities_that_were_felt_have_a_row_or_a_column() -> None:
    figure = charts([felt_on("2026-05-04", WARM, TIGHT)])[0].figure(Shade.DARK)
    assert figure.layout.yaxis.ticktext == ("Heart", "Throat")
    assert figure.layout.xaxis.ticktext == ("Warmth", "Tightness")


def test_what_a_phone_cannot_show_is_left_to_the_table_and_said() -> None:
    places = shipped_catalogue(CatalogueName.PLACES).entries
    qualities = shipped_catalogue(CatalogueName.QUALITIES).entries
    every = [Sensation(place, quality) for place in places for quality in qualities]
    chart, _ = charts([felt_on("2026-05-04", *every), felt_on("2026-05-05", TIGHT)])
    (trace,) = chart.figure(Shade.LIGHT).data
    assert len(trace.x) == MOST_ROWS * MOST_COLUMNS
    assert "Throat" in chart.figure(Shade.LIGHT).layout.yaxis.ticktext
    assert len(chart.table.rows) == len(every)
    assert "What was felt on fewer days is in the table." in chart.sentence


def test_a_name_is_never_read_as_markup() -> None:
    felt = Sensation("<b>knee", "warmth")
    figure = charts([felt_on("2026-05-04", felt)])[0].figure(Shade.LIGHT)
    assert figure.layout.yaxis.ticktext == ("&lt;b&gt;knee",)
    assert figure.data[0].hovertext == ("&lt;b&gt;knee: warmth, 1 day",)


def test_moments_and_days_that_held_one_stand_in_columns_of_their_own() -> None:
    kiss = Moment(on("2026-05-05"), "kiss_in_passing", sensations=frozenset({WARM}))
    other = Moment(on("2026-05-04"), "kiss_in_passing")
    _, chart = charts([felt_on("2026-05-04", WARM)], [kiss, other])
    assert chart.table.rows == (("Heart: warmth", "Kiss in passing", 1, 2, 1, 2),)
    assert chart.sentence == (
        f"Warmth (heart) was noted on 1 of 2 moments of “Kiss in passing”. {KEPT_APART}"
    )


def test_days_alone_draw_no_dots_beside_moments_but_fill_the_table() -> None:
    _, chart = charts([felt_on("2026-05-04", WARM)], [Moment(on("2026-05-04"), "smile")])
    assert chart.empty
    assert chart.sentence.startswith(MOMENTS_INVITATION)
    assert chart.table.rows == (("Heart: warmth", "A smile", 0, 1, 1, 1),)
