"""What lasts a while comes along once, and never over what she wrote herself."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.intentions import Intention
from journal.domain.journal import Journal
from journal.domain.stages import Stage, StageDeclaration
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.parsed import Answers, Parsed
from journal.exchange.importing.planning import ImportPlan, plan
from journal.storage import memory_journal
from journal.views.import_preview import counts_table, understood
from tests.exchange.importing.app_files import TODAY

PREGNANCY = Context(ContextKind.PREGNANCY, date(2026, 1, 5))
MOVE = Context(ContextKind.EVENT, date(2026, 2, 1), date(2026, 2, 3), "moved house")


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 6, 30, 12, tzinfo=UTC))


def gathered(*contexts: Context) -> Parsed:
    """Return a file that says these contexts."""
    found = Gathering()
    for context in contexts:
        found.add_context(context)
    return found.parsed("Diary", Answers({}))


def planned(parsed: Parsed, journal: Journal) -> ImportPlan:
    """Plan an import."""
    return plan(parsed, journal, today=TODAY)


def test_contexts_come_along_once_and_go_again_with_undo(journal: Journal) -> None:
    found = planned(gathered(PREGNANCY, MOVE), journal)
    assert found.writes
    assert found.lasting.new_contexts == 2
    change = journal.import_all(found.batch)
    assert change is not None
    assert change.words == "Diary, 2 contexts"
    assert [replace(item, id="") for item in journal.contexts()] == [PREGNANCY, MOVE]
    again = planned(gathered(PREGNANCY, MOVE), journal)
    assert (again.writes, again.lasting.known_contexts) == (False, 2)
    journal.undo(change.id)
    assert journal.contexts() == []


def test_a_context_she_wrote_herself_is_not_brought_a_second_time(journal: Journal) -> None:
    journal.save_context(MOVE)
    assert not planned(gathered(MOVE), journal).writes


def test_a_context_on_the_last_day_of_the_calendar_is_no_crash(journal: Journal) -> None:
    found = planned(gathered(Context(ContextKind.PCOS, date.max)), journal)
    assert found.lasting.new_contexts == 1


def test_what_ended_since_gains_its_last_day_and_undo_opens_it_again(journal: Journal) -> None:
    journal.import_all(planned(gathered(PREGNANCY), journal).batch)
    found = planned(gathered(replace(PREGNANCY, end=date(2026, 6, 1))), journal)
    assert (found.lasting.new_contexts, found.lasting.ended_contexts) == (0, 1)
    change = journal.import_all(found.batch)
    assert [date(2026, 6, 1)] == [item.end for item in journal.contexts()]
    assert change is not None
    journal.undo(change.id)
    assert [item.end for item in journal.contexts()] == [None]


def test_a_context_she_changed_since_stays_as_she_wrote_it(journal: Journal) -> None:
    journal.import_all(planned(gathered(MOVE), journal).batch)
    (kept,) = journal.contexts()
    journal.save_context(replace(kept, name="the new flat"))
    assert not planned(gathered(MOVE), journal).writes


def test_two_equal_contexts_of_a_file_have_ids_of_their_own() -> None:
    assert len({item.id for item in gathered(MOVE, MOVE).contexts}) == 2


def test_a_file_of_contexts_alone_says_so(journal: Journal) -> None:
    parsed = gathered(MOVE)
    found = planned(parsed, journal)
    assert (
        understood(parsed, found)
        == "This is a Diary file with what lasts a while, of 1 February 2026."
    )
    assert "| New contexts | 1 |" in counts_table(found)


def test_stages_answers_and_intentions_of_hers_are_never_overwritten(journal: Journal) -> None:
    march = date(2026, 3, 2)
    journal.declare_stage(StageDeclaration(march, Stage.LATE_TRANSITION))
    kept = CycleAnswer(march, CycleQuestion.EARLY_BLEED, CycleReply.NOT_SURE)
    journal.answer_cycle_question(kept)
    parsed = Parsed(
        "a file",
        {},
        stages=[
            StageDeclaration(march, Stage.EARLY_TRANSITION),
            StageDeclaration(date(2026, 5, 1), Stage.LATE_TRANSITION),
        ],
        cycle_answers=[
            replace(kept, reply=CycleReply.NEW_PERIOD),
            CycleAnswer(march, CycleQuestion.MISSED_PERIOD, CycleReply.NONE_CAME),
        ],
        intentions=[Intention(march, "I take his hand")],
    )
    found = planned(parsed, journal)
    assert (found.lasting.new, found.lasting.known) == (3, 2)
    journal.import_all(found.batch)
    assert [item.stage for item in journal.stages()] == [Stage.LATE_TRANSITION] * 2
    assert kept in journal.cycle_answers()
    assert len(journal.cycle_answers()) == 2
    assert not planned(parsed, journal).writes


def test_a_word_she_renamed_keeps_its_name(journal: Journal) -> None:
    journal.save_entry(CatalogueName.SIGNS, Entry("own_ache", "Mine", "Yours", own=True))
    theirs = (CatalogueName.SIGNS, Entry("own_ache", "Theirs", "Yours", own=True))
    assert not planned(Parsed("a file", {}, entries=[theirs]), journal).writes
