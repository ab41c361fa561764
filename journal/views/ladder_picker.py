"""The ladder: as far as she goes, and with regard to touch today; a tap chooses for the week."""

from dataclasses import replace
from datetime import date
from itertools import groupby

import streamlit as st

from journal.analysis.suggestions import possible_steps
from journal.connection.intentions import week_of
from journal.connection.ladder import INTIMATE_STEPS, Step, step_groups
from journal.connection.ladder_words import INTIMATE_CAUTION, NO_LIMIT, offer_words
from journal.domain.catalogues import OWN_GROUP
from journal.domain.intentions import Intention, IntentionSource
from journal.domain.journal import Journal
from journal.domain.owner_settings import OwnerSettings
from journal.views.attempt import attempt
from journal.views.intentions_card import choose
from journal.views.state import keep_in_step
from journal.views.words import literal

LIMIT_KEY = "ladder.up_to"


@st.fragment
def ladder_picker(journal: Journal, today: date) -> None:
    """Offer the steps that may be offered today; choosing one redraws the whole page."""
    with st.container(border=True, key="card_ladder"):
        st.header("The ladder", anchor=False)
        st.markdown(literal(offer_words(journal.day(today).touch)))
        settings = journal.settings()
        _limit(journal, settings)
        week = week_of(today, settings.week_start).start
        for group, steps in groupby(possible_steps(journal, today), lambda step: step.group):
            _group(journal, group, list(steps), week, today)


def _limit(journal: Journal, settings: OwnerSettings) -> None:
    """Ask how far she goes; what she said stays to be seen, also where a group is not offered."""
    groups = [
        group
        for group in step_groups()
        if group != INTIMATE_STEPS or settings.intimate_practices or group == settings.ladder_up_to
    ]
    keep_in_step(LIMIT_KEY, settings.ladder_up_to or NO_LIMIT)

    def save() -> None:
        said = st.session_state[LIMIT_KEY]
        limit = None if said == NO_LIMIT else said
        attempt(lambda: journal.change_settings(lambda kept: replace(kept, ladder_up_to=limit)))

    st.selectbox("I go as far as", [NO_LIMIT, *groups], key=LIMIT_KEY, on_change=save)


def _group(journal: Journal, group: str, steps: list[Step], week: date, today: date) -> None:
    st.markdown(f"**{'My own' if group == OWN_GROUP else literal(group)}**")
    if group == INTIMATE_STEPS:
        st.caption(literal(INTIMATE_CAUTION))
    with st.container(key=f"chips_ladder_{group.replace(' ', '_')}", horizontal=True, gap="small"):
        for step in steps:
            if st.button(literal(step.name), key=f"ladder.step.{step.code}"):
                chosen = Intention(week, step.name, IntentionSource.STEP, step.code)
                if choose(journal, chosen, today):
                    st.rerun()  # it stands among the intentions now
