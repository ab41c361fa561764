"""What holds of any record at all, however little of it makes sense."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from journal.cycle.basis import Basis
from journal.cycle.body_signs import BodySignDay
from journal.cycle.engine import read_cycles
from journal.cycle.forecast import Forecast
from journal.cycle.phases import Phase
from journal.cycle.reading import CycleReading, CycleRecord
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import FLOW, Bleeding, LhTest, Mucus
from journal.domain.journal import BleedingDay
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage, StageDeclaration
from tests.strategies import cycle_answers

START = date(2023, 9, 1)
DAYS = 900
DATES = st.integers(0, DAYS).map(lambda n: START + timedelta(days=n))
ANY_DAY = st.builds(
    BleedingDay, DATES, st.sampled_from([b for b in Bleeding if b is not Bleeding.NONE])
) | st.builds(BleedingDay, DATES, st.just(Bleeding.HEAVY), st.just(value=True))
SIGNS = st.builds(
    BodySignDay,
    DATES,
    temperature_c=st.none() | st.integers(720, 750).map(lambda steps: steps / 20),
    mucus=st.none() | st.sampled_from(Mucus),
    lh_test=st.none() | st.sampled_from(LhTest),
)


@st.composite
def regular_days(draw: st.DrawFn) -> list[BleedingDay]:
    """Menses at distances a person may have, so that every rule has something to read."""
    day, found = draw(DATES), []
    for gap in draw(st.lists(st.integers(10, 80), max_size=14)):
        found += [BleedingDay(day + timedelta(days=n), Bleeding.MEDIUM) for n in range(4)]
        day += timedelta(days=gap)
    return found


@st.composite
def contexts(draw: st.DrawFn) -> Context:
    start = draw(DATES)
    end = draw(st.none() | st.integers(1, 400))
    kind = draw(st.sampled_from(ContextKind))
    return Context(kind, start, end and start + timedelta(days=end), name="named")


@st.composite
def records(draw: st.DrawFn) -> CycleRecord:
    days = {item.date: item for item in draw(st.lists(ANY_DAY, max_size=25))}
    days |= {item.date: item for item in draw(regular_days())}
    signs = {item.date: item for item in draw(st.lists(SIGNS, max_size=40))}
    stages = st.builds(StageDeclaration, DATES, st.sampled_from(Stage))
    return CycleRecord(
        bleeding=tuple(days[day] for day in sorted(days)),
        body_signs=tuple(signs[day] for day in sorted(signs)),
        contexts=tuple(sorted(draw(st.lists(contexts(), max_size=3)), key=lambda c: c.start)),
        stages=tuple(sorted(draw(st.lists(stages, max_size=2)))),
        answers=tuple(draw(st.lists(cycle_answers(DATES), max_size=3))),
        settings=OwnerSettings(
            situation=draw(st.none() | st.sampled_from(Situation)),
            birth_year=draw(st.none() | st.integers(1900, 2040)),
        ),
    )


def moved(value: Any, by: timedelta) -> Any:
    """Move every date in a value, however deep."""
    if isinstance(value, date):
        return value + by
    if isinstance(value, tuple):
        return tuple(moved(item, by) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: moved(getattr(value, f.name), by) for f in fields(value) if f.init}
        return replace(value, **parts)
    return value


def numbered(reading: CycleReading, until: date) -> dict[date, int]:
    """Number the days of every cycle up to a date."""
    after = until + timedelta(days=1)
    return {
        day: (day - item.cycle.onset).days + 1
        for item in reading.cycles
        if item.cycle.onset <= until
        for day in DateRange(item.cycle.onset, min(item.cycle.end or after, after))
    }


@given(records(), DATES)
def test_cycles_tile_the_record_and_only_the_newest_is_open(
    record: CycleRecord, today: date
) -> None:
    read = [item.cycle for item in read_cycles(record, today).cycles]
    for before, after in pairwise(read):
        assert before.end is not None
        assert before.onset < before.end <= after.onset
    assert all(cycle.onset <= today for cycle in read)


@given(records(), DATES)
def test_phases_stay_inside_their_cycle_in_order_and_apart(
    record: CycleRecord, today: date
) -> None:
    for item in read_cycles(record, today).cycles:
        at = item.cycle.onset
        for span in item.phases:
            assert at <= span.range_.start < span.range_.end
            at = span.range_.end
        assert item.cycle.end is None or at <= item.cycle.end


@given(records(), DATES)
def test_nothing_observed_is_overwritten_by_an_estimate(record: CycleRecord, today: date) -> None:
    reading = read_cycles(record, today)
    flow = {day.date for day in record.bleeding if day.bleeding in FLOW and not day.not_my_period}
    onsets = {item.cycle.onset for item in reading.cycles}
    assert onsets <= flow
    for item in reading.cycles:
        first = item.phases[0]
        assert (first.phase, first.basis) == (Phase.MENSTRUAL, Basis.OBSERVED)
        if item.ovulation and item.ovulation.basis is Basis.OBSERVED:
            signs = [s for s in record.body_signs if s.date >= item.cycle.onset]
            assert any(s.lh_test or s.temperature_c or s.mucus for s in signs)


@given(records(), DATES, st.integers(1, 60))
def test_a_later_day_never_changes_an_earlier_cycle_day(
    record: CycleRecord, today: date, later: int
) -> None:
    # An answer about a long gap may come to fit another gap as later cycles show what is usual.
    plain = replace(record, answers=())
    earlier = numbered(read_cycles(plain, today), today)
    assert earlier == numbered(read_cycles(plain, today + timedelta(days=later)), today)


@given(records(), DATES, st.integers(-3000, 3000))
def test_moving_all_dates_moves_every_answer(record: CycleRecord, today: date, by: int) -> None:
    # Age goes by the calendar year, and so do months since menopause: they are left out.
    ageless = replace(record, settings=replace(record.settings, birth_year=None), stages=())
    shift = timedelta(days=by)
    before = read_cycles(ageless, today)
    after = read_cycles(moved(ageless, shift), today + shift)
    assert moved(before.cycles, shift) == after.cycles
    assert moved(before.questions, shift) == after.questions
    assert moved(before.bleeds, shift) == after.bleeds
    if before.evidence.fmp is None:
        assert moved(before.outlook, shift) == after.outlook


@given(records(), DATES)
def test_a_forecast_lies_ahead_and_holds_its_middle(record: CycleRecord, today: date) -> None:
    outlook = read_cycles(record, today).outlook
    if isinstance(outlook, Forecast):
        assert outlook.onset.median in outlook.onset.span
        assert outlook.onset.span.start >= today
        if outlook.ovulation:
            assert outlook.ovulation.span.last >= today


@given(records(), DATES)
def test_reading_the_same_record_twice_says_the_same(record: CycleRecord, today: date) -> None:
    assert read_cycles(record, today) == read_cycles(record, today)
