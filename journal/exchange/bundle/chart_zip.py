"""The one file in which charts leave: a folder with an index page, pictures, live pages, numbers.

    tending-charts-2026-11-23/
        index.html      every chart, with links to its files
        left-out.txt    what is not in it, and why
        pictures/ drawings/ live/ numbers/

Convention: the same charts of the same day give the same bytes. Live pages share one copy of the
script that draws them, as it is a hundred times larger than the rest of such a page.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from journal.charts.chart import Shade
from journal.domain.labels import counted, date_words
from journal.exchange.bundle.index_page import index_page
from journal.exchange.bundle.taken import FOLDERS, FileFormat, LeftOut, TakenChart
from journal.exchange.chart_files import JOURNAL_NAME, PLOTLY_FILE, plotly_library

INDEX: Final = "index.html"
LEFT_OUT: Final = "left-out.txt"
TITLE: Final = "Charts to take along"
_UNIX: Final = 3
_READABLE: Final = 0o644 << 16


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is taken along.

    Attributes:
        today: The day it is taken; every file carries it.
        span: The days the charts look back over, in words.
        left_out: What she chose and is not in it.
        not_chosen: Names of the charts she did not choose.
    """

    today: date
    span: str
    shade: Shade
    charts: Sequence[TakenChart]
    left_out: Sequence[LeftOut] = ()
    not_chosen: Sequence[str] = ()

    @property
    def name(self) -> str:
        """The name of its folder, and of the file without its ending."""
        return f"{JOURNAL_NAME.lower()}-charts-{self.today.isoformat()}"


def chart_zip(bundle: Bundle) -> bytes:
    """Pack a bundle.

    Returns:
        A zip file; pictures in it are stored as they are, being packed already.
    """
    packed = io.BytesIO()
    moment = (bundle.today.year, bundle.today.month, bundle.today.day, 0, 0, 0)
    with ZipFile(packed, "w") as archive:
        for place, content in _files(bundle):
            entry = ZipInfo(f"{bundle.name}/{place}", moment)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            stored = place.endswith(f".{FileFormat.PNG.value}")
            archive.writestr(entry, content, ZIP_STORED if stored else ZIP_DEFLATED)
    return packed.getvalue()


def left_out_text(bundle: Bundle) -> str:
    """Write what is not in the bundle, and why, as plain text."""
    lines = [f"{JOURNAL_NAME}: {TITLE.lower()}, {_subtitle(bundle)}", ""]
    if bundle.left_out:
        lines += ["Left out of what you chose, and why:", ""]
        lines += [f"- {_line(item.name)}: {_line(item.why)}" for item in bundle.left_out]
    else:
        lines.append("Nothing you chose was left out.")
    if bundle.not_chosen:
        lines += ["", "Not chosen:", "", *(f"- {_line(name)}" for name in bundle.not_chosen)]
    return "\n".join(lines) + "\n"


def _files(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    page = index_page(TITLE, _subtitle(bundle), bundle.charts, bundle.left_out, shade=bundle.shade)
    yield INDEX, page.encode()
    yield LEFT_OUT, left_out_text(bundle).encode("utf-8-sig")
    for chart in bundle.charts:
        for format_ in FileFormat:
            if format_ in chart.files:
                yield chart.place(format_), chart.files[format_]
    if any(FileFormat.HTML in chart.files for chart in bundle.charts):
        yield f"{FOLDERS[FileFormat.HTML]}/{PLOTLY_FILE}", plotly_library()


def _subtitle(bundle: Bundle) -> str:
    count = counted(len(bundle.charts), "chart")
    return f"{bundle.span} · {count} · taken on {date_words(bundle.today)}"


def _line(words: str) -> str:
    return " ".join(words.split())
