"""Rules of the premenstrual pattern that hold for every record of ratings."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from journal.cycle.premenstrual import premenstrual_summary
from journal.cycle.premenstrual_values import DayRating, Pattern, PremenstrualScale

ITEMS = ("a", "b", "c", "d", "e", "f", "other")
SCALE = PremenstrualScale(
    lowest=0,
    highest=10,
    moderate=6,
    domains={item: item for item in ITEMS} | {"other": None},
    core=frozenset({"a", "b"}),
)
PLACES = st.tuples(st.integers(1, 3), st.integers(-8, 11), st.sampled_from(ITEMS))
RATINGS = st.dictionaries(PLACES, st.integers(0, 10), max_size=150).map(
    lambda found: [DayRating(*place, value) for place, value in found.items()]
)


@given(RATINGS, st.randoms())
def test_the_order_of_the_ratings_does_not_matter(ratings: list[DayRating], random: Random) -> None:
    shuffled = list(ratings)
    random.shuffle(shuffled)
    assert premenstrual_summary(ratings, SCALE) == premenstrual_summary(shuffled, SCALE)


@given(RATINGS)
def test_what_meets_also_stays_and_both_need_four_days_in_each_week(
    ratings: list[DayRating],
) -> None:
    for cycle in premenstrual_summary(ratings, SCALE).cycles:
        for item in cycle.items:
            assert (item.meets is None) == (min(item.days_before, item.days_after) < 4)
            assert item.stays or not item.meets


@given(RATINGS)
def test_a_pattern_needs_two_usable_cycles(ratings: list[DayRating]) -> None:
    summary = premenstrual_summary(ratings, SCALE)
    enough = len(summary.cycles_included) >= 2
    assert enough == (summary.pattern is not Pattern.NOT_ENOUGH)


@given(RATINGS)
def test_stretching_scale_and_ratings_alike_changes_no_answer(ratings: list[DayRating]) -> None:
    twice = replace(SCALE, highest=20, moderate=12)
    stretched = [replace(rating, value=rating.value * 2) for rating in ratings]
    answers = [
        [(cycle.pattern, [item.meets for item in cycle.items]) for cycle in summary.cycles]
        for summary in (
            premenstrual_summary(ratings, SCALE),
            premenstrual_summary(stretched, twice),
        )
    ]
    assert answers[0] == answers[1]


@given(RATINGS)
def test_ratings_of_the_days_between_change_nothing(ratings: list[DayRating]) -> None:
    between = [DayRating(1, day, "a", 10) for day in (-8, 1, 2, 3, 11)]
    inside = [rating for rating in ratings if rating.day not in {-8, 11, *range(4)}]
    assert premenstrual_summary(inside, SCALE) == premenstrual_summary([*inside, *between], SCALE)
