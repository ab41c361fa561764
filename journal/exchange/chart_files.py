"""A chart as files: its numbers as CSV, and a page that opens anywhere without a network.

Titles, names and cells may hold anything somebody typed; here they are text and nothing else.
"""

import csv
import html
import io
import json
import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from pathlib import Path
from string import Template
from typing import Any, Final

from journal.charts.chart import Cell, Chart, ChartTable, Shade
from journal.charts.closer import closer_script
from journal.charts.theme import FONT, PALETTES
from journal.exchange.csv_cells import safe_cell

JOURNAL_NAME: Final = "Tending"
# Found on every machine with the same widths: a picture is measured here and drawn without the
# page's own fonts, and text laid out for a narrower one would be cut off.
AWAY_FONT: Final = "Arial, Helvetica, 'Liberation Sans', sans-serif"
ABOUT_COLUMN: Final = "About this chart"
PLOTLY_FILE: Final = "plotly-cartesian-4.1.1.min.js"
# Nothing here is selected, and the whole span has its own.
_UNUSED_TOOLS: Final = ("select2d", "lasso2d", "autoScale2d")
CONFIG: Final = {
    "displaylogo": False,
    # A touch is told twice, as itself and as the mouse it stands for: each would change the span.
    "doubleClick": False,
    "modeBarButtonsToRemove": [*_UNUSED_TOOLS],
    "plotlyServerURL": "",
    "responsive": True,
    "scrollZoom": False,
    # Nor may a touch on the dates drag them, or ask for others in the writing of plotly.
    "showAxisDragHandles": False,
    "showAxisRangeEntryBoxes": False,
    "showSendToCloud": False,
    "showTips": False,
}
# Where a menu below the chart gives the picture, at the size it needs.
CONFIG_BESIDE_MENU: Final = CONFIG | {"modeBarButtonsToRemove": ["toImage", *_UNUSED_TOOLS]}
_VENDOR: Final = Path(__file__).parent.parent / "static" / "vendor"
_PAGE: Final = Path(__file__).with_name("chart_page.html")
_DRAW: Final = (
    closer_script()
    + """
const { data, layout, config } = JSON.parse(document.getElementById("figure").textContent);
const chart = document.getElementById("chart");
if (window.Plotly) window.Plotly.newPlot(chart, data, layout, config);
else chart.textContent = document.body.dataset.missing;
if (window.Plotly && goesAlongDays(layout))
  fillCloser(document.getElementById("closer"), () => chart, layout.xaxis.range);
"""
)
_MISSING: Final = "The chart is drawn by the file {library}, which is not beside this page."


def file_stem(chart: Chart, today: date) -> str:
    """Name a file of this chart: the journal, the chart, and the dates its numbers span.

    A chart whose first column is no date carries the day it was taken away.
    """
    first_column = (str(row[0]) for row in chart.table.rows if row)
    dates = sorted(text for text in first_column if re.fullmatch(r"\d{4}-\d\d-\d\d", text))
    span = f"{dates[0]}-to-{dates[-1]}" if dates else today.isoformat()
    key = re.sub(r"[^a-z0-9]+", "-", chart.key.lower()).strip("-")
    return f"{JOURNAL_NAME.lower()}-{key}-{span}"


def chart_csv(chart: Chart) -> bytes:
    """Write the numbers of a chart as CSV (RFC 4180, UTF-8 with a byte order mark).

    The first line names the columns, each further line is one row; not recorded is an empty cell.
    One more column, after the others, says in its first row what the file holds: the journal, the
    chart, its dates and n. A line above the header would be taken for data.
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow([*map(safe_cell, chart.table.columns), ABOUT_COLUMN])
    about = safe_cell(f"{JOURNAL_NAME} · {chart.title} · {chart.subtitle}")
    for number, row in enumerate(chart.table.rows):
        writer.writerow([*map(safe_cell, row), None if number else about])
    # Without the mark Excel reads "°C" as two other letters.
    return lines.getvalue().encode("utf-8-sig")


def figure_json(chart: Chart, shade: Shade) -> dict[str, Any]:
    """Return the figure as plotly.js takes it, fit for the bundle that is taken along."""
    figure: dict[str, Any] = json.loads(chart.figure(shade).to_json().replace(FONT, AWAY_FONT))
    for trace in figure["data"]:
        # The cartesian bundle draws no WebGL, and a picture needs none.
        if trace.get("type") == "scattergl":
            trace["type"] = "scatter"
    layout = figure["layout"]
    # On the page the ground shows through; a file has to bring its own.
    layout["paper_bgcolor"] = layout["plot_bgcolor"] = PALETTES[shade].background
    return {"data": figure["data"], "layout": layout}


def chart_html(chart: Chart, shade: Shade, *, library: str | None = None) -> str:
    """Write one page that holds the live chart, its words and numbers, and loads nothing.

    Args:
        chart: What it shows.
        shade: Light or dark.
        library: The name of a copy of `PLOTLY_FILE` beside the page, which many pages share; with
            it the page loads that file and nothing else. Without, the page holds it itself.
    """
    figure = figure_json(chart, shade)
    # The page gives the chart its size; a fixed one would not fit the next screen.
    layout = figure["layout"]
    least_height = int(layout.pop("height", 0))
    layout.pop("width", None)
    layout["autosize"] = True
    palette = PALETTES[shade]
    scripts, library_element = _library(library)
    return Template(_PAGE.read_text(encoding="utf-8")).substitute(
        scripts=" ".join((*scripts, _script_source(_DRAW))),
        scheme=shade.value,
        background=palette.background,
        secondary=palette.secondary,
        text=palette.text,
        muted=palette.muted,
        line=palette.grid,
        font=AWAY_FONT,
        least_height=least_height,
        journal=html.escape(JOURNAL_NAME),
        title=html.escape(chart.title),
        subtitle=html.escape(chart.subtitle),
        sentence=html.escape(chart.sentence),
        missing=html.escape(_MISSING.format(library=library or PLOTLY_FILE)),
        table=table_html(chart.table),
        figure=_json_in_html({**figure, "config": CONFIG}),
        library=library_element,
        draw=_DRAW,
    )


def plotly_library() -> bytes:
    """Return the file that draws a live chart."""
    return (_VENDOR / PLOTLY_FILE).read_bytes()


def _library(name: str | None) -> tuple[tuple[str, ...], str]:
    """Return where a page may take the drawing script from, and the element that takes it."""
    if name is None:
        inside = plotly_library().decode("utf-8")
        return (_script_source(inside),), f"<script>{inside}</script>"
    # A folder has no origin: some browsers take 'self' for it, others want its scheme.
    return ("'self'", "file:"), f'<script src="{html.escape(name)}"></script>'


def table_html(table: ChartTable, rows: int | None = None) -> str:
    """Write a table as HTML, the first column heading its rows, cells as text.

    Args:
        table: The numbers.
        rows: How many rows at most; all without it.
    """
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in table.columns)
    body = "".join(f"<tr>{_row_html(row)}</tr>" for row in table.rows[:rows])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row_html(row: tuple[Cell, ...]) -> str:
    first, rest = row[:1], row[1:]
    cells = "".join(f"<td>{_cell_html(cell)}</td>" for cell in rest)
    return "".join(f'<th scope="row">{_cell_html(cell)}</th>' for cell in first) + cells


def _cell_html(cell: Cell) -> str:
    if cell is None:
        return '<span title="not recorded">–</span>'
    return html.escape(f"{cell:g}" if isinstance(cell, float) else str(cell))


def _json_in_html(value: object) -> str:
    """Write JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _script_source(script: str) -> str:
    """Name an inline script in a content security policy."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
