"""Timing what a person sees, inside the page itself: the browser's clock and its own observer.

Convention: milliseconds; a page given here is already open, or on its way.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Self

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.support.browser import find_or_get_browser, launch_flags
from tests.support.waiting import settled

PHONE: Final = (390, 844)
QUIET_MS: Final = 300
PATIENCE_MS: Final = 60_000
# Watches from the first moment of a page: when something of the script's was first to be seen, when
# the marker was there, and when anything in the page's main part changed last.
WATCH_PAINT: Final = """
(marker => {
  const seen = (window.benchPaint = { output: null, marker: null, last: 0 });
  const look = records => {
    const main = document.querySelector("[data-testid=stMain]");
    if (!main || !records.some(record => main.contains(record.target))) return;
    seen.last = performance.now();
    if (seen.marker === null && main.querySelector(marker)) seen.marker = seen.last;
    if (seen.output !== null) return;
    const drawn = [...main.querySelectorAll("[data-testid=stElementContainer]")];
    if (drawn.some(element => element.offsetHeight > 0 && element.firstElementChild !== null
        && !element.querySelector("[data-testid=stSkeleton]"))) seen.output = performance.now();
  };
  new MutationObserver(look).observe(document, {
    subtree: true, childList: true, characterData: true });
})(%s);
"""
PAINTED: Final = """
quiet => {
  const app = document.querySelector("[data-testid=stApp]");
  const seen = window.benchPaint;
  return app !== null && seen.output !== null
    && app.dataset.testScriptState === "notRunning"
    && seen.marker !== null
    && performance.now() - seen.last > quiet;
}
"""
# From the click itself, as the page receives it, until the wanted words stand there. They must not
# stand there already.
WATCH_PRESS: Final = """
([selector, pattern]) => {
  const wanted = new RegExp(pattern);
  const stands = () => [...document.querySelectorAll(selector)]
    .some(element => wanted.test(element.textContent));
  if (stands()) throw new Error(`${pattern} stands there before the press`);
  window.benchPress = new Promise(resolve => {
    let start = null;
    document.addEventListener("click", () => { start = performance.now(); },
      { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (start === null || !stands()) return;
      observer.disconnect();
      resolve(performance.now() - start);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
"""


@dataclass(frozen=True, slots=True)
class Paint:
    """When a page showed its first output, what it is opened for, and the last of it."""

    output: float
    marker: float
    settled: float


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start a browser for the length of a `with` block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_or_get_browser(), args=launch_flags()
        )
        try:
            yield browser
        finally:
            browser.close()


@dataclass(frozen=True, slots=True)
class Tab:
    """A phone-sized page of its own, which keeps its cache from visit to visit."""

    page: Page
    address: str

    @classmethod
    def new(cls, browser: Browser, address: str, marker: str) -> Self:
        """Open an empty tab with a cache of its own, for a page that is there once `marker` is."""
        width, height = PHONE
        context = browser.new_context(
            viewport={"width": width, "height": height}, timezone_id="UTC"
        )
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(WATCH_PAINT % json.dumps(marker))
        return cls(context.new_page(), address)

    def visit(self) -> Paint:
        """Go to the address, until the marker is there and nothing moves any more."""
        self.page.goto(self.address)
        self.page.wait_for_function(PAINTED, arg=QUIET_MS, polling=25)
        seen = self.page.evaluate("window.benchPaint")
        return Paint(seen["output"], seen["marker"], seen["last"])

    def press(self, target: Locator, *, answer: str, pattern: str) -> float:
        """Press `target` and return the time until an `answer` element matches `pattern`."""
        settled(self.page)
        self.page.evaluate(WATCH_PRESS, [answer, pattern])
        target.click()
        return float(self.page.evaluate("window.benchPress"))

    def close(self) -> None:
        """Close the tab and forget its cache."""
        self.page.context.close()
