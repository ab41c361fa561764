"""For every way of reading or writing: nobody reaches another person's journal."""

from collections.abc import Callable
from datetime import date

import pytest

from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.changes import ChangeKind
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.days import Bleeding, Day, SignStrength
from journal.domain.errors import ContextMissing, GrantMissing, IntentionMissing, MomentMissing
from journal.domain.grants import Passes
from journal.domain.intentions import MOST_A_WEEK, Intention
from journal.domain.journal import ImportBatch
from journal.domain.moments import Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.domain.replies import Reply, ReplyKind, ReplyMissing
from journal.domain.stages import Stage, StageDeclaration
from journal.storage import OwnerJournal

DAY = date(2026, 5, 14)
MAY = DateRange.month_of(DAY)
HER_ANSWER = CycleAnswer(DAY, CycleQuestion.EARLY_BLEED, CycleReply.SAME_PERIOD)


@pytest.fixture
def hers(journal_of: Callable[[str], OwnerJournal]) -> OwnerJournal:
    journal = journal_of("hers")
    journal.save_day(
        DAY, {"mood": 7, "bleeding": Bleeding.LIGHT, "sign:cramps": SignStrength.MILD, "note": "n"}
    )
    journal.save_day(DAY, {"note_shared": True, "sensation:heart:warmth": True})
    journal.add_moment(Moment(DAY, "long_hug", id="hers1"))
    journal.save_context(Context(ContextKind.PCOS, DAY, id="hers2"))
    journal.declare_stage(StageDeclaration(DAY, Stage.LATE_TRANSITION))
    journal.answer_cycle_question(HER_ANSWER)
    journal.save_intention(Intention(DAY, "A walk", id="hers3"))
    journal.change_settings(lambda _: OwnerSettings(welcomed=True))
    journal.make_calendar_address("UTC")
    grant = journal.make_grant("Ada", Passes(cycle=True), lasting_days=30, as_file=False)
    journal.take_replies(grant.id, [Reply(ReplyKind.COMMENT, "A good week", DAY)])
    journal.save_entry(CatalogueName.SIGNS, Entry("own_x", "X", "own", own=True))
    journal.import_all(ImportBatch("an import", {DAY: {"desire": 1}}))
    return journal


@pytest.fixture
def another(journal_of: Callable[[str], OwnerJournal], hers: OwnerJournal) -> OwnerJournal:
    assert hers.revision() > 0
    return journal_of("another")


READINGS: dict[str, tuple[Callable[[OwnerJournal], object], object]] = {
    "day": (lambda journal: journal.day(DAY), Day(DAY)),
    "days": (lambda journal: journal.days(MAY), []),
    "day_columns": (lambda journal: journal.day_columns(["mood"]), {"date": [], "mood": []}),
    "sign_days": (lambda journal: journal.sign_days(["cramps"]), []),
    "recent_signs": (lambda journal: journal.recent_signs(DAY), []),
    "bleeding_days": (lambda journal: journal.bleeding_days(), []),
    "recent_bleeding": (lambda journal: journal.recent_bleeding(DAY), []),
    "marked_notes": (lambda journal: journal.marked_notes(MAY), []),
    "felt": (lambda journal: journal.felt(), []),
    "moments": (lambda journal: journal.moments(MAY), []),
    "moment_counts": (lambda journal: journal.moment_counts(), []),
    "moment_tallies": (lambda journal: journal.moment_tallies(), []),
    "moment_columns": (lambda journal: len(journal.moment_columns().dates), 0),
    "moments_a_day": (lambda journal: journal.moments_a_day(), []),
    "intentions": (lambda journal: journal.intentions(), []),
    "intentions of a span": (lambda journal: journal.intentions(MAY), []),
    "last_change_of an intention": (
        lambda journal: journal.last_change_of(ChangeKind.INTENTION),
        None,
    ),
    "contexts": (lambda journal: journal.contexts(), []),
    "stages": (lambda journal: journal.stages(), []),
    "cycle_answers": (lambda journal: journal.cycle_answers(), []),
    "settings": (lambda journal: journal.settings(), OwnerSettings()),
    "recorded_dates": (lambda journal: journal.recorded_dates(MAY), []),
    "first_date": (lambda journal: journal.first_date(), None),
    "last_change": (lambda journal: journal.last_change(DAY), None),
    "last_change_of": (lambda journal: journal.last_change_of(ChangeKind.STAGE), None),
    "calendar_address": (lambda journal: journal.calendar_address(), None),
    "grants": (lambda journal: journal.grants(), []),
    "replies": (lambda journal: journal.replies(), []),
    "replies about a day": (lambda journal: journal.replies_about(DAY), []),
    "imports": (lambda journal: journal.imports(), []),
    "revision": (lambda journal: journal.revision(), 0),
    "catalogue": (
        lambda journal: "own_x" in journal.catalogue(CatalogueName.SIGNS).entries,
        False,
    ),
}


@pytest.mark.parametrize("name", READINGS)
def test_does_not_see_the_other_owners_record(name: str, another: OwnerJournal) -> None:
    read, nothing = READINGS[name]
    assert nothing == read(another)


def test_each_has_a_key_of_her_own(another: OwnerJournal, hers: OwnerJournal) -> None:
    assert hers.owner_key() != another.owner_key()


def test_does_not_open_change_or_remove_the_other_owners_moment(
    another: OwnerJournal, hers: OwnerJournal
) -> None:
    for act in (
        lambda: another.moment("hers1"),
        lambda: another.save_moment(Moment(DAY, "kiss", id="hers1")),
        lambda: another.delete_moment("hers1"),
    ):
        with pytest.raises(MomentMissing):
            act()
    assert hers.moment("hers1").kind == "long_hug"


def test_does_not_remove_the_other_owners_context(
    another: OwnerJournal, hers: OwnerJournal
) -> None:
    with pytest.raises(ContextMissing):
        another.delete_context("hers2")
    assert len(hers.contexts()) == 1


def test_does_not_remove_the_other_owners_intention(
    another: OwnerJournal, hers: OwnerJournal
) -> None:
    with pytest.raises(IntentionMissing):
        another.delete_intention("hers3")
    assert [Intention(DAY, "A walk", id="hers3")] == hers.intentions()


def test_does_not_answer_or_remove_the_other_owners_reply(
    another: OwnerJournal, hers: OwnerJournal
) -> None:
    (reply,) = hers.replies()
    for act in (
        lambda: another.answer_reply(reply.id, "no"),
        lambda: another.note_taken(reply.id),
        lambda: another.remove_reply(reply.id),
    ):
        with pytest.raises(ReplyMissing):
            act()
    with pytest.raises(GrantMissing):
        another.take_replies(reply.grant_id, [Reply(ReplyKind.COMMENT, "no")])
    another.note_replies_seen([reply.id])
    assert [reply] == hers.replies()


def test_the_other_owners_intentions_take_no_room(
    another: OwnerJournal, hers: OwnerJournal
) -> None:
    for _ in range(MOST_A_WEEK):
        another.save_intention(Intention(DAY, "A walk"))
    assert len(another.intentions()) == MOST_A_WEEK
    assert len(hers.intentions()) == 1


def test_does_not_undo_the_other_owners_intention(
    another: OwnerJournal, hers: OwnerJournal
) -> None:
    change = hers.last_change_of(ChangeKind.INTENTION)
    assert change is not None
    assert not another.undo(change.id)
    assert len(hers.intentions()) == 1


def test_does_not_undo_the_other_owners_acts(another: OwnerJournal, hers: OwnerJournal) -> None:
    change = hers.last_change(DAY)
    assert change is not None
    assert not another.undo(change.id)
    assert [hers.moment("hers1")] == hers.moments(MAY)


def test_writes_on_the_same_day_stay_apart(another: OwnerJournal, hers: OwnerJournal) -> None:
    address = hers.calendar_address()
    assert address is not None
    another.save_day(DAY, {"mood": 1})
    another.add_moment(Moment(DAY, "kiss", id="hers1"))
    another.save_context(Context(ContextKind.ABLATION, DAY, id="hers2"))
    another.declare_stage(StageDeclaration(DAY, Stage.EARLY_TRANSITION))
    another.withdraw_stage(DAY)
    another.answer_cycle_question(
        CycleAnswer(DAY, CycleQuestion.EARLY_BLEED, CycleReply.NEW_PERIOD)
    )
    another.withdraw_cycle_answer(DAY, CycleQuestion.EARLY_BLEED)
    another.save_intention(Intention(DAY, "Tea", id="hers3"))
    another.change_settings(lambda _: OwnerSettings(birth_year=1980))
    another.make_calendar_address("Pacific/Kiritimati")
    another.withdraw_calendar_address()
    another.save_entry(CatalogueName.SIGNS, Entry("own_x", "Y", "own", own=True))
    assert hers.day(DAY).mood == 7
    assert hers.moment("hers1").kind == "long_hug"
    assert ContextKind.PCOS is hers.contexts()[0].kind
    assert Stage.LATE_TRANSITION is hers.stages()[0].stage
    assert hers.cycle_answers() == [HER_ANSWER]
    assert [Intention(DAY, "A walk", id="hers3")] == hers.intentions()
    assert hers.settings().birth_year is None
    assert hers.calendar_address() == address
    assert hers.catalogue(CatalogueName.SIGNS).name("own_x") == "X"
