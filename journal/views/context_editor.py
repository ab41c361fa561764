"""Contexts: listing them, adding one, ending one, removing one."""

from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from journal.domain.contexts import LONGEST_NAME, Context, ContextKind
from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.domain.labels import CONTEXT_WORDS, context_words, date_words
from journal.views.locale import date_format
from journal.views.words import literal

ONE_DAY = timedelta(days=1)


@st.fragment
def context_editor(journal: Journal, today: date) -> None:
    """List the contexts and offer to add one."""
    for context in journal.contexts():
        _listed(journal, context, today)
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
    start = st.date_input("From", value=today, format=date_format(), key="context.start")
    last = st.date_input(
        "Last day (empty while it goes on)", value=None, format=date_format(), key="context.last"
    )
    if st.button("Add this", key="context.add", type="primary"):
        try:
            end = last + ONE_DAY if last else None
            journal.save_context(Context(ContextKind(kind), start, end, name.strip() or None))
        except JournalError as failure:
            st.error(literal(str(failure)))
        else:
            st.rerun()


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
                on_click=_end,
                args=(journal, ended),
            )
        st.button(
            "Remove",
            key=f"context.remove.{context.id}",
            type="tertiary",
            on_click=_remove,
            args=(journal, context.id),
        )


def _end(journal: Journal, ended: Context) -> None:
    journal.save_context(ended)


def _remove(journal: Journal, context_id: str) -> None:
    try:
        journal.delete_context(context_id)
    except JournalError as failure:
        st.toast(literal(str(failure)))
