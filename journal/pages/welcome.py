"""The first minute: what this is, what stays private, and a few questions that can wait."""

from datetime import date

import streamlit as st

from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.domain.labels import SITUATION_WORDS, STAGE_WORDS
from journal.domain.owner_settings import EARLIEST_BIRTH_YEAR, Situation
from journal.domain.ratings import OPTIONAL_RATINGS, RATINGS
from journal.domain.stages import Stage
from journal.domain.welcome import LONGEST_CYCLE_DAY_ASKED, FirstAnswers, begin
from journal.views.locale import date_format, usual_week_start
from journal.views.state import Example, show_example
from journal.views.words import literal

WHAT_IT_IS = """
A private journal for mood, desire and closeness, beside your cycle or your menopause.
Note a day in half a minute; over weeks it shows how these go together, and from how many days.
"""
WHAT_STAYS_PRIVATE = """
What you write stays on this machine. Nothing is sent anywhere, nobody else is told, and there is
no account. It is no medical advice, and nothing here is a diagnosis.
"""


def render(journal: Journal, today: date) -> None:
    """Lay out the welcome and its questions."""
    st.title("Tending", anchor=False)
    st.markdown(WHAT_IT_IS)
    st.markdown(WHAT_STAYS_PRIVATE)
    st.button(
        "Look around in an example journal",
        key="welcome.example",
        icon=":material/menu_book:",
        on_click=_look_around,
    )
    st.header("A few questions, if you like", anchor=False)
    st.markdown("Each one can be left out, and changed later under “More”.")
    answers = _questions(today)
    if st.button("Open my journal", key="welcome.begin", type="primary", width="stretch"):
        try:
            begin(journal, answers, today)
        except JournalError as failure:
            st.error(literal(str(failure)))
        else:
            st.rerun()


def _questions(today: date) -> FirstAnswers:
    situation = st.radio(
        "What describes you now?",
        list(SITUATION_WORDS),
        index=None,
        format_func=SITUATION_WORDS.__getitem__,
        key="welcome.situation",
    )
    onset, cycle_day = _last_bleed(today)
    stage = None
    if situation in {Situation.STOPPED, Situation.IRREGULAR}:
        stage = st.selectbox(
            "Your menopause stage, if you use one",
            list(STAGE_WORDS),
            index=None,
            format_func=STAGE_WORDS.__getitem__,
            placeholder="Not sure, or no stage",
            key="welcome.stage",
        )
    birth_year = st.number_input(
        "Birth year",
        min_value=EARLIEST_BIRTH_YEAR,
        max_value=today.year,
        value=None,
        step=1,
        placeholder="Can stay empty; what is common for cycles differs with age",
        key="welcome.birth_year",
    )
    ratings = st.pills(
        "What to rate besides mood, desire and connection?",
        [scale.code for scale in OPTIONAL_RATINGS],
        selection_mode="multi",
        format_func=lambda code: RATINGS[code].name,
        key="welcome.ratings",
    )
    return FirstAnswers(
        situation=situation and Situation(situation),
        last_onset=onset,
        cycle_day=cycle_day,
        stage=stage and Stage(stage),
        birth_year=birth_year,
        ratings=tuple(ratings),
        week_start=usual_week_start(),
    )


def _last_bleed(today: date) -> tuple[date | None, int | None]:
    onset = st.date_input(
        "First day of your last bleed, if you know it",
        value=None,
        max_value=today,
        min_value=date(EARLIEST_BIRTH_YEAR, 1, 1),
        format=date_format(),
        key="welcome.onset",
    )
    cycle_day = st.number_input(
        "Or: I am on day",
        min_value=1,
        max_value=LONGEST_CYCLE_DAY_ASKED,
        value=None,
        step=1,
        placeholder="Day 1 is the first day of bleeding",
        key="welcome.cycle_day",
    )
    return onset, cycle_day


def _look_around() -> None:
    show_example(Example.CHANGE)
