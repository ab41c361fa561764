"""The composition root: the database, who is reading, what day it is, and the pages."""

import os
from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.example.generator import example_journal, example_with_cycles
from journal.example.load import load_example
from journal.pages import every_page
from journal.storage import Database, OwnerJournal, memory_journal, open_database, owner_named
from journal.views.state import Example, shown_example
from journal.views.words import literal
from journal.web.application import build_application

OWNER = "owner"  # one person's machine: there is one journal in its database

app = st.App(**build_application())


def run_script() -> None:
    """Draw the page a reader asked for; Streamlit calls this on every interaction."""
    st.set_page_config(page_title="Tending", layout="centered")
    zone = _zone()
    today = _now().astimezone(zone).date()
    try:
        example = shown_example()
        journal = _example(today, example) if example else _own()
        every_page.render(journal, today, zone)
    except JournalError as failure:
        st.error(literal(str(failure)))


def _zone() -> tzinfo:
    """Return the zone of her browser; what day it is depends on where she is."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


@st.cache_resource(show_spinner=False)
def _database() -> Database:
    return open_database(os.environ.get("TENDING_DATABASE"))


def _own() -> Journal:
    engine = _database()
    return OwnerJournal(engine, owner_named(engine, OWNER), _now)


@st.cache_resource(scope="session", show_spinner=False)
def _example(today: date, example: Example) -> Journal:
    """Return this reader's copy of an example journal, gone when she leaves."""
    journal = memory_journal(_now)
    made = example_with_cycles if example is Example.CYCLES else example_journal
    load_example(made(today), journal)
    return journal


def _now() -> datetime:
    return datetime.now(UTC)
