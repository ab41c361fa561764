"""A report for a coach or a clinician: chosen, seen, and made as files."""

from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.report.choices import PartCode
from journal.analysis.report.report import report
from journal.analysis.report.source import LongFindings
from journal.analysis.spans import Span
from journal.domain.journal import Journal
from journal.views.findings_kept import kept_findings
from journal.views.note_choice import chosen_notes
from journal.views.report_choice import ReportWish, report_wish
from journal.views.report_document import report_document
from journal.views.report_making import report_making
from journal.views.state import whose_journal

WHAT_IT_IS: Final = (
    "One document for somebody you trust, as a PDF and as a page for any browser. You choose what "
    "goes in, and see it below before you take it."
)
# A short span could bear few questions.
FINDINGS_SPAN: Final = Span.THREE_YEARS
FINDINGS_WORDS: Final = "the last three years"


def report_section(journal: Journal, today: date) -> None:
    """Lay out the choices, the making, and the report as it will be."""
    st.markdown(WHAT_IT_IS)
    wish = report_wish(journal, today)
    notes = chosen_notes(journal, wish.choices.range_, key="report", what="report")
    made = report(journal, wish.choices, today, notes=notes, known=_known(journal, wish, today))
    keys = tuple(note.key for note in notes)
    about = (whose_journal(), str(journal.revision()), today, wish, keys)
    report_making(made, wish, about)
    st.caption("This is what will be in it:")
    report_document(made)


def _known(journal: Journal, wish: ReportWish, today: date) -> LongFindings | None:
    """Return what goes with what, where she wants it in."""
    if PartCode.FINDINGS not in wish.choices.parts:
        return None
    kept = kept_findings(journal, today, FINDINGS_SPAN.value)
    return LongFindings(kept.found, kept.record.names, FINDINGS_WORDS)
