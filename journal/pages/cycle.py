"""Cycle: where she stands, what may come, the cycles so far, the stage, and the days before."""

from datetime import date
from typing import Final

import streamlit as st

from journal.cycle.engine import read_cycles
from journal.cycle.reading import CycleReading, CycleRecord
from journal.cycle.record import load_cycle_record
from journal.domain.journal import Journal
from journal.views.cycle_now import now_section
from journal.views.cycle_past import past_section
from journal.views.cycle_questions import answers_given, ask, tell
from journal.views.premenstrual_section import premenstrual_section
from journal.views.stage_section import stage_section
from journal.views.where_she_stands import where_she_stands

SECTION_KEY: Final = "cycle.section"
NOW, PAST, STAGE, PREMENSTRUAL = "Now", "Cycles", "Stage", "Before a period"
SECTIONS: Final = (NOW, PAST, STAGE, PREMENSTRUAL)


def render(journal: Journal, today: date) -> None:
    """Lay out the page; only the chosen section is worked out."""
    st.title("Cycle", anchor=False)
    record = load_cycle_record(journal, today)
    reading = read_cycles(record, today)
    where_she_stands(record, reading, today, today)
    ask(journal, reading.questions)
    tell(reading.oddities)
    _section(journal, record, reading, today)
    answers_given(journal)


@st.fragment
def _section(journal: Journal, record: CycleRecord, reading: CycleReading, today: date) -> None:
    if tuple(journal.stages()) != record.stages:
        st.rerun()  # a stage removed or brought back below is said in every part of the page
    usual = NOW if reading.cycles else STAGE
    with st.container(key="choice_section"):
        chosen = st.segmented_control(
            "Show",
            SECTIONS,
            default=usual,
            key=SECTION_KEY,
            required=True,
            label_visibility="collapsed",
            persist_state="session",
            width="stretch",
        )
    match chosen or usual:
        case "Cycles":
            past_section(journal, reading, today)
        case "Stage":
            stage_section(journal, reading, today)
        case "Before a period":
            premenstrual_section(journal, reading, today)
        case _:
            now_section(record, reading, today)
