"""One journal, and a second person's beside it, on each kind of database."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, text

from journal.storage import OwnerJournal, open_database, owner_named
from journal.storage.tables import Base
from tests.support.postgres import fresh_database

# Whatever a test left open would keep the next from beginning.
END_OTHER_SESSIONS = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


class Clock:
    """A clock that goes on by one second with every look at it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 14, 12, 3, tzinfo=UTC)

    def __call__(self) -> datetime:  # noqa: D102 - the class says it
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An embedded database that is up to date and has nothing in it; to be copied."""
    file = tmp_path_factory.mktemp("empty") / "journal.db"
    open_database(file).dispose()
    return file


@pytest.fixture(scope="session")
def empty_server(postgres_server: URL) -> Iterator[str]:
    """A PostgreSQL database that is up to date; every test leaves nothing in it."""
    with fresh_database(postgres_server) as url:
        told = url.render_as_string(hide_password=False)
        open_database(told).dispose()
        yield told


@pytest.fixture
def file_engine(empty_file: Path, tmp_path: Path) -> Iterator[Engine]:
    opened = open_database(shutil.copy(empty_file, tmp_path / "journal.db"))
    yield opened
    opened.dispose()


@pytest.fixture
def server_engine(empty_server: str) -> Iterator[Engine]:
    opened = open_database(empty_server)
    yield opened
    opened.dispose()
    with opened.begin() as connection:
        connection.execute(END_OTHER_SESSIONS)
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(table.delete())
    opened.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each kind of database in turn, up to date and with nothing in it.

    Bringing an empty one up to date takes longer than most of the tests; those of the migrations
    begin with `database_url` instead.
    """
    name = "file_engine" if request.param == "sqlite" else "server_engine"
    opened: Engine = request.getfixturevalue(name)
    return opened


@pytest.fixture
def journal_of(engine: Engine) -> Callable[[str], OwnerJournal]:
    return lambda name: OwnerJournal(engine, owner_named(engine, name), Clock())


@pytest.fixture
def journal(journal_of: Callable[[str], OwnerJournal]) -> OwnerJournal:
    return journal_of("owner")
