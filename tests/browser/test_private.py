"""Private on her own machine: a passphrase, the lock, hiding the screen, erasing everything."""

from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Locator, Page, expect

from journal.domain.owner_settings import OwnerSettings
from journal.storage import OwnMachine
from tests.support.axe import violations
from tests.support.day_form import headed, her_today, open_today, rating, saved
from tests.support.machines import WORDS, found_words, left_in
from tests.support.pages import NewPage
from tests.support.server import DIRECT, JournalServer
from tests.support.waiting import settled

PASSPHRASE = "four words apart, as it were"  # noqa: S105  # opens nothing but this
FILE = "journal.db"
COVER = "#tending-cover"
CLIPPED = "names => names.filter(p => p.scrollWidth > p.clientWidth).map(p => p.textContent)"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """The app on a journal with words of hers in it, which nothing else holds open."""
    folder = tmp_path_factory.mktemp("private") / "server"
    folder.mkdir()
    machine = OwnMachine(folder / FILE, "owner", clock=lambda: datetime.now(UTC))
    journal = machine.journal()
    journal.change_settings(lambda _: OwnerSettings(welcomed=True))
    journal.save_day(her_today(), {"note": WORDS[0]})
    machine.close()
    with JournalServer(folder) as server:
        yield server


def private(page: Page, server: JournalServer) -> None:
    """Open the part of More that is about this machine."""
    page.goto(f"{server.url}/more")
    settled(page, ".st-key-private")
    page.get_by_text("Private on this machine").click()
    expect(page.get_by_role("heading", name="Erase everything")).to_be_visible()
    settled(page)


def note_of(page: Page) -> Locator:
    """Find her note of the open day."""
    return page.get_by_role("textbox", name="Note", exact=True)


def enter(page: Page, passphrase: str) -> None:
    """Try to open a locked journal."""
    page.get_by_label("Passphrase").fill(passphrase)
    page.get_by_role("button", name="Open").click()


def answer_to(address: str) -> int:
    """Ask for a page of the server without a browser."""
    try:
        with DIRECT.open(address) as answer:
            return int(answer.status)
    except HTTPError as refused:
        return refused.code


def test_set_locked_and_opened_again_in_two_tabs(server: JournalServer, new_page: NewPage) -> None:
    desktop, phone = new_page(1280, 800), new_page(390, 844, phone=True)
    open_today(phone, server)
    expect(note_of(phone)).to_have_value(WORDS[0])
    private(desktop, server)
    begin = desktop.get_by_role("button", name="Encrypt my journal")
    for field in ("New passphrase", "Once more"):
        desktop.get_by_label(field).fill("four")
    desktop.get_by_role("button", name="Use this passphrase").click()
    expect(desktop.get_by_text("This passphrase is weak")).to_be_visible()
    expect(begin).to_be_disabled()
    for field in ("New passphrase", "Once more"):
        desktop.get_by_label(field).fill(PASSPHRASE)
    desktop.get_by_role("button", name="Use this passphrase").click()
    expect(desktop.get_by_text("This passphrase is weak")).to_be_hidden()
    settled(desktop)
    desktop.get_by_text("I have written it down").click()
    begin.click()
    expect(desktop.get_by_text("Your journal is encrypted now.")).to_be_visible()
    assert found_words(server.data_dir) == []
    settled(desktop)
    desktop.get_by_role("button", name="Lock now").click()
    for page in (phone, desktop):  # the other page by itself, without a tap
        expect(page.get_by_text("This journal is locked.")).to_be_visible()
        settled(page)
        expect(note_of(page)).to_have_count(0)
        expect(page.get_by_role("textbox")).to_have_count(1)
        expect(page.locator(".st-key-bottom_bar, .st-key-side_nav")).to_have_count(0)
        assert violations(page) == []
    assert answer_to(f"{server.url}/media/anything.csv") == 423
    for path in ("", "over-time", "take-along"):
        phone.goto(f"{server.url}/{path}")
        expect(phone.get_by_text("This journal is locked.")).to_be_visible()
    enter(phone, "four words")
    expect(phone.get_by_role("alert")).to_have_text("This passphrase does not open the journal.")
    settled(phone)
    enter(phone, PASSPHRASE)
    expect(headed(phone, "Today, ")).to_be_visible()
    expect(desktop.get_by_role("heading", level=1, name="More")).to_be_visible()  # by itself
    expect(note_of(phone)).to_have_value(WORDS[0])
    settled(phone)
    rating(phone, "mood", 7).tap()
    expect(saved(phone, "rating_mood")).to_be_visible()
    assert found_words(server.data_dir) == []


@pytest.mark.parametrize("way", ["phone", "desktop", "keys"])
def test_the_screen_is_hidden_at_once_and_comes_back_with_one_tap(
    server: JournalServer, new_page: NewPage, way: str
) -> None:
    page = new_page(390, 844, phone=True) if way == "phone" else new_page(1280, 800)
    page.goto(server.url)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_be_visible()
    settled(page)
    if way == "keys":
        page.keyboard.press("Escape")
        assert page.locator(COVER).is_hidden()
        page.keyboard.press("Escape")
    else:
        bar = ".st-key-hide_bar" if way == "phone" else ".st-key-hide_side"
        page.context.set_offline(offline=True)  # nobody is asked
        page.locator(bar).get_by_role("button", name="Hide the screen").click()
    assert page.locator(COVER).is_visible()
    assert heading.is_hidden()
    assert page.title() == "Blank"
    assert page.get_by_role("link").count() == 0
    page.context.set_offline(offline=False)
    page.reload()  # and does not come back with another key than its own
    expect(page.locator(COVER)).to_be_visible()
    page.locator(COVER).click()
    expect(heading).to_be_visible()
    assert page.title() != "Blank"


def test_beside_the_eye_every_place_is_named_in_full_on_the_narrowest_phone(
    server: JournalServer, new_page: NewPage
) -> None:
    page = new_page(320, 640, phone=True)
    open_today(page, server)
    places = page.locator(".st-key-bottom_bar a")
    expect(places).to_have_count(6)
    assert places.locator("p").evaluate_all(CLIPPED) == []
    assert min(box["width"] for place in places.all() if (box := place.bounding_box())) >= 44
    eye = page.locator(".st-key-hide_bar button").bounding_box()
    assert eye is not None
    assert (eye["width"], eye["x"] + eye["width"] <= 320) == (44, True)


def test_erased_the_first_minute_begins_and_nothing_is_left(
    server: JournalServer, new_page: NewPage
) -> None:
    page = new_page(390, 844, phone=True)
    private(page, server)
    erase = page.get_by_role("button", name="Erase everything")
    expect(erase).to_be_disabled()
    page.get_by_label("To go on, type the word").fill("erase")
    page.get_by_label("To go on, type the word").press("Enter")
    expect(erase).to_be_enabled()
    erase.tap()
    expect(page.get_by_role("button", name="Open my journal")).to_be_visible()
    settled(page)
    assert {FILE, "server.log"} <= {*left_in(server.data_dir)}
    assert {*left_in(server.data_dir)} <= {FILE, f"{FILE}-wal", f"{FILE}-shm", "server.log"}
    assert found_words(server.data_dir) == []
    assert (server.data_dir / FILE).read_bytes().startswith(b"SQLite format 3")
