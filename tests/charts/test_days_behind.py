from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from journal.charts.chart import Shade
from journal.charts.days_behind import (
    MOST_DOTS,
    DotAxes,
    DotDay,
    DotGroup,
    days_behind_figure,
)
from journal.domain.ranges import days_after

AXES = DotAxes("Stress <b>", "Mood, 0 to 10", -0.5, 10.5)
START = date(2026, 1, 1)


def group(name: str, values: list[float], median: float | None = None) -> DotGroup:
    days = tuple(
        DotDay(days_after(START, place), value, f"day {place}")
        for place, value in enumerate(values)
    )
    ends = (None, None) if median is None else (median - 1, median + 1)
    return DotGroup(name, days, len(days), ends[0], median, ends[1])


def test_every_day_is_a_dot_beside_the_middle_of_its_group() -> None:
    figure = days_behind_figure([group("3", [4, 5, 6], 5), group("7", [2])], AXES, Shade.LIGHT)
    dots, boxes, medians = figure.data
    assert len(dots.x) == 4
    assert sorted(round(x) for x in dots.x) == [0, 0, 0, 1]
    assert medians.y == (5, 5, None)
    assert boxes.y == (4, 4, 6, 6, 4, None)
    assert figure.layout.xaxis.ticktext == ("3<br>n 3", "7<br>n 1")


def test_names_are_no_markup() -> None:
    figure = days_behind_figure([group("<b>", [4])], AXES, Shade.DARK)
    assert "&lt;b&gt;<br>n 1" in figure.layout.xaxis.ticktext
    assert figure.layout.xaxis.title.text == "Stress &lt;b&gt;"


def test_of_very_many_days_the_newest_are_drawn() -> None:
    many = group("3", [5.0] * (MOST_DOTS + 10), 5)
    dots = days_behind_figure([many], AXES, Shade.LIGHT).data[0]
    assert len(dots.x) == MOST_DOTS
    assert dots.text[0] == "day 10"


@given(values=st.lists(st.integers(0, 10).map(float), min_size=1, max_size=40))
def test_a_dot_never_looks_like_another_value_or_group(values: list[float]) -> None:
    dots = days_behind_figure([group("3", values)], AXES, Shade.LIGHT).data[0]
    assert all(abs(x) < 0.5 for x in dots.x)
    assert [round(y) for y in dots.y] == values
