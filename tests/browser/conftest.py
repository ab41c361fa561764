"""Fixtures for the browser tests: the running app, and pages in phone and desktop size."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.support.browser import FLAGS_FOR_SHORT_VISITS, find_browser, launch_flags
from tests.support.pages import DESKTOP, PATIENCE_MS, PHONE, NewPage, PageRecord, Profiles, Screen
from tests.support.server import JournalServer

# A busy machine is slow, not wrong: what is expected may take as long as an action may.
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The browser; a missing one fails the test with what to install."""
    return find_browser()


@pytest.fixture(scope="session")
def playwright_driver() -> Iterator[Playwright]:
    """Playwright, once for all tests of a worker."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright_driver: Playwright, chromium_path: Path) -> Iterator[Browser]:
    """The browser, running without a window."""
    browser = playwright_driver.chromium.launch(
        executable_path=chromium_path,
        args=[*launch_flags(), *FLAGS_FOR_SHORT_VISITS],
        headless=True,
    )
    yield browser
    browser.close()


@pytest.fixture
def page_records() -> dict[Page, PageRecord]:
    """What each page of this test has asked for and stumbled over, by page."""
    return {}


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Iterator[Profiles]:
    """The browser profiles of a worker, whose servers mostly have the same address."""
    profiles = Profiles(browser)
    yield profiles
    profiles.close()


@pytest.fixture
def new_page(profiles: Profiles, page_records: dict[Page, PageRecord]) -> Iterator[NewPage]:
    """Opens pages; at the end none may have left this machine or thrown an error."""

    def open_one(width: int, height: int, *, phone: bool = False, dark: bool = False) -> Page:
        page, record = profiles.open_page(Screen(width, height, phone, dark))
        page_records[page] = record
        return page

    yield open_one
    profiles.end_test()
    for record in page_records.values():
        record.assert_clean()


@pytest.fixture
def phone_page(new_page: NewPage) -> Page:
    """An empty page on a phone."""
    return new_page(*PHONE, phone=True)


@pytest.fixture
def desktop_page(new_page: NewPage) -> Page:
    """An empty page on a desktop."""
    return new_page(*DESKTOP)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[JournalServer]:
    """The app on an empty database, for one test."""
    with JournalServer(tmp_path / "server") as server:
        yield server


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """The app on one database for all tests of a worker; only where what is in it is no matter."""
    with JournalServer(tmp_path_factory.mktemp("shared-server")) as server:
        yield server
