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
from journal.exchange.chart_files import CONFIG_BESIDE_MENU, JOURNAL_NAME, plotly_library
from journal.sharing.payload import DeskTerms, plain_text
from journal.sharing.reader_pages import scripts, style
from journal.sharing.sealing import open_document, sealed_document

_PAGE: Final = Path(__file__).parent / "sealed_page.html"
_SCRIPTS: Final = (
    *("reader/inflate.js", "reader/unseal.js", "reader/draw.js", "reader/take_away.js"),
    "sealed_page.js",
)
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
    script, library = scripts(*_SCRIPTS), plotly_library()
    return (
        Template(_PAGE.read_text(encoding="utf-8"))
        .substitute(
            scripts=f"{_source(script.encode())} {_source(library)}",
            style=style(),
            document=json.dumps(document),
            config=json.dumps(CONFIG_BESIDE_MENU),
            library=_packed_library(),
            script=script,
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
