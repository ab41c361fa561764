"""What holds of the kinds that came on closer days, in any record."""

from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from journal.connection.closer_days import closer_kinds
from tests.builders import on

FIRST = on("2026-08-01")
RATINGS = st.lists(st.integers(0, 10), min_size=40, max_size=120)
MOMENTS = st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 119)), max_size=150)


@given(RATINGS, MOMENTS)
def test_whatever_is_found_came_on_closer_days_more_often_than_not(
    ratings: list[int], moments: list[tuple[str, int]]
) -> None:
    rated = {FIRST + timedelta(days=place): rating for place, rating in enumerate(ratings)}
    record = [(FIRST + timedelta(days=place), kind) for kind, place in moments]
    for found in closer_kinds(rated, record):
        assert found.days >= 10
        assert found.days < 2 * found.above <= 2 * found.days


@given(RATINGS, MOMENTS, st.randoms())
def test_the_order_of_the_record_is_indifferent(
    ratings: list[int], moments: list[tuple[str, int]], random: Random
) -> None:
    rated = {FIRST + timedelta(days=place): rating for place, rating in enumerate(ratings)}
    record = [(FIRST + timedelta(days=place), kind) for kind, place in moments]
    assert closer_kinds(rated, record) == closer_kinds(rated, random.sample(record, len(record)))
