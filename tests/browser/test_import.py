"""Another app's record brought along through the page, by a thumb on a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.exchange.importing.app_files import daylio, daylio_backup, drip, zipped
from tests.exchange.importing.apple_files import export, flows, record
from tests.support.axe import assert_no_violations
from tests.support.day_form import welcomed
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


@pytest.fixture(scope="module")
def welcomed_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """The app on a journal that is past its first minute, for tests that leave nothing in it."""
    with JournalServer(welcomed(tmp_path_factory.mktemp("import"))) as server:
        yield server


def opened(page: Page, server: JournalServer) -> None:
    """Open the page."""
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
    welcomed_server: JournalServer, phone_page: Page, content: bytes, name: str, sentence: str
) -> None:
    opened(phone_page, welcomed_server)
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
    welcomed_server: JournalServer, phone_page: Page
) -> None:
    opened(phone_page, welcomed_server)
    choose(phone_page, DRIP + b"\n2026-02-31" + b"," * 50, "x.csv")
    expect(phone_page.get_by_text("Line 8 has too many fields")).to_be_visible()
    mood = "<img src=x onerror=alert(1)> **b**"
    choose(phone_page, daylio({"mood": mood}), "<img src=x>.csv")
    expect(phone_page.get_by_text("This is a Daylio CSV file")).to_be_visible()
    expect(phone_page.get_by_text(mood).first).to_be_visible()
    assert phone_page.locator("img[src=x]").count() == 0


def test_a_file_of_the_wrong_kind_is_told_apart(
    welcomed_server: JournalServer, phone_page: Page
) -> None:
    opened(phone_page, welcomed_server)
    choose(phone_page, b"only words", "x.csv")
    expect(phone_page.get_by_text("none of the exports the journal can read")).to_be_visible()


def large_export(folder: Path) -> Path:
    """Write an export of Apple Health that takes some seconds to be read."""
    head, _, foot = export(flows(["2026-03-05", "2026-03-06"])).partition(b"</HealthData>")
    steps = record("StepCount", "120", unit="count", source="Anna’s Watch").encode() * 10_000
    path = folder / "export.xml"
    with path.open("wb") as file:
        file.write(head)
        for _ in range(150_000_000 // len(steps)):
            file.write(steps)
        file.write(b"</HealthData>" + foot)
    return path


def test_a_large_export_can_be_stopped_at_every_step_and_brought_along(
    welcomed_server: JournalServer, phone_page: Page, tmp_path: Path
) -> None:
    page, large = phone_page, large_export(tmp_path)
    opened(page, welcomed_server)
    network = page.context.new_cdp_session(page)
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1}
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", {**slow, "uploadThroughput": 2_000_000})
    page.locator("input[type=file]").set_input_files(large)
    expect(page.get_by_role("progressbar", name="Sending export.xml")).to_be_visible()
    expect(page.get_by_text("of 150 MB")).to_be_visible()
    assert_no_violations(page)
    cancel = page.get_by_role("button", name="Cancel")
    box = cancel.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    cancel.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Cancelled. Nothing of the file was kept.")).to_be_visible()
    expect(page.get_by_role("button", name="Choose a file")).to_be_focused()
    network.send("Network.emulateNetworkConditions", {**slow, "uploadThroughput": -1})
    page.locator("input[type=file]").set_input_files(large)
    expect(page.get_by_text("Reading export.xml")).to_be_visible()
    page.get_by_role("button", name="Stop reading").click()
    expect(page.get_by_role("button", name="Stop reading")).to_be_hidden()
    expect(page.get_by_role("button", name="Put this file away")).to_be_hidden()
    # What was stopped leaves the page as it was: the next file is read as ever.
    small = zipped(export(flows(["2026-03-05", "2026-03-06"])), "apple_health_export/Export.xml")
    choose(page, small, "export.zip")
    expect(
        page.get_by_text("This is an Apple Health file with 2 days, from 5 March 2026")
    ).to_be_visible()
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_text("Brought along: Apple Health, 2 days")).to_be_visible()
    page.get_by_role("button", name="Undo this import").click()
    expect(page.get_by_text("The import was taken back.")).to_be_visible()


def test_a_connection_that_is_lost_leaves_nothing_half_read(
    welcomed_server: JournalServer, phone_page: Page
) -> None:
    opened(phone_page, welcomed_server)
    phone_page.route("**/chosen-file", lambda route: route.abort())
    choose(phone_page, DRIP, "drip.csv")
    expect(phone_page.get_by_text("The connection to the journal was lost")).to_be_visible()
    phone_page.unroute("**/chosen-file")
    choose(phone_page, DRIP, "drip.csv")
    expect(phone_page.get_by_text("This is a drip CSV file")).to_be_visible()
