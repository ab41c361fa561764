"""The days before a period in her own ratings and signs: a pattern, and what it is not."""

from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.premenstrual_pattern import premenstrual_pattern
from journal.cycle.premenstrual_words import (
    PATTERN_WORDS,
    PREMENSTRUAL_EXPLANATION,
    PREMENSTRUAL_TITLE,
    domain_lines,
    missing_words,
    pattern_words,
)
from journal.cycle.reading import CycleReading
from journal.domain.journal import ReadableJournal
from journal.views.explained import explained
from journal.views.words import literal

EACH_AREA: Final = "How often each area came before a period and cleared after it"


def premenstrual_section(journal: ReadableJournal, reading: CycleReading, today: date) -> None:
    """Show what the ratings around her newest onsets have in common, with what it rests on."""
    found = premenstrual_pattern(journal, reading, today)
    st.header(PREMENSTRUAL_TITLE, anchor=False)
    with st.container(border=True, key="card_premenstrual"):
        st.markdown(f"**{literal(PATTERN_WORDS[found.summary.pattern])}.**")
        st.markdown(literal(pattern_words(found.summary)))
        _list(EACH_AREA, domain_lines(found.summary))
        explained(
            "How this is worked out", [PREMENSTRUAL_EXPLANATION], key="cycle.pattern_explained"
        )
    if missing := missing_words(found.summary, found.onsets):
        with st.expander("What would be needed for more", key="cycle.missing"):
            st.markdown("\n".join(f"- {literal(line)}" for line in missing))


def _list(title: str, lines: tuple[str, ...]) -> None:
    if lines:
        st.markdown("\n".join([f"{title}:", "", *(f"- {literal(line)}" for line in lines)]))
