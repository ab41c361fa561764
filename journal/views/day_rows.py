"""The rows of the day form: a rating, a choice, a number, a flag; each saves as it is touched."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from journal.domain.day_fields import COLDEST_C, WARMEST_C
from journal.domain.days import SIGN_PREFIX, Day, SignStrength
from journal.domain.labels import STRENGTH_WORDS
from journal.domain.ratings import HIGHEST, LOWEST, MIDDLE, RATINGS
from journal.views.day_editor import DayEditor, saved_line

_STEPS = list(range(LOWEST, HIGHEST + 1))


@st.fragment
def rating_row(editor: DayEditor, code: str) -> None:
    """Offer the eleven steps of a rating; a tap on the chosen one clears it.

    Each row is redrawn alone, and says first that it is saved: that is what she waits for.
    """
    scale, section = RATINGS[code], f"rating_{code}"
    rating = editor.stored(code)
    with st.container(key=section):
        saved_line(editor, section, untold="Not rated" if rating is None else "")
        st.segmented_control(
            f"{scale.name} :small[:gray[{LOWEST} {scale.lowest} · {MIDDLE} {scale.middle} "
            f"· {HIGHEST} {scale.highest}]]",
            _STEPS,
            key=editor.bound(code, rating),
            on_change=editor.save_widget,
            args=(section, code),
            width="stretch",
        )


def choice_row(
    editor: DayEditor,
    section: str,
    field: str,
    day: Day,
    *,
    label: str,
    words: Mapping[Any, str],
) -> None:
    """Offer the values of a field; a tap on the chosen one clears it."""
    stored = day.value(field)
    names = {str(choice): name for choice, name in words.items()}
    with st.container(key=f"choice_{field.replace(':', '_')}"):
        st.segmented_control(
            label,
            list(names),
            format_func=names.__getitem__,
            key=editor.bound(field, None if stored is None else str(stored)),
            on_change=editor.save_widget,
            args=(section, field),
            width="stretch",
        )


def sign_row(editor: DayEditor, section: str, code: str, day: Day, *, name: str) -> None:
    """Offer the strengths of one sign, "not today" among them."""
    words = {strength: STRENGTH_WORDS[strength] for strength in SignStrength}
    choice_row(editor, section, SIGN_PREFIX + code, day, label=name, words=words)


def flag_row(editor: DayEditor, section: str, field: str, day: Day, *, label: str) -> None:
    """Offer a yes that can be taken back."""
    st.checkbox(
        label,
        key=editor.bound(field, bool(day.value(field))),
        on_change=editor.save_widget,
        args=(section, field),
    )


def sleep_row(editor: DayEditor, section: str, day: Day) -> None:
    """Ask for the hours slept."""
    st.number_input(
        "Hours slept",
        value=None,  # without it, an emptied field would hold the lowest value
        min_value=0.0,
        max_value=24.0,
        step=0.5,
        format="%.1f",
        placeholder="Not recorded",
        key=editor.bound("sleep_hours", day.sleep_hours),
        on_change=editor.save_widget,
        args=(section, "sleep_hours"),
    )


def temperature_row(editor: DayEditor, section: str, day: Day) -> None:
    """Ask for the waking temperature."""
    st.number_input(
        "Waking temperature in °C",
        value=None,  # without it, an emptied field would hold the lowest value
        min_value=COLDEST_C,
        max_value=WARMEST_C,
        step=0.05,
        format="%.2f",
        placeholder="Not recorded",
        key=editor.bound("temperature_c", day.temperature_c),
        on_change=editor.save_widget,
        args=(section, "temperature_c"),
    )
