"""Finding a browser, or getting one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.support.debian import apt_install

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
MAC_PROGRAMS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_PROGRAMS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
LINUX_PROGRAMS = (
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge",
    "/usr/lib/chromium/chromium",
    "/snap/bin/chromium",
)
# Nothing may leave for another host, not even the browser's own chatter.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
# Pages that live for seconds never earn back the time it takes to compile their busiest functions
# a second and a third time: it was 7 to 14 % of the processor's. Not where time is measured.
FLAGS_FOR_SHORT_VISITS = ("--js-flags=--no-opt --no-maglev",)


class NoBrowser(Exception):
    """No browser was found, and none could be got."""

    def __init__(self) -> None:
        super().__init__(
            "The browser tests need a browser: install Google Chrome, Chromium or Microsoft Edge, "
            "or set TENDING_BROWSER to the path of one."
        )


class BrowserNotThere(Exception):
    """TENDING_BROWSER names something that cannot be run."""

    def __init__(self, path: str) -> None:
        super().__init__(f"TENDING_BROWSER is set to {path}, and no program is there.")


def find_browser() -> Path:
    """Find an installed Chrome, Chromium or Edge.

    Raises:
        NoBrowser: When there is none.
        BrowserNotThere: When TENDING_BROWSER leads nowhere.
    """
    chosen = os.environ.get("TENDING_BROWSER")
    if chosen:
        found = shutil.which(chosen)
        if found is None:
            raise BrowserNotThere(chosen)
        return Path(found)
    for place in _places():
        if place.is_file() and os.access(place, os.X_OK) and _answers(place):
            return place
    raise NoBrowser


def find_or_get_browser() -> Path:
    """Find a browser, or else have Playwright or the system bring one."""
    try:
        return find_browser()
    except NoBrowser:
        print("No browser here; getting Chromium for the browser tests …", flush=True)
    if not _playwright_install():
        apt_install("chromium")
    return find_browser()


def launch_flags() -> list[str]:
    """List the flags a browser is started with; as root, Chromium refuses its own sandbox."""
    as_root = sys.platform != "win32" and os.geteuid() == 0
    return [*FLAGS, *(["--no-sandbox"] if as_root else [])]


def _places() -> Iterator[Path]:
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)
    if sys.platform == "darwin":
        folders: Sequence[Path] = (Path("/Applications"), Path.home() / "Applications")
        yield from (folder / program for folder in folders for program in MAC_PROGRAMS)
    elif sys.platform == "win32":
        folders = [Path(os.environ[name]) for name in WINDOWS_FOLDERS if name in os.environ]
        yield from (folder / program for folder in folders for program in WINDOWS_PROGRAMS)
    else:
        yield from map(Path, LINUX_PROGRAMS)
    with sync_playwright() as playwright:
        yield Path(playwright.chromium.executable_path)


def _answers(browser: Path) -> bool:
    """Tell a browser from a stub that only says which package would bring it (Ubuntu has one)."""
    if sys.platform != "linux":
        return True  # on Windows, asking for the version opens a window
    asked = [str(browser), "--version"]
    return (
        subprocess.run(asked, check=False, stdin=subprocess.DEVNULL, capture_output=True).returncode
        == 0
    )


def _playwright_install() -> bool:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode != 0:
        return False
    # The download alone lacks the system's libraries on a bare Linux machine.
    return _starts(find_browser())


def _starts(browser: Path) -> bool:
    command = [str(browser), *launch_flags(), "--headless", "--dump-dom", "about:blank"]
    try:
        done = subprocess.run(
            command, check=False, stdin=subprocess.DEVNULL, capture_output=True, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
