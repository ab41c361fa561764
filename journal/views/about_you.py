"""What she told about herself and how she wants the journal; saved as it is touched."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from journal.domain.journal import Journal
from journal.domain.labels import SITUATION_WORDS, WEEKDAY_WORDS
from journal.domain.owner_settings import EARLIEST_BIRTH_YEAR, OwnerSettings, Situation
from journal.domain.ratings import OPTIONAL_RATINGS, RATINGS
from journal.views.state import keep_in_step


@st.fragment
def about_you(journal: Journal, today: date) -> None:
    """Offer the settings; each is saved when it is touched."""
    settings = journal.settings()
    st.radio(
        "What describes you now?",
        [situation.value for situation in SITUATION_WORDS],
        format_func=lambda value: SITUATION_WORDS[Situation(value)],
        **_bound(journal, "situation", settings.situation and settings.situation.value, Situation),
    )
    st.number_input(
        "Birth year",
        value=None,  # without it, an emptied field would hold the lowest value
        min_value=EARLIEST_BIRTH_YEAR,
        max_value=today.year,
        step=1,
        placeholder="Can stay empty",
        **_bound(journal, "birth_year", settings.birth_year),
    )
    st.pills(
        "Rated besides mood, desire and connection",
        [scale.code for scale in OPTIONAL_RATINGS],
        selection_mode="multi",
        format_func=lambda code: RATINGS[code].name,
        **_bound(journal, "ratings", list(settings.optional_ratings), tuple),
    )
    st.toggle(
        "Keep body signs open (temperature, mucus, ovulation tests)",
        **_bound(journal, "body_signs", settings.body_signs),
    )
    st.toggle(
        "Offer intimate practices among the moments",
        help="In pregnancy, breast or nipple massage can bring on contractions.",
        **_bound(journal, "intimate_practices", settings.intimate_practices),
    )
    st.selectbox(
        "The week starts on",
        range(len(WEEKDAY_WORDS)),
        format_func=WEEKDAY_WORDS.__getitem__,
        **_bound(journal, "week_start", settings.week_start),
    )


def _bound(
    journal: Journal,
    name: str,
    stored: object,
    as_kept: Callable[[Any], object] = lambda shown: shown,
) -> dict[str, Any]:
    """Return the key and callback that keep one setting in step with its widget."""
    key = f"more.{name}"
    keep_in_step(key, stored)

    def save() -> None:
        shown = st.session_state[key]
        kept: dict[str, Any] = {name: None if shown is None else as_kept(shown)}
        settings: OwnerSettings = replace(journal.settings(), **kept)
        journal.save_settings(settings)

    return {"key": key, "on_change": save}
