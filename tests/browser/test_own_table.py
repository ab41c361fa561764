"""On a phone: a table nobody knows, told about once; the files for a clinic and for a calendar."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fhir.resources.R4B.bundle import Bundle
from icalendar import Calendar
from playwright.sync_api import Page, expect

from journal.domain.intentions import Intention
from tests.support.axe import assert_no_violations
from tests.support.day_form import choose, her_today, kept_by, welcomed
from tests.support.hands import assert_nothing_wider, small_targets
from tests.support.server import JournalServer
from tests.support.waiting import settled

TABLE = b"Day,Feeling,Remark\n05/03/2026,4,a fine day\n06/03/2026,2,\n"
AGAIN = b"Remark;Day;Feeling\nlater;07/03/2026;5\n"
WORDS = "I take his hand; twice"


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file."""
    with JournalServer(welcomed(tmp_path_factory.mktemp("own-table"))) as server:
        yield server


def bring(page: Page, content: bytes) -> None:
    """Choose a file from the phone."""
    page.locator("input[type=file]").set_input_files(
        {"name": "mine.csv", "mimeType": "text/csv", "buffer": content}
    )
    expect(page.get_by_role("heading", name="A table of my own")).to_be_visible()
    settled(page)


def take(page: Page, button: str, folder: Path) -> bytes:
    """Press a button and return the file that arrives."""
    with page.expect_download() as arriving:
        page.get_by_role("button", name=button).click()
    arriving.value.save_as(file := folder / "taken")
    return file.read_bytes()


def test_a_table_told_about_once_is_known_the_next_time(
    one_server: JournalServer, phone_page: Page
) -> None:
    phone_page.goto(f"{one_server.url}/bring-along")
    bring(phone_page, TABLE)
    choose(phone_page.get_by_label("What it holds").first, "The day")
    phone_page.get_by_text("5 March 2026 (day first)").click()
    choose(phone_page.get_by_label("What it holds").nth(2), "Words for the day")
    expect(phone_page.get_by_text("table file with 1 day, of 5 March 2026")).to_be_visible()
    settled(phone_page)
    assert_no_violations(phone_page)
    assert_nothing_wider(phone_page, 390)
    assert small_targets(phone_page) == []
    phone_page.get_by_role("button", name="Import", exact=True).click()
    expect(phone_page.get_by_text("Brought along:")).to_be_visible()
    phone_page.reload()
    bring(phone_page, AGAIN)
    expect(phone_page.get_by_text("table file with 1 day, of 7 March 2026")).to_be_visible()


def test_what_a_clinic_and_a_calendar_are_given_is_read_by_their_programs(
    one_server: JournalServer, phone_page: Page, tmp_path: Path
) -> None:
    journal, today = kept_by(one_server), her_today()
    journal.save_day(today, {"mood": 7, "temperature_c": 36.6})
    journal.save_intention(Intention(today + timedelta(days=7), WORDS))
    phone_page.goto(f"{one_server.url}/take-along")
    phone_page.get_by_text("For a clinic", exact=True).click()
    expect(phone_page.get_by_text("Ratings: 1")).to_be_visible()
    settled(phone_page)
    assert_no_violations(phone_page)
    assert_nothing_wider(phone_page, 390)
    bundle = Bundle.model_validate_json(take(phone_page, "Take the file for a clinic", tmp_path))
    assert [entry.resource.get_resource_type() for entry in bundle.entry] == [
        *("Patient", "Observation", "Observation"),
    ]
    phone_page.locator(".st-key-chips_take_along").get_by_text("Calendar", exact=True).click()
    phone_page.get_by_text("Each in my words").click()
    expect(phone_page.get_by_text("In the file: 1 entry.")).to_be_visible()
    settled(phone_page)
    assert_no_violations(phone_page)
    assert_nothing_wider(phone_page, 390)
    calendar = Calendar.from_ical(take(phone_page, "Take the calendar file", tmp_path))
    assert [str(event["summary"]) for event in calendar.walk("VEVENT")] == [WORDS]
