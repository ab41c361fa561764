"""Moments of one day: one tap records one, a second tap opens it for its details."""

from collections import Counter
from collections.abc import Iterable
from functools import partial

import streamlit as st

from journal.connection.ladder_words import INTIMATE_CAUTION
from journal.domain.catalogues import (
    OWN_GROUP,
    Catalogue,
    CatalogueName,
    Entry,
    own_code,
    validated_entry_name,
)
from journal.domain.labels import AUTHOR_WORDS
from journal.domain.moments import Author, Moment
from journal.domain.nearness import INTIMATE_GROUP, nearest, times_used, without_group
from journal.domain.ranges import DateRange
from journal.views.day_editor import DayEditor, saved_line
from journal.views.moment_details import moment_details
from journal.views.moment_words import BID, BID_CHIPS, BIDS_TITLE, BidChip, moment_name
from journal.views.words import literal

SECTION = "moments"
CHIPS = 8
LATELY_DAYS = 90
NOTED_BY_PARTNER = AUTHOR_WORDS[Author.PARTNER]


@st.fragment
def moments_section(editor: DayEditor) -> None:
    """Offer the moments she uses most, the long list, and those recorded on this day."""
    catalogue = offered_moments(editor)
    lately = editor.journal.moment_counts(DateRange.last_days(LATELY_DAYS, editor.day))
    recorded = editor.journal.moments(DateRange.last_days(1, editor.day))
    noted = [moment for moment in recorded if moment.author is Author.OWNER]
    today = Counter(moment.kind for moment in noted)
    near = nearest(catalogue, times_used(lately), CHIPS)
    st.header("Moments", anchor=False)
    _chips(editor, near, today, "near")
    if BID in {entry.code for entry in catalogue.offered}:
        _bid_chips(editor, noted)
    more = st.expander("More moments", key="today.more_moments", on_change="rerun")
    if more.open:
        with more:
            _long_list(editor, catalogue, today)
    _recorded(editor, catalogue, recorded)
    _partners(editor, catalogue, recorded)
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
            moment = Moment(editor.day, entry.code)
            _chip(editor, f"{place}.{entry.code}", entry.name, today[entry.code], moment)


def _bid_chips(editor: DayEditor, noted: list[Moment]) -> None:
    """Offer a bid together with how it was met; one that went by is no more taps than another."""
    title = st.container(gap="xsmall")
    title.markdown(f"**{BIDS_TITLE}**")
    with title.container(key="chips_bids", horizontal=True, gap="small"):
        for chip in BID_CHIPS:
            times = sum(chip.is_like(moment) for moment in noted)
            _chip(editor, f"bid.{chip.code}", chip.name, times, _bid(editor, chip))


def _bid(editor: DayEditor, chip: BidChip) -> Moment:
    return Moment(editor.day, BID, initiator=chip.initiator, response=chip.response)


def _chip(editor: DayEditor, key: str, name: str, times: int, moment: Moment) -> None:
    st.button(
        f"{literal(name)} · {times}" if times else literal(name),
        key=editor.key(f"chip.{key}"),
        type="primary" if times else "secondary",
        on_click=_add,
        args=(editor, moment),
    )


def _long_list(editor: DayEditor, catalogue: Catalogue, today: Counter[str]) -> None:
    for number, (group, entries) in enumerate(catalogue.groups().items()):
        st.markdown(f"**{'My own' if group == OWN_GROUP else literal(group)}**")
        if group == INTIMATE_GROUP:
            st.caption(INTIMATE_CAUTION)
        _chips(editor, entries, today, f"group_{number}")
    with st.form(editor.key("own_moment"), border=False, clear_on_submit=True):
        st.text_input("A moment of my own", key=editor.key("own_moment_name"), max_chars=60)
        st.form_submit_button("Add and record it", on_click=_add_own, args=(editor,))


def _recorded(editor: DayEditor, catalogue: Catalogue, recorded: list[Moment]) -> None:
    if not recorded:
        return
    names = {moment.id: moment_name(moment, catalogue) for moment in recorded}
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


def _partners(editor: DayEditor, catalogue: Catalogue, recorded: list[Moment]) -> None:
    """Name what her partner noted, each with a way to decline it; there is an undo of that."""
    for moment in recorded:
        if moment.author is not Author.PARTNER:
            continue
        row = st.container(horizontal=True, vertical_alignment="center", gap="small")
        row.markdown(f"{NOTED_BY_PARTNER}: {literal(catalogue.name(moment.kind))}", width="content")
        row.button(
            "Decline",
            key=editor.key(f"moment.{moment.id}.decline"),
            type="tertiary",
            on_click=editor.attempt,
            args=(SECTION, partial(editor.journal.delete_moment, moment.id)),
        )


def _add(editor: DayEditor, moment: Moment) -> None:
    editor.attempt(SECTION, lambda: editor.journal.add_moment(moment))


def _add_own(editor: DayEditor) -> None:
    typed = st.session_state[editor.key("own_moment_name")]

    def act() -> None:
        name = validated_entry_name(typed)
        catalogue = editor.journal.catalogue(CatalogueName.MOMENTS)
        entry = Entry(own_code(name, catalogue), name, OWN_GROUP, own=True)
        editor.journal.save_entry(CatalogueName.MOMENTS, entry)
        editor.journal.add_moment(Moment(editor.day, entry.code))

    editor.attempt(SECTION, act)
