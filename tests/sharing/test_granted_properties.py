"""For any journal, any grant, and every way of reading: what was not granted leaves no trace."""

import inspect
from collections.abc import Callable
from datetime import date
from typing import Final

import pytest
from hypothesis import given, settings
from sqlalchemy import Engine

from journal.domain.catalogues import CatalogueName
from journal.domain.changes import ChangeKind
from journal.domain.days import PLAIN_FIELDS
from journal.domain.errors import MomentMissing
from journal.domain.grants import MomentsShown, Passes
from journal.domain.journal import Journal, ReadableJournal
from journal.domain.ranges import DateRange
from journal.sharing.granted import GrantedJournal
from journal.storage import OwnerJournal, memory_journal, open_database, owner_named
from tests.sharing.records import NOW, PASSES, RECORDS, TODAY, Record, cut

EVERY_DAY = DateRange(date.min, date.max)
SOME_DAYS = DateRange(date(2026, 5, 20), date(2026, 6, 15))
SPANS = (EVERY_DAY, SOME_DAYS)
MAYBE = (None, *SPANS)
FEW_DAYS = [*DateRange(date(2026, 4, 28), TODAY)][::9]
# `revision` and `owner_key` are for what is remembered in the process, and are never shown.
NOT_SHOWN: Final = frozenset({"revision", "owner_key"})

READINGS: Final[dict[str, Callable[[ReadableJournal], object]]] = {
    "day": lambda journal: [journal.day(day) for day in FEW_DAYS],
    "days": lambda journal: [journal.days(span) for span in SPANS],
    "day_columns": lambda journal: [
        *(journal.day_columns(PLAIN_FIELDS, span) for span in MAYBE),
        *(journal.day_columns([name]) for name in PLAIN_FIELDS),
        journal.day_columns([]),
    ],
    "sign_days": lambda journal: [
        journal.sign_days(codes, span) for codes in (None, ["cramps", "own_ache"]) for span in MAYBE
    ],
    "recent_signs": lambda journal: [
        journal.recent_signs(day) for day in (date.min, SOME_DAYS.last, TODAY, date.max)
    ],
    "bleeding_days": lambda journal: [journal.bleeding_days(span) for span in MAYBE],
    "recent_bleeding": lambda journal: [
        journal.recent_bleeding(day, limit)
        for day in (date.min, SOME_DAYS.last, TODAY, date.max)
        for limit in (1, 60)
    ],
    "marked_notes": lambda journal: [journal.marked_notes(span) for span in SPANS],
    "moments": lambda journal: [
        journal.moments(span, notes=notes) for span in SPANS for notes in (True, False)
    ],
    "moment": lambda journal: [journal.moment(item.id) for item in journal.moments(EVERY_DAY)],
    "moment_counts": lambda journal: [journal.moment_counts(span) for span in MAYBE],
    "moment_tallies": lambda journal: [journal.moment_tallies(span) for span in MAYBE],
    "moment_columns": lambda journal: [
        sorted(zip(found.dates, found.kinds, found.manners, strict=True))
        for found in map(journal.moment_columns, MAYBE)
    ],
    "moments_a_day": lambda journal: [journal.moments_a_day(span) for span in MAYBE],
    "felt": lambda journal: [journal.felt(span) for span in MAYBE],
    "contexts": lambda journal: journal.contexts(),
    "stages": lambda journal: journal.stages(),
    "cycle_answers": lambda journal: journal.cycle_answers(),
    "intentions": lambda journal: [journal.intentions(span) for span in MAYBE],
    "settings": lambda journal: journal.settings(),
    "catalogue": lambda journal: [journal.catalogue(name) for name in CatalogueName],
    "recorded_dates": lambda journal: [journal.recorded_dates(span) for span in SPANS],
    "first_date": lambda journal: journal.first_date(),
    "last_change": lambda journal: [
        journal.last_change(day) for day in DateRange(date(2026, 4, 28), TODAY)
    ],
    "last_change_of": lambda journal: [journal.last_change_of(kind) for kind in ChangeKind],
}


def written(record: Record, engine: Engine | None = None, owner: str = "owner") -> Journal:
    """Return a journal on a real database with this record in it."""
    if engine is None:
        return record.written_into(memory_journal(lambda: NOW))
    return record.written_into(OwnerJournal(engine, owner_named(engine, owner), lambda: NOW))


def public(kind: type) -> set[str]:
    return {name for name, _ in inspect.getmembers(kind) if not name.startswith("_")}


def test_every_way_of_reading_has_its_rule_here() -> None:
    assert public(ReadableJournal) == READINGS.keys() | NOT_SHOWN


def test_it_can_do_nothing_but_be_read() -> None:
    assert public(GrantedJournal) - {"span"} == public(ReadableJournal)
    assert not public(GrantedJournal) & (public(Journal) - public(ReadableJournal))


@given(record=RECORDS, passes=PASSES)
@settings(max_examples=60)
def test_nothing_that_was_not_granted_leaves_a_trace(record: Record, passes: Passes) -> None:
    whole = GrantedJournal(written(record), passes, TODAY)
    rest = GrantedJournal(written(cut(record, passes)), passes, TODAY)
    for name, read in READINGS.items():
        assert read(rest) == read(whole), name


@given(record=RECORDS, passes=PASSES)
@settings(max_examples=25)
def test_what_was_granted_is_all_there(record: Record, passes: Passes) -> None:
    granted = GrantedJournal(written(record), passes, TODAY)
    left = cut(record, passes)
    expected = written(left)
    assert expected.days(EVERY_DAY) == granted.days(EVERY_DAY)
    assert expected.recorded_dates(EVERY_DAY) == granted.recorded_dates(EVERY_DAY)
    assert expected.moment_tallies() == granted.moment_tallies()
    assert expected.bleeding_days() == granted.bleeding_days()
    assert expected.felt() == granted.felt()
    assert expected.stages() == granted.stages()
    assert expected.settings() == granted.settings()
    shown = [(item.kind, item.start, item.end, item.name) for item in granted.contexts()]
    there = [(item.kind, item.start, item.end, item.name) for item in expected.contexts()]
    assert sorted(there, key=str) == sorted(shown, key=str)


@pytest.fixture
def engine(postgres_url: str) -> Engine:
    return open_database(postgres_url)


def test_nothing_leaves_a_trace_on_postgresql_either(engine: Engine) -> None:
    owners = iter(range(1_000))

    @given(record=RECORDS, passes=PASSES)
    @settings(max_examples=10)
    def holds(record: Record, passes: Passes) -> None:
        whole, rest = (
            GrantedJournal(written(each, engine, f"owner {next(owners)}"), passes, TODAY)
            for each in (record, cut(record, passes))
        )
        for name, read in READINGS.items():
            assert read(rest) == read(whole), name

    holds()
    engine.dispose()


def test_a_moment_that_does_not_pass_is_not_found_by_its_id() -> None:
    journal = memory_journal(lambda: NOW)
    record = Record(days={TODAY: {"mood": 5}})
    record.written_into(journal)
    granted = GrantedJournal(journal, Passes(moments=MomentsShown.IN_DETAIL), TODAY)
    with pytest.raises(MomentMissing):
        granted.moment("m1")
