"""Moments and what was felt, tapped on the day form, told in detail and found again."""

from collections.abc import Iterator
from datetime import time

import pytest
from playwright.sync_api import Page, expect

from journal.domain.catalogues import CatalogueName
from journal.domain.days import Sensation
from journal.domain.moments import BidResponse, Initiator, WithWhom
from tests.support.day_form import (
    chip,
    choice,
    choose,
    days_ago,
    eventually,
    go,
    kept_by,
    moments_of,
    open_today,
    undo,
    welcomed,
)
from tests.support.hands import LEAST_TARGET
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import settled

SMALLEST = """
all => Math.min(...all.map(e => e.getBoundingClientRect()).flatMap(box => [box.width, box.height]))
"""


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file; each test has a day of its own."""
    with JournalServer(welcomed(tmp_path_factory.mktemp("moments"))) as server:
        yield server


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    """An empty page on a phone."""
    return new_page(390, 844, phone=True)


def test_each_tap_on_a_chip_is_one_moment(one_server: JournalServer, phone: Page) -> None:
    day = days_ago(1)
    open_today(phone, one_server, day)
    for times in (1, 2, 3):
        chip(phone, "Held hands").tap()
        expect(chip(phone, "Held hands")).to_have_text(f"Held hands · {times}")
    assert [moment.kind for moment in moments_of(one_server, day)] == ["held_hands"] * 3


def test_a_moment_can_be_told_in_detail_and_removed(one_server: JournalServer, phone: Page) -> None:
    day = days_ago(2)
    open_today(phone, one_server, day)
    chip(phone, "Long hug").tap()
    phone.locator(".st-key-chips_recorded").get_by_role("radio", name="Long hug").tap()
    details = phone.locator(".st-key-moment_details")
    for row, words in (
        ("Who started it?", "My partner"),
        ("How was it met?", "Turned toward"),
        ("Was a phone in the way?", "Not in the way"),
        ("With whom?", "My partner"),
    ):
        details.get_by_role("radiogroup", name=row).get_by_role("radio", name=words).tap()
    details.get_by_role("spinbutton", name="Minutes").fill("20")
    details.get_by_role("spinbutton", name="Minutes").press("Enter")
    details.get_by_role("textbox", name="Time of day").fill("21:30")
    details.get_by_role("textbox", name="Time of day").press("Enter")
    eventually(lambda: moments_of(one_server, day)[0].at is not None)
    choose(details.get_by_role("combobox", name="What I felt, and where"), "Heart")
    details.get_by_role("radio", name="Warmth").tap()
    eventually(lambda: bool(moments_of(one_server, day)[0].sensations))
    details.get_by_role("textbox", name="A note on this moment").fill("In the hall")
    eventually(lambda: moments_of(one_server, day)[0].note is not None)
    (moment,) = moments_of(one_server, day)
    assert (moment.initiator, moment.response) == (Initiator.PARTNER, BidResponse.TURNED_TOWARD)
    assert (moment.phone_in_way, moment.with_whom) == (False, WithWhom.PARTNER)
    assert (moment.minutes, moment.at, moment.note) == (20, time(21, 30), "In the hall")
    assert moment.sensations == {Sensation("heart", "warmth")}
    phone.get_by_role("button", name="Remove this moment").tap()
    expect(phone.locator(".st-key-chips_recorded")).to_have_count(0)
    assert moments_of(one_server, day) == []
    undo(phone, "moments").tap()
    expect(chip(phone, "Long hug")).to_have_text("Long hug · 1")
    assert moments_of(one_server, day) == [moment]


def test_a_bid_that_went_by_is_one_tap_and_its_details_one_more(
    one_server: JournalServer, phone: Page
) -> None:
    day = days_ago(3)
    open_today(phone, one_server, day)
    chips = phone.locator(".st-key-chips_bids")
    for name, said in (
        ("I reached out, it went by", "A bid: I reached out, it went by"),
        ("I missed theirs", "A bid: I missed theirs"),
    ):
        chips.get_by_role("button", name=name).tap()
        expect(chips.get_by_role("button", name=f"{name} · 1")).to_be_visible()
        recorded_ = phone.locator(".st-key-chips_recorded").get_by_role("radio", name=said)
        expect(recorded_).to_be_visible()
    recorded_.tap()
    expect(choice(phone, "moment_initiator", "My partner")).to_be_checked()
    expect(choice(phone, "moment_response", "Turned away")).to_be_checked()
    choice(phone, "moment_phone_in_way", "In the way").tap()
    eventually(lambda: any(moment.phone_in_way for moment in moments_of(one_server, day)))
    assert {(Initiator.SELF, None), (Initiator.PARTNER, True)} == {
        (moment.initiator, moment.phone_in_way) for moment in moments_of(one_server, day)
    }


def test_a_moment_of_her_own_is_added_renamed_and_hidden_and_past_ones_stay(
    one_server: JournalServer, phone: Page
) -> None:
    day = days_ago(4)
    open_today(phone, one_server, day)
    phone.get_by_text("More moments").tap()
    phone.get_by_role("textbox", name="A moment of my own").fill("Tea in bed")
    phone.get_by_role("button", name="Add and record it").tap()
    recorded_ = phone.locator(".st-key-chips_recorded")
    expect(recorded_.get_by_role("radio", name="Tea in bed")).to_be_visible()
    go(phone, "More")
    phone.get_by_text("Your own words for moments").tap()
    choose(phone.get_by_role("combobox", name="Rename or hide a word").first, "Tea in bed")
    phone.get_by_role("textbox", name="New name").fill("Tea, brought")
    phone.get_by_role("textbox", name="New name").press("Enter")
    phone.get_by_role("button", name="Rename", exact=True).tap()
    eventually(lambda: own_moments(one_server) == {"Tea, brought": False})
    choose(phone.get_by_role("combobox", name="Rename or hide a word").first, "Tea, brought")
    phone.get_by_role("button", name="Hide it").tap()
    eventually(lambda: own_moments(one_server) == {"Tea, brought": True})
    open_today(phone, one_server, day)
    expect(recorded_.get_by_role("radio", name="Tea, brought")).to_be_visible()
    expect(phone.locator(".st-key-chips_near")).not_to_contain_text("Tea, brought")


def own_moments(server: JournalServer) -> dict[str, bool]:
    """Return her own moments by name, and whether each is hidden."""
    entries = kept_by(server).catalogue(CatalogueName.MOMENTS).entries.values()
    return {entry.name: entry.hidden for entry in entries if entry.own}


def test_what_was_felt_is_tapped_on_the_figure_and_marked_there(
    one_server: JournalServer, phone: Page
) -> None:
    day = days_ago(5)
    open_today(phone, one_server, day)
    phone.locator("summary").filter(has_text="What I felt, and where").tap()
    card = phone.locator(".st-key-card_body")
    card.locator('.zone[data-place="heart"]').tap()
    expect(card.get_by_role("button", name="Heart")).to_have_attribute("aria-pressed", "true")
    card.get_by_role("radio", name="Warmth").tap()
    eventually(lambda: kept_by(one_server).day(day).sensations == {Sensation("heart", "warmth")})
    expect(card.get_by_role("button", name="Heart, felt: warmth")).to_be_visible()
    card.get_by_role("button", name="Belly").tap()
    expect(card.get_by_role("combobox", name="A place in the body")).to_have_value("Belly")
    small = card.locator(".body :is(button, .zone)").evaluate_all(SMALLEST)
    assert small >= LEAST_TARGET


def test_a_place_is_chosen_and_let_go_by_keyboard_alone(
    one_server: JournalServer, new_page: NewPage
) -> None:
    page, day = new_page(1280, 800), days_ago(6)
    kept_by(one_server).save_day(day, {"sensation:throat:calm": True})
    open_today(page, one_server, day)
    hands = page.locator(".st-key-card_body").get_by_role("button", name="Hands")
    hands.focus()
    page.keyboard.press("Enter")
    expect(hands).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text("How it felt: hands")).to_be_visible()
    settled(page)
    expect(hands).to_be_focused()
    page.keyboard.press("Enter")
    expect(hands).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_text("How it felt: hands")).to_have_count(0)
    assert kept_by(one_server).day(day).sensations == {Sensation("throat", "calm")}
