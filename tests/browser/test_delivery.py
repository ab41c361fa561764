"""Tapping on before everything has arrived: the page stands, and shows what was tapped last."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.server import JournalServer
from tests.support.waiting import settled

APP = """
from pathlib import Path

import streamlit as st

from journal.web.application import build_application

app = st.App(**build_application(script=Path(__file__).parent / "slow_script.py"))
"""
# As the journal's pages are: sections to choose from, a chart in one, with a fragment in its card.
SCRIPT = """
import time

import streamlit as st
from streamlit.runtime import runtime


@st.fragment
def numbers():
    with st.expander("The numbers"):
        st.text("Inside")


@st.fragment
def section():
    chosen = st.segmented_control("Show", ["Words", "Chart", "List"], default="Words")
    if chosen != "Chart":
        st.text(f"The {chosen}")
        return
    with st.container():
        # As on a machine that is busy: after this, what is drawn waits before it is sent.
        time.sleep(0.1)
        runtime.MESSAGE_FLUSH_INTERVAL_SECS = 2
        st.text("What the chart shows")
        time.sleep(0.1)
        runtime.MESSAGE_FLUSH_INTERVAL_SECS = 0.01
        st.text("The chart")
        numbers()


section()
"""


@pytest.fixture
def slow_server(tmp_path: Path) -> Iterator[JournalServer]:
    """An app that is slow to send the chart."""
    (tmp_path / "slow_app.py").write_text(APP, encoding="utf-8")
    (tmp_path / "slow_script.py").write_text(SCRIPT, encoding="utf-8")
    with JournalServer(tmp_path / "data", script=str(tmp_path / "slow_app.py")) as server:
        yield server


def section(page: Page, name: str) -> Locator:
    return page.get_by_role("radio", name=name, exact=True)


def test_a_section_tapped_before_the_last_one_has_arrived_is_shown(
    slow_server: JournalServer, phone_page: Page
) -> None:
    phone_page.goto(slow_server.url)
    expect(phone_page.get_by_text("The Words")).to_be_visible()
    settled(phone_page)
    section(phone_page, "Chart").tap()
    expect(phone_page.get_by_text("What the chart shows")).to_be_visible()
    section(phone_page, "List").tap()
    expect(phone_page.get_by_text("The List")).to_be_visible()
    expect(phone_page.get_by_text("What the chart shows")).to_have_count(0)
