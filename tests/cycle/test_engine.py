"""The engine as a whole: what passes from rule to rule, and records no rule should trip over."""

from datetime import date, timedelta

import pytest

from journal.cycle.basis import Basis
from journal.cycle.body_signs import BodySignDay
from journal.cycle.cycles import CycleEnd
from journal.cycle.engine import read_cycles
from journal.cycle.forecast import Forecast, Silence, SilentBecause
from journal.cycle.ovulation import OvulationSign
from journal.cycle.phases import Phase
from journal.cycle.questions import OddityKind
from journal.cycle.reading import CycleReading, CycleRecord
from journal.cycle.reading_times import reading_times
from journal.cycle.stage_evidence import Caution, Finding, Unreadable
from journal.cycle.stage_words import evidence_words
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.days import Bleeding, LhTest
from journal.domain.journal import BleedingDay
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage, StageDeclaration
from tests.builders import on

TODAY = on("2026-11-22")


def bled(*onsets: date, days: int = 4) -> tuple[BleedingDay, ...]:
    """Make menses of the same length from each onset on."""
    return tuple(
        BleedingDay(onset + timedelta(days=n), Bleeding.MEDIUM)
        for onset in sorted(onsets)
        for n in range(days)
    )


def every(length: int, count: int, last: date) -> list[date]:
    """Return `count` onsets `length` days apart, the last on `last`."""
    return [last - timedelta(days=length * back) for back in reversed(range(count))]


REGULAR = every(28, 8, on("2026-11-05"))


def read(*onsets: date, today: date = TODAY, **parts: object) -> CycleReading:
    return read_cycles(CycleRecord(bled(*onsets), **parts), today)  # type: ignore[arg-type]


def test_an_empty_record_is_read_and_says_nothing() -> None:
    reading = read_cycles(CycleRecord(), TODAY)
    assert reading.cycles == reading.questions == reading.oddities == ()
    assert Silence(SilentBecause.NO_CYCLE_OPEN) == reading.outlook
    assert {c.because for c in reading.evidence.criteria} == {Unreadable.NO_BLEEDING}


def test_eight_regular_onsets_give_seven_lengths_and_an_open_cycle() -> None:
    reading = read(*REGULAR)
    assert [item.cycle.length_days for item in reading.cycles] == [28] * 7 + [None]
    assert reading.cycles[-1].cycle.is_open


def test_without_signs_every_ovulation_is_an_estimate_with_a_span() -> None:
    for item in read(*REGULAR).cycles:
        assert item.ovulation is not None
        assert item.ovulation.basis is Basis.ESTIMATED
        assert item.ovulation.earliest < item.ovulation.date < item.ovulation.latest


def test_an_observed_ovulation_stands_and_moves_the_estimates_of_other_cycles() -> None:
    late = [BodySignDay(onset + timedelta(days=17), lh_test=LhTest.POSITIVE) for onset in REGULAR]
    reading = read(*REGULAR, body_signs=tuple(late[:5]))
    signs = [item.ovulation.sign for item in reading.cycles if item.ovulation]
    assert signs == [OvulationSign.LH_TEST] * 5 + [OvulationSign.CALENDAR] * 3
    plain, moved = read(*REGULAR).cycles[6].ovulation, reading.cycles[6].ovulation
    assert plain is not None
    assert moved is not None
    assert moved.date > plain.date


def test_a_negative_test_today_takes_back_an_estimate_before_it() -> None:
    day = BodySignDay(on("2026-11-22"), lh_test=LhTest.NEGATIVE)
    newest = read(*REGULAR, body_signs=(day,)).cycles[-1]
    assert newest.ovulation is None or newest.ovulation.date > TODAY


def test_a_pregnancy_splits_the_record_and_never_makes_a_long_cycle() -> None:
    before, after = every(28, 4, on("2025-01-10")), every(28, 4, on("2026-11-10"))
    pregnancy = Context(ContextKind.PREGNANCY, on("2025-01-20"), on("2025-10-20"))
    nursing = Context(ContextKind.BREASTFEEDING, on("2025-10-01"), on("2026-07-01"))
    reading = read(*before, *after, contexts=(pregnancy, nursing))
    lengths = [item.cycle.length_days for item in reading.cycles]
    assert lengths == [28, 28, 28, None, 28, 28, 28, None]
    assert reading.cycles[3].cycle.ended_by is CycleEnd.CONTEXT
    assert reading.questions == ()
    assert isinstance(reading.outlook, Forecast)
    assert reading.outlook.cycles == 3  # those before the pregnancy say little of now


def test_a_likely_missed_period_is_asked_about_and_the_answer_decides() -> None:
    onsets = [onset for onset in REGULAR if onset != REGULAR[4]]
    (asked,) = read(*onsets).questions
    assert asked.question is CycleQuestion.MISSED_PERIOD
    assert asked.about == REGULAR[3]
    assert asked.around == (REGULAR[4],)

    def answered(reply: CycleReply) -> CycleReading:
        answer = CycleAnswer(REGULAR[3], CycleQuestion.MISSED_PERIOD, reply)
        return read(*onsets, answers=(answer,))

    missed, none_came = answered(CycleReply.NOT_RECORDED), answered(CycleReply.NONE_CAME)
    assert missed.questions == none_came.questions == ()
    assert missed.cycles[3].cycle.length_days is None
    assert missed.cycles[3].cycle.end == REGULAR[4]
    assert none_came.cycles[3].cycle.length_days == 56
    assert isinstance(missed.outlook, Forecast)
    assert isinstance(none_came.outlook, Forecast)
    assert none_came.outlook.cycles == missed.outlook.cycles + 1


def test_phases_follow_one_another_from_observed_menses_to_the_day_before_the_next() -> None:
    first = read(*REGULAR).cycles[0]
    assert [span.phase for span in first.phases] == [
        Phase.MENSTRUAL,
        Phase.FOLLICULAR,
        Phase.AROUND_OVULATION,
        Phase.LUTEAL,
        Phase.PREMENSTRUAL,
    ]
    assert first.phases[0].basis is first.phases[-1].basis is Basis.OBSERVED
    assert {span.basis for span in first.phases[1:4]} == {Basis.ESTIMATED}
    assert first.phases[-1].range_.end == first.cycle.end


def test_forecasts_switched_off_leave_no_date_ahead_anywhere() -> None:
    reading = read(*REGULAR, settings=OwnerSettings(forecasts=False))
    assert isinstance(reading.outlook, Silence)
    newest = reading.cycles[-1]
    assert newest.ovulation is None
    assert all(span.range_.last <= TODAY for span in newest.phases)


def test_a_late_transition_matched_by_her_record_silences_the_forecast() -> None:
    onsets = [*every(28, 5, on("2026-05-01")), on("2026-07-10"), on("2026-11-01")]
    reading = read(*onsets, settings=OwnerSettings(birth_year=1977))
    assert reading.evidence.stage is Stage.LATE_TRANSITION
    assert isinstance(reading.outlook, Silence)
    assert reading.outlook.because is SilentBecause.LATE_TRANSITION


def test_a_stage_she_declares_from_a_later_date_says_nothing_today() -> None:
    later = StageDeclaration(on("2026-12-01"), Stage.LATE_POSTMENOPAUSE)
    assert isinstance(read(*REGULAR, stages=(later,)).outlook, Forecast)


def test_spotting_after_twelve_months_is_pointed_out() -> None:
    spotting = BleedingDay(on("2026-11-01"), Bleeding.SPOTTING)
    record = CycleRecord(
        (*bled(*every(28, 5, on("2025-06-01"))), spotting),
        settings=OwnerSettings(birth_year=1972),
    )
    assert Caution.BLEEDING_AFTER_TWELVE_MONTHS in read_cycles(record, TODAY).evidence.cautions


def test_bleeding_every_day_for_a_year_is_one_bleed_and_is_told() -> None:
    reading = read_cycles(CycleRecord(bled(on("2025-11-22"), days=366)), TODAY)
    assert len(reading.cycles) == 1
    assert [odd.kind for odd in reading.oddities] == [OddityKind.LONG_BLEED]


def test_an_onset_the_day_after_an_onset_is_one_bleed() -> None:
    assert len(read(on("2026-11-01"), on("2026-11-02"), today=TODAY).cycles) == 1


def test_a_new_period_she_insists_on_makes_a_cycle_of_any_length() -> None:
    early = on("2026-11-09")
    answer = CycleAnswer(early, CycleQuestion.EARLY_BLEED, CycleReply.NEW_PERIOD)
    reading = read(on("2026-11-01"), early, answers=(answer,))
    assert [item.cycle.length_days for item in reading.cycles] == [8, None]


@pytest.mark.parametrize("birth_year", [2031, 1900, 2026, 2010])
def test_a_birth_year_that_cannot_be_stops_nothing(birth_year: int) -> None:
    reading = read(*REGULAR, settings=OwnerSettings(birth_year=birth_year))
    assert len(reading.cycles) == len(REGULAR)
    odd = {item.kind for item in reading.oddities}
    assert (OddityKind.BIRTH_IN_FUTURE in odd) is (birth_year == 2031)
    assert (OddityKind.BEFORE_BIRTH in odd) is False


def test_bleeding_before_the_birth_year_is_told_and_kept() -> None:
    reading = read(*REGULAR, on("1975-03-03"), settings=OwnerSettings(birth_year=1990))
    assert OddityKind.BEFORE_BIRTH in {odd.kind for odd in reading.oddities}
    assert reading.cycles[0].cycle.onset == on("1975-03-03")


def test_contexts_that_overlap_and_nest_are_one_time_without_cycles() -> None:
    contexts = tuple(
        Context(ContextKind.HORMONAL_CONTRACEPTION, on(start), end and on(end))
        for start, end in [
            ("2026-06-01", "2026-08-01"),
            ("2026-06-15", "2026-07-01"),
            ("2026-06-01", "2026-08-01"),
            ("2026-07-20", "2026-09-10"),
        ]
    )
    reading = read(*REGULAR, contexts=contexts)
    inside = [r for r in reading.cycles if on("2026-06-01") <= r.cycle.onset < on("2026-09-10")]
    assert inside == []
    assert isinstance(reading.outlook, Forecast)


def test_a_leap_day_is_a_day_like_any_other() -> None:
    leap = read(on("2024-02-15"), on("2024-03-14"), today=on("2024-03-20"))
    plain = read(on("2025-02-15"), on("2025-03-14"), today=on("2025-03-20"))
    assert leap.cycles[0].cycle.length_days == 28
    assert plain.cycles[0].cycle.length_days == 27


@pytest.mark.parametrize(
    ("first", "second"),
    [("2026-03-15", "2026-04-12"), ("2026-10-11", "2026-11-08"), ("2026-03-01", "2026-03-29")],
    ids=["clocks go forward", "clocks go back", "onset on the night itself"],
)
def test_nights_on_which_the_clock_is_changed_add_and_lose_no_day(first: str, second: str) -> None:
    assert read(on(first), on(second)).cycles[0].cycle.length_days == 28


def test_the_bleeding_after_a_birth_starts_no_cycle_and_gives_no_date() -> None:
    birth = on("2026-11-01")
    pregnancy = Context(ContextKind.PREGNANCY, on("2026-01-30"), birth)
    lochia = bled(birth, days=20)
    reading = read_cycles(CycleRecord(lochia, contexts=(pregnancy,)), TODAY)
    assert Silence(SilentBecause.NO_CYCLE_OPEN) == reading.outlook
    assert reading.cycles == reading.oddities == reading.questions == ()


@pytest.mark.parametrize("days", [70, 400])
def test_bleeding_without_end_is_not_time_without_bleeding(days: int) -> None:
    settings = OwnerSettings(birth_year=1976)
    flow = bled(TODAY - timedelta(days=days - 1), days=days)
    evidence = read_cycles(CycleRecord(flow, settings=settings), TODAY).evidence
    assert evidence.stage is None
    assert evidence.cautions == ()
    assert Finding.MET not in {criterion.finding for criterion in evidence.criteria}


def test_time_without_bleeding_is_counted_from_the_last_ten_days_of_a_long_bleed() -> None:
    settings = OwnerSettings(birth_year=1970)
    flow = bled(on("2025-06-01"), days=100)
    evidence = read_cycles(CycleRecord(flow, settings=settings), TODAY).evidence
    assert on("2025-06-01") + timedelta(days=90) == evidence.fmp


AFTER_MENOPAUSE = on("2026-11-19")
LAST_PERIOD = every(30, 4, AFTER_MENOPAUSE - timedelta(days=425))


@pytest.mark.parametrize(
    "day",
    [
        BleedingDay(AFTER_MENOPAUSE, Bleeding.LIGHT),
        BleedingDay(AFTER_MENOPAUSE, Bleeding.SPOTTING),
        BleedingDay(AFTER_MENOPAUSE, Bleeding.LIGHT, not_my_period=True),
    ],
    ids=["flow", "spotting", "not her period"],
)
def test_any_bleeding_after_menopause_is_told_and_starts_no_cycle(day: BleedingDay) -> None:
    settings = OwnerSettings(birth_year=1974)
    record = CycleRecord((*bled(*LAST_PERIOD), day), settings=settings)
    reading = read_cycles(record, TODAY)
    assert reading.evidence.cautions == (Caution.BLEEDING_AFTER_TWELVE_MONTHS,)
    assert reading.evidence.last_bleed == AFTER_MENOPAUSE
    assert [item.cycle.onset for item in reading.cycles] == LAST_PERIOD
    assert Silence(SilentBecause.POSTMENOPAUSE, days=425 + 3) == reading.outlook


def test_the_words_after_menopause_do_not_deny_the_bleeding_they_tell_of() -> None:
    day = BleedingDay(AFTER_MENOPAUSE, Bleeding.SPOTTING)
    settings = OwnerSettings(birth_year=1974)
    evidence = read_cycles(
        CycleRecord((*bled(*LAST_PERIOD), day), settings=settings), TODAY
    ).evidence
    assert evidence_words(evidence).startswith("Twelve months without bleeding had passed after")


@pytest.mark.parametrize("bleeding", [Bleeding.SPOTTING, Bleeding.HEAVY])
def test_bleeding_is_told_though_only_a_declaration_says_that_menopause_was(
    bleeding: Bleeding,
) -> None:
    record = CycleRecord(
        (BleedingDay(AFTER_MENOPAUSE, bleeding),),
        stages=(StageDeclaration(on("2020-01-01"), Stage.LATE_POSTMENOPAUSE),),
        settings=OwnerSettings(birth_year=1960),
    )
    evidence = read_cycles(record, TODAY).evidence
    assert evidence.cautions == (Caution.BLEEDING_AFTER_TWELVE_MONTHS,)
    assert evidence.last_bleed == AFTER_MENOPAUSE


@pytest.mark.parametrize(
    ("forecasts", "days_later", "told"), [(False, 1, 0), (False, 2, 1), (True, 0, 1)]
)
def test_with_forecasts_off_no_day_ahead_is_named_not_even_by_a_test(
    *, forecasts: bool, days_later: int, told: int
) -> None:
    tested = BodySignDay(on("2026-11-17"), lh_test=LhTest.POSITIVE)
    record = CycleRecord(
        bled(*REGULAR), body_signs=(tested,), settings=OwnerSettings(forecasts=forecasts)
    )
    today = on("2026-11-17") + timedelta(days=days_later)
    (newest,) = (item for item in read_cycles(record, today).cycles if item.cycle.is_open)
    assert told == (newest.ovulation is not None)
    if not forecasts:
        assert all(span.range_.last <= today for span in newest.phases)


@pytest.mark.parametrize("first", [date(1, 1, 1), date(1, 3, 1), date(9999, 6, 1)])
def test_the_first_and_the_last_of_years_are_read_like_any_other(first: date) -> None:
    onsets = [first + timedelta(days=28 * n) for n in range(5)]
    signs = tuple(BodySignDay(day, lh_test=LhTest.POSITIVE) for day in onsets)
    pill = Context(ContextKind.HORMONAL_CONTRACEPTION, onsets[-1])
    settings = OwnerSettings(birth_year=max(first.year - 30, -40))
    record = CycleRecord(bled(*onsets), signs, (pill,), settings=settings)
    for today in (onsets[3], onsets[4]):
        reading = read_cycles(record, today)
        assert onsets[:3] == [item.cycle.onset for item in reading.cycles][:3]
    assert len(reading_times(reading, DateRange(first, today))) == (today - first).days
