"""Which charts are taken along, of how many days, how they look, and as which files."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from journal.analysis.spans import Span, rating_choices, rating_name, usual_ratings
from journal.charts.chart import Shade
from journal.domain.journal import ReadableJournal
from journal.exchange.bundle.chart_list import (
    KINDS,
    USUAL_KINDS,
    BundleChart,
    ChartGroup,
    bundle_charts,
)
from journal.exchange.bundle.taken import FileFormat
from journal.views.chart_card import shade_on_screen
from journal.views.several_choice import several_choice
from journal.views.span_choice import span_choice
from journal.views.take_away import SHADES, SIZES, PictureSize

SPAN_KEY: Final = "take_charts.span"
RATINGS_KEY: Final = "take_charts.ratings"
KINDS_KEY: Final = "take_charts.kinds"
SHADE_KEY: Final = "take_charts.shade"
SIZE_KEY: Final = "take_charts.size"
FORMATS_KEY: Final = "take_charts.formats"
FORMAT_NAMES: Final = {
    FileFormat.PNG.value: "Pictures (PNG)",
    FileFormat.SVG.value: "For enlarging (SVG)",
    FileFormat.HTML.value: "Live charts (HTML)",
    FileFormat.CSV.value: "The numbers (CSV)",
}
_KIND_NAMES: Final = {kind.key: kind.name for kind in KINDS}


@dataclass(frozen=True, slots=True)
class ChartsWish:
    """What she wants to take along.

    Attributes:
        span: How far back charts look that have a span.
        ratings: Codes of the ratings that are drawn.
        kinds: Keys of the kinds of charts.
        size: Of a picture.
    """

    span: Span
    ratings: tuple[str, ...]
    kinds: tuple[str, ...]
    shade: Shade
    size: PictureSize
    formats: tuple[FileFormat, ...]

    @property
    def charts(self) -> tuple[BundleChart, ...]:
        """The entries of the bundle."""
        return bundle_charts(self.kinds, self.ratings)

    @property
    def not_chosen(self) -> tuple[str, ...]:
        """Names of the kinds she does not want."""
        return tuple(kind.name for kind in KINDS if kind.key not in self.kinds)


def charts_wish(journal: ReadableJournal) -> ChartsWish:
    """Lay the choices out; they stay while she looks at other pages."""
    with st.container(key="chips_take_charts_all", horizontal=True):
        everything = [kind.key for kind in KINDS]
        st.button("All charts", key="take_charts.all", on_click=_choose, args=(everything,))
        st.button("None", key="take_charts.none", on_click=_choose, args=((),))
    kinds = [code for group in ChartGroup for code in _group(group)]
    choices = rating_choices(journal)
    ratings = several_choice(
        "Ratings", choices, rating_name, key=RATINGS_KEY, usual=usual_ratings(choices)
    )
    span = Span(span_choice(SPAN_KEY, Span.ONE_YEAR))
    # Until she chooses, pictures come as she sees the page.
    dark = shade_on_screen() is Shade.DARK
    shade = _one("Colours", list(SHADES), key=SHADE_KEY, usual="Dark" if dark else "Light")
    size = _one("Size of the pictures", list(SIZES), key=SIZE_KEY, usual=next(iter(SIZES)))
    formats = several_choice(
        "Files", list(FORMAT_NAMES), FORMAT_NAMES.__getitem__, key=FORMATS_KEY, usual=FORMAT_NAMES
    )
    return ChartsWish(
        span=span,
        ratings=tuple(ratings),
        kinds=tuple(kinds),
        shade=SHADES[shade],
        size=SIZES[size],
        formats=tuple(FileFormat(code) for code in formats),
    )


def _group(group: ChartGroup) -> list[str]:
    there = [kind.key for kind in KINDS if kind.group is group]
    return several_choice(
        group.value, there, _KIND_NAMES.__getitem__, key=_group_key(group), usual=USUAL_KINDS
    )


def _group_key(group: ChartGroup) -> str:
    return f"{KINDS_KEY}.{group.name.lower()}"


def _choose(kinds: Collection[str]) -> None:
    """Choose exactly these kinds of charts."""
    for group in ChartGroup:
        there = [kind.key for kind in KINDS if kind.group is group]
        st.session_state[_group_key(group)] = [code for code in there if code in kinds]


def _one(label: str, options: Sequence[str], *, key: str, usual: str) -> str:
    with st.container(key=f"choice_{key.replace('.', '_')}"):
        chosen = st.segmented_control(
            label,
            options,
            default=usual,
            key=key,
            required=True,
            persist_state="session",
            width="stretch",
        )
    return chosen or usual
