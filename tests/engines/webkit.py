"""WebKit, the engine of Safari, in the small browser of its GTK port, on a screen of memory."""

import os
import subprocess
import time
import urllib.error
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.engines.programs import WebKitPrograms
from tests.engines.wires import WebService
from tests.support.ports import free_port
from tests.support.server import DIRECT

SECONDS_TO_START = 30
# Of forty drivers three never began a session (WebKitGTK 2.50); the next did, within a second.
STARTS = 3
SECONDS_TO_BEGIN = 10
# What lies around a page is as small as can be; else the window is never as narrow as a phone.
SMALL = """
headerbar, toolbar, toolitem, entry, button, box, label, image {
  min-width: 0; min-height: 0; margin: 0; padding: 0; border: none;
  font-size: 1px; -gtk-icon-transform: scale(0.1);
}
"""


class WebKit:
    """A running WebKit.

    Args:
        folder: For its home, and what it downloads.
        outside: The port of the proxy for every request that leaves this machine.
        dark: Whether the system it runs on is dark.
    """

    name = "webkit"

    def __init__(self, folder: Path, outside: int, *, dark: bool = False) -> None:
        programs = WebKitPrograms()
        self.downloads = folder / "downloads"
        self.downloads.mkdir(parents=True)
        settings = folder / "settings"
        (settings / "gtk-3.0").mkdir(parents=True)
        (settings / "gtk-3.0" / "gtk.css").write_text(SMALL)
        (settings / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{self.downloads}"\n')
        around = _surroundings(folder, dark=dark)
        for left in reversed(range(STARTS)):
            try:
                self._begin(programs, around, _wanted(programs.browser, outside))
            except TimeoutError:
                if not left:
                    raise
            else:
                return

    def _begin(
        self, programs: WebKitPrograms, around: dict[str, str], wanted: dict[str, object]
    ) -> None:
        port = free_port()
        with ExitStack() as begun:  # what has begun ends, too, if the next does not begin
            screen, display = _screen(programs.screen)
            begun.callback(_end, screen)
            driver = subprocess.Popen(
                [programs.driver, "--host=127.0.0.1", f"--port={port}"],
                env={**os.environ, **around, "DISPLAY": display},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            begun.callback(_end, driver)
            address = f"http://127.0.0.1:{port}"
            _wait_for(address)
            self.wire = WebService(address, wanted, SECONDS_TO_BEGIN)
            begun.callback(self.wire.end)
            self._begun = begun.pop_all()

    def size(self, width: int, height: int, *, phone: bool) -> None:  # noqa: ARG002 - it has no thumb
        """Give the page a size."""
        self.wire.send("SetWindowRect", width=width, height=height + self._around())
        deadline = time.monotonic() + SECONDS_TO_START
        while self._run("return innerWidth") != width:
            assert time.monotonic() < deadline, "the window has another width"
            time.sleep(0.02)

    def _around(self) -> int:
        return int(self._run("return outerHeight - innerHeight"))

    def _run(self, script: str) -> Any:
        return self.wire.send("ExecuteScript", script=script, args=[])

    def said(self) -> list[str]:
        """List nothing: under a driver WebKit writes no log.

        So what breaks in a page before it is loaded is known of Firefox alone; `Page` listens to
        what comes after.
        """
        return []

    def close(self) -> None:
        """End it, and the screen it was drawn on."""
        self._begun.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait(SECONDS_TO_START)


def _wanted(browser: Path, outside: int) -> dict[str, object]:
    proxy = f"127.0.0.1:{outside}"
    return {
        "proxy": {
            "proxyType": "manual",
            "httpProxy": proxy,
            "sslProxy": proxy,
            "noProxy": ["127.0.0.1"],
        },
        "webkitgtk:browserOptions": {"binary": str(browser), "args": ["--automation"]},
    }


def _screen(program: Path) -> tuple[subprocess.Popen[bytes], str]:
    told, telling = os.pipe()
    screen = subprocess.Popen(
        [
            *(program, "-displayfd", str(telling), "-nolisten", "tcp"),
            *("-screen", "0", "1400x1200x24"),
        ],
        pass_fds=[telling],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(telling)
    with os.fdopen(told) as said:
        number = said.readline().strip()
    assert number, "no screen could be had"
    return screen, f":{number}"


def _surroundings(folder: Path, *, dark: bool) -> dict[str, str]:
    return {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "settings"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_DATA_HOME": str(folder / "data"),
        "GTK_THEME": "Adwaita:dark" if dark else "Adwaita",
        "LANG": "C.UTF-8",
        "TZ": "Europe/London",
        # Its sandbox wants rights that a container has not; the pages are our own.
        "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
    }


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            with DIRECT.open(f"{address}/status", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            assert time.monotonic() < deadline, "the driver of WebKit did not start"
            time.sleep(0.05)
