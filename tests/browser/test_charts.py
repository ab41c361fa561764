"""Every chart of the journal, drawn from the example, and every file it leaves as, opened."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from journal.example.generator import example_with_cycles
from journal.example.load import load_example
from tests.support.day_form import her_today, journal_in
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import plotted, settled

# Where each chart stands, what is chosen to see it, and its card.
CHARTS = {
    "over time": ("over-time", None, "over_time-chart"),
    "by cycle day": ("by-cycle-day", "Cycle day", "by_cycle_day-mood"),
    "by days since bleed": ("by-cycle-day", "Days since bleed", "by_cycle_day-mood"),
    "by months since date": ("by-cycle-day", "Months since date", "by_cycle_day-mood"),
    "wheel": ("cycle", "Now", "cycle-wheel"),
    "line": ("cycle", "Now", "cycle-line"),
    "lengths": ("cycle", "Cycles", "cycle-lengths"),
    "stages": ("cycle", "Stage", "cycle-stage_line"),
}


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file, over the year of regular cycles; nothing in it is changed."""
    folder = tmp_path_factory.mktemp("charts")
    load_example(example_with_cycles(her_today()), journal_in(folder))
    with JournalServer(folder) as server:
        yield server


@pytest.fixture(params=CHARTS)
def card(request: pytest.FixtureRequest, one_server: JournalServer, new_page: NewPage) -> Locator:
    """One chart of the example journal, drawn, with all that belongs to it."""
    address, choice, key = CHARTS[request.param]
    page = new_page(1280, 800)
    page.goto(f"{one_server.url}/{address}")
    if choice is not None:
        page.get_by_role("radio", name=choice, exact=True).click()
        expect(page.get_by_role("radio", name=choice, exact=True)).to_be_checked()
    settled(page, f".st-key-{key} .js-plotly-plot")
    plotted(page)
    return page.locator(f".st-key-{key}")


def arrived(page: Page, button: str, folder: Path) -> Path:
    """Press a button of the menu and return the file that arrives."""
    with page.expect_download() as arriving:
        page.get_by_role("button", name=button).click()
    file = folder / arriving.value.suggested_filename
    arriving.value.save_as(file)
    return file


def test_a_chart_says_its_days_and_leaves_as_four_files(
    card: Locator, tmp_path: Path, new_page: NewPage
) -> None:
    page = card.page
    expect(card.get_by_role("heading", level=2)).to_be_visible()
    expect(card.get_by_text(re.compile(r"20\d\d · .*\d+ ")).first).to_be_visible()
    card.get_by_role("button", name="Take away").click()
    picture = arrived(page, "Picture (PNG)", tmp_path).read_bytes()
    assert struct.unpack(">II", picture[16:24]) == (1600, 900)
    drawing = ET.parse(arrived(page, "Picture for enlarging", tmp_path)).getroot()  # noqa: S314 - our own
    assert "Tending" in {"".join(node.itertext()) for node in drawing.iter() if "text" in node.tag}
    numbers = pd.read_csv(arrived(page, "The numbers", tmp_path))
    assert len(numbers) > 0
    live = new_page(900, 700)
    live.context.set_offline(offline=True)
    live.goto(arrived(page, "Live chart", tmp_path).as_uri())
    expect(live.locator(".main-svg").first).to_be_visible()
