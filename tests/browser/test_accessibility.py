"""The accessibility check on every page: none has anything axe objects to, by day or by night."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from journal.domain.labels import MONTH_WORDS
from journal.domain.owner_settings import OwnerSettings
from tests.support.axe import assert_no_violations
from tests.support.cycle_record import asked_of_twice
from tests.support.day_form import chip, empty, her_today, open_today, saved, undo, welcomed
from tests.support.hands import unfold_all
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import plotted, settled

EVERY_RATING = OwnerSettings(
    welcomed=True, ratings=("calm", "energy", "stress", "sleep_quality"), body_signs=True
)


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file, with every rating switched on."""
    folder = welcomed(tmp_path_factory.mktemp("accessible"), EVERY_RATING)
    with JournalServer(folder) as server:
        yield server


@pytest.fixture(scope="module")
def cycle_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """Another server, over regular cycles that leave questions open."""
    folder = asked_of_twice(tmp_path_factory.mktemp("accessible-cycle"), her_today())
    with JournalServer(folder) as server:
        yield server


@pytest.fixture(params=["phone by day", "desktop by night"])
def page(request: pytest.FixtureRequest, new_page: NewPage) -> Page:
    """An empty page of either kind."""
    if request.param == "phone by day":
        return new_page(390, 844, phone=True)
    return new_page(1280, 800, dark=True)


def unfold(page: Page, *names: str) -> None:
    """Open what is folded away."""
    for name in names:
        page.locator("summary").filter(has_text=name).click()
    settled(page)


def opened(page: Page, server: JournalServer, path: str, title: str) -> None:
    """Open a page of the journal."""
    page.goto(f"{server.url}/{path}")
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    settled(page)


def test_the_empty_day(one_server: JournalServer, page: Page) -> None:
    open_today(page, one_server, her_today() - timedelta(days=30))
    assert_no_violations(page)


def test_the_full_day_with_everything_open(one_server: JournalServer, page: Page) -> None:
    open_today(page, one_server)
    chip(page, "Long hug").click()
    expect(saved(page, "moments")).to_be_visible()
    page.locator(".st-key-chips_recorded").get_by_role("radio").first.click()
    page.locator(".st-key-moment_details").wait_for()
    settled(page)
    unfold(page, "More moments", "What I felt, and where")
    expect(page.get_by_role("textbox", name="A moment of my own")).to_be_visible()
    expect(undo(page, "moments")).to_be_visible()
    assert_no_violations(page)


def test_the_calendar_by_month_and_year(one_server: JournalServer, page: Page) -> None:
    opened(page, one_server, "calendar", "Calendar")
    # The grid is filled in by its own script, after the page has been drawn.
    this_month = f"{MONTH_WORDS[her_today().month - 1]} {her_today().year}"
    expect(page.get_by_role("heading", name=this_month)).to_be_visible()
    assert_no_violations(page)
    page.get_by_role("radio", name="Year").click()
    # Exactly: the heading of the month, which goes, holds the year too.
    expect(page.get_by_role("heading", name=str(her_today().year), exact=True)).to_be_visible()
    settled(page)
    assert_no_violations(page)


def test_bringing_along(one_server: JournalServer, page: Page) -> None:
    opened(page, one_server, "bring-along", "Bring along")
    assert_no_violations(page)


def test_more_with_everything_unfolded(one_server: JournalServer, page: Page) -> None:
    opened(page, one_server, "more", "More")
    unfold_all(page)
    assert_no_violations(page)


def test_the_charts_of_the_example(one_server: JournalServer, page: Page) -> None:
    opened(page, one_server, "more", "More")
    page.get_by_role("button", name="Look around in an example journal").click()
    expect(page.locator(".st-key-example_banner")).to_be_visible()
    bar = (
        ".st-key-bottom_bar"
        if page.locator(".st-key-bottom_bar").is_visible()
        else ".st-key-side_nav"
    )
    for address in ("over-time", "by-cycle-day"):
        # On the phone one place leads to the charts, and a switch to the other of them.
        links = page.locator(f":is({bar}, .st-key-chart_pages) a[href='{address}']:visible")
        links.last.click()
        title = address.replace("-", " ").capitalize()
        expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
        plotted(page)
        settled(page)
        assert_no_violations(page)


def test_the_cycle_in_each_section(cycle_server: JournalServer, page: Page) -> None:
    opened(page, cycle_server, "cycle", "Cycle")
    plotted(page, 2)
    assert_no_violations(page)
    page.get_by_role("button", name="What the phases mean").click()
    expect(page.get_by_text("Estimated: these days rest on")).to_be_visible()
    settled(page)
    assert_no_violations(page)
    page.keyboard.press("Escape")
    for section, heading in (
        ("Cycles", "Each cycle"),
        ("Stage", "What your bleeding record matches"),
        ("Before a period", "Premenstrual pattern"),
    ):
        page.get_by_role("radio", name=section, exact=True).click()
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        settled(page)
        if section == "Stage":
            unfold(page, "Declare a stage")
            expect(page.get_by_role("combobox", name="I am in this stage")).to_be_visible()
        assert_no_violations(page)


def test_the_first_minute(one_server: JournalServer, page: Page) -> None:
    # The last of this file: afterwards nothing of its journal is left.
    empty(one_server)
    page.goto(one_server.url)
    page.get_by_text("My periods have stopped").click()
    page.get_by_role("combobox", name="Your menopause stage").wait_for()
    settled(page)
    assert_no_violations(page)
