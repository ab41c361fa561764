"""Tapping on before everything has arrived: the page stands, and shows what was tapped last."""

from collections.abc import Iterator

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
    if chosen == "Chart":
        chart()
        return
    runtime.MESSAGE_FLUSH_INTERVAL_SECS = 0.01
    if chosen == "List":
        time.sleep(0.5)  # long enough for another tap
        st.text("The list")
    else:
        st.text("The words " + "so many " * 5_000)  # Streamlit would let the browser keep them


def chart():
    with st.container():
        time.sleep(0.1)
        # As on a machine that is busy: from here on, what is drawn waits before it is sent.
        runtime.MESSAGE_FLUSH_INTERVAL_SECS = 1.5
        st.text("What the chart shows")
        time.sleep(0.1)
        st.text("The chart")
        numbers()


section()
"""


@pytest.fixture(scope="module")
def slow_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """An app that is slow to send the chart, and to draw the list."""
    folder = tmp_path_factory.mktemp("slow")
    (folder / "slow_app.py").write_text(APP, encoding="utf-8")
    (folder / "slow_script.py").write_text(SCRIPT, encoding="utf-8")
    with JournalServer(folder / "data", script=str(folder / "slow_app.py")) as server:
        yield server


@pytest.fixture
def phone(slow_server: JournalServer, phone_page: Page) -> Page:
    """The app on a phone, at its first section."""
    phone_page.goto(slow_server.url)
    expect(phone_page.get_by_text("The words")).to_be_visible()
    settled(phone_page)
    return phone_page


def section(page: Page, name: str) -> Locator:
    return page.get_by_role("radio", name=name, exact=True)


def test_a_section_tapped_before_the_last_one_has_arrived_is_shown(phone: Page) -> None:
    section(phone, "Chart").tap()
    expect(phone.get_by_text("What the chart shows")).to_be_visible()
    section(phone, "List").tap()
    expect(phone.get_by_text("The list")).to_be_visible()
    expect(phone.get_by_text("What the chart shows")).to_have_count(0)


def test_a_section_returned_to_while_another_is_being_drawn_is_shown(phone: Page) -> None:
    section(phone, "Chart").tap()
    expect(phone.get_by_text("The chart", exact=True)).to_be_visible()
    settled(phone)
    section(phone, "List").tap()
    section(phone, "Words").tap()
    expect(phone.get_by_text("The words")).to_be_visible()
    expect(phone.get_by_text("The list")).to_have_count(0)
    expect(phone.get_by_role("dialog")).to_have_count(0)
