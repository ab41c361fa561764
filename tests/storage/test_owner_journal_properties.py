"""Whatever is written comes back, and whatever is undone was never there."""

from datetime import UTC, date, datetime
from functools import cache
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from journal.domain.cycle_answers import CycleAnswer
from journal.domain.day_fields import stored_form, validated_field
from journal.domain.journal import ImportBatch
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.storage import OwnerJournal, owner_named
from journal.storage.engine import memory_engine
from tests.strategies import DATES, MOMENTS, SETTINGS, cycle_answers, day_changes

ALWAYS = DateRange(date.min, date.max)


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
        journal.save_settings(settings)
    assert saved[-1] == journal.settings()
