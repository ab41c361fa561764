"""The stages she declared, and declaring another; never set for her."""

from datetime import date

import streamlit as st

from journal.domain.changes import ChangeKind
from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.domain.labels import STAGE_WORDS, date_words
from journal.domain.stages import Stage, StageDeclaration
from journal.views.context_editor import EARLIEST_DATE
from journal.views.locale import date_format
from journal.views.undo_lasting import undo_lasting
from journal.views.words import literal


def stage_editor(journal: Journal, today: date) -> None:
    """List the declared stages and offer to declare one."""
    for said in journal.stages():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{STAGE_WORDS[said.stage]}** from {date_words(said.date)}")
            st.button(
                "Remove",
                key=f"stage.remove.{said.date.isoformat()}",
                type="tertiary",
                on_click=_withdraw,
                args=(journal, said.date),
            )
    undo_lasting(journal, ChangeKind.STAGE, "stages", key="stage.undo")
    stage = st.selectbox(
        "I am in this stage",
        [stage.value for stage in STAGE_WORDS],
        index=None,
        format_func=lambda value: STAGE_WORDS[Stage(value)],
        placeholder="Choose a stage",
        key="stage.stage",
    )
    since = st.date_input(
        "From",
        value=today,
        min_value=EARLIEST_DATE,
        max_value=today,
        format=date_format(),
        key="stage.since",
    )
    if st.button("Save this stage", key="stage.declare", disabled=stage is None) and stage:
        try:
            journal.declare_stage(StageDeclaration(since, Stage(stage)))
        except JournalError as failure:
            st.error(literal(str(failure)))
        else:
            st.rerun()


def _withdraw(journal: Journal, day: date) -> None:
    try:
        journal.withdraw_stage(day)
    except JournalError as failure:
        st.toast(literal(str(failure)))
