"""Another app's record brought along through the page, by a thumb on a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.exchange.importing.app_files import daylio, daylio_backup, drip
from tests.support.axe import assert_no_violations
from tests.support.server import JournalServer
from tests.support.waiting import settled

DRIP = drip(
    *(
        {"date": f"2026-03-{day:02}", "bleeding.value": code, "pain.cramps": "true"}
        for day, code in ((9, "0"), (8, "1"), (7, "2"), (6, "3"), (5, "2"))
    ),
    {"date": "2026-02-20", "desire.value": "2", "note.value": '"slow, and late"'},
)
DAYLIO = daylio(
    {"full_date": "2026-03-06", "time": "9:10 PM", "mood": "in awe", "activities": "a walk"},
    {"full_date": "2026-03-05", "time": "10:04 AM", "mood": "good", "note": "one<br>two"},
    {"full_date": "2026-03-05", "time": "8:00 AM", "mood": "meh"},
)


def opened(page: Page, server: JournalServer) -> None:
    """Go through the first minute without answering, and open the page."""
    page.goto(server.url)
    page.get_by_role("button", name="Open my journal").click()
    expect(page.get_by_role("button", name="Day before")).to_be_visible()
    page.goto(f"{server.url}/bring-along")
    expect(page.get_by_role("heading", name="Bring along")).to_be_visible()
    settled(page)


def choose(page: Page, content: bytes, name: str) -> None:
    """Choose a file from the phone."""
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (DRIP, "drip.csv", "This is a drip CSV file with 6 days, from 20 February 2026"),
        (DAYLIO, "daylio_export.csv", "This is a Daylio CSV file with 2 days, from 5 March 2026"),
        (
            daylio_backup({"tags": [7]}, {"day": 6, "mood": 1}),
            "backup.daylio",
            "This is a Daylio backup file with 2 days, from 5 March 2026",
        ),
    ],
)
def test_a_file_is_seen_brought_along_and_taken_back(
    server: JournalServer, phone_page: Page, content: bytes, name: str, sentence: str
) -> None:
    opened(phone_page, server)
    choose(phone_page, content, name)
    expect(phone_page.get_by_text(sentence)).to_be_visible()
    settled(phone_page)
    assert_no_violations(phone_page)
    phone_page.get_by_role("button", name="Import", exact=True).click()
    expect(phone_page.get_by_text("Brought along:")).to_be_visible()
    expect(phone_page.get_by_text("in your journal already")).to_be_visible()
    settled(phone_page)
    assert_no_violations(phone_page)
    phone_page.get_by_role("button", name="Undo this import").click()
    expect(phone_page.get_by_text("The import was taken back.")).to_be_visible()
    expect(phone_page.get_by_role("button", name="Import", exact=True)).to_be_visible()


def test_a_broken_file_says_its_line_and_hostile_words_stay_words(
    server: JournalServer, phone_page: Page
) -> None:
    opened(phone_page, server)
    choose(phone_page, DRIP + b"\n2026-02-31" + b"," * 50, "x.csv")
    expect(phone_page.get_by_text("Line 8 has too many fields")).to_be_visible()
    mood = "<img src=x onerror=alert(1)> **b**"
    choose(phone_page, daylio({"mood": mood}), "<img src=x>.csv")
    expect(phone_page.get_by_text("This is a Daylio CSV file")).to_be_visible()
    expect(phone_page.get_by_text(mood).first).to_be_visible()
    assert phone_page.locator("img[src=x]").count() == 0


def test_a_file_of_the_wrong_kind_is_told_apart(server: JournalServer, phone_page: Page) -> None:
    opened(phone_page, server)
    choose(phone_page, b"only words", "x.csv")
    expect(phone_page.get_by_text("none of the exports the journal can read")).to_be_visible()
