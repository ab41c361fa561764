"""From a tap to "saved": a rating on Today, against a bare button."""

from collections.abc import Callable, Mapping
from typing import Final

from playwright.sync_api import Browser

from bench.browsing import Tab
from bench.figures import Timing
from bench.rounds import in_turn
from bench.table import Row

GOAL: Final = 2.0
WARM_UP: Final = 5
# The row itself is there earlier, empty, until the browser has loaded what draws its steps.
STEPS: Final = ".st-key-rating_mood :is(button, [role=radio])"
STATUS: Final = "[class*='st-key-saved_'] [role=status]"
UNDO: Final = "[class*='st-key-saved_'] button"
SAVED, UNDONE = "^Saved ", "^Undone"


class BarePresses:
    """Presses the one button of a bare page."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._tab = Tab.new(browser, address, ".st-key-press button")
        self._tab.visit()
        self._presses = 0

    def press(self) -> float:
        """Press once."""
        self._presses += 1
        button = self._tab.page.locator(".st-key-press button")
        words = f"^Pressed {self._presses} times$"
        return self._tab.press(button, answer=".st-key-answer [data-testid=stText]", pattern=words)


class RatingTaps:
    """Taps ratings of mood on Today."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._tab = Tab.new(browser, address, STEPS)
        self._tab.visit()
        self._taps = 0

    def tap(self) -> float:
        """Tap a rating that is not chosen; then undo it, so that the next "saved" is new words."""
        page = self._tab.page
        self._taps += 1
        steps = page.locator(STEPS).and_(
            page.locator(":not([aria-checked=true]):not([kind$=Active])")
        )
        step = steps.nth(self._taps % steps.count())
        taken = self._tab.press(step, answer=STATUS, pattern=SAVED)
        self._tab.press(page.locator(UNDO), answer=STATUS, pattern=UNDONE)
        return taken


def measure_presses(
    browser: Browser, floor: str, apps: Mapping[int, str], repeats: int
) -> list[Row]:
    """Press the bare button and a rating at every size of record in turn."""
    bare = BarePresses(browser, floor)
    measures: dict[int | None, Callable[[], float]] = {None: bare.press}
    measures |= {years: RatingTaps(browser, address).tap for years, address in apps.items()}
    taken = in_turn(measures, repeats=repeats, warm_up=WARM_UP)
    by_years = {years: Timing.of(taken[years]) for years in apps}
    return [Row("from tap to “saved”", "bare button", Timing.of(taken[None]), by_years, GOAL)]
