"""The real app, started as a person starts it, on a database of its own."""

import os
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.support import ready
from tests.support.ports import borrow_port, give_back_port

PROJECT = ready.PROJECT
HOST = "127.0.0.1"
SECONDS_TO_START = 90
SECONDS_TO_STOP = 10
# A proxy of the machine must not stand between the tests and their own server.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class ServerDidNotStart(Exception):
    """The app ended, or stayed silent, instead of answering."""

    def __init__(self, log: Path) -> None:
        said = log.read_text(encoding="utf-8", errors="replace")
        super().__init__(f"The app did not start; it said: {said[-4000:]}")


class JournalServer:
    """Runs `app.py` while its `with` block lasts.

    Args:
        data_dir: Folder for the database and the server's log.
        env: Settings besides the ones every server gets; TENDING_DATABASE may be among them.
        script: The app to run, seen from the project folder.
        from_nothing: Whether to start Python anew, as a person does, with nothing imported yet.
    """

    def __init__(
        self,
        data_dir: Path,
        env: Mapping[str, str] | None = None,
        *,
        script: str = "app.py",
        from_nothing: bool = False,
    ) -> None:
        self.data_dir = data_dir
        self.port = borrow_port()
        self._script = script
        self._from_nothing = from_nothing
        self._env = {"TENDING_DATABASE": str(data_dir / "journal.db"), **(env or {})}
        self._process: ready.Process | None = None

    def __enter__(self) -> Self:
        """Start the app and wait until it answers."""
        self.data_dir.mkdir(parents=True, exist_ok=True)
        self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the app; the next one may have its address."""
        self.stop()
        give_back_port(self.port)

    @property
    def url(self) -> str:
        """The address of the app, without a slash at the end."""
        return f"http://{HOST}:{self.port}"

    @property
    def database(self) -> str:
        """The database the app was given: a path or a SQLAlchemy URL."""
        return self._env["TENDING_DATABASE"]

    @property
    def log(self) -> Path:
        """What the app has said, over all its starts."""
        return self.data_dir / "server.log"

    def kill(self) -> None:
        """End the app as a power cut would, without a word of warning."""
        process = self._running()
        process.kill()
        process.wait()
        self._process = None

    def stop(self) -> None:
        """End the app politely; a stopped one stays stopped."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def restart(self) -> None:
        """Start the app again: same database, same address, so an open page finds it."""
        self.stop()
        self._start()

    def _running(self) -> ready.Process:
        if self._process is None:
            raise ServerDidNotStart(self.log)
        return self._process

    def _start(self) -> None:
        arguments = [
            *("run", self._script),
            *("--server.address", HOST),
            *("--server.port", str(self.port)),
            *("--server.headless", "true"),
            *("--server.fileWatcherType", "none"),
            *("--browser.gatherUsageStats", "false"),
        ]
        self._process = ready.start(
            arguments, {**os.environ, **self._env}, self.log, ready=not self._from_nothing
        )
        self._wait_until_healthy()

    def _wait_until_healthy(self) -> None:
        process = self._running()
        deadline = time.monotonic() + SECONDS_TO_START
        while process.poll() is None and time.monotonic() < deadline:
            try:
                with DIRECT.open(f"{self.url}/_stcore/health", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        self.stop()
        raise ServerDidNotStart(self.log)
