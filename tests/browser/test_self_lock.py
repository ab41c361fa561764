"""Left alone, the journal locks at its minute and a link ends at its second, pages open or not.

The server goes by a clock that is put forward here; it looks at it every two seconds by itself.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from journal.domain.grants import LinkTerms, Passes
from journal.domain.owner_settings import OwnerSettings
from journal.storage import OwnMachine
from tests.support.clocked import WallClock
from tests.support.day_form import her_today, rating, saved
from tests.support.machines import CHEAP, WORDS
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import settled

PASSPHRASE: Final = "four words apart, as it were"  # noqa: S105  # opens nothing but this
LOCKS_AFTER: Final = 15  # minutes
LINK_ENDS_AFTER: Final = 20
# Every word that is anywhere in a page: as text, in a field, in what a component keeps to itself,
# or stored.
ALL_OF_IT: Final = """
() => {
  const within = root => [
    root.innerHTML,
    ...[...root.querySelectorAll("*")].flatMap(
      part => [part.value, ...(part.shadowRoot ? within(part.shadowRoot) : [])]),
  ];
  const stored = [window.localStorage, window.sessionStorage].map(kept => JSON.stringify(kept));
  return [...within(document.documentElement), ...stored].join(" ");
}
"""
# What was opened on another day is opened anew, and may be refused as any other.
OF_YESTERDAY: Final = "shown.on = ''"
ON_BECOMING_VISIBLE: Final = "document.dispatchEvent(new Event('visibilitychange'))"
# As a page comes back that the browser kept whole when another was gone to.
ON_COMING_BACK: Final = """
() => {
  window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  if (!document.getElementById("shown").hidden) throw new Error("shown before it has asked");
}
"""


class Kept:
    """A journal under a passphrase, with a link that ends soon and another that does not."""

    def __init__(self, folder: Path) -> None:
        self.clock = WallClock(folder / "clock", datetime.now(UTC))
        self.folder = folder / "server"
        self.folder.mkdir()
        file = self.folder / "journal.db"
        machine = OwnMachine(file, "owner", clock=self.clock, cost=CHEAP)
        journal = machine.journal()
        journal.change_settings(lambda _: OwnerSettings(welcomed=True))
        journal.save_day(her_today(), {"note": WORDS[0], "note_shared": True})
        self.secrets = []
        began = self.clock()
        for minutes_ago in (24 * 60 - LINK_ENDS_AFTER, 0):
            self.clock.pass_by(minutes=-minutes_ago)
            terms = LinkTerms(WORDS[1], zone="Europe/London")
            made = journal.make_link("Ada", Passes(notes=True), terms, lasting_days=1)
            self.secrets.append(made[1])
            self.clock.set(began)
        machine.set_passphrase(PASSPHRASE)
        machine.lock_after(LOCKS_AFTER)
        machine.close()


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


@pytest.fixture
def server(kept: Kept) -> Iterator[JournalServer]:
    with JournalServer(kept.folder, script=kept.clock.script) as server:
        yield server


def unlock(page: Page, server: JournalServer) -> None:
    page.goto(server.url)
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Today, ")
    expect(page.get_by_role("textbox", name="Note", exact=True)).to_have_value(WORDS[0])
    settled(page)


def reading(page: Page, server: JournalServer, secret: str) -> Page:
    """Open a link."""
    page.goto(f"{server.url}/shared#{secret}")
    expect(page.get_by_text(WORDS[1])).to_be_visible()
    assert set(words_in(page)) == set(WORDS)
    return page


def words_in(page: Page) -> list[str]:
    """Return which of her words are anywhere in a page."""
    said = page.evaluate(ALL_OF_IT)
    return [word for word in WORDS if word in said]


def assert_closed(reader: Page, when: str = ON_BECOMING_VISIBLE) -> None:
    reader.evaluate(when)
    expect(reader.get_by_role("heading", name="Nothing opens here")).to_be_visible()
    assert words_in(reader) == []


def assert_open(reader: Page) -> None:
    with reader.expect_response(lambda answer: answer.url.endswith("/shared/still")) as told:
        reader.evaluate(ON_BECOMING_VISIBLE)
    assert told.value.status == 204
    assert set(words_in(reader)) == set(WORDS)


def test_nothing_stays_in_any_open_page_when_its_time_is_over(
    kept: Kept, server: JournalServer, new_page: NewPage
) -> None:
    hers, clock = new_page(390, 844, phone=True), kept.clock
    unlock(hers, server)
    assert words_in(hers) == [WORDS[0]]
    ending, lasting = (reading(new_page(1280, 800), server, secret) for secret in kept.secrets)

    def tap(mood: int) -> None:
        rating(hers, "mood", mood).tap()
        expect(saved(hers, "rating_mood")).to_be_visible()
        settled(hers)

    clock.pass_by(minutes=LOCKS_AFTER, seconds=-1)
    tap(7)  # and the quarter of an hour begins anew
    clock.pass_by(minutes=LINK_ENDS_AFTER - LOCKS_AFTER)
    assert_open(ending)
    clock.pass_by(seconds=1)
    ending.evaluate(OF_YESTERDAY)
    assert_closed(ending)
    assert_open(lasting)

    clock.pass_by(minutes=2 * LOCKS_AFTER - LINK_ENDS_AFTER, seconds=-2)
    tap(8)  # a second before; what readers did is none of her taps
    assert_open(lasting)
    clock.pass_by(minutes=LOCKS_AFTER)
    expect(hers.get_by_text("This journal is locked.")).to_be_visible()
    settled(hers)
    assert words_in(hers) == []
    assert hers.get_by_role("heading", level=1).all_inner_texts() == ["Tending"]
    assert_closed(lasting, ON_COMING_BACK)
