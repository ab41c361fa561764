"""The stage she declared, and the evidence her bleeding record lays beside it."""

from datetime import date
from typing import Final

import streamlit as st

from journal.charts.stage_line_words import stage_line_chart
from journal.cycle.reading import CycleReading
from journal.cycle.stage_evidence import Criterion, Finding, StageEvidence
from journal.cycle.stage_words import (
    CRITERION_ASKS,
    CRITERION_MARKS,
    CRITERION_NAMES,
    STAGE_EXPLANATION,
    caution_words,
    criterion_words,
    evidence_words,
    remark_words,
    span_lines,
)
from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.domain.labels import STAGE_WORDS, date_words
from journal.domain.stages import StageDeclaration
from journal.views.chart_card import chart_card
from journal.views.explained import explained
from journal.views.stage_editor import stage_editor
from journal.views.words import literal

FINDING_ICONS: Final = {
    Finding.MET: ":material/check_circle:",
    Finding.NOT_MET: ":material/radio_button_unchecked:",
    Finding.NOT_KNOWABLE: ":material/help:",
}


def stage_section(journal: Journal, reading: CycleReading, today: date) -> None:
    """Show what she declared, what the record matches, and the line of time."""
    st.header("Menopause stage", anchor=False)
    _declared(journal, today)
    with st.expander("Declare a stage, or change what you declared"):
        stage_editor(journal, today)
    _cautions(reading.evidence)
    _evidence(journal, reading.evidence, today)
    chart = stage_line_chart(reading, journal.stages(), journal.contexts())
    chart_card(chart, key="cycle.stage_line", today=today)


def _declared(journal: Journal, today: date) -> None:
    said = max((item for item in journal.stages() if item.date <= today), default=None)
    if said is None:
        st.markdown("You declared no stage; none is ever set for you.")
    else:
        since = date_words(said.date)
        st.markdown(f"You declared: **{literal(STAGE_WORDS[said.stage])}**, since {since}.")


def _cautions(evidence: StageEvidence) -> None:
    for caution in evidence.cautions:
        st.warning(literal(caution_words(caution, evidence)), icon=":material/info:")


def _evidence(journal: Journal, evidence: StageEvidence, today: date) -> None:
    with st.container(border=True, key="card_evidence"):
        st.subheader("What your bleeding record matches", anchor=False)
        st.markdown(literal(evidence_words(evidence)))
        for words in remark_words(evidence):
            st.markdown(literal(words))
        for criterion in evidence.criteria:
            _criterion(criterion, evidence)
        _offer(journal, evidence, today)
        explained("How this is read", [STAGE_EXPLANATION], key="cycle.stage_explained")


def _criterion(criterion: Criterion, evidence: StageEvidence) -> None:
    name, marks = CRITERION_NAMES[criterion.kind], CRITERION_MARKS[criterion.kind]
    found = literal(criterion_words(criterion, evidence))
    with st.container(key=f"criterion_{criterion.kind}", gap=None):
        st.markdown(f"{FINDING_ICONS[criterion.finding]} **{literal(name)}**: {found}")
        st.caption(literal(f"{CRITERION_ASKS[criterion.kind]} It marks: {marks}."))
        if lines := span_lines(criterion):
            st.markdown("\n".join(f"- {literal(line)}" for line in lines))


def _offer(journal: Journal, evidence: StageEvidence, today: date) -> None:
    """Offer to declare what the record matches; nothing is declared by itself."""
    if evidence.stage is None or evidence.since is None:
        return
    declared = max((item for item in journal.stages() if item.date <= today), default=None)
    if declared and declared.stage is evidence.stage:
        return
    words = f"Declare this stage from {date_words(evidence.since)}"
    if st.button(words, key="cycle.accept_stage"):
        try:
            journal.declare_stage(StageDeclaration(evidence.since, evidence.stage))
        except JournalError as failure:
            st.error(literal(str(failure)))
        else:
            st.rerun()  # the line on top of the page may say it now
