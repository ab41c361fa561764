"""Every page has an address of its own, which also opens on a server nobody has visited yet."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.server import JournalServer

TITLES = {
    "calendar": "Calendar",
    "cycle": "Cycle",
    "connection": "Connection",
    "over-time": "Over time",
    "by-cycle-day": "By cycle day",
    "more": "More",
    "bring-along": "Bring along",
}


@pytest.mark.parametrize("address", TITLES)
def test_a_page_opens_by_its_address_on_a_fresh_server(
    address: str, server: JournalServer, new_page: Callable[..., Page]
) -> None:
    first = new_page(390, 844, phone=True)
    first.goto(f"{server.url}/{address}")
    expect(first.get_by_role("heading", name="Tending", level=1)).to_be_visible()
    first.get_by_role("button", name="Open my journal").click()
    expect(first.get_by_role("heading", name=re.compile("^Today"), level=1)).to_be_visible()
    server.restart()
    again = new_page(390, 844, phone=True)
    again.goto(f"{server.url}/{address}")
    expect(again.get_by_role("heading", name=TITLES[address], level=1)).to_be_visible()
