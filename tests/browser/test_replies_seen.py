"""What a coach writes about a chart and a finding, from being noticed to being answered."""

import json
import re
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from journal.domain.grants import PRESETS, GrantPreset, LinkTerms
from journal.domain.owner_settings import OwnerSettings
from journal.example.generator import example_with_cycles
from journal.example.load import load_example
from journal.storage import OwnerJournal
from tests.support.axe import assert_no_violations
from tests.support.day_form import eventually, her_today, journal_in, kept_by, open_today
from tests.support.hands import assert_nothing_wider, small_targets
from tests.support.pages import NewPage
from tests.support.server import DIRECT, JournalServer
from tests.support.waiting import plotted, settled

WIDTH: Final = 390
ABOUT_A_YEAR: Final = 360
CHART: Final = re.compile(r'<figure data-chart="(ratings-1)"><h3>(.*?)</h3>')
FINDING: Final = re.compile(r'data-code="findings">.*?<li>(.*?)</li>', re.DOTALL)
INTO_VIEW: Final = "card => card.scrollIntoView({ block: 'center' })"
BELOW: Final = """
(card, words) => card.getBoundingClientRect().top - words.getBoundingClientRect().bottom
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """The app on an example journal."""
    folder = tmp_path_factory.mktemp("replies-seen")
    journal = journal_in(folder)
    load_example(example_with_cycles(her_today()), journal)
    journal.change_settings(lambda _: OwnerSettings(welcomed=True))
    with JournalServer(folder) as server:
        yield server


def asked(server: JournalServer, what: str, **said: object) -> dict[str, object]:
    """Ask as the page of a link does."""
    request = urllib.request.Request(  # noqa: S310 - the server of the test
        f"{server.url}/shared/{what}",
        json.dumps({"passphrase": "", **said}).encode(),
        {"Content-Type": "application/json", "Origin": server.url},
    )
    with DIRECT.open(request) as answer:
        told: dict[str, object] = json.loads(answer.read())
    return told


def read(server: JournalServer, secret: str) -> str:
    """Return what the reader of a link reads."""
    return str(asked(server, "open", secret=secret)["html"])


def write(server: JournalServer, secret: str, words: str, subject: str, title: str) -> None:
    """Write a comment by a link."""
    about = {"subject": subject, "title": unescape(title), "date": None, "moment": ""}
    replies = [{"kind": "comment", "words": words, **about}]
    asked(server, "reply", secret=secret, replies=replies)


def new(journal: OwnerJournal) -> list[str]:
    return [reply.words for reply in journal.replies() if reply.seen_at is None]


def card(page: Page, words: str) -> Locator:
    return page.locator("[class*=st-key-card_reply_]").filter(has_text=words)


def look_at(page: Page, server: JournalServer, path: str, words: str) -> Locator:
    """Open a page and go down to a comment."""
    page.goto(f"{server.url}/{path}")
    found = card(page, words)
    expect(found).to_have_count(1, timeout=60_000)
    settled(page)
    found.evaluate(INTO_VIEW)
    return found


def test_a_comment_is_new_until_she_saw_it_under_its_chart_and_then_she_answers(
    server: JournalServer, new_page: NewPage
) -> None:
    """Also: being counted, drawn below the fold, or under the cover, is not to be seen."""
    journal, page = kept_by(server), new_page(WIDTH, 844, phone=True)
    passes = replace(PRESETS[GrantPreset.COACH], rolling_days=ABOUT_A_YEAR)
    terms = LinkTerms(may_reply=True, zone="Europe/London")
    _, secret = journal.make_link("Ada", passes, terms, lasting_days=7)
    (chart,) = CHART.findall(read(server, secret))
    write(server, secret, "It rises in June", *chart)

    open_today(page, server)
    page.get_by_role("button", name="1 new comment from Ada").tap()
    page.wait_for_url("**/over-time")
    found = card(page, "It rises in June")
    expect(found).to_contain_text("New · Ada wrote")
    plotted(page)
    settled(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_function("document.documentElement.dataset.covered !== undefined")
    found.evaluate(INTO_VIEW)
    (finding,) = FINDING.findall(read(server, secret))  # takes longer than a look
    write(server, secret, "Is that so?", "findings", finding)
    assert new(journal) == ["It rises in June", "Is that so?"]
    page.get_by_role("button", name="Go on").click()
    eventually(lambda: new(journal) == ["Is that so?"])
    expect(found).to_contain_text("New · Ada wrote")
    words = page.locator(".chart-card-words").element_handle()
    assert found.evaluate(BELOW, words) >= 0
    assert_no_violations(page)
    assert_nothing_wider(page, WIDTH)
    assert [small for small in small_targets(page) if "nswer" in small[0]] == []

    row = look_at(page, server, "patterns", "Is that so?")
    expect(row).to_contain_text("New · Ada wrote")
    eventually(lambda: new(journal) == [])
    assert_no_violations(page)

    open_today(page, server)
    expect(page.get_by_text("from Ada")).to_have_count(0)
    found = look_at(page, server, "over-time", "It rises in June")
    expect(found).not_to_contain_text("New ·")
    found.get_by_role("button", name="Answer").tap()
    page.get_by_label("Your answer").fill("In May, too")
    page.get_by_role("button", name="Keep this answer").tap()
    expect(found).to_contain_text("In May, too")
    assert "In May, too" in [reply.answer for reply in journal.replies()]
