"""Processes of the app that begin with everything imported.

Importing what the app needs takes two seconds of the processor, and the tests start some fifty
servers. Here one process imports it once and is forked for each of them. What is forked has an
environment and a log of its own, runs Streamlit's command from its first line, and can be killed
like any other. On Windows, which cannot fork, each is started from nothing.

Run as a program it is the process that is forked: each line it is given asks for a process to be
begun, and is answered with its id, or how the one of an id has ended.
"""

import atexit
import gc
import importlib
import json
import os
import runpy
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, Protocol

from journal.environment import PROJECT

SECONDS_BETWEEN_LOOKS: Final = 0.02
# What a server has imported once its pages have been opened, but for the app itself.
IMPORTED: Final = (
    "streamlit.web.cli",
    "streamlit.web.bootstrap",
    "alembic.command",
    "pandas",
    "plotly.graph_objects",
    "scipy.stats",
    "journal.example.load",
    "journal.exchange.chart_files",
    "journal.pages.every_page",
    "journal.sharing.desk.page",
    "journal.sharing.reader_asks",
    "journal.sharing.reader_pages",
    "journal.storage",
    "journal.web.application",
)


class Process(Protocol):
    """A process, as `subprocess` has it."""

    pid: int

    def poll(self) -> int | None:
        """Return what it ended with, or None while it runs."""

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end; raise TimeoutExpired after so many seconds."""

    def kill(self) -> None:
        """End it without a word of warning."""

    def terminate(self) -> None:
        """Ask it to end."""


def start(
    arguments: Sequence[str], environment: Mapping[str, str], log: Path, *, ready: bool = True
) -> Process:
    """Start `python -m streamlit` in the project's folder.

    Args:
        arguments: What Streamlit is given.
        environment: The whole environment of the process.
        log: What it says is added to this file.
        ready: Whether it may begin with everything imported, where that can be.
    """
    if ready and hasattr(os, "fork"):
        return _Forked(arguments, environment, log)
    with log.open("ab") as output:
        return subprocess.Popen(
            [sys.executable, "-m", "streamlit", *arguments],
            cwd=PROJECT,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )


class _Forked:
    """A process forked from the one that has imported everything."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        self.pid: int = _asked(
            {"begin": list(arguments), "environment": dict(environment), "log": str(log)}
        )
        self._ended_with: int | None = None

    def poll(self) -> int | None:
        # Until it was asked how it ended, an id is that of no other process.
        if self._ended_with is None:
            self._ended_with = _asked({"ended": self.pid})
        return self._ended_with

    def wait(self, timeout: float | None = None) -> int:
        deadline = float("inf") if timeout is None else time.monotonic() + timeout
        while (ended_with := self.poll()) is None:
            if time.monotonic() > deadline:
                raise subprocess.TimeoutExpired("streamlit", timeout or 0)
            time.sleep(SECONDS_BETWEEN_LOOKS)
        return ended_with

    def kill(self) -> None:
        self._send(signal.SIGKILL)

    def terminate(self) -> None:
        self._send(signal.SIGTERM)

    def _send(self, wanted: signal.Signals) -> None:
        if self.poll() is None:
            os.kill(self.pid, wanted)


def _asked(question: Mapping[str, Any]) -> Any:
    """Ask the process that is forked, and return its answer."""
    forked = _forked_from()
    assert forked.stdin is not None
    assert forked.stdout is not None
    forked.stdin.write(json.dumps(question) + "\n")
    forked.stdin.flush()
    return json.loads(forked.stdout.readline())


@cache
def _forked_from() -> "subprocess.Popen[str]":
    """Start the process that is forked, once for this one, with which it ends."""
    forked = subprocess.Popen(
        [sys.executable, "-m", "tests.support.ready"],
        cwd=PROJECT,
        # The numeric library reads this one setting of a server when it is imported.
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(forked.communicate)
    return forked


def _run() -> None:
    """Answer until nobody asks any more; in each process that is begun, run Streamlit instead."""
    for name in IMPORTED:
        importlib.import_module(name)
    # What is imported is never looked at again by a garbage collection, nor copied for it.
    gc.collect()
    gc.freeze()
    for line in sys.stdin:
        question = json.loads(line)
        answer = _ended(question["ended"]) if "ended" in question else os.fork()
        if answer == 0 and "begin" in question:
            break
        print(json.dumps(answer), flush=True)
    else:
        return
    _become(question)


def _ended(process: int) -> int | None:
    found, status = os.waitpid(process, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if found else None


def _become(begun: Mapping[str, Any]) -> None:
    """Be the process that was asked for, from Streamlit's command on."""
    os.environ.clear()
    os.environ.update(begun["environment"])
    time.tzset()
    _take_as(0, os.open(os.devnull, os.O_RDONLY))
    log = os.open(begun["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
    os.dup2(log, 2)
    _take_as(1, log)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115  # there is no path to 0
    sys.argv = ["streamlit", *begun["begin"]]
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)


def _take_as(standard: int, opened: int) -> None:
    os.dup2(opened, standard)
    os.close(opened)


if __name__ == "__main__":
    _run()
