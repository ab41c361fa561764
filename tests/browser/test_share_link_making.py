"""Sharing by a link on a phone: made, opened by somebody, seen to be, answered, withdrawn."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from journal.domain.grants import LinkTerms, Passes
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.domain.replies import Reply, ReplyKind
from journal.sharing.sealing import opened_text
from tests.support.axe import assert_no_violations
from tests.support.day_form import eventually, her_today, journal_in, kept_by, open_today
from tests.support.hands import assert_nothing_wider, small_targets, tab_to
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import settled

WIDTH = 390
SEALED = re.compile(r'<script type="application/json" id="sealed">(.*?)</script>', re.DOTALL)
WORDS = "How was this day?\n\nShall we look at it together?"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """The app on a journal with two weeks of ratings."""
    folder = tmp_path_factory.mktemp("share") / "server"
    folder.mkdir()
    journal = journal_in(folder)
    journal.change_settings(lambda _: OwnerSettings(welcomed=True))
    for day in DateRange.last_days(14, her_today()):
        journal.save_day(day, {"mood": 6, "connection": 4})
    with JournalServer(folder) as server:
        yield server


def share(page: Page, server: JournalServer) -> None:
    """Open the page."""
    page.goto(f"{server.url}/share")
    expect(page.get_by_role("heading", name="Shared from a private journal")).to_be_visible()
    settled(page)


def made(page: Page) -> str:
    """Make a link for Ada, as it stands until something is chosen."""
    page.get_by_label("For whom").fill("Ada")
    page.get_by_label("For whom").press("Tab")
    expect(page.get_by_text("Say for whom it is")).to_be_hidden()
    settled(page)
    page.get_by_role("radio", name="A link").tap()
    make = page.get_by_role("button", name="Make the link")
    expect(make).to_be_enabled()
    settled(page)
    make.tap()
    card = page.locator(".st-key-card_share_link")
    expect(card).to_contain_text("kept nowhere")
    expect(card.get_by_role("button")).to_be_visible()  # copies it
    settled(page)
    return card.locator("code").inner_text().replace("\n", "")


def test_a_link_made_on_a_phone_opens_is_seen_to_be_opened_and_is_withdrawn(
    server: JournalServer, new_page: NewPage
) -> None:
    hers, theirs = new_page(WIDTH, 844, phone=True, dark=True), new_page(1280, 800)
    share(hers, server)
    link = made(hers)
    assert_no_violations(hers)
    assert small_targets(hers) == []
    assert_nothing_wider(hers, WIDTH)
    theirs.goto(link)
    expect(theirs.get_by_role("heading", level=1)).to_have_text("Shared from a private journal")
    share(hers, server)
    assert link.partition("#")[2] not in hers.content()
    newest = hers.locator("[class*=st-key-card_grant_]").first
    expect(newest).to_contain_text("Opened once")
    newest.get_by_role("button", name="Withdraw").tap()
    expect(newest).to_contain_text("withdrawn on")
    theirs.goto("about:blank")
    theirs.goto(link)
    expect(theirs.get_by_role("heading", name="Nothing opens here")).to_be_visible()
    expect(theirs.get_by_text("Shared from a private journal")).to_have_count(0)


def test_a_file_carries_the_grant_it_is_listed_under_so_that_a_reply_finds_it(
    server: JournalServer, new_page: NewPage
) -> None:
    page, journal = new_page(WIDTH, 844, phone=True), kept_by(server)
    share(page, server)
    page.get_by_label("For whom").fill("Bea")
    page.get_by_role("button", name="Suggest a passphrase").tap()
    make = page.get_by_role("button", name="Make the sealed file")
    expect(make).to_be_enabled()
    settled(page)
    passphrase = page.get_by_label("Passphrase", exact=True).input_value()
    given = []
    for _ in range(2):
        with page.expect_download() as taking:
            make.tap()
        (sealed,) = SEALED.findall(Path(taking.value.path()).read_text(encoding="utf-8"))
        text = json.loads(opened_text(json.loads(sealed), passphrase))
        given.append(text["desk"]["grant"])
        settled(page)
    assert_no_violations(page)
    assert small_targets(page) == []
    eventually(lambda: [one.id for one in journal.grants() if one.as_file] == given[:1])
    assert given[0] == given[1]


def test_a_comment_is_noticed_on_its_day_answered_by_keyboard_and_removed(
    server: JournalServer, new_page: NewPage
) -> None:
    journal, page = kept_by(server), new_page(WIDTH, 844, phone=True)
    link, _ = journal.make_link("Ada", Passes(), LinkTerms(may_reply=True), lasting_days=7)
    journal.take_replies(link.id, [Reply(ReplyKind.COMMENT, WORDS, her_today())])
    open_today(page, server)
    expect(page.get_by_role("link", name="1 new comment from Ada")).to_be_visible()
    card = page.locator("[class*=st-key-card_reply_day_]")
    expect(card).to_contain_text("Shall we look at it together?")
    tab_to(page, card.get_by_role("button", name="Answer"))
    page.keyboard.press("Enter")
    answer = page.get_by_label("Your answer")
    expect(answer).to_be_visible()
    settled(page)
    assert_no_violations(page)
    assert_nothing_wider(page, WIDTH)
    answer.fill("Yes, on Thursday")
    tab_to(page, page.get_by_role("button", name="Keep this answer"))
    page.keyboard.press("Enter")
    expect(card).to_contain_text("Yes, on Thursday")
    expect(answer).to_be_hidden()
    eventually(lambda: journal.replies()[0].answer == "Yes, on Thursday")
    card.get_by_role("button", name="Remove").tap()
    page.get_by_role("button", name="Remove it for good").tap()
    expect(card).to_have_count(0)
    eventually(lambda: journal.replies() == [])
