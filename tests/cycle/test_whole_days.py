import numpy as np
import pytest

from journal.cycle.whole_days import WholeDays, whole_days


def evenly(first: int, count: int) -> WholeDays:
    return WholeDays(first, (1 / count,) * count)


def test_the_median_is_the_first_day_by_which_half_have_come() -> None:
    assert WholeDays(10, (0.2, 0.2, 0.2, 0.4)).median == 12


def test_a_span_leaves_out_one_in_ten_on_either_side() -> None:
    assert evenly(21, 10).interval() == (22, 29)


def test_a_day_at_the_end_stays_inside_where_leaving_it_out_would_be_further_off() -> None:
    assert WholeDays(1, (0.3, 0.4, 0.3)).interval() == (1, 3)
    assert WholeDays(1, (0.15, 0.7, 0.15)).interval() == (2, 2)


def test_the_shortest_span_leaves_out_the_long_tail() -> None:
    days = WholeDays(1, (0.5, 0.3, 0.1, 0.05, 0.05))
    assert days.shortest_interval() == (1, 2)


def test_the_shortest_span_stops_where_another_day_would_be_further_off() -> None:
    assert WholeDays(1, (0.12, 0.76, 0.12)).shortest_interval() == (2, 2)


def test_a_single_day_is_its_own_span() -> None:
    only = WholeDays(5, (1.0,))
    assert only.interval() == only.shortest_interval() == (5, 5)
    assert only.median == 5


def test_days_outside_have_no_probability() -> None:
    assert [evenly(3, 2).probability(day) for day in (2, 3, 4, 5)] == [0.0, 0.5, 0.5, 0.0]


def test_what_lies_outside_the_days_still_possible_is_dropped() -> None:
    days = whole_days(lambda edges: np.log(np.clip(1 - edges / 10, 1e-9, 1)), first=6, last=8)
    assert (days.first, days.last) == (6, 8)
    assert days.probabilities == pytest.approx([1 / 3] * 3)


def test_a_long_tail_is_followed_until_nothing_is_left() -> None:
    days = whole_days(lambda edges: -edges / 30, first=1)
    assert days.last > 400
    assert sum(days.probabilities) == pytest.approx(1)
