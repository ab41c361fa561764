"""Ends a process in the middle of writing a journal anew, at every so many of its steps.

A step is a line of the rooms that rewrite, or a few thousand instructions inside SQLite. Run as a
program it makes one copy of a journal for each way it was ended:

    python tests/support/interrupting.py FOLDER CHANGE TIMES

FOLDER holds `journal.db`; the copies are the folders 0, 1, 2 … in it. A process is made by fork, as
importing everything for each would take far longer than what is tested.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from journal.storage import encrypted, machine, passphrase_key, rewriting
from tests.support.machines import machine_on

FILE = "journal.db"
ONE, OTHER = "four words apart", "another four words"
INSTRUCTIONS = 500
CHANGES: dict[str, Callable[[machine.OwnMachine], object]] = {
    "set": lambda kept: kept.set_passphrase(ONE),
    "change": lambda kept: kept.set_passphrase(OTHER, present=ONE),
    "remove": lambda kept: kept.remove_passphrase(ONE),
}
WATCHED = {module.__file__ for module in (encrypted, machine, passphrase_key, rewriting)}


class Steps:
    """Counts steps, and ends the process at one of them."""

    def __init__(self, last: int | None) -> None:
        self.done = 0
        self._last = last

    def step(self) -> int:
        """Be one step."""
        if self.done == self._last:
            os.kill(os.getpid(), signal.SIGKILL)
        self.done += 1
        return 0

    def trace(self, frame: FrameType, event: str, _: object) -> Any:
        """Count the lines of the rooms that are watched."""
        if frame.f_code.co_filename not in WATCHED:
            return None
        if event == "line":
            self.step()
        return self.trace


def change(folder: Path, name: str, last: int | None) -> int:
    """Do it to the journal of a folder, up to a step; return how many there were."""
    steps = Steps(last)
    connected = encrypted.connected

    def watched(file: Path, key: passphrase_key.Key | None) -> Any:
        connection = connected(file, key)
        connection.set_progress_handler(steps.step, INSTRUCTIONS)
        return connection

    rewriting.connected = watched
    with machine_on(folder / FILE) as kept:
        kept.unlock(ONE)
        kept.journal()
        sys.settrace(steps.trace)
        CHANGES[name](kept)
        sys.settrace(None)
    rewriting.connected = connected
    return steps.done


def copied(folder: Path, name: str) -> Path:
    """Copy the journal into a folder of its own."""
    copy = folder / name
    copy.mkdir()
    shutil.copy(folder / FILE, copy / FILE)
    return copy


def main(folder: Path, name: str, times: int) -> None:
    """Make the copies, and say how many steps there were."""
    most = change(copied(folder, "whole"), name, None)
    for number in range(times):
        copy = copied(folder, str(number))
        child = os.fork()
        if not child:
            change(copy, name, number * most // times)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
            sys.exit(f"the process was not ended at step {number}")
    print(most)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
