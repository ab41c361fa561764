"""Whatever is written comes back, and whatever is undone was never there."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from journal.domain.changes import ChangeKind
from journal.domain.cycle_answers import CycleAnswer
from journal.domain.day_fields import stored_form, validated_field
from journal.domain.errors import WeekFull
from journal.domain.intentions import MOST_A_WEEK, Intention
from journal.domain.journal import ImportBatch
from journal.domain.manners import MomentColumns
from journal.domain.moments import Author, BidResponse, Initiator, Moment, WithWhom
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.storage import OwnerJournal, owner_named
from journal.storage.engine import memory_engine
from tests.in_memory_journal import InMemoryJournal
from tests.strategies import (
    DATES,
    INTENTIONS,
    MOMENTS,
    SETTINGS,
    cycle_answers,
    day_changes,
)

ALWAYS = DateRange(date.min, date.max)
WEEKS = st.sampled_from([date(2026, 5, 11), date(2026, 5, 18)])
FEW_DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 4))
ALIKE = st.builds(  # moments that often have all in common that a tally tells
    Moment,
    date=FEW_DAYS,
    kind=st.sampled_from(["hug", "hug_long", "hugs"]),
    id=st.uuids().map(lambda value: value.hex),
    initiator=st.none() | st.just(Initiator.SELF),
    response=st.none() | st.just(BidResponse.TURNED_AWAY),
    with_whom=st.none() | st.just(WithWhom.CHILD),
    phone_in_way=st.none() | st.booleans(),
    author=st.sampled_from(Author),
    note=st.none() | st.just("by the window"),
)


@cache
def database() -> Engine:
    return memory_engine()


def empty_journal() -> OwnerJournal:
    """A new owner's journal; making the tables for each example would cost far more."""
    owner = owner_named(database(), uuid4().hex)
    return OwnerJournal(database(), owner, lambda: datetime(2026, 5, 14, tzinfo=UTC))


def record_of(journal: OwnerJournal) -> tuple[object, ...]:
    return journal.days(ALWAYS), journal.moments(ALWAYS), journal.recorded_dates(ALWAYS)


@given(st.lists(day_changes(), max_size=4))
def test_a_day_is_what_was_last_said_of_each_field(acts: list[dict[str, object]]) -> None:
    journal, expected = empty_journal(), {}
    for changes in acts:
        journal.save_day(date(2026, 5, 14), changes)
        expected |= {
            name: stored_form(validated_field(name, value)) for name, value in changes.items()
        }
    said = {name: value for name, value in expected.items() if value is not None}
    assert said == journal.day(date(2026, 5, 14)).recorded


@given(st.lists(st.tuples(DATES, day_changes()), min_size=1, max_size=6))
def test_undoing_every_act_from_the_last_leaves_an_empty_journal(
    acts: list[tuple[date, dict[str, object]]],
) -> None:
    journal = empty_journal()
    states, changes = [record_of(journal)], []
    for day, values in acts:
        change = journal.save_day(day, values)
        if change is not None:
            changes.append(change)
            states.append(record_of(journal))
    for change in reversed(changes):
        assert states.pop() == record_of(journal)
        assert journal.undo(change.id)
    assert states.pop() == record_of(journal)


@given(
    mine=st.dictionaries(DATES, day_changes(), max_size=4),
    theirs=st.dictionaries(DATES, day_changes(), max_size=4),
    moments=st.lists(MOMENTS, max_size=3, unique_by=lambda moment: moment.id),
)
def test_an_import_undone_leaves_the_journal_as_it_was(
    mine: dict[date, dict[str, object]],
    theirs: dict[date, dict[str, object]],
    moments: list[object],
) -> None:
    journal = empty_journal()
    journal.import_all(ImportBatch("mine", mine))
    before = record_of(journal)
    change = journal.import_all(ImportBatch("theirs", theirs, moments=moments))  # type: ignore[arg-type]
    if change is not None:
        assert before != record_of(journal)
        assert journal.undo(change.id)
    assert before == record_of(journal)


@given(MOMENTS)
def test_a_moment_comes_back_as_it_was_added(moment: object) -> None:
    journal = empty_journal()
    journal.add_moment(moment)  # type: ignore[arg-type]
    assert [moment] == journal.moments(ALWAYS)


@given(st.lists(cycle_answers(st.dates(date(2026, 1, 1), date(2026, 1, 3))), max_size=8))
def test_the_last_answer_to_each_question_is_the_one_remembered(answers: list[CycleAnswer]) -> None:
    journal = empty_journal()
    for answer in answers:
        journal.answer_cycle_question(answer)
    last = {(answer.date, answer.question): answer for answer in answers}
    assert sorted(last.values()) == journal.cycle_answers()


@given(st.lists(SETTINGS, min_size=1, max_size=2))
def test_settings_come_back_as_they_were_last_saved(saved: list[OwnerSettings]) -> None:
    journal = empty_journal()
    for settings in saved:
        journal.change_settings(lambda _, wanted=settings: wanted)
    assert saved[-1] == journal.settings()


@given(st.lists(ALIKE, max_size=12, unique_by=lambda moment: moment.id), FEW_DAYS, FEW_DAYS)
def test_tallies_are_the_moments_counted(
    moments: list[Moment], one_day: date, other_day: date
) -> None:
    journal = empty_journal()
    journal.import_all(ImportBatch("moments", {}, moments=moments))
    span = DateRange(min(one_day, other_day), max(one_day, other_day))
    for range_ in (None, span):
        tallies = journal.moment_tallies(range_)
        assert InMemoryJournal(kept_moments=moments).moment_tallies(range_) == tallies
        assert len(journal.moments(ALWAYS if range_ is None else range_)) == sum(
            tally.count for tally in tallies
        )
        assert all(tally.count > 0 for tally in tallies)


@given(st.lists(MOMENTS, max_size=8, unique_by=lambda moment: moment.id), FEW_DAYS, FEW_DAYS)
def test_columns_hold_every_moment_with_what_was_said_of_it(
    moments: list[Moment], one_day: date, other_day: date
) -> None:
    journal, plain = empty_journal(), InMemoryJournal(kept_moments=moments)
    journal.import_all(ImportBatch("moments", {}, moments=moments))
    for range_ in (None, DateRange(min(one_day, other_day), max(one_day, other_day))):
        assert _rows(plain.moment_columns(range_)) == _rows(journal.moment_columns(range_))
        assert plain.moments_a_day(range_) == journal.moments_a_day(range_)


@given(st.lists(ALIKE, max_size=8, unique_by=lambda moment: moment.id))
def test_tallies_add_up_to_the_counts_by_kind(moments: list[Moment]) -> None:
    journal = empty_journal()
    journal.import_all(ImportBatch("moments", {}, moments=moments))
    found: dict[tuple[date, str], int] = {}
    for tally in journal.moment_tallies():
        found[tally.date, tally.kind] = found.get((tally.date, tally.kind), 0) + tally.count
    counts = journal.moment_counts()
    assert {(day, kind): number for day, kind, number in counts} == found


@given(INTENTIONS)
def test_an_intention_comes_back_as_it_was_chosen(intention: Intention) -> None:
    journal = empty_journal()
    assert intention == journal.save_intention(intention)
    assert [intention] == journal.intentions()


@given(st.lists(st.tuples(INTENTIONS, WEEKS, st.booleans()), max_size=10))
def test_no_choosing_overfills_a_week_and_every_act_can_be_undone(
    acts: list[tuple[Intention, date, bool]],
) -> None:
    journal = empty_journal()
    states = [journal.intentions()]
    for intention, week, takes_one_out in acts:
        chosen = states[-1]
        of_week = [item for item in chosen if item.week == week]
        if takes_one_out and chosen:
            journal.delete_intention(chosen[0].id)
        elif len(of_week) == MOST_A_WEEK:
            with pytest.raises(WeekFull):
                journal.save_intention(replace(intention, week=week, id=""))
            continue
        else:
            journal.save_intention(replace(intention, week=week, id=""))
        states.append(journal.intentions())
    while len(states) > 1:
        assert states.pop() == journal.intentions()
        last = journal.last_change_of(ChangeKind.INTENTION)
        assert last is not None
        assert journal.undo(last.id)
    assert journal.intentions() == []


def _rows(columns: MomentColumns) -> list[tuple[date, str, int]]:
    return sorted(zip(columns.dates, columns.kinds, columns.manners, strict=True))
