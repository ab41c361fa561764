"""What an import does to a journal, against the real storage."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.days import Bleeding, Day
from journal.domain.journal import Journal
from journal.domain.moments import Moment
from journal.domain.ranges import DateRange
from journal.exchange.importing.parsed import Choices, Parsed
from journal.exchange.importing.planning import ImportPlan, plan
from journal.storage import memory_journal
from tests.builders import on
from tests.exchange.importing.app_files import TODAY, daylio, daylio_backup, drip, read

NOON = datetime(2026, 6, 30, 12, tzinfo=UTC)
ALL = DateRange(date(1900, 1, 1), date(2100, 1, 1))
DRIP = drip(
    {"date": "2026-03-06", "bleeding.value": "2", "sex.partner": "true", "note.value": "n"},
    {"date": "2026-03-05", "bleeding.value": "1", "desire.value": "1", "sex.solo": "true"},
)


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: NOON)


def planned(content: bytes, journal: Journal, *, keep_mine: bool = True) -> ImportPlan:
    """Plan an import of a file."""
    return plan(read(content), journal, today=TODAY, keep_mine=keep_mine)


def kept(journal: Journal) -> tuple[list[Day], list[Moment]]:
    """Return everything the days and moments say."""
    return journal.days(ALL), journal.moments(ALL)


def counts(found: ImportPlan) -> tuple[int, int, int, int]:
    """Return new, changed, same and conflicting days."""
    return found.new_days, found.changed_days, found.same_days, found.conflict_days


def test_an_empty_journal_gains_every_day(journal: Journal) -> None:
    found = planned(DRIP, journal)
    assert counts(found) == (2, 0, 0, 0)
    assert found.new_moments == 2
    assert found.range == DateRange(on("2026-03-05"), on("2026-03-07"))
    journal.import_all(found.batch)
    assert journal.day(on("2026-03-06")).bleeding is Bleeding.MEDIUM
    assert [item.kind for item in journal.moments(ALL)] == ["solo_pleasure", "sex"]


@pytest.mark.parametrize(
    "content",
    [
        DRIP,
        daylio({"note": "a"}, {"time": "8:00", "note": "b", "activities": "x"}),
        daylio_backup({"tags": [7], "note": "a"}, {"day": 4}),
    ],
)
def test_the_same_file_twice_changes_nothing(journal: Journal, content: bytes) -> None:
    journal.import_all(planned(content, journal).batch)
    before, revision = kept(journal), journal.revision()
    again = planned(content, journal)
    assert not again.writes
    assert counts(again)[:2] == (0, 0)
    assert again.conflict_days == 0
    assert journal.import_all(again.batch) is None
    assert kept(journal) == before
    # Nothing was written, whatever the counter of attempts says.
    assert len(journal.imports()) == 1
    assert journal.revision() >= revision


def test_two_equal_moments_of_one_day_are_both_kept_and_known_again(journal: Journal) -> None:
    content = daylio({"time": "8:00", "activities": "hug"}, {"time": "8:00", "activities": "hug"})
    choices: Choices = {"activity:hug": "moment:long_hug"}
    parsed = read(content, choices)
    journal.import_all(plan(parsed, journal, today=TODAY).batch)
    assert len(journal.moments(ALL)) == 2
    assert plan(parsed, journal, today=TODAY).known_moments == 2


def test_what_she_wrote_herself_stays(journal: Journal) -> None:
    journal.save_day(on("2026-03-05"), {"bleeding": "heavy", "mood": 4})
    found = planned(DRIP, journal)
    assert counts(found) == (1, 0, 0, 1)
    (conflict,) = found.conflicts
    assert (conflict.field, conflict.mine, conflict.theirs) == (
        "bleeding",
        Bleeding.HEAVY,
        Bleeding.LIGHT,
    )
    journal.import_all(found.batch)
    day = journal.day(on("2026-03-05"))
    assert (day.bleeding, day.mood, day.desire) == (Bleeding.HEAVY, 4, 5)


def test_the_file_wins_where_she_says_so(journal: Journal) -> None:
    journal.save_day(on("2026-03-05"), {"bleeding": "heavy", "mood": 4})
    journal.import_all(planned(DRIP, journal, keep_mine=False).batch)
    day = journal.day(on("2026-03-05"))
    assert (day.bleeding, day.mood) == (Bleeding.LIGHT, 4)


def test_a_day_that_only_gains_something_is_changed_and_not_in_conflict(journal: Journal) -> None:
    journal.save_day(on("2026-03-05"), {"mood": 4, "bleeding": "light"})
    assert counts(planned(DRIP, journal)) == (1, 1, 0, 0)


def test_a_moment_she_completed_since_is_not_brought_a_second_time(journal: Journal) -> None:
    from dataclasses import replace  # noqa: PLC0415  # only here

    journal.import_all(planned(DRIP, journal).batch)
    for moment in journal.moments(ALL):
        journal.save_moment(replace(moment, minutes=20, note="mine"))
    assert planned(DRIP, journal).new_moments == 0


def test_a_moment_she_moved_to_another_day_stays_there(journal: Journal) -> None:
    from dataclasses import replace  # noqa: PLC0415  # only here

    journal.import_all(planned(DRIP, journal).batch)
    moved = [replace(moment, date=on("2026-01-01")) for moment in journal.moments(ALL)]
    for moment in moved:
        journal.save_moment(moment)
    assert not planned(DRIP, journal).writes


def test_what_the_file_says_of_its_own_value_is_not_said_of_hers(journal: Journal) -> None:
    mine = {"bleeding": "heavy", "temperature_c": 36.6}
    journal.save_day(on("2026-03-05"), mine)
    theirs = {"date": "2026-03-05", "bleeding.value": "0", "temperature.value": "37.5"}
    content = drip(theirs | {"bleeding.exclude": "true", "temperature.exclude": "true"})
    found = planned(content, journal)
    assert (found.conflict_days, found.writes) == (1, False)
    assert planned(content, journal, keep_mine=False).batch.days == read(content).days


def test_undo_takes_the_whole_import_back(journal: Journal) -> None:
    journal.save_day(on("2026-03-05"), {"bleeding": "heavy", "note": "mine"})
    journal.add_moment(Moment(on("2026-03-05"), "long_hug"))
    before = kept(journal)
    change = journal.import_all(planned(DRIP, journal, keep_mine=False).batch)
    assert change is not None
    assert kept(journal) != before
    assert journal.undo(change.id)
    assert kept(journal) == before
    assert counts(planned(DRIP, journal)) == (1, 0, 0, 1)


def test_a_day_in_the_future_is_refused_and_said(journal: Journal) -> None:
    content = drip(
        {"date": "2026-07-01", "note.value": "dentist"},
        {"date": "2026-07-02", "sex.partner": "true"},
        {"date": "2026-06-30", "bleeding.value": "1"},
    )
    found = planned(content, journal)
    assert found.future_days == 2
    assert list(found.batch.days) == [TODAY]
    assert found.new_moments == 0
    assert ("Days in the future", 2) in {(item.what, item.count) for item in found.not_carried}


def test_the_last_day_of_the_calendar_is_refused_like_any_future_day(journal: Journal) -> None:
    found = planned(drip({"date": "9999-12-31", "bleeding.value": "1"}), journal)
    assert (found.range, found.future_days, found.writes) == (None, 1, False)


def test_an_import_is_named_by_what_it_brought(journal: Journal) -> None:
    journal.import_all(planned(DRIP, journal).batch)
    assert [change.words for change in journal.imports()] == ["drip CSV, 2 days, 2 moments"]


def test_planning_writes_nothing(journal: Journal) -> None:
    planned(DRIP, journal)
    assert journal.revision() == 0


FIELDS = st.fixed_dictionaries(
    {}, optional={"mood": st.integers(0, 10), "note": st.sampled_from(["a", "b"])}
)
DATES = st.dates(date(2026, 6, 20), date(2026, 7, 5))


@given(
    mine=st.dictionaries(DATES, FIELDS),
    theirs=st.dictionaries(DATES, FIELDS),
    keep_mine=st.booleans(),
)
def test_every_day_is_one_of_new_changed_same_and_in_conflict(
    *, mine: dict[date, dict[str, object]], theirs: dict[date, dict[str, object]], keep_mine: bool
) -> None:
    journal = memory_journal(lambda: NOON)
    for day, fields in mine.items():
        journal.save_day(day, fields)
    parsed = Parsed("a file", {day: fields for day, fields in theirs.items() if fields})
    before = kept(journal)
    found = plan(parsed, journal, today=TODAY, keep_mine=keep_mine)
    assert sum(counts(found)) == len([day for day in parsed.days if day <= TODAY])
    assert found.days + found.future_days == len(parsed.days)
    change = journal.import_all(found.batch)
    assert (change is None) == (not found.writes)
    again = plan(parsed, journal, today=TODAY, keep_mine=keep_mine)
    assert not again.writes
    for day in (day for day in mine if keep_mine):
        recorded = journal.day(day).recorded
        assert mine[day].items() <= recorded.items()
    if change:
        journal.undo(change.id)
    assert kept(journal) == before
