"""The page of patterns: a finding is tapped, and the days behind it appear; by thumb and by key."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from journal.example.generator import example_with_cycles
from journal.example.load import load_example
from tests.support.axe import assert_no_violations
from tests.support.day_form import STILL, her_today, journal_in
from tests.support.hands import assert_nothing_wider, small_targets, tab_to
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import plotted, settled

BEHIND = "The days behind it"
CARRIED = "Days before and after"
SECOND_ROW = 75  # pixels below the top of the picture; a row is about fifty high


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file, over the year of regular cycles; nothing in it is changed."""
    folder = tmp_path_factory.mktemp("patterns")
    load_example(example_with_cycles(her_today()), journal_in(folder))
    with JournalServer(folder) as server:
        yield server


def opened(page: Page, server: JournalServer) -> Page:
    page.goto(f"{server.url}/patterns")
    expect(page.get_by_role("heading", level=1, name="Patterns")).to_be_visible()
    expect(page.get_by_text("relations looked at")).to_be_visible()
    settled(page)
    return page


def finding(page: Page) -> Locator:
    """Find a finding whose days before and after can be told, too."""
    cards = page.locator("[class*=st-key-patterns-finding-mood] summary")
    return cards.filter(has_text=" when ").first


def behind(page: Page) -> Locator:
    return page.get_by_role("heading", name=BEHIND)


def test_a_tap_on_a_finding_shows_the_days_behind_it(
    one_server: JournalServer, new_page: NewPage
) -> None:
    page = opened(new_page(390, 844, phone=True), one_server)
    expect(behind(page)).to_have_count(0)
    finding(page).tap()
    expect(behind(page)).to_be_visible()
    expect(page.get_by_role("heading", name=CARRIED)).to_be_visible()
    settled(page)
    plotted(page, 3)
    page.evaluate(STILL)
    assert_nothing_wider(page, 390)
    assert small_targets(page) == []
    assert_no_violations(page)


def tap_row(page: Page, right: int) -> None:
    """Tap the same row of the largest relations, so far from its left end."""
    plot = page.locator("[class*=st-key-patterns-what-goes-with-what-point] .js-plotly-plot").first
    plot.evaluate("plot => plot.scrollIntoView({block: 'start', behavior: 'instant'})")
    box = plot.bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + right, box["y"] + SECOND_ROW)


def test_a_tap_on_a_row_of_the_picture_opens_the_days_behind_it_and_a_second_closes_them(
    one_server: JournalServer, new_page: NewPage
) -> None:
    page = opened(new_page(390, 844, phone=True), one_server)
    plotted(page)
    tap_row(page, 100)
    expect(behind(page)).to_be_in_viewport()
    settled(page)
    plotted(page, 3)
    page.evaluate(STILL)
    assert_nothing_wider(page, 390)
    assert_no_violations(page)
    tap_row(page, 250)
    expect(behind(page)).to_have_count(0)


def test_the_page_and_the_switch_above_it_fit_the_narrowest_phone(
    one_server: JournalServer, new_page: NewPage
) -> None:
    page = opened(new_page(320, 640, phone=True), one_server)
    links = page.locator(".st-key-chart_pages").get_by_role("link")
    expect(links.locator("p")).to_have_text(["Over time", "By cycle day", "Patterns", "Review"])
    boxes = links.evaluate_all("all => all.map(e => e.getBoundingClientRect().right)")
    assert max(boxes) <= 320
    assert_nothing_wider(page, 320)


def test_a_finding_is_opened_by_keyboard(one_server: JournalServer, new_page: NewPage) -> None:
    page = opened(new_page(1280, 800, dark=True), one_server)
    tab_to(page, finding(page))
    page.keyboard.press("Enter")
    expect(behind(page)).to_be_visible()
    settled(page)
    plotted(page, 3)
    assert_no_violations(page)
