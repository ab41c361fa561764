"""What a chart is drawn on when it leaves the journal: colours that no page is there to give.

The same as in `.streamlit/config.toml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from journal.charts.chart import Shade

JOURNAL_NAME: Final = "Tending"


@dataclass(frozen=True, slots=True)
class Paper:
    """The colours around a figure, as CSS."""

    background: str
    text: str
    muted: str
    line: str


PAPERS: Final[Mapping[Shade, Paper]] = MappingProxyType(
    {
        Shade.LIGHT: Paper("#faf7f1", "#2a2825", "#5b564d", "#ddd4c3"),
        Shade.DARK: Paper("#191c1a", "#ebe6da", "#b8b2a6", "#363d38"),
    }
)
