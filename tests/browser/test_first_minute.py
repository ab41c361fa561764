"""The first minute, by a thumb on a phone: every question may be answered or left."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from journal.domain.days import Bleeding
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage, StageDeclaration
from tests.builders import on
from tests.support.day_form import (
    choose,
    empty,
    headed,
    her_today,
    kept_by,
    rating,
    saved,
    standing,
    type_date,
)
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import settled

ALL = DateRange(on("1900-01-01"), on("2100-01-01"))
LAST_BLEED = "First day of your last bleed, if you know it"


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file; each test finds its journal empty."""
    with JournalServer(tmp_path_factory.mktemp("first-minute")) as server:
        yield server


@pytest.fixture
def welcome(one_server: JournalServer, new_page: NewPage) -> Page:
    """The first page of a new journal, on a phone."""
    empty(one_server)
    page = new_page(390, 844, phone=True)
    page.goto(one_server.url)
    page.get_by_role("heading", name="A few questions").wait_for()
    settled(page)
    return page


def begin(page: Page) -> None:
    """Open the journal with the answers given so far."""
    page.get_by_role("button", name="Open my journal").tap()
    expect(headed(page, "Today, ")).to_be_visible()
    settled(page)


def test_it_says_what_it_is_and_what_stays_private(welcome: Page) -> None:
    expect(welcome.get_by_text("A private journal for mood, desire and closeness")).to_be_visible()
    expect(welcome.get_by_text("Nothing is sent anywhere")).to_be_visible()
    expect(welcome.get_by_text("no medical advice")).to_be_visible()


def test_every_question_can_be_skipped(welcome: Page, one_server: JournalServer) -> None:
    begin(welcome)
    journal = kept_by(one_server)
    assert journal.settings() == OwnerSettings(welcomed=True)
    assert journal.days(ALL) == []
    expect(standing(welcome)).to_contain_text("Note the first day of a bleed")


def test_every_question_can_be_answered(welcome: Page, one_server: JournalServer) -> None:
    onset = her_today() - timedelta(days=40)
    type_date(welcome, onset, field=LAST_BLEED)
    welcome.get_by_text("It has become irregular").tap()
    stage = welcome.get_by_role("combobox", name="Your menopause stage, if you use one")
    stage.wait_for()
    choose(stage, "Late menopausal transition")
    welcome.get_by_role("spinbutton", name="Birth year").fill("1975")
    welcome.get_by_role("button", name="Calm", exact=True).tap()
    begin(welcome)
    journal = kept_by(one_server)
    assert journal.settings() == OwnerSettings(
        welcomed=True, situation=Situation.IRREGULAR, birth_year=1975, ratings=("calm",)
    )
    assert journal.day(onset).bleeding is Bleeding.UNSPECIFIED
    assert journal.stages() == [StageDeclaration(her_today(), Stage.LATE_TRANSITION)]
    expect(standing(welcome)).to_have_text(
        "Day 41 since your last bleed, late menopausal transition"
    )
    expect(rating(welcome, "calm", 10)).to_be_visible()


def test_the_cycle_day_alone_says_where_she_stands(
    welcome: Page, one_server: JournalServer
) -> None:
    welcome.get_by_role("spinbutton", name="Or: I am on day").fill("23")
    begin(welcome)
    expect(standing(welcome)).to_have_text("Cycle day 23")
    (bled,) = kept_by(one_server).bleeding_days()
    assert bled.date == her_today() - timedelta(days=22)


def test_two_answers_that_contradict_each_other_are_said_and_nothing_is_kept(
    welcome: Page, one_server: JournalServer
) -> None:
    type_date(welcome, her_today() - timedelta(days=3), field=LAST_BLEED)
    welcome.get_by_role("spinbutton", name="Or: I am on day").fill("23")
    welcome.get_by_role("button", name="Open my journal").tap()
    expect(welcome.get_by_role("alert")).to_contain_text("and “day 23” name two different days.")
    assert kept_by(one_server).revision() == 0
    # Her answers are still there to be put right.
    expect(welcome.get_by_role("spinbutton", name="Or: I am on day")).to_have_value("23")
    welcome.get_by_role("spinbutton", name="Or: I am on day").fill("4")
    begin(welcome)
    expect(standing(welcome)).to_have_text("Cycle day 4")


def test_the_first_minute_comes_once(welcome: Page) -> None:
    begin(welcome)
    welcome.reload()
    expect(welcome.get_by_role("heading", level=1)).to_contain_text("Today, ")


def test_the_example_is_marked_left_in_one_tap_and_nothing_of_it_is_hers(
    welcome: Page, one_server: JournalServer
) -> None:
    welcome.get_by_role("button", name="Look around in an example journal").tap()
    banner = welcome.locator(".st-key-example_banner")
    expect(banner).to_contain_text("Example journal.")
    expect(banner).to_contain_text("nothing you tap is kept")
    rating(welcome, "mood", 9).tap()
    expect(saved(welcome, "rating_mood")).to_be_visible()
    for place, title in (
        ("Calendar", "Calendar"),
        ("Cycle", "Cycle"),
        ("Charts", "Over time"),
        ("More", "More"),
    ):
        welcome.locator(".st-key-bottom_bar").get_by_role("link", name=place).tap()
        expect(welcome.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()
        expect(banner).to_be_visible()
    welcome.get_by_role("button", name="See regular cycles").tap()
    expect(banner).to_contain_text("A year of regular cycles")
    welcome.get_by_role("button", name="Leave the example").tap()
    expect(welcome.get_by_role("heading", name="A few questions")).to_be_visible()
    expect(banner).to_have_count(0)
    assert kept_by(one_server).revision() == 0
    assert kept_by(one_server).days(ALL) == []


def test_the_example_opened_under_more_leads_back_to_her_own_journal(
    welcome: Page, one_server: JournalServer
) -> None:
    begin(welcome)
    kept_by(one_server).save_day(her_today(), {"note": "My own words"})
    welcome.locator(".st-key-bottom_bar").get_by_role("link", name="More").tap()
    welcome.get_by_role("button", name="Look around in an example journal").tap()
    expect(welcome.locator(".st-key-example_banner")).to_be_visible()
    welcome.locator(".st-key-bottom_bar").get_by_role("link", name="Today").tap()
    expect(welcome.get_by_role("textbox", name="Note")).to_be_visible()
    expect(welcome.get_by_role("textbox", name="Note")).not_to_have_value("My own words")
    welcome.get_by_role("button", name="Leave the example").tap()
    expect(welcome.get_by_role("textbox", name="Note")).to_have_value("My own words")


def test_the_day_form_opens_at_its_top(welcome: Page) -> None:
    welcome.get_by_role("button", name="Open my journal").tap()
    expect(headed(welcome, "Today, ")).to_be_in_viewport()
