"""The servers that are measured: the app on a record, and the bare pages."""

import os
import subprocess
from pathlib import Path
from typing import Final

from tests.support.server import JournalServer

FLOOR_PAGES: Final = ("press", "empty", "one_chart")


class MemoryUnknown(Exception):
    """This system has no `ps` to ask."""

    def __init__(self) -> None:
        super().__init__("The memory of a process can be measured on Linux and macOS only.")


class BenchServer(JournalServer):
    """A server whose memory can be asked for: all of it its own, as it is started from nothing."""

    def resident_mb(self) -> float:
        """Return the resident memory of the process, in MB.

        Raises:
            MemoryUnknown: Where there is no `ps`.
        """
        if os.name == "nt":
            raise MemoryUnknown
        command = ["ps", "-o", "rss=", "-p", str(self._running().pid)]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return int(said) / 1024


def app_on(folder: Path) -> BenchServer:
    """Return the app on the record in `folder`."""
    return BenchServer(folder, from_nothing=True)


def floor_page(name: str, folder: Path) -> BenchServer:
    """Return a bare page, with the same settings of Streamlit as the app."""
    return BenchServer(folder / name, script=f"bench/pages/{name}.py", from_nothing=True)
