"""Bring along: another app's record, seen before it is taken in, and taken back as a whole."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.exchange.importing.errors import FormatUnknown
from journal.exchange.importing.file_reading import FileReading
from journal.exchange.importing.formats import IMPORTERS
from journal.exchange.importing.mapped_csv_seen import is_table
from journal.exchange.importing.parsed import NO_CHOICES, Choices, Parsed
from journal.exchange.importing.planning import plan
from journal.views.chosen_file import choose_file, put_away, read_through
from journal.views.csv_mapping_editor import own_table_importer
from journal.views.import_history import remember_result, show_earlier_imports, show_result
from journal.views.import_preview import nothing_new, show_plan, wants_back
from journal.views.import_questions import ask_questions
from journal.views.state import in_example
from journal.views.words import literal


def render(journal: Journal, today: date) -> None:
    """Lay out the choice of a file, what it would change, and the imports made so far."""
    st.title("Bring along", anchor=False)
    st.markdown(
        "Bring what you recorded in another app. You see first what would change; nothing is "
        "written before you say so, and an import can be undone as a whole. The file is read "
        "here and is not kept."
    )
    if in_example():
        st.caption(
            "This is an example journal: what you bring along here is gone when you leave it. "
            "Go back to your own to keep it."
        )
    with st.expander("What can be brought along"):
        known = [f"- {literal(item.name)}: {literal(item.how)}" for item in IMPORTERS]
        other = "- any other table (CSV): you say once what its columns mean"
        st.markdown("\n".join([*known, other]))
    show_result(journal)
    if reading := choose_file(key="bring"):
        try:
            if read := _understood(journal, reading):
                _preview(journal, read, today, key=f"bring.{reading.key}")
        except JournalError as failure:
            st.error(literal(str(failure)))
        st.button("Put this file away", key="bring.put_away", on_click=put_away)
    show_earlier_imports(journal)


def _understood(journal: Journal, reading: FileReading) -> Callable[[Choices], Parsed] | None:
    """Read the file to its end; a table no importer knows, as she says; None while she has not."""
    try:
        read_through(reading, key="bring")
    except FormatUnknown:
        upload = reading.small
        if upload is None or not is_table(upload):
            raise
        importer = own_table_importer(journal, upload)
        return partial(importer.read, upload) if importer else None
    return reading.parsed


def _preview(journal: Journal, read: Callable[[Choices], Parsed], today: date, *, key: str) -> None:
    """Show what the file would change, under what she answers and asks for."""
    parsed = read(NO_CHOICES)
    shown = st.container()
    answers: dict[str, str] = {}
    asked: set[str] = set()
    # An answer can raise another question: a word taken as a sign, how strong it counts.
    while questions := [item for item in parsed.questions if item.key not in asked]:
        asked |= {item.key for item in questions}
        if chosen := ask_questions(journal, questions, key=key):
            answers |= chosen
            parsed = read(answers)
    keep_mine = st.toggle(
        "Keep what I wrote myself where both say something", value=True, key="bring.keep_mine"
    )
    planned = plan(parsed, journal, today=today, keep_mine=keep_mine)
    if bring_back := wants_back(planned, key=key):
        planned = plan(parsed, journal, today=today, keep_mine=keep_mine, bring_back=True)
    with shown:
        show_plan(journal, parsed, planned)
    if planned.writes:
        st.button(
            "Import",
            key="bring.import",
            type="primary",
            on_click=_bring,
            args=(journal, parsed, today),
            kwargs={"keep_mine": keep_mine, "bring_back": bring_back},
        )
    elif planned.range:
        st.info(nothing_new(planned))


def _bring(
    journal: Journal, parsed: Parsed, today: date, *, keep_mine: bool, bring_back: bool
) -> None:
    """Write what she saw; compared once more, as another tab may have written since."""
    try:
        planned = plan(parsed, journal, today=today, keep_mine=keep_mine, bring_back=bring_back)
        change = journal.import_all(planned.batch)
    except JournalError as failure:
        remember_result(str(failure), failed=True)
        return
    if change is None:
        remember_result("Nothing was new; your journal is as it was.")
    else:
        remember_result(f"Brought along: {change.words}.", change.id)
