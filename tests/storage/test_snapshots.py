"""A journal whole, taken out and put in place, on each kind of database."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.changes import ChangeKind
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.days import Day
from journal.domain.errors import RatingOutOfRange
from journal.domain.intentions import Intention
from journal.domain.journal import ImportBatch
from journal.domain.moments import Moment
from journal.domain.stages import Stage, StageDeclaration
from journal.exchange.record.backup import open_backup, packed_backup
from journal.storage import OwnerJournal
from journal.storage.shared_snapshots import SHARED
from journal.storage.snapshots import RECORD
from journal.storage.tables import Base
from tests.acts import ACTS, Act, perform
from tests.support.journals import journal_at

DAY = date(2026, 5, 14)
ROOT = Path(__file__).parents[2]


def filled(journal: OwnerJournal) -> OwnerJournal:
    """Do a little of everything, and take one act back."""
    journal.save_day(DAY, {"mood": 4, "note": "a"})
    journal.save_day(DAY, {"mood": 7, "sign:cramps": "mild", "sensation:heart:flutter": True})
    journal.add_moment(Moment(DAY, "long_hug", id="m1"))
    journal.add_moment(Moment(DAY, "kiss"))
    journal.save_context(Context(ContextKind.PCOS, DAY))
    journal.declare_stage(StageDeclaration(DAY, Stage.LATE_TRANSITION))
    journal.answer_cycle_question(
        CycleAnswer(DAY, CycleQuestion.EARLY_BLEED, CycleReply.SAME_PERIOD)
    )
    journal.save_intention(Intention(DAY, "A walk"))
    journal.save_entry(CatalogueName.SIGNS, Entry("own_x", "X", "Yours", own=True))
    journal.change_settings(lambda kept: replace(kept, birth_year=1975, ratings=("calm",)))
    change = journal.import_all(ImportBatch("a file", {DAY: {"desire": 3}}))
    assert change is not None
    journal.undo(change.id)
    return journal


def test_a_restored_journal_is_the_same_journal(
    journal: OwnerJournal, journal_of: Callable[[str], OwnerJournal]
) -> None:
    taken = filled(journal).snapshot()
    assert len(taken.changes) == 10
    another = journal_of("another")
    another.restore(taken)
    assert taken == another.snapshot()
    assert taken == journal.snapshot()


def test_undo_still_works_after_a_restore(journal: OwnerJournal) -> None:
    journal.restore(filled(journal).snapshot())
    change = journal.last_change(DAY)
    assert change is not None
    assert change.kind is ChangeKind.MOMENT
    journal.undo(change.id)
    assert [moment.id for moment in journal.snapshot().moments] == ["m1"]


def test_a_restore_leaves_nothing_of_what_was_there(journal: OwnerJournal) -> None:
    empty = journal.snapshot()
    filled(journal).restore(empty)
    assert empty == journal.snapshot()
    assert journal.first_date() is None


def test_an_undo_offered_before_a_restore_meets_no_other_act(journal: OwnerJournal) -> None:
    taken = filled(journal).snapshot()
    journal.save_day(DAY, {"mood": 1})
    offered = journal.last_change(DAY)
    assert offered is not None
    journal.restore(taken)
    assert not journal.undo(offered.id)
    assert taken == journal.snapshot()


def test_a_restore_touches_no_other_journal(
    journal: OwnerJournal, journal_of: Callable[[str], OwnerJournal]
) -> None:
    taken = filled(journal).snapshot()
    another = journal_of("another")
    another.save_day(DAY, {"mood": 1})
    another.restore(replace(another.snapshot(), days=[Day(DAY, mood=9)]))
    assert taken == journal.snapshot()
    assert another.day(DAY).mood == 9
    another.restore(taken)
    another.save_day(DAY, {"mood": 2})
    assert taken == journal.snapshot()


def test_the_calendar_address_is_no_part_of_it(journal: OwnerJournal) -> None:
    before = filled(journal).snapshot()
    journal.make_calendar_address("UTC")
    assert before == journal.snapshot()
    journal.restore(before)
    assert journal.calendar_address() is not None


def test_every_table_is_in_a_snapshot_or_left_out_on_purpose() -> None:
    history = {"change", "field_change"}
    left_out = {"owner", "calendar_address"}
    kept = {table.__tablename__ for table in (*RECORD, *SHARED)}
    assert set(Base.metadata.tables) == kept | history | left_out


def test_a_value_no_journal_keeps_changes_nothing(journal: OwnerJournal) -> None:
    taken = filled(journal).snapshot()
    with pytest.raises(RatingOutOfRange):
        journal.restore(replace(taken, days=[Day(DAY, mood=11)]))
    assert taken == journal.snapshot()


def test_restoring_counts_as_a_write(journal: OwnerJournal) -> None:
    before = filled(journal).revision()
    journal.restore(journal.snapshot())
    assert journal.revision() > before


@given(acts=st.lists(ACTS, max_size=10), others=st.lists(ACTS, max_size=4))
@hypothesis_settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_journal_backed_up_and_restored_over_any_other_is_that_journal(
    journal_of: Callable[[str], OwnerJournal], acts: list[Act], others: list[Act]
) -> None:
    owner = f"{datetime.now(UTC).timestamp()}"
    taken = perform(journal_of(f"{owner} one"), acts)
    another = journal_of(f"{owner} two")
    perform(another, others)
    another.restore(open_backup(packed_backup(taken, DAY)).snapshot)
    restored = another.snapshot()
    assert taken == replace(restored, shared=taken.shared)  # beside which hers stays
    assert set(taken.shared.replies) <= set(restored.shared.replies)


DIES = """
import os, sys
from datetime import UTC, datetime
from sqlalchemy import event
from tests.support.journals import journal_at
journal = journal_at(sys.argv[1], lambda: datetime(2026, 5, 14, tzinfo=UTC))
taken = journal.snapshot()
journal.save_day(taken.days[0].date, {"mood": 1})
@event.listens_for(journal._engine, "before_cursor_execute")
def _die(connection, cursor, statement, *rest):
    if statement.startswith("INSERT INTO field_change"):
        os._exit(9)
journal.restore(taken)
"""


def test_a_process_that_dies_while_restoring_leaves_the_journal_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "journal.db"
    filled(journal_at(file, lambda: datetime(2026, 5, 14, tzinfo=UTC)))
    done = subprocess.run(
        [sys.executable, "-c", DIES, str(file)], cwd=ROOT, check=False, capture_output=True
    )
    assert done.returncode == 9, done.stderr
    journal = journal_at(file, lambda: datetime(2026, 5, 14, tzinfo=UTC))
    assert journal.day(DAY).mood == 1
    assert journal.day(DAY).note == "a"
    assert len(journal.snapshot().changes) == 11
