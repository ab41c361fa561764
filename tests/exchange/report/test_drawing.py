import json
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from journal.charts.chart import Shade
from journal.domain.days import Bleeding, Day, SignStrength
from journal.exchange.report.document import Picture, pictures
from journal.exchange.report.drawing import FLATTENED, WIDTH, described
from tests.in_memory_journal import InMemoryJournal
from tests.support.reports import small_report
from tests.support.reviews import TODAY

CYCLE_DAYS = 28
CYCLES = 5


@pytest.fixture(scope="module")
def drawn() -> dict[str, Picture]:
    """The pictures of five cycles with a mood and a sign each day, by title."""
    days = []
    for ago in range(CYCLE_DAYS * CYCLES):
        cycle_day = CYCLE_DAYS - ago % CYCLE_DAYS
        strength = SignStrength.MILD if cycle_day > 20 else SignStrength.ABSENT
        bleeding = Bleeding.MEDIUM if cycle_day <= 4 else None
        day = TODAY - timedelta(days=ago)
        days.append(Day(day, mood=ago % 7, bleeding=bleeding, signs={"headache": strength}))
    made = small_report(InMemoryJournal(days))
    return {picture.chart.title: picture for picture in pictures(made)}


def figure_of(picture: Picture) -> Any:
    return json.loads(str(described(picture, "/plotly.js")["figure"]))


def test_every_picture_is_as_wide_as_the_text_on_a_clear_ground(drawn: dict[str, Picture]) -> None:
    assert drawn
    for picture in drawn.values():
        told = described(picture, "/plotly.js")
        assert told["alone"] is True
        assert (told["width"], told["plotly"]) == (WIDTH, "/plotly.js")
        assert figure_of(picture)["layout"]["paper_bgcolor"] == "rgba(0,0,0,0)"


def test_a_field_of_signs_is_drawn_as_squares_of_the_same_colours(
    drawn: dict[str, Picture],
) -> None:
    picture = drawn["Signs by cycle day"]
    field = json.loads(picture.chart.figure(Shade.LIGHT).to_json())["data"][0]
    squares = figure_of(picture)["data"][0]
    assert field["type"] == "heatmap"
    assert squares["type"] == "scatter"
    values = [value for row in field["z"] for value in row if value is not None]
    assert values == squares["marker"]["color"]
    assert field["colorscale"] == squares["marker"]["colorscale"]
    middles = {(low + high) / 2 for low, high in pairwise(field["y"])}
    assert {*squares["y"]} <= middles
    assert {*squares["x"]} <= {*field["x"]}


def test_panels_are_lower_on_paper_and_what_stands_below_them_is_not(
    drawn: dict[str, Picture],
) -> None:
    picture = drawn["Mood over time"]
    before = json.loads(picture.chart.figure(Shade.LIGHT).to_json())["layout"]
    after = figure_of(picture)["layout"]
    below = before["margin"]["b"]
    assert below == after["margin"]["b"]
    assert FLATTENED * (before["height"] - below) == pytest.approx(after["height"] - below)
    # As far below the panels as before, in pixels.
    assert before["legend"]["y"] * (before["height"] - below) == pytest.approx(
        after["legend"]["y"] * (after["height"] - below)
    )
