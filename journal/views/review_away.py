"""Notes she wants in a review, and ways to take it along: paper, a page for any browser, text.

Which notes are in it is forgotten with the open page: they are chosen for this one review.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st

from journal.analysis.review.notes import ReviewNote, notes_in
from journal.analysis.review.review import Review
from journal.analysis.review.words import Theme, note_part, note_words
from journal.domain.journal import ReadableJournal
from journal.domain.labels import counted
from journal.exchange.review_file import review_html, review_stem, review_text
from journal.views.components import load_component
from journal.views.review_document import write_part
from journal.views.state import whose_journal
from journal.views.words import literal

INCLUDE_KEY: Final = "review.include_notes"
LONGEST_LABEL: Final = 90
MOST_NOTES: Final = 100
PRIVATE: Final = "Only what you tick goes into this review; nothing is ticked for you."
_PRINT: Final = load_component("print_page")


@st.fragment
def take_along(journal: ReadableJournal, made: Review, left_out: frozenset[Theme]) -> None:
    """Offer notes and files; ticking a note works nothing else out again."""
    with st.container(key="screen_only_notes"):
        chosen = _notes(journal, made)
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


def _notes(journal: ReadableJournal, made: Review) -> tuple[ReviewNote, ...]:
    if not st.toggle("Include notes", key=INCLUDE_KEY):
        return ()
    found = notes_in(journal, made.span.range_)
    if not found:
        st.caption("You wrote no note in these days.")
        return ()
    st.caption(PRIVATE)
    shown = found[-MOST_NOTES:]
    if len(found) > len(shown):
        st.caption(f"The newest {MOST_NOTES} of {counted(len(found), 'note')}.")
    # A day has one key in every journal: ticked in an example, it must not be ticked in her own.
    whose = whose_journal()
    return tuple(
        note for note in shown if st.checkbox(_label(note), key=f"review.note.{whose}.{note.key}")
    )


def _label(note: ReviewNote) -> str:
    words = " ".join(note_words(note).split())
    short = words if len(words) <= LONGEST_LABEL else f"{words[: LONGEST_LABEL - 1].rstrip()}…"
    return literal(short)


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
