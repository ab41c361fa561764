"""A sealed backup made on one machine and restored on another, by a thumb on a phone."""

import gzip
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pyrage
from playwright.sync_api import Page, expect

from tests.exchange.record.journals import filled_journal
from tests.support.axe import assert_no_violations
from tests.support.journals import journal_at
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import settled

PASSPHRASE = "Zwölf graue Möwen am Kai"  # noqa: S105  # of a journal made here


def open_backup(page: Page, server: JournalServer, *, fresh: bool) -> None:
    """Open the section, through the first minute where the journal is new."""
    page.goto(server.url)
    if fresh:
        page.get_by_role("button", name="Open my journal").click()
    expect(page.get_by_role("button", name="Day before")).to_be_visible()
    page.goto(f"{server.url}/take-along")
    page.get_by_role("radio", name="Backup", exact=True).click()
    expect(page.get_by_role("heading", name="Make a backup")).to_be_visible()
    settled(page)


def make_sealed(page: Page, folder: Path) -> Path:
    """Seal a backup and return the file that arrives."""
    for name in ("Passphrase", "Once more"):
        page.get_by_label(name, exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name="Use this passphrase").click()
    settled(page)
    with page.expect_download() as arriving:
        page.get_by_role("button", name="Make a sealed backup").click()
    file = folder / arriving.value.suggested_filename
    arriving.value.save_as(file)
    return file


def test_a_sealed_backup_comes_back_on_another_machine(
    server: JournalServer, new_page: NewPage, tmp_path: Path
) -> None:
    before = journal_at(server.database, lambda: datetime(2026, 5, 14, tzinfo=UTC))
    before.restore(filled_journal().snapshot())
    before.change_settings(lambda kept: replace(kept, welcomed=True))
    page = new_page(390, 844, phone=True)
    open_backup(page, server, fresh=False)
    assert_no_violations(page)
    file = make_sealed(page, tmp_path)
    assert file.name.startswith("tending-backup-")
    assert file.name.endswith(".json.gz.age")
    assert b"tending-record" in gzip.decompress(
        pyrage.passphrase.decrypt(file.read_bytes(), PASSPHRASE)
    )
    with JournalServer(tmp_path / "another") as another:
        page = new_page(390, 844, phone=True)
        open_backup(page, another, fresh=True)
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_label("Its passphrase").fill(PASSPHRASE)
        page.get_by_role("button", name="Open it").click()
        expect(page.get_by_text("with days from 14 May 2026")).to_be_visible()
        settled(page)
        assert_no_violations(page)
        page.get_by_role("button", name="Restore this backup").click()
        expect(page.get_by_text("Restored: your journal is the one")).to_be_visible()
        page.goto(f"{another.url}/?day=2026-05-14")
        expect(page.get_by_role("textbox", name="Note")).to_have_value("a quiet day")
        after = journal_at(another.database, lambda: datetime(2026, 5, 14, tzinfo=UTC))
        assert before.snapshot() == after.snapshot()
