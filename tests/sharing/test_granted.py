"""What was not granted is not even asked for: said of the queries that reach the database."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from journal.domain.days import PLAIN_FIELDS
from journal.domain.grants import MomentsShown, Passes
from journal.domain.moments import Moment
from journal.domain.ranges import DateRange
from journal.sharing.granted import GrantedJournal
from journal.storage import OwnerJournal, open_database, owner_named
from tests.sharing.records import NOW, TODAY
from tests.sharing.test_granted_properties import READINGS

MAY = DateRange(date(2026, 5, 1), date(2026, 6, 1))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = open_database(tmp_path / "journal.db")
    yield opened
    opened.dispose()


@pytest.fixture
def journal(engine: Engine) -> OwnerJournal:
    journal = OwnerJournal(engine, owner_named(engine, "owner"), lambda: NOW)
    journal.save_day(MAY.start, {"mood": 5, "desire": 2, "note": "hers", "sign:cramps": "mild"})
    journal.add_moment(Moment(MAY.start, "kiss", note="hers too"))
    return journal


def asked(engine: Engine, journal: OwnerJournal, passes: Passes) -> list[tuple[str, str]]:
    """Return the queries, and their parameters, of every way of reading through a grant."""
    queries: list[tuple[str, str]] = []
    event.listen(
        engine,
        "before_cursor_execute",
        lambda *about: queries.append((" ".join(about[2].split()), str(about[3]))),
    )
    granted = GrantedJournal(journal, passes, TODAY)
    for read in READINGS.values():
        read(granted)
    assert queries
    return queries


def test_of_a_day_only_the_columns_that_pass_are_read(
    engine: Engine, journal: OwnerJournal
) -> None:
    queries = asked(engine, journal, Passes(MAY, ratings=frozenset({"mood"})))
    for name in PLAIN_FIELDS:
        read = [query for query, _ in queries if f"day.{name}" in query.replace("day.note_", "")]
        assert bool(read) == (name == "mood"), name
    tables = ("moment", "day_sign", "day_sensation", "context", "stage", "cycle_answer")
    assert not [query for query, _ in queries for name in tables if f"FROM {name} " in query]


def test_a_note_is_read_only_where_it_is_marked(engine: Engine, journal: OwnerJournal) -> None:
    queries = asked(engine, journal, Passes(MAY, notes=True, moments=MomentsShown.IN_DETAIL))
    of_days = [query for query, _ in queries if "day.note" in query]
    assert of_days
    assert all("day.note_shared IS" in query for query in of_days)
    assert not [query for query, _ in queries if "moment.note" in query]


def test_no_query_reaches_beyond_the_dates(engine: Engine, journal: OwnerJournal) -> None:
    passes = Passes(
        MAY,
        ratings=frozenset({"mood"}),
        cycle=True,
        signs=True,
        moments=MomentsShown.IN_DETAIL,
        notes=True,
    )
    for query, parameters in asked(engine, journal, passes):
        dated = [
            name
            for name in ("day", "day_sign", "day_sensation", "moment")
            if f"{name}.date >=" in query
        ]
        reads = [
            name
            for name in ("day", "day_sign", "day_sensation", "moment")
            if f"FROM {name} " in query
        ]
        assert bool(dated) == bool(reads), query
        beyond = [year for year in ("9999", "'2026-06-3", "'2026-07") if year in parameters]
        assert not (dated and beyond), (query, parameters)
