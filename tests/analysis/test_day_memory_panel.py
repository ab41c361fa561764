"""A panel says what the engine says when it is asked one question at a time."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analysis.day_memory import DayEffect, RatedDays, day_effect, joint_effect
from journal.analysis.day_memory_columns import base_columns
from journal.analysis.day_memory_grid import Floats
from journal.analysis.day_memory_panel import (
    Model,
    Panel,
    beside,
    candidates,
    effect_of,
    effects_of,
    joint_of,
    panel,
    seen_from,
)

# What is left out of the grid may be seen in the last digits of a p value, and nowhere else.
CLOSE = 1e-6
FIRST = 739_000


def remembering(random: np.random.Generator, count: int, memory: float = 0.6) -> Floats:
    found = random.normal(size=count)
    for day in range(1, count):
        found[day] += memory * found[day - 1]
    return found


def record(seed: int, days: int = 120) -> tuple[RatedDays, Floats]:
    """Two thirds of the days rated, with six columns that resemble their own yesterdays."""
    random = np.random.default_rng(seed)
    at = np.flatnonzero(random.random(days) < 0.67)
    columns = np.column_stack([remembering(random, days)[at] for _ in range(6)])
    rated = remembering(random, days)[at] + 0.4 * columns[:, 2]
    return RatedDays(FIRST + at, 6 + 1.5 * rated), columns


def panel_of(rated: RatedDays, always: Floats, choices: Floats) -> Panel:
    return panel(rated.days, always, choices, rated.ratings[:, None])


def model_of(made: Panel, *choices: int, rating: int = 0) -> Model:
    base = beside(made, choices)
    assert base is not None
    model = seen_from(base, rating)
    assert model is not None
    return model


def assert_same(expected: DayEffect | None, found: DayEffect | None) -> None:
    assert expected is not None
    assert found is not None
    assert (expected.days, expected.mixture.freedom) == (found.days, found.mixture.freedom)
    assert found.estimate == pytest.approx(expected.estimate, abs=CLOSE)
    assert found.p == pytest.approx(expected.p, abs=CLOSE)
    assert found.interval() == pytest.approx(expected.interval(), abs=10 * CLOSE)


@given(st.integers(0, 10**6))
@settings(max_examples=20, deadline=None)
def test_each_way_to_ask_gives_what_one_question_gives(seed: int) -> None:
    rated, columns = record(seed)
    always = base_columns(rated.days)
    made = panel_of(rated, always, columns[:, :4])
    model, other = model_of(made, 0, 1), model_of(made, 2)
    base = np.column_stack([always, columns[:, :2]])
    other_base = np.column_stack([always, columns[:, 2]])
    assert_same(day_effect(rated, base, columns[:, 2]), effect_of(model, 2))
    asked = candidates(made, columns[:, 4:], [model, other])
    for place in (0, 1):
        column = columns[:, 4 + place]
        assert_same(day_effect(rated, base, column), effects_of(model, asked, [place])[0])
        assert_same(day_effect(rated, other_base, column), effects_of(other, asked, [0, 1])[place])
    together, found = joint_effect(rated, base, columns[:, 2:4]), joint_of(model, [2, 3])
    assert together is not None
    assert found is not None
    assert (together.columns, together.days) == (found.columns, found.days)
    assert found.p == pytest.approx(together.p, abs=CLOSE)


def test_a_choice_that_others_tell_is_dropped() -> None:
    rated, columns = record(1)
    always = base_columns(rated.days)
    twice = np.column_stack([columns[:, 0], 2 * columns[:, 0] + 3, np.zeros(rated.count)])
    made = panel_of(rated, always, twice)
    model = model_of(made, 0, 1, 2)
    assert model.base.choices == (0,)
    base = np.column_stack([always, columns[:, 0]])
    asked = candidates(made, columns[:, 3:4], [model])
    assert_same(day_effect(rated, base, columns[:, 3]), effects_of(model, asked, [0])[0])


def test_what_cannot_be_told_from_the_base_is_not_answered() -> None:
    rated, columns = record(2)
    made = panel_of(rated, base_columns(rated.days), columns[:, :2])
    model = model_of(made, 0)
    assert effect_of(model, 0) is None
    assert joint_of(model, [0]) is None
    told = np.column_stack([columns[:, 0] * 3, np.ones(rated.count), rated.days % 7 == 3])
    asked = candidates(made, told, [model])
    found = effects_of(model, asked, [0, 1, 2])
    assert found[:2] == (None, None)
    assert found[2] is not None
    assert effects_of(model, asked, []) == ()


def test_what_tells_the_rating_wholly_is_not_answered() -> None:
    rated, columns = record(3)
    always = base_columns(rated.days)
    same = np.column_stack([columns[:, 0], rated.ratings * 2 - 1])
    made = panel_of(rated, always, same)
    model, told = model_of(made, 0), beside(made, [1])
    assert effect_of(model, 1) is None
    assert joint_of(model, [1]) is None
    assert told is not None
    assert seen_from(told, 0) is None
    constant = beside(panel(rated.days, always, columns, np.full((rated.count, 1), 7.0)), [])
    assert constant is not None
    assert seen_from(constant, 0) is None


def test_too_few_days_are_not_answered() -> None:
    rated, columns = record(4)
    few = RatedDays(rated.days[:7], rated.ratings[:7])
    made = panel_of(few, base_columns(few.days), columns[:7])
    assert beside(made, [0]) is None
    assert effect_of(model_of(made), 0) is None


def test_ratings_of_the_same_days_do_not_know_of_each_other() -> None:
    rated, columns = record(5)
    always = base_columns(rated.days)
    ratings = np.column_stack([rated.ratings, columns[:, 5], np.full(rated.count, 7.0)])
    made = panel(rated.days, always, columns[:, :2], ratings)
    first, second = model_of(made, 0), model_of(made, 0, rating=1)
    asked = candidates(made, columns[:, 3:5], [first, second])
    base = np.column_stack([always, columns[:, 0]])
    for model, outcome in ((first, rated.ratings), (second, columns[:, 5])):
        alone = RatedDays(rated.days, outcome)
        assert_same(day_effect(alone, base, columns[:, 1]), effect_of(model, 1))
        assert_same(day_effect(alone, base, columns[:, 4]), effects_of(model, asked, [1])[0])
    told = beside(made, [0])
    assert told is not None
    assert seen_from(told, 2) is None
