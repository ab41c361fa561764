"""A review as a calm document: parts with their sentences, one picture, the notes she chose."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.review.method_words import HOW_COMPARED
from journal.analysis.review.review import Review
from journal.analysis.review.words import Part, compared_words, heading_words, made_words
from journal.charts.chart import Shade
from journal.charts.then_and_now_words import then_and_now_chart
from journal.views.chart_card import chart_card, shade_on_screen
from journal.views.components import load_style
from journal.views.explained import explained
from journal.views.words import literal

BEHIND_CHART: Final = "changed"
_STYLE: Final = load_style("review")


def document_head(made: Review) -> None:
    """Name the days, and what they are compared with."""
    st.html(_STYLE)
    st.header(heading_words(made), anchor=False)
    st.caption(literal(f"{compared_words(made.span)} {made_words(made)}"))


def document_parts(parts: Iterable[Part], made: Review, today: date) -> None:
    """Write the parts, the picture before what is said of it."""
    for part in parts:
        if part.code == BEHIND_CHART:
            _picture(made, today)
        write_part(part)


def write_part(part: Part) -> None:
    """Write one part; everything in it is text and nothing else."""
    with st.container(key=f"review_{part.code}", gap="small"):
        head = st.subheader if part.under_picture else st.header
        head(literal(part.title), anchor=False)
        for line in part.lines:
            st.markdown(literal(line))
        if part.items:
            st.markdown(_list(part.items))


def _picture(made: Review, today: date) -> None:
    shade = "dark" if shade_on_screen() is Shade.DARK else "light"
    with st.container(key=f"review_chart_{shade}"):
        chart_card(then_and_now_chart(made), key="review.chart", today=today)
    with st.container(key="screen_only_method"):
        explained("How this is worked out", HOW_COMPARED, key="review.explained")


def _list(items: Sequence[str]) -> str:
    return "\n".join(f"- {literal(item)}" for item in items)
