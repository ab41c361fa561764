"""What she chose for the week: ticked by her record or her hand, changed, removed, taken along."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from journal.analysis.intentions import WeekOfIntentions, week_of_intentions
from journal.analysis.suggestion_words import reason_words
from journal.analysis.suggestions import Suggestion, suggestions
from journal.connection.intention_words import (
    EMPTY_WEEK,
    LIMIT_WORDS,
    closed_words,
    ticked_words,
)
from journal.connection.intentions import Kept, what_chosen
from journal.domain.catalogues import CatalogueName
from journal.domain.changes import ChangeKind
from journal.domain.intentions import LONGEST_WORDS, Intention, IntentionSource
from journal.domain.journal import Journal
from journal.domain.labels import span_words
from journal.domain.nearness import INTIMATE_GROUP, without_group
from journal.views.agreed_offer import agreed_before
from journal.views.attempt import attempt
from journal.views.state import keep_in_step
from journal.views.undo_lasting import undo_lasting
from journal.views.words import literal

OWN_KEY = "intentions.own"
KIND_KEY = "intentions.kind"


@st.fragment
def intentions_card(journal: Journal, today: date) -> None:
    """Show this week's intentions and offer to choose; say what happened of last week's."""
    known = week_of_intentions(journal, today)
    with st.container(border=True, key="card_intentions"):
        st.header("Chosen for this week", anchor=False)
        st.caption(literal(f"{span_words(known.week)}. {LIMIT_WORDS}"))
        if not known.chosen:
            st.markdown(literal(EMPTY_WEEK))
        for kept in known.chosen:
            _chosen(journal, kept, today)
        agreed_before(journal, known)
        if known.closed:
            st.markdown(f"**Last week.** {literal(closed_words(known.closed))}")
        if known.along:
            st.button(
                "Take last week’s along",
                key="intentions.along",
                on_click=_save_all,
                args=(journal, known.along),
            )
        if known.room:
            _choose(journal, known, today)
        undo_lasting(journal, ChangeKind.INTENTION, "intentions", key="intentions.undo")


def choose(journal: Journal, intention: Intention, today: date) -> bool:
    """Choose an intention for this week, once; say whether it is chosen now."""
    known = week_of_intentions(journal, today).chosen
    if what_chosen(intention) in {what_chosen(kept.intention) for kept in known}:
        st.toast("That is chosen for this week already.")
        return False
    return attempt(partial(journal.save_intention, intention))


def _chosen(journal: Journal, kept: Kept, today: date) -> None:
    """Show one intention with what ticked it, and a way to change it."""
    item = kept.intention
    row = st.container(
        key=f"intention_{item.id}", horizontal=True, wrap=False, vertical_alignment="top"
    )
    with row:
        with st.container(gap=None, width="stretch"):
            if item.source is IntentionSource.MOMENT or kept.ticked.times:
                icon = "check_circle" if kept.ticked else "radio_button_unchecked"
                st.markdown(f":material/{icon}: {literal(item.words)}")
            else:
                _by_hand(journal, item, today)
            if said := ticked_words(kept.ticked):
                st.caption(literal(said))
        with st.popover("Change", type="tertiary", width="content"):
            _change(journal, item)


def _by_hand(journal: Journal, item: Intention, today: date) -> None:
    key = f"intentions.done.{item.id}"
    keep_in_step(key, item.done_on is not None)

    def save() -> None:
        done_on = today if st.session_state[key] else None
        attempt(partial(journal.save_intention, replace(item, done_on=done_on)))

    st.checkbox(literal(item.words), key=key, on_change=save)


def _change(journal: Journal, item: Intention) -> None:
    key = f"intentions.words.{item.id}"
    keep_in_step(key, item.words)

    def save() -> None:
        attempt(lambda: journal.save_intention(replace(item, words=st.session_state[key])))

    st.text_input("In your words", key=key, max_chars=LONGEST_WORDS, on_change=save)
    st.button(
        "Remove",
        key=f"intentions.remove.{item.id}",
        type="tertiary",
        on_click=_remove,
        args=(journal, item.id),
    )


def _choose(journal: Journal, known: WeekOfIntentions, today: date) -> None:
    week = known.week.start
    st.markdown("**If you would like to choose**")
    for suggestion in suggestions(journal, today):
        _suggested(journal, suggestion, week, today)
    _any_kind(journal, week, today)
    with st.form("intentions.own_form", border=False, clear_on_submit=True):
        st.text_input("Something of my own", key=OWN_KEY, max_chars=LONGEST_WORDS)
        st.form_submit_button("Choose it", on_click=_choose_own, args=(journal, week, today))


def _suggested(journal: Journal, suggestion: Suggestion, week: date, today: date) -> None:
    with st.container(key=f"suggested_{suggestion.source}_{suggestion.code}", gap=None):
        st.button(
            literal(suggestion.name),
            key=f"intentions.suggested.{suggestion.source}.{suggestion.code}",
            on_click=_choose_one,
            args=(journal, suggestion.intention(week), today),
        )
        st.caption(literal(reason_words(suggestion)))


def _any_kind(journal: Journal, week: date, today: date) -> None:
    """Offer every kind of moment; what she records of it ticks it."""
    catalogue = journal.catalogue(CatalogueName.MOMENTS)
    if not journal.settings().intimate_practices:
        catalogue = without_group(catalogue, INTIMATE_GROUP)

    def save() -> None:
        if (code := st.session_state[KIND_KEY]) is not None:
            name = catalogue.name(code)
            choose(journal, Intention(week, name, IntentionSource.MOMENT, code), today)
            st.session_state[KIND_KEY] = None

    st.selectbox(
        "Any kind of moment",
        [entry.code for entry in catalogue.offered],
        index=None,
        format_func=catalogue.name,
        placeholder="Choose or type",
        key=KIND_KEY,
        on_change=save,
    )


def _choose_one(journal: Journal, intention: Intention, today: date) -> None:
    choose(journal, intention, today)


def _remove(journal: Journal, intention_id: str) -> None:
    attempt(partial(journal.delete_intention, intention_id))


def _choose_own(journal: Journal, week: date, today: date) -> None:
    typed = st.session_state[OWN_KEY].strip()
    if typed:
        choose(journal, Intention(week, typed), today)


def _save_all(journal: Journal, intentions: Sequence[Intention]) -> None:
    for item in intentions:
        if not attempt(partial(journal.save_intention, item)):
            return
