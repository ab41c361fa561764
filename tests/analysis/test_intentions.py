from journal.analysis.intentions import week_of_intentions
from journal.connection.intention_words import closed_words
from journal.domain.intentions import Intention, IntentionSource
from journal.domain.moments import Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from tests.builders import on
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")  # a Sunday
THIS_WEEK, LAST_WEEK = on("2026-11-16"), on("2026-11-09")
THANKS = Intention(LAST_WEEK, "Thanks", IntentionSource.MOMENT, "thanks", id="1")
TEA = Intention(LAST_WEEK, "Tea in bed", id="2")
SMILE = Intention(THIS_WEEK, "I smile first", IntentionSource.MOMENT, "smile", id="3")


def noted(kind: str, *days: str) -> list[Moment]:
    return [Moment(on(day), kind) for day in days]


def test_this_week_is_ticked_and_last_week_is_closed() -> None:
    journal = InMemoryJournal(
        kept_intentions=[THANKS, TEA, SMILE],
        kept_moments=[
            *noted("thanks", "2026-11-08", "2026-11-09", "2026-11-15", "2026-11-16"),
            *noted("smile", "2026-11-15", "2026-11-22"),
        ],
    )
    found = week_of_intentions(journal, TODAY)
    assert found.week == DateRange(THIS_WEEK, on("2026-11-23"))
    assert [(kept.intention.id, kept.ticked.times) for kept in found.chosen] == [("3", 1)]
    assert found.closed is not None
    assert closed_words(found.closed) == (
        "You had chosen two. “Thanks” came twice; “Tea in bed” is not in your journal."
    )
    assert found.closed.week == DateRange(LAST_WEEK, THIS_WEEK)
    assert found.room == 2


def test_the_next_week_begins_empty_and_offers_last_weeks() -> None:
    journal = InMemoryJournal(kept_intentions=[THANKS, TEA])
    found = week_of_intentions(journal, TODAY)
    assert found.chosen == ()
    assert [(item.words, item.week, item.id) for item in found.along] == [
        ("Thanks", THIS_WEEK, ""),
        ("Tea in bed", THIS_WEEK, ""),
    ]


def test_where_nothing_was_chosen_nothing_is_closed() -> None:
    found = week_of_intentions(InMemoryJournal(kept_intentions=[SMILE]), TODAY)
    assert found.closed is None
    assert found.along == ()


def test_a_week_before_the_last_one_is_not_brought_up_again() -> None:
    found = week_of_intentions(InMemoryJournal(kept_intentions=[THANKS]), on("2026-11-23"))
    assert (found.closed, found.along) == (None, ())


def test_no_intention_is_lost_when_her_weeks_begin_on_another_day() -> None:
    journal = InMemoryJournal(kept_intentions=[SMILE], kept_settings=OwnerSettings(week_start=6))
    found = week_of_intentions(journal, TODAY)
    assert found.week.start == TODAY
    assert [kept.intention.id for kept in found.chosen] == ["3"]
    later = week_of_intentions(journal, on("2026-11-23"))
    assert (later.chosen, later.closed is not None) == ((), True)
