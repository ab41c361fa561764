"""Finding the programs of Firefox and of WebKit, or having Debian bring them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.support.debian import apt_install

Found = TypeVar("Found")
FIREFOX_NAMES = ("firefox-esr", "firefox")
FIREFOX_ELSEWHERE = (
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:/Program Files/Mozilla Firefox/firefox.exe",
)
# Its folder is named by the kind of processor, and by the generation of the library.
SMALL_BROWSERS = "usr/lib*/**/webkit2gtk-4.*/MiniBrowser"


class NoFirefox(Exception):
    """No Firefox was found, and none could be got."""

    def __init__(self) -> None:
        super().__init__(
            "The tests in other browsers need Firefox, and it is not here. On Debian install it "
            "with: apt install firefox-esr. Elsewhere it can be had from https://www.firefox.com ."
        )


class NoWebKit(Exception):
    """No WebKit that can be driven was found, and none could be got."""

    def __init__(self, missing: str) -> None:
        super().__init__(
            f"The tests in other browsers need WebKit, the engine of Safari, and {missing} is not "
            "here. On Debian install it with: apt install webkit2gtk-driver xvfb. Other systems "
            "have no WebKit that these tests can drive."
        )


def find_firefox() -> Path:
    """Find an installed Firefox.

    Raises:
        NoFirefox: When there is none.
    """
    named = [Path(found) for name in FIREFOX_NAMES if (found := shutil.which(name))]
    for program in [*named, *map(Path, FIREFOX_ELSEWHERE)]:
        # Ubuntu has a stub of this name that only says which package would bring it.
        if program.is_file() and "Mozilla" in _version(program):
            return program
    raise NoFirefox


class WebKitPrograms:
    """What it takes to drive WebKit: its driver, a small browser around it, and a screen."""

    def __init__(self) -> None:
        """Find them.

        Raises:
            NoWebKit: When one of them is missing.
        """
        if sys.platform != "linux":
            raise NoWebKit("a WebKit that runs on this system")
        self.driver = _needed("WebKitWebDriver")
        self.screen = _needed("Xvfb")
        browsers = sorted(Path("/").glob(SMALL_BROWSERS))
        if not browsers:
            raise NoWebKit("its MiniBrowser")
        self.browser = browsers[-1]


def found_or_got() -> list[Exception]:
    """Find both, or have them installed.

    Returns:
        What is missing, in sentences; empty if nothing is.
    """
    tries: tuple[tuple[Callable[[], object], tuple[str, ...]], ...] = (
        (find_firefox, ("firefox-esr",)),
        (WebKitPrograms, ("webkit2gtk-driver", "xvfb")),
    )
    missing: list[Exception] = []
    for find, packages in tries:
        try:
            _found_or_installed(find, packages)
        except (NoFirefox, NoWebKit) as problem:
            missing.append(problem)
    return missing


def _found_or_installed(find: Callable[[], Found], packages: tuple[str, ...]) -> Found:
    try:
        return find()
    except (NoFirefox, NoWebKit):
        print(f"Getting {' and '.join(packages)} for the tests in other browsers …", flush=True)
    for package in packages:
        apt_install(package)
    return find()


def _needed(name: str) -> Path:
    found = shutil.which(name)
    if found is None:
        raise NoWebKit(name)
    return Path(found)


def _version(program: Path) -> str:
    if not os.access(program, os.X_OK):
        return ""
    asked = [str(program), "--version"]
    done = subprocess.run(asked, check=False, stdin=subprocess.DEVNULL, capture_output=True)
    return done.stdout.decode(errors="replace")


if __name__ == "__main__":
    for problem in found_or_got():
        print(problem, file=sys.stderr, flush=True)
