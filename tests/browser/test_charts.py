"""Every chart of the journal, drawn from the example, and every file it leaves as, opened."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from tests.support.day_form import welcomed
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import plotted, settled

CHARTS = {
    "over time": ("Over time", None),
    "by cycle day": ("By cycle day", "Cycle day"),
    "by days since bleed": ("By cycle day", "Days since bleed"),
    "by months since date": ("By cycle day", "Months since date"),
}


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file; each test has an example journal of its own."""
    with JournalServer(welcomed(tmp_path_factory.mktemp("charts"))) as server:
        yield server


@pytest.fixture(params=CHARTS)
def chart(request: pytest.FixtureRequest, one_server: JournalServer, new_page: NewPage) -> Page:
    """One chart of the example journal, drawn."""
    title, axis = CHARTS[request.param]
    page = new_page(1280, 800)
    page.goto(f"{one_server.url}/more")
    page.get_by_role("button", name="Look around in an example journal").click()
    page.get_by_role("button", name="Leave the example").wait_for()
    settled(page)
    page.locator(".st-key-side_nav").get_by_role("link", name=title).click()
    if axis is not None:
        page.get_by_role("radio", name=axis, exact=True).click()
        expect(page.get_by_role("radio", name=axis, exact=True)).to_be_checked()
    settled(page)
    plotted(page)
    return page


def arrived(page: Page, button: str, folder: Path) -> Path:
    """Press a button of the menu and return the file that arrives."""
    with page.expect_download() as arriving:
        page.get_by_role("button", name=button).click()
    file = folder / arriving.value.suggested_filename
    arriving.value.save_as(file)
    return file


def test_a_chart_says_its_days_and_leaves_as_four_files(
    chart: Page, tmp_path: Path, new_page: NewPage
) -> None:
    expect(chart.get_by_role("heading", level=2).first).to_be_visible()
    expect(chart.get_by_text(re.compile(r"20\d\d · .*\d+ .*rated")).first).to_be_visible()
    chart.get_by_role("button", name="Take away").first.click()
    picture = arrived(chart, "Picture (PNG)", tmp_path).read_bytes()
    assert struct.unpack(">II", picture[16:24]) == (1600, 900)
    drawing = ET.parse(arrived(chart, "Picture for enlarging", tmp_path)).getroot()  # noqa: S314 - our own
    assert "Tending" in {"".join(node.itertext()) for node in drawing.iter() if "text" in node.tag}
    numbers = pd.read_csv(arrived(chart, "The numbers", tmp_path))
    assert len(numbers) > 1
    live = new_page(900, 700)
    live.context.set_offline(offline=True)
    live.goto(arrived(chart, "Live chart", tmp_path).as_uri())
    expect(live.locator(".main-svg").first).to_be_visible()
