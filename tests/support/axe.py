"""The accessibility check: axe-core, run inside the page."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parent / "vendor" / "axe.min.js"


def violations(page: Page) -> list[dict[str, Any]]:
    """List what axe objects to on the page as it is now."""
    # Half a megabyte is read once by a page that is looked at several times.
    if not page.evaluate("'axe' in window"):
        # A script tag would be refused by the page's content policy; evaluating is not.
        page.evaluate(_axe())
    found: list[dict[str, Any]] = page.evaluate(
        "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
    )
    return found


def assert_no_violations(page: Page) -> None:
    """Fail with one line for each element that axe objects to."""
    lines = [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {node['html'][:200]}"
        for rule in violations(page)
        for node in rule["nodes"]
    ]
    assert not lines, "\n".join(["axe found:", *lines])


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")
