from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.days_behind import DayBehind, DayGroup, DaysBehind, GroupKind
from journal.analysis.relations.questions import (
    APART,
    MOMENTS,
    ChangeQuestion,
    ChangeSource,
    CycleWindowQuestion,
    DatedChange,
    ModerationQuestion,
    Question,
    RelationQuestion,
    Timing,
)
from journal.charts.chart import Chart, Shade
from journal.charts.days_behind import (
    MOST_DOTS,
    DotDay,
    DotGroup,
    days_behind_figure,
)
from journal.charts.days_behind_words import AS_NOTED, NOTHING, days_behind_chart
from journal.charts.panels import rating_panel
from journal.domain.ranges import days_after

AXES = ("Stress <b>", rating_panel("Mood, 0 to 10"))
START = date(2026, 1, 1)


def group(name: str, values: list[float], median: float | None = None) -> DotGroup:
    days = tuple(
        DotDay(days_after(START, place), value, f"day {place}")
        for place, value in enumerate(values)
    )
    ends = (None, None) if median is None else (median - 1, median + 1)
    return DotGroup(name, days, len(days), ends[0], median, ends[1])


def test_every_day_is_a_dot_beside_the_middle_of_its_group() -> None:
    figure = days_behind_figure([group("3", [4, 5, 6], 5), group("7", [2])], *AXES, Shade.LIGHT)
    dots, boxes, medians = figure.data
    assert len(dots.x) == 4
    assert sorted(round(x) for x in dots.x) == [0, 0, 0, 1]
    assert medians.y == (5, 5, None)
    assert boxes.y == (4, 4, 6, 6, 4, None)
    assert figure.layout.xaxis.ticktext == ("3<br>n 3", "7<br>n 1")


def test_names_are_no_markup() -> None:
    figure = days_behind_figure([group("<b>", [4])], *AXES, Shade.DARK)
    assert "&lt;b&gt;<br>n 1" in figure.layout.xaxis.ticktext
    assert figure.layout.xaxis.title.text == "Stress &lt;b&gt;"


def test_of_very_many_days_the_newest_are_drawn() -> None:
    many = group("3", [5.0] * (MOST_DOTS + 10), 5)
    dots = days_behind_figure([many], *AXES, Shade.LIGHT).data[0]
    assert len(dots.x) == MOST_DOTS
    assert dots.text[0] == "day 10"


@given(values=st.lists(st.integers(0, 10).map(float), min_size=1, max_size=40))
def test_a_dot_never_looks_like_another_value_or_group(values: list[float]) -> None:
    dots = days_behind_figure([group("3", values)], *AXES, Shade.LIGHT).data[0]
    assert all(abs(x) < 0.5 for x in dots.x)
    assert [round(y) for y in dots.y] == values


def behind(
    question: Question, groups: list[DayGroup], values: list[tuple[float, float, int]]
) -> Chart:
    days = tuple(
        DayBehind(days_after(START, place), exposure, outcome, group)
        for place, (exposure, outcome, group) in enumerate(values)
    )
    return days_behind_chart(DaysBehind(question, days, tuple(groups)), {"sign:own": "<b>Walk"})


def test_the_sentence_gives_the_middle_of_each_group_with_its_days() -> None:
    groups = [
        DayGroup(GroupKind.VALUES, 1, 3, 80, 5, 6, 7),
        DayGroup(GroupKind.VALUES, 4, 4, 1, None, None, None),
    ]
    chart = behind(RelationQuestion("mood", "stress"), groups, [(1, 6, 0), (4, 2, 1)])
    assert chart.sentence == (
        "The middle of mood is 6 on 80 days with 1 to 3. "
        f"1 group of fewer than three days without a middle. {AS_NOTED}"
    )
    assert chart.title == "The days behind it: mood by stress"
    assert chart.table.columns == ("Date", "Stress", "Mood", "Group")
    assert chart.table.rows == (("2026-01-01", 1, 6, "1 to 3"), ("2026-01-02", 4, 2, "4"))


def test_a_day_after_stands_by_what_was_the_day_before() -> None:
    groups = [DayGroup(GroupKind.VALUES, 1, 1, 3, 5, 6, 7)]
    question = RelationQuestion("mood", MOMENTS, Timing.DAYS_AFTER)
    chart = behind(question, groups, [(1, 6, 0)])
    assert chart.table.columns[1] == "Moments, the day before"


@pytest.mark.parametrize(
    ("question", "kinds", "words"),
    [
        (
            CycleWindowQuestion("mood", Window.PREMENSTRUAL),
            [(GroupKind.PREMENSTRUAL, 0), (GroupKind.OTHER_CYCLE_DAYS, 0)],
            "6 on 9 days before a period; 6 on 9 other days.",
        ),
        (
            RelationQuestion("mood", APART),
            [(GroupKind.VALUES, 0), (GroupKind.VALUES, 1)],
            "6 on 9 days together; 6 on 9 days apart.",
        ),
        (
            RelationQuestion("mood", "sign:own"),
            [(GroupKind.VALUES, 0), (GroupKind.VALUES, 3)],
            "6 on 9 days without it; 6 on 9 days when severe.",
        ),
        (
            ChangeQuestion("mood", DatedChange(START, "Job", ChangeSource.CONTEXT_START)),
            [(GroupKind.BEFORE, -9), (GroupKind.SINCE, 0)],
            "6 on 9 days before; 6 on 9 days since.",
        ),
        (
            ModerationQuestion("mood", MOMENTS, "stress"),
            [(GroupKind.MODERATOR_LOW, 1), (GroupKind.MODERATOR_HIGH, 1)],
            "6 on 9 days with stress lower and 1; 6 on 9 days with stress high and 1.",
        ),
    ],
)
def test_every_kind_of_group_is_spoken_of(
    question: Question, kinds: list[tuple[GroupKind, float]], words: str
) -> None:
    groups = [DayGroup(kind, at, at, 9, 5, 6, 7) for kind, at in kinds]
    chart = behind(question, groups, [(at, 6, place) for place, (_, at) in enumerate(kinds)])
    assert chart.sentence == f"The middle of mood is {words} {AS_NOTED}"
    assert len(chart.figure(Shade.LIGHT).data) == 3


def test_the_halves_of_a_moderated_question_have_heads() -> None:
    kinds = (GroupKind.MODERATOR_LOW, GroupKind.MODERATOR_HIGH)
    groups = [DayGroup(kind, at, at, 9, 5, 6, 7) for kind in kinds for at in (0.0, 1.0)]
    question = ModerationQuestion("mood", MOMENTS, "stress")
    chart = behind(question, groups, [(0, 6, place) for place in range(4)])
    notes = {note.text: note.x for note in chart.figure(Shade.DARK).layout.annotations}
    assert notes == {"Mood, 0 to 10": 0, "Stress lower": 0.5, "Stress high": 2.5}


def test_no_day_is_an_empty_chart_that_says_so() -> None:
    chart = behind(RelationQuestion("mood", "stress"), [], [])
    assert chart.empty
    assert chart.sentence == NOTHING
