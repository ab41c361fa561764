"""Notes she wants in a review, and ways to take it along: paper, a page for any browser, text.

Which notes are in it is forgotten with the open page: they are chosen for this one review.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st

from journal.analysis.review.review import Review
from journal.analysis.review.words import Theme, note_part
from journal.domain.journal import ReadableJournal
from journal.exchange.review_file import review_html, review_stem, review_text
from journal.views.components import load_component
from journal.views.note_choice import chosen_notes, private_words
from journal.views.review_document import write_part

PRIVATE: Final = private_words("review")
_PRINT: Final = load_component("print_page")


@st.fragment
def take_along(journal: ReadableJournal, made: Review, left_out: frozenset[Theme]) -> None:
    """Offer notes and files; ticking a note works nothing else out again."""
    with st.container(key="screen_only_notes"):
        chosen = chosen_notes(journal, made.span.range_, key="review", what="review")
    if chosen:
        write_part(note_part(chosen))
    with st.container(key="screen_only_away"):
        st.header("Take it along", anchor=False)
        st.caption("For you, or to bring to a conversation. Files go to your downloads only.")
        _PRINT(key="review.print", data=[{}])
        _file(
            "A page for any browser (HTML)",
            partial(review_html, made, chosen, left_out),
            made,
            "html",
        )
        _file("Plain text", partial(review_text, made, chosen, left_out), made, "txt")


def _file(label: str, write: Callable[[], str], made: Review, kind: str) -> None:
    st.download_button(
        label,
        data=write,
        file_name=f"{review_stem(made.span.range_)}.{kind}",
        mime="text/html" if kind == "html" else "text/plain",
        key=f"review.{kind}",
        on_click="ignore",
        width="stretch",
    )
