"""A shared view as one file that needs no server: its words, its live charts, sealed or open.

Convention: everything of hers is in the sealed text; the page around it is the same for everybody.
Words of hers are text on that page and nothing else.
"""

import json
import zlib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from string import Template
from typing import Any, Final

from journal.analysis.report.parts import Block, Listed, Paragraph, Report, Table
from journal.charts.chart import Chart, Shade
from journal.charts.theme import PALETTES
from journal.exchange.chart_files import (
    AWAY_FONT,
    CONFIG,
    JOURNAL_NAME,
    figure_json,
    plotly_library,
)
from journal.exchange.report.document import chart_of
from journal.exchange.report.page import as_text, numbers_html
from journal.sharing.sealing import open_document, sealed_document

_HERE: Final = Path(__file__).parent
_PAGE: Final = _HERE / "sealed_page.html"
_SCRIPTS: Final = ("sealed_inflate.js", "sealed_page.js")
_CONFIG: Final = CONFIG | {
    "displayModeBar": True,
    "modeBarButtonsToRemove": ["select2d", "lasso2d"],
}
FILE_STEM: Final = JOURNAL_NAME.lower()


def shared_file_name(today: date, *, sealed: bool) -> str:
    """Name the file by the day it is made; whom it is for is nobody else's to read."""
    return f"{FILE_STEM}-shared-{today.isoformat()}{'' if sealed else '-open'}.html"


def sealed_file(view: Report, passphrase: str) -> bytes:
    """Write a view as a page that asks for a passphrase, which is not empty."""
    return page_of(sealed_document(plain_text(view), passphrase))


def open_file(view: Report) -> bytes:
    """Write a view as a page that whoever has the file can read."""
    return page_of(open_document(plain_text(view)))


def plain_text(view: Report) -> str:
    """Return all that the page shows of her, as JSON: its HTML, and its charts in both shades."""
    figures: list[dict[str, Any]] = []
    head = "".join(
        f"<dt>{as_text(fact.name)}</dt><dd>{as_text(fact.words)}</dd>" for fact in view.facts
    )
    body = "".join(
        f"<section><h2>{as_text(part.title)}</h2>"
        + "".join(_block(block, figures) for block in part.blocks)
        + "</section>"
        for part in view.parts
    )
    about = f'<p class="quiet">{as_text(view.about)}</p>'
    written = f'<h1 tabindex="-1">{as_text(view.title)}</h1><dl>{head}</dl>{about}{body}'
    return json.dumps({"html": written, "figures": figures}, separators=(",", ":"))


def _block(block: Block, figures: list[dict[str, Any]]) -> str:
    match block:
        case Paragraph():
            quiet = ' class="quiet"' if block.quiet else ""
            return f"<p{quiet}>{as_text(block.words)}</p>"
        case Listed():
            return f"<ul>{''.join(f'<li>{as_text(item)}</li>' for item in block.items)}</ul>"
        case Table():
            return numbers_html(block)
        case _:
            return _figure(chart_of(block), figures)


def _figure(chart: Chart, figures: list[dict[str, Any]]) -> str:
    title, place = as_text(chart.title), len(figures)
    room = ""
    if not chart.empty:
        figure, height = _both_shades(chart)
        figures.append(figure)
        room = (
            f'<div class="room" tabindex="0" role="group" aria-label="{title}" '
            f'aria-describedby="said-{place}"><div class="chart" id="chart-{place}" '
            f'data-height="{height}"></div></div>'
        )
    return (
        f'<figure><h3>{title}</h3><p class="subtitle">{as_text(chart.subtitle)}</p>{room}'
        f'<figcaption id="said-{place}">{as_text(chart.sentence)}</figcaption></figure>'
    )


def _both_shades(chart: Chart) -> tuple[dict[str, Any], int]:
    """Return the light figure with what is otherwise in the dark one, and its height in pixels."""
    light, dark = (figure_json(chart, shade) for shade in (Shade.LIGHT, Shade.DARK))
    height = int(light["layout"].get("height", 0))
    for figure in (light, dark):
        figure["layout"].pop("height", None)
        figure["layout"].pop("width", None)
        figure["layout"]["autosize"] = True
    return {"light": light, "dark": list(_otherwise(light, dark))}, height


def _otherwise(light: object, dark: object, *at: str | int) -> Iterator[list[object]]:
    """Yield where the two differ and what stands there in the dark: [[path], value]."""
    if isinstance(light, Mapping) and isinstance(dark, Mapping) and light.keys() == dark.keys():
        for name in light:
            yield from _otherwise(light[name], dark[name], *at, name)
    elif isinstance(light, list) and isinstance(dark, list) and len(light) == len(dark):
        for place, (one, other) in enumerate(zip(light, dark, strict=True)):
            yield from _otherwise(one, other, *at, place)
    elif light != dark:
        yield [list(at), dark]


def page_of(document: Mapping[str, str | int]) -> bytes:
    """Write the page around a document, which is the same around every one."""
    script = "\n".join((_HERE / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    library = plotly_library()
    light, dark = PALETTES[Shade.LIGHT], PALETTES[Shade.DARK]
    colours = {
        f"{shade}_{name}": getattr(palette, name)
        for shade, palette in (("light", light), ("dark", dark))
        for name in ("background", "secondary", "text", "muted", "grid", "accent")
    }
    return (
        Template(_PAGE.read_text(encoding="utf-8"))
        .substitute(
            scripts=f"{_source(script.encode())} {_source(library)}",
            font=AWAY_FONT,
            document=json.dumps(document),
            config=json.dumps(_CONFIG),
            library=_packed_library(),
            script=script,
            **colours,
        )
        .encode()
    )


@cache
def _packed_library() -> str:
    """Return what draws the charts, a third of its size; it is part of the program."""
    return b64encode(zlib.compress(plotly_library(), 9)).decode()


def _source(script: bytes) -> str:
    """Name a script in a content security policy."""
    return f"'sha256-{b64encode(sha256(script).digest()).decode()}'"
