"""Her own words: adding an entry, renaming one, hiding one; what was recorded keeps its place."""

from dataclasses import replace

import streamlit as st

from journal.domain.catalogues import (
    LONGEST_ENTRY_NAME,
    OWN_GROUP,
    CatalogueName,
    Entry,
    own_code,
    validated_entry_name,
)
from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.views.words import literal


@st.fragment
def catalogue_editor(journal: Journal, name: CatalogueName) -> None:
    """Offer to add an entry, and to rename or hide any."""
    catalogue = journal.catalogue(name)
    with st.form(f"own.{name}.form", border=False, clear_on_submit=True):
        typed = st.text_input("Add your own", key=f"own.{name}.name", max_chars=LONGEST_ENTRY_NAME)
        if st.form_submit_button("Add"):
            _save(journal, name, Entry(own_code(typed, catalogue), typed, OWN_GROUP, own=True))
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
            _save(journal, name, replace(entry, name=renamed))
        if st.button("Offer it again" if entry.hidden else "Hide it", key=f"own.{name}.hide"):
            _save(journal, name, replace(entry, hidden=not entry.hidden))
    st.markdown("Days and moments already recorded keep it, hidden or not.")


def _save(journal: Journal, name: CatalogueName, entry: Entry) -> None:
    try:
        journal.save_entry(name, replace(entry, name=validated_entry_name(entry.name)))
    except JournalError as failure:
        st.error(literal(str(failure)))
    else:
        st.rerun()
