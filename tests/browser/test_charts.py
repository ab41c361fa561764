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
from tests.support.hands import LEAST_TARGET, swipe
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import plotted, settled

# On each page, what is chosen to see a chart, and its card.
CHARTS: dict[str, tuple[tuple[str | None, str], ...]] = {
    "over-time": ((None, "over_time-chart"),),
    "by-cycle-day": (
        ("Cycle day", "by_cycle_day-mood"),
        ("Days since bleed", "by_cycle_day-mood"),
        ("Months since date", "by_cycle_day-mood"),
    ),
    "cycle": (
        ("Now", "cycle-wheel"),
        ("Now", "cycle-line"),
        ("Cycles", "cycle-lengths"),
        ("Stage", "cycle-stage_line"),
    ),
}

SHOWN = "chart => chart._fullLayout.xaxis.range.map((end) => Date.parse(`${end}Z`))"
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"
SIZES = "all => all.map((each) => [each.offsetWidth, each.offsetHeight])"
# The marks, and the first and the last of the days below them.
TOUCHED = (".nsewdrag >> nth=0", ".xtick >> nth=0", ".xtick >> nth=-1")


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file, over the year of regular cycles; nothing in it is changed."""
    folder = tmp_path_factory.mktemp("charts")
    load_example(example_with_cycles(her_today()), journal_in(folder))
    with JournalServer(folder) as server:
        yield server


def shown(page: Page, choice: str | None, key: str) -> Locator:
    """Choose a chart of the open page, and return its card when it is drawn."""
    card = page.locator(f".st-key-{key}")
    if choice is not None:
        settled(page, "[role=radio]")
        chosen = page.get_by_role("radio", name=choice, exact=True)
        if not chosen.is_checked():
            before = card.text_content() if card.count() else None
            chosen.click()
            # A card that was there stays for a moment, with the chart from before.
            if before is not None:
                expect(card).not_to_have_text(before)
    settled(page, f".st-key-{key} .js-plotly-plot")
    plotted(page)
    return card


def test_a_thumb_scrolls_over_a_chart_and_looks_closer_below_it(
    one_server: JournalServer, new_page: NewPage
) -> None:
    page = new_page(390, 844, phone=True)
    page.goto(f"{one_server.url}/over-time")
    card = shown(page, None, "over_time-chart")
    chart = card.locator(".js-plotly-plot")
    whole = chart.evaluate(SHOWN)
    expect(card.locator(".modebar-container")).to_be_hidden()
    for touched in TOUCHED:
        place = chart.locator(touched)
        place.evaluate("place => place.scrollIntoView({block: 'center', behavior: 'instant'})")
        before = page.evaluate(SCROLLED)
        swipe(page, place, (0, -120))
        page.wait_for_function(f"{SCROLLED} > {before + 60}")
        place.evaluate("place => place.scrollIntoView({block: 'center', behavior: 'instant'})")
        swipe(page, place, (-60, 0))
        place.tap(force=True)
        assert whole == chart.evaluate(SHOWN)
        expect(page.locator("[contenteditable]")).to_have_count(0)

    closer = card.get_by_role("group", name="Look closer")
    for box in closer.get_by_role("button").evaluate_all(SIZES):
        assert min(box) >= LEAST_TARGET
    closer.get_by_role("button", name="Closer").tap()
    expect(closer.get_by_role("status")).to_have_text(re.compile(r"^\d+ \w+ 20\d\d to \d+ \w+"))
    first, last = chart.evaluate(SHOWN)
    assert (whole[1] - whole[0]) / 2 == last - first
    closer.get_by_role("button", name="Whole span").tap()
    expect(closer.get_by_role("status")).to_be_empty()
    assert whole == chart.evaluate(SHOWN)


def arrived(page: Page, button: str, folder: Path) -> Path:
    """Press a button of the menu and return the file that arrives."""
    with page.expect_download() as arriving:
        page.get_by_role("button", name=button).click()
    file = folder / arriving.value.suggested_filename
    arriving.value.save_as(file)
    return file


@pytest.mark.parametrize("address", CHARTS)
def test_each_chart_says_its_days_and_leaves_as_four_files(
    one_server: JournalServer, new_page: NewPage, tmp_path: Path, address: str
) -> None:
    page, elsewhere = new_page(1280, 800), new_page(900, 700)
    elsewhere.context.set_offline(offline=True)
    page.goto(f"{one_server.url}/{address}")
    for choice, key in CHARTS[address]:
        card = shown(page, choice, key)
        expect(card.get_by_role("heading", level=2)).to_be_visible()
        expect(card.get_by_text(re.compile(r"20\d\d · .*\d+ ")).first).to_be_visible()
        card.get_by_role("button", name="Take away").click()
        assert_leaves_as_four_files(page, elsewhere, tmp_path)
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name="Picture (PNG)")).to_be_hidden()
    # Each chart was one of its own, and not the one before it again.
    assert len(list(tmp_path.iterdir())) == 4 * len(CHARTS[address])


def assert_leaves_as_four_files(page: Page, elsewhere: Page, folder: Path) -> None:
    """Press each button of the open menu, and open what arrives; the last of it elsewhere."""
    picture = arrived(page, "Picture (PNG)", folder).read_bytes()
    assert struct.unpack(">II", picture[16:24]) == (1600, 900)
    drawing = ET.parse(arrived(page, "Picture for enlarging", folder)).getroot()  # noqa: S314 - our own
    assert "Tending" in {"".join(node.itertext()) for node in drawing.iter() if "text" in node.tag}
    numbers = pd.read_csv(arrived(page, "The numbers", folder))
    assert len(numbers) > 0
    elsewhere.goto(arrived(page, "Live chart", folder).as_uri())
    expect(elsewhere.locator(".main-svg").first).to_be_visible()
