"""The page of the cycle, looked at, tapped and walked through by keyboard."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from tests.support.cycle_record import CYCLE_DAY, EARLY_BLEED_DAYS_AGO, asked_of_twice
from tests.support.day_form import STILL, eventually, her_today, kept_by
from tests.support.hands import assert_nothing_wider, small_targets, tab_to
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import plotted, settled

CHART_PAGES = ("Over time", "By cycle day", "Patterns", "Review")
HEADINGS = {
    "Now": "What may come",
    "Cycles": "Each cycle",
    "Stage": "Menopause stage",
    "Before a period": "Premenstrual pattern",
}
SECTIONS = tuple(HEADINGS)
CHARTS = {"Now": 2, "Cycles": 1, "Stage": 1, "Before a period": 0}
SEEN_AS = {
    "phone by day": (390, 844, False),
    "small phone by night": (320, 640, True),
    "desktop by night": (1280, 800, True),
}
# How far the days of the cycle reach across the picture, in pixels.
RING = """
() => {
  const plot = document.querySelector(".st-key-cycle-wheel .js-plotly-plot");
  const place = plot._fullData.findIndex(trace => trace.name === "Days of the cycle");
  const box = plot.calcdata[place][0].node3.node().getBoundingClientRect();
  return [box.width, box.height];
}
"""
BACKGROUND = "e => getComputedStyle(e).backgroundColor"


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """One server for this file, over regular cycles that leave two questions open."""
    folder = asked_of_twice(tmp_path_factory.mktemp("cycle"), her_today())
    with JournalServer(folder) as server:
        yield server


@pytest.fixture
def phone(one_server: JournalServer, new_page: NewPage) -> Page:
    """The page on a phone, its charts drawn."""
    return opened(new_page(390, 844, phone=True), one_server)


def opened(page: Page, server: JournalServer) -> Page:
    page.goto(f"{server.url}/cycle")
    expect(page.get_by_role("heading", level=1, name="Cycle")).to_be_visible()
    settled(page)
    plotted(page, 2)
    return page


def section(page: Page, name: str) -> Locator:
    return page.locator(".st-key-choice_section").get_by_role("radio", name=name, exact=True)


def show(page: Page, name: str) -> None:
    """Go to a section and wait until it is drawn."""
    section(page, name).click()
    expect(section(page, name)).to_be_checked()
    expect(page.get_by_role("heading", name=HEADINGS[name])).to_be_visible()
    settled(page)
    expect(page.locator(".js-plotly-plot")).to_have_count(CHARTS[name])
    plotted(page, CHARTS[name])


@pytest.mark.parametrize("seen_as", SEEN_AS)
def test_the_wheel_is_round_and_everything_fits_the_screen_and_a_thumb(
    one_server: JournalServer, new_page: NewPage, seen_as: str
) -> None:
    width, height, dark = SEEN_AS[seen_as]
    page = opened(new_page(width, height, phone=width < 400, dark=dark), one_server)
    ring = page.evaluate(RING)
    assert ring[0] == pytest.approx(ring[1], rel=0.01)
    assert 150 < ring[0] < width
    for name in SECTIONS:
        show(page, name)
        assert_nothing_wider(page, width)
        if width < 400:
            assert (name, small_targets(page)) == (name, [])


def test_sections_are_walked_through_by_keyboard(
    one_server: JournalServer, new_page: NewPage
) -> None:
    page = opened(new_page(1280, 800), one_server)
    tab_to(page, section(page, "Now"))
    for name in SECTIONS[1:]:
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Space")
        expect(section(page, name)).to_be_checked()
        settled(page)
    expect(page.get_by_role("heading", name="Premenstrual pattern")).to_be_visible()


def test_it_says_where_she_stands_and_what_is_likely_and_explains_it_by_keyboard(
    phone: Page,
) -> None:
    standing = phone.locator(".st-key-standing")
    expect(standing).to_contain_text(f"Cycle day {CYCLE_DAY}")
    expect(standing).to_contain_text("next period likely between")
    expect(phone.locator(".st-key-card_outlook")).to_contain_text("never for contraception")
    asked = phone.get_by_role("button", name="What the phases mean")
    words = phone.get_by_text("Estimated: these days rest on an ovulation")
    asked.focus()
    phone.keyboard.press("Enter")
    expect(words).to_be_visible()
    assert small_targets(phone) == []
    assert_nothing_wider(phone, 390)
    phone.keyboard.press("Escape")
    expect(words).to_be_hidden()
    assert asked.evaluate("e => e === document.activeElement")


def test_the_place_of_the_charts_marks_the_open_one_and_a_switch_leads_to_the_others(
    one_server: JournalServer, new_page: NewPage
) -> None:
    phone = new_page(390, 844, phone=True)
    phone.goto(f"{one_server.url}/{CHART_PAGES[-1].lower()}")
    bar, switch = (phone.locator(f".st-key-{key}") for key in ("bottom_bar", "chart_pages"))
    expect(phone.get_by_role("heading", level=1, name=CHART_PAGES[-1])).to_be_visible()
    settled(phone)
    for page in CHART_PAGES:
        switch.get_by_role("link", name=page).tap()
        expect(phone.get_by_role("heading", level=1, name=page)).to_be_visible()
        settled(phone)
        plain = bar.get_by_role("link", name="Cycle").evaluate(BACKGROUND)
        assert marked(bar, plain) == ["Charts"]
        assert marked(switch, plain) == [page]


def marked(links: Locator, plain: str) -> list[str]:
    """Name the links that stand out from the plain ones."""
    return [
        link.locator("p").inner_text()
        for link in links.get_by_role("link").all()
        if link.evaluate(BACKGROUND) != plain
    ]


def test_on_a_desktop_all_charts_stand_at_the_side_and_no_switch(
    one_server: JournalServer, new_page: NewPage
) -> None:
    desktop = new_page(1280, 800)
    desktop.goto(f"{one_server.url}/over-time")
    side = desktop.locator(".st-key-side_nav")
    expect(side.get_by_role("link")).to_have_count(9)
    settled(desktop)
    expect(desktop.locator(".st-key-chart_pages")).to_be_hidden()
    expect(desktop.locator(".st-key-bottom_bar")).to_be_hidden()
    side.get_by_role("link", name="Cycle", exact=True).click()
    expect(desktop.get_by_role("heading", level=1, name="Cycle")).to_be_visible()


def test_a_question_is_answered_in_one_tap_and_stays_answered(
    phone: Page, one_server: JournalServer
) -> None:
    # The last of this file: the questions before it are still open.
    card = phone.locator(".st-key-card_question")
    expect(card).to_contain_text("You noted bleeding on")
    expect(card).to_contain_text("1 more question after this one.")
    card.get_by_role("button", name="Bleeding between periods").tap()
    expect(card).to_contain_text("go unrecorded?")
    early = CycleAnswer(
        her_today() - timedelta(days=EARLY_BLEED_DAYS_AGO),
        CycleQuestion.EARLY_BLEED,
        CycleReply.BETWEEN_PERIODS,
    )
    eventually(lambda: kept_by(one_server).cycle_answers() == [early])
    opened(phone, one_server)
    expect(card).to_contain_text("go unrecorded?")
    phone.locator("summary").filter(has_text="What you answered").tap()
    expect(phone.get_by_role("button", name="Ask again")).to_be_visible()
    phone.evaluate(STILL)
    assert small_targets(phone) == []
    phone.get_by_role("button", name="Ask again").tap()
    expect(card).to_contain_text("You noted bleeding on")
    eventually(lambda: kept_by(one_server).cycle_answers() == [])
