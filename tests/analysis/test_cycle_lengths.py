from dataclasses import replace

import pytest

from journal.analysis.cycle_lengths import cycle_lengths
from journal.cycle.cycles import Cycle, CycleEnd
from tests.cycle_builders import TODAY, closed_cycle, cycles_before, days, open_cycle, reading_of

ONSET = TODAY - days(20)


@pytest.mark.parametrize(
    ("lengths", "median"), [((27, 29), None), ((27, 29, 40), 29), ((27, 28, 29, 40), 28.5)]
)
def test_a_median_needs_three_closed_cycles(lengths: tuple[int, ...], median: float | None) -> None:
    assert median == cycle_lengths(reading_of(*cycles_before(ONSET, *lengths))).median_days


def test_six_days_are_no_difference_and_seven_are_one_in_both_directions() -> None:
    found = cycle_lengths(reading_of(*cycles_before(ONSET, 30, 36, 29, 36))).lengths
    assert [one.differs for one in found] == [False, False, True, True]


def test_fifty_nine_days_are_no_gap_and_sixty_are_one() -> None:
    found = cycle_lengths(reading_of(*cycles_before(ONSET, 59, 60))).lengths
    assert [one.is_gap for one in found] == [False, True]


def test_the_open_cycle_is_no_length() -> None:
    result = cycle_lengths(reading_of(*cycles_before(ONSET, 28), open_cycle(ONSET, 29)))
    assert [one.days for one in result.lengths] == [28]
    assert (result.open_onset, result.open_days) == (ONSET, 21)


def test_what_is_not_read_lies_between_a_cycle_cut_short_and_the_next_onset() -> None:
    cut = closed_cycle(TODAY - days(400), 20)
    cut = replace(cut, cycle=Cycle(cut.cycle.onset, cut.cycle.end, CycleEnd.NOT_RECORDED))
    (gap,) = cycle_lengths(reading_of(cut, *cycles_before(ONSET, 30), open_cycle(ONSET, 29))).gaps
    assert (TODAY - days(380), ONSET - days(30)) == (gap.start, gap.end)


def test_a_record_that_ends_in_a_context_is_not_read_up_to_today() -> None:
    cut = closed_cycle(ONSET, 10)
    cut = replace(cut, cycle=Cycle(ONSET, ONSET + days(10), CycleEnd.CONTEXT))
    (gap,) = cycle_lengths(reading_of(cut)).gaps
    assert (ONSET + days(10), TODAY) == (gap.start, gap.last)
