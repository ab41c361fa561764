"""A passphrase for the whole journal on this machine: set, changed, removed, and when it locks."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.domain.machine import LOCK_MINUTES, NEVER, PrivateMachine
from journal.exchange.record.backup import PACKED_MIME, backup_file, backup_name
from journal.exchange.record.passphrases import offered_passphrase, weakness
from journal.exchange.record.sealing import plain_passphrase
from journal.views.attempt import attempt
from journal.views.words import literal

WHAT_IT_DOES: Final = """
With a passphrase, everything in your journal is encrypted on this machine: whoever takes the disk,
or opens the file, finds nothing to read. You enter it when Tending starts, and after it was locked.
"""
# What she loses is said before she begins.
FORGOTTEN: Final = """
**If you forget it, the journal is lost.** There is no way around it: not for you, and not for
anybody who writes Tending. Write it down and keep it where you will find it in ten years, and
keep a backup somewhere else.
"""
_KEY: Final = "private.passphrase"
_AGAIN: Final = "private.passphrase_again"
_PRESENT: Final = "private.present"
_SUGGESTED: Final = "private.suggested"
_READY: Final = "private.written_down"
_DONE: Final = "private.done"
_TYPED: Final = (_KEY, _AGAIN, _PRESENT, _SUGGESTED, _READY)
_SET, _CHANGE, _REMOVE = "Set", "Change it", "Remove it"


def passphrase_section(journal: Journal, today: date, machine: PrivateMachine) -> None:
    """Offer what the machine can do now."""
    st.header("A passphrase", anchor=False)
    if done := st.session_state.pop(_DONE, None):
        st.success(done)
    if not machine.offers_passphrase:
        st.markdown(
            "This journal is kept on a database server. A passphrase of its own is not offered "
            "there: whoever runs the server takes care of the disk it is on."
        )
    elif machine.is_encrypted:
        _encrypted(machine)
    else:
        st.markdown(WHAT_IT_DOES)
        st.markdown(FORGOTTEN)
        st.download_button(
            "Take a backup first",
            data=partial(backup_file, journal, today),
            file_name=backup_name(today, is_sealed=False),
            mime=PACKED_MIME,
            key="private.backup",
            icon=":material/lock_open:",
            on_click="ignore",
        )
        st.caption(
            "This one opens without a passphrase, so keep it safe. Sealed ones, and all the rest, "
            "are under “Take along as files”."
        )
        _new(machine, _SET)


def _encrypted(machine: PrivateMachine) -> None:
    st.markdown("Your journal is encrypted on this machine.")
    st.button("Lock now", key="private.lock", icon=":material/lock:", on_click=machine.lock)
    _when(machine)
    with st.container(key="choice_private_way"):
        way = st.segmented_control("The passphrase", [_CHANGE, _REMOVE], key="private.way")
    if way == _CHANGE:
        st.markdown(FORGOTTEN)
        _new(machine, _CHANGE)
    elif way == _REMOVE:
        _removing(machine)


def _when(machine: PrivateMachine) -> None:
    kept = machine.lock_minutes
    choices = LOCK_MINUTES if kept in LOCK_MINUTES else (kept, *LOCK_MINUTES)

    def save() -> None:
        attempt(partial(machine.lock_after, st.session_state["private.minutes"]))

    st.selectbox(
        "Lock by itself",
        choices,
        index=choices.index(kept),
        format_func=_minutes_words,
        key="private.minutes",
        on_change=save,
    )
    st.caption("Without a tap or a key for that long, in any open page.")


def _new(machine: PrivateMachine, way: str) -> None:
    """Ask for a new passphrase twice; without a form, one typed by keyboard would not arrive."""
    st.button("Suggest a passphrase", key="private.suggest", on_click=_suggest)
    suggested = st.session_state.get(_SUGGESTED)
    if suggested and suggested == st.session_state.get(_KEY):
        st.code(suggested, language=None)
        st.caption("It is filled in below. Write it down first.")
    with st.form("private.passphrases", border=False):
        present = _field("Present passphrase", _PRESENT, "current") if way == _CHANGE else ""
        passphrase = _field("New passphrase", _KEY, "new")
        again = _field("Once more", _AGAIN, "new")
        st.form_submit_button("Use this passphrase", key="private.use")
    if passphrase and (why := weakness(passphrase)):
        st.warning(literal(why))
    same = passphrase == again
    if passphrase and again and not same:
        st.caption("The two are not the same yet.")
    ready = st.checkbox(
        "I have written it down, and I know that without it the journal is lost.", key=_READY
    )
    if st.button(
        "Encrypt my journal" if way == _SET else "Change the passphrase",
        key="private.set",
        type="primary",
        disabled=not (passphrase and same and ready and (present or way == _SET)),
    ):
        _act(
            partial(machine.set_passphrase, passphrase, present=present),
            "Your journal is encrypted now." if way == _SET else "The passphrase is changed.",
        )


def _removing(machine: PrivateMachine) -> None:
    st.markdown("Whoever has the file can read your journal then.")
    with st.form("private.removing", border=False):
        present = _field("Present passphrase", _PRESENT, "current")
        tried = st.form_submit_button("Remove the passphrase", key="private.remove")
    if tried:
        _act(
            partial(machine.remove_passphrase, present),
            "The passphrase is removed; your journal is not encrypted any more.",
        )


def _act(act: Callable[[], None], done: str) -> None:
    """Do what takes a moment, and draw the page as it is then; nothing typed stays in it."""
    try:
        with st.spinner("Writing the journal anew. Please leave Tending open …"):
            act()
    except JournalError as failure:
        st.error(literal(str(failure)))
        return
    for key in (*_TYPED, "private.way"):
        st.session_state.pop(key, None)
    st.session_state[_DONE] = done
    st.rerun()


def _field(label: str, key: str, which: str) -> str:
    return plain_passphrase(
        st.text_input(label, type="password", key=key, autocomplete=f"{which}-password")
    )


def _suggest() -> None:
    """Fill a new passphrase into both fields and show it to be written down."""
    offered = offered_passphrase()
    for key in (_KEY, _AGAIN, _SUGGESTED):
        st.session_state[key] = offered


def _minutes_words(minutes: int) -> str:
    return "Never" if minutes == NEVER else f"After {minutes} minutes"
