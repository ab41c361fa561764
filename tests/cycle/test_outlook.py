from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.cycle.cycles import Cycle, CycleEnd
from journal.cycle.forecast import Forecast, Outlook, Silence, SilentBecause
from journal.cycle.outlook import KnownCycles, outlook
from journal.cycle.ovulation import Ovulation, OvulationSign
from journal.domain.contexts import Context, ContextKind
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.stages import Stage
from tests.builders import on

ONSET = on("2026-05-01")
REGULAR = KnownCycles(lengths=(28, 29, 28, 27, 28, 29))


def cycle_day(number: int) -> date:
    return ONSET + timedelta(days=number - 1)


def seen(
    *,
    day: int = 5,
    known: KnownCycles = REGULAR,
    settings: OwnerSettings | None = None,
    contexts: tuple[Context, ...] = (),
    declared: Stage | None = None,
    matched: Stage | None = None,
    cycles: tuple[Cycle, ...] = (Cycle(ONSET),),
) -> Outlook:
    return outlook(
        cycles,
        known=known,
        settings=settings or OwnerSettings(),
        today=cycle_day(day),
        contexts=contexts,
        declared=declared,
        matched=matched,
    )


def forecast(**given: object) -> Forecast:
    found = seen(**given)  # type: ignore[arg-type]  # the values are the test's business
    assert isinstance(found, Forecast)
    return found


def silence(**given: object) -> Silence:
    found = seen(**given)  # type: ignore[arg-type]  # the values are the test's business
    assert isinstance(found, Silence)
    return found


def test_the_next_onset_is_the_onset_and_the_likely_length() -> None:
    found = forecast()
    assert on("2026-05-29") == found.onset.median
    assert (on("2026-05-28"), on("2026-05-31")) == (found.onset.span.start, found.onset.span.last)
    assert (found.cycles, found.late_days, found.from_ovulation) == (6, 0, False)


def test_an_onset_today_is_still_possible() -> None:
    found = forecast(day=30)
    assert cycle_day(30) == found.onset.span.start


def test_a_cycle_that_runs_late_says_by_how_many_days() -> None:
    assert forecast(day=30).late_days == 0
    late = forecast(day=34)
    assert late.late_days == 3
    assert cycle_day(34) <= late.onset.span.start <= late.onset.median


def test_ovulation_is_foreseen_while_its_span_lasts() -> None:
    early = forecast(day=5)
    assert early.ovulation
    last = early.ovulation.span.last
    day = (last - ONSET).days + 1
    assert early.ovulation == forecast(day=day).ovulation
    assert forecast(day=day + 1).ovulation is None


def test_signs_that_show_no_ovulation_so_far_move_it_on() -> None:
    watched = replace(REGULAR, no_sign_until=cycle_day(20))
    found = forecast(day=20, known=watched)
    assert found.ovulation
    assert cycle_day(21) == found.ovulation.span.start


def test_no_ovulation_is_foreseen_so_late_that_the_next_onset_would_come_first() -> None:
    tested = replace(REGULAR, no_sign_until=cycle_day(24))
    assert forecast(day=24, known=tested).ovulation is None


def test_an_observed_ovulation_is_what_the_onset_is_counted_from() -> None:
    ovulation = Ovulation(cycle_day(20), OvulationSign.LH_TEST, cycle_day(19), cycle_day(21))
    known = replace(REGULAR, observed=ovulation, ovulations=((28, 15), (29, 16), (28, 15)))
    found = forecast(day=22, known=known)
    assert found.from_ovulation
    assert (found.ovulation, found.cycles) == (None, 3)
    assert cycle_day(20 + 13) <= found.onset.median <= cycle_day(20 + 14)


@pytest.mark.parametrize(
    "ovulation",
    [
        Ovulation(cycle_day(15), OvulationSign.CALENDAR, cycle_day(13), cycle_day(17)),
        Ovulation(cycle_day(-3), OvulationSign.MUCUS, cycle_day(-4), cycle_day(-2)),
        Ovulation(cycle_day(29), OvulationSign.MUCUS, cycle_day(28), cycle_day(30)),
    ],
    ids=["estimated", "before the cycle", "after today"],
)
def test_an_ovulation_not_observed_in_this_cycle_is_not_counted_from(ovulation: Ovulation) -> None:
    assert forecast(day=22, known=replace(REGULAR, observed=ovulation)) == forecast(day=22)


def test_a_woman_from_45_on_gets_a_wider_span() -> None:
    widths = [
        len(forecast(settings=OwnerSettings(birth_year=year)).onset.span)
        for year in (1990, 1979, 1974)
    ]
    assert sorted(set(widths)) == widths


def test_without_cycles_of_hers_other_women_speak() -> None:
    found = forecast(known=KnownCycles())
    assert found.cycles == 0
    assert cycle_day(30) == found.onset.median


def test_more_cycles_than_count_are_not_claimed() -> None:
    assert forecast(known=KnownCycles(lengths=(28,) * 50)).cycles == 36


@pytest.mark.parametrize(
    ("given", "because"),
    [
        ({"settings": OwnerSettings(forecasts=False)}, SilentBecause.SWITCHED_OFF),
        ({"settings": OwnerSettings(situation=Situation.HORMONES)}, SilentBecause.SITUATION),
        ({"settings": OwnerSettings(situation=Situation.STOPPED)}, SilentBecause.SITUATION),
        ({"declared": Stage.LATE_TRANSITION}, SilentBecause.LATE_TRANSITION),
        ({"matched": Stage.LATE_TRANSITION}, SilentBecause.LATE_TRANSITION),
        ({"declared": Stage.EARLY_POSTMENOPAUSE_B}, SilentBecause.POSTMENOPAUSE),
        ({"matched": Stage.LATE_POSTMENOPAUSE}, SilentBecause.POSTMENOPAUSE),
        ({"cycles": ()}, SilentBecause.NO_CYCLE_OPEN),
        (
            {"cycles": (Cycle(ONSET, cycle_day(3), CycleEnd.CONTEXT),)},
            SilentBecause.NO_CYCLE_OPEN,
        ),
        ({"day": 61}, SilentBecause.TOO_LONG),
    ],
    ids=str,
)
def test_it_is_silent_where_nothing_can_be_said(
    given: dict[str, object], because: SilentBecause
) -> None:
    assert because is silence(**given).because


def test_sixty_days_are_too_long_and_fifty_nine_are_not() -> None:
    assert Silence(SilentBecause.TOO_LONG, days=60) == silence(day=61)
    assert forecast(day=60).late_days > 20


@pytest.mark.parametrize(
    "given",
    [
        {"settings": OwnerSettings(situation=Situation.JUST_WRITE)},
        {"settings": OwnerSettings(situation=Situation.IRREGULAR)},
        {"declared": Stage.EARLY_TRANSITION},
        {"contexts": (Context(ContextKind.TIME_APART, ONSET),)},
        {"contexts": (Context(ContextKind.PREGNANCY, on("2024-01-01"), on("2024-09-01")),)},
    ],
    ids=str,
)
def test_it_speaks_where_bleeding_still_marks_cycles(given: dict[str, object]) -> None:
    assert forecast(**given).cycles == 6


def test_a_context_that_makes_bleeding_unreadable_is_named() -> None:
    pill = Context(ContextKind.HORMONAL_CONTRACEPTION, on("2026-03-03"))
    later = Context(ContextKind.NOT_RECORDED, cycle_day(2))
    found = silence(contexts=(later, pill))
    assert Silence(SilentBecause.CONTEXT, pill, days=4) == found


def test_what_she_switched_off_stays_off_whatever_else_is_true() -> None:
    off = OwnerSettings(forecasts=False, situation=Situation.STOPPED)
    pill = Context(ContextKind.HORMONAL_CONTRACEPTION, on("2026-03-03"))
    found = silence(settings=off, contexts=(pill,), declared=Stage.LATE_TRANSITION)
    assert SilentBecause.SWITCHED_OFF is found.because
