from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine

from journal.domain.catalogues import OWN_GROUP, CatalogueName, Entry
from journal.domain.changes import ChangeKind
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.days import Bleeding, Day, LhTest, Mucus, Sensation, SignStrength
from journal.domain.errors import (
    ContextMissing,
    FieldUnknown,
    MomentMissing,
    RatingOutOfRange,
)
from journal.domain.intentions import Intention
from journal.domain.journal import BleedingDay, ImportBatch
from journal.domain.moments import BidResponse, Moment
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage, StageDeclaration
from journal.storage import OwnerJournal, owner_named
from tests.in_memory_journal import InMemoryJournal

DAY = date(2026, 5, 14)
MAY = DateRange.month_of(DAY)


def undo_last_of(journal: OwnerJournal, kind: ChangeKind) -> None:
    last = journal.last_change_of(kind)
    assert last is not None
    assert journal.undo(last.id)


def test_a_day_nobody_wrote_on_records_nothing(journal: OwnerJournal) -> None:
    assert Day(DAY) == journal.day(DAY)
    assert journal.day(DAY).recorded == {}


def test_zero_is_a_rating_and_none_is_not(journal: OwnerJournal) -> None:
    journal.save_day(DAY, {"mood": 0})
    assert journal.day(DAY).mood == 0
    assert journal.day(DAY).desire is None


def test_saving_one_field_leaves_the_others(journal: OwnerJournal) -> None:
    journal.save_day(DAY, {"mood": 7, "sign:cramps": SignStrength.MILD})
    journal.save_day(DAY, {"desire": 2})
    assert journal.day(DAY).recorded == {"mood": 7, "desire": 2, "sign:cramps": "mild"}


def test_two_stores_on_one_day_do_not_overwrite_each_others_fields(
    journal_of: Callable[[str], OwnerJournal],
) -> None:
    one_tab, other_tab = journal_of("owner"), journal_of("owner")
    one_tab.day(DAY)
    other_tab.day(DAY)
    one_tab.save_day(DAY, {"mood": 7})
    other_tab.save_day(DAY, {"sign:cramps": SignStrength.MILD})
    assert one_tab.day(DAY).recorded == {"mood": 7, "sign:cramps": "mild"}


def test_a_day_cleared_of_everything_is_no_record(journal: OwnerJournal) -> None:
    journal.save_day(DAY, {"mood": 7, "sensation:heart:warmth": True})
    journal.save_day(DAY, {"mood": None, "sensation:heart:warmth": None})
    assert journal.days(MAY) == []
    assert journal.recorded_dates(MAY) == []


def test_saving_what_is_there_already_is_no_act(journal: OwnerJournal) -> None:
    journal.save_day(DAY, {"mood": 7})
    assert journal.save_day(DAY, {"mood": 7}) is None


def test_a_value_that_cannot_be_writes_nothing_of_the_act(journal: OwnerJournal) -> None:
    with pytest.raises(RatingOutOfRange):
        journal.save_day(DAY, {"desire": 3, "mood": 11})
    with pytest.raises(FieldUnknown):
        journal.save_day(DAY, {"desire": 3, "libido": 1})
    assert journal.days(MAY) == []


def test_undo_brings_back_what_stood_there(journal: OwnerJournal) -> None:
    journal.save_day(DAY, {"mood": 7})
    journal.save_day(DAY, {"mood": 2, "note": "tired"})
    last = journal.last_change(DAY)
    assert last is not None
    assert journal.undo(last.id)
    assert journal.day(DAY).recorded == {"mood": 7}


def test_undo_again_goes_one_act_further_back(journal: OwnerJournal) -> None:
    journal.save_day(DAY, {"mood": 7})
    journal.add_moment(Moment(DAY, "long_hug"))
    for _ in range(2):
        last = journal.last_change(DAY)
        assert last is not None
        assert journal.undo(last.id)
    assert journal.last_change(DAY) is None
    assert journal.recorded_dates(MAY) == []


def test_an_act_is_undone_once(journal: OwnerJournal) -> None:
    change = journal.save_day(DAY, {"mood": 7})
    assert change is not None
    assert journal.undo(change.id)
    journal.save_day(DAY, {"mood": 7})
    assert not journal.undo(change.id)
    assert journal.day(DAY).mood == 7


def test_undo_leaves_what_was_changed_again_since(journal: OwnerJournal) -> None:
    earlier = journal.save_day(DAY, {"mood": 7, "desire": 3})
    journal.save_day(DAY, {"mood": 9})
    assert earlier is not None
    journal.undo(earlier.id)
    assert journal.day(DAY).recorded == {"mood": 9}


def test_a_moment_comes_back_with_all_its_details(journal: OwnerJournal) -> None:
    moment = Moment(
        DAY,
        "long_hug",
        response=BidResponse.TURNED_TOWARD,
        phone_in_way=False,
        minutes=5,
        sensations=frozenset({Sensation("heart", "warmth")}),
        note="by the window",
    )
    saved = journal.add_moment(moment)
    assert [saved] == journal.moments(MAY)
    journal.delete_moment(saved.id)
    assert journal.moments(MAY) == []
    last = journal.last_change(DAY)
    assert last is not None
    journal.undo(last.id)
    assert [saved] == journal.moments(MAY)


def test_moments_without_a_time_keep_the_order_they_were_tapped_in(journal: OwnerJournal) -> None:
    tapped = [journal.add_moment(Moment(DAY, kind)).kind for kind in ("c", "a", "b", "a")]
    assert tapped == [moment.kind for moment in journal.moments(MAY)]
    assert journal.moment_counts(MAY) == [(DAY, "a", 2), (DAY, "b", 1), (DAY, "c", 1)]


def test_a_removed_moment_can_no_longer_be_changed(journal: OwnerJournal) -> None:
    saved = journal.add_moment(Moment(DAY, "long_hug"))
    journal.delete_moment(saved.id)
    with pytest.raises(MomentMissing):
        journal.save_moment(saved)
    with pytest.raises(MomentMissing):
        journal.delete_moment(saved.id)


def test_a_day_with_only_a_moment_is_recorded(journal: OwnerJournal) -> None:
    journal.add_moment(Moment(DAY, "long_hug"))
    assert journal.recorded_dates(MAY) == [DAY]
    assert journal.first_date() == DAY


def test_contexts_are_kept_changed_and_removed(journal: OwnerJournal) -> None:
    saved = journal.save_context(Context(ContextKind.EVENT, DAY, name="A move"))
    ended = Context(ContextKind.EVENT, DAY, DAY + timedelta(days=3), "A move", saved.id)
    journal.save_context(ended)
    assert [ended] == journal.contexts()
    journal.delete_context(saved.id)
    assert journal.contexts() == []
    with pytest.raises(ContextMissing):
        journal.delete_context(saved.id)


def test_stages_keep_their_history(journal: OwnerJournal) -> None:
    first = StageDeclaration(date(2024, 1, 1), Stage.EARLY_TRANSITION)
    second = StageDeclaration(date(2026, 1, 1), Stage.LATE_TRANSITION)
    journal.declare_stage(second)
    journal.declare_stage(first)
    assert [first, second] == journal.stages()
    journal.withdraw_stage(second.date)
    assert [first] == journal.stages()


def test_answers_are_kept_changed_and_withdrawn(journal: OwnerJournal) -> None:
    missed = CycleAnswer(DAY, CycleQuestion.MISSED_PERIOD, CycleReply.NONE_CAME)
    early = CycleAnswer(DAY, CycleQuestion.EARLY_BLEED, CycleReply.NOT_SURE)
    long_ago = CycleAnswer(date(2020, 2, 29), CycleQuestion.EARLY_BLEED, CycleReply.SAME_PERIOD)
    for answer in (missed, early, long_ago):
        journal.answer_cycle_question(answer)
    assert [long_ago, early, missed] == journal.cycle_answers()
    surer = CycleAnswer(DAY, CycleQuestion.EARLY_BLEED, CycleReply.NEW_PERIOD)
    journal.answer_cycle_question(surer)
    assert [long_ago, surer, missed] == journal.cycle_answers()
    journal.withdraw_cycle_answer(DAY, CycleQuestion.EARLY_BLEED)
    journal.withdraw_cycle_answer(DAY, CycleQuestion.EARLY_BLEED)
    assert [long_ago, missed] == journal.cycle_answers()


def test_what_was_removed_comes_back_kind_by_kind(journal: OwnerJournal) -> None:
    context = journal.save_context(Context(ContextKind.EVENT, DAY, name="A move"))
    stage = StageDeclaration(DAY, Stage.EARLY_TRANSITION)
    answer = CycleAnswer(DAY, CycleQuestion.EARLY_BLEED, CycleReply.SAME_PERIOD)
    journal.declare_stage(stage)
    journal.answer_cycle_question(answer)
    journal.delete_context(context.id)
    journal.withdraw_stage(DAY)
    journal.withdraw_cycle_answer(DAY, CycleQuestion.EARLY_BLEED)
    journal.save_day(DAY, {"mood": 7})
    undo_last_of(journal, ChangeKind.STAGE)
    assert ([], [stage], []) == (journal.contexts(), journal.stages(), journal.cycle_answers())
    undo_last_of(journal, ChangeKind.CONTEXT)
    undo_last_of(journal, ChangeKind.CYCLE_ANSWER)
    assert [context] == journal.contexts()
    assert [answer] == journal.cycle_answers()
    undo_last_of(journal, ChangeKind.CYCLE_ANSWER)
    assert journal.cycle_answers() == []
    assert journal.last_change_of(ChangeKind.CYCLE_ANSWER) is None
    assert journal.day(DAY).mood == 7


def test_an_answer_is_no_record_of_its_day(journal: OwnerJournal) -> None:
    journal.answer_cycle_question(
        CycleAnswer(DAY, CycleQuestion.EARLY_BLEED, CycleReply.SAME_PERIOD)
    )
    assert journal.recorded_dates(MAY) == []
    assert journal.last_change(DAY) is None


def test_settings_come_back_as_they_were_saved(journal: OwnerJournal) -> None:
    assert OwnerSettings() == journal.settings()
    wanted = OwnerSettings(
        welcomed=True, situation=Situation.IRREGULAR, birth_year=1979, ratings=("calm", "stress")
    )
    journal.change_settings(lambda _: wanted)
    assert wanted == journal.settings()


def test_an_own_entry_is_offered_and_a_hidden_one_is_not_but_keeps_its_name(
    journal: OwnerJournal,
) -> None:
    own = Entry("own_tea", "Tea together", OWN_GROUP, own=True)
    journal.save_entry(CatalogueName.MOMENTS, own)
    journal.save_entry(CatalogueName.MOMENTS, Entry("long_hug", "Big hug", "Touch", hidden=True))
    catalogue = journal.catalogue(CatalogueName.MOMENTS)
    offered = {entry.code for entry in catalogue.offered}
    assert "own_tea" in offered
    assert "long_hug" not in offered
    assert catalogue.name("long_hug") == "Big hug"
    assert own == catalogue.entries["own_tea"]


def test_own_steps_are_kept_in_their_order_as_one_act_and_undone_as_one(
    journal: OwnerJournal,
) -> None:
    ladder = CatalogueName.LADDER
    steps = [
        Entry(f"own_{name}", name, OWN_GROUP, own=True, touch=touch, place=place)
        for name, touch, place in (("B", False, 0), ("C", None, 1), ("A", True, None))
    ]
    journal.save_entry(ladder, *reversed(steps))
    assert steps == journal.catalogue(ladder).own
    act = journal.last_change_of(ChangeKind.CATALOGUE)
    assert act is not None
    assert journal.undo(act.id)
    assert journal.catalogue(ladder).own == []


def test_recent_bleeding_is_the_newest_and_ends_with_the_day_asked_for(
    journal: OwnerJournal,
) -> None:
    for days_ago in (0, 1, 2, 40):
        journal.save_day(DAY - timedelta(days=days_ago), {"bleeding": Bleeding.LIGHT})
    journal.save_day(DAY - timedelta(days=3), {"bleeding": Bleeding.NONE})
    found = journal.recent_bleeding(DAY - timedelta(days=1), limit=2)
    assert [DAY - timedelta(days=2), DAY - timedelta(days=1)] == [item.date for item in found]
    assert len(journal.bleeding_days()) == 4


def test_not_my_period_reaches_the_cycle_engine(journal: OwnerJournal) -> None:
    journal.save_day(DAY, {"bleeding": Bleeding.HEAVY, "not_my_period": True})
    assert [BleedingDay(DAY, Bleeding.HEAVY, not_my_period=True)] == journal.bleeding_days()


def test_columns_hold_only_days_that_recorded_one_of_the_fields(journal: OwnerJournal) -> None:
    journal.save_day(DAY, {"mood": 7})
    journal.save_day(DAY + timedelta(days=1), {"note": "nothing rated"})
    journal.save_day(DAY + timedelta(days=2), {"desire": 0})
    assert {
        "date": [DAY, DAY + timedelta(days=2)],
        "mood": [7, None],
        "desire": [None, 0],
    } == journal.day_columns(["mood", "desire"])
    assert journal.day_columns(["calm"]) == {"date": [], "calm": []}


def test_body_signs_are_read_from_the_days_that_have_one(journal: OwnerJournal) -> None:
    signs = ["temperature_c", "temperature_disturbed", "mucus", "lh_test"]
    journal.save_day(DAY, {"temperature_c": 36.55, "temperature_disturbed": True, "mood": 7})
    journal.save_day(DAY + timedelta(days=1), {"mood": 7, "bleeding": Bleeding.LIGHT})
    journal.save_day(
        DAY + timedelta(days=2), {"mucus": Mucus.EGG_WHITE, "lh_test": LhTest.POSITIVE}
    )
    columns = journal.day_columns(signs)
    assert columns == {
        "date": [DAY, DAY + timedelta(days=2)],
        "temperature_c": [36.55, None],
        "temperature_disturbed": [True, None],
        "mucus": [None, "egg_white"],
        "lh_test": [None, "positive"],
    }
    assert type(columns["mucus"][1]) is str
    in_memory = InMemoryJournal(journal.days(MAY)).day_columns(signs)
    assert columns == in_memory
    assert type(in_memory["mucus"][1]) is str


def test_a_span_of_no_days_holds_nothing(journal: OwnerJournal) -> None:
    journal.save_day(DAY, {"mood": 7, "bleeding": Bleeding.LIGHT})
    journal.add_moment(Moment(DAY, "hug"))
    nothing = DateRange(DAY, DAY)
    assert journal.day_columns(["mood"], nothing)["date"] == []
    assert journal.bleeding_days(nothing) == []
    assert journal.moment_counts(nothing) == []
    assert journal.recorded_dates(nothing) == []


def test_signs_used_lately_come_newest_first(journal: OwnerJournal) -> None:
    journal.save_day(DAY - timedelta(days=2), {"sign:cramps": SignStrength.MILD})
    journal.save_day(DAY, {"sign:headache": SignStrength.ABSENT})
    journal.save_day(DAY + timedelta(days=1), {"sign:nausea": SignStrength.ABSENT})
    assert journal.recent_signs(DAY) == ["headache", "cramps"]
    assert [(DAY - timedelta(days=2), "cramps", "mild")] == journal.sign_days(["cramps"])


def test_what_is_imported_in_one_instant_keeps_its_order(engine: Engine) -> None:
    instant = datetime(2026, 5, 14, 12, 3, tzinfo=UTC)
    journal = OwnerJournal(engine, owner_named(engine, "owner"), lambda: instant)
    kinds = ["c", "a", "b", "a", *"zyxwvutsrq"]
    week = DAY - timedelta(days=DAY.weekday())
    journal.import_all(
        ImportBatch(
            "a list",
            {},
            moments=[Moment(DAY, kind) for kind in kinds],
            intentions=[Intention(week, kind) for kind in kinds],
        )
    )
    assert kinds == [moment.kind for moment in journal.moments(MAY)]
    assert kinds == [intention.words for intention in journal.intentions(MAY)]


def test_an_import_is_one_act_and_is_undone_whole(journal: OwnerJournal) -> None:
    journal.save_day(DAY, {"mood": 5})
    before = journal.days(MAY)
    batch = ImportBatch(
        "drip, 2 days",
        {DAY: {"desire": 3}, DAY + timedelta(days=1): {"mood": 4, "sign:cramps": "mild"}},
        moments=[Moment(DAY, "own_walk", id="m1")],
        contexts=[Context(ContextKind.TIME_APART, DAY, id="c1")],
        entries=[(CatalogueName.MOMENTS, Entry("own_walk", "Walk", OWN_GROUP, own=True))],
    )
    change = journal.import_all(batch)
    assert change is not None
    assert [change] == journal.imports()
    assert journal.day(DAY).desire == 3
    assert journal.import_all(batch) is None
    assert journal.undo(change.id)
    assert before == journal.days(MAY)
    assert journal.moments(MAY) == []
    assert journal.contexts() == []
    assert journal.imports()[0].undone


def test_every_write_raises_the_revision(journal: OwnerJournal) -> None:
    assert journal.revision() == 0
    change = journal.save_day(DAY, {"mood": 5})
    after_saving = journal.revision()
    assert after_saving > 0
    assert change is not None
    journal.undo(change.id)
    assert journal.revision() > after_saving


def test_long_spotting_does_not_hide_the_last_bleed(journal: OwnerJournal) -> None:
    journal.save_day(DAY - timedelta(days=90), {"bleeding": Bleeding.MEDIUM})
    for days_ago in range(70):
        journal.save_day(DAY - timedelta(days=days_ago), {"bleeding": Bleeding.SPOTTING})
    found = [item.date for item in journal.recent_bleeding(DAY)]
    assert [DAY - timedelta(days=90)] == found


def test_broken_characters_are_kept_as_far_as_they_can_be(journal: OwnerJournal) -> None:
    journal.save_day(DAY, {"note": "half \ud83d of it"})
    moment = journal.add_moment(Moment(DAY, "long_hug", note="a\x00b \udc00"))
    assert journal.day(DAY).note == "half ? of it"
    assert journal.moment(moment.id).note == "ab ?"


def test_undo_leaves_what_she_entered_again_even_where_it_is_the_same(
    journal: OwnerJournal,
) -> None:
    imported = journal.import_all(ImportBatch("drip", {DAY: {"mood": 7, "desire": 3}}))
    journal.save_day(DAY, {"mood": 2})
    journal.save_day(DAY, {"mood": 7})
    assert imported is not None
    assert journal.undo(imported.id)
    assert journal.day(DAY).recorded == {"mood": 7}
