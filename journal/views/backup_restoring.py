"""Restoring a backup: opened, laid beside what is here, and only then added or put in its place."""

from dataclasses import fields, replace
from datetime import date
from functools import partial
from hashlib import sha256
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.domain.labels import counted, date_words
from journal.exchange.importing.own_record import parsed_record
from journal.exchange.importing.planning import plan
from journal.exchange.record.backup import PACKED_MIME, backup_file, backup_name, open_backup
from journal.exchange.record.overview import Overview, overview_of, overview_of_journal, span_of
from journal.exchange.record.reading import LARGEST_RECORD, Record
from journal.exchange.record.sealing import is_sealed, plain_passphrase
from journal.views.import_history import remember_result, show_result
from journal.views.import_preview import show_plan, wants_back
from journal.views.shares_coming_back import (
    UNDO_LEAVES,
    came_back_words,
    coming_back_words,
    missing_here,
)
from journal.views.state import in_example, whose_journal
from journal.views.words import literal

_ROUND: Final = "backup.round"
_OPENED: Final = "backup.opened"
_RESTORED: Final = "backup.restored"
_WISH: Final = "backup.wish"  # which button was tapped; what it asks for takes seconds
_INTO_EMPTY: Final = "Into empty"
_ADD_BACK: Final = "Add, with what was removed"
RESTORING: Final = "Putting the backup into your journal. Please leave this page open …"
_ADD: Final = "Add"
_REPLACE: Final = "Replace"
CONFIRMATION: Final = "replace"
WRITTEN_SINCE: Final = (
    "Something was written here since you chose the backup, so nothing was changed. "
    "Please choose below how they come together."
)
SHARED_STAYS: Final = (
    "What you share stays as it is: a link that is open goes on, and then shows what the backup "
    "brings. Withdraw it under Share first if you do not want that."
)
# The server's own limit is the same, in .streamlit/config.toml.
LARGEST_MB: Final = LARGEST_RECORD // 1_000_000
# Streamlit marks a larger file in red and says nothing.
TOO_LARGE: Final = (
    f"Up to {LARGEST_MB} MB. A file that is marked in red is larger than any backup and is not "
    "read; please choose the file as Tending made it."
)
_COUNTED: Final = {
    "dates": "Days with something recorded",
    "moments": "Moments",
    "contexts": "Contexts",
    "stages": "Declared stages",
    "cycle_answers": "Answers about your cycle",
    "intentions": "Intentions",
    "words": "Words of your own",
}


def restoring(journal: Journal, today: date) -> None:
    """Lay out the choice of a backup and what it would change."""
    wish = st.session_state.pop(_WISH, None)
    if in_example():
        st.caption("This is an example journal. Go back to your own to restore a backup of it.")
        return
    st.markdown(
        "Choose a backup or a complete record. You see first what is in it; nothing is written "
        "before you say so."
    )
    _show_restored()
    show_result(journal)
    chosen = st.file_uploader(
        "Choose a backup",
        key=f"backup.file.{st.session_state.get(_ROUND, 0)}",
        max_upload_size=LARGEST_MB,
    )
    if chosen is None:
        st.caption(TOO_LARGE)
        return
    content, passphrase = chosen.getvalue(), ""
    if is_sealed(content):
        passphrase = _passphrase_of(chosen.file_id)
        if not passphrase:
            st.caption("This backup is sealed. Enter its passphrase to see what is in it.")
            return
    found = _opened(chosen.file_id, content, passphrase)
    if isinstance(found, str):
        st.error(literal(found))
    else:
        room = _offer(journal, found, today)
        if wish is not None:
            with room, st.spinner(RESTORING):
                _carry_out(wish, journal, found, today)
            st.rerun()


def _passphrase_of(file_id: str) -> str:
    with st.form(f"backup.opening.{file_id}", border=False):
        key = f"backup.opens.{file_id}"
        typed = st.text_input("Its passphrase", type="password", key=key, autocomplete="off")
        st.form_submit_button("Open it", key=f"backup.open_it.{file_id}")
    return plain_passphrase(typed)


def _opened(file_id: str, content: bytes, passphrase: str) -> Record | str:
    """Return the backup, opened once however often the page is drawn, or why it is not."""
    key = (whose_journal(), file_id, sha256(passphrase.encode()).hexdigest())
    kept = st.session_state.get(_OPENED)
    if kept is None or kept[0] != key:
        with st.spinner("Opening the backup …"):
            try:
                kept = (key, open_backup(content, passphrase))
            except JournalError as failure:
                kept = (key, str(failure))
        st.session_state[_OPENED] = kept
    found: Record | str = kept[1]
    return found


def _offer(journal: Journal, record: Record, today: date) -> DeltaGenerator:
    """Lay out what can be done with it; return room above the button, to say that it is done."""
    here, there = overview_of_journal(journal), overview_of(record.snapshot)
    st.markdown(literal(backup_words(record)))
    if here.is_empty:
        st.markdown(_table({"In the backup": there}))
        st.caption("Your journal has nothing recorded yet. Its settings become the backup's too.")
        _say_what_comes_back(journal, record)
        room = st.container()
        st.button(
            "Restore this backup",
            key="backup.restore",
            type="primary",
            on_click=_wish,
            args=(_INTO_EMPTY,),
        )
        return room
    st.markdown(_table({"Here now": here, "In the backup": there}))
    with st.container(key="choice_backup_way"):
        way = st.segmented_control(
            "Add what is missing here, or replace everything",
            [_ADD, _REPLACE],
            default=_ADD,
            key="backup.way",
            required=True,
        )
    if way == _REPLACE:
        return _offer_replacing(journal, record, today)
    return _offer_adding(journal, record, today)


def _offer_adding(journal: Journal, record: Record, today: date) -> DeltaGenerator:
    st.caption("What you wrote here stays wherever both say something. It can be undone.")
    parsed = parsed_record(record)
    shown = st.container()
    planned = plan(parsed, journal, today=today)
    if bring_back := wants_back(planned, key="backup"):
        planned = plan(parsed, journal, today=today, bring_back=True)
    with shown:
        show_plan(journal, parsed, planned)
    shared = _say_what_comes_back(journal, record)
    if shared:
        st.caption(UNDO_LEAVES)
    room = st.container()
    if planned.writes or shared:
        st.button(
            "Add what is missing",
            key="backup.add",
            type="primary",
            on_click=_wish,
            args=(_ADD_BACK if bring_back else _ADD,),
        )
    else:
        what = "Everything else" if planned.removed else "Everything"
        st.info(f"{what} in this backup is in your journal already.")
    return room


def _offer_replacing(journal: Journal, record: Record, today: date) -> DeltaGenerator:
    st.warning(
        "Everything that is here now goes, its history included, and there is no undoing it. "
        "Take a backup of it first: with that file you can come back."
    )
    if any(grant.withdrawn_at is None and not grant.came_back for grant in journal.grants()):
        st.caption(SHARED_STAYS)
    _say_what_comes_back(journal, record)
    st.download_button(
        "Back up what is here now",
        data=partial(backup_file, journal, today),
        file_name=f"before-restoring-{backup_name(today, is_sealed=False)}",
        mime=PACKED_MIME,
        key="backup.before",
        icon=":material/lock_open:",
        on_click="ignore",
        width="stretch",
    )
    typed = st.text_input(
        f"To go on, type the word “{CONFIRMATION}”", key="backup.confirm", autocomplete="off"
    )
    confirmed = typed.strip().casefold() == CONFIRMATION
    room = st.container()
    st.button(
        "Replace everything here",
        key="backup.replace",
        type="primary" if confirmed else "secondary",
        disabled=not confirmed,
        on_click=_wish,
        args=(_REPLACE,),
    )
    return room


def _say_what_comes_back(journal: Journal, record: Record) -> bool:
    """Say what of what was shared is missing here; return whether anything is."""
    missing = missing_here(journal, record.snapshot.shared)
    if missing:
        st.markdown(coming_back_words(missing))
    return bool(missing)


def backup_words(record: Record) -> str:
    """Say in a sentence which backup it is."""
    parts = [f"This is a backup of {date_words(record.written_on)}"]
    if span := span_of(record.snapshot):
        parts.append(f"with days from {date_words(span[0])} to {date_words(span[1])}")
    acts = len(record.snapshot.changes)
    return f"{', '.join(parts)}, and a history of {counted(acts, 'change')}."


def _table(columns: dict[str, Overview]) -> str:
    """Lay overviews side by side; every word of it is ours."""
    lines = [f"| What is recorded | {' | '.join(columns)} |", f"|:---|{'---:|' * len(columns)}"]
    for item in fields(Overview):
        counts = [getattr(overview, item.name) for overview in columns.values()]
        if any(counts):
            lines.append(f"| {_COUNTED[item.name]} | {' | '.join(f'{n:,}' for n in counts)} |")
    return "\n".join(lines)


def _wish(wish: str) -> None:
    st.session_state[_WISH] = wish


def _carry_out(wish: str, journal: Journal, record: Record, today: date) -> None:
    """Do what she asked for; fifteen years take seconds."""
    if wish == _INTO_EMPTY:
        _restore_into_empty(journal, record)
    elif wish == _REPLACE:
        _replace(journal, record)
    else:
        _add(journal, record, today, bring_back=wish == _ADD_BACK)


def _add(journal: Journal, record: Record, today: date, *, bring_back: bool) -> None:
    """Write what she saw; compared once more, as another tab may have written since."""
    st.session_state.pop(_RESTORED, None)
    shared = record.snapshot.shared
    try:
        came_back = came_back_words(missing_here(journal, shared))
        planned = plan(parsed_record(record), journal, today=today, bring_back=bring_back)
        change = journal.import_all(replace(planned.batch, shared=shared))
    except JournalError as failure:
        remember_result(str(failure), failed=True)
        return
    _put_away()
    if change is not None:
        remember_result(f"Brought along: {change.words}. {came_back}".rstrip(), change.id)
    else:
        remember_result(came_back or "Nothing was new; your journal is as it was.")


def _restore_into_empty(journal: Journal, record: Record) -> None:
    """Restore; if another tab has written since, she is asked as for any journal in use."""
    if overview_of_journal(journal).is_empty:
        _replace(journal, record)
    else:
        remember_result(WRITTEN_SINCE, failed=True)


def _replace(journal: Journal, record: Record) -> None:
    remember_result("")
    try:
        journal.restore(record.snapshot)
    except JournalError as failure:
        remember_result(str(failure), failed=True)
        return
    _put_away()
    st.session_state[_RESTORED] = date_words(record.written_on)


def _show_restored() -> None:
    if when := st.session_state.get(_RESTORED):
        st.success(f"Restored: your journal is the one of the backup of {when}.")


def _put_away() -> None:
    """Forget the file and what was read of it; a new chooser begins empty."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    for key in (_OPENED, _RESTORED, "backup.confirm"):
        st.session_state.pop(key, None)
