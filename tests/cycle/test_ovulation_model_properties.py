from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.cycle.cycles import Cycle
from journal.cycle.ovulation_model import (
    estimated_ovulation,
    length_given_ovulation,
    predict_ovulation_day,
)
from tests.strategies import DATES


@st.composite
def pairs(draw: st.DrawFn) -> tuple[int, int]:
    length = draw(st.integers(1, 120))
    return length, draw(st.integers(1, length))


OBSERVED = st.lists(pairs(), max_size=40)


@given(DATES, st.integers(1, 60), OBSERVED)
@settings(max_examples=100)
def test_an_estimate_lies_in_its_span_and_that_in_its_cycle(
    onset: date, days: int, observed: list[tuple[int, int]]
) -> None:
    cycle = Cycle(onset, onset + timedelta(days=days))
    found = estimated_ovulation(cycle, observed)
    assert (found is not None) == (21 <= days <= 35)
    if found and cycle.end:
        assert cycle.onset <= found.earliest <= found.date <= found.latest < cycle.end


@given(DATES, DATES, OBSERVED)
@settings(max_examples=40)
def test_shifting_a_cycle_shifts_its_estimate(
    here: date, there: date, observed: list[tuple[int, int]]
) -> None:
    offsets = []
    for onset in (here, there):
        cycle = Cycle(onset, onset + timedelta(days=29))
        found = estimated_ovulation(cycle, observed)
        assert found is not None
        offsets.append((found.date - cycle.onset, found.latest - found.earliest))
    assert offsets[0] == offsets[1]


@given(OBSERVED, st.lists(st.integers(1, 300), max_size=40), st.integers(1, 60), st.integers(1, 9))
@settings(max_examples=80)
def test_days_without_a_sign_never_move_ovulation_earlier(
    observed: list[tuple[int, int]], lengths: list[int], day: int, more: int
) -> None:
    before, after = (
        predict_ovulation_day(observed, lengths=lengths, at_least_day=first)
        for first in (day, day + more)
    )
    assert before.median <= after.median
    assert day <= before.interval()[0] <= before.median <= before.interval()[1]


@given(st.integers(1, 60), OBSERVED, st.integers(0, 90))
@settings(max_examples=80)
def test_an_onset_follows_its_ovulation(
    day: int, observed: list[tuple[int, int]], elapsed: int
) -> None:
    days = length_given_ovulation(day, observed, at_least_days=elapsed)
    assert max(day, elapsed) <= days.interval()[0] <= days.median <= days.interval()[1]
