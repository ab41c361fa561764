"""Rules of the signs of ovulation that hold for every cycle of readings."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from journal.cycle.body_signs import BodySignDay
from journal.cycle.cycles import Cycle
from journal.cycle.mucus import mucus_peak
from journal.cycle.ovulation_signs import observed_ovulation, signs_by_cycle
from journal.cycle.temperature import temperature_shift
from journal.domain.days import LhTest, Mucus
from tests.builders import FIRST_DAY


def days_with(lowest: int, highest: int) -> list[BodySignDay]:
    """Every day there may be with a reading between these, in twentieths of a degree, or with none.

    A day is drawn as one of these: drawing its parts one by one took most of this file's time.
    """
    read = [*(reading / 20 for reading in range(lowest, highest + 1)), None]
    disturbed = (*(False for _ in range(9)), True)
    mucus = (*Mucus, *(None for _ in Mucus))
    tests = (None, None, None, LhTest.NEGATIVE, LhTest.POSITIVE)
    return [BodySignDay(FIRST_DAY, *signs) for signs in product(read, disturbed, mucus, tests)]


# Readings rise half way, so that rises are found often enough.
LOW, HIGH = st.sampled_from(days_with(726, 730)), st.sampled_from(days_with(729, 738))


@st.composite
def cycle_days(draw: st.DrawFn) -> list[BodySignDay]:
    """One cycle of readings, with gaps, disturbed readings, tests and mucus."""
    length, middle = draw(st.integers(0, 40)), draw(st.integers(0, 40))
    low = min(length, middle)
    days = [
        *draw(st.lists(LOW, min_size=low, max_size=low)),
        *draw(st.lists(HIGH, min_size=length - low, max_size=length - low)),
    ]
    return [replace(day, date=FIRST_DAY + timedelta(days=at)) for at, day in enumerate(days)]


def moved(days: list[BodySignDay], by: timedelta) -> list[BodySignDay]:
    """The same cycle on other dates."""
    return [replace(day, date=day.date + by) for day in days]


@given(cycle_days(), st.integers(-4000, 4000).map(lambda days: timedelta(days=days)))
def test_shifting_every_date_shifts_the_answer(days: list[BodySignDay], by: timedelta) -> None:
    here, there = observed_ovulation(days), observed_ovulation(moved(days, by))
    expected = here and replace(
        here,
        date=here.date + by,
        earliest=here.earliest + by,
        latest=here.latest + by,
        also=tuple((sign, day + by) for sign, day in here.also),
    )
    assert expected == there


@given(cycle_days())
def test_a_disturbed_or_missing_reading_never_counts(days: list[BodySignDay]) -> None:
    counted = [d for d in days if d.temperature_c is not None and not d.temperature_disturbed]
    assert temperature_shift(counted) == temperature_shift(days)


@given(cycle_days())
def test_a_day_without_mucus_never_counts(days: list[BodySignDay]) -> None:
    noted = [day for day in days if day.mucus is not None]
    assert mucus_peak(noted) == mucus_peak(days)


@given(cycle_days(), cycle_days())
def test_later_days_never_change_a_rise_that_is_complete(
    days: list[BodySignDay], later: list[BodySignDay]
) -> None:
    shift = temperature_shift(days)
    after = moved(later, timedelta(days=len(days)))
    assert shift is None or shift == temperature_shift([*days, *after])


@given(cycle_days())
def test_a_rise_is_known_on_the_day_it_is_complete_and_not_before(
    days: list[BodySignDay],
) -> None:
    shift = temperature_shift(days)
    if shift:
        known = [day for day in days if day.date <= shift.complete_on]
        assert shift == temperature_shift(known)
        assert temperature_shift(known[:-1]) is None


@given(cycle_days(), st.integers(-20, 20))
def test_a_thermometer_that_reads_higher_finds_the_same_rise(
    days: list[BodySignDay], twentieths: int
) -> None:
    warmer = [
        replace(day, temperature_c=day.temperature_c and day.temperature_c + twentieths * 0.05)
        for day in days
    ]
    here, there = temperature_shift(days), temperature_shift(warmer)
    assert (here and (here.rule, here.first_high, here.complete_on)) == (
        there and (there.rule, there.first_high, there.complete_on)
    )


@given(cycle_days())
def test_a_peak_is_her_best_mucus_up_to_the_day_it_is_complete(days: list[BodySignDay]) -> None:
    peak = mucus_peak(days)
    if peak:
        order = list(Mucus)
        known = [day.mucus for day in days if day.mucus and day.date <= peak.complete_on]
        assert peak.quality == max(known, key=order.index)


@given(cycle_days(), st.integers(8, 45))
def test_the_day_lies_in_its_span_and_both_in_the_cycle(
    days: list[BodySignDay], length: int
) -> None:
    cycle = Cycle(FIRST_DAY, FIRST_DAY + timedelta(days=length))
    (inside,) = signs_by_cycle([cycle], days)
    found = observed_ovulation(inside, cycle)
    if found and cycle.end:
        assert cycle.onset <= found.earliest <= found.date <= found.latest < cycle.end


@given(cycle_days(), st.lists(st.integers(1, 12), max_size=6))
def test_cycles_share_no_day_and_lose_none(days: list[BodySignDay], lengths: list[int]) -> None:
    onsets = [FIRST_DAY + timedelta(days=sum(lengths[:n])) for n in range(len(lengths) + 1)]
    cycles = [Cycle(onset, end) for onset, end in zip(onsets, [*onsets[1:], None], strict=True)]
    parts = signs_by_cycle(cycles, days)
    assert days == [day for part in parts for day in part]
