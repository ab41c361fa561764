"""Contexts: listing them, adding one, ending one, removing one, and undoing that."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Final

import streamlit as st

from journal.domain.changes import ChangeKind
from journal.domain.contexts import LONGEST_NAME, Context, ContextKind
from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.domain.labels import CONTEXT_WORDS, context_words, date_words
from journal.domain.owner_settings import EARLIEST_BIRTH_YEAR
from journal.views.locale import date_format
from journal.views.undo_lasting import undo_lasting
from journal.views.words import literal

ONE_DAY = timedelta(days=1)
# Without it, the field reaches back ten years only.
EARLIEST_DATE: Final = date(EARLIEST_BIRTH_YEAR, 1, 1)
START_WORDS: Final = {
    ContextKind.OVARIES_REMOVED: "Date of the operation, and of this menopause",
    ContextKind.HYSTERECTOMY_OVARIES_REMOVED: "Date of the operation, and of this menopause",
    ContextKind.MEDICAL_MENOPAUSE: "Date this menopause began",
}
MENOPAUSE_DATE: Final = (
    "This date is kept as the date of your menopause; it is never worked out from your bleeding."
)


@st.fragment
def context_editor(journal: Journal, today: date) -> None:
    """List the contexts and offer to add one."""
    for context in journal.contexts():
        _listed(journal, context, today)
    undo_lasting(journal, ChangeKind.CONTEXT, "contexts", key="context.undo")
    kind = st.selectbox(
        "Add",
        [kind.value for kind in ContextKind],
        index=None,
        format_func=lambda value: CONTEXT_WORDS[ContextKind(value)],
        placeholder="Choose what it was",
        key="context.kind",
    )
    if kind is None:
        return
    name = st.text_input("In your words, if you like", key="context.name", max_chars=LONGEST_NAME)
    start = _start(ContextKind(kind), today)
    last = st.date_input(
        "Last day (empty while it goes on)",
        value=None,
        min_value=EARLIEST_DATE,
        format=date_format(),
        key="context.last",
    )
    if st.button("Add this", key="context.add", type="primary"):
        try:
            end = last + ONE_DAY if last else None
            journal.save_context(Context(ContextKind(kind), start, end, name.strip() or None))
        except JournalError as failure:
            st.error(literal(str(failure)))
        else:
            st.rerun()


def _start(kind: ContextKind, today: date) -> date:
    """Ask for the first day; for an induced menopause, say that it is the date of it."""
    start = st.date_input(
        START_WORDS.get(kind, "From"),
        value=today,
        min_value=EARLIEST_DATE,
        format=date_format(),
        key="context.start",
    )
    if kind in START_WORDS:
        st.caption(MENOPAUSE_DATE)
    return start


def _line(context: Context) -> str:
    """Say a context in a line: what, from when, until when."""
    what = context_words(context.kind, context.name)
    until = f" to {date_words(context.end - ONE_DAY)}" if context.end else ", going on"
    return f"{what}, from {date_words(context.start)}{until}"


def _listed(journal: Journal, context: Context, today: date) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(literal(_line(context)))
        if context.end is None and context.start <= today:
            ended = replace(context, end=today + ONE_DAY)
            st.button(
                "It ended today",
                key=f"context.end.{context.id}",
                type="tertiary",
                on_click=_do,
                args=(partial(journal.save_context, ended),),
            )
        st.button(
            "Remove",
            key=f"context.remove.{context.id}",
            type="tertiary",
            on_click=_do,
            args=(partial(journal.delete_context, context.id),),
        )


def _do(act: Callable[[], object]) -> None:
    try:
        act()
    except JournalError as failure:
        st.toast(literal(str(failure)))
