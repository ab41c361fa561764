"""Take every picture: the real app on a database of its own, with the example journal open.

The example is the same on every machine; only its dates are those of the day it is looked at.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright

from docs.screenshots.pictures import save_small
from docs.screenshots.scenes import SCREENS, Screen, go_to, open_example
from tests.support.browser import find_browser, launch_flags
from tests.support.pages import open_page
from tests.support.server import JournalServer

FOLDER: Final = Path(__file__).parent


def take(screen: Screen, *, dark: bool, browser: Browser, address: str) -> None:
    """Take the pictures of one screen in one shade."""
    shade = "dark" if dark else "light"
    with _page(browser, screen, dark=dark) as page:
        open_example(page, screen, address)
        for scene in screen.scenes:
            go_to(page, screen, scene)
            file = FOLDER / f"{screen.name}-{scene.name}-{shade}.png"
            size = save_small(page.screenshot(animations="disabled", caret="hide"), file)
            sys.stdout.write(f"{file.name}: {size:,} bytes\n")


@contextmanager
def _page(browser: Browser, screen: Screen, *, dark: bool) -> Iterator[Page]:
    page, record = open_page(browser, *screen.size, phone=screen.phone, dark=dark)
    try:
        yield page
        record.assert_clean()
    finally:
        page.context.close()


def main() -> int:
    """Take all of them and return the exit code."""
    with (
        tempfile.TemporaryDirectory() as folder,
        JournalServer(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_browser(), args=launch_flags())
        for screen in SCREENS:
            for dark in (False, True):
                take(screen, dark=dark, browser=browser, address=server.url)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
