"""Moments of one day: one tap records one, a second tap opens it for its details."""

from collections import Counter
from collections.abc import Iterable

import streamlit as st

from journal.domain.catalogues import (
    OWN_GROUP,
    Catalogue,
    CatalogueName,
    Entry,
    own_code,
    validated_entry_name,
)
from journal.domain.moments import Moment
from journal.domain.nearness import INTIMATE_GROUP, nearest, times_used, without_group
from journal.domain.ranges import DateRange
from journal.views.day_editor import DayEditor, saved_line
from journal.views.moment_details import moment_details
from journal.views.words import literal

SECTION = "moments"
CHIPS = 8
LATELY_DAYS = 90


@st.fragment
def moments_section(editor: DayEditor) -> None:
    """Offer the moments she uses most, the long list, and those recorded on this day."""
    catalogue = offered_moments(editor)
    lately = editor.journal.moment_counts(DateRange.last_days(LATELY_DAYS, editor.day))
    recorded = editor.journal.moments(DateRange.last_days(1, editor.day))
    today = Counter(moment.kind for moment in recorded)
    near = nearest(catalogue, times_used(lately), CHIPS)
    st.header("Moments", anchor=False)
    _chips(editor, near, today, "near")
    more = st.expander("More moments", key="today.more_moments", on_change="rerun")
    if more.open:
        with more:
            _long_list(editor, catalogue, today)
    _recorded(editor, catalogue, recorded)
    saved_line(editor, SECTION)


def offered_moments(editor: DayEditor) -> Catalogue:
    """Return the moments she is offered; intimate practices only once she switched them on."""
    catalogue = editor.journal.catalogue(CatalogueName.MOMENTS)
    if editor.journal.settings().intimate_practices:
        return catalogue
    return without_group(catalogue, INTIMATE_GROUP)


def _chips(editor: DayEditor, entries: Iterable[Entry], today: Counter[str], place: str) -> None:
    with st.container(key=f"chips_{place}", horizontal=True, gap="small"):
        for entry in entries:
            times = today[entry.code]
            st.button(
                f"{literal(entry.name)} · {times}" if times else literal(entry.name),
                key=editor.key(f"chip.{place}.{entry.code}"),
                type="primary" if times else "secondary",
                on_click=_add,
                args=(editor, entry.code),
            )


def _long_list(editor: DayEditor, catalogue: Catalogue, today: Counter[str]) -> None:
    for number, (group, entries) in enumerate(catalogue.groups().items()):
        st.markdown(f"**{'My own' if group == OWN_GROUP else literal(group)}**")
        _chips(editor, entries, today, f"group_{number}")
    with st.form("today.own_moment", border=False, clear_on_submit=True):
        st.text_input("A moment of my own", key="today.own_moment_name", max_chars=60)
        st.form_submit_button("Add and record it", on_click=_add_own, args=(editor,))


def _recorded(editor: DayEditor, catalogue: Catalogue, recorded: list[Moment]) -> None:
    if not recorded:
        return
    names = {moment.id: literal(catalogue.name(moment.kind)) for moment in recorded}
    key = editor.key("moment.open")
    if st.session_state.get(key) not in names:
        st.session_state[key] = None
    with st.container(key="chips_recorded"):
        chosen = st.pills(
            "Recorded on this day; tap one to say more",
            list(names),
            key=key,
            format_func=names.__getitem__,
        )
    opened = next((moment for moment in recorded if moment.id == chosen), None)
    if opened is not None:
        moment_details(editor, SECTION, opened)


def _add(editor: DayEditor, kind: str) -> None:
    editor.attempt(SECTION, lambda: editor.journal.add_moment(Moment(editor.day, kind)))


def _add_own(editor: DayEditor) -> None:
    typed = st.session_state["today.own_moment_name"]

    def act() -> None:
        name = validated_entry_name(typed)
        catalogue = editor.journal.catalogue(CatalogueName.MOMENTS)
        entry = Entry(own_code(name, catalogue), name, OWN_GROUP, own=True)
        editor.journal.save_entry(CatalogueName.MOMENTS, entry)
        editor.journal.add_moment(Moment(editor.day, entry.code))

    editor.attempt(SECTION, act)
