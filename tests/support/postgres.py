"""A real PostgreSQL for the tests, thrown away afterwards.

In this order: the server TEST_DATABASE_URL names; a cluster of our own from the system's programs;
one from the `pgserver` package; one from a package of the system, installed for it.
"""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from sqlalchemy import URL, make_url

from tests.support.debian import apt_install
from tests.support.ports import free_port

SECONDS_TO_START = 60
SPEED_BEFORE_SAFETY = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
DRIVER = "postgresql+psycopg"


class NoPostgres(Exception):
    """No PostgreSQL was found, and none could be got."""

    def __init__(self) -> None:
        super().__init__(
            "The storage tests need PostgreSQL: install it (on Debian: apt install postgresql), or "
            "set TEST_DATABASE_URL to a server where databases may be created."
        )


class PostgresNotMade(Exception):
    """The throw-away cluster could not be made."""

    def __init__(self, output: str) -> None:
        super().__init__(f"initdb failed: {output[-2000:]}")


class PostgresDidNotStart(Exception):
    """The throw-away cluster was made and did not answer."""

    def __init__(self, log: Path) -> None:
        said = log.read_text(encoding="utf-8", errors="replace")
        super().__init__(f"PostgreSQL did not start: {said[-2000:]}")


@dataclass(frozen=True, slots=True)
class Account:
    """The account a server runs under, where it must not be root."""

    uid: int
    gid: int


def find_programs() -> Path | None:
    """Find the folder with the system's `initdb` and `postgres`."""
    folders = []
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    if config := shutil.which("pg_config"):
        told = subprocess.run([config, "--bindir"], check=False, capture_output=True, text=True)
        folders.append(Path(told.stdout.strip()))
    usual = (
        ("/usr/lib/postgresql", "*/bin"),  # Debian
        ("/opt/homebrew/opt", "postgresql*/bin"),
        ("/usr/local/opt", "postgresql*/bin"),
        ("C:/Program Files/PostgreSQL", "*/bin"),
    )
    for root, pattern in usual:
        folders.extend(sorted(Path(root).glob(pattern), reverse=True))
    suffix = ".exe" if sys.platform == "win32" else ""
    needed = (f"initdb{suffix}", f"postgres{suffix}")
    return next((f for f in folders if all((f / name).is_file() for name in needed)), None)


def find_or_get_postgres() -> None:
    """Make sure `cluster` will find a server, installing one where that is ours to do."""
    if "TEST_DATABASE_URL" in os.environ or find_programs() or _has_pgserver():
        return
    print("No PostgreSQL here; installing it for the storage tests …", flush=True)
    apt_install("postgresql")
    if find_programs() is None:
        raise NoPostgres


@contextmanager
def cluster() -> Iterator[URL]:
    """Lend the URL of a server on which databases may be created."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield make_url(given).set(drivername=DRIVER)
    elif programs := find_programs():
        with _own_cluster(programs) as url:
            yield url
    elif _has_pgserver():
        with _packaged_cluster() as url:
            yield url
    else:
        raise NoPostgres


@contextmanager
def fresh_database(server: URL) -> Iterator[URL]:
    """Lend an empty database, dropped afterwards."""
    name = f"test_{uuid4().hex}"
    with psycopg.connect(_plain(server), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        try:
            yield server.set(database=name)
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _plain(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def _has_pgserver() -> bool:
    return importlib.util.find_spec("pgserver") is not None


@contextmanager
def _packaged_cluster() -> Iterator[URL]:
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:
        with warnings.catch_warnings():
            # Its import speaks up where a machine has no XDG_RUNTIME_DIR, which is no matter here.
            warnings.simplefilter("ignore")
            import pgserver  # noqa: PLC0415 - exists on some machines only

            server = pgserver.get_server(folder, cleanup_mode="stop")
        try:
            yield make_url(server.get_uri()).set(drivername=DRIVER)
        finally:
            server.cleanup()


@contextmanager
def _own_cluster(programs: Path) -> Iterator[URL]:
    account = _account()
    # A short path: the name of a socket holds a hundred characters only.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        if account is not None:
            os.chown(folder, account.uid, account.gid)
        data = folder / "data"
        _initialise(programs / "initdb", data, account)
        with _running(programs / "postgres", data, account) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _account() -> Account | None:
    """Choose who runs the server; PostgreSQL refuses root."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd  # noqa: PLC0415 - exists on Unix only

    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = known.get("postgres") or known["nobody"]
    return Account(entry.pw_uid, entry.pw_gid)


def _as(account: Account | None) -> dict[str, object]:
    if account is None:
        return {}
    return {"user": account.uid, "group": account.gid, "extra_groups": []}


def _initialise(initdb: Path, data: Path, account: Account | None) -> None:
    options = ("--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
    done = subprocess.run(
        [str(initdb), *options, "-D", str(data)],
        check=False,
        cwd=data.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        **_as(account),
    )
    if done.returncode != 0:
        raise PostgresNotMade(done.stdout + done.stderr)


@contextmanager
def _running(postgres: Path, data: Path, account: Account | None) -> Iterator[URL]:
    url = URL.create(DRIVER, username="postgres", database="postgres")
    if sys.platform == "win32":
        port = free_port()
        url = url.set(host="127.0.0.1", port=port)
        listen: Sequence[str] = ("-h", "127.0.0.1", "-p", str(port))
    else:
        url = url.set(query={"host": str(data.parent)})
        listen = ("-h", "", "-k", str(data.parent))
    settings = [part for setting in SPEED_BEFORE_SAFETY for part in ("-c", setting)]
    log = data.parent / "log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [str(postgres), "-D", str(data), *listen, *settings],
            cwd=data.parent,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            **_as(account),
        )
    try:
        _wait_until_ready(server, url, log)
        yield url
    finally:
        # SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave first.
        server.terminate() if sys.platform == "win32" else server.send_signal(signal.SIGINT)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_until_ready(server: subprocess.Popen[bytes], url: URL, log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < deadline:
        try:
            psycopg.connect(_plain(url)).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    server.kill()
    raise PostgresDidNotStart(log)
