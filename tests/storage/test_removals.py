"""What the history says she removed, on each kind of database."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import Engine, event

from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.days import SignStrength
from journal.domain.intentions import Intention
from journal.domain.journal import ImportBatch
from journal.domain.moments import Moment
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage, StageDeclaration
from journal.storage import OwnerJournal

DAY = date(2026, 3, 5)
HUG = Moment(DAY, "long_hug", id="a")
ALL = DateRange(date.min, date.max)
BATCH = ImportBatch("a file", {DAY: {"mood": 7, "note": "n"}}, [HUG])


def removed(journal: OwnerJournal) -> set[tuple[str, str, str]]:
    """Return what the journal says she removed."""
    return set(journal.removals().keys)


def test_an_empty_journal_removed_nothing(journal: OwnerJournal) -> None:
    assert removed(journal) == set()


def test_what_she_deletes_and_clears_is_removed(journal: OwnerJournal) -> None:
    journal.import_all(BATCH)
    assert removed(journal) == set()
    journal.delete_moment("a")
    journal.save_day(DAY, {"mood": None, "sign:headache": SignStrength.MILD})
    journal.save_day(DAY, {"sign:headache": None})
    found = journal.removals()
    assert found.has("moment", "a")
    assert found.has_field(DAY, "mood")
    assert found.has_field(DAY, "sign:headache")
    assert len(found.keys) == 3


def test_everything_that_can_be_withdrawn_is_named(journal: OwnerJournal) -> None:
    context = journal.save_context(Context(ContextKind.PREGNANCY, DAY))
    journal.delete_context(context.id)
    intention = journal.save_intention(Intention(DAY, "I take his hand"))
    journal.delete_intention(intention.id)
    journal.declare_stage(StageDeclaration(DAY, Stage.LATE_TRANSITION))
    journal.withdraw_stage(DAY)
    question = CycleQuestion.EARLY_BLEED
    journal.answer_cycle_question(CycleAnswer(DAY, question, CycleReply.NOT_SURE))
    journal.withdraw_cycle_answer(DAY, question)
    expected = {
        ("context", context.id, ""),
        ("intention", intention.id, ""),
        ("stage", "2026-03-05", ""),
        ("cycle_answer", f"2026-03-05|{question.value}", ""),
    }
    assert removed(journal) == expected


def test_what_is_set_again_is_not_removed(journal: OwnerJournal) -> None:
    journal.import_all(BATCH)
    journal.save_day(DAY, {"mood": None})
    journal.save_day(DAY, {"mood": 3})
    assert removed(journal) == set()


def test_a_removal_taken_back_is_none(journal: OwnerJournal) -> None:
    journal.import_all(BATCH)
    change = journal.save_day(DAY, {"mood": None})
    assert change is not None
    journal.undo(change.id)
    assert removed(journal) == set()


def test_an_import_taken_back_removed_nothing(journal: OwnerJournal) -> None:
    change = journal.import_all(BATCH)
    assert change is not None
    journal.delete_moment("a")
    assert len(removed(journal)) == 1
    journal.undo(change.id)
    assert journal.days(ALL) == []
    assert removed(journal) == set()


def test_what_she_wrote_and_cleared_stays_removed_when_an_import_is_taken_back(
    journal: OwnerJournal,
) -> None:
    journal.save_day(DAY, {"mood": 4})
    journal.save_day(DAY, {"mood": None})
    change = journal.import_all(BATCH)
    assert change is not None
    assert removed(journal) == set()
    journal.undo(change.id)
    assert removed(journal) == {("day", "2026-03-05", "mood")}


def test_removals_are_of_one_owner(journal_of: Callable[[str], OwnerJournal]) -> None:
    mine, other = journal_of("owner"), journal_of("other")
    for journal in (mine, other):
        journal.import_all(BATCH)
    other.delete_moment("a")
    assert removed(mine) == set()


def test_removals_come_back_with_a_backup(journal_of: Callable[[str], OwnerJournal]) -> None:
    mine, other = journal_of("owner"), journal_of("other")
    mine.import_all(BATCH)
    mine.delete_moment("a")
    other.restore(mine.snapshot())
    assert removed(other) == {("moment", "a", "")}


def test_however_much_was_removed_it_is_one_query(journal: OwnerJournal, engine: Engine) -> None:
    moments = [Moment(DAY, "long_hug", id=str(number)) for number in range(20)]
    journal.import_all(ImportBatch("a file", {}, moments))
    for moment in moments[:10]:
        journal.delete_moment(moment.id)
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    assert len(removed(journal)) == 10
    assert len([words for words in asked if words != "BEGIN"]) == 1
