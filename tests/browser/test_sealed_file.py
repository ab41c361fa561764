"""The sealed file opened from a folder with the network cut: asked, refused, opened, alive."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from journal.domain.grants import PRESETS, GrantPreset
from journal.example.generator import example_with_cycles
from journal.example.load import load_example
from journal.sharing.sealed_file import open_file, page_of, sealed_file
from journal.sharing.shared_view import ShareWish, shared_view
from journal.storage import memory_journal
from tests.docs.test_sharing_sealed_file import TEXT, TOLD, told_document
from tests.sharing.records import NOW, TODAY
from tests.support.axe import assert_no_violations
from tests.support.hands import small_targets

PASSPHRASE = "lantern pier meadow coast"  # noqa: S105  # of a test
WIDTH = "document.documentElement.scrollWidth"
SHOWN = "chart => chart._fullLayout.xaxis.range"
FOCUS = "button => getComputedStyle(button).outlineWidth"
WITHOUT_UNPACKING = "delete window.DecompressionStream"
WITHOUT_CRYPTO = "Object.defineProperty(window.crypto, 'subtle', { value: undefined })"
Cut = tuple[BrowserContext, list[str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a view for a coach, sealed and open; only read here."""
    made = tmp_path_factory.mktemp("shared")
    journal = memory_journal(lambda: NOW)
    load_example(example_with_cycles(TODAY), journal)
    wish = ShareWish("Ada Lee", PRESETS[GrantPreset.COACH], "Look at <June> with me.")
    view = shared_view(journal, wish, TODAY)
    (made / "sealed.html").write_bytes(sealed_file(view, PASSPHRASE))
    (made / "open.html").write_bytes(open_file(view))
    (made / "vector.html").write_bytes(page_of(told_document()))
    return made


@pytest.fixture(params=["phone", "desktop"])
def cut(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Cut]:
    """A browser with the network cut, and what was asked for or went wrong in it."""
    wrong: list[str] = []
    phone = request.param == "phone"

    def refuse(route: Route) -> None:
        wrong.append(route.request.url)
        route.abort()

    with browser.new_context(
        viewport={"width": 390, "height": 844} if phone else {"width": 1280, "height": 800},
        is_mobile=phone,
        has_touch=phone,
        color_scheme="dark" if phone else "light",
        offline=True,
    ) as context:
        context.route(lambda url: not url.startswith("file:"), refuse)
        context.on("weberror", lambda problem: wrong.append(str(problem.error)))
        context.on(
            "console", lambda said: wrong.append(said.text) if said.type == "error" else None
        )
        yield context, wrong


def opened(page: Page, passphrase: str) -> None:
    page.get_by_label("Passphrase").fill(passphrase)
    page.get_by_role("button", name="Open", exact=True).click()


def test_a_sealed_file_opens_offline_with_its_passphrase_alone(folder: Path, cut: Cut) -> None:
    context, wrong = cut
    page = context.new_page()
    page.goto((folder / "sealed.html").as_uri())
    expect(page.get_by_label("Passphrase")).to_be_focused()
    assert page.title() == "Tending"
    assert_no_violations(page)
    assert small_targets(page) == []

    opened(page, "lantern pier meadow")
    expect(page.get_by_role("status")).to_contain_text("does not open this file")
    expect(page.locator("#view")).to_be_empty()
    assert "Ada Lee" not in page.content()

    opened(page, f" {PASSPHRASE} ")
    expect(page.get_by_role("heading", level=1)).to_have_text("Shared from a private journal")
    expect(page.get_by_text("Look at <June> with me.")).to_be_visible()
    expect(page.get_by_text("Ada Lee", exact=True)).to_be_visible()
    charts = page.locator(".chart")
    expect(page.locator(".chart .cartesianlayer")).to_have_count(charts.count())
    assert charts.count() > 5
    assert page.evaluate(WIDTH) <= page.viewport_size["width"]  # type: ignore[index]  # it has one
    assert_no_violations(page)
    assert small_targets(page) == []
    assert_alive(page)
    page.get_by_text("Take this chart away").first.click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Numbers (CSV)").first.click()
    assert coming.value.path().read_bytes().startswith(b"\xef\xbb\xbf")

    page.get_by_role("button", name="Close it again").click()
    expect(page.get_by_label("Passphrase")).to_be_visible()
    assert "Ada Lee" not in page.content()
    assert wrong == []


def assert_alive(page: Page) -> None:
    """Point at a chart and see its words; look closer without a pointer and see fewer days."""
    chart = page.locator(".chart").nth(1)
    chart.scroll_into_view_if_needed()
    place = chart.locator(".nsewdrag").first.bounding_box()
    assert place is not None
    page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(chart.locator(".hoverlayer .hovertext, .hoverlayer .legend").first).to_be_visible()
    before = page.evaluate(SHOWN, chart.element_handle())
    # A thumb has buttons below the chart; a mouse, and whoever has only keys, plotly's above it.
    tools = chart.locator("[data-title='Zoom in']")
    closer = tools if tools.count() else chart.locator("..").get_by_role("button", name="Closer")
    closer.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(
        f"([chart, before]) => `${{({SHOWN})(chart)}}` !== `${{before}}`",
        arg=[chart.element_handle(), before],
    )
    assert closer.evaluate(FOCUS) == "3px"


def test_the_vector_of_the_format_opens_in_a_browser(folder: Path, cut: Cut) -> None:
    context, wrong = cut
    page = context.new_page()
    page.goto((folder / "vector.html").as_uri())
    opened(page, TOLD["passphrase"])
    expect(page.get_by_role("heading", level=1)).to_have_text("A word, sealed")
    expect(page.locator("#view")).to_contain_text("Café")
    assert "A word, sealed" in json.loads(TEXT)["html"]
    assert wrong == []


def test_no_file_keeps_a_browser_busy_for_hours(folder: Path, browser: Browser) -> None:
    hostile = told_document() | {"iterations": 4_000_000_000}
    (folder / "hostile.html").write_bytes(page_of(hostile))
    page = browser.new_page()
    page.goto((folder / "hostile.html").as_uri())
    opened(page, TOLD["passphrase"])
    expect(page.get_by_role("status")).to_contain_text("does not open this file")
    opens = "([one, word]) => unsealed(one, word).then(() => true, () => false)"
    for rounds in (6_000_001, 0, -1, 600_000.5, "600000", None):
        asking: dict[str, object] = told_document() | {"iterations": rounds}
        assert page.evaluate(opens, [asking, TOLD["passphrase"]]) is False
    assert page.evaluate(opens, [told_document(), TOLD["passphrase"]]) is True
    page.close()


def test_a_browser_that_cannot_unpack_is_helped(folder: Path, cut: Cut) -> None:
    context, wrong = cut
    page = context.new_page()
    page.add_init_script(WITHOUT_UNPACKING)
    page.goto((folder / "open.html").as_uri())
    expect(page.get_by_text("Look at <June> with me.")).to_be_visible()
    expect(page.locator(".chart .cartesianlayer").first).to_be_visible()
    assert page.evaluate("typeof DecompressionStream") == "undefined"
    assert wrong == []


def test_a_browser_that_cannot_open_seals_says_so(folder: Path, cut: Cut) -> None:
    context, wrong = cut
    page = context.new_page()
    page.add_init_script(WITHOUT_CRYPTO)
    page.goto((folder / "sealed.html").as_uri())
    expect(page.get_by_text("This browser does not open sealed files")).to_be_visible()
    expect(page.get_by_label("Passphrase")).to_be_hidden()
    assert wrong == []
