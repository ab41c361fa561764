"""The page she sees every day, recorded, corrected and found again by a thumb on a phone."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from journal.domain.days import Bleeding, Partner, SignStrength, Touch
from journal.domain.labels import day_name_words
from journal.domain.moments import Moment
from journal.domain.ranges import DateRange
from tests.support.day_form import (
    chip,
    choice,
    chosen_in,
    days_ago,
    eventually,
    go,
    heading_of,
    her_today,
    kept_by,
    moments_of,
    open_today,
    rating,
    saved,
    standing,
    type_date,
    undo,
    welcomed,
)
from tests.support.hands import assert_nothing_wider, small_targets, tab_to
from tests.support.pages import NewPage, recorded
from tests.support.server import JournalServer
from tests.support.waiting import settled


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file; each test has days of its own."""
    with JournalServer(welcomed(tmp_path_factory.mktemp("today"))) as server:
        yield server


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    """An empty page on a phone."""
    return new_page(390, 844, phone=True)


def test_a_day_is_recorded_from_ratings_to_note_and_found_again(
    one_server: JournalServer, phone: Page
) -> None:
    day = her_today()
    open_today(phone, one_server)
    for code, step in (("mood", 7), ("desire", 0), ("connection", 10)):
        rating(phone, code, step).tap()
    chip(phone, "Long hug").tap()
    choice(phone, "bleeding", "Light").tap()
    choice(phone, "touch", "Neutral").tap()
    choice(phone, "partner", "Together").tap()
    phone.get_by_role("textbox", name="Note").fill("A slow Sunday")
    for section in ("rating_mood", "moments", "bleeding", "closeness", "note"):
        expect(saved(phone, section)).to_be_visible()
    eventually(lambda: kept_by(one_server).day(day).note == "A slow Sunday")
    kept = kept_by(one_server).day(day)
    assert (kept.mood, kept.desire, kept.connection) == (7, 0, 10)
    assert (kept.bleeding, kept.touch) == (Bleeding.LIGHT, Touch.NEUTRAL)
    assert kept.partner is Partner.TOGETHER
    assert [moment.kind for moment in moments_of(one_server, day)] == ["long_hug"]
    open_today(phone, one_server)
    for code, step in (("mood", 7), ("desire", 0), ("connection", 10)):
        expect(rating(phone, code, step)).to_be_checked()
    expect(chip(phone, "Long hug")).to_have_text("Long hug · 1")
    expect(choice(phone, "bleeding", "Light")).to_be_checked()
    expect(choice(phone, "partner", "Together")).to_be_checked()
    expect(phone.get_by_role("textbox", name="Note")).to_have_value("A slow Sunday")


def test_a_row_has_a_plain_name_a_second_tap_clears_it_and_unrated_is_not_0(
    one_server: JournalServer, phone: Page
) -> None:
    day = days_ago(1)
    open_today(phone, one_server, day)
    row = phone.locator(".st-key-rating_mood")
    named = "Mood 0 very low · 5 in between · 10 very good"  # without the marks that make it so
    expect(row.get_by_role("radiogroup")).to_have_accessible_name(named)
    expect(row).to_contain_text("Not rated")
    expect(chosen_in(phone, "rating_mood")).to_have_count(0)
    rating(phone, "mood", 0).tap()
    eventually(lambda: kept_by(one_server).day(day).mood == 0)
    expect(chosen_in(phone, "rating_mood")).to_have_text(["0"])
    expect(row).not_to_contain_text("Not rated")
    rating(phone, "mood", 0).tap()
    eventually(lambda: kept_by(one_server).day(day).mood is None)
    expect(chosen_in(phone, "rating_mood")).to_have_count(0)
    open_today(phone, one_server, day)
    expect(row).to_contain_text("Not rated")
    expect(chosen_in(phone, "rating_mood")).to_have_count(0)


def test_each_section_takes_back_its_own_last_change(
    one_server: JournalServer, phone: Page
) -> None:
    day = days_ago(5)
    open_today(phone, one_server, day)
    rating(phone, "mood", 3).tap()
    expect(saved(phone, "rating_mood")).to_be_visible()
    choice(phone, "touch", "Welcome").tap()
    expect(saved(phone, "closeness")).to_be_visible()
    undo(phone, "rating_mood").tap()
    expect(phone.locator(".st-key-saved_rating_mood")).to_contain_text("Undone")
    expect(chosen_in(phone, "rating_mood")).to_have_count(0)
    kept = kept_by(one_server).day(day)
    assert (kept.mood, kept.touch) == (None, Touch.WELCOME)


def test_the_last_change_to_a_day_can_be_undone_after_the_page_was_closed(
    one_server: JournalServer, phone: Page
) -> None:
    day = days_ago(6)
    journal = kept_by(one_server)
    journal.save_day(day, {"mood": 4})
    journal.save_day(day, {"mood": 8})
    open_today(phone, one_server, day)
    chosen = chosen_in(phone, "rating_mood")
    undo_last = phone.get_by_role("button", name="Undo the last change to this day")
    undo_last.tap()
    expect(chosen).to_have_text(["4"])
    settled(phone)
    undo_last.tap()
    expect(chosen).to_have_count(0)
    settled(phone)
    assert kept_by(one_server).day(day).mood is None
    undo_last.tap()
    expect(phone.get_by_text("Nothing is left to undo")).to_be_visible()


def test_a_past_day_is_reached_a_day_at_a_time(one_server: JournalServer, phone: Page) -> None:
    open_today(phone, one_server)
    phone.get_by_role("button", name="Day before").tap()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Yesterday, ")
    phone.get_by_role("button", name="Day before").tap()
    expect(phone.get_by_role("heading", level=1)).to_contain_text(heading_of(days_ago(2)))
    rating(phone, "desire", 6).tap()
    eventually(lambda: kept_by(one_server).day(days_ago(2)).desire == 6)
    phone.get_by_role("button", name="Day after").tap()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Yesterday, ")
    expect(chosen_in(phone, "rating_desire")).to_have_count(0)


def test_a_past_day_is_reached_by_its_date(one_server: JournalServer, phone: Page) -> None:
    day = date(2019, 2, 28)
    open_today(phone, one_server)
    type_date(phone, day)
    expect(phone.get_by_role("heading", level=1)).to_contain_text(heading_of(day))
    settled(phone)
    rating(phone, "mood", 2).tap()
    eventually(lambda: kept_by(one_server).day(day).mood == 2)


def test_a_past_day_is_reached_by_the_calendar(one_server: JournalServer, phone: Page) -> None:
    day = (her_today().replace(day=1) - timedelta(days=1)).replace(day=15)
    open_today(phone, one_server)
    go(phone, "Calendar")
    phone.get_by_role("button", name=f"{day:%B %Y}").tap()
    phone.get_by_role("button", name=re.compile(f"^15 {day:%B %Y},")).tap()
    expect(phone.get_by_role("heading", level=1)).to_contain_text(heading_of(day))
    settled(phone)
    rating(phone, "mood", 6).tap()
    eventually(lambda: kept_by(one_server).day(day).mood == 6)


def test_a_day_to_come_cannot_be_opened(one_server: JournalServer, phone: Page) -> None:
    open_today(phone, one_server)
    expect(phone.get_by_role("button", name="Day after")).to_be_disabled()
    tomorrow = her_today() + timedelta(days=1)
    type_date(phone, tomorrow)
    settled(phone)
    phone.get_by_role("heading", level=1).click()
    expect(phone.get_by_role("heading", level=1)).not_to_contain_text(heading_of(tomorrow))
    rating(phone, "connection", 1).tap()
    eventually(lambda: kept_by(one_server).day(her_today()).connection == 1)
    assert kept_by(one_server).days(DateRange(tomorrow, date(2100, 1, 1))) == []


def test_bleeding_says_at_once_where_she_stands(one_server: JournalServer, phone: Page) -> None:
    day = date(2021, 5, 4)
    open_today(phone, one_server, day)
    choice(phone, "bleeding", "Medium").tap()
    expect(standing(phone)).to_have_text("Cycle day 1")
    phone.get_by_text("Not my period").tap()
    expect(standing(phone)).not_to_contain_text("Cycle day 1")
    assert kept_by(one_server).day(day).not_my_period is True


def test_signs_of_the_day_before_are_one_tap_and_can_be_taken_back(
    one_server: JournalServer, phone: Page
) -> None:
    day = date(2022, 5, 4)
    before = {"sign:headache": SignStrength.SEVERE, "partner": Partner.APART}
    kept_by(one_server).save_day(date(2022, 5, 3), before)
    open_today(phone, one_server, day)
    phone.get_by_role("button", name="Same as the day before").tap()
    expect(chosen_in(phone, "choice_sign_headache")).to_have_text(["Severe"])
    expect(chosen_in(phone, "choice_partner")).to_have_text(["Apart"])
    assert kept_by(one_server).day(day).recorded == {"partner": "apart", "sign:headache": "severe"}
    undo(phone, "signs").tap()
    expect(phone.get_by_role("button", name="Same as the day before")).to_be_visible()
    assert kept_by(one_server).day(day).recorded == {}


def test_a_mood_is_rated_and_undone_by_keyboard_alone(
    one_server: JournalServer, new_page: NewPage
) -> None:
    page, day = new_page(1280, 800), her_today() - timedelta(days=8)
    open_today(page, one_server, day)
    tab_to(page, page.locator(".st-key-rating_mood [role=radio]"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    eventually(lambda: kept_by(one_server).day(day).mood is not None)
    expect(undo(page, "rating_mood")).to_be_visible()
    tab_to(page, undo(page, "rating_mood"))
    page.keyboard.press("Enter")
    eventually(lambda: kept_by(one_server).day(day).mood is None)


def test_everything_can_be_hit_by_a_thumb_and_nothing_is_wider_than_the_phone(
    one_server: JournalServer, phone: Page
) -> None:
    day = days_ago(9)
    journal = kept_by(one_server)
    journal.add_moment(Moment(day, "long_hug"))
    journal.save_day(day, {"sign:headache": "mild", "bleeding": "light", "note": "x"})
    open_today(phone, one_server, day)
    phone.locator(".st-key-chips_recorded").get_by_role("radio").tap()
    phone.locator(".st-key-moment_details").wait_for()
    for folded in ("More moments", "Body signs"):
        phone.get_by_text(folded, exact=True).tap()
    expect(phone.get_by_text("Reading disturbed")).to_be_visible()
    settled(phone)
    assert small_targets(phone) == []
    assert_nothing_wider(phone, 390)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_her_today_is_that_of_her_browser(
    one_server: JournalServer, browser: Browser, zone: str
) -> None:
    context = browser.new_context(timezone_id=zone, locale="en-GB")
    record = recorded(context)
    page = context.new_page()
    before = datetime.now(ZoneInfo(zone)).date()
    page.goto(one_server.url)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("Today, ")
    after = datetime.now(ZoneInfo(zone)).date()
    assert heading.inner_text() in {day_name_words(day, day) for day in (before, after)}
    context.close()
    record.assert_clean()


def test_two_of_these_zones_are_never_on_the_same_date() -> None:
    now = datetime.now(UTC)
    east, west = (
        now.astimezone(ZoneInfo(f"Pacific/{name}")) for name in ("Kiritimati", "Pago_Pago")
    )
    assert east.date() > west.date()
