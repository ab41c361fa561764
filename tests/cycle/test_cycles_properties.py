"""Rules of cycles that hold for every record of bleeding."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.cycle.cycles import cycle_at, cycles
from journal.cycle.onsets import bleeds, menses_onsets
from journal.domain.days import FLOW, Bleeding
from journal.domain.journal import BleedingDay
from journal.domain.ranges import DateRange

FIRST = date(2024, 1, 1)
SPAN_DAYS = 200


@st.composite
def bleeding_days(draw: st.DrawFn) -> list[BleedingDay]:
    """Bleeding in bursts, as it comes, with stray days in between."""
    starts = draw(st.lists(st.integers(0, SPAN_DAYS - 1), max_size=12))
    lengths = draw(st.lists(st.integers(1, 7), min_size=len(starts), max_size=len(starts)))
    places = {
        start + n for start, length in zip(starts, lengths, strict=True) for n in range(length)
    }
    amounts = st.sampled_from([kind for kind in Bleeding if kind is not Bleeding.NONE])
    return [
        BleedingDay(FIRST + timedelta(days=place), draw(amounts), not_my_period=draw(st.booleans()))
        for place in sorted(places)
    ]


dates = st.integers(-30, SPAN_DAYS + 60).map(lambda days: FIRST + timedelta(days=days))


def cycle_day(onsets: list[date], day: date) -> int | None:
    """Number a date within its cycle, the onset being day 1."""
    cycle = cycle_at(cycles(onsets, day), day)
    return (day - cycle.onset).days + 1 if cycle else None


@given(bleeding_days(), dates)
def test_a_cycle_day_is_never_below_one(days: list[BleedingDay], day: date) -> None:
    number = cycle_day(menses_onsets(days), day)
    assert number is None or number >= 1


@given(bleeding_days(), dates)
def test_only_days_before_the_first_onset_have_no_cycle_day(
    days: list[BleedingDay], day: date
) -> None:
    onsets = menses_onsets(days)
    assert (cycle_day(onsets, day) is None) == (not onsets or day < onsets[0])


@given(bleeding_days(), st.integers(1, 60), st.sampled_from(list(Bleeding)))
def test_a_later_day_never_changes_earlier_cycle_days(
    days: list[BleedingDay], later: int, amount: Bleeding
) -> None:
    last = max((day.date for day in days), default=FIRST)
    before, after = (
        menses_onsets(known)
        for known in (days, [*days, BleedingDay(last + timedelta(days=later), amount)])
    )
    for day in DateRange(FIRST, last + timedelta(days=1)):
        assert cycle_day(before, day) == cycle_day(after, day)


@given(bleeding_days(), st.integers(-4000, 4000))
def test_shifting_every_date_shifts_every_onset(days: list[BleedingDay], by: int) -> None:
    shift = timedelta(days=by)
    shifted = [replace(day, date=day.date + shift) for day in days]
    assert [onset + shift for onset in menses_onsets(days)] == menses_onsets(shifted)


@given(bleeding_days())
def test_bleeding_that_is_not_her_period_changes_nothing(days: list[BleedingDay]) -> None:
    hers = [day for day in days if not day.not_my_period]
    assert menses_onsets(hers) == menses_onsets(days)


@given(bleeding_days())
def test_spotting_alone_never_starts_a_cycle(days: list[BleedingDay]) -> None:
    assert menses_onsets([replace(day, bleeding=Bleeding.SPOTTING) for day in days]) == []


@given(bleeding_days())
def test_every_onset_is_a_day_of_her_flow(days: list[BleedingDay]) -> None:
    flow = {day.date for day in days if day.bleeding in FLOW and not day.not_my_period}
    assert set(menses_onsets(days)) <= flow


@given(bleeding_days())
def test_every_day_of_her_flow_lies_in_one_bleed(days: list[BleedingDay]) -> None:
    for day in days:
        if day.bleeding in FLOW and not day.not_my_period:
            assert sum(bleed.start <= day.date <= bleed.last for bleed in bleeds(days)) == 1


@given(bleeding_days(), dates)
def test_cycles_tile_the_time_from_the_first_onset_to_today(
    days: list[BleedingDay], today: date
) -> None:
    found = cycles(menses_onsets(days), today)
    after_today = today + timedelta(days=1)
    covered = [day for cycle in found for day in DateRange(cycle.onset, cycle.end or after_today)]
    first = found[0].onset if found else after_today
    assert list(DateRange(first, after_today)) == covered


@given(bleeding_days(), dates)
def test_only_the_last_cycle_is_open_and_has_no_length(
    days: list[BleedingDay], today: date
) -> None:
    found = cycles(menses_onsets(days), today)
    assert [cycle.length_days is None for cycle in found] == [
        place == len(found) - 1 for place in range(len(found))
    ]
    assert all(cycle.length_days >= 15 for cycle in found if cycle.length_days is not None)
