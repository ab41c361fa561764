"""What she removed stays removed when she imports again, and comes back where she wants it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from journal.domain.contexts import Context, ContextKind
from journal.domain.intentions import Intention
from journal.domain.journal import Journal
from journal.domain.moments import Moment
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage, StageDeclaration
from journal.exchange.importing.parsed import Parsed
from journal.exchange.importing.planning import ImportPlan, plan
from journal.storage import memory_journal
from tests.builders import on
from tests.exchange.importing.app_files import TODAY, daylio, drip, read

ALL = DateRange(date(1900, 1, 1), date(2100, 1, 1))
FIRST = {"date": "2026-03-05", "bleeding.value": "1", "desire.value": "1", "sex.solo": "true"}
SECOND = {"date": "2026-03-06", "bleeding.value": "2", "sex.partner": "true", "note.value": "n"}
OLDER, NEWER = drip(FIRST, SECOND), drip(FIRST, SECOND, FIRST | {"date": "2026-03-07"})
PREGNANCY = Context(ContextKind.PREGNANCY, date(2026, 1, 5), id="context")
STAGE = StageDeclaration(date(2026, 3, 2), Stage.LATE_TRANSITION)
LASTING = Parsed(
    "a file",
    {},
    contexts=[PREGNANCY],
    stages=[STAGE],
    intentions=[Intention(date(2026, 3, 2), "I take his hand", id="intention")],
)


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 6, 30, 12, tzinfo=UTC))


def planned(content: bytes, journal: Journal, *, bring_back: bool = False) -> ImportPlan:
    """Plan an import of a file."""
    return plan(read(content), journal, today=TODAY, bring_back=bring_back)


@pytest.fixture
def pruned(journal: Journal) -> Journal:
    """A journal that brought the older file along, and from which one moment and value went."""
    journal.import_all(planned(OLDER, journal).batch)
    (moment,) = journal.moments(DateRange(on("2026-03-05"), on("2026-03-06")))
    journal.delete_moment(moment.id)
    journal.save_day(on("2026-03-05"), {"desire": None})
    return journal


def test_what_she_removed_does_not_come_again(pruned: Journal) -> None:
    found = planned(OLDER, pruned)
    assert not found.writes
    assert found.removed.counts == {"moment": 1, "day": 1}
    assert (found.new_moments, found.known_moments, found.moments) == (0, 1, 2)
    assert (found.new_days, found.changed_days, found.same_days) == (0, 0, 2)


def test_a_newer_export_brings_only_what_is_new(pruned: Journal) -> None:
    found = planned(NEWER, pruned)
    assert list(found.batch.days) == [on("2026-03-07")]
    assert [moment.date for moment in found.batch.moments] == [on("2026-03-07")]
    pruned.import_all(found.batch)
    assert pruned.day(on("2026-03-05")).desire is None
    assert len(pruned.moments(ALL)) == 2


def test_what_she_removed_comes_back_where_she_wants_it(pruned: Journal) -> None:
    found = planned(OLDER, pruned, bring_back=True)
    assert found.removed.come_back
    assert found.removed.counts == {"moment": 1, "day": 1}
    assert (found.new_moments, found.changed_days, found.moments) == (1, 1, 2)
    change = pruned.import_all(found.batch)
    assert pruned.day(on("2026-03-05")).desire == 5
    assert len(pruned.moments(ALL)) == 2
    assert not planned(OLDER, pruned).removed
    assert change is not None
    pruned.undo(change.id)
    assert planned(OLDER, pruned).removed


def test_a_day_she_cleared_whole_counts_as_staying_the_same(journal: Journal) -> None:
    journal.import_all(planned(OLDER, journal).batch)
    journal.save_day(on("2026-03-05"), {"desire": None, "bleeding": None})
    found = planned(OLDER, journal)
    assert not found.writes
    assert (found.new_days, found.same_days, found.days) == (0, 2, 2)


def test_after_an_import_was_taken_back_everything_comes(pruned: Journal) -> None:
    (change,) = pruned.imports()
    pruned.undo(change.id)
    assert pruned.moments(ALL) == []
    found = planned(OLDER, pruned)
    assert not found.removed
    assert (found.new_days, found.new_moments) == (2, 2)


def test_a_removal_she_took_back_is_none(journal: Journal) -> None:
    journal.import_all(planned(OLDER, journal).batch)
    journal.save_day(on("2026-03-05"), {"desire": None})
    change = journal.last_change(on("2026-03-05"))
    assert change is not None
    journal.undo(change.id)
    assert not planned(OLDER, journal).removed
    assert journal.day(on("2026-03-05")).desire == 5


def test_a_value_she_wrote_and_cleared_before_any_import_stays_cleared(journal: Journal) -> None:
    journal.save_day(on("2026-03-05"), {"desire": 9})
    journal.save_day(on("2026-03-05"), {"desire": None})
    found = planned(OLDER, journal)
    assert found.removed.counts == {"day": 1}
    assert {"bleeding"} == found.batch.days[on("2026-03-05")].keys()


def test_what_is_said_of_a_value_stays_away_with_it(journal: Journal) -> None:
    day = on("2026-03-05")
    plain = Parsed("a file", {day: {"bleeding": "light"}})
    journal.import_all(plan(plain, journal, today=TODAY).batch)
    journal.save_day(day, {"bleeding": None})
    marked = Parsed("a file", {day: {"bleeding": "light", "not_my_period": True}})
    assert not plan(marked, journal, today=TODAY).writes
    back = plan(marked, journal, today=TODAY, bring_back=True)
    assert back.batch.days == marked.days


def test_letting_the_file_win_brings_nothing_back(pruned: Journal) -> None:
    pruned.save_day(on("2026-03-05"), {"bleeding": "heavy"})
    found = plan(read(OLDER), pruned, today=TODAY, keep_mine=False)
    assert {"bleeding"} == found.batch.days[on("2026-03-05")].keys()


def test_what_lasts_stays_removed_too(journal: Journal) -> None:
    journal.import_all(plan(LASTING, journal, today=TODAY).batch)
    journal.delete_context("context")
    journal.withdraw_stage(STAGE.date)
    journal.delete_intention("intention")
    # Ended since, it is the same context still.
    newer = replace(LASTING, contexts=[replace(PREGNANCY, end=date(2026, 6, 1))])
    found = plan(newer, journal, today=TODAY)
    assert not found.writes
    assert found.removed.counts == {"context": 1, "stage": 1, "intention": 1}
    assert (found.lasting.known_contexts, found.lasting.known, found.lasting.new) == (0, 0, 0)
    back = plan(newer, journal, today=TODAY, bring_back=True)
    assert (back.lasting.new_contexts, back.lasting.new) == (1, 2)


def test_one_of_two_equal_moments_stays_removed_alone(journal: Journal) -> None:
    content = daylio({"time": "8:00", "activities": "hug"}, {"time": "8:00", "activities": "hug"})
    parsed = read(content, {"activity:hug": "moment:long_hug"})
    journal.import_all(plan(parsed, journal, today=TODAY).batch)
    first: Moment = journal.moments(ALL)[0]
    journal.delete_moment(first.id)
    found = plan(parsed, journal, today=TODAY)
    assert (found.removed.counts, found.known_moments) == ({"moment": 1}, 1)
