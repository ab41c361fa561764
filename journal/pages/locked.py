"""A locked journal: one field, and nothing of what is behind it."""

from datetime import tzinfo
from typing import Final

import streamlit as st

from journal.domain.errors import JournalError
from journal.domain.machine import PrivateMachine
from journal.views.state import forget_before
from journal.views.words import literal

CONFIRMATION: Final = "begin"
ASIDE: Final = """
Then nobody can open this journal. You can begin an empty one, and bring a backup into it under
*Take along*. This one is not erased: it stays in the same folder, still locked, its name ending in
“locked” and today’s date. Should the passphrase come back to you, the private page of the manual
(docs/PRIVACY.md) says how to open it again.
"""


def passed(machine: PrivateMachine, zone: tzinfo) -> bool:
    """Say whether the journal is open; where it is locked, ask for the passphrase instead.

    Args:
        machine: The machine her journal is on.
        zone: The time zone she is in.
    """
    forget_before(machine.epoch)
    if machine.is_locked:
        _ask(machine, zone)
    return not machine.is_locked


def _ask(machine: PrivateMachine, zone: tzinfo) -> None:
    st.title("Tending", anchor=False)
    st.markdown("This journal is locked.")
    if machine.locked_at:
        at = machine.locked_at.astimezone(zone)
        st.markdown(
            f"It was locked at {at:%H:%M}. Whatever said “saved” before then is saved. If you "
            "tapped or wrote something after that, it is not, and you can do it again once the "
            "journal is open."
        )
    with st.form("locked", clear_on_submit=True, border=False):
        typed = st.text_input(
            "Passphrase",
            type="password",
            key="locked.passphrase",
            autocomplete="current-password",
        )
        tried = st.form_submit_button("Open", key="locked.open", type="primary", width="stretch")
    if tried:
        _try(machine, typed)
    _without_passphrase(machine)


def _try(machine: PrivateMachine, typed: str) -> None:
    try:
        with st.spinner("Opening …"):
            machine.unlock(typed)
    except JournalError as failure:
        st.error(literal(str(failure)))
        st.caption(
            "Without the passphrase nobody can open it, and nobody can find it out: not you, "
            "and nobody who writes Tending. If you are sure of it, the file may be damaged, "
            "and a backup is the way back."
        )
    else:
        st.rerun()


def _without_passphrase(machine: PrivateMachine) -> None:
    """Let her begin again; the locked journal stays, should the passphrase come back to her."""
    with st.expander("I do not know the passphrase any more", key="locked.without"):
        st.markdown(ASIDE)
        typed = st.text_input(
            f"To go on, type the word “{CONFIRMATION}”", key="locked.word", autocomplete="off"
        )
        confirmed = typed.strip().casefold() == CONFIRMATION
        if st.button("Begin an empty journal", key="locked.aside", disabled=not confirmed):
            try:
                machine.set_aside()
            except JournalError as failure:
                st.error(literal(str(failure)))
            else:
                st.rerun()
