"""A shared view as one file that needs no server: its words, its live charts, sealed or open.

Convention: everything of hers is in the sealed text; the page around it is the same for everybody.
Words of hers are text on that page and nothing else.
"""

import json
import zlib
from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from string import Template
from typing import Final

from journal.analysis.report.parts import Report
from journal.charts.chart import Shade
from journal.charts.theme import PALETTES
from journal.exchange.chart_files import AWAY_FONT, CONFIG, JOURNAL_NAME, plotly_library
from journal.sharing.payload import DeskTerms, plain_text
from journal.sharing.sealing import open_document, sealed_document

_HERE: Final = Path(__file__).parent
_PAGE: Final = _HERE / "sealed_page.html"
_SCRIPTS: Final = (
    *("reader/inflate.js", "reader/unseal.js", "reader/draw.js", "reader/take_away.js"),
    "sealed_page.js",
)
_CONFIG: Final = CONFIG | {
    "displayModeBar": True,
    "modeBarButtonsToRemove": ["select2d", "lasso2d"],
}
FILE_STEM: Final = JOURNAL_NAME.lower()


def shared_file_name(today: date, *, sealed: bool) -> str:
    """Name the file by the day it is made; whom it is for is nobody else's to read."""
    return f"{FILE_STEM}-shared-{today.isoformat()}{'' if sealed else '-open'}.html"


def sealed_file(view: Report, passphrase: str, desk: DeskTerms | None = None) -> bytes:
    """Write a view as a page that asks for a passphrase, which is not empty.

    Args:
        view: What it shows.
        passphrase: What it is sealed with.
        desk: What a reader's desk has to know beside it.
    """
    return page_of(sealed_document(plain_text(view, desk), passphrase))


def open_file(view: Report, desk: DeskTerms | None = None) -> bytes:
    """Write a view as a page that whoever has the file can read."""
    return page_of(open_document(plain_text(view, desk)))


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
