"""What goes with what, worked out once for each change of the record, and kept with her own page.

It is kept in the state of the open page and nowhere else: no other page, and nobody else, gets it.
Only the newest is kept.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.relations.answers import Findings
from journal.analysis.relations.ask import ask
from journal.analysis.relations.asked import usual_questions
from journal.analysis.relations.daily import DailyRecord, daily_record
from journal.analysis.relations.findings import findings
from journal.analysis.spans import Span, chosen_range
from journal.cycle.engine import read_cycles
from journal.cycle.record import load_cycle_record, load_recent_record
from journal.domain.journal import ReadableJournal
from journal.views.state import whose_journal

_KEPT: Final = "patterns.kept"
_LOOKS: Final = "patterns.looks"
WORKING: Final = "Looking through your record …"


@dataclass(frozen=True, slots=True, eq=False)
class KeptFindings:
    """A span of the record, laid out, and all that was asked of it."""

    record: DailyRecord
    found: Findings


def kept_record(journal: ReadableJournal, today: date, span: str) -> DailyRecord:
    """Return the record of a span as it is laid out for questions."""
    key = ("record", *_key(journal, today, span))
    kept = st.session_state.get(f"{_KEPT}.record")
    if kept is None or kept[0] != key:
        kept = (key, _record(journal, today, span))
        st.session_state[f"{_KEPT}.record"] = kept
    record: DailyRecord = kept[1]
    return record


def kept_findings(journal: ReadableJournal, today: date, span: str) -> KeptFindings:
    """Return all findings of a span; worked out, and waited for, only when the record changed."""
    key = _key(journal, today, span)
    kept = st.session_state.get(_KEPT)
    if kept is None or kept[0] != key:
        with st.spinner(WORKING):
            record = kept_record(journal, today, span)
            kept = (key, KeptFindings(record, findings(ask(record, usual_questions(record)))))
        st.session_state[_KEPT] = kept
    found: KeptFindings = kept[1]
    return found


def looks_so_far(journal: ReadableJournal, pair: tuple[str, str]) -> int:
    """Count the pairs of this journal she has looked at since she opened the page, this one too."""
    key = ".".join((_LOOKS, *_whose(journal)))
    seen: list[str] = st.session_state.setdefault(key, [])
    name = "|".join(sorted(pair))
    if name not in seen:
        st.session_state[key] = [*seen, name]
    return len(st.session_state[key])


def _record(journal: ReadableJournal, today: date, span: str) -> DailyRecord:
    # The newest part holds more than three years, the longest span but the whole.
    load = load_cycle_record if span == Span.ALL else load_recent_record
    reading = read_cycles(load(journal, today), today)
    return daily_record(journal, reading, chosen_range(journal, span, today))


def _key(journal: ReadableJournal, today: date, span: str) -> tuple[str, ...]:
    """Name what a result rests on; another journal on the same page is another result."""
    return (*_whose(journal), str(journal.revision()), today.isoformat(), span)


def _whose(journal: ReadableJournal) -> tuple[str, str]:
    """Name the journal: one page may open an example, or those of several owners."""
    return whose_journal(), journal.owner_key()
