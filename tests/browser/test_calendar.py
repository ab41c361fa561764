"""The calendar, tapped, walked through by keyboard, and read by a screen reader."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from journal.cycle.basis import Basis
from journal.cycle.phases import Phase
from tests.support.axe import assert_no_violations
from tests.support.pages import PHONE, NewPage, PageRecord, open_page
from tests.support.server import JournalServer
from tests.support.waiting import settled

FOCUSED = """() => {
  let held = document.activeElement;
  while (held?.shadowRoot) held = held.shadowRoot.activeElement;
  return held?.id;
}"""

LIKELY = re.compile(r"June 2026, still to come, a period is likely between \d")
# Each colour is blackened, so that what is left to tell the bands apart is their form.
FORMS = """() => {
  const grid = [...document.querySelectorAll("*")]
    .map(found => found.shadowRoot?.querySelector("table.standing")).find(Boolean)
    ?? document.querySelector("table.standing");
  const phases = ["menstrual", "follicular", "around_ovulation", "luteal", "premenstrual"];
  return phases.flatMap(phase => ["observed", "estimated"].map(basis => {
    const band = document.createElement("i");
    band.className = `band ${phase} ${basis}`;
    for (const name of phases) band.style.setProperty(`--${name}`, "black");
    const foot = grid.querySelector(".foot").cloneNode();
    foot.append(band);
    grid.querySelector("td").append(foot);
    const { backgroundColor, backgroundImage, maskImage } = getComputedStyle(band);
    foot.remove();
    return [backgroundColor, backgroundImage, maskImage].join(" ");
  }));
}"""


@pytest.fixture(scope="module")
def calendar_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """The calendar over a few recorded days; its today is 20 May 2026."""
    folder = tmp_path_factory.mktemp("calendar")
    with JournalServer(folder, script="tests/support/calendar_page.py") as server:
        yield server


@pytest.fixture(params=["light", "dark"])
def in_either_shade(
    request: pytest.FixtureRequest, calendar_server: JournalServer, new_page: NewPage
) -> Page:
    """The month on a phone, by day and by night."""
    return opened(new_page(390, 844, phone=True, dark=request.param == "dark"), calendar_server)


@pytest.fixture(scope="module")
def seen(calendar_server: JournalServer, browser: Browser) -> Iterator[Page]:
    """The month on a phone, for tests that only look at it."""
    page, record = open_page(browser, *PHONE, phone=True)
    yield opened(page, calendar_server)
    page.context.close()
    record.assert_clean()


@pytest.fixture
def month(calendar_server: JournalServer, new_page: NewPage) -> Page:
    """The month on a phone."""
    return opened(new_page(390, 844, phone=True), calendar_server)


def opened(page: Page, server: JournalServer) -> Page:
    page.goto(server.url)
    day(page, "20 May 2026").wait_for()
    settled(page)
    return page


def day(page: Page, text: str) -> Locator:
    return page.get_by_role("button", name=text)


def test_a_day_is_called_what_was_recorded_and_where_it_stands(seen: Page) -> None:
    names = [
        (
            "1 May 2026, nothing recorded, cycle day 15, around ovulation, observed, "
            "likeliest day of ovulation"
        ),
        "14 May 2026, mood 7, medium bleeding, 2 moments, cycle day 1, menstrual days, observed",
        "15 May 2026, mood 0, spotting, cycle day 2, menstrual days, observed",
        "17 May 2026, mood not recorded, bleeding, cycle day 4, menstrual days, observed",
    ]
    for name in names:
        expect(seen.get_by_role("button", name=name, exact=True)).to_be_visible()
    for name in ("19 May 2026, nothing recorded", "20 May 2026, today, nothing recorded"):
        expect(day(seen, name)).to_be_visible()


def test_a_tapped_day_opens_and_can_be_opened_again(month: Page) -> None:
    for name, iso in (("14 May", "05-14"), ("15 May", "05-15"), ("14 May", "05-14")):
        day(month, f"{name} 2026").tap()
        expect(month.get_by_text(f"Opened: 2026-{iso}")).to_be_visible()


def test_a_day_to_come_cannot_be_opened(seen: Page) -> None:
    expect(day(seen, "21 May 2026")).to_be_disabled()


def test_every_day_is_large_enough_for_a_thumb_and_the_month_fits_the_phone(seen: Page) -> None:
    boxes = [found.bounding_box() for found in seen.locator("td button").all()]
    assert len(boxes) == 31
    assert all(box and box["width"] >= 44 and box["height"] >= 44 for box in boxes)
    assert seen.evaluate("document.documentElement.scrollWidth") == 390


def test_arrows_walk_the_days_and_the_months(month: Page) -> None:
    month.locator("#day-2026-05-14").focus()
    walked = []
    for key in ("ArrowRight", "ArrowDown", "ArrowUp", "Home", "End"):
        month.keyboard.press(key)
        walked.append(month.evaluate(FOCUSED))
    # The 22nd is still to come, so the step down leads nowhere.
    assert walked == [f"day-2026-05-{number}" for number in ("15", "15", "08", "04", "10")]
    month.keyboard.press("Home")
    month.keyboard.press("ArrowUp")
    expect(month.get_by_role("heading", name="April 2026")).to_be_visible()
    month.wait_for_function(f"({FOCUSED})() === 'day-2026-04-27'")
    month.keyboard.press("PageDown")
    expect(month.get_by_role("heading", name="May 2026")).to_be_visible()


def test_a_day_is_opened_by_keyboard(month: Page) -> None:
    month.locator("#day-2026-05-14").focus()
    month.keyboard.press("Enter")
    expect(month.get_by_text("Opened: 2026-05-14")).to_be_visible()


def test_months_are_turned_and_today_leads_back(month: Page) -> None:
    month.get_by_role("button", name="April 2026").tap()
    expect(day(month, "30 April 2026, mood 5")).to_be_visible()
    month.get_by_role("button", name="Today", exact=True).tap()
    expect(day(month, "20 May 2026, today")).to_be_visible()


def test_the_month_of_a_likely_period_can_be_looked_at_and_no_later_one(month: Page) -> None:
    month.get_by_role("button", name="June 2026", exact=True).tap()
    expect(month.get_by_role("heading", name="June 2026")).to_be_visible()
    likely = month.get_by_role("button", name=LIKELY)
    expect(likely.first).to_be_disabled()
    assert month.locator(".standing .likely").count() == likely.count()
    expect(month.get_by_role("button", name="July 2026")).to_be_disabled()
    month.get_by_role("button", name="Today", exact=True).tap()
    expect(day(month, "20 May 2026, today")).to_be_visible()


def test_keys_lead_no_further_than_today(month: Page) -> None:
    month.locator("#day-2026-05-14").focus()
    month.keyboard.press("PageDown")
    month.keyboard.press("ArrowRight")
    assert month.evaluate(FOCUSED) == "day-2026-05-15"
    expect(month.get_by_role("heading", name="May 2026")).to_be_visible()


def test_days_can_be_coloured_by_another_rating(month: Page) -> None:
    month.get_by_role("radio", name="Desire").tap()
    expect(day(month, "17 May 2026, desire 4, bleeding")).to_be_visible()


def test_a_month_of_the_year_opens(month: Page) -> None:
    month.get_by_role("radio", name="Year").tap()
    expect(month.get_by_role("button", name="May 2026: mood on 4 days")).to_be_visible()
    expect(month.get_by_role("button", name="June 2026")).to_be_disabled()
    month.get_by_role("button", name="April 2026: mood on 1 day").tap()
    expect(day(month, "30 April 2026, mood 5")).to_be_visible()


def test_bleeding_and_gaps_can_be_told_without_colour(seen: Page) -> None:
    strokes = {
        number: seen.locator(f"#day-2026-05-{number} .bleeding i").count()
        for number in (14, 15, 16, 17, 18)
    }
    forms = {
        number: seen.locator(f"#day-2026-05-{number} .bleeding").get_attribute("class")
        for number in (14, 15, 17)
    }
    edges = [
        seen.locator(f"#day-2026-05-{number}").evaluate("e => getComputedStyle(e).borderStyle")
        for number in (17, 19)
    ]
    assert strokes == {14: 2, 15: 1, 16: 4, 17: 1, 18: 0}
    assert len(set(forms.values())) == 3
    assert edges == ["solid", "dashed"]


def test_every_phase_has_a_form_of_its_own(seen: Page) -> None:
    """Colours left aside, no two bands are drawn alike."""
    forms = seen.evaluate(FORMS)
    assert len(forms) == len(set(forms)) == len(Phase) * len(Basis)


def test_what_stands_under_the_days_is_explained_below(month: Page) -> None:
    explained = month.get_by_role("list", name="Where the days stand in a cycle")
    for words in ("Cycle day", "Menstrual days, observed", "Likeliest day of ovulation, observed"):
        expect(explained.get_by_role("listitem").filter(has_text=re.compile(words))).to_be_visible()
    month.get_by_role("radio", name="Year").tap()
    month.get_by_role("button", name="May 2026: mood").wait_for()
    expect(explained).to_be_hidden()


def test_month_and_year_are_accessible(in_either_shade: Page) -> None:
    assert_no_violations(in_either_shade)
    in_either_shade.get_by_role("button", name="June 2026", exact=True).tap()
    in_either_shade.get_by_role("heading", name="June 2026").wait_for()
    assert_no_violations(in_either_shade)
    in_either_shade.get_by_role("radio", name="Year").tap()
    in_either_shade.get_by_role("button", name="May 2026: mood").wait_for()
    assert_no_violations(in_either_shade)


def test_the_calendar_loads_no_chart_library(
    month: Page, page_records: dict[Page, PageRecord]
) -> None:
    month.get_by_role("radio", name="Year").tap()
    month.get_by_role("button", name="May 2026: mood").wait_for()
    assert not [url for url in page_records[month].requests if "plotly" in url.lower()]
