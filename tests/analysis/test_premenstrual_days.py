from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from journal.analysis.day_memory_cycle import closed_cycles, cycle_columns, placed_days
from journal.analysis.day_memory_gate import LackKind
from journal.analysis.premenstrual_days import (
    AROUND_OVULATION,
    MOST_DAYS,
    PREMENSTRUAL,
    PremenstrualDays,
    PremenstrualNotYet,
    premenstrual_days,
)
from journal.cycle.cycles import Cycle, CycleEnd
from journal.cycle.forecast import Forecast
from journal.cycle.ovulation import OvulationSign
from journal.cycle.questions import OpenQuestion
from journal.cycle.reading import CycleReading
from journal.domain.cycle_answers import CycleQuestion
from journal.domain.days import Day
from tests.builders import on
from tests.cycle_builders import cycles_before, likely, open_cycle, ovulation_on, reading_of
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")
LENGTH = 28


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def regular(cycles: int, cycle_day: int = 10, *, forecast: bool = True) -> CycleReading:
    """Cycles of 28 days and an open one, whose end is forecast or not."""
    onset = ago(cycle_day - 1)
    outlook = Forecast(likely(onset + timedelta(days=LENGTH), 2), None, cycles)
    closed = cycles_before(onset, *[LENGTH] * cycles)
    read = reading_of(*closed, open_cycle(onset, LENGTH), today=TODAY)
    return replace(read, outlook=outlook) if forecast else read


def ratings(
    reading: CycleReading,
    *,
    dip: float,
    rise: float = 0.0,
    days: int = 200,
    seed: int = 0,
    spread: float = 1.0,
) -> list[Day]:
    """Connection around 6, lower on the five days before each onset, higher around ovulation."""
    random = np.random.default_rng(seed)
    found = []
    for day, placed in zip(span(days), placed_days(reading, span(days)), strict=True):
        to_onset = placed.days_to_onset if placed else 0
        value = 6 + random.normal(0, spread)
        value -= dip * (-to_onset in PREMENSTRUAL)
        value += rise * (-to_onset in AROUND_OVULATION)
        found.append(Day(day, connection=int(np.clip(round(value), 0, 10))))
    return found


def span(days: int) -> list[date]:
    return [ago(n) for n in range(days - 1, -1, -1)]


def asked(
    days: Sequence[Day], reading: CycleReading, code: str = "connection"
) -> PremenstrualDays | PremenstrualNotYet:
    return premenstrual_days(InMemoryJournal(days), reading, code)


def test_a_dip_before_the_period_is_found_with_its_size() -> None:
    reading = regular(8)
    found = asked(ratings(reading, dip=1.5), reading)
    assert isinstance(found, PremenstrualDays)
    low, high = found.effect.interval()
    assert low < -1.5 < high < 0
    assert found.whole_p is not None
    assert found.whole_p < 0.01


def test_a_rise_around_ovulation_is_told_apart_from_a_dip() -> None:
    reading = regular(8)
    found = asked(ratings(reading, dip=0, rise=1.5), reading)
    assert isinstance(found, PremenstrualDays)
    assert found.around_ovulation is not None
    assert found.around_ovulation.interval()[0] > 0
    low, high = found.effect.interval()
    assert low < 0 < high


def test_where_there_is_no_dip_few_are_told_one() -> None:
    reading = regular(8)
    alarms = 0
    for seed in range(60):
        found = asked(ratings(reading, dip=0, seed=seed), reading)
        assert isinstance(found, PremenstrualDays)
        alarms += found.effect.p < 0.05
    assert alarms <= 7


def test_days_cycles_and_what_the_forecast_places_are_counted() -> None:
    reading = regular(4, cycle_day=26)
    onset = ago(25)
    found = asked(ratings(reading, dip=1, days=100), reading)
    assert isinstance(found, PremenstrualDays)
    assert found.compared_days == 100
    # Days −5 to −1 of the open cycle begin on cycle day 24: three of them are past or today.
    assert found.window_days == 3 * 5 + 3
    assert found.cycles == 4
    assert found.forecast_days == (TODAY - onset).days + 1


def test_without_a_forecast_the_open_cycle_is_not_compared() -> None:
    reading = regular(4, cycle_day=26, forecast=False)
    found = asked(ratings(regular(4, cycle_day=26), dip=1, days=100), reading)
    assert isinstance(found, PremenstrualDays)
    assert (found.compared_days, found.forecast_days) == (100 - 26, 0)


def test_an_observed_ovulation_says_which_days_lie_around_it() -> None:
    days = span(200)
    random = np.random.default_rng(1)
    reading = regular(7)
    moved = [
        replace(read, ovulation=ovulation_on(read.cycle.onset + timedelta(days=19), sign))
        for read, sign in zip(reading.cycles, [OvulationSign.LH_TEST] * 8, strict=True)
    ]
    observed = replace(reading, cycles=tuple(moved))
    around = {read.cycle.onset + timedelta(days=19 + off) for read in moved for off in range(-2, 3)}
    higher = [
        Day(day, connection=int(np.clip(round(5 + random.normal() + 2 * (day in around)), 0, 10)))
        for day in days
    ]
    found, by_calendar = asked(higher, observed), asked(higher, reading)
    assert isinstance(found, PremenstrualDays)
    assert isinstance(by_calendar, PremenstrualDays)
    assert found.around_ovulation is not None
    assert by_calendar.around_ovulation is not None
    assert found.around_ovulation.estimate == pytest.approx(2, abs=0.5)
    assert by_calendar.around_ovulation.estimate < 1


def test_what_is_missing_is_counted() -> None:
    reading = regular(1, cycle_day=3)
    found = asked([Day(ago(n), connection=5) for n in range(20)], reading)
    assert isinstance(found, PremenstrualNotYet)
    assert {lack.kind: lack.missing for lack in found.lacks} == {
        LackKind.RATED_DAYS: 20,
        LackKind.DAYS_SPANNED: 25,
        LackKind.OTHER_RATINGS: 4,
        LackKind.CYCLES: 1,
        LackKind.WINDOW_CYCLES: 1,
    }


def test_a_rating_that_was_never_made_lacks_everything() -> None:
    found = asked([], reading_of(today=TODAY), "desire")
    assert isinstance(found, PremenstrualNotYet)
    assert found.code == "desire"
    assert LackKind.CYCLES in {lack.kind for lack in found.lacks}


def test_ratings_on_premenstrual_days_alone_have_nothing_to_be_compared_with() -> None:
    reading = regular(12)
    placed = zip(ratings(reading, dip=1, days=345), placed_days(reading, span(345)), strict=True)
    before = [day for day, place in placed if place and -place.days_to_onset in PREMENSTRUAL]
    assert len(before) >= 60
    assert asked(before, reading) == PremenstrualNotYet("connection", ())


def test_ratings_that_follow_the_week_are_not_taken_for_the_cycle() -> None:
    reading = regular(8)
    days = [Day(day, connection=8 if day.weekday() > 4 else 5) for day in span(200)]
    found = asked(days, reading)
    assert isinstance(found, PremenstrualDays)
    low, high = found.effect.interval()
    assert low < 0 < high


def test_days_of_years_ago_take_no_part() -> None:
    reading = regular(8)
    days = ratings(reading, dip=1)
    old = [Day(ago(MOST_DAYS + n), connection=n % 10) for n in range(50)]
    assert asked(days, reading) == asked([*old, *days], reading)


def test_a_cycle_she_is_asked_about_places_no_day() -> None:
    reading = regular(4)
    onset = reading.cycles[1].cycle.onset
    question = OpenQuestion(CycleQuestion.MISSED_PERIOD, onset, onset, onset=onset)
    early = OpenQuestion(CycleQuestion.EARLY_BLEED, onset, onset, onset=onset)
    days = [onset + timedelta(days=n) for n in range(-1, 29)]
    open_ = placed_days(replace(reading, questions=(question,)), days)
    assert [day is None for day in open_] == [False, *[True] * 28, False]
    assert None not in placed_days(replace(reading, questions=(early,)), days)


def test_a_cycle_that_something_else_ended_places_no_day() -> None:
    reading = regular(2)
    cut = replace(
        reading.cycles[0], cycle=replace(reading.cycles[0].cycle, ended_by=CycleEnd.CONTEXT)
    )
    onset = cut.cycle.onset
    placed = placed_days(
        replace(reading, cycles=(cut, *reading.cycles[1:])),
        [onset - timedelta(days=1), onset, onset + timedelta(days=LENGTH)],
    )
    assert [day is None for day in placed] == [True, True, False]
    assert closed_cycles(placed) == 1


def test_a_day_at_or_after_the_forecast_middle_has_no_place() -> None:
    onset = ago(30)
    read = open_cycle(onset, 31)
    assert Cycle(onset) == read.cycle
    reading = replace(
        reading_of(read, today=TODAY), outlook=Forecast(likely(TODAY, 1), None, 1, late_days=1)
    )
    placed = placed_days(reading, [ago(1), TODAY])
    assert placed[1] is None
    assert placed[0] is not None
    assert (placed[0].days_to_onset, placed[0].by_forecast) == (1, True)
    assert closed_cycles(placed) == 0


def test_the_cycle_columns_are_two_harmonics_and_the_days_without_a_place() -> None:
    reading = regular(3)
    onset = reading.cycles[0].cycle.onset
    days = [onset + timedelta(days=n) for n in (-1, 0, 7, 14, LENGTH)]
    columns = cycle_columns(placed_days(reading, days))
    assert columns.shape == (5, 5)
    assert columns[:, 4].tolist() == [1, 0, 0, 0, 0]
    assert columns[0, :4].tolist() == [0, 0, 0, 0]
    assert columns[1] == pytest.approx(columns[4])
    assert columns[2] == pytest.approx([1, 0, 0, -1, 0], abs=1e-12)
    assert columns[3] == pytest.approx([0, -1, 0, 1, 0], abs=1e-12)
