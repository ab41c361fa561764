import csv
import io
import json
import re
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from journal.charts.chart import Chart, ChartTable, Shade
from journal.charts.theme import FONT
from journal.exchange.chart_files import (
    ABOUT_COLUMN,
    AWAY_FONT,
    chart_csv,
    chart_html,
    figure_json,
    file_stem,
)
from journal.exchange.csv_cells import plain_cell

TODAY = date(2026, 11, 22)
HOSTILE = '</script><script>document.title="taken"</script><img src=x onerror="document.title=1">'


def line_figure(_shade: Shade) -> go.Figure:
    figure = go.Figure(go.Scatter(x=["2026-03-01", "2026-03-02"], y=[3, 7], name="Mood"))
    return figure.update_layout(template="plotly_white", width=390)


def chart(**changes: Any) -> Chart:
    return Chart(
        **{
            "key": "over-time-mood",
            "title": "Mood over time",
            "subtitle": "1 March to 30 May 2026 · 2 days recorded",
            "sentence": "Mood was 3 and 7.",
            "table": ChartTable(
                ("Day", "Mood", "Note"),
                (("2026-03-01", 3, "fine"), ("2026-03-02", None, "=1+1"), ("2026-05-30", 7, "-")),
            ),
            "figure": line_figure,
        }
        | changes
    )


def test_a_file_is_named_after_the_chart_and_the_dates_of_its_numbers() -> None:
    assert file_stem(chart(), TODAY) == "tending-over-time-mood-2026-03-01-to-2026-05-30"


def test_a_chart_without_dates_is_named_after_the_day_it_was_taken() -> None:
    by_cycle_day = chart(key="by-cycle-day", table=ChartTable(("Cycle day",), ((1,), (2,))))
    assert file_stem(by_cycle_day, TODAY) == "tending-by-cycle-day-2026-11-22"


def test_a_file_name_holds_nothing_a_file_system_would_mind() -> None:
    assert re.fullmatch(r"[a-z0-9-]+", file_stem(chart(key="../É vil/…"), TODAY))


def test_csv_read_by_pandas_is_the_table() -> None:
    table = chart().table
    read = pd.read_csv(io.BytesIO(chart_csv(chart())), dtype=object, keep_default_na=False)
    rows = [
        tuple(plain_cell(cell) for cell in row)
        for row in read[list(table.columns)].itertuples(index=False)
    ]
    assert [tuple("" if cell is None else str(cell) for cell in row) for row in table.rows] == rows


def test_csv_says_once_what_it_holds() -> None:
    read = list(csv.DictReader(io.StringIO(chart_csv(chart()).decode("utf-8-sig"))))
    about = "Tending · Mood over time · 1 March to 30 May 2026 · 2 days recorded"
    assert [about, "", ""] == [row[ABOUT_COLUMN] for row in read]


def test_csv_opens_with_its_letters_right_in_a_spreadsheet() -> None:
    assert chart_csv(chart()).startswith(b"\xef\xbb\xbf")


def test_csv_keeps_a_formula_from_being_calculated() -> None:
    assert b"'=1+1" in chart_csv(chart())
    assert b",=1+1" not in chart_csv(chart())


@pytest.mark.parametrize("field", ["title", "subtitle", "sentence"])
def test_words_in_the_page_are_text_only(field: str) -> None:
    page = chart_html(chart(**{field: HOSTILE}), Shade.LIGHT)
    assert HOSTILE not in page
    assert "<img" not in page.split("<script>")[0]


def test_cells_and_column_names_in_the_page_are_text_only() -> None:
    page = chart_html(chart(table=ChartTable((HOSTILE,), ((HOSTILE,),))), Shade.LIGHT)
    assert HOSTILE not in page


def test_names_inside_the_figure_cannot_end_its_script() -> None:
    figure = go.Figure(go.Scatter(x=[1], y=[1], name=HOSTILE))
    page = chart_html(chart(figure=lambda _: figure), Shade.LIGHT)
    held = page.split('id="figure">')[1].split("</script>")[0]
    assert HOSTILE not in page
    assert json.loads(held)["data"][0]["name"] == HOSTILE


def test_the_page_allows_only_its_own_two_scripts() -> None:
    policy = re.search(
        r'Content-Security-Policy" content="([^"]*)"', chart_html(chart(), Shade.DARK)
    )
    assert policy
    assert "default-src 'none'" in policy[1]
    assert re.search(r"script-src 'sha256-[\w+/=]{44}' 'sha256-[\w+/=]{44}';", policy[1])


def test_the_page_shares_with_nobody() -> None:
    page = chart_html(chart(), Shade.LIGHT)
    config = json.loads(page.split('id="figure">')[1].split("</script>")[0])["config"]
    assert config["showSendToCloud"] is False
    assert config["plotlyServerURL"] == ""


def test_a_gap_in_the_numbers_is_shown_as_not_recorded() -> None:
    assert '<span title="not recorded">–</span>' in chart_html(chart(), Shade.LIGHT)


def test_a_figure_that_leaves_has_a_background_of_its_own() -> None:
    assert figure_json(chart(), Shade.LIGHT)["layout"]["paper_bgcolor"] == "#faf7f1"
    assert figure_json(chart(), Shade.DARK)["layout"]["paper_bgcolor"] == "#191c1a"


def test_a_figure_that_leaves_is_set_in_type_that_every_machine_has() -> None:
    figure = go.Figure(go.Scatter(x=[1], y=[2])).update_layout(font_family=FONT)
    left = figure_json(chart(figure=lambda _: figure), Shade.LIGHT)
    assert left["layout"]["font"]["family"] == AWAY_FONT


def test_a_figure_that_leaves_needs_no_webgl() -> None:
    figure = go.Figure(go.Scattergl(x=[1], y=[2]))
    assert figure_json(chart(figure=lambda _: figure), Shade.LIGHT)["data"][0]["type"] == "scatter"
