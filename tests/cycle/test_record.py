from datetime import timedelta

from journal.cycle.body_signs import BodySignDay
from journal.cycle.record import (
    RECENT_FLOW_DAYS,
    hindsight,
    load_cycle_record,
    load_recent_record,
)
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.days import Bleeding, Day, LhTest, Mucus
from journal.domain.owner_settings import OwnerSettings
from journal.domain.stages import Stage, StageDeclaration
from tests.builders import bleeding_on, day, on
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")


def test_the_record_holds_everything_the_engine_reads() -> None:
    pill = Context(ContextKind.HORMONAL_CONTRACEPTION, on("2024-01-01"), on("2025-01-01"))
    answer = CycleAnswer(on("2026-10-01"), CycleQuestion.MISSED_PERIOD, CycleReply.NONE_CAME)
    stage = StageDeclaration(on("2026-05-01"), Stage.EARLY_TRANSITION)
    journal = InMemoryJournal(
        recorded=bleeding_on("2026-10-01", "2026-11-01"),
        kept_contexts=[pill],
        kept_stages=[stage],
        kept_settings=OwnerSettings(birth_year=1980),
        kept_answers=[answer],
    )
    record = load_cycle_record(journal, TODAY)
    assert [on("2026-10-01"), on("2026-11-01")] == [item.date for item in record.bleeding]
    assert (pill,) == record.contexts
    assert (stage,) == record.stages
    assert (answer,) == record.answers
    assert record.settings.birth_year == 1980


def test_body_signs_keep_what_was_recorded_and_nothing_else() -> None:
    journal = InMemoryJournal(
        [
            day("2026-11-01", temperature_c=36.4, temperature_disturbed=True),
            day("2026-11-02", mucus=Mucus.EGG_WHITE, lh_test=LhTest.POSITIVE),
            day("2026-11-03", mood=7),
        ]
    )
    assert load_cycle_record(journal, TODAY).body_signs == (
        BodySignDay(on("2026-11-01"), temperature_c=36.4, temperature_disturbed=True),
        BodySignDay(on("2026-11-02"), mucus=Mucus.EGG_WHITE, lh_test=LhTest.POSITIVE),
    )


def test_nothing_after_the_last_day_asked_for_is_read() -> None:
    journal = InMemoryJournal(
        [*bleeding_on("2026-11-01", "2026-11-23"), day("2026-11-24", temperature_c=36.4)]
    )
    for load in (load_cycle_record, load_recent_record):
        record = load(journal, TODAY)
        assert [on("2026-11-01")] == [item.date for item in record.bleeding]
        assert record.body_signs == ()


def test_the_recent_record_is_bounded_whatever_the_years() -> None:
    days = [
        Day(TODAY - timedelta(days=back), bleeding=Bleeding.MEDIUM, temperature_c=36.5)
        for back in range(3 * RECENT_FLOW_DAYS)
    ]
    record = load_recent_record(InMemoryJournal(days), TODAY)
    assert RECENT_FLOW_DAYS == len(record.bleeding) == len(record.body_signs)
    assert TODAY == record.bleeding[-1].date == record.body_signs[-1].date


def test_a_past_day_is_read_with_hindsight_and_never_beyond_today() -> None:
    assert on("2026-05-01") == hindsight(on("2026-01-01"), TODAY)
    assert hindsight(on("2026-11-01"), TODAY) == TODAY
