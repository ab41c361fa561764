"""Every page has an address of its own, which also opens on a server nobody has visited yet."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.support.day_form import welcomed
from tests.support.pages import PageRecord, places_asked
from tests.support.server import JournalServer
from tests.support.waiting import settled

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
def test_a_page_opens_by_its_address_and_looks_for_its_server_nowhere_else(
    address: str,
    never_at_its_front_page: JournalServer,
    phone_page: Page,
    page_records: dict[Page, PageRecord],
) -> None:
    server = never_at_its_front_page
    answer = phone_page.goto(f"{server.url}/{address}")
    title = phone_page.get_by_role("heading", name=TITLES[address], level=1, exact=True)
    expect(title).to_be_visible()
    settled(phone_page)
    assert answer is not None
    assert answer.headers["content-security-policy"].startswith("default-src 'self'; ")
    assert {("127.0.0.1", server.port)} == places_asked(page_records[phone_page])
    assert _looked_at(page_records[phone_page]) == ["/_stcore/health"]


def _looked_at(record: PageRecord) -> list[str]:
    """List where the page asked whether the server is there; a miss costs a tenth of a second."""
    asked = [urlsplit(url).path for url in record.requests]
    return [path for path in asked if path.endswith("/_stcore/health")]
