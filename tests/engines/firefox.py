"""Firefox without a window, in a profile of its own that asks nobody for anything."""

import os
import re
import subprocess
import time
from pathlib import Path

from tests.engines.programs import find_firefox
from tests.engines.wires import Marionette

SECONDS_TO_START = 60
# What a page says when a script of it breaks; what Firefox says of itself has other addresses.
BROKEN = re.compile(r"^JavaScript error: (?:http|file|blob|data).*", re.MULTILINE)
ON_THE_CONSOLE = re.compile(r'^console\.error: "?(?!RSLoader).*', re.MULTILINE)
# Without this, a released Firefox asks its makers for settings, wherever else it is told to ask.
ALONE = {"MOZ_REMOTE_SETTINGS_DEVTOOLS": "1"}
# A phone's page is narrower than Firefox's window can be, so the page in it is given a size.
AS_LARGE_AS = """
const [width, height, phone] = arguments;
const page = Services.wm.getMostRecentWindow("navigator:browser").gBrowser.selectedBrowser;
for (const [name, size] of [["width", width], ["height", height]])
  for (const limit of ["", "min-", "max-"]) page.style.setProperty(limit + name, `${size}px`);
page.browsingContext.inRDMPane = phone; // reads <meta name=viewport>, has a coarse pointer
page.browsingContext.touchEventsOverride = phone ? "enabled" : "none";
"""


class Firefox:
    """A running Firefox.

    Args:
        folder: For its profile, its log and what it downloads.
        outside: The port of the proxy for every request that leaves this machine.
        dark: Whether the system it runs on is dark.
    """

    name = "firefox"

    def __init__(self, folder: Path, outside: int, *, dark: bool = False) -> None:
        self.downloads = folder / "downloads"
        self.downloads.mkdir(parents=True)
        self._log = folder / "said.log"
        self._read = 0
        profile = folder / "profile"
        profile.mkdir()
        (profile / "user.js").write_text(_preferences(self.downloads, outside, dark=dark))
        arguments = ["--headless", "--marionette", "--remote-allow-system-access", "--no-remote"]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [find_firefox(), *arguments, "--profile", profile, "about:blank"],
                env={**os.environ, **ALONE, "HOME": str(folder), "TZ": "Europe/London"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            self.wire = Marionette(_port(profile / "MarionetteActivePort", self._process))
        except BaseException:
            self._process.kill()
            self._process.wait()
            raise
        self.wire.send("SetWindowRect", width=1400, height=1000)

    def size(self, width: int, height: int, *, phone: bool) -> None:
        """Give the page a size, and a thumb instead of a mouse where it is a phone."""
        self.wire.in_its_own_window(AS_LARGE_AS, width, height, phone)

    def said(self) -> list[str]:
        """List what pages have said went wrong, each once."""
        text = self._log.read_text(encoding="utf-8", errors="replace")
        new, self._read = text[self._read :], len(text)
        return [*BROKEN.findall(new), *ON_THE_CONSOLE.findall(new)]

    def close(self) -> None:
        """End it."""
        self.wire.end()
        self._process.wait(SECONDS_TO_START)


def _preferences(downloads: Path, outside: int, *, dark: bool) -> str:
    chosen: dict[str, object] = {
        "marionette.port": 0,
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": outside,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": outside,
        "network.proxy.no_proxies_on": "127.0.0.1",
        "services.settings.server": "data:,#remote-settings-dummy/v1",
        "media.gmp-manager.url": "data:,",
        "media.gmp-manager.updateEnabled": False,
        "browser.download.dir": str(downloads),
        "browser.download.folderList": 2,
        "browser.download.alwaysOpenPanel": False,
        "browser.dom.window.dump.enabled": True,
        "devtools.console.stdout.content": True,
        "intl.accept_languages": "en-GB, en",
        "ui.systemUsesDarkTheme": int(dark),
        "layout.css.prefers-color-scheme.content-override": 2,  # as the system has it
    }
    words = {True: "true", False: "false"}
    return "".join(
        f'user_pref("{name}", {words[value] if isinstance(value, bool) else _quoted(value)});\n'
        for name, value in chosen.items()
    )


def _quoted(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _port(told: Path, process: subprocess.Popen[bytes]) -> int:
    deadline = time.monotonic() + SECONDS_TO_START
    while not (told.is_file() and told.read_text()):
        assert process.poll() is None, "Firefox ended at once"
        assert time.monotonic() < deadline, "Firefox did not begin to listen"
        time.sleep(0.05)
    return int(told.read_text())
