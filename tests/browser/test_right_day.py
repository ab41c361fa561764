"""A tap goes to the day whose date stands above the form, however slowly the page follows."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from journal.domain.days import Bleeding, Day, Touch
from tests.support.day_form import (
    chip,
    choice,
    chosen_in,
    days_ago,
    heading_of,
    her_today,
    kept_by,
    moments_of,
    open_today,
    rating,
    saved,
    type_date,
    welcomed,
)
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import settled


class SlowLine:
    """What the server sends waits while the line is stopped; what she sends does not.

    Both pass through this process, so that nothing moves while a test sleeps.
    """

    def __init__(self, page: Page) -> None:
        self._until: str | None = None
        self._stopped = False
        self._held: list[tuple[WebSocketRoute, str | bytes]] = []
        page.route_web_socket("**/_stcore/stream", self._connect)

    def _connect(self, near: WebSocketRoute) -> None:
        far = near.connect_to_server()
        far.on_message(lambda message: self._pass_on(near, message))

    def _pass_on(self, near: WebSocketRoute, message: str | bytes) -> None:
        if self._stopped:
            self._held.append((near, message))
            return
        near.send(message)
        if self._until is not None and isinstance(message, bytes):
            self._stopped = self._until.encode() in message

    def stop(self) -> None:
        """Let nothing more arrive."""
        self._stopped = True

    def stop_after(self, words: str) -> None:
        """Let nothing more arrive once these words have."""
        self._until = words

    def go_on(self) -> None:
        """Let what was held arrive, in its order, and everything after it."""
        self._stopped, self._until = False, None
        for near, message in self._held:
            near.send(message)
        self._held.clear()


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file; each test has days of its own."""
    with JournalServer(welcomed(tmp_path_factory.mktemp("right_day"))) as server:
        yield server


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    """An empty page on a phone."""
    return new_page(390, 844, phone=True)


@pytest.fixture
def line(phone: Page) -> SlowLine:
    """The connection of that page."""
    return SlowLine(phone)


def before(page: Page) -> None:
    page.get_by_role("button", name="Day before").tap()


def expect_day(page: Page, day: date) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading_of(day))


def set_out_for(day: date, page: Page, line: SlowLine) -> None:
    """Go to the day before; its date has arrived, and nothing below it."""
    line.stop_after(heading_of(day))
    before(page)
    expect_day(page, day)


def test_a_tap_on_a_row_of_the_day_she_left_goes_to_the_day_she_went_to(
    one_server: JournalServer, phone: Page, line: SlowLine
) -> None:
    left, day = days_ago(20), days_ago(21)
    open_today(phone, one_server, left)
    set_out_for(day, phone, line)
    rating(phone, "desire", 6).tap()
    rating(phone, "mood", 3).tap()
    choice(phone, "touch", "Welcome").tap()
    line.go_on()
    for section in ("rating_desire", "rating_mood", "closeness"):
        expect(saved(phone, section)).to_be_visible()
    assert kept_by(one_server).day(day) == Day(day, mood=3, desire=6, touch=Touch.WELCOME)
    assert kept_by(one_server).day(left) == Day(left)


def test_a_tap_before_anything_of_the_new_day_has_arrived_goes_to_the_new_day(
    one_server: JournalServer, phone: Page, line: SlowLine
) -> None:
    left, day = days_ago(30), days_ago(32)
    open_today(phone, one_server, left)
    line.stop()
    before(phone)
    before(phone)
    rating(phone, "desire", 6).tap()
    line.go_on()
    expect_day(phone, day)
    expect(chosen_in(phone, "rating_desire")).to_have_text(["6"])
    expect(saved(phone, "rating_desire")).to_be_visible()
    assert kept_by(one_server).day(day) == Day(day, desire=6)
    passed = [left, days_ago(31)]
    assert [kept_by(one_server).day(each) for each in passed] == [Day(each) for each in passed]


def test_a_tap_that_leaves_the_date_she_typed_goes_to_that_date(
    one_server: JournalServer, phone: Page, line: SlowLine
) -> None:
    left, day = days_ago(40), days_ago(72)
    open_today(phone, one_server, left)
    line.stop()
    type_date(phone, day)
    rating(phone, "mood", 2).tap()
    line.go_on()
    expect_day(phone, day)
    expect(chosen_in(phone, "rating_mood")).to_have_text(["2"])
    expect(saved(phone, "rating_mood")).to_be_visible()
    assert kept_by(one_server).day(day) == Day(day, mood=2)
    assert kept_by(one_server).day(left) == Day(left)


def test_a_small_moment_tapped_too_early_is_noted_once_and_on_the_new_day(
    one_server: JournalServer, phone: Page, line: SlowLine
) -> None:
    left, day = days_ago(50), days_ago(51)
    open_today(phone, one_server, left)
    set_out_for(day, phone, line)
    chip(phone, "Long hug").tap()
    line.go_on()
    expect(chip(phone, "Long hug")).to_have_text("Long hug · 1")
    settled(phone)
    assert [moment.kind for moment in moments_of(one_server, day)] == ["long_hug"]
    assert moments_of(one_server, left) == []


def test_a_way_to_another_day_waits_for_what_was_tapped_before_it(
    one_server: JournalServer, phone: Page, line: SlowLine
) -> None:
    day = days_ago(61)
    open_today(phone, one_server, days_ago(60))
    set_out_for(day, phone, line)
    rating(phone, "connection", 8).tap()
    before(phone)
    rating(phone, "connection", 4).tap()
    line.go_on()
    expect_day(phone, days_ago(62))
    expect(chosen_in(phone, "rating_connection")).to_have_text(["4"])
    expect(saved(phone, "rating_connection")).to_be_visible()
    kept = [kept_by(one_server).day(days_ago(ago)).connection for ago in (60, 61, 62)]
    assert kept == [None, 8, 4]


def test_nothing_is_typed_into_the_note_of_the_day_she_left(
    one_server: JournalServer, phone: Page, line: SlowLine
) -> None:
    left, day = days_ago(80), days_ago(81)
    open_today(phone, one_server, left)
    set_out_for(day, phone, line)
    note = phone.get_by_role("textbox", name="Note")
    note.tap()
    expect(note).not_to_be_focused()
    line.go_on()
    settled(phone)
    note.press_sequentially("Written here")
    expect(saved(phone, "note")).to_be_visible()
    assert kept_by(one_server).day(day).note == "Written here"
    assert kept_by(one_server).day(left) == Day(left)


def test_the_way_ends_today_however_often_she_presses(
    one_server: JournalServer, phone: Page, line: SlowLine
) -> None:
    open_today(phone, one_server, days_ago(1))
    line.stop()
    after = phone.get_by_role("button", name="Day after")
    after.tap()
    after.tap()
    rating(phone, "mood", 8).tap()
    line.go_on()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Today, ")
    expect(saved(phone, "rating_mood")).to_be_visible()
    assert kept_by(one_server).day(her_today()).mood == 8


def test_the_way_to_other_days_stays_under_her_thumb(
    one_server: JournalServer, phone: Page
) -> None:
    one_line, two_lines = date(2025, 5, 5), date(2025, 9, 24)
    boxes = []
    for day in (one_line, two_lines):
        open_today(phone, one_server, day)
        button = phone.get_by_role("button", name="Day before")
        title = phone.get_by_role("heading", level=1)
        boxes.append((button.bounding_box(), title.bounding_box()))
    assert boxes[0][0] == boxes[1][0]
    assert boxes[0][1] != boxes[1][1]


def test_the_whole_date_is_seen_between_its_buttons_on_the_narrowest_phone(
    one_server: JournalServer, new_page: NewPage
) -> None:
    page = new_page(320, 600, phone=True)
    open_today(page, one_server, date(2025, 9, 24))
    year = page.get_by_role("spinbutton", name="year, Go to a day").bounding_box()
    opens = page.get_by_role("button", name="Choose date").bounding_box()
    assert year is not None
    assert opens is not None
    assert year["x"] + year["width"] <= opens["x"]
    for name in ("Day before", "Day after"):
        button = page.get_by_role("button", name=name).bounding_box()
        assert button is not None
        assert min(button["width"], button["height"]) >= 44


def test_a_date_that_is_still_to_come_keeps_no_tap_waiting(
    one_server: JournalServer, phone: Page
) -> None:
    day = days_ago(90)
    open_today(phone, one_server, day)
    type_date(phone, her_today() + timedelta(days=400))
    rating(phone, "mood", 9).tap()
    expect(saved(phone, "rating_mood")).to_be_visible()
    assert kept_by(one_server).day(day) == Day(day, mood=9)


def test_what_another_tab_changed_stays_when_she_passes_its_day_in_a_hurry(
    one_server: JournalServer, phone: Page, line: SlowLine
) -> None:
    left = days_ago(100)
    kept_by(one_server).save_day(left, {"mood": 5, "bleeding": Bleeding.LIGHT, "note": "Before"})
    open_today(phone, one_server, left)
    expect(chosen_in(phone, "rating_mood")).to_have_text(["5"])
    kept_by(one_server).save_day(left, {"mood": 7, "bleeding": None, "note": "After"})
    set_out_for(days_ago(101), phone, line)
    before(phone)  # before her browser has seen that the fields of the day she left are gone
    expect_day(phone, days_ago(101))
    line.go_on()
    expect_day(phone, days_ago(102))
    settled(phone)
    assert kept_by(one_server).day(left) == Day(left, mood=7, note="After")
