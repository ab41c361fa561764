"""What a database costs before its first row, paid once for all databases of the tests.

Thousands of tests have a journal of their own. Making its tables took 8 ms of the processor,
putting into SQL what is asked of it 10 ms, and bringing a file up to date from nothing 45 ms, each
time anew and with the same result. The app pays each of them once for as long as it runs.
"""

import atexit
import os
import sqlite3
import tempfile
from functools import cache
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, create_engine
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

from journal.storage import open_database
from journal.storage.engine import database_url, is_file
from journal.storage.tables import Base

# More than everything the journal ever asks, so that nothing is forgotten and put into SQL again.
MOST_ASKED: Final = 4_000


def put_into_sql_once() -> None:
    """Have every SQLite engine find the SQL that another has made of the same question.

    SQLAlchemy keeps it by the dialect, of which each engine has an object of its own: here all of
    one driver count as one.
    """
    known: LRUCache[Any, Any] = LRUCache(MOST_ASKED)
    begin = Engine.__init__

    def begin_knowing(engine: Engine, *args: object, **options: object) -> None:
        begin(engine, *args, **options)
        if isinstance(engine.dialect, SQLiteDialect_pysqlite):
            vars(engine)["_compiled_cache"] = known

    def same(one: SQLiteDialect_pysqlite, other: object) -> bool:
        return type(one) is type(other) and one.dbapi is vars(other)["dbapi"]

    SQLiteDialect_pysqlite.__hash__ = lambda one: hash(type(one))
    SQLiteDialect_pysqlite.__eq__ = same
    Engine.__init__ = begin_knowing


def make_tables_once() -> None:
    """Have every journal in memory begin as a copy of an empty one."""
    make = Base.metadata.create_all

    @cache
    def empty() -> sqlite3.Connection:
        engine = create_engine(
            "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
        )
        make(engine)
        atexit.register(engine.dispose)
        connection: sqlite3.Connection = _connection_of(engine)
        return connection

    def copy(engine: Engine) -> None:
        empty().backup(_connection_of(engine))

    Base.metadata.create_all = copy


def begin_up_to_date(where: Path | str) -> None:
    """Put an empty journal where a new file is to be opened, as opening it would."""
    url = database_url(where)
    file = Path(str(url.database))
    if is_file(url) and os.access(file.parent, os.W_OK) and not file.exists():
        file.write_bytes(_up_to_date())


@cache
def _up_to_date() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "journal.db"
        open_database(file).dispose()
        return file.read_bytes()


def _connection_of(engine: Engine) -> Any:  # a DBAPI connection
    """Return the one connection of a journal in memory."""
    pooled = engine.raw_connection()
    try:
        return pooled.driver_connection
    finally:
        pooled.close()
