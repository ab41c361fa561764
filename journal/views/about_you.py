"""What she told about herself and how she wants the journal; saved as it is touched."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Final

import streamlit as st

from journal.connection.ladder_words import INTIMATE_CAUTION
from journal.domain.errors import BirthYearOutOfRange, JournalError
from journal.domain.journal import Journal
from journal.domain.labels import SITUATION_WORDS, WEEKDAY_WORDS
from journal.domain.owner_settings import OwnerSettings, Situation, validated_birth_year
from journal.domain.ratings import OPTIONAL_RATINGS, RATINGS
from journal.views.state import keep_in_step
from journal.views.words import literal

FORECASTS: Final = (
    "A likelihood worked out from your own cycles; never for contraception. Off, no date is shown "
    "anywhere."
)


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
    _birth_year(journal, settings.birth_year, today.year)
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
        "Show when a period is likely",
        **_bound(journal, "forecasts", settings.forecasts),
    )
    st.caption(FORECASTS)
    st.toggle(
        "Offer intimate practices among the moments",
        **_bound(journal, "intimate_practices", settings.intimate_practices),
    )
    st.caption(INTIMATE_CAUTION)
    st.selectbox(
        "The week starts on",
        range(len(WEEKDAY_WORDS)),
        format_func=WEEKDAY_WORDS.__getitem__,
        **_bound(journal, "week_start", settings.week_start),
    )


def _birth_year(journal: Journal, stored: int | None, this_year: int) -> None:
    """Ask for the birth year; one that cannot be stays in the field, with why it was not saved."""
    typed = st.session_state.get(_key("birth_year"), stored)
    refusal = _refusal(typed, this_year)
    st.number_input(
        "Birth year",
        # No bounds: outside them, the field would take a year for an emptied field and clear it.
        value=None,
        step=1,
        placeholder="Can stay empty",
        **_bound(
            journal,
            "birth_year",
            typed if refusal else stored,
            lambda year: validated_birth_year(year, this_year),
        ),
    )
    if refusal:
        st.error(literal(refusal))


def _refusal(year: int | None, this_year: int) -> str | None:
    try:
        if year is not None:
            validated_birth_year(year, this_year)
    except BirthYearOutOfRange as failure:
        return str(failure)
    return None


def _key(name: str) -> str:
    return f"more.{name}"


def _with(settings: OwnerSettings, told: dict[str, Any]) -> OwnerSettings:
    return replace(settings, **told)


def _bound(
    journal: Journal,
    name: str,
    stored: object,
    as_kept: Callable[[Any], object] = lambda shown: shown,
) -> dict[str, Any]:
    """Return the key and callback that keep one setting in step with its widget."""
    key = _key(name)
    keep_in_step(key, stored)

    def save() -> None:
        shown = st.session_state[key]
        try:
            told: dict[str, Any] = {name: None if shown is None else as_kept(shown)}
            journal.change_settings(lambda kept: _with(kept, told))
        except BirthYearOutOfRange:
            return  # said beside the field, for as long as the year stands in it
        except JournalError as failure:
            st.toast(literal(str(failure)))

    return {"key": key, "on_change": save}
