"""Her own steps of the ladder: what they are called, whether they are touch, and their order."""

from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from journal.connection.ladder_words import OWN_STEPS, own_order_words, own_step_words
from journal.domain.catalogues import CatalogueName, Entry, moved
from journal.domain.journal import Journal
from journal.views.catalogue_editor import catalogue_editor, save_entries
from journal.views.words import literal

LADDER: Final = CatalogueName.LADDER
UP, DOWN = -1, 1
_KEY: Final = f"own.{LADDER}"


def ladder_editor(journal: Journal) -> None:
    """Offer to add a step, and to rename, hide, move or describe one of her own."""
    st.caption(OWN_STEPS)
    catalogue_editor(journal, LADDER, partial(_own_step, journal))


def _own_step(journal: Journal, entry: Entry) -> None:
    is_touch = entry.touch is not False
    own = journal.catalogue(LADDER).own
    st.markdown(literal(own_step_words(entry.name, is_touch=is_touch)))
    st.markdown(literal(own_order_words([item.name for item in own if not item.hidden])))
    with st.container(horizontal=True):
        if st.button("It is without touch" if is_touch else "It is touch", key=f"{_KEY}.touch"):
            save_entries(journal, LADDER, replace(entry, touch=not is_touch))
        # Never switched off at either end, where the keyboard would lose its place.
        for label, by in (("Move up", UP), ("Move down", DOWN)):
            if st.button(label, key=f"{_KEY}.move.{by}"):
                save_entries(journal, LADDER, *moved(own, entry.code, by))
