"""The desk of a reader: two clients side by side, what is said back, and what stays where."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from journal.domain.grants import Grant, LinkTerms, Passes
from journal.domain.journal import ImportBatch, Journal
from journal.domain.ranges import DateRange
from journal.domain.replies import MOST_REPLIES, Reply, ReplyKind
from journal.sharing.payload import DeskTerms
from journal.sharing.reply_file import ReplyFile, read_reply
from journal.sharing.sealed_file import page_of, sealed_file
from journal.sharing.sealing import open_document
from journal.sharing.shared_view import ShareWish, shared_view
from journal.storage import OwnerJournal, memory_journal
from tests.support.axe import assert_no_violations
from tests.support.day_form import her_today, journal_in
from tests.support.hands import small_targets
from tests.support.pages import NewPage
from tests.support.server import JournalServer

PASSPHRASE = "lantern pier meadow coast"  # noqa: S105  # of a test
PASSES = Passes(rolling_days=20, ratings=frozenset({"mood", "desire"}))
WORDS = "Look at <b>June</b> with me."
STORED = """
async () => {
  const open = indexedDB.open("tending-desk");
  const database = await new Promise(done => { open.onsuccess = () => done(open.result); });
  const asked = database.transaction("clients").objectStore("clients").getAll();
  const all = await new Promise(done => { asked.onsuccess = () => done(asked.result); });
  database.close();
  return all;
}
"""
PICTURES = "document.querySelectorAll('#desk-print-charts img').length + ' picture'"
DROPPED = """
([name, content]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([content], name, { type: "text/html" }));
  window.dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
}
"""
DATABASES = "async () => (await indexedDB.databases()).map(one => one.name)"


@dataclass(frozen=True, slots=True)
class Desk:
    """A server with a journal that shares links, and a folder for files of somebody else."""

    server: JournalServer
    folder: Path

    @property
    def journal(self) -> OwnerJournal:
        """The journal that shares, opened beside the server."""
        return journal_in(self.folder)

    def link(self, recipient: str, passphrase: str = "") -> tuple[Grant, str]:
        """Make a link; returns its address, too."""
        terms = LinkTerms(WORDS, may_reply=True, has_passphrase=bool(passphrase))
        grant, secret = self.journal.make_link(
            recipient, PASSES, terms, lasting_days=30, passphrase=passphrase
        )
        ending = ".p" if passphrase else ""
        return grant, f"{self.server.url}/shared#{secret}{ending}"

    def file(self, journal: Journal, name: str, *, days_ago: int = 0, **terms: Any) -> Path:
        """Write the file of one grant as it was made some days ago."""
        today = her_today() - timedelta(days=days_ago)
        desk = DeskTerms("grant-of-a-file", PASSES.span(today), may_reply=True, **terms)
        view = shared_view(journal, ShareWish("Ada", PASSES, WORDS), today)
        path = self.folder / name
        path.write_bytes(sealed_file(view, PASSPHRASE, desk))
        return path


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One server for this file; each test makes links of its own."""
    folder = tmp_path_factory.mktemp("desk")
    with_some_days(journal_in(folder))
    with JournalServer(folder) as server:
        yield Desk(server, folder)


def with_some_days(journal: Journal, until_days_ago: int = 1) -> Journal:
    days = DateRange.last_days(30, her_today() - timedelta(days=until_days_ago))
    kept = {day: {"mood": 3 + day.day % 5, "desire": 2 + day.day % 3} for day in days}
    journal.import_all(ImportBatch("days", kept))
    return journal


def put_on_the_desk(page: Page, name: str, *, link: str = "", file: Path | None = None) -> None:
    page.locator("#desk-name").fill(name)
    if file is None:
        page.get_by_label("A link you were given").fill(link)
    else:
        page.get_by_label("A file you were sent").set_input_files(file)
        page.get_by_label("Its passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Put on the desk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.locator(".chart .cartesianlayer").first).to_be_visible()


def client(page: Page, name: str) -> Locator:
    return page.locator("#desk-clients li.card").filter(has_text=name)


def to(page: Page, pane: str) -> None:
    page.get_by_role("navigation").get_by_role("button", name=pane).click()


def back(page: Page) -> None:
    page.get_by_role("button", name="Back to the desk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your desk")


def assert_usable(page: Page) -> None:
    """Nothing axe objects to, nothing a thumb would miss, nothing wider than the screen."""
    assert_no_violations(page)
    assert small_targets(page) == []
    width = page.viewport_size["width"]  # type: ignore[index]  # it has one
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_said_by_a_link_arrives_and_what_comes_back_is_new(
    desk: Desk, new_page: NewPage
) -> None:
    grant, address = desk.link("Ada Lee")
    page = new_page(1280, 800)
    answered = page.goto(f"{desk.server.url}/desk#{address.partition('#')[2]}")
    assert answered is not None
    policy = answered.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'sha256-" in policy
    expect(page).to_have_url(f"{desk.server.url}/desk")
    expect(page.get_by_label("A link you were given")).to_have_value(address)
    assert_usable(page)

    put_on_the_desk(page, "Ada", link=address)
    expect(page.locator("#desk-view").get_by_text(WORDS)).to_be_visible()
    page.get_by_role("button", name="Comment on Mood").first.click()
    page.get_by_label("A day, if it is about one").fill(her_today().isoformat())
    page.get_by_label("What you want to say").fill("<i>calmer</i>")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Sent.")).to_be_visible()
    expect(page.get_by_text("<i>calmer</i>")).to_be_visible()
    assert_usable(page)
    to(page, "Agreed")
    page.get_by_label("In a few words").fill("A hug each morning")
    page.get_by_label("A kind of moment").select_option("long_hug")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("#desk-agreed")).to_contain_text("In their journal since")
    assert_usable(page)

    comment, agreed = (one for one in desk.journal.replies() if one.grant_id == grant.id)
    assert (comment.kind, comment.words) == (ReplyKind.COMMENT, "<i>calmer</i>")
    assert (comment.date, comment.subject) == (her_today(), "ratings-1")
    assert (agreed.kind, agreed.moment) == (ReplyKind.AGREED, "long_hug")

    back(page)
    expect(client(page, "Ada")).to_contain_text("Nothing new that this desk knows of.")
    desk.journal.answer_reply(comment.id, "Yes & no")
    desk.journal.note_taken(agreed.id)
    desk.journal.save_day(her_today(), {"mood": 9})
    page.get_by_role("button", name="Look for news").click()
    expect(page.get_by_role("status").first).to_have_text("There is something new from Ada.")
    for news in (r"Changed: .*Ratings", "1 new answer to", "1 agreed thing became an intention"):
        expect(client(page, "Ada")).to_contain_text(re.compile(news))
    assert_usable(page)

    page.reload()
    client(page, "Ada").get_by_role("button", name="Open").click()
    expect(page.locator("#desk-news")).to_contain_text("New since you looked on")
    expect(page.locator(".chart .cartesianlayer").first).to_be_visible()
    to(page, "Comments")
    expect(page.get_by_text("Yes & no")).to_be_visible()
    to(page, "Agreed")
    expect(page.get_by_text("Became an intention on")).to_be_visible()
    back(page)
    expect(client(page, "Ada")).to_contain_text("Nothing new that this desk knows of.")


def test_a_reply_to_a_file_is_taken_away_sealed_and_a_newer_file_takes_its_place(
    desk: Desk, new_page: NewPage
) -> None:
    """Also: what is kept, a conversation prepared and printed, and everything removed."""
    hers = with_some_days(memory_journal(lambda: datetime.now(UTC)), until_days_ago=4)
    older = desk.file(hers, "older.html", days_ago=3)
    page = new_page(390, 844, phone=True, dark=True)
    page.goto(f"{desk.server.url}/desk")
    page.get_by_label("A file you were sent").set_input_files(older)
    page.get_by_label("Its passphrase").fill("lantern pier")
    page.get_by_role("button", name="Put on the desk").click()
    expect(page.get_by_text("That passphrase does not open this file.")).to_be_visible()
    put_on_the_desk(page, "Bea", file=older)
    assert_usable(page)
    assert WORDS not in str(page.evaluate(STORED))

    prepare_and_print(page)
    to(page, "Comments")
    page.get_by_label("What you want to say").fill("Thank you – all of it")
    page.get_by_role("button", name="Add to the reply").click()
    to(page, "Agreed")
    page.get_by_label("In a few words").fill("Walk on Sunday")
    page.get_by_role("button", name="Add to the reply").click()
    expect(page.get_by_text("2 things you wrote go into it.")).to_be_visible()
    assert_usable(page)
    page.reload()
    stored = str(page.evaluate(STORED))
    assert PASSPHRASE not in stored
    assert WORDS in stored  # as it was chosen
    client(page, "Bea").get_by_role("button", name="Open").click()
    expect(page.get_by_role("textbox", name="Passphrase", exact=True)).to_be_visible()
    to(page, "Agreed")
    content = taken_away(page)
    said = ReplyFile(
        "grant-of-a-file",
        (
            Reply(ReplyKind.COMMENT, "Thank you – all of it"),
            Reply(ReplyKind.AGREED, "Walk on Sunday"),
        ),
    )
    assert said == read_reply(content, PASSPHRASE)
    assert b"Sunday" not in content

    with_some_days(hers)
    newer = desk.file(hers, "newer.html", replies=[replied(said.replies[0])])
    back(page)
    put_on_the_desk(page, "Bea", file=newer)
    expect(page.locator("#desk-news")).to_contain_text("Changed: ")
    to(page, "Comments")
    expect(page.locator("#desk-comments")).to_contain_text("In their journal since")
    expect(page.get_by_text("1 thing you wrote goes into it.")).to_be_visible()
    back(page)
    expect(client(page, "Bea")).to_have_count(1)
    page.get_by_label("A file you were sent").set_input_files(older)
    page.get_by_label("Its passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Put on the desk").click()
    expect(page.get_by_text("Of Bea there is a newer one on your desk")).to_be_visible()

    remove_everything(page)


def prepare_and_print(page: Page) -> None:
    to(page, "Prepare")
    page.get_by_text("Choose from the view").click()
    page.locator("#desk-choose summary").filter(has_text="A word beforehand").click()
    page.get_by_role("checkbox", name="Look at").check()
    page.locator("#desk-choose summary").filter(has_text="Ratings over time").click()
    page.get_by_role("checkbox", name="The chart: ").check()
    page.get_by_label("A question").fill("What was different?")
    page.keyboard.press("Enter")
    expect(page.locator("#desk-questions")).to_contain_text("What was different?")
    assert_usable(page)
    page.emulate_media(media="print")
    expect(page.locator("#desk-chosen")).to_contain_text(WORDS)
    expect(page.get_by_role("button").first).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate(f"window.print = () => {{ document.title = {PICTURES}; }}")
    page.get_by_role("button", name="Print").click()
    expect(page).to_have_title("1 picture")


def taken_away(page: Page) -> bytes:
    """Save the reply, with another passphrase in vain, then with that of the file."""
    field = page.get_by_label("Passphrase of the file you were sent")
    field.fill("lantern pier")
    page.get_by_role("button", name="Save the reply").click()
    expect(page.get_by_role("status").filter(has_text="does not open")).to_be_visible()
    field.fill(PASSPHRASE)
    with page.expect_download() as arriving:
        page.get_by_role("button", name="Save the reply").click()
    assert arriving.value.suggested_filename.startswith("tending-reply-")
    return arriving.value.path().read_bytes()


def remove_everything(page: Page) -> None:
    page.get_by_role("button", name="Remove everything").click()
    page.get_by_role("button", name="Keep it").click()
    expect(client(page, "Bea")).to_be_visible()
    page.get_by_role("button", name="Remove everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove everything").click()
    expect(page.get_by_text("Nobody yet.")).to_be_visible()
    assert page.evaluate(DATABASES) == []


def replied(reply: Reply) -> Reply:
    """Return a reply as the journal keeps it."""
    return replace(reply, id="1", made_at=datetime.now(UTC))


def test_a_withdrawn_link_is_emptied_and_a_file_cannot_act(desk: Desk, new_page: NewPage) -> None:
    grant, address = desk.link("Cleo", PASSPHRASE)
    page = new_page(1280, 800, dark=True)
    page.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
    page.goto(f"{desk.server.url}/desk")
    expect(page.get_by_text("This browser keeps nothing for this page")).to_be_visible()
    page.get_by_label("A link you were given").fill("http://elsewhere.example/shared#" + "a" * 43)
    page.get_by_role("button", name="Put on the desk").click()
    expect(page.get_by_text("that one leads to elsewhere.example")).to_be_visible()

    page.get_by_label("A link you were given").fill(address)
    page.get_by_role("button", name="Put on the desk").click()
    expect(page.get_by_text("This link asks for its passphrase.")).to_be_visible()
    page.get_by_label("Its passphrase").fill(PASSPHRASE)
    put_on_the_desk(page, "Cleo", link=address)
    to(page, "Prepare")
    page.get_by_label("A question").fill("Of my own")
    page.keyboard.press("Enter")
    expect(page.locator("#desk-questions")).to_contain_text("Of my own")
    desk.journal.withdraw_grant(grant.id)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text("It opens nothing now")).to_be_visible()
    expect(page.locator("#desk-view")).to_be_empty()
    expect(page.locator("#desk-questions")).to_contain_text("Of my own")
    assert WORDS not in page.content()
    assert_usable(page)
    back(page)
    expect(client(page, "Cleo")).to_contain_text("This link opens nothing.")
    client(page, "Cleo").get_by_role("button", name="Remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Nobody yet.")).to_be_visible()

    page.evaluate(DROPPED, ["dropped.html", a_hostile_file()])
    expect(page.get_by_text("Chosen: dropped.html")).to_be_visible()
    page.get_by_role("button", name="Put on the desk").click()
    expect(page.locator("#desk-view")).to_contain_text("Harmless words")
    expect(page.locator("#desk-facts")).to_contain_text("<b>her</b>")
    harm = "iframe, form, a, img, script, style, [style], [onclick], #desk-back"
    assert page.locator("#desk-view").locator(harm).count() == 0
    assert page.evaluate("window.harmed") is None


def a_hostile_file() -> str:
    """Write a file that tries what an HTML file may try."""
    html = (
        '<h1>Seen</h1><section data-code="x" id="part-x" style="position:fixed">'
        '<h2>Part</h2><p onclick="window.harmed = 1" id="desk-back">Harmless words</p>'
        '<img src="http://elsewhere.example/x.png" onerror="window.harmed = 1">'
        '<a href="http://elsewhere.example/">Follow</a><script>window.harmed = 1</script>'
        '<iframe src="http://elsewhere.example/"></iframe><style>* { color: red }</style>'
        '<meta http-equiv="refresh" content="0;url=http://elsewhere.example/">'
        '<form action="http://elsewhere.example/"><input name="p"></form></section>'
    )
    said: dict[str, Any] = {
        "grant": "x",
        "made_on": "2026-06-01",
        "span": None,
        "completeness": "<b>her</b>",
        "parts": [{"code": "x", "title": "<img src=x onerror=alert(1)>", "digest": "1"}],
        "kinds": {},
        "replies": [],
        "ends_at": None,
    }
    desk = {"format": 1, "may_reply": True, **said}
    shared = {"html": html, "figures": [], "desk": desk}
    return page_of(open_document(json.dumps(shared))).decode()


def test_a_long_reply_written_in_the_browser_is_read_whole(desk: Desk, new_page: NewPage) -> None:
    page = new_page(1280, 800)
    page.goto(f"{desk.server.url}/desk")
    written = """
        async ([many, words]) => (await replyFile("g", Array.from({ length: many },
            (_, place) => ({ kind: "comment", words: `${place} ${words}` })), "")).text()
    """
    words = "ä – 🌿 " * 40
    for many in (1, 40, MOST_REPLIES):
        content = page.evaluate(written, [many, words]).encode()
        said = [Reply(ReplyKind.COMMENT, f"{place} {words}".strip()) for place in range(many)]
        assert read_reply(content, None) == ReplyFile("g", tuple(said))
