"""Every page has an address of its own, which also opens on a server nobody has visited yet."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.support.day_form import welcomed
from tests.support.pages import NewPage
from tests.support.server import JournalServer

TITLES = {
    "calendar": "Calendar",
    "cycle": "Cycle",
    "connection": "Connection",
    "over-time": "Over time",
    "by-cycle-day": "By cycle day",
    "patterns": "Patterns",
    "review": "Review",
    "more": "More",
    "bring-along": "Bring along",
    "take-along": "Take along",
}


@pytest.fixture(scope="module")
def never_at_its_front_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file, of which nobody ever opens the first page."""
    with JournalServer(welcomed(tmp_path_factory.mktemp("addresses"))) as server:
        yield server


@pytest.mark.parametrize("address", TITLES)
def test_a_page_opens_by_its_address(
    address: str, never_at_its_front_page: JournalServer, new_page: NewPage
) -> None:
    page = new_page(390, 844, phone=True)
    page.goto(f"{never_at_its_front_page.url}/{address}")
    expect(page.get_by_role("heading", name=TITLES[address], level=1, exact=True)).to_be_visible()
