"""A rating by phase and by declared stage, every day a dot."""

from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.relations.by_phase import by_phase
from journal.analysis.relations.by_stage import by_stage
from journal.charts.group_rows_words import (
    HOW_AVERAGED,
    HOW_PHASES,
    HOW_STAGES,
    by_phase_chart,
    by_stage_chart,
)
from journal.domain.journal import Journal
from journal.views.chart_card import chart_card
from journal.views.explained import explained
from journal.views.findings_kept import WORKING
from journal.views.patterns_choices import chosen_rating, chosen_record, reading_of

RATING_KEY: Final = "patterns.stage.rating"


def stage_section(journal: Journal, today: date) -> None:
    """Show one rating by phase, and by stage."""
    record, span = chosen_record(journal, today)
    code = chosen_rating(journal, RATING_KEY)
    with st.spinner(WORKING):
        phases = by_phase(record, reading_of(journal, today, span), code)
    chart_card(by_phase_chart(phases, record.names), key="patterns.stage.phases", today=today)
    explained("How phases are compared", [HOW_AVERAGED, HOW_PHASES], key="patterns.phases_how")
    stages = by_stage(record, code)
    chart_card(by_stage_chart(stages, record.names), key="patterns.stage.stages", today=today)
    explained("How stages are laid out", [HOW_AVERAGED, HOW_STAGES], key="patterns.stages_how")
