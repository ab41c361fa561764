"""Nothing leaves this machine, and a failure says one plain sentence."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.support.day_form import chip, open_today, rating, saved, welcomed
from tests.support.pages import NewPage, PageRecord, places_asked
from tests.support.server import JournalServer
from tests.support.waiting import plotted


def test_every_request_of_a_session_goes_to_the_journals_own_address(
    tmp_path: Path, phone_page: Page, page_records: dict[Page, PageRecord]
) -> None:
    with JournalServer(welcomed(tmp_path / "server")) as server:
        open_today(phone_page, server)
        rating(phone_page, "mood", 7).tap()
        chip(phone_page, "Long hug").tap()
        expect(saved(phone_page, "moments")).to_be_visible()
        phone_page.goto(f"{server.url}/more")
        phone_page.get_by_role("button", name="Look around in an example journal").tap()
        expect(phone_page.locator(".st-key-example_banner")).to_be_visible()
        phone_page.get_by_role("button", name="See regular cycles").tap()
        expect(phone_page.locator(".st-key-example_banner")).to_contain_text("regular cycles of")
        for place, charts in (("Charts", 1), ("Cycle", 2)):
            phone_page.locator(".st-key-bottom_bar").get_by_role("link", name=place).tap()
            plotted(phone_page, charts)
        record = page_records[phone_page]
    assert places_asked(record) == {("127.0.0.1", server.port)}
    assert {urlsplit(url).scheme for url in record.requests} >= {"http", "ws"}


def test_a_file_that_is_no_journal_is_said_in_a_sentence_and_left_as_it_is(
    tmp_path: Path, new_page: NewPage
) -> None:
    other = tmp_path / "letters.db"
    other.write_bytes(b"Dear Anna, this is no database. " * 100)
    page = new_page(390, 844, phone=True)
    with JournalServer(tmp_path / "server", env={"TENDING_DATABASE": str(other)}) as server:
        page.goto(server.url)
        expect(page.get_by_role("alert")).to_contain_text(
            "letters.db is not a journal, or it is damaged. Nothing was changed."
        )
        shown = page.locator("body").inner_text()
        assert "Traceback" not in shown
        assert "sqlalchemy" not in shown.lower()
    assert other.read_bytes() == b"Dear Anna, this is no database. " * 100


def test_a_database_that_breaks_while_it_is_used_shows_no_machine_words(
    tmp_path: Path, new_page: NewPage
) -> None:
    folder = welcomed(tmp_path / "server")
    page = new_page(390, 844, phone=True)
    with JournalServer(folder) as server:
        open_today(page, server)
        for name in ("journal.db", "journal.db-wal"):
            (folder / name).write_bytes(b"\x00" * 8192)
        page.reload()
        expect(page.get_by_role("alert")).to_be_visible()
        shown = page.locator("body").inner_text()
    for words in ("Traceback", "sqlite", "sqlalchemy", "select ", ".py"):
        assert words not in shown.lower()
