"""A chart taken away from its menu: every file is opened and looked into."""

import io
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.axe import assert_no_violations
from tests.support.hands import small_targets
from tests.support.pages import NewPage
from tests.support.server import PROJECT, JournalServer

STEM = "tending-over-time-mood-2026-03-01-to-2026-05-30"
TITLE = 'Mood & <a href="https://example.org/">rest</a> over time'
SUBTITLE = "1 March to 30 May 2026 · 2 days recorded"
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
SVG = "{http://www.w3.org/2000/svg}"
BUNDLE = next((PROJECT / "journal" / "static" / "vendor").glob("plotly-cartesian-*.min.js"))

TakeAway = Callable[[str], Path]


@pytest.fixture(scope="module")
def chart_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """A page with one chart."""
    folder = tmp_path_factory.mktemp("chart")
    with JournalServer(folder, script="tests/support/chart_page.py") as server:
        yield server


@pytest.fixture
def card(chart_server: JournalServer, new_page: NewPage) -> Page:
    """The page, its chart drawn and its menu open."""
    page = new_page(390, 844, phone=True)
    page.goto(chart_server.url)
    page.locator(".main-svg").first.wait_for()
    page.get_by_role("button", name="Take away").click()
    page.get_by_role("button", name="Picture (PNG)").wait_for()
    return page


@pytest.fixture
def take_away(card: Page, tmp_path: Path) -> TakeAway:
    """Presses a button of the menu and returns the file that arrives."""

    def press(name: str) -> Path:
        with card.expect_download() as arriving:
            card.get_by_role("button", name=name).click()
        file = tmp_path / arriving.value.suggested_filename
        arriving.value.save_as(file)
        return file

    return press


def chosen(card: Page, name: str, answer: str) -> None:
    """Choose colours or a size, and wait until the menu says so."""
    card.get_by_role("radio", name=name).click()
    card.get_by_text(answer).wait_for()


def png_size(file: Path) -> tuple[int, int]:
    """Read width and height from a PNG."""
    body = file.read_bytes()
    assert body.startswith(PNG_SIGNATURE)
    width, height = struct.unpack(">II", body[16:24])
    return width, height


def test_a_picture_for_a_slide_is_a_png_of_its_size(take_away: TakeAway) -> None:
    file = take_away("Picture (PNG)")
    assert f"{STEM}.png" == file.name
    assert png_size(file) == (1600, 900)


def test_a_picture_for_a_page_is_larger(card: Page, take_away: TakeAway) -> None:
    chosen(card, "For a page", "1800 × 1200 pixels, light")
    assert png_size(take_away("Picture (PNG)")) == (1800, 1200)


def test_a_drawing_carries_title_dates_n_and_name_as_text(take_away: TakeAway) -> None:
    file = take_away("Picture for enlarging (SVG)")
    assert f"{STEM}.svg" == file.name
    drawing = ET.parse(file)  # noqa: S314 - the journal's own drawing
    texts = {"".join(text.itertext()) for text in drawing.iter(f"{SVG}text")}
    assert {SUBTITLE, "Tending"} <= texts
    assert TITLE.replace(" ", "") in "".join(
        "".join(text.itertext()) for text in drawing.iter(f"{SVG}text")
    ).replace(" ", "")


def test_a_drawing_leads_nowhere_and_runs_nothing(take_away: TakeAway) -> None:
    drawing = ET.parse(take_away("Picture for enlarging (SVG)"))  # noqa: S314 - the journal's own drawing
    found = list(drawing.iter())
    attributes = [(name, value) for node in found for name, value in node.attrib.items()]
    assert not [node for node in found if node.tag.endswith(("}script", "}foreignObject"))]
    assert not [name for name, _ in attributes if name.startswith("on")]
    assert not [
        value
        for name, value in attributes
        if name.endswith("href") and not value.startswith(("#", "data:image/"))
    ]


def test_a_dark_drawing_is_dark(card: Page, take_away: TakeAway) -> None:
    chosen(card, "Dark", "1600 × 900 pixels, dark")
    drawing = ET.parse(take_away("Picture for enlarging (SVG)"))  # noqa: S314 - the journal's own drawing
    ground = drawing.find(f"{SVG}rect")
    assert ground is not None
    assert ground.get("fill") == "#191c1a"


def test_the_numbers_arrive_as_they_are(take_away: TakeAway) -> None:
    file = take_away("The numbers (CSV)")
    assert f"{STEM}.csv" == file.name
    read = pd.read_csv(io.BytesIO(file.read_bytes()))
    assert read["Day"].tolist() == ["2026-03-01", "2026-03-02", "2026-05-30"]
    assert read["Mood"].fillna(-1).tolist() == [3, -1, 7]


def test_the_live_chart_opens_with_the_network_cut(take_away: TakeAway, browser: Browser) -> None:
    file = take_away("Live chart")
    assert f"{STEM}.html" == file.name
    asked: list[str] = []
    errors: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    with browser.new_context(viewport={"width": 390, "height": 844}, offline=True) as context:
        page = context.new_page()
        page.route(lambda url: not url.startswith("file:"), refuse)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.goto(file.as_uri())
        page.locator(".main-svg").first.wait_for()
        assert page.locator("h1").inner_text() == TITLE
        assert page.get_by_text(SUBTITLE).is_visible()
        assert page.get_by_text("Mood was 3 and 7 <script>.").is_visible()
        assert not page.get_by_role("link").count()
        assert "Share" not in (page.locator(".modebar").inner_html())
        expect(page.locator(".modebar")).to_be_hidden()
        page.get_by_role("button", name="Closer").click()
        expect(page.get_by_role("status")).to_have_text("24 March 2026 to 7 May 2026")
        assert small_targets(page) == []
        page.get_by_text("The numbers").click()
        expect(page.get_by_role("row")).to_have_count(4)
        assert_no_violations(page)
        said = page.get_by_text("Mood was 3 and 7 <script>.")
        said.evaluate("words => { words.textContent = 'x'.repeat(400); }")
        assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert asked == []
    assert errors == []


def test_a_picture_can_be_made_where_the_page_has_no_plotly(
    card: Page, take_away: TakeAway
) -> None:
    card.route("**/assets/vendor/*", lambda route: route.fulfill(path=BUNDLE))
    card.evaluate("delete window.Plotly")
    assert png_size(take_away("Picture (PNG)")) == (1600, 900)
    assert card.evaluate("window.Plotly.version") in BUNDLE.name


def test_a_picture_that_fails_says_so(card: Page) -> None:
    card.evaluate("() => { window.Plotly.toImage = () => Promise.reject(new Error('no')); }")
    card.get_by_role("button", name="Picture (PNG)").click()
    expect(card.get_by_text("The picture could not be drawn here.")).to_be_visible()


def test_the_card_and_its_open_menu_are_accessible(card: Page) -> None:
    assert_no_violations(card)
    card.keyboard.press("Escape")
    card.get_by_text("The numbers", exact=True).click()
    card.get_by_role("table").wait_for()
    assert_no_violations(card)
