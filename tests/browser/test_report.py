"""The report in a browser: chosen by a thumb, seen, made, taken along, and opened by others."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from journal.domain.contexts import Context, ContextKind
from tests.support.axe import assert_no_violations
from tests.support.day_form import STILL, her_today, journal_in, welcomed
from tests.support.hands import assert_nothing_wider, small_targets
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import plotted, settled

DAYS_OF_RECORD = 70
CYCLE_DAYS = 28
LONG_WORD = "Donaudampfschifffahrt" * 5
NOTE = "Rain, <b>soup</b> & #let x = [1]."
PAPER_PIXELS = 670  # an A4 sheet between its margins
# Every picture of the page was read as one, and is as large as it says.
PICTURES = "all => all.map(e => [e.complete, e.naturalWidth, e.alt.length > 0])"


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file, over ten weeks of two ratings, three periods and a note."""
    folder: Path = welcomed(tmp_path_factory.mktemp("report"))
    journal, today = journal_in(folder), her_today()
    for ago in range(DAYS_OF_RECORD):
        day = today - timedelta(days=ago)
        bleeding = {"bleeding": "medium"} if ago % CYCLE_DAYS > CYCLE_DAYS - 5 else {}
        journal.save_day(day, {"mood": 4 + ago % 4, "connection": 5 + ago % 3, **bleeding})
    journal.save_day(today - timedelta(days=1), {"note": NOTE})
    month = today - timedelta(days=30)
    journal.save_context(Context(ContextKind.EVENT, month, month + timedelta(days=5), LONG_WORD))
    with JournalServer(folder) as server:
        yield server


def opened(page: Page, server: JournalServer) -> Page:
    page.goto(f"{server.url}/take-along")
    page.get_by_text("Report", exact=True).click()
    expect(page.get_by_role("button", name="Make the report")).to_be_visible()
    settled(page)
    plotted(page)
    page.evaluate(STILL)
    return page


def downloaded(page: Page, name: str) -> tuple[str, bytes]:
    with page.expect_download() as got:
        page.get_by_role("button", name=name).click()
    return got.value.suggested_filename, Path(got.value.path()).read_bytes()


def squeezed(reader: PdfReader) -> str:
    return "".join("".join(page.extract_text() for page in reader.pages).split())


def test_a_thumb_chooses_sees_makes_and_takes_a_report_that_others_can_open(
    one_server: JournalServer, new_page: NewPage, browser: Browser, tmp_path: Path
) -> None:
    page = opened(new_page(390, 844, phone=True), one_server)
    page.get_by_text("A clinician", exact=True).click()
    page.get_by_text("Include notes").click()
    page.get_by_text("Rain, <b>soup</b>").first.click()
    seen = page.locator(".st-key-report_preview")
    expect(seen.get_by_role("heading", name="Notes")).to_be_visible()
    expect(seen).to_contain_text(NOTE)
    expect(seen.get_by_role("heading", name="Bids")).to_have_count(0)
    settled(page)
    assert_nothing_wider(page, 390)
    assert small_targets(page) == []
    assert_no_violations(page)
    page.get_by_role("button", name="Make the report").click()
    pdf_name, pdf = downloaded(page, "The report as PDF")
    html_name, written = downloaded(page, "As a page for any browser")
    assert pdf_name.removesuffix(".pdf") == html_name.removesuffix(".html")
    _is_whole(PdfReader(BytesIO(pdf)))
    _opens_alone(written, browser, tmp_path)


def _is_whole(reader: PdfReader) -> None:
    """The drawn pictures are in the PDF, as lines and letters, and her note as she typed it."""
    text = squeezed(reader)
    assert "".join(NOTE.split()) in text
    assert "Ratings,0to10" not in text
    assert "Rating,0to10" in text  # stands in the drawing and nowhere else
    assert [image.name for page in reader.pages for image in page.images] == []
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def _opens_alone(written: bytes, browser: Browser, tmp_path: Path) -> None:
    """The page shows its pictures without a network, on a phone and on paper."""
    file = tmp_path / "report.html"
    file.write_bytes(written)
    context = browser.new_context(offline=True, viewport={"width": 390, "height": 844})
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    shown = page.locator("figure img")
    expect(shown).not_to_have_count(0)
    assert all(
        complete and width and told for complete, width, told in shown.evaluate_all(PICTURES)
    )
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert page.locator("main").inner_text().count(NOTE) == 1
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert_no_violations(page)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER_PIXELS, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == PAPER_PIXELS
    assert len(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages) > 1
    context.close()
