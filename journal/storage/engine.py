"""Opening a database: the embedded file by default, PostgreSQL where a URL says so.

Embedded, what was acknowledged survives a killed process and a power cut: write-ahead log with full
synchronisation. The file is readable by its owner alone.
"""

import os
from pathlib import Path
from typing import Any, Final, TypeAlias

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, Dialect
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import StaticPool

from journal.domain.errors import JournalUnreachable, JournalUnreadable
from journal.storage.encrypted import engine_for
from journal.storage.migrate import bring_up_to_date
from journal.storage.passphrase_key import Key
from journal.storage.tables import Base

DEFAULT_DATABASE: Final = Path(__file__).resolve().parents[2] / "data" / "journal.db"
WRITES: Final = "tending_writes"
Database: TypeAlias = Engine
"""An open database, as the composition root passes it on."""
_PRAGMAS: Final = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA busy_timeout=5000",
)


def open_database(where: str | Path | None = None, key: Key | None = None) -> Engine:
    """Open the database, creating or upgrading it first.

    Args:
        where: A file, or a SQLAlchemy URL; the file `data/journal.db` when None.
        key: Of an encrypted file.

    Raises:
        JournalTooNew: It was written by a later version.
        JournalUnreachable: Its folder or server is not there, or may not be written to.
        JournalUnreadable: It is no journal, or damaged.
    """
    url = database_url(where or DEFAULT_DATABASE)
    name = Path(str(url.database)).name
    try:
        if is_file(url):
            _make_private(Path(str(url.database)))
        bring_up_to_date(url, key)
    except (OSError, OperationalError) as failure:
        raise JournalUnreachable(name) from failure
    except DatabaseError as failure:
        raise JournalUnreadable(name) from failure
    return build_engine(url, key)


def database_url(where: str | Path) -> URL:
    """Read a file name or a SQLAlchemy URL as a URL."""
    if isinstance(where, str) and "://" in where:
        return make_url(where)
    return URL.create("sqlite", database=str(Path(where).expanduser().resolve()))


def memory_engine() -> Engine:
    """Return a private journal in memory, gone with the last reference to it."""
    engine = create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
    )
    _listen(engine)
    Base.metadata.create_all(engine)
    return engine


def build_engine(url: URL, key: Key | None = None) -> Engine:
    """Return an engine whose transactions begin the way the journal needs them."""
    pre_ping = url.get_backend_name() != "sqlite"
    engine = engine_for(url, key, pool_pre_ping=pre_ping)
    if url.get_backend_name() == "sqlite":
        _listen(engine)
    return engine


def _listen(engine: Engine) -> None:
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)


def _set_pragmas(connection: Any, _record: object) -> None:  # noqa: ANN401  # a DBAPI connection
    connection.isolation_level = None  # the driver must not open transactions of its own
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    # A write that begins as a read can fail to become one when two tabs save at once.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def is_file(url: URL) -> bool:
    """Say whether a URL names a file of our own."""
    return url.get_backend_name() == "sqlite" and bool(url.database) and url.database != ":memory:"


def _make_private(file: Path) -> None:
    """Create the file for the owner's eyes alone; SQLite gives its side files the same mode."""
    if not file.parent.exists():
        file.parent.mkdir(parents=True, mode=0o700)
    if file.parent == DEFAULT_DATABASE.parent:
        file.parent.chmod(0o700)  # other folders are hers and keep the mode she gave them
    # Closing a file gives up every lock this process holds on it (POSIX), those of another
    # connection, too: whoever closed theirs last would then take its write-ahead log away.
    if not file.exists():
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    file.chmod(0o600)


def dialect_insert(dialect: Dialect) -> Any:  # noqa: ANN401  # the two functions share no base
    """Return the `insert` that knows ON CONFLICT for this database."""
    return postgresql.insert if dialect.name == "postgresql" else sqlite.insert
