"""Her own words: adding an entry, renaming one, hiding one; what was recorded keeps its place."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from journal.domain.catalogues import (
    LONGEST_ENTRY_NAME,
    OWN_GROUP,
    Catalogue,
    CatalogueName,
    Entry,
    own_code,
    validated_entry_name,
)
from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.views.words import literal


@st.fragment
def catalogue_editor(
    journal: Journal, name: CatalogueName, more: Callable[[Entry], None] | None = None
) -> None:
    """Offer to add an entry, and to rename or hide any.

    Args:
        journal: Whose words they are.
        name: The catalogue.
        more: Draws what else can be said of an entry of her own, once it is chosen.
    """
    catalogue = journal.catalogue(name)
    with st.form(f"own.{name}.form", border=False, clear_on_submit=True):
        typed = st.text_input("Add your own", key=f"own.{name}.name", max_chars=LONGEST_ENTRY_NAME)
        if st.form_submit_button("Add"):
            save_entries(journal, name, _added(typed, catalogue))
    code = st.selectbox(
        "Rename or hide a word",
        list(catalogue.entries),
        index=None,
        format_func=lambda code: (
            catalogue.name(code) + (" (hidden)" if catalogue.entries[code].hidden else "")
        ),
        placeholder="Choose or type",
        key=f"own.{name}.chosen",
    )
    if code is None:
        return
    entry = catalogue.entries[code]
    renamed = st.text_input(
        "New name", value=entry.name, key=f"own.{name}.{code}.renamed", max_chars=LONGEST_ENTRY_NAME
    )
    with st.container(horizontal=True):
        if st.button("Rename", key=f"own.{name}.rename"):
            save_entries(journal, name, replace(entry, name=renamed))
        if st.button("Offer it again" if entry.hidden else "Hide it", key=f"own.{name}.hide"):
            save_entries(journal, name, replace(entry, hidden=not entry.hidden))
    if more and entry.own:
        more(entry)
    st.markdown("Days and moments already recorded keep it, hidden or not.")


def _added(typed: str, catalogue: Catalogue) -> Entry:
    """Return the entry she adds; one there is already keeps what was said of it, and is offered."""
    code = own_code(typed, catalogue)
    known = catalogue.entries.get(code, Entry(code, typed, OWN_GROUP, own=True))
    return replace(known, name=typed, hidden=False)


def save_entries(journal: Journal, name: CatalogueName, *entries: Entry) -> None:
    """Save entries and draw the page anew; what cannot be is said in its place."""
    try:
        named = [replace(entry, name=validated_entry_name(entry.name)) for entry in entries]
        journal.save_entry(name, *named)
    except JournalError as failure:
        st.error(literal(str(failure)))
    else:
        st.rerun()
