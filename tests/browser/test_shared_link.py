"""The page of a link, in a reader's hands: opened, read, answered, taken from, and emptied."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, Request, expect

from journal.domain.grants import PRESETS, Grant, GrantPreset, LinkTerms, Passes
from journal.domain.link_secrets import new_secret
from journal.domain.moments import Author
from journal.domain.owner_settings import OwnerSettings
from journal.domain.partner_card import CardPart, PartnerCard
from journal.domain.ranges import DateRange
from journal.domain.replies import LONGEST_TITLE
from journal.example.generator import example_with_cycles
from journal.example.load import load_example
from journal.storage import OwnerJournal
from tests.support.axe import assert_no_violations
from tests.support.day_form import her_today, journal_in, kept_by
from tests.support.hands import small_targets
from tests.support.pages import NewPage
from tests.support.server import JournalServer

PASSPHRASE: Final = "lantern pier"  # noqa: S105  # of a test
HER_CARD: Final = OwnerSettings(
    welcomed=True,
    partner_card=PartnerCard("Come & <sit> with me.", frozenset(CardPart), ("Tea in bed",)),
)
# What a page says when a network is there again, and the page asks whether it still may show.
ASK_NOW: Final = "window.dispatchEvent(new Event('online'))"
ABOUT_A_YEAR: Final = 360
WIDTH: Final = "document.documentElement.scrollWidth"


@dataclass
class Sent:
    """What a page sent, and where it asked."""

    requests: list[Request] = field(default_factory=list)

    def assert_secret(self, secret: str, origin: str) -> None:
        """Fail if the secret went anywhere but into the body of a question to the journal."""
        holding = [one for one in self.requests if secret in (one.post_data or "")]
        assert holding
        assert all(one.url.startswith(f"{origin}/shared/") for one in holding)
        for one in self.requests:
            assert one.url.startswith((f"{origin}/shared", "data:", "blob:"))
            # The first question goes to the address with the secret behind its #; what leaves the
            # machine ends before it, as the log of the server tests say.
            assert secret not in one.url.partition("#")[0]
            assert secret not in "".join(one.all_headers().values())


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """The app on a year of an example journal, whose owner made a card."""
    folder = tmp_path_factory.mktemp("shared-link")
    journal = journal_in(folder)
    load_example(example_with_cycles(her_today()), journal)
    journal.change_settings(lambda _: HER_CARD)
    with JournalServer(folder, {"STREAMLIT_LOGGER_LEVEL": "debug"}) as server:
        yield server


@pytest.fixture
def journal(server: JournalServer) -> OwnerJournal:
    """The journal of the server, opened beside it."""
    return kept_by(server)


def made(
    journal: OwnerJournal,
    preset: GrantPreset,
    terms: LinkTerms,
    *,
    passphrase: str = "",
    rolling_days: int = 60,
) -> tuple[Grant, str]:
    passes = replace(PRESETS[preset], rolling_days=rolling_days)
    zoned = replace(terms, zone="Europe/London")
    return journal.make_link("Ada Lee", passes, zoned, lasting_days=30, passphrase=passphrase)


def recording(page: Page) -> Sent:
    sent = Sent()
    page.on("request", lambda request: sent.requests.append(request))  # noqa: PLW0108 - wants a function
    return sent


def missable(page: Page) -> list[str]:
    """List what a thumb may miss; a radio stands within a label that is larger."""
    return [name for name, *_ in small_targets(page) if name]


def fits(page: Page) -> bool:
    size = page.viewport_size
    assert size is not None
    return bool(page.evaluate(WIDTH) <= size["width"])


def test_a_coach_reads_answers_and_takes_away_until_it_is_withdrawn(
    server: JournalServer, journal: OwnerJournal, new_page: NewPage
) -> None:
    terms = LinkTerms("Look at <June> with me.", may_reply=True)
    grant, secret = made(journal, GrantPreset.COACH, terms)
    page = new_page(390, 844, phone=True, dark=True)
    sent = recording(page)
    page.goto(f"{server.url}/shared#{secret}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Shared from a private journal")
    assert page.url == f"{server.url}/shared"
    assert page.evaluate("document.cookie") == ""
    expect(page.get_by_text("Look at <June> with me.")).to_be_visible()
    expect(page.get_by_text("Open until")).to_be_visible()
    expect(page.locator(".chart .cartesianlayer")).to_have_count(page.locator(".chart").count())
    assert page.locator(".chart").count() > 5
    assert fits(page)
    assert_no_violations(page)
    assert missable(page) == []
    assert len(journal.openings(grant.id)) == 1

    take_a_chart_away(page)

    page.get_by_role("button", name="Comment on this part: Ratings over time").click()
    assert_no_violations(page)
    page.get_by_label("A day, if it is about one").fill(her_today().isoformat())
    page.get_by_label("Your words").fill("Calmer <here>?")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Sent. It will be seen")).to_be_visible()
    expect(page.locator("#part-ratings").get_by_text("Sent; it stands at")).to_be_visible()
    (reply,) = journal.replies()
    assert (reply.words, reply.subject, reply.date) == ("Calmer <here>?", "ratings", her_today())
    assert reply.title == "Ratings over time"
    journal.answer_reply(reply.id, "A little & more.")

    page.reload()
    expect(page.get_by_text("A little & more.")).to_be_visible()
    expect(page.get_by_text("Calmer <here>?")).to_be_visible()

    page.get_by_role("button", name="Write a comment").click()
    page.get_by_label("Your words").fill("Half a thought")
    journal.withdraw_grant(grant.id)
    page.evaluate(ASK_NOW)
    expect(page.get_by_role("heading", level=1, name="Nothing opens here")).to_be_visible()
    expect(page.get_by_text("taken off this page")).to_be_visible()
    expect(page.locator("#unsent-words")).to_have_text("Half a thought")
    for words in ("Look at <June>", "Ada Lee", "Calmer", "A little", secret):
        assert words not in page.inner_text("body") + page.inner_html("#shown")
    sent.assert_secret(secret, server.url)
    assert secret not in server.log.read_text(encoding="utf-8")


def take_a_chart_away(page: Page) -> None:
    figure = page.locator("figure[data-chart=ratings-1]")
    figure.get_by_text("Take this chart away").click()
    taken: dict[str, Path] = {}
    for words in ("Picture (PNG)", "Drawing (SVG)", "Numbers (CSV)"):
        with page.expect_download() as coming:
            figure.get_by_role("button", name=words).click()
        taken[words] = coming.value.path()
        assert coming.value.suggested_filename.startswith("tending-")
    assert taken["Picture (PNG)"].read_bytes().startswith(b"\x89PNG")
    assert "<svg" in taken["Drawing (SVG)"].read_text(encoding="utf-8")
    with taken["Numbers (CSV)"].open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert "Mood" in header[1:]
    assert len(rows) > 30
    figure.get_by_text("Its numbers as a table").click()
    told = figure.get_by_role("row").all_inner_texts()
    assert told[0].split("\t") == header[:-1]
    assert told[-1].split("\t") == [cell or "–" for cell in rows[-1][:-1]]
    assert len(told) == len(rows) + 1


def test_whatever_opens_nothing_says_the_same(
    server: JournalServer, journal: OwnerJournal, new_page: NewPage
) -> None:
    grant, withdrawn = made(journal, GrantPreset.COACH, LinkTerms())
    journal.withdraw_grant(grant.id)
    yesterday = datetime.now(UTC) - timedelta(days=2)
    past = OwnerJournal(journal._engine, journal._owner_id, lambda: yesterday)
    _, ended = past.make_link("Ada", Passes(card=True), LinkTerms(), lasting_days=1)
    page = new_page(1280, 800)
    said = set()
    for fragment in (withdrawn, ended, new_secret(), "misspelt", ""):
        page.goto("about:blank")
        page.goto(f"{server.url}/shared#{fragment}")
        expect(page.get_by_role("heading", level=1, name="Nothing opens here")).to_be_visible()
        assert page.url in {f"{server.url}/shared", f"{server.url}/shared#"}
        said.add(page.locator("main").inner_text())
    assert len(said) == 1
    assert "withdrawn" in said.pop()
    assert_no_violations(page)


def test_a_partner_opens_the_card_and_adds_a_moment(
    server: JournalServer, journal: OwnerJournal, new_page: NewPage
) -> None:
    terms = LinkTerms(may_reply=True, may_add_moments=True)
    _, secret = made(journal, GrantPreset.PARTNER, terms, passphrase=PASSPHRASE)
    page = new_page(390, 844, phone=True)
    sent = recording(page)
    page.goto(f"{server.url}/shared#{secret}.p")
    expect(page.get_by_label("Passphrase")).to_be_focused()
    assert_no_violations(page)
    page.get_by_label("Passphrase").fill("lantern quay")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Nothing opened.")).to_be_visible()
    page.get_by_label("Passphrase").fill(f" {PASSPHRASE} ")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_text("Come & <sit> with me.")).to_be_visible()
    expect(page.get_by_text("Tea in bed")).to_be_visible()
    assert page.locator(".chart").count() == 0
    assert fits(page)
    assert_no_violations(page)
    assert missable(page) == []

    page.get_by_label("What it was").select_option(label="Long hug")
    page.get_by_role("radio", name="Yesterday").check()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("Added. It stands in the journal as yours.")).to_be_visible()
    day = her_today() - timedelta(days=1)

    def hers() -> list[str]:
        noted = journal.moments(DateRange.last_days(1, day))
        return [found.kind for found in noted if found.author is Author.PARTNER]

    before = hers()
    assert "long_hug" in before
    page.get_by_role("button", name="Take back: Long hug").click()
    expect(page.get_by_text("Taken back.")).to_be_visible()
    expect(page.get_by_role("button", name="Add it")).to_be_focused()
    assert len(hers()) == len(before) - 1
    assert not [one.url for one in sent.requests if "charts.js" in one.url]
    sent.assert_secret(secret, server.url)


def test_a_lost_connection_is_said_and_nothing_is_lost(
    server: JournalServer, journal: OwnerJournal, new_page: NewPage
) -> None:
    _, secret = made(journal, GrantPreset.PARTNER, LinkTerms(may_reply=True))
    page = new_page(390, 844, phone=True)
    page.goto(f"{server.url}/shared#{secret}")
    expect(page.get_by_text("Come & <sit> with me.")).to_be_visible()
    page.context.set_offline(offline=True)
    page.evaluate(ASK_NOW)
    expect(page.get_by_text("The journal does not answer just now.")).to_be_visible()
    page.get_by_role("button", name="Write a comment").click()
    page.get_by_label("Your words").fill("Still here")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Your words are still here.")).to_be_visible()
    page.context.set_offline(offline=False)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Sent. It will be seen")).to_be_visible()
    expect(page.get_by_text("The journal does not answer just now.")).to_be_hidden()
    assert "Still here" in [reply.words for reply in journal.replies()]


def test_a_finding_is_commented_on_by_its_sentence_from_the_page_and_from_the_desk(
    server: JournalServer, journal: OwnerJournal, new_page: NewPage
) -> None:
    """Also: the page leads to the desk, and the secret goes from neither address anywhere."""
    _, secret = made(
        journal, GrantPreset.COACH, LinkTerms(may_reply=True), rolling_days=ABOUT_A_YEAR
    )
    page = new_page(390, 844, phone=True)
    page.goto(f"{server.url}/shared#{secret}")
    findings = page.locator("[data-code=findings] li")
    expect(findings.first).to_be_visible()
    asked = findings.first.get_by_role("button", name="Comment on this finding")
    named = (asked.get_attribute("aria-label") or "").removeprefix("Comment on this finding: ")
    asked.click()
    page.get_by_label("Your words").fill("Is that so?")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Sent. It will be seen")).to_be_visible()
    page.get_by_role("link", name="Put it on my desk").click()
    expect(page.get_by_label("A link you were given")).to_have_value(
        f"{server.url}/shared#{secret}"
    )
    assert page.url == f"{server.url}/desk"
    page.locator("#desk-name").fill("Anna")
    page.get_by_role("button", name="Put on the desk").click()
    page.get_by_role("button", name=f"Comment on {named}").click()
    page.get_by_label("What you want to say").fill("Since when?")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Sent. It is in their journal now.")).to_be_visible()
    about = [(reply.subject, reply.title) for reply in journal.replies() if reply.subject]
    assert about[-2:] == [("findings", named[:LONGEST_TITLE])] * 2
