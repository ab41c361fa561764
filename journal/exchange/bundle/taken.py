"""A chart on its way out: its words, its place in the folder, and its files in the making."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from journal.charts.chart import Chart, Shade
from journal.exchange.bundle.chart_list import ChartGroup
from journal.exchange.chart_files import PLOTLY_FILE, chart_csv, chart_html

# With the name of the bundle before it a path stays below what every system takes.
LONGEST_STEM: Final = 96


class FileFormat(StrEnum):
    """As what a chart leaves; the value ends the name of the file and names its folder."""

    PNG = "png"
    SVG = "svg"
    HTML = "html"
    CSV = "csv"


FOLDERS: Final = {
    FileFormat.PNG: "pictures",
    FileFormat.SVG: "drawings",
    FileFormat.HTML: "live",
    FileFormat.CSV: "numbers",
}


@dataclass(frozen=True, slots=True)
class TakenChart:
    """A chart of the bundle.

    Attributes:
        stem: Begins the name of each of its files; unique in the bundle.
        files: What it holds in each format.
    """

    stem: str
    group: ChartGroup
    title: str
    subtitle: str
    sentence: str
    files: Mapping[FileFormat, bytes] = field(default_factory=dict)

    def place(self, format_: FileFormat) -> str:
        """Return where a file of it lies, seen from the folder of the bundle."""
        return f"{FOLDERS[format_]}/{self.stem}.{format_.value}"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something she chose that is not in the bundle, and why; both in words."""

    name: str
    why: str


def taken_chart(
    chart: Chart, group: ChartGroup, stem: str, shade: Shade, formats: Sequence[FileFormat]
) -> TakenChart:
    """Write the files of a chart that need no browser; pictures are added when they are drawn."""
    files: dict[FileFormat, bytes] = {}
    if FileFormat.HTML in formats:
        files[FileFormat.HTML] = chart_html(chart, shade, library=PLOTLY_FILE).encode()
    if FileFormat.CSV in formats:
        files[FileFormat.CSV] = chart_csv(chart)
    return TakenChart(stem, group, chart.title, chart.subtitle, chart.sentence, files)


def unique_stem(wanted: str, taken: Sequence[str]) -> str:
    """Return a name no other chart of the bundle has, of plain letters, digits and hyphens only.

    Args:
        wanted: What it would be called alone.
        taken: The names given so far.
    """
    plain = re.sub(r"[^a-z0-9]+", "-", wanted.lower()).strip("-") or "chart"
    stem, number = _cut(plain, LONGEST_STEM), 1
    while stem in taken:
        number += 1
        stem = f"{_cut(plain, LONGEST_STEM - len(f'-{number}'))}-{number}"
    return stem


def _cut(name: str, length: int) -> str:
    """Shorten a name in its middle: its end holds the dates."""
    if len(name) <= length:
        return name
    end = length // 3
    return f"{name[: length - end - 1].rstrip('-')}-{name[-end:].lstrip('-')}"
