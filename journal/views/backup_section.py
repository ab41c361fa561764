"""A backup to keep: sealed with a passphrase or open, and restored again."""

from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from journal.domain.journal import Journal
from journal.exchange.record.backup import (
    PACKED_MIME,
    SEALED_MIME,
    backup_file,
    backup_name,
    sealed_backup_file,
)
from journal.exchange.record.passphrases import offered_passphrase, weakness
from journal.exchange.record.sealing import plain_passphrase
from journal.views.backup_restoring import restoring
from journal.views.words import literal

_SEALED: Final = "Sealed"
_OPEN: Final = "Open"
_PASSPHRASE: Final = "backup.passphrase"  # noqa: S105  # a widget's key
SHARED_IN_IT: Final = (
    "What you share and what was written back are in it, too, but nothing that opens a link: after "
    "a restore you make new ones."
)
_AGAIN: Final = "backup.passphrase_again"
_SUGGESTED: Final = "backup.suggested"


def backup_section(journal: Journal, today: date) -> None:
    """Offer a backup to take, and to restore one."""
    with st.container(border=True, key="card_backup"):
        st.header("Make a backup", anchor=False)
        st.markdown(
            "One file with your whole journal, the history of changes included. Keep it somewhere "
            "else than this machine: on a stick, or with somebody you trust."
        )
        st.caption(SHARED_IN_IT)
        with st.container(key="choice_backup_kind"):
            kind = st.segmented_control(
                "Sealed with a passphrase, or open",
                [_SEALED, _OPEN],
                default=_SEALED,
                key="backup.kind",
                required=True,
            )
        if kind == _OPEN:
            st.caption("Whoever has an open backup can read your journal.")
            _file("Make an open backup", partial(backup_file, journal, today), today, sealed=False)
        else:
            _sealed(journal, today)
    with st.container(border=True, key="card_restore"):
        st.header("Restore a backup", anchor=False)
        restoring(journal, today)


def _sealed(journal: Journal, today: date) -> None:
    st.markdown(
        "**Nobody can open a sealed backup without its passphrase**: not you, and nobody who "
        "writes Tending. Write it down, and keep it where you will find it in ten years. "
        "Sealing takes a few seconds."
    )
    st.button("Suggest a passphrase", key="backup.suggest", on_click=_suggest)
    suggested = st.session_state.get(_SUGGESTED)
    if suggested and suggested == st.session_state.get(_PASSPHRASE):
        st.code(suggested, language=None)
        st.caption("It is filled in below. Write it down before you make the backup.")
    passphrase, again = _passphrases()
    if passphrase and (why := weakness(passphrase)):
        st.warning(literal(why))
    same = passphrase == again
    if passphrase and again and not same:
        st.caption("The two are not the same yet.")
    write = partial(sealed_backup_file, journal, today, passphrase)
    _file("Make a sealed backup", write, today, sealed=True, ready=bool(passphrase) and same)


def _passphrases() -> tuple[str, str]:
    """Ask for a passphrase twice; without a form, one typed by keyboard alone would not arrive."""
    with st.form("backup.passphrases", border=False):
        typed = [
            st.text_input(label, type="password", key=key, autocomplete="new-password")
            for label, key in (("Passphrase", _PASSPHRASE), ("Once more", _AGAIN))
        ]
        st.form_submit_button("Use this passphrase", key="backup.use")
    passphrase, again = map(plain_passphrase, typed)
    return passphrase, again


def _file(
    label: str,
    write: partial[bytes],
    today: date,
    *,
    sealed: bool,
    ready: bool = True,
) -> None:
    st.download_button(
        label,
        data=write,
        file_name=backup_name(today, is_sealed=sealed),
        mime=SEALED_MIME if sealed else PACKED_MIME,
        key="backup.sealed" if sealed else "backup.open",
        icon=":material/lock:" if sealed else ":material/lock_open:",
        type="primary" if ready else "secondary",
        on_click="ignore",
        disabled=not ready,
        width="stretch",
    )


def _suggest() -> None:
    """Fill a new passphrase into both fields and show it to be written down."""
    offered = offered_passphrase()
    for key in (_PASSPHRASE, _AGAIN, _SUGGESTED):
        st.session_state[key] = offered
