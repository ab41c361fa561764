"""What a thumb and a keyboard meet on a page: targets large enough, and a focus to follow."""

from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.waiting import settled

LEAST_TARGET: Final = 40
# Streamlit's own inputs bring small buttons; what is measured is everything a thumb can hit.
TARGETS: Final = (
    "main :is(button, [role=radio], [role=group]:has(> [role=spinbutton]), a[href], "
    "input:not([type=checkbox]), textarea, summary, label:has(input[type=checkbox]))"
)
MEASURE: Final = """
selector => [...document.querySelectorAll(selector)]
  .filter(e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .map(e => [e.getAttribute("aria-label") || e.textContent || e.className,
             e.getBoundingClientRect().width, e.getBoundingClientRect().height])
"""
MOST_STEPS: Final = 60
SWIPE_STEPS: Final = 10


def small_targets(page: Page) -> list[tuple[str, int, int]]:
    """List what a thumb can hit and may miss: its name, width and height in pixels."""
    return [
        (name[:40], round(width), round(height))
        for name, width, height in page.evaluate(MEASURE, TARGETS)
        if round(min(width, height)) < LEAST_TARGET
    ]


def assert_nothing_wider(page: Page, width: int) -> None:
    """Fail if the page can be moved sideways."""
    assert page.evaluate("document.documentElement.scrollWidth") == width
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("e => e.scrollWidth <= e.clientWidth")


def unfold_all(page: Page) -> None:
    """Open everything that is folded away, all at once: one by one takes a browser seconds."""
    folded = page.locator("details:not([open]) > summary")
    folded.evaluate_all("all => all.forEach(each => each.click())")
    expect(folded).to_have_count(0)
    settled(page)


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the focus stands on what is wanted."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if wanted.evaluate_all("all => all.includes(document.activeElement)"):
            return
    pytest.fail("the focus never came there")


def swipe(page: Page, place: Locator, by: tuple[int, int]) -> None:
    """Drag one finger over the page, from the middle of a place, by so many pixels."""
    box = place.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touches = [
        (x + by[0] * step / SWIPE_STEPS, y + by[1] * step / SWIPE_STEPS)
        for step in range(SWIPE_STEPS + 1)
    ]
    browser = page.context.new_cdp_session(page)
    for kind, points in zip(
        ("touchStart", *["touchMove"] * SWIPE_STEPS, "touchEnd"),
        (*([{"x": x, "y": y}] for x, y in touches), []),
        strict=True,
    ):
        browser.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    browser.detach()
