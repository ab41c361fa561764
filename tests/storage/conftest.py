"""One journal, and a second person's beside it, on each kind of database."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from journal.storage import OwnerJournal, open_database, owner_named


class Clock:
    """A clock that goes on by one second with every look at it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 14, 12, 3, tzinfo=UTC)

    def __call__(self) -> datetime:  # noqa: D102 - the class says it
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_database(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def journal_of(engine: Engine) -> Callable[[str], OwnerJournal]:
    return lambda name: OwnerJournal(engine, owner_named(engine, name), Clock())


@pytest.fixture
def journal(journal_of: Callable[[str], OwnerJournal]) -> OwnerJournal:
    return journal_of("owner")
