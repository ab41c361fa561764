"""The table of the bench gives each figure as a ratio to its floor, and names missed goals."""

import pytest

from bench.figures import Timing
from bench.rounds import in_turn
from bench.table import Row, goal_words, markdown, timings_table

FLOOR = Timing(40.0, 60.0, 50)


def row(*, goal: float | None = 2.0, goal_years: int | None = None, **by_years: float) -> Row:
    timings = {int(size.removeprefix("y")): Timing(ms, None, 50) for size, ms in by_years.items()}
    return Row("tap", "button", FLOOR, timings, goal, goal_years)


def test_a_timing_is_summarised_by_its_median_and_95th_percentile() -> None:
    assert Timing.of([float(n) for n in range(1, 102)]) == Timing(51.0, 96.0, 101)


def test_one_slow_press_does_not_move_the_median() -> None:
    assert Timing.of([10.0, 11.0, 900.0]).median == 11.0


def test_too_few_timings_have_no_95th_percentile() -> None:
    assert Timing.of([float(n) for n in range(19)]).p95 is None
    assert Timing.of([float(n) for n in range(20)]).p95 == pytest.approx(18.05)


def test_a_figure_is_a_ratio_to_the_floor() -> None:
    assert Timing(60.0, None, 10).times(FLOOR) == 1.5


def test_the_table_has_a_column_for_each_size_of_record_smallest_first() -> None:
    table = timings_table([row(y40=70.0, y0=44.0), row(y1=52.4)]).splitlines()
    assert table == [
        "| median (95th percentile), × floor | floor | 0 years | 1 year | 40 years | goal |",
        "|---|---|---|---|---|---|",
        "| tap | button: 40 (60) ms | 44 ms, **1.10×** | – | 70 ms, **1.75×** | ≤ 2×: met |",
        "| tap | button: 40 (60) ms | – | 52 ms, **1.31×** | – | ≤ 2×: met |",
    ]


def test_a_missed_goal_names_the_sizes_that_missed_it() -> None:
    missed = row(y0=60.0, y1=81.0, y40=100.0)
    assert goal_words(missed) == "≤ 2×: missed at 1 year, 40 years"


def test_a_goal_for_one_size_is_judged_at_that_size_alone() -> None:
    assert goal_words(row(goal_years=40, y15=100.0, y40=70.0)) == "≤ 2× at 40 years: met"
    missed = goal_words(row(goal_years=40, y15=70.0, y40=100.0))
    assert missed == "≤ 2× at 40 years: missed at 40 years"


def test_a_goal_is_not_called_met_where_it_was_not_measured() -> None:
    assert goal_words(row(goal_years=40, y1=70.0)) == "≤ 2× at 40 years: not measured"


def test_a_row_without_a_goal_says_so() -> None:
    assert goal_words(row(goal=None, y0=900.0)) == "–"


def test_a_table_is_markdown() -> None:
    assert markdown([["a", "b"], ["1", "2"]]) == "| a | b |\n|---|---|\n| 1 | 2 |"


def test_each_thing_is_measured_in_turn_in_a_changing_order_after_a_warm_up() -> None:
    order: list[str] = []

    def measure(name: str) -> int:
        order.append(name)
        return len(order)

    taken = in_turn({"a": lambda: measure("a"), "b": lambda: measure("b")}, repeats=2, warm_up=1)
    assert order == ["a", "b", "b", "a", "a", "b"]
    assert taken == {"a": [4, 5], "b": [3, 6]}
