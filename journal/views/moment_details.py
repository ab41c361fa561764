"""What more can be said of one recorded moment; each touch saves."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from enum import StrEnum
from typing import Any

import streamlit as st

from journal.domain.catalogues import CatalogueName
from journal.domain.days import Sensation
from journal.domain.errors import TimeUnreadable
from journal.domain.labels import AUTHOR_WORDS, INITIATOR_WORDS, RESPONSE_WORDS, WITH_WHOM_WORDS
from journal.domain.moments import (
    LONGEST_MINUTES,
    LONGEST_MOMENT_NOTE,
    Author,
    BidResponse,
    Initiator,
    Moment,
    WithWhom,
)
from journal.views.day_editor import DayEditor
from journal.views.note_field import note_field
from journal.views.sensations import sensation_picker, sensation_words

# "Self" is the owner, whoever noted the moment.
STAYS_THEIRS = (
    "it stays theirs and is counted apart from yours. “Me” below means you, whoever noted it."
)
DECLINING = "Declining takes it out of your journal; you can undo that."
_PHONE = {True: "In the way", False: "Not in the way"}


def moment_details(editor: DayEditor, section: str, moment: Moment) -> None:
    """Offer who started it, how it was met, with whom, minutes, what was felt, a note."""
    with st.container(border=True, key="moment_details"):
        if moment.author is Author.PARTNER:
            st.caption(f"{AUTHOR_WORDS[moment.author]}; {STAYS_THEIRS} {DECLINING}")
        _choice(
            editor, section, moment, "initiator", label="Who started it?", words=INITIATOR_WORDS
        )
        _choice(editor, section, moment, "response", label="How was it met?", words=RESPONSE_WORDS)
        _choice(
            editor, section, moment, "phone_in_way", label="Was a phone in the way?", words=_PHONE
        )
        _choice(editor, section, moment, "with_whom", label="With whom?", words=WITH_WHOM_WORDS)
        left, right = st.columns(2)
        with left:
            _number(editor, section, moment)
        with right:
            _clock_time(editor, section, moment)
        note_field(
            "A note on this moment",
            text=moment.note,
            longest=LONGEST_MOMENT_NOTE,
            key=editor.key(f"moment.{moment.id}.note"),
            save=lambda text: _set(editor, section, moment.id, note=text if text.strip() else None),
        )
        _felt(editor, section, moment)
        theirs = moment.author is Author.PARTNER
        st.button(
            "Decline this moment" if theirs else "Remove this moment",
            key=editor.key(f"moment.{moment.id}.remove"),
            icon=":material/delete:",
            on_click=editor.attempt,
            args=(section, lambda: editor.journal.delete_moment(moment.id)),
        )


def _felt(editor: DayEditor, section: str, moment: Moment) -> None:
    """Offer what she felt; what her partner noted was not felt by her."""
    places = editor.journal.catalogue(CatalogueName.PLACES)
    qualities = editor.journal.catalogue(CatalogueName.QUALITIES)
    if moment.author is Author.OWNER:
        sensation_picker(
            "What I felt, and where",
            moment.sensations,
            places=places,
            qualities=qualities,
            key=editor.key(f"moment.{moment.id}.felt"),
            save=lambda felt: _set_felt(editor, section, moment.id, felt),
        )
    elif moment.sensations:
        words = [sensation_words(felt, places, qualities) for felt in sorted(moment.sensations)]
        st.markdown(f"My partner noted: {', '.join(words)}")


_KINDS: Mapping[str, type[StrEnum]] = {
    "initiator": Initiator,
    "response": BidResponse,
    "with_whom": WithWhom,
}


def _choice(
    editor: DayEditor,
    section: str,
    moment: Moment,
    field: str,
    *,
    label: str,
    words: Mapping[Any, str],
) -> None:
    stored = getattr(moment, field)
    names = {_as_text(choice): name for choice, name in words.items()}
    shown = None if stored is None else _as_text(stored)
    key = editor.bound_as(f"moment.{moment.id}.{field}", shown)
    with st.container(key=f"choice_moment_{field}"):
        st.segmented_control(
            label,
            list(names),
            format_func=names.__getitem__,
            key=key,
            on_change=_save_choice,
            args=(editor, section, moment.id, field),
            width="stretch",
        )


def _as_text(choice: object) -> str:
    return str(choice).lower() if isinstance(choice, bool) else str(choice)


def _save_choice(editor: DayEditor, section: str, moment_id: str, field: str) -> None:
    shown = editor.chosen(f"moment.{moment_id}.{field}")
    value = None if shown is None else _KINDS[field](shown) if field in _KINDS else shown == "true"
    _set(editor, section, moment_id, **{field: value})


def _number(editor: DayEditor, section: str, moment: Moment) -> None:
    name = f"moment.{moment.id}.minutes"
    st.number_input(
        "Minutes",
        value=None,  # without it, an emptied field would hold the lowest value
        min_value=1,
        max_value=LONGEST_MINUTES,
        step=1,
        placeholder="Not recorded",
        key=editor.bound_as(name, moment.minutes),
        on_change=lambda: _set(editor, section, moment.id, minutes=editor.chosen(name)),
    )


def _clock_time(editor: DayEditor, section: str, moment: Moment) -> None:
    key = editor.key(f"moment.{moment.id}.at")
    shown = moment.at.strftime("%H:%M") if moment.at else ""
    st.session_state[key] = shown
    st.text_input(
        "Time of day",
        placeholder="21:30",
        key=key,
        max_chars=5,
        on_change=lambda: _set_time(editor, section, moment.id, st.session_state[key]),
    )


def _set_time(editor: DayEditor, section: str, moment_id: str, typed: str) -> None:
    with editor.telling(section):
        _set(editor, section, moment_id, at=_time(typed) if typed.strip() else None)


def _time(typed: str) -> time:
    """Read "21:30" or "9.05".

    Raises:
        TimeUnreadable: It is neither.
    """
    hour, _, minute = typed.strip().replace(".", ":").partition(":")
    try:
        return time(int(hour), int(minute))
    except ValueError:
        raise TimeUnreadable(typed) from None


def _set(editor: DayEditor, section: str, moment_id: str, **values: Any) -> None:  # noqa: ANN401
    def act() -> None:
        editor.journal.save_moment(replace(editor.journal.moment(moment_id), **values))

    editor.attempt(section, act)


def _set_felt(editor: DayEditor, section: str, moment_id: str, felt: frozenset[Sensation]) -> None:
    _set(editor, section, moment_id, sensations=felt)
