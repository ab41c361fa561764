"""What was worked out for another database is what would have been worked out for this one."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_mock_engine

from journal.storage import memory_journal, open_database
from journal.storage.encrypted import engine_for
from journal.storage.engine import database_url, memory_engine
from journal.storage.passphrase_key import Key
from journal.storage.tables import Base
from tests.support.once import begin_up_to_date

DAY = date(2026, 5, 14)


def said_of(engine: Engine) -> list[tuple[str, str, str]]:
    """Return how a database describes its tables and indexes."""
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master")
        return sorted((kind, name, sql or "") for kind, name, sql in rows)


def schema_of(file: Path) -> list[tuple[str, str, str]]:
    """Return how a file describes its tables and indexes."""
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master")
        return sorted((kind, name, sql or "") for kind, name, sql in rows)


def test_a_journal_in_memory_has_the_tables_that_would_be_made_for_it() -> None:
    made: list[str] = []

    def note(sql: Any, *_: object) -> None:  # any of SQLAlchemy's statements
        made.append(_one_line(str(sql.compile(dialect=mock.dialect))))

    mock = create_mock_engine("sqlite://", note)
    for table in Base.metadata.sorted_tables:
        table.create(mock, checkfirst=False)
    described = {_one_line(sql) for *_, sql in said_of(memory_engine()) if sql}
    assert described == set(made)


def _one_line(sql: str) -> str:
    return " ".join(sql.split())


def test_journals_in_memory_know_nothing_of_each_other() -> None:
    now = datetime(2026, 5, 14, tzinfo=UTC)
    one, other = memory_journal(lambda: now), memory_journal(lambda: now)
    one.save_day(DAY, {"mood": 7})
    assert one.day(DAY).mood == 7
    assert other.day(DAY).mood is None
    assert memory_journal(lambda: now).day(DAY).mood is None


def test_a_file_begins_as_opening_it_would_have_made_it(tmp_path: Path) -> None:
    begun, opened = tmp_path / "begun.db", tmp_path / "opened.db"
    begin_up_to_date(begun)
    open_database(opened).dispose()
    assert schema_of(opened) == schema_of(begun)
    with closing(sqlite3.connect(opened)) as one, closing(sqlite3.connect(begun)) as other:
        for name in ("alembic_version", "owner"):
            asked = f"SELECT * FROM {name}"  # noqa: S608  # of two tables named here
            assert one.execute(asked).fetchall() == other.execute(asked).fetchall()
        for asked in ("PRAGMA journal_mode", "PRAGMA foreign_key_check", "PRAGMA user_version"):
            assert one.execute(asked).fetchall() == other.execute(asked).fetchall()


def test_what_is_there_already_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "journal.db"
    file.write_bytes(b"something")
    begin_up_to_date(file)
    assert file.read_bytes() == b"something"
    begin_up_to_date(tmp_path / "nowhere" / "journal.db")
    begin_up_to_date("postgresql://nobody@nowhere/journal")
    assert list(tmp_path.iterdir()) == [file]


def test_sql_is_known_among_engines_of_one_driver_and_of_no_other(tmp_path: Path) -> None:
    one, other = memory_engine(), memory_engine()
    assert one._compiled_cache is other._compiled_cache
    assert one.dialect == other.dialect
    assert hash(one.dialect) == hash(other.dialect)
    sealed = engine_for(database_url(tmp_path / "journal.db"), Key(bytes(32), bytes(16)))
    assert one.dialect != sealed.dialect
