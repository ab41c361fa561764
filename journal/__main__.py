"""`python3 -m journal`: set up what is missing, start the journal, open it in the browser.

Convention: standard library only, because it runs before anything is installed.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType

from journal.environment import PROJECT, EnvironmentProblem, prepared_python

HOST = "127.0.0.1"
FIRST_PORT = 8501
PORTS_TO_TRY = 50
SECONDS_TO_START = 120  # a cold disk under a virus scanner is slow; a warm one needs two
SECONDS_TO_STOP = 10
# The health check must not go through a proxy that the machine may have set.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class PortTaken(EnvironmentProblem):
    """The port that was asked for belongs to another program."""

    def __init__(self, port: int) -> None:
        super().__init__(f"Port {port} is taken by another program; leave --port out to find one.")


class DidNotStart(EnvironmentProblem):
    """The server ended, or stayed silent, before it could be opened."""

    def __init__(self) -> None:
        super().__init__("The journal did not start; the lines above say why.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        python = prepared_python("requirements.txt")
        port = free_port(options.port)
        return serve(
            [str(python), *server_arguments(port)],
            port=port,
            environment=server_environment(os.environ, options.data),
            open_browser=options.browser,
        )
    except EnvironmentProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 -m journal", description="Open the journal.")
    parser.add_argument("--port", type=int, help="the port to listen on; a free one if left out")
    parser.add_argument(
        "--no-browser", dest="browser", action="store_false", help="only print the address"
    )
    parser.add_argument(
        "--data", metavar="PATH", help="the database: a file, a folder, or a SQLAlchemy URL"
    )
    return parser


def free_port(wanted: int | None = None) -> int:
    """Find a port nobody listens on: the one wanted, or one near Streamlit's usual 8501."""
    if wanted is not None:
        if not _is_free(wanted):
            raise PortTaken(wanted)
        return wanted
    near = range(FIRST_PORT, FIRST_PORT + PORTS_TO_TRY)
    return next((port for port in near if _is_free(port)), 0) or _any_port()


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        # Elsewhere than on Windows this forgives a connection that has just been closed.
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            return False
        return True


def _any_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def server_arguments(port: int) -> list[str]:
    """List what Python is called with; the settings that keep a journal private stand here too."""
    return [
        *("-m", "streamlit", "run", "app.py"),
        *("--server.address", HOST),
        *("--server.port", str(port)),
        *("--server.headless", "true"),
        *("--browser.gatherUsageStats", "false"),
    ]


def server_environment(base: Mapping[str, str], data: str | None) -> dict[str, str]:
    """Return the environment of the server, with the chosen database; it runs in another folder."""
    # Its matrices are small: threads of a busy machine would spend their time waiting for another.
    environment = {"OPENBLAS_NUM_THREADS": "1", **base}
    if data is not None:
        path = Path(data).expanduser().resolve()
        if "://" not in data:
            data = str(path / "journal.db" if path.is_dir() else path)
        environment["TENDING_DATABASE"] = data
    return environment


def serve(
    command: Sequence[str], *, port: int, environment: dict[str, str], open_browser: bool
) -> int:
    """Run the server until it ends or Ctrl-C is pressed."""
    signal.signal(signal.SIGTERM, _as_interrupt)
    server = subprocess.Popen(command, cwd=PROJECT, env=environment)
    try:
        address = f"http://{HOST}:{port}"
        wait_until_healthy(server, address)
        print(f"\nThe journal is open at {address} — Ctrl-C closes it.", flush=True)
        if open_browser and _has_screen():
            webbrowser.open(address)
        return server.wait()
    except KeyboardInterrupt:
        print("\nThe journal is closed.", flush=True)
        return 0
    finally:
        _stop(server)


def wait_until_healthy(server: subprocess.Popen[bytes], address: str) -> None:
    """Return when the server answers; raise if it ends or stays silent."""
    deadline = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with DIRECT.open(f"{address}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:  # noqa: PLR2004 - HTTP's "OK"
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise DidNotStart


def _stop(server: subprocess.Popen[bytes]) -> None:
    # Ctrl-C in a terminal reached the server as well; a signal to this process alone did not.
    if server.poll() is None:
        server.terminate()
    try:
        server.wait(SECONDS_TO_STOP)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        server.kill()
        server.wait()


def _as_interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _has_screen() -> bool:
    # Without one, Linux would open a text browser over the terminal, or nothing at all.
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
    return not sys.platform.startswith("linux") or any(name in os.environ for name in screens)


if __name__ == "__main__":
    sys.exit(main())
