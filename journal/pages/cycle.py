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
from journal.views.replies_placed import (
    PageReplies,
    placed_so_far,
    replies_left,
    replies_of_page,
    replies_under_part,
)
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
    written = replies_of_page(journal, today, "cycle")
    replies_under_part(written, "standing")
    ask(journal, reading.questions)
    tell(reading.oddities)
    _section(record, reading, written)
    answers_given(journal)


@st.fragment
def _section(record: CycleRecord, reading: CycleReading, of_page: PageReplies) -> None:
    journal, today, written = of_page.journal, of_page.today, placed_so_far(of_page)
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
            past_section(journal, reading, today, written)
            replies_under_part(written, "cycles", "bleeding")
        case "Stage":
            stage_section(journal, reading, today)
            replies_under_part(written, "stage")
        case "Before a period":
            premenstrual_section(journal, reading, today)
        case _:
            now_section(record, reading, today)
    replies_left(written)
