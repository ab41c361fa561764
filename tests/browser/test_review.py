"""The page of the review: chosen by a thumb, and taken along on paper or as a page of its own."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import assert_no_violations
from tests.support.day_form import STILL, her_today, journal_in, welcomed
from tests.support.hands import assert_nothing_wider, small_targets
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import plotted, settled

DAYS_OF_RECORD = 70
NOTE = "Rain, <b>soup</b> and an early night."
# What is seen: nothing of it is drawn where the list is empty.
SEEN = "all => all.filter(e => e.checkVisibility()).length"
INK = "e => getComputedStyle(e).color"
PAPER_WIDTH = 690  # an A4 page between its margins, in pixels


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file, over ten weeks of two ratings and a note of yesterday."""
    folder: Path = welcomed(tmp_path_factory.mktemp("review"))
    journal, today = journal_in(folder), her_today()
    for ago in range(DAYS_OF_RECORD):
        day = today - timedelta(days=ago)
        journal.save_day(day, {"mood": 4 + ago % 4, "connection": 5 + ago % 3})
    journal.save_day(today - timedelta(days=1), {"note": NOTE})
    with JournalServer(folder) as server:
        yield server


def opened(page: Page, server: JournalServer) -> Page:
    page.goto(f"{server.url}/review")
    expect(page.get_by_role("heading", name="Take it along")).to_be_visible()
    settled(page)
    plotted(page)
    page.evaluate(STILL)
    return page


def test_a_thumb_ticks_a_note_and_everything_fits_the_narrowest_phone(
    one_server: JournalServer, new_page: NewPage
) -> None:
    page = opened(new_page(320, 640, phone=True), one_server)
    page.get_by_text("Include notes").click()
    page.get_by_text("early night").click()
    expect(page.get_by_role("heading", name="What you noted")).to_be_visible()
    settled(page)
    expect(page.locator(".st-key-review_notes li")).to_contain_text(NOTE)
    assert_nothing_wider(page, 320)
    assert small_targets(page) == []
    assert_no_violations(page)
    with page.expect_download() as got:
        page.get_by_role("button", name="A page for any browser").click()
    written = Path(got.value.path()).read_text(encoding="utf-8")
    assert "Rain, &lt;b&gt;soup&lt;/b&gt; and an early night." in written


def test_on_paper_the_document_stands_alone_whole_and_dark_on_light(
    one_server: JournalServer, new_page: NewPage
) -> None:
    page = opened(new_page(1280, 800, dark=True), one_server)
    # A picture drawn for the screen goes to paper as it stands.
    drawn = page.locator("[data-testid=stPlotlyChart]").bounding_box()
    assert drawn is not None
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.get_by_role("button", name="Print or save as PDF").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    around = ".st-key-side_nav a, .st-key-bottom_bar a, main button, main summary, main input"
    assert page.locator(around).evaluate_all(SEEN) == 0
    assert page.locator(".st-key-review_recorded p").first.evaluate(INK) == "rgb(42, 40, 37)"
    ground = page.locator(".stApp").evaluate("e => getComputedStyle(e).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    # What scrolls inside the page on the screen is as long as it is on paper.
    main = page.locator("[data-testid=stMain]")
    text = page.locator("[data-testid=stMainBlockContainer]")
    assert main.evaluate("e => getComputedStyle(e).overflowY") == "visible"
    assert main.evaluate("e => e.clientHeight") >= text.evaluate("e => e.clientHeight") > 500
    zoom = page.locator("[data-testid=stPlotlyChart]").evaluate("e => getComputedStyle(e).zoom")
    assert drawn["width"] * float(zoom) <= PAPER_WIDTH
