"""Share: a part of the journal for somebody to read, seen before it goes, and who has what."""

from dataclasses import replace
from datetime import date, tzinfo
from functools import partial
from typing import Final

import streamlit as st

from journal.analysis.report.parts import Report
from journal.analysis.report.source import LongFindings
from journal.domain.journal import Journal
from journal.sharing.sealed_file import open_file, sealed_file, shared_file_name
from journal.sharing.shared_view import ShareWish, shared_findings, shared_view
from journal.views.attempt import attempt
from journal.views.report_document import report_document
from journal.views.share_choice import ShareChoice, share_choice
from journal.views.share_list import share_list
from journal.views.share_making import share_making
from journal.views.state import whose_journal

KNOWN_KEY: Final = "share.known"
WHAT_IT_IS: Final = (
    "Let somebody you trust read a part of your journal. You choose what, and see below "
    "exactly what they will see. Everything you do not choose stays with you."
)
NO_NAME: Final = "Say for whom it is, so that you know later who has what."
NOTHING: Final = "Choose at least one thing they may see."


def render(journal: Journal, today: date, zone: tzinfo) -> None:
    """Lay out the page."""
    st.title("Share", anchor=False)
    st.markdown(WHAT_IT_IS)
    view = _giving(journal, today)
    st.header("What you share", anchor=False)
    share_list(journal, zone)
    st.header("What they will see", anchor=False)
    report_document(view)


def _giving(journal: Journal, today: date) -> Report:
    """Lay out the choices and the making; return what goes into the file."""
    chosen = share_choice(journal, today)
    wish = ShareWish(chosen.recipient, chosen.passes, chosen.comment)
    view = shared_view(journal, wish, today, known=_known(journal, wish, today))
    share_making(
        partial(_written, view),
        lambda sealed: shared_file_name(today, sealed=sealed),
        note=partial(_note, journal, chosen, today),
        missing=_missing(chosen),
    )
    return view


def _missing(chosen: ShareChoice) -> str:
    if not chosen.recipient.strip():
        return NO_NAME
    return NOTHING if chosen.passes.nothing else ""


def _written(view: Report, passphrase: str | None) -> bytes:
    return open_file(view) if passphrase is None else sealed_file(view, passphrase)


def _note(journal: Journal, chosen: ShareChoice, today: date) -> None:
    """Remember who has what, of the days that are in the file."""
    passes = replace(chosen.passes, dates=chosen.passes.span(today))
    attempt(lambda: journal.make_grant(chosen.recipient, passes, lasting_days=None, as_file=True))


def _known(journal: Journal, wish: ShareWish, today: date) -> LongFindings | None:
    """Return the findings, which take longest; kept with the open page until something changes."""
    about = (whose_journal(), journal.owner_key(), journal.revision(), wish.passes, today)
    kept = st.session_state.get(KNOWN_KEY)
    if kept is None or kept[0] != about:
        with st.spinner("Looking through what is shared …"):
            kept = (about, shared_findings(journal, wish, today))
        st.session_state[KNOWN_KEY] = kept
    known: LongFindings | None = kept[1]
    return known
