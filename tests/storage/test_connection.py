"""What the connection page asks of a journal: whose a moment is, tallies, intentions."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.domain.changes import ChangeKind
from journal.domain.errors import IntentionMissing, WeekFull
from journal.domain.intentions import MOST_A_WEEK, Intention, IntentionSource
from journal.domain.journal import ImportBatch
from journal.domain.manners import Manner
from journal.domain.moments import Author, BidResponse, Initiator, Moment, WithWhom
from journal.domain.ranges import DateRange
from journal.domain.tallies import MomentTally
from journal.storage import OwnerJournal
from tests.in_memory_journal import InMemoryJournal

DAY = date(2026, 5, 14)
MAY = DateRange.month_of(DAY)
WEEK = date(2026, 5, 11)
NEXT_WEEK = WEEK + timedelta(days=7)


def undo_last_intention(journal: OwnerJournal) -> None:
    last = journal.last_change_of(ChangeKind.INTENTION)
    assert last is not None
    assert journal.undo(last.id)


def fill_week(journal: OwnerJournal) -> list[Intention]:
    chosen = [Intention(WEEK, words) for words in ("A walk", "Tea in bed", "A long hug")]
    return [journal.save_intention(intention) for intention in chosen]


def test_a_moment_is_the_owners_unless_the_partner_noted_it(journal: OwnerJournal) -> None:
    hers = journal.add_moment(Moment(DAY, "long_hug"))
    theirs = journal.add_moment(Moment(DAY, "long_hug", author=Author.PARTNER))
    assert Author.OWNER is journal.moment(hers.id).author
    assert Author.PARTNER is journal.moment(theirs.id).author


def test_a_correction_does_not_make_the_partners_moment_hers(journal: OwnerJournal) -> None:
    theirs = journal.add_moment(Moment(DAY, "long_hug", author=Author.PARTNER))
    journal.save_moment(Moment(DAY, "kiss", id=theirs.id))
    assert [replace(theirs, kind="kiss")] == journal.moments(MAY)


def test_the_partners_moment_comes_back_as_the_partners(journal: OwnerJournal) -> None:
    theirs = journal.add_moment(Moment(DAY, "long_hug", author=Author.PARTNER))
    journal.delete_moment(theirs.id)
    last = journal.last_change(DAY)
    assert last is not None
    assert journal.undo(last.id)
    assert [theirs] == journal.moments(MAY)


def test_an_import_keeps_whose_each_moment_is(journal: OwnerJournal) -> None:
    moments = [Moment(DAY, "kiss", id="a"), Moment(DAY, "kiss", id="b", author=Author.PARTNER)]
    batch = ImportBatch("two moments", {}, moments=moments)
    change = journal.import_all(batch)
    assert moments == journal.moments(MAY)
    assert journal.import_all(batch) is None
    assert change is not None
    assert journal.undo(change.id)
    assert journal.moments(MAY) == []


def test_moments_alike_in_all_that_was_said_are_one_tally(journal: OwnerJournal) -> None:
    met = Moment(
        DAY,
        "long_hug",
        initiator=Initiator.SELF,
        response=BidResponse.TURNED_TOWARD,
        phone_in_way=False,
    )
    for moment in (met, replace(met, note="by the window", minutes=5), Moment(DAY, "long_hug")):
        journal.add_moment(moment)
    assert journal.moment_tallies() == [
        MomentTally(DAY, "long_hug", 1),
        MomentTally(
            DAY, "long_hug", 2, Initiator.SELF, BidResponse.TURNED_TOWARD, phone_in_way=False
        ),
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"date": DAY + timedelta(days=1)},
        {"kind": "kiss"},
        {"initiator": Initiator.BOTH},
        {"response": BidResponse.TURNED_AWAY},
        {"phone_in_way": True},
        {"phone_in_way": False},
        {"author": Author.PARTNER},
        {"with_whom": WithWhom.CHILD},
    ],
    ids=str,
)
def test_one_thing_said_otherwise_is_another_tally(
    journal: OwnerJournal, other: dict[str, object]
) -> None:
    moment = Moment(DAY, "long_hug")
    journal.add_moment(moment)
    journal.add_moment(replace(moment, **other))  # type: ignore[arg-type]  # fields of a moment
    assert [tally.count for tally in journal.moment_tallies()] == [1, 1]


def test_tallies_are_told_in_the_words_of_the_domain(journal: OwnerJournal) -> None:
    refused = Moment(DAY, "kiss", response=BidResponse.TURNED_AGAINST, phone_in_way=True)
    journal.add_moment(replace(refused, with_whom=WithWhom.PARTNER))
    (tally,) = journal.moment_tallies()
    assert tally.response is BidResponse.TURNED_AGAINST
    assert tally.phone_in_way is True
    assert tally.author is Author.OWNER
    assert tally.with_whom is WithWhom.PARTNER
    assert tally.initiator is None


def test_tallies_come_in_one_order_on_every_database(journal: OwnerJournal) -> None:
    # Databases disagree on where NULL stands, and on letters beside underscores.
    kinds = ("hug_long", "hugs", "hug", "own_b", "own_a_c")
    moments = [
        Moment(day, kind, f"{day}{kind}{place}", None, initiator, response, None, phone)
        for day in (DAY, DAY - timedelta(days=400))
        for kind in kinds
        for place, (initiator, response, phone) in enumerate(
            [
                (None, None, None),
                (Initiator.SELF, BidResponse.TURNED_AWAY, True),
                (Initiator.SELF, None, False),
                (Initiator.BOTH, BidResponse.TURNED_TOWARD, None),
                (None, BidResponse.TURNED_AGAINST, None),
            ]
        )
    ]
    journal.import_all(ImportBatch("many", {}, moments=moments))
    tallies = journal.moment_tallies()
    assert InMemoryJournal(kept_moments=moments).moment_tallies() == tallies
    assert sorted(kinds) == list(dict.fromkeys(tally.kind for tally in tallies))
    assert DAY - timedelta(days=400) == tallies[0].date


def test_tallies_of_a_span_begin_with_its_start_and_stop_before_its_end(
    journal: OwnerJournal,
) -> None:
    for days in range(4):
        journal.add_moment(Moment(DAY + timedelta(days=days), "kiss"))
    span = DateRange(DAY + timedelta(days=1), DAY + timedelta(days=3))
    assert list(span) == [tally.date for tally in journal.moment_tallies(span)]
    assert journal.moment_tallies(DateRange(DAY, DAY)) == []


def test_intentions_are_kept_changed_and_taken_out(journal: OwnerJournal) -> None:
    saved = journal.save_intention(Intention(WEEK, "A long hug", IntentionSource.MOMENT, "hug"))
    assert saved.id
    assert [saved] == journal.intentions()
    done = replace(saved, words="A longer hug", done_on=DAY)
    assert done == journal.save_intention(done)
    assert [done] == journal.intentions()
    journal.delete_intention(saved.id)
    assert journal.intentions() == []
    with pytest.raises(IntentionMissing):
        journal.delete_intention(saved.id)


def test_every_act_on_an_intention_can_be_undone(journal: OwnerJournal) -> None:
    saved = journal.save_intention(Intention(WEEK, "A walk"))
    journal.save_intention(replace(saved, done_on=DAY))
    journal.delete_intention(saved.id)
    undo_last_intention(journal)
    assert [replace(saved, done_on=DAY)] == journal.intentions()
    undo_last_intention(journal)
    assert [saved] == journal.intentions()
    undo_last_intention(journal)
    assert journal.intentions() == []
    assert journal.last_change_of(ChangeKind.INTENTION) is None


def test_saving_an_intention_as_it_is_is_no_act(journal: OwnerJournal) -> None:
    saved = journal.save_intention(Intention(WEEK, "A walk"))
    before = journal.last_change_of(ChangeKind.INTENTION)
    journal.save_intention(saved)
    assert before == journal.last_change_of(ChangeKind.INTENTION)


def test_an_intention_is_no_record_of_a_day(journal: OwnerJournal) -> None:
    journal.save_intention(Intention(DAY, "A walk", done_on=DAY))
    assert journal.recorded_dates(MAY) == []
    assert journal.first_date() is None
    assert journal.last_change(DAY) is None


def test_intentions_stand_by_week_and_then_as_they_were_chosen(journal: OwnerJournal) -> None:
    later = journal.save_intention(Intention(NEXT_WEEK, "Breakfast together"))
    chosen = fill_week(journal)
    assert [*chosen, later] == journal.intentions()


def test_intentions_of_a_span_are_of_the_weeks_that_begin_in_it(journal: OwnerJournal) -> None:
    this, following = (
        journal.save_intention(Intention(week, "A walk")) for week in (WEEK, NEXT_WEEK)
    )
    assert [this] == journal.intentions(DateRange(WEEK, NEXT_WEEK))
    assert [following] == journal.intentions(DateRange(WEEK + timedelta(days=1), date.max))
    assert journal.intentions(DateRange(WEEK, WEEK)) == []


def test_a_week_takes_no_more_than_it_has_room_for(journal: OwnerJournal) -> None:
    chosen = fill_week(journal)
    assert len(chosen) == MOST_A_WEEK
    before = journal.revision()
    with pytest.raises(WeekFull, match="up to 3 intentions"):
        journal.save_intention(Intention(WEEK, "One more"))
    assert before == journal.revision()
    assert chosen == journal.intentions()
    journal.save_intention(Intention(NEXT_WEEK, "One more"))
    assert len(journal.intentions()) == 4


def test_an_intention_of_a_full_week_can_still_be_ticked(journal: OwnerJournal) -> None:
    first, *others = fill_week(journal)
    journal.save_intention(replace(first, done_on=DAY))
    assert [replace(first, done_on=DAY), *others] == journal.intentions()


def test_an_intention_moves_to_another_week_only_where_there_is_room(
    journal: OwnerJournal,
) -> None:
    fill_week(journal)
    moving = journal.save_intention(Intention(NEXT_WEEK, "A walk"))
    with pytest.raises(WeekFull):
        journal.save_intention(replace(moving, week=WEEK))
    assert [moving] == journal.intentions(DateRange.last_days(1, NEXT_WEEK))


def test_what_was_taken_out_comes_back_even_into_a_week_that_filled_since(
    journal: OwnerJournal,
) -> None:
    first, *others = fill_week(journal)
    journal.delete_intention(first.id)
    taken_out = journal.last_change_of(ChangeKind.INTENTION)
    another = journal.save_intention(Intention(WEEK, "Another"))
    assert taken_out is not None
    assert journal.undo(taken_out.id)
    assert [first, *others, another] == journal.intentions()
    journal.save_intention(replace(another, done_on=DAY))
    with pytest.raises(WeekFull):
        journal.save_intention(Intention(WEEK, "One more"))


def test_tabs_choosing_at_once_do_not_overfill_a_week(
    journal_of: Callable[[str], OwnerJournal],
) -> None:
    def choose(tab: OwnerJournal) -> bool:
        try:
            tab.save_intention(Intention(WEEK, "A walk"))
        except WeekFull:
            return False
        return True

    tabs = [journal_of("owner") for _ in range(6)]
    with ThreadPoolExecutor(len(tabs)) as pool:
        taken = list(pool.map(choose, tabs))
    assert sum(taken) == MOST_A_WEEK
    assert len(tabs[0].intentions()) == MOST_A_WEEK


def test_imported_intentions_are_part_of_the_one_act(journal: OwnerJournal) -> None:
    intentions = [Intention(WEEK, f"Walk {number}", id=f"i{number}") for number in range(4)]
    batch = ImportBatch("a journal", {DAY: {"mood": 7}}, intentions=intentions)
    change = journal.import_all(batch)
    assert intentions == journal.intentions()
    assert journal.import_all(batch) is None
    assert change is not None
    assert journal.undo(change.id)
    assert journal.intentions() == []
    assert journal.day(DAY).recorded == {}


def test_broken_characters_in_an_intention_are_kept_as_far_as_they_can_be(
    journal: OwnerJournal,
) -> None:
    journal.save_intention(Intention(WEEK, "half \ud83d of\x00 it"))
    assert [item.words for item in journal.intentions()] == ["half ? of it"]


def test_every_way_to_note_a_moment_is_told_in_the_columns(journal: OwnerJournal) -> None:
    choices = {
        "initiator": Initiator,
        "response": BidResponse,
        "with_whom": WithWhom,
        "phone_in_way": (False, True),
        "author": Author,
    }
    moments = [
        Moment(DAY, "kiss", id=f"{name}{choice}", **{name: choice})  # type: ignore[arg-type]  # fields of a moment
        for name, ones in choices.items()
        for choice in ones
    ]
    everything = {name: list(ones)[-1] for name, ones in choices.items()}
    moments.append(Moment(DAY + timedelta(days=1), "hug", id="all", **everything))  # type: ignore[arg-type]  # as above
    journal.import_all(ImportBatch("many", {}, moments=moments))
    columns = journal.moment_columns()
    found = list(zip(columns.dates, columns.kinds, columns.manners, strict=True))
    assert sorted((item.date, item.kind, Manner.of(item).number) for item in moments) == sorted(
        found
    )
    assert [(DAY, len(moments) - 1), (DAY + timedelta(days=1), 1)] == journal.moments_a_day()
