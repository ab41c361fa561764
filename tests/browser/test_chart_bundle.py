"""Many charts taken along as one zip: made in the browser, every file in it opened elsewhere."""

import io
import struct
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from journal.example.generator import example_with_cycles
from journal.example.load import load_example
from tests.support.axe import assert_no_violations
from tests.support.day_form import her_today, journal_in
from tests.support.hands import assert_nothing_wider, small_targets
from tests.support.pages import NewPage, open_page
from tests.support.server import JournalServer
from tests.support.waiting import settled

CHOSEN = ("Ratings together", "This cycle, round", "The account", "Ratings by stage")
LEFT_OUT = "Ratings by stage: Mood"
MAKE = "Make the files"
MARKS = "all => all.length"
WIDTH = "document.documentElement.scrollWidth"
NO_PICTURES = "() => { window.Plotly.toImage = () => Promise.reject(new Error('no')); }"


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file, over the year of regular cycles; nothing in it is changed."""
    folder = tmp_path_factory.mktemp("bundle")
    load_example(example_with_cycles(her_today()), journal_in(folder))
    with JournalServer(folder) as server:
        yield server


def chosen(page: Page, server: JournalServer, *names: str) -> Page:
    """Open the page and choose these charts and no others."""
    page.goto(f"{server.url}/take-along")
    expect(page.get_by_role("button", name=MAKE)).to_be_visible()
    page.get_by_role("button", name="None", exact=True).click()
    expect(page.get_by_text("Choose at least one chart.")).to_be_visible()
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("button", name=MAKE)).to_be_enabled()
    settled(page)
    return page


def made(page: Page, folder: Path) -> Path:
    """Make the bundle and take it."""
    page.get_by_role("button", name=MAKE).click()
    with page.expect_download() as arriving:
        page.get_by_role("button", name="Take the zip").click()
    file = folder / arriving.value.suggested_filename
    arriving.value.save_as(file)
    return file


@pytest.fixture(scope="module")
def bundle(
    one_server: JournalServer, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The zip of three charts and a kind that cannot be drawn yet; only read here."""
    page, record = open_page(browser, 390, 844, phone=True)
    file = made(chosen(page, one_server, *CHOSEN), tmp_path_factory.mktemp("zip"))
    page.context.close()
    record.assert_clean()
    return file


@pytest.fixture(scope="module")
def folder(bundle: Path) -> Path:
    """The zip unpacked."""
    with ZipFile(bundle) as archive:
        assert archive.testzip() is None
        archive.extractall(bundle.parent)
    return bundle.with_suffix("")


@pytest.fixture
def cut(browser: Browser) -> Iterator[tuple[BrowserContext, list[str]]]:
    """A browser with the network cut, and what was asked for or went wrong in it."""
    wrong: list[str] = []

    def refuse(route: Route) -> None:
        wrong.append(route.request.url)
        route.abort()

    with browser.new_context(viewport={"width": 390, "height": 844}, offline=True) as context:
        context.route(lambda url: not url.startswith("file:"), refuse)
        context.on("weberror", lambda problem: wrong.append(str(problem.error)))
        context.on(
            "console", lambda said: wrong.append(said.text) if said.type == "error" else None
        )
        yield context, wrong


def test_the_folder_holds_each_chart_in_every_format(bundle: Path, folder: Path) -> None:
    assert bundle.name == f"tending-charts-{her_today().isoformat()}.zip"
    for kind, ending in {"pictures": "png", "drawings": "svg", "numbers": "csv"}.items():
        names = [file.name for file in (folder / kind).iterdir()]
        assert len(names) == 3
        assert all(name.endswith(f".{ending}") for name in names)
    assert len(list((folder / "live").glob("*.html"))) == 3


def test_pictures_have_their_size_and_numbers_are_read_by_another_program(folder: Path) -> None:
    for file in (folder / "pictures").iterdir():
        assert struct.unpack(">II", file.read_bytes()[16:24]) == (1600, 900)
    for file in (folder / "numbers").iterdir():
        assert len(pd.read_csv(io.BytesIO(file.read_bytes()))) > 20


def test_what_could_not_be_drawn_is_said_with_its_reason(folder: Path) -> None:
    said = (folder / "left-out.txt").read_text(encoding="utf-8-sig")
    assert f"- {LEFT_OUT}" in said
    assert "- Cycle lengths\n" in said.split("Not chosen:")[1]


def test_every_page_and_drawing_opens_with_the_network_cut(
    folder: Path, cut: tuple[BrowserContext, list[str]]
) -> None:
    context, wrong = cut
    page = context.new_page()
    for file in (folder / "live").glob("*.html"):
        page.goto(file.as_uri())
        expect(page.locator("#chart .trace path").first).to_be_attached()
    for file in (folder / "drawings").iterdir():
        page.goto(file.as_uri())
        assert page.locator("svg svg path").evaluate_all(MARKS) > 3
        expect(page.locator("text").first).to_be_visible()
    assert wrong == []


def test_the_index_shows_every_chart_with_the_network_cut(
    folder: Path, cut: tuple[BrowserContext, list[str]]
) -> None:
    context, wrong = cut
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    pictures = page.get_by_role("img")
    expect(pictures).to_have_count(3)
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("naturalWidth", 1600)
    assert page.evaluate(WIDTH) == 390
    assert_no_violations(page)
    page.get_by_role("link", name="Live chart: Your account").click()
    expect(page.locator("#chart .main-svg").first).to_be_visible()
    assert wrong == []


def test_the_same_record_is_the_same_zip_and_what_cannot_be_drawn_is_said(
    one_server: JournalServer, new_page: NewPage, bundle: Path, tmp_path: Path
) -> None:
    page = chosen(new_page(1280, 800), one_server, *CHOSEN)
    assert made(page, tmp_path).read_bytes() == bundle.read_bytes()
    assert_no_violations(page)
    page.evaluate(NO_PICTURES)
    page.get_by_role("button", name="The account", exact=True).click()
    with ZipFile(made(page, tmp_path)) as archive:
        names = archive.namelist()
        said = archive.read(next(name for name in names if name.endswith(".txt"))).decode()
    assert not [name for name in names if name.endswith((".png", ".svg"))]
    assert len([name for name in names if name.endswith(".csv")]) == 2
    assert (
        "- The picture of Mood, desire and connection over time: this browser could not draw it"
        in said
    )
    page.get_by_text("Left out (5)").click()
    expect(
        page.get_by_text("The picture of Mood, desire and connection over time:")
    ).to_be_visible()


def test_making_can_be_cancelled_and_everything_fits_a_phone(
    one_server: JournalServer, new_page: NewPage
) -> None:
    page = chosen(new_page(320, 640, phone=True), one_server, "Ratings together")
    assert_nothing_wider(page, 320)
    assert small_targets(page) == []
    assert_no_violations(page)
    page.get_by_role("button", name="All charts").click()
    page.get_by_role("button", name=MAKE).click()
    # Before that, all the charts there are have been worked out.
    expect(page.locator(".drawing")).to_contain_text("Drawing 1 of ", timeout=60_000)
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("button", name=MAKE)).to_be_visible()
    expect(page.locator(".drawing")).to_have_count(0)
    expect(page.get_by_role("button", name="Take the zip")).to_have_count(0)
