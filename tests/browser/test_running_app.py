"""The tests' own server and waiting, tried on an app of a few lines."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import assert_no_violations
from tests.support.server import JournalServer, ServerDidNotStart
from tests.support.waiting import settled

SMALL_APP = """
import os
import pathlib
import streamlit as st

kept = pathlib.Path(os.environ["TENDING_DATABASE"])
st.title("A small app")
if st.button("Keep"):
    kept.write_text("kept")
st.text(kept.read_text() if kept.exists() else "nothing yet")
st.container(key="the-end").text("The end")
"""


@pytest.fixture(params=["ready", "from nothing"])
def small_server(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[JournalServer]:
    """The small app, in a process begun either way."""
    script = tmp_path / "small_app.py"
    script.write_text(SMALL_APP)
    anew = request.param == "from nothing"
    with JournalServer(tmp_path / "data", script=str(script), from_nothing=anew) as server:
        yield server


def test_a_settled_page_is_drawn_to_its_end(small_server: JournalServer, phone_page: Page) -> None:
    phone_page.goto(small_server.url)
    settled(phone_page, ".st-key-the-end")
    assert phone_page.get_by_text("The end").is_visible()
    assert_no_violations(phone_page)


def test_what_was_written_before_a_kill_is_there_after_the_restart(
    small_server: JournalServer, desktop_page: Page
) -> None:
    desktop_page.goto(small_server.url)
    settled(desktop_page)
    desktop_page.get_by_role("button", name="Keep").click()
    expect(desktop_page.get_by_text("kept", exact=True)).to_be_visible()
    small_server.kill()
    small_server.restart()
    desktop_page.goto(small_server.url)
    expect(desktop_page.get_by_text("kept", exact=True)).to_be_visible()


def test_an_app_that_is_not_there_says_so(tmp_path: Path) -> None:
    server = JournalServer(tmp_path, script="no_such_app.py")
    with pytest.raises(ServerDidNotStart, match=r"no_such_app\.py"), server:
        pass
