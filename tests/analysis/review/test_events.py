from datetime import timedelta

from journal.analysis.review.events import Events, Period, closed_weeks, events
from journal.cycle.engine import read_cycles
from journal.cycle.reading import CycleReading
from journal.cycle.record import load_cycle_record
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Day, Partner
from journal.domain.intentions import Intention, IntentionSource
from journal.domain.moments import Moment
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage, StageDeclaration
from tests.builders import bleeding_on, on
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")
NOW = DateRange(on("2026-10-23"), on("2026-11-23"))
BEFORE = DateRange(on("2026-09-22"), on("2026-10-23"))


def reading_of(journal: InMemoryJournal) -> CycleReading:
    return read_cycles(load_cycle_record(journal, TODAY), TODAY)


def told(journal: InMemoryJournal) -> Events:
    return events(journal, reading_of(journal), NOW, BEFORE)


def test_a_period_of_the_span_is_told_with_the_length_of_the_cycle_it_ended() -> None:
    bled = [
        day
        for onset in ("2026-10-01", "2026-10-30")
        for day in bleeding_on(*(str(on(onset) + timedelta(days=n)) for n in range(4)))
    ]
    assert (Period(on("2026-10-30"), 29),) == told(InMemoryJournal(bled)).periods


def test_no_length_is_told_of_a_cycle_in_which_a_period_may_be_missing() -> None:
    onsets = ("2024-05-01", "2024-05-29", "2024-06-26", "2026-10-30")
    bled = [
        day
        for onset in onsets
        for day in bleeding_on(*(str(on(onset) + timedelta(days=n)) for n in range(4)))
    ]
    assert (Period(on("2026-10-30"), None),) == told(InMemoryJournal(bled)).periods


def test_contexts_and_stages_of_the_span_are_told_and_others_are_not() -> None:
    began = Context(ContextKind.EVENT, on("2026-10-23"), name="New job", id="1")
    ended = Context(ContextKind.EVENT, on("2026-01-01"), on("2026-11-02"), "A course", id="2")
    lasting = Context(ContextKind.PCOS, on("2020-01-01"), id="3")
    long_over = Context(ContextKind.EVENT, on("2020-01-01"), on("2026-10-23"), "A flat", id="4")
    stage = StageDeclaration(on("2026-11-01"), Stage.EARLY_TRANSITION)
    older = StageDeclaration(on("2025-11-01"), Stage.LATE_REPRODUCTIVE)
    found = told(
        InMemoryJournal(
            kept_contexts=[began, ended, lasting, long_over], kept_stages=[stage, older]
        )
    )
    assert (began,) == found.began
    assert (ended,) == found.ended
    assert (stage,) == found.stages


def test_days_apart_are_counted_in_both_spans_even_where_a_spell_follows_one() -> None:
    apart = [Day(NOW.start + timedelta(days=n), partner=Partner.APART) for n in range(9, 12)]
    found = told(InMemoryJournal(apart))
    assert (found.apart_days, found.apart_before) == (3, 0)
    assert not found.nothing


def test_an_empty_journal_tells_of_nothing() -> None:
    assert told(InMemoryJournal()).nothing


def test_only_weeks_that_are_over_say_what_became_of_intentions() -> None:
    weeks = [on("2026-11-02"), on("2026-11-16")]
    chosen = [
        Intention(week, "A long hug", IntentionSource.MOMENT, "long_hug", id=str(week))
        for week in weeks
    ]
    hugged = Moment(on("2026-11-05"), "long_hug", "a")
    journal = InMemoryJournal(kept_intentions=chosen, kept_moments=[hugged])
    (closed,) = closed_weeks(journal, NOW, TODAY)
    assert DateRange(weeks[0], on("2026-11-09")) == closed.week
    assert closed.chosen[0].ticked.times == 1
    assert closed_weeks(InMemoryJournal(), NOW, TODAY) == ()


def test_a_week_that_ends_today_is_not_over() -> None:
    journal = InMemoryJournal(kept_intentions=[Intention(on("2026-11-16"), "Tea", id="1")])
    assert closed_weeks(journal, NOW, TODAY) == ()
    assert len(closed_weeks(journal, NOW, on("2026-11-23"))) == 1
