"""Editing one open day: each widget saves its own field as it is touched, and says so.

A *section* is a card of the page that is redrawn alone. It says when it was last saved, offers to
undo that, or says why something was not saved.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, tzinfo
from html import escape
from typing import Any

import streamlit as st

from journal.domain.changes import Change
from journal.domain.errors import JournalError
from journal.domain.journal import DayChanges, Journal
from journal.domain.ranges import DateRange
from journal.domain.recording import record, require_recordable
from journal.views.state import chosen_in_step, key_in_step
from journal.views.words import literal


@dataclass(frozen=True, slots=True)
class DayEditor:
    """One day of a journal, open for editing.

    Attributes:
        zone: The reader's time zone, for "saved 14:03".
    """

    journal: Journal
    day: date
    today: date
    zone: tzinfo

    def key(self, name: str) -> str:
        """Name a widget of this day, so that no value is carried to another day."""
        return f"today.{self.day.isoformat()}.{name}"

    def stored(self, field: str) -> object:
        """Return what is recorded in one plain field of this day."""
        columns = self.journal.day_columns([field], DateRange.last_days(1, self.day))
        return next(iter(columns[field]), None)

    def save(self, section: str, changes: DayChanges) -> None:
        """Save fields of this day and let the section say so."""
        with self.telling(section):
            change = record(self.journal, self.day, changes, today=self.today)
            tell_saved(self, section, change)

    def attempt(self, section: str, act: Callable[[], object]) -> None:
        """Do something to this day; the section tells how it went."""
        with self.telling(section):
            require_recordable(self.day, self.today)
            before = self.journal.last_change(self.day)
            act()
            after = self.journal.last_change(self.day)
            tell_saved(self, section, after if after != before else None)

    @contextmanager
    def telling(self, section: str) -> Iterator[None]:
        """Let the section say why something could not be done."""
        try:
            yield
        except JournalError as failure:
            tell_failed(self, section, str(failure))

    def save_widget(self, section: str, field: str) -> None:
        """Save what a widget named after its field shows now; the callback of every widget."""
        self.save(section, {field: self.chosen(field)})

    def bound_as(self, name: str, stored: object) -> str:
        """Return the key of a widget that is not named after a field, holding what is stored."""
        return key_in_step(self.key(name), stored)

    def chosen(self, name: str) -> Any:  # noqa: ANN401  # a widget may hold anything
        """Return what a bound widget holds now."""
        return chosen_in_step(self.key(name))

    def bound(self, field: str, stored: object) -> str:
        """Return the key of a field's widget, holding what is stored."""
        return self.bound_as(field, stored)


def tell_saved(editor: DayEditor, section: str, change: Change | None) -> None:
    """Remember for the section that its last act was saved, if it changed anything."""
    told = _told(editor, section)
    if change is not None:
        at = change.made_at.astimezone(editor.zone).strftime("%H:%M")
        st.session_state[told] = {"words": f"Saved {at}", "change": change.id}
    elif st.session_state.get(told, {}).get("failed"):
        del st.session_state[told]  # what could not be saved is no longer wanted


def tell_failed(editor: DayEditor, section: str, words: str) -> None:
    """Remember for the section why its last act was not saved."""
    st.session_state[_told(editor, section)] = {"words": words, "failed": True}


def saved_line(editor: DayEditor, section: str, untold: str = "") -> None:
    """Show when the section was last saved, with undo; or what went wrong.

    Args:
        untold: What to say while nothing was saved yet.
    """
    told = st.session_state.get(_told(editor, section), {})
    failed = told.get("failed", False)
    place = "failed" if failed else "saved"  # what went wrong takes room of its own
    with st.container(key=f"{place}_{section}", horizontal=True, vertical_alignment="center"):
        if failed:
            st.error(f"Not saved. {literal(told['words'])}")
            return
        st.html(f'<p role="status">{escape(told.get("words", untold))}</p>', width="content")
        if "change" in told:
            st.button(
                "Undo",
                key=editor.key(f"{section}.undo"),
                type="tertiary",
                on_click=_undo,
                args=(editor, section, told["change"]),
            )


def _undo(editor: DayEditor, section: str, change_id: int) -> None:
    try:
        undone = editor.journal.undo(change_id)
    except JournalError as failure:
        tell_failed(editor, section, str(failure))
        return
    words = "Undone" if undone else "Nothing left to undo here"
    st.session_state[_told(editor, section)] = {"words": words}


def _told(editor: DayEditor, section: str) -> str:
    return editor.key(f"{section}.told")
