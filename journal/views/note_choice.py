"""Notes she wants in something that leaves the journal: none until she asks, none until she ticks.

What is ticked is forgotten with the open page: notes are chosen for one occasion.
"""

from typing import Final

import streamlit as st

from journal.analysis.review.notes import ReviewNote, notes_in
from journal.analysis.review.words import note_words
from journal.domain.journal import ReadableJournal
from journal.domain.labels import counted
from journal.domain.ranges import DateRange
from journal.views.state import whose_journal
from journal.views.words import literal

LONGEST_LABEL: Final = 90
MOST_NOTES: Final = 100


def private_words(what: str) -> str:
    """Say that nothing is ticked for her."""
    return f"Only what you tick goes into this {what}; nothing is ticked for you."


def chosen_notes(
    journal: ReadableJournal, range_: DateRange, *, key: str, what: str
) -> tuple[ReviewNote, ...]:
    """Offer the notes of a span, and return those she ticked, oldest first.

    Args:
        journal: Whose notes.
        range_: The span.
        key: Unique on the page; every widget begins with it.
        what: They would go into: "review".
    """
    if not st.toggle("Include notes", key=f"{key}.include_notes"):
        return ()
    found = notes_in(journal, range_)
    if not found:
        st.caption("You wrote no note in these days.")
        return ()
    st.caption(private_words(what))
    shown = found[-MOST_NOTES:]
    if len(found) > len(shown):
        st.caption(f"The newest {MOST_NOTES} of {counted(len(found), 'note')}.")
    # A day has one key in every journal: ticked in an example, it must not be ticked in her own.
    whose = whose_journal()
    return tuple(
        note for note in shown if st.checkbox(_label(note), key=f"{key}.note.{whose}.{note.key}")
    )


def _label(note: ReviewNote) -> str:
    words = " ".join(note_words(note).split())
    short = words if len(words) <= LONGEST_LABEL else f"{words[: LONGEST_LABEL - 1].rstrip()}…"
    return literal(short)
