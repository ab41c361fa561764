from datetime import date, timedelta

import pytest

from journal.connection.closer_days import KindDays, closer_kinds
from tests.builders import on

FIRST = on("2026-08-01")


def days(*ratings: int) -> dict[date, int]:
    return {FIRST + timedelta(days=place): rating for place, rating in enumerate(ratings)}


def noted(kind: str, *places: int) -> list[tuple[date, str]]:
    return [(FIRST + timedelta(days=place), kind) for place in places]


FORTY = days(*[7] * 20, *[3] * 20)  # the middle is 5


def test_a_kind_on_more_closer_days_than_others_is_found_with_its_counts() -> None:
    found = closer_kinds(FORTY, noted("long_hug", *range(12), 20, 21, 22))
    assert found == [KindDays("long_hug", 15, 12)]


def test_a_plain_majority_may_be_chance_and_is_not_enough() -> None:
    assert closer_kinds(FORTY, noted("thanks", *range(8), 20, 21)) == []
    assert closer_kinds(FORTY, noted("thanks", *range(9), 20)) != []


def test_nine_days_with_a_kind_or_thirty_nine_rated_days_are_too_few() -> None:
    assert closer_kinds(FORTY, noted("thanks", *range(9))) == []
    assert closer_kinds(FORTY, noted("thanks", *range(10))) != []
    thirty_nine = days(*[7] * 20, *[3] * 19)
    assert closer_kinds(thirty_nine, noted("thanks", *range(10))) == []


def test_twice_on_one_day_is_one_day_and_a_day_without_a_rating_is_none() -> None:
    twice = noted("thanks", *range(9)) + noted("thanks", *range(9))
    assert closer_kinds(FORTY, twice) == []
    unrated = noted("thanks", *range(9), *range(40, 60))
    assert closer_kinds(FORTY, unrated) == []


def test_a_day_at_the_middle_itself_is_not_above_it() -> None:
    assert closer_kinds(days(*[5] * 60), noted("thanks", *range(30))) == []


def test_the_clearest_on_many_days_comes_first() -> None:
    ratings = days(*[7] * 50, *[3] * 50)
    often = noted("often", *range(36), *range(50, 54))  # 36 of 40
    rarely = noted("rarely", *range(10))  # 10 of 10
    found = closer_kinds(ratings, often + rarely + noted("hardly", *range(9), 50))
    assert [item.kind for item in found] == ["often", "rarely", "hardly"]


@pytest.mark.parametrize("shift", [1, 2])
def test_the_counts_rest_on_her_own_middle_and_not_on_the_scale(shift: int) -> None:
    higher = {day: rating + shift for day, rating in FORTY.items()}
    record = noted("long_hug", *range(12), 20, 21, 22)
    assert closer_kinds(FORTY, record) == closer_kinds(higher, record)
