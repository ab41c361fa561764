"""The page of connection, tended by a thumb on a phone and walked through by keyboard."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from urllib.error import HTTPError

import pytest
from icalendar import Calendar, Event
from playwright.sync_api import Locator, Page, expect

from journal.connection.intentions import week_of
from journal.domain.days import Sensation
from journal.domain.intentions import Intention, IntentionSource
from journal.domain.moments import BidResponse, Initiator, Moment
from journal.domain.ranges import DateRange
from tests.support.axe import assert_no_violations
from tests.support.day_form import (
    STILL,
    chip,
    eventually,
    her_today,
    journal_in,
    kept_by,
    open_today,
    saved,
    welcomed,
)
from tests.support.hands import (
    LEAST_TARGET,
    assert_nothing_wider,
    small_targets,
    tab_to,
    unfold_all,
)
from tests.support.pages import NewPage
from tests.support.server import DIRECT, JournalServer
from tests.support.waiting import plotted, settled

HEADINGS = {
    "Now": "Chosen for this week",
    "Account": "Your account",
    "Bids": "Turning toward",
    "Time apart": "Time apart and coming back together",
    "Felt": "What I felt, and where",
    "Days ahead": "For my own calendar",
    "For my partner": "A card for my partner",
}
PLACES = ("Today", "Calendar", "Cycle", "Connection", "Charts", "More")
OWN_WORDS = "I take <b>his</b> hand when we walk"
DAYS_OF_RECORD = 40
# What every place of the bar takes up, and whether its words stay within it.
BOXES = """
all => all.map(e => {
  const box = e.getBoundingClientRect();
  const words = document.createRange();
  words.selectNodeContents(e.querySelector("p"));
  const text = words.getBoundingClientRect();
  return [box.left, box.right, box.height, text.left, text.right];
})
"""


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file, over a few weeks of bids up to yesterday and a time apart."""
    folder = welcomed(tmp_path_factory.mktemp("connection"))
    written(folder, her_today())
    with JournalServer(folder) as server:
        yield server


def written(folder: Path, today: date) -> None:
    journal = journal_in(folder)
    warm_heart = frozenset({Sensation("heart", "warmth")})
    for ago in range(1, DAYS_OF_RECORD):
        day = today - timedelta(days=ago)
        met = BidResponse.TURNED_AWAY if ago % 5 == 1 else BidResponse.TURNED_TOWARD
        journal.save_day(day, {"connection": 4 + ago % 4, **apart(ago)})
        journal.add_moment(
            Moment(day, "bid", initiator=Initiator.SELF, response=met, sensations=warm_heart)
        )


def apart(ago: int) -> dict[str, str]:
    """Return what is said of the partner so many days ago."""
    return {"partner": "apart" if 8 < ago < 13 else "together"}


@pytest.fixture
def phone(one_server: JournalServer, new_page: NewPage) -> Page:
    """The page on a phone."""
    return opened(new_page(390, 844, phone=True), one_server)


def opened(page: Page, server: JournalServer) -> Page:
    page.goto(f"{server.url}/connection")
    expect(page.get_by_role("heading", level=1, name="Connection")).to_be_visible()
    expect(page.get_by_role("heading", name=HEADINGS["Now"])).to_be_visible()
    settled(page)
    return page


def section(page: Page, name: str) -> Locator:
    return page.locator(".st-key-chips_connection").get_by_role("radio", name=name, exact=True)


def show(page: Page, name: str) -> None:
    """Go to a section and wait until it is drawn."""
    section(page, name).click()
    expect(section(page, name)).to_be_checked()
    expect(page.get_by_role("heading", name=HEADINGS[name]).first).to_be_visible()
    settled(page)


def own_intention(page: Page, words: str) -> Locator:
    return page.locator(".st-key-card_intentions").get_by_role("checkbox", name=words)


def this_week(server: JournalServer) -> list[Intention]:
    journal = kept_by(server)
    week = week_of(her_today(), journal.settings().week_start)
    return journal.intentions(week)


def test_the_six_places_of_the_bar_fit_beside_each_other(
    one_server: JournalServer, new_page: NewPage
) -> None:
    for width, height in ((390, 844), (320, 640)):
        page = opened(new_page(width, height, phone=True), one_server)
        links = page.locator(".st-key-bottom_bar").get_by_role("link")
        expect(links).to_have_count(len(PLACES))
        assert links.locator("p").all_inner_texts() == list(PLACES)
        boxes = links.evaluate_all(BOXES)
        assert [box for box in boxes if min(box[1] - box[0], box[2]) < LEAST_TARGET] == []
        edges = [edge for left, right, *_ in boxes for edge in (left, right)]
        assert edges == sorted(edges)
        assert edges[0] >= 0
        assert edges[-1] <= width
        words = [edge for *_, left, right in boxes for edge in (left, right)]
        assert words == sorted(words)
        assert_nothing_wider(page, width)


def test_every_section_fits_a_phone_and_a_thumb(
    one_server: JournalServer, new_page: NewPage
) -> None:
    page = opened(new_page(390, 844, phone=True), one_server)
    for name in HEADINGS:
        show(page, name)
        unfold_all(page)
        page.evaluate(STILL)
        assert_nothing_wider(page, 390)
        assert (name, small_targets(page)) == (name, [])


def test_sections_are_walked_through_by_keyboard(
    one_server: JournalServer, new_page: NewPage
) -> None:
    page = opened(new_page(1280, 800), one_server)
    tab_to(page, section(page, "Now"))
    for name in list(HEADINGS)[1:]:
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Space")
        expect(section(page, name)).to_be_checked()
        settled(page)
    expect(page.get_by_role("heading", name=HEADINGS["For my partner"])).to_be_visible()


@pytest.mark.parametrize("seen", ["phone by day", "desktop by night"])
def test_nothing_is_objected_to(one_server: JournalServer, new_page: NewPage, seen: str) -> None:
    by_night = seen == "desktop by night"
    page = new_page(1280, 800, dark=True) if by_night else new_page(390, 844, phone=True)
    opened(page, one_server)
    assert_no_violations(page)
    for name in ("Account", "For my partner"):
        show(page, name)
        unfold_all(page)
        assert_no_violations(page)


def test_a_calendar_reads_the_file_and_fetches_the_same_from_her_address(
    phone: Page, one_server: JournalServer, tmp_path: Path
) -> None:
    show(phone, "Days ahead")
    take = phone.get_by_role("button", name="Take the calendar file")
    expect(take).to_be_disabled()
    phone.get_by_text("A daily reminder to write").tap()
    expect(take).to_be_enabled()
    settled(phone)
    with phone.expect_download() as arriving:
        take.tap()
    file = tmp_path / arriving.value.suggested_filename
    arriving.value.save_as(file)
    assert file.name == f"tending-days-ahead-{her_today().isoformat()}.ics"
    (event,) = events(file)
    assert event.decoded("dtstart") == datetime.combine(her_today(), time(21))
    assert event["rrule"]["freq"] == ["DAILY"]
    assert len(event.walk("VALARM")) == 1
    address = made_address(phone)
    assert file.read_bytes() == fetched(address)
    opened(phone, one_server)
    show(phone, "Days ahead")
    card = phone.locator(".st-key-card_calendar_address")
    expect(card).to_contain_text("last fetched on")
    expect(card.locator("code")).to_have_count(0)
    card.get_by_text("Let my calendar fetch the days by itself").tap()
    expect(card).to_contain_text("Off, there is no such address.")
    with pytest.raises(HTTPError, match="404"):
        fetched(address)


def made_address(page: Page) -> str:
    """Switch the address on, and return it as the button beside it copies it."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    card = page.locator(".st-key-card_calendar_address")
    card.get_by_text("Let my calendar fetch the days by itself").tap()
    expect(card.locator("code")).to_contain_text("/days-ahead/")
    settled(page)
    assert small_targets(page) == []
    card.get_by_role("button", name="Copy to clipboard").tap()
    copied: str = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == card.locator("code").inner_text()
    return copied


def fetched(address: str) -> bytes:
    """Fetch an address as a program does that is no browser."""
    with DIRECT.open(address, timeout=20) as answer:
        body: bytes = answer.read()
    return body


def events(file: Path) -> list[Event]:
    return list(Calendar.from_ical(file.read_bytes()).events)


def test_an_intention_in_her_own_words_is_ticked_by_hand_and_stays(
    phone: Page, one_server: JournalServer
) -> None:
    phone.get_by_role("textbox", name="Something of my own").fill(OWN_WORDS)
    phone.get_by_role("button", name="Choose it").tap()
    hers = own_intention(phone, OWN_WORDS)
    expect(hers).to_be_visible()
    eventually(lambda: [item.words for item in this_week(one_server)] == [OWN_WORDS])
    settled(phone)
    phone.locator(".st-key-card_intentions").get_by_text(OWN_WORDS).first.tap()
    eventually(lambda: [item.done_on for item in this_week(one_server)] == [her_today()])
    opened(phone, one_server)
    expect(hers).to_be_checked()
    expect(phone.locator(".st-key-card_intentions")).to_contain_text("ticked by you")


def test_a_moment_recorded_ticks_an_intention_and_taken_back_leaves_the_account_as_it_was(
    phone: Page, one_server: JournalServer
) -> None:
    journal = kept_by(one_server)
    week = week_of(her_today(), journal.settings().week_start).start
    journal.save_intention(Intention(week, "A long hug", IntentionSource.MOMENT, "long_hug"))
    standing = phone.locator(".st-key-standing")
    chosen = phone.locator(".st-key-card_intentions")
    opened(phone, one_server)
    expect(standing).to_contain_text("No moment noted today; your balance stands at")
    expect(chosen).not_to_contain_text("came once")
    before = standing.inner_text()
    open_today(phone, one_server)
    chip(phone, "Long hug").tap()
    expect(saved(phone, "moments")).to_be_visible()
    opened(phone, one_server)
    expect(standing).to_contain_text("1 moment today; your balance stands at")
    expect(chosen).to_contain_text("came once")
    open_today(phone, one_server)
    phone.locator(".st-key-chips_recorded").get_by_role("radio", name="Long hug").tap()
    phone.get_by_role("button", name="Remove this moment").tap()
    eventually(lambda: kept_by(one_server).moments(DateRange.last_days(1, her_today())) == [])
    opened(phone, one_server)
    expect(standing).to_have_text(before)
    expect(chosen).not_to_contain_text("came once")


def test_the_account_is_drawn_and_counts_with_her_numbers(
    phone: Page, one_server: JournalServer
) -> None:
    show(phone, "Account")
    plotted(phone)
    expect(phone.get_by_text("It fades by half every 3 days, as set.")).to_be_visible()
    phone.locator("summary").filter(has_text="Half-life and weights").tap()
    field = phone.get_by_role("spinbutton", name="Half of the balance is gone after, in days")
    field.fill("7")
    field.press("Enter")
    expect(phone.get_by_text("It fades by half every 7 days, as set.")).to_be_visible()
    settled(phone)
    phone.get_by_role("button", name="Back to the usual numbers").tap()
    expect(phone.get_by_text("It fades by half every 3 days, as set.")).to_be_visible()
    eventually(lambda: kept_by(one_server).settings().account.half_life_days == 3)
