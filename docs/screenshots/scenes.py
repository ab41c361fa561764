"""What is pictured: which pages, on which screens, and how each is reached and known to be ready.

A scene is reached by links alone: the example journal lasts as long as the open page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Page, expect

from tests.support.waiting import PATIENCE_MS, plotted, settled

WELCOME: Final = "Look around in an example journal"
OTHER_EXAMPLE: Final = "See regular cycles"
# Streamlit keeps a heading clear of a header that is not there, with half a banner above it.
TO_THE_TOP: Final = """
heading => {
  const page = heading.closest("[data-testid=stMain]");
  page.scrollTop += heading.getBoundingClientRect().top - 10;
}
"""


@dataclass(frozen=True, slots=True)
class Scene:
    """One page as it is pictured.

    Attributes:
        name: Part of the picture's file name.
        link: What leads there, in the bar of pages.
        ready: Waits until everything is drawn.
        choice: A choice that is tapped on the page.
        top: The level of the heading that is moved to the top of the screen; else the page's top.
        heading: What its heading then holds; the choice in small letters if None.
    """

    name: str
    link: str
    ready: Callable[[Page], None]
    choice: str | None = None
    top: int | None = None
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """One kind of screen, with what is pictured on it.

    Attributes:
        bar: The container whose links lead from page to page.
        regular: Its pictures show the example with regular cycles.
    """

    name: str
    size: tuple[int, int]
    phone: bool
    bar: str
    scenes: tuple[Scene, ...]
    regular: bool = False


def _today_ready(page: Page) -> None:
    expect(page.locator(".st-key-card_ratings")).to_be_visible(timeout=PATIENCE_MS)
    settled(page)


def _calendar_ready(page: Page) -> None:
    expect(page.get_by_role("button", name=", today")).to_be_visible(timeout=PATIENCE_MS)
    settled(page)


def _chart_ready(page: Page) -> None:
    settled(page)
    plotted(page)


TODAY: Final = Scene("today", "Today", _today_ready)
CALENDAR: Final = Scene("calendar", "Calendar", _calendar_ready, top=1)
CYCLE: Final = Scene("cycle", "Cycle", _chart_ready, top=1)
CYCLES: Final = Scene(
    "cycles", "Cycle", _chart_ready, choice="Cycles", top=2, heading="Lengths of your cycles"
)
OVER_TIME: Final = Scene("over-time", "Over time", _chart_ready, top=1)
BY_CYCLE_DAY: Final = Scene("by-cycle-day", "By cycle day", _chart_ready, choice="Cycle day", top=1)
ACCOUNT: Final = Scene(
    "connection", "Connection", _chart_ready, choice="Account", top=2, heading="Your account"
)
PATTERNS: Final = Scene("patterns", "Patterns", _chart_ready, top=1)
PHASES: Final = Scene(
    "phases", "Patterns", _chart_ready, choice="Phases and stages", top=2, heading="Mood by phase"
)
SCREENS: Final = (
    Screen(
        "phone",
        (390, 844),
        phone=True,
        bar=".st-key-bottom_bar",
        scenes=(TODAY, CYCLE, CALENDAR, ACCOUNT),
        regular=True,
    ),
    Screen(
        "desktop",
        (1280, 800),
        phone=False,
        bar=".st-key-side_nav",
        scenes=(OVER_TIME, BY_CYCLE_DAY, CYCLES, PATTERNS, PHASES),
    ),
)


def open_example(page: Page, screen: Screen, address: str) -> None:
    """Open the journal for the first time and look around in the example."""
    page.goto(address)
    page.get_by_role("button", name=WELCOME).click(timeout=PATIENCE_MS)
    _today_ready(page)
    if screen.regular:
        page.get_by_role("button", name=OTHER_EXAMPLE).click()
        expect(page.get_by_role("button", name=OTHER_EXAMPLE)).to_have_count(0)
        _today_ready(page)


def go_to(page: Page, screen: Screen, scene: Scene) -> None:
    """Follow the link to a scene, wait until it is drawn, and show its top."""
    page.locator(screen.bar).get_by_role("link", name=scene.link, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(scene.link)
    settled(page)
    if scene.choice:
        choice = page.get_by_role("radio", name=scene.choice, exact=True)
        choice.click()
        expect(choice).to_be_checked()
        heading = page.get_by_role("heading", level=2)
        expect(heading.filter(has_text=scene.heading or scene.choice.lower())).to_be_visible()
    scene.ready(page)
    if scene.top:
        heading = page.get_by_role("heading", level=scene.top).first
        heading.evaluate(TO_THE_TOP)
    page.mouse.move(0, 0)  # nothing under the pointer lights up
