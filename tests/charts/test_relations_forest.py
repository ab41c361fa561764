import plotly.graph_objects as go

from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.answers import Contrast, Finding, Findings, Sureness
from journal.analysis.relations.questions import (
    MOMENTS,
    CycleWholeQuestion,
    CycleWindowQuestion,
    RelationQuestion,
)
from journal.analysis.relations.words import SURENESS_NAMES
from journal.charts.chart import Chart, Shade
from journal.charts.relations_forest import NAME_LINE
from journal.charts.relations_forest_words import MOST_ROWS, NOTHING_YET, forest_charts
from tests.relation_builders import answered, found

NAMES = {"sign:own": "Work <b>& rest</b>"}
STRESS = found(answered(RelationQuestion("mood", "stress"), -0.6, contrast=Contrast(3, 7)))
BEFORE = found(answered(CycleWindowQuestion("mood", Window.PREMENSTRUAL), -1.2, groups=8))
HARDLY = found(
    answered(RelationQuestion("mood", MOMENTS), 0.1, contrast=Contrast(0, 1)),
    Sureness.HARDLY,
    ends=(-0.2, 0.4),
)
OWN = found(answered(RelationQuestion("sign:own", "stress"), -1, contrast=Contrast(3, 7)))


def charts(*shown: Finding) -> list[Chart]:
    return forest_charts(shown, Findings((STRESS, BEFORE, HARDLY, OWN), ()), NAMES)


def dots(figure: go.Figure, sureness: Sureness) -> go.Scatter:
    (trace,) = (one for one in figure.data if one.name == SURENESS_NAMES[sureness])
    return trace


def test_the_largest_stands_first_whatever_its_direction() -> None:
    (chart,) = charts(HARDLY, STRESS, BEFORE)
    assert [row[0] for row in chart.table.rows] == [
        "Mood · five days before a period",
        "Mood · stress of 7 rather than 3",
        "Mood · one more moment",
    ]
    assert chart.sentence.startswith(
        "The largest: Your mood is about one point of ten lower in the five days before a period"
    )
    assert chart.subtitle == "3 relations of 4 looked at"


def test_only_what_is_sure_is_filled() -> None:
    (chart,) = charts(HARDLY, STRESS, BEFORE)
    figure = chart.figure(Shade.LIGHT)
    assert dots(figure, Sureness.SURE).marker.symbol == "circle"
    assert dots(figure, Sureness.HARDLY).marker.symbol == "square-open"
    assert dots(figure, Sureness.SURE).x == (-1.2, -0.6)
    assert dots(figure, Sureness.HARDLY).error_x.array == (0.3,)


def test_zero_lies_in_the_middle_and_nothing_reaches_past_the_ends() -> None:
    low, high = charts(HARDLY, STRESS, BEFORE)[0].figure(Shade.DARK).layout.xaxis.range
    assert low == -high
    assert low < -2


def test_no_line_crosses_out_the_name_of_a_row() -> None:
    figure = charts(HARDLY, STRESS, BEFORE)[0].figure(Shade.LIGHT)
    middles = [note.y for note in figure.layout.annotations if note.x == 0]
    lines = [trace for trace in figure.data if trace.name in {"Steps", "No difference"}]
    ends = [y for line in lines for y in line.y if y is not None]
    assert (len(middles), len(lines)) == (3, 2)
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        assert not [y for y in middles if start < y + NAME_LINE / 2 and y - NAME_LINE / 2 < end]


def test_every_scale_has_a_picture_of_its_own() -> None:
    points, steps = charts(STRESS, OWN)
    assert points.figure(Shade.LIGHT).layout.xaxis.title.text == "Lower or higher, points of ten"
    assert steps.title == "What goes with what, by size, in steps of strength"
    assert steps.table.rows == (
        (
            "Work <b>& rest</b> · stress of 7 rather than 3",
            *(-1, -2, -0.5, "steps of strength", "Sure", "212 days"),
        ),
    )


def test_her_words_are_no_markup_in_the_picture() -> None:
    (chart,) = charts(OWN)
    assert "<b>&" not in str(chart.figure(Shade.LIGHT).to_json())


def test_what_has_no_direction_is_not_drawn() -> None:
    whole = found(answered(CycleWholeQuestion("mood")))
    (empty,) = charts(whole)
    assert empty.empty
    assert empty.sentence == NOTHING_YET


def test_a_long_list_is_drawn_to_its_largest_and_tabled_whole() -> None:
    many = [
        found(answered(RelationQuestion("mood", f"sign:own_{place}"), -place / 10))
        for place in range(1, 31)
    ]
    (chart,) = charts(*many)
    assert len(dots(chart.figure(Shade.LIGHT), Sureness.SURE).x) == MOST_ROWS
    assert len(chart.table.rows) == len(many)
    assert "The 20 largest of 30 are drawn" in chart.sentence


def test_every_row_can_be_touched_from_end_to_end_and_names_its_question() -> None:
    (chart,) = charts(HARDLY, STRESS, BEFORE)
    figure = chart.figure(Shade.LIGHT)
    (rows,) = (one for one in figure.data if one.type == "bar")
    assert rows.customdata == (
        "mood-premenstrual",
        "mood-stress-same-day",
        "mood-moments-same-day",
    )
    low, high = figure.layout.xaxis.range
    assert set(rows.base) == {low}
    assert set(rows.x) == {high - low}
    edges = [
        (middle - height / 2, middle + height / 2)
        for middle, height in zip(rows.y, rows.width, strict=True)
    ]
    assert [end for _, end in edges[:-1]] == [start for start, _ in edges[1:]]
    assert all(one.hoverinfo == "skip" for one in figure.data if one.type != "bar")
