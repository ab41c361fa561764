from journal.analysis.apart_days import apart_dates
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Partner
from journal.domain.ranges import DateRange
from tests.builders import day, on
from tests.in_memory_journal import InMemoryJournal

MARCH = DateRange(on("2026-03-01"), on("2026-04-01"))
TODAY = on("2026-03-31")


def test_marked_days_and_a_context_are_apart_and_nothing_else() -> None:
    away = Context(ContextKind.TIME_APART, on("2026-03-20"), on("2026-03-22"))
    journal = InMemoryJournal(
        [
            day("2026-03-02", partner=Partner.APART),
            day("2026-03-03", partner=Partner.TOGETHER),
            day("2026-03-04", mood=4),
        ],
        kept_contexts=[away],
    )
    assert apart_dates(journal, MARCH, TODAY) == {
        on("2026-03-02"),
        on("2026-03-20"),
        on("2026-03-21"),
    }


def test_only_dates_of_the_span_are_given_of_a_spell_that_reaches_beyond() -> None:
    away = Context(ContextKind.TIME_APART, on("2026-02-20"), on("2026-03-03"))
    assert apart_dates(InMemoryJournal(kept_contexts=[away]), MARCH, TODAY) == {
        on("2026-03-01"),
        on("2026-03-02"),
    }


def test_a_spell_that_begins_after_the_span_is_none_of_it() -> None:
    away = Context(ContextKind.TIME_APART, on("2026-04-05"), on("2026-04-09"))
    assert apart_dates(InMemoryJournal(kept_contexts=[away]), MARCH, on("2026-04-30")) == set()


def test_nothing_recorded_is_not_apart() -> None:
    assert apart_dates(InMemoryJournal(), MARCH, TODAY) == frozenset()
