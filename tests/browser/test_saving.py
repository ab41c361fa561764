"""What says "saved" is saved: through two tabs, a killed server and a lost connection."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from journal.domain.catalogues import OWN_GROUP, CatalogueName, Entry
from journal.domain.contexts import Context, ContextKind
from journal.domain.moments import Moment
from tests.support.day_form import (
    chip,
    chosen_in,
    eventually,
    her_today,
    kept_by,
    open_today,
    rating,
    saved,
    welcomed,
)
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import settled

HOSTILE = "<img src=x onerror=alert(1)> **bold** [link](http://elsewhere.example) `$1$` :red[r]"
HOSTILE_NAME = "<b>b</b> **bold** [l](http://e.example) :red[r] $1$"
AS_SHOWN = HOSTILE_NAME.replace("://", ":\u2060//")  # an unseen sign keeps it from being a link


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file; each test has a day of its own."""
    with JournalServer(welcomed(tmp_path_factory.mktemp("saving"))) as server:
        yield server


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    """An empty page on a phone."""
    return new_page(390, 844, phone=True)


def test_what_says_saved_outlives_a_killed_server_even_while_she_writes(
    one_server: JournalServer, phone: Page
) -> None:
    day = her_today()
    open_today(phone, one_server)
    rating(phone, "mood", 7).tap()
    expect(saved(phone, "rating_mood")).to_be_visible()
    note = phone.get_by_role("textbox", name="Note")
    note.press_sequentially("Slept badly, then a good talk")
    expect(saved(phone, "note")).to_be_visible()
    expect(note).to_be_focused()
    one_server.kill()
    one_server.restart()
    assert kept_by(one_server).day(day).mood == 7
    assert kept_by(one_server).day(day).note == "Slept badly, then a good talk"
    phone.goto(one_server.url)
    expect(rating(phone, "mood", 7)).to_be_checked()


def test_a_rating_tapped_straight_from_a_field_says_saved_like_the_field(
    one_server: JournalServer, phone: Page
) -> None:
    day = her_today() - timedelta(days=13)
    open_today(phone, one_server, day)
    phone.get_by_role("spinbutton", name="Hours slept").fill("7")
    rating(phone, "desire", 3).tap()
    expect(saved(phone, "rating_desire")).to_be_visible()
    expect(saved(phone, "closeness")).to_be_visible()
    assert kept_by(one_server).day(day).sleep_hours == 7
    assert kept_by(one_server).day(day).desire == 3


def test_a_drawing_tapped_straight_from_a_field_is_tapped(
    one_server: JournalServer, phone: Page
) -> None:
    day = her_today() - timedelta(days=14)
    open_today(phone, one_server, day)
    hours = phone.get_by_role("spinbutton", name="Hours slept")
    hours.fill("7")
    phone.locator(".stNumberInput", has=hours).get_by_role("button", name="Increment").locator(
        "svg"
    ).tap()
    expect(hours).to_have_value(re.compile("^7[.]50?$"))
    eventually(lambda: kept_by(one_server).day(day).sleep_hours == 7.5)
    assert kept_by(one_server).day(day).sleep_hours == 7.5


def test_without_a_connection_she_is_told_and_afterwards_the_next_tap_is_saved(
    one_server: JournalServer, phone: Page
) -> None:
    open_today(phone, one_server)
    rating(phone, "connection", 4).tap()
    expect(saved(phone, "rating_connection")).to_be_visible()
    expect(phone.locator("#tending-connection")).to_have_count(0)
    one_server.kill()
    banner = phone.get_by_role("alert").filter(has_text="Not connected.")
    expect(banner).to_have_text("Not connected. What you enter now is not saved.")
    expect(banner).to_be_in_viewport(ratio=1)
    one_server.restart()
    expect(phone.get_by_role("status").filter(has_text="Connected again.")).to_be_visible()
    expect(phone.locator("#tending-connection")).to_have_count(0)
    # The new server knows nothing of this page, nor of an act to undo, until it has run again.
    expect(saved(phone, "rating_connection")).to_have_count(0)
    settled(phone)
    rating(phone, "connection", 5).tap()
    expect(saved(phone, "rating_connection")).to_be_visible()
    assert kept_by(one_server).day(her_today()).connection == 5


def test_a_note_written_without_a_connection_is_saved_when_it_returns(
    one_server: JournalServer, phone: Page
) -> None:
    day = her_today() - timedelta(days=7)
    open_today(phone, one_server, day)
    one_server.kill()
    expect(phone.get_by_role("alert").filter(has_text="Not connected.")).to_be_visible()
    phone.get_by_role("textbox", name="Note", exact=True).fill("written on the train")
    one_server.restart()
    expect(phone.get_by_text("Connected again.")).to_be_visible()
    expect(saved(phone, "note")).to_be_visible()
    assert kept_by(one_server).day(day).note == "written on the train"


def test_a_note_is_saved_when_she_goes_on_to_another_page_at_once(
    one_server: JournalServer, phone: Page
) -> None:
    day = her_today() - timedelta(days=10)
    open_today(phone, one_server, day)
    phone.get_by_role("textbox", name="Note", exact=True).fill("in a hurry")
    phone.locator(".st-key-bottom_bar").get_by_role("link", name="Calendar").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Calendar")
    eventually(lambda: kept_by(one_server).day(day).note == "in a hurry")


def test_a_note_is_saved_when_she_goes_on_to_another_day_at_once(
    one_server: JournalServer, phone: Page
) -> None:
    day = her_today() - timedelta(days=11)
    open_today(phone, one_server, day)
    phone.get_by_role("textbox", name="Note", exact=True).fill("in a hurry again")
    phone.get_by_role("button", name="Day before", exact=True).tap()
    eventually(lambda: kept_by(one_server).day(day).note == "in a hurry again")
    assert kept_by(one_server).day(day - timedelta(days=1)).note is None


def test_a_reload_opens_the_same_day(one_server: JournalServer, phone: Page) -> None:
    day = her_today() - timedelta(days=9)
    open_today(phone, one_server, day)
    heading = phone.get_by_role("heading", level=1)
    words = heading.inner_text()
    assert str(day.day) in words
    phone.reload()
    expect(heading).to_have_text(words)


def test_a_tap_the_moment_the_connection_is_back_is_kept(
    one_server: JournalServer, phone: Page
) -> None:
    day = her_today() - timedelta(days=8)
    open_today(phone, one_server, day)
    rating(phone, "mood", 3).tap()
    expect(saved(phone, "rating_mood")).to_be_visible()
    one_server.kill()
    expect(phone.get_by_role("alert").filter(has_text="Not connected.")).to_be_visible()
    one_server.restart()
    expect(phone.get_by_text("Connected again.")).to_be_visible()
    rating(phone, "mood", 9).tap()
    eventually(lambda: kept_by(one_server).day(day).mood == 9)


def test_two_tabs_on_one_day_keep_each_others_fields(
    one_server: JournalServer, phone: Page
) -> None:
    day = her_today() - timedelta(days=3)
    other = phone.context.new_page()
    for tab in (phone, other):
        open_today(tab, one_server, day)
    rating(phone, "mood", 8).tap()
    expect(saved(phone, "rating_mood")).to_be_visible()
    rating(other, "desire", 2).tap()
    expect(saved(other, "rating_desire")).to_be_visible()
    kept = kept_by(one_server).day(day)
    assert (kept.mood, kept.desire) == (8, 2)


def test_another_tab_shows_what_is_stored_at_its_next_touch(
    one_server: JournalServer, phone: Page
) -> None:
    day = her_today() - timedelta(days=4)
    kept_by(one_server).save_day(day, {"touch": "welcome", "sleep_hours": 6})
    open_today(phone, one_server, day)
    kept_by(one_server).save_day(day, {"touch": "unwelcome"})
    closeness = phone.locator(".st-key-card_closeness")
    closeness.get_by_role("radio", name="Together", exact=True).tap()
    expect(chosen_in(phone, "choice_touch")).to_have_text(["Unwelcome"])
    assert kept_by(one_server).day(day).touch == "unwelcome"


def test_a_moment_removed_in_another_tab_is_said(one_server: JournalServer, phone: Page) -> None:
    day = her_today() - timedelta(days=5)
    journal = kept_by(one_server)
    moment = journal.add_moment(Moment(day, "long_hug"))
    open_today(phone, one_server, day)
    phone.locator(".st-key-chips_recorded").get_by_role("radio").tap()
    phone.locator(".st-key-moment_details").wait_for()
    settled(phone)
    journal.delete_moment(moment.id)
    phone.get_by_role("radio", name="Turned away").tap()
    expect(phone.locator(".st-key-failed_moments")).to_contain_text(
        "Not saved. That moment is no longer in your journal"
    )
    expect(chip(phone, "Long hug")).to_have_text("Long hug")


def test_her_words_are_shown_as_she_typed_them_and_never_read_as_markup(
    one_server: JournalServer, phone: Page
) -> None:
    day = her_today() - timedelta(days=6)
    journal = kept_by(one_server)
    for catalogue in (CatalogueName.MOMENTS, CatalogueName.SIGNS):
        journal.save_entry(catalogue, Entry("own_hostile", HOSTILE_NAME, OWN_GROUP, own=True))
    journal.save_context(Context(ContextKind.EVENT, day, name=HOSTILE))
    journal.add_moment(Moment(day, "own_hostile", note=HOSTILE))
    journal.save_day(day, {"note": HOSTILE, "sign:own_hostile": "mild"})
    open_today(phone, one_server, day)
    expect(phone.locator(".st-key-chips_near button").first).to_have_text(f"{AS_SHOWN} · 1")
    expect(phone.get_by_role("textbox", name="Note", exact=True)).to_have_value(HOSTILE)
    sign = phone.locator(".st-key-choice_sign_own_hostile")
    expect(sign.get_by_test_id("stWidgetLabel")).to_have_text(AS_SHOWN)
    expect(sign.get_by_role("radiogroup")).to_have_accessible_name(AS_SHOWN)
    recorded = phone.locator(".st-key-chips_recorded").get_by_role("radio")
    expect(recorded).to_have_text(AS_SHOWN)
    recorded.tap()
    note = phone.get_by_role("textbox", name="A note on this moment")
    expect(note).to_have_value(HOSTILE)
    none_of_it_is_markup(phone)
    phone.goto(f"{one_server.url}/more")
    phone.get_by_text("Contexts: things that last a while").tap()
    expect(phone.get_by_text(HOSTILE.replace("://", ":\u2060//"))).to_be_visible()
    none_of_it_is_markup(phone)


def none_of_it_is_markup(page: Page) -> None:
    """Fail where her words became an element of the page."""
    settled(page)
    made = page.locator("main :is(img[src=x], a[href*=example], .katex)")
    assert [element.evaluate("e => e.outerHTML") for element in made.all()] == []
    assert (
        page.locator("main :is(strong, b)").filter(has_text=re.compile("^(b|bold)$")).count() == 0
    )
