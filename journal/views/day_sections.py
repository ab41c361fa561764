"""The cards of the day form besides the moments; each is redrawn alone."""

from datetime import timedelta

import streamlit as st

from journal.domain.catalogues import CatalogueName
from journal.domain.day_fields import LONGEST_NOTE
from journal.domain.days import FLOW, Bleeding, Sensation, sensation_field
from journal.domain.labels import (
    BLEEDING_WORDS,
    LH_TEST_WORDS,
    MUCUS_WORDS,
    PARTNER_WORDS,
    TOUCH_WORDS,
)
from journal.domain.ratings import CORE_RATINGS
from journal.domain.recording import same_as
from journal.views.day_editor import DayEditor, saved_line
from journal.views.day_rows import (
    choice_row,
    flag_row,
    rating_row,
    sign_row,
    sleep_row,
    temperature_row,
)
from journal.views.note_field import note_field
from journal.views.sensations import sensation_picker
from journal.views.words import literal

SIGNS_NEAR = 5
_BLEEDING_OFFERED = {
    choice: words for choice, words in BLEEDING_WORDS.items() if choice is not Bleeding.UNSPECIFIED
}


def ratings_section(editor: DayEditor) -> None:
    """Mood, desire, connection, and the ratings she switched on."""
    chosen = editor.journal.settings().optional_ratings
    for code in (*(scale.code for scale in CORE_RATINGS), *chosen):
        rating_row(editor, code)


@st.fragment
def bleeding_section(editor: DayEditor, shown: tuple[Bleeding | None, bool | None]) -> None:
    """Bleeding in one tap.

    Args:
        shown: Bleeding and "not my period" as the page above was drawn with; where she stands is
            said there, so that a change draws the whole page again.
    """
    day = editor.journal.day(editor.day)
    if shown != (day.bleeding, day.not_my_period):
        st.rerun()
    noted = day.bleeding is Bleeding.UNSPECIFIED
    choice_row(
        editor,
        "bleeding",
        "bleeding",
        day,
        label="Bleeding",
        words=BLEEDING_WORDS if noted else _BLEEDING_OFFERED,
    )
    if day.bleeding in FLOW or day.not_my_period:
        flag_row(
            editor,
            "bleeding",
            "not_my_period",
            day,
            label="Not my period (starts no cycle)",
        )
    saved_line(editor, "bleeding")


@st.fragment
def closeness_section(editor: DayEditor) -> None:
    """How touch feels today, whether the two were apart, and sleep."""
    day = editor.journal.day(editor.day)
    choice_row(editor, "closeness", "touch", day, label="Touch today", words=TOUCH_WORDS)
    choice_row(editor, "closeness", "partner", day, label="My partner and I", words=PARTNER_WORDS)
    sleep_row(editor, "closeness", day)
    saved_line(editor, "closeness")


@st.fragment
def signs_section(editor: DayEditor) -> None:
    """The signs she recorded lately, one tap each; the long list behind "more"."""
    day = editor.journal.day(editor.day)
    catalogue = editor.journal.catalogue(CatalogueName.SIGNS)
    offered = {entry.code for entry in catalogue.offered}
    lately = [code for code in editor.journal.recent_signs(editor.day) if code in offered]
    near = list(dict.fromkeys((*day.signs, *lately[:SIGNS_NEAR])))
    st.header("Signs", anchor=False)
    for code in near:
        sign_row(editor, "signs", code, day, name=literal(catalogue.name(code)))
    others = [entry for entry in catalogue.offered if entry.code not in near]
    chosen = st.selectbox(
        "Another sign",
        [entry.code for entry in others],
        index=None,
        format_func=lambda code: f"{catalogue.name(code)} ({catalogue.entries[code].group})",
        placeholder="Choose or type",
        key=editor.key("other_sign"),
    )
    if chosen is not None:
        sign_row(editor, "signs", chosen, day, name=literal(catalogue.name(chosen)))
    _same_as_yesterday(editor)
    saved_line(editor, "signs")


def _same_as_yesterday(editor: DayEditor) -> None:
    yesterday = editor.journal.day(editor.day - timedelta(days=1))
    carried = same_as(yesterday, editor.journal.day(editor.day))
    if carried and st.button(
        "Same as the day before (signs, together or apart)",
        key=editor.key("same"),
        icon=":material/content_copy:",
    ):
        editor.save("signs", carried)
        st.rerun()  # together or apart stands in another card


@st.fragment
def body_section(editor: DayEditor) -> None:
    """What is folded away until it is used: body signs and sensations."""
    day = editor.journal.day(editor.day)
    settings = editor.journal.settings()
    used = any((day.lh_test, day.temperature_c, day.mucus, settings.body_signs))
    body = st.expander("Body signs", expanded=used, key="today.body_signs", on_change="rerun")
    if body.open:
        with body:
            choice_row(
                editor, "body", "lh_test", day, label="Ovulation (LH) test", words=LH_TEST_WORDS
            )
            choice_row(editor, "body", "mucus", day, label="Cervical mucus", words=MUCUS_WORDS)
            temperature_row(editor, "body", day)
            flag_row(
                editor,
                "body",
                "temperature_disturbed",
                day,
                label="Reading disturbed (short night, fever, alcohol)",
            )
    felt = st.expander(
        "What I felt, and where", expanded=bool(day.sensations), key="today.felt", on_change="rerun"
    )
    if felt.open:
        with felt:
            sensation_picker(
                "A place in the body",
                day.sensations,
                places=editor.journal.catalogue(CatalogueName.PLACES),
                qualities=editor.journal.catalogue(CatalogueName.QUALITIES),
                key=editor.key("day_felt"),
                save=lambda wanted: editor.save("body", _felt_changes(day.sensations, wanted)),
            )
    saved_line(editor, "body")


def _felt_changes(felt: frozenset[Sensation], wanted: frozenset[Sensation]) -> dict[str, object]:
    taken_out: dict[str, object] = {sensation_field(item): None for item in felt - wanted}
    return taken_out | {sensation_field(item): True for item in wanted - felt}


@st.fragment
def note_section(editor: DayEditor) -> None:
    """A note of hers; it saves itself while she writes."""
    day = editor.journal.day(editor.day)
    note_field(
        "Note",
        text=day.note,
        longest=LONGEST_NOTE,
        key=editor.key("note"),
        save=lambda text: editor.save("note", note_changes(text)),
        placeholder="Only for you",
    )
    if day.note:
        flag_row(
            editor,
            "note",
            "note_shared",
            day,
            label="May be shared (goes to nobody unless you share it)",
        )
    saved_line(editor, "note")


def note_changes(text: str) -> dict[str, object]:
    """Take the mark off with the last word: another note of the day is not the one she marked."""
    return {"note": text} if text.strip() else {"note": text, "note_shared": None}
