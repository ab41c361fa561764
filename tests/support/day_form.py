"""The journal in the hands of its owner: opening days, tapping, and what was kept of it.

Convention: what the journal has *kept* is read from its file, past the page that is being tested.
"""

import re
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect
from sqlalchemy import text

from journal.domain.labels import weekday_words
from journal.domain.moments import Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.storage import OwnerJournal, open_database
from tests.support.journals import journal_at
from tests.support.server import JournalServer
from tests.support.waiting import settled

HER_ZONE = ZoneInfo("Europe/London")  # that of the pages `tests.support.pages` opens
SAVED = re.compile(r"^Saved \d\d:\d\d$")
SECONDS_TO_KEEP = 15
# What never ends, as the movement of something that is not drawn, is not waited for.
STILL = """
() => Promise.race([
  Promise.allSettled(document.getAnimations()
    .filter(moving => moving.effect.getComputedTiming().endTime !== Infinity)
    .map(moving => moving.finished)),
  new Promise(enough => setTimeout(enough, 5000)),
]).then(() => null)
"""


def her_today() -> date:
    """Return the date of the pages the tests open."""
    return datetime.now(HER_ZONE).date()


def days_ago(days: int) -> date:
    """Return a date before today."""
    return her_today() - timedelta(days=days)


def journal_in(folder: Path) -> OwnerJournal:
    """Open the journal a server has in this folder, or is going to have."""
    return journal_at(folder / "journal.db", lambda: datetime.now(ZoneInfo("UTC")))


def kept_by(server: JournalServer) -> OwnerJournal:
    """Open the journal of a running server beside it."""
    return journal_in(server.data_dir)


def moments_of(server: JournalServer, day: date) -> list[Moment]:
    """Return the moments a running server has kept of a day."""
    return kept_by(server).moments(DateRange.last_days(1, day))


def welcomed(folder: Path, settings: OwnerSettings | None = None) -> Path:
    """Make a journal whose first minute is over, for a server to be started on."""
    folder.mkdir(parents=True, exist_ok=True)
    journal_in(folder).change_settings(lambda _: settings or OwnerSettings(welcomed=True))
    return folder


def empty(server: JournalServer) -> None:
    """Make the journal of a running server as new."""
    with open_database(server.data_dir / "journal.db").begin() as connection:
        connection.execute(text("PRAGMA foreign_keys=ON"))
        connection.execute(text("DELETE FROM owner"))


def eventually(claim: Callable[[], bool]) -> None:
    """Wait until the record says what it should; the page may say "saved" of an earlier act."""
    deadline = time.monotonic() + SECONDS_TO_KEEP
    while not claim():
        assert time.monotonic() < deadline, "the journal never came to say so"
        time.sleep(0.05)


def open_today(page: Page, server: JournalServer, day: date | None = None) -> None:
    """Open the day form, on another day than today by the address a reload of it has."""
    page.goto(server.url if day is None else f"{server.url}/?day={day.isoformat()}")
    words = "Today, " if day is None else heading_of(day)
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)
    settled(page)


def go(page: Page, name: str) -> None:
    """Go to another page by the bar at the bottom."""
    page.locator(".st-key-bottom_bar").get_by_role("link", name=name).tap()
    title = re.compile("^Today, ") if name == "Today" else name
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    settled(page)


def heading_of(day: date) -> str:
    """Return what the day form is headed with, as far as it is the same today and later."""
    return weekday_words(day).removesuffix(f" {day.year}")


def type_date(page: Page, day: date, *, field: str = "Go to a day") -> None:
    """Type a date as it is written, and leave the field, which is when Streamlit takes it."""
    page.get_by_role("spinbutton", name=f"day, {field}").focus()
    page.keyboard.type(f"{day:%d%m%Y}")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # past the button that opens the calendar


def choose(box: Locator, words: str) -> None:
    """Choose from a long list by typing."""
    settled(box.page)
    box.page.evaluate(STILL)  # a list closes when what it hangs from moves
    box.click()
    box.press_sequentially(words)
    box.page.get_by_role("option", name=words).first.click()


def standing(page: Page) -> Locator:
    """Find the line that says where she stands; a quiet one may follow it."""
    return page.locator(".st-key-standing p").first


def rating(page: Page, code: str, step: int) -> Locator:
    """Find one step of a rating."""
    return page.locator(f".st-key-rating_{code}").get_by_role("radio", name=str(step), exact=True)


def choice(page: Page, field: str, words: str) -> Locator:
    """Find one choice of a field; a moment's too, by the name of its row."""
    return page.locator(f".st-key-choice_{field}").get_by_role("radio", name=words, exact=True)


def chosen_in(page: Page, row: str) -> Locator:
    """Find what is chosen in a row, to be compared as a list.

    After an undo, or a change from elsewhere, the row from before stands beside the new one for a
    moment, and whoever expects a single one fails.
    """
    return page.locator(f".st-key-{row} [aria-checked=true]")


def headed(page: Page, words: str) -> Locator:
    """Find the title of a page by its beginning; for a moment the one before stands there too."""
    return page.get_by_role("heading", level=1, name=re.compile(f"^{re.escape(words)}"))


def chip(page: Page, name: str) -> Locator:
    """Find the chip of a moment among those that stand near."""
    words = re.compile(rf"^{re.escape(name)}( · \d+)?$")
    return page.locator(".st-key-chips_near").get_by_role("button", name=words)


def saved(page: Page, section: str) -> Locator:
    """Find the quiet line of a section that says when it was saved."""
    return page.locator(f".st-key-saved_{section}").get_by_text(SAVED)


def undo(page: Page, section: str) -> Locator:
    """Find the undo of a section."""
    return page.locator(f".st-key-saved_{section}").get_by_role("button", name="Undo")
