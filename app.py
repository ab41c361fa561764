"""The composition root: the database, who is reading, what day it is, and the pages."""

import os
from datetime import UTC, date, datetime

import streamlit as st

from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.domain.readers import Readers
from journal.domain.zones import zone_named
from journal.example.generator import example_journal, example_with_cycles
from journal.example.load import load_example
from journal.exchange.chart_files import plotly_library
from journal.exchange.days_ahead_file import journal_days_ahead_file
from journal.pages import every_page, locked
from journal.sharing.desk.page import desk_page
from journal.sharing.reader_asks import ReaderAsks
from journal.sharing.reader_pages import shared_page
from journal.storage import OwnMachine, memory_journal
from journal.views.chosen_file import chosen_files
from journal.views.state import Example, shown_example
from journal.views.words import literal
from journal.web.application import build_application
from journal.web.calendar_address import calendar_route
from journal.web.open_pages import draw_all_anew
from journal.web.shared import asking_routes, charts_route
from journal.web.upload import upload_route

OWNER = "owner"  # one person's machine: there is one journal in its database


def _calendar(secret: str) -> bytes | None:
    """Return the days ahead for the calendar that knows this secret."""
    opened = _machine().opened_calendar(secret)
    return journal_days_ahead_file(opened.journal, opened.today) if opened else None


def _is_locked() -> bool:
    return _machine().is_locked


def _touched() -> None:
    _machine().touch()


def _readers() -> Readers:
    return _machine().readers


_ROUTES = (
    calendar_route(_calendar),
    upload_route(lambda *asked: chosen_files().begin(*asked)),
    charts_route(plotly_library),
    *asking_routes(ReaderAsks(_readers).by_name()),
)
_DOCUMENTS = {"/shared": shared_page(), "/desk": desk_page()}
app = st.App(
    **build_application(
        routes=_ROUTES, documents=_DOCUMENTS, is_locked=_is_locked, touched=_touched
    )
)


def run_script() -> None:
    """Draw the page a reader asked for; Streamlit calls this on every interaction."""
    st.set_page_config(page_title="Tending", layout="centered")
    zone = zone_named(st.context.timezone)
    today = _now().astimezone(zone).date()
    machine = _machine()
    try:
        if locked.passed(machine, zone):
            example = shown_example()
            journal = _example(today, example) if example else machine.journal()
            every_page.render(journal, today, zone, machine)
    except JournalError as failure:
        st.error(literal(str(failure)))


@st.cache_resource(show_spinner=False, on_release=OwnMachine.close)
def _machine() -> OwnMachine:
    where = os.environ.get("TENDING_DATABASE")
    return OwnMachine(where, OWNER, clock=_now, changed=draw_all_anew)


@st.cache_resource(scope="session", show_spinner=False)
def _example(today: date, example: Example) -> Journal:
    """Return this reader's copy of an example journal, gone when she leaves."""
    journal = memory_journal(_now)
    made = example_with_cycles if example is Example.CYCLES else example_journal
    load_example(made(today), journal)
    return journal


def _now() -> datetime:
    return datetime.now(UTC)
