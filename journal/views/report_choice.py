"""What goes into a report: for whom, of which days, which parts, who she is in it, the paper."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.report.choices import (
    LONGEST_NAME,
    PART_NAMES,
    PRESET_NAMES,
    PRESET_PARTS,
    PartCode,
    Preset,
    ReportChoices,
)
from journal.analysis.spans import Span, rating_choices, rating_name
from journal.domain.journal import ReadableJournal
from journal.exchange.report.document import PAPER_NAMES, Paper
from journal.views.own_dates import span_or_dates
from journal.views.several_choice import several_choice

PRESET_KEY: Final = "report.preset"
PARTS_KEY: Final = "report.parts"
RATINGS_KEY: Final = "report.ratings"
SPAN_KEY: Final = "report.span"
PAPER_KEY: Final = "report.paper"
NAME_KEY: Final = "report.name"
READER_KEY: Final = "report.reader"
BORN_KEY: Final = "report.born"
SPANS: Final = (
    *(Span.ONE_MONTH, Span.THREE_MONTHS, Span.SIX_MONTHS, Span.ONE_YEAR),
    *(Span.THREE_YEARS, Span.ALL),
)


@dataclass(frozen=True, slots=True)
class ReportWish:
    """What she wants, and on which paper."""

    choices: ReportChoices
    paper: Paper


def report_wish(journal: ReadableJournal, today: date) -> ReportWish:
    """Lay the choices out; they stay while she looks at other pages, and no longer."""
    _preset()
    range_ = span_or_dates(journal, today, key=SPAN_KEY, usual=Span.SIX_MONTHS, spans=SPANS)
    with st.expander("What goes in", key="report.what"):
        codes = [code.value for code in PartCode]
        parts = several_choice(
            "Parts", codes, _part_name, key=PARTS_KEY, usual=_usual(Preset.COACH)
        )
        known = rating_choices(journal)
        ratings = several_choice("Ratings", known, rating_name, key=RATINGS_KEY, usual=known)
        st.caption("What you leave out is told of nowhere in it, but is listed as left out.")
    with st.expander("Who, and on which paper", key="report.who"):
        name, reader, born = _who(journal)
        paper = _paper()
    choices = ReportChoices(
        range_=range_,
        parts=frozenset(map(PartCode, parts)),
        ratings=tuple(ratings),
        name=name,
        reader=reader,
        tell_birth_year=born,
    )
    return ReportWish(choices, paper)


def _preset() -> None:
    with st.container(key="choice_report_preset"):
        st.segmented_control(
            "For",
            [preset.value for preset in Preset],
            format_func=lambda value: PRESET_NAMES[Preset(value)],
            default=Preset.COACH.value,
            key=PRESET_KEY,
            required=True,
            persist_state="session",
            width="stretch",
            on_change=_choose_preset,
        )


def _choose_preset() -> None:
    st.session_state[PARTS_KEY] = _usual(Preset(st.session_state[PRESET_KEY]))


def _usual(preset: Preset) -> list[str]:
    return [code.value for code in PartCode if code in PRESET_PARTS[preset]]


def _part_name(code: str) -> str:
    return PART_NAMES[PartCode(code)]


def _who(journal: ReadableJournal) -> tuple[str, str, bool]:
    """Ask who she wants to be in it; nothing of it is kept in the journal."""
    st.caption("Only what you put here; all of it may stay empty.")
    name = st.text_input("Your name", key=NAME_KEY, max_chars=LONGEST_NAME, persist_state="session")
    reader = st.text_input(
        "For whom", key=READER_KEY, max_chars=LONGEST_NAME, persist_state="session"
    )
    born = journal.settings().birth_year is not None and st.toggle(
        "Tell the year I was born in", key=BORN_KEY, persist_state="session"
    )
    return name, reader, born


def _paper() -> Paper:
    with st.container(key="choice_report_paper"):
        chosen = st.segmented_control(
            "Paper",
            [paper.value for paper in Paper],
            format_func=lambda value: PAPER_NAMES[Paper(value)],
            default=Paper.A4.value,
            key=PAPER_KEY,
            required=True,
            persist_state="session",
            width="stretch",
        )
    return Paper(chosen or Paper.A4)
