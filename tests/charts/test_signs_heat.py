from dataclasses import replace

import pytest

from journal.analysis.relations.signs_by_cycle_day import (
    CountedFrom,
    SignCell,
    SignRow,
    SignsByCycleDay,
)
from journal.charts.chart import Shade
from journal.charts.signs_heat import SignMeasure
from journal.charts.signs_heat_words import INVITATION, TOO_FEW, signs_heat_chart

EMPTY = SignCell(3, 0, 0, None)


def row(name: str, *cells: SignCell, never_absent: bool = False) -> SignRow:
    return SignRow(f"sign:{name}", name, cells, never_absent)


def field(*rows: SignRow, counted_from: CountedFrom = CountedFrom.ONSET) -> SignsByCycleDay:
    days = tuple(cell.cycle_day for cell in rows[0].cells) if rows else ()
    return SignsByCycleDay(counted_from, days, rows, left_out=0, cycles=4, days=12)


HEADACHE = row("Headache", SignCell(1, 4, 3, 2.0), SignCell(2, 2, 1, None), EMPTY)
MINE = row("<b>Mine</b>", SignCell(1, 5, 1, None), EMPTY, EMPTY, never_absent=True)


def test_the_sentence_names_when_each_comes_most_often_with_counts() -> None:
    said = signs_heat_chart(field(HEADACHE), SignMeasure.HOW_OFTEN).sentence
    assert said.startswith("Most often: “Headache” on cycle day 1 (3 of 4 days).")
    assert said.endswith("With so many cells, some are deep by chance.")


def test_counted_back_the_days_are_those_before_the_next_period() -> None:
    back = row("Headache", SignCell(-2, 4, 1, None), SignCell(-1, 4, 4, 3.0))
    chart = signs_heat_chart(
        field(back, counted_from=CountedFrom.NEXT_ONSET), SignMeasure.HOW_STRONG
    )
    assert "“Headache” 1 day before the next period (4 of 4 days)" in chart.sentence
    assert chart.title == "Signs before the next period"


def test_a_sign_without_a_not_today_is_told_what_it_is_counted_out_of() -> None:
    said = signs_heat_chart(field(HEADACHE, MINE), SignMeasure.HOW_OFTEN).sentence
    assert "was never noted as “not today”, so it is counted out of all days with a record." in said


@pytest.mark.parametrize(("left", "words"), [(1, "1 sign noted no"), (2, "2 signs noted no")])
def test_signs_there_is_no_room_for_are_counted(left: int, words: str) -> None:
    result = replace(field(HEADACHE), left_out=left)
    said = signs_heat_chart(result, SignMeasure.HOW_OFTEN).sentence
    assert f"{words} more often {'is' if left == 1 else 'are'} left out." in said


def test_the_table_has_every_cell_with_a_day_and_no_share_of_fewer_than_three() -> None:
    rows = signs_heat_chart(field(HEADACHE), SignMeasure.HOW_OFTEN).table.rows
    assert rows == (("Headache", 1, 3, 4, 75, 2.0), ("Headache", 2, 1, 2, None, None))


@pytest.mark.parametrize("shade", Shade)
def test_a_cell_says_its_share_by_colour_and_by_size(shade: Shade) -> None:
    figure = signs_heat_chart(field(HEADACHE, MINE), SignMeasure.HOW_OFTEN).figure(shade)
    cells, squares, crossed = figure.data[:3]
    assert list(cells.z[1]) == [0.75, None, None]
    assert list(squares.x) == [1, 1]
    assert squares.marker.size[0] > squares.marker.size[1]
    assert list(crossed.x) == [2]
    assert crossed.showlegend


def test_how_strongly_shows_the_mean_of_the_days_it_was_there() -> None:
    figure = signs_heat_chart(field(HEADACHE), SignMeasure.HOW_STRONG).figure(Shade.LIGHT)
    assert [pytest.approx(2 / 3), None, None] == list(figure.data[0].z[1])


def test_her_words_stay_words() -> None:
    figure = signs_heat_chart(field(MINE), SignMeasure.HOW_OFTEN).figure(Shade.LIGHT)
    texts = [note.text for note in figure.layout.annotations]
    assert texts == ["&lt;b&gt;Mine&lt;/b&gt;"]
    assert "<b>Mine" not in figure.to_json()


def test_without_signs_or_days_enough_the_chart_invites() -> None:
    assert signs_heat_chart(field(), SignMeasure.HOW_OFTEN).sentence == INVITATION
    few = SignsByCycleDay(CountedFrom.ONSET, (), (row("Headache"),), 0, 1, 2)
    chart = signs_heat_chart(few, SignMeasure.HOW_OFTEN)
    assert (chart.empty, chart.sentence) == (True, TOO_FEW)
