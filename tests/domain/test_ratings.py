"""One scale for every rating: whole numbers from 0 to 10."""

from typing import Any

import pytest

from journal.domain.errors import RatingOutOfRange
from journal.domain.ratings import (
    CORE_RATINGS,
    HIGHEST,
    LOWEST,
    MIDDLE,
    OPTIONAL_RATINGS,
    RATINGS,
    validated_rating,
)


@pytest.mark.parametrize("rating", range(LOWEST, HIGHEST + 1))
def test_every_whole_number_of_the_scale_is_a_rating(rating: int) -> None:
    assert validated_rating("mood", rating) == rating


@pytest.mark.parametrize("value", [-1, 11, 5.0, "5", True, False, None])
def test_nothing_else_is_a_rating(value: Any) -> None:
    with pytest.raises(RatingOutOfRange):
        validated_rating("mood", value)


def test_a_rating_outside_the_scale_is_named_with_what_is_allowed() -> None:
    with pytest.raises(RatingOutOfRange) as failure:
        validated_rating("sleep_quality", 11)
    assert str(failure.value) == ("Sleep quality must be a whole number between 0 and 10, got 11.")


def test_mood_desire_and_connection_are_always_rated() -> None:
    assert [scale.code for scale in CORE_RATINGS] == ["mood", "desire", "connection"]


def test_each_rating_has_one_scale() -> None:
    assert list(RATINGS) == [scale.code for scale in (*CORE_RATINGS, *OPTIONAL_RATINGS)]


@pytest.mark.parametrize("code", list(RATINGS))
def test_the_ends_and_the_middle_of_a_scale_have_names(code: str) -> None:
    scale = RATINGS[code]
    assert scale.word(LOWEST) == f"0, {scale.lowest}"
    assert scale.word(MIDDLE) == f"5, {scale.middle}"
    assert scale.word(HIGHEST) == f"10, {scale.highest}"
    assert scale.word(7) == "7"
    assert all((scale.lowest, scale.middle, scale.highest, scale.question))
