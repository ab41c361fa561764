from collections.abc import Sequence

import pytest

from journal.cycle.premenstrual import premenstrual_summary
from journal.cycle.premenstrual_values import (
    CycleSummary,
    DayRating,
    ItemSummary,
    Pattern,
    PremenstrualScale,
)

FELT, CLEAR = [6] * 7, [0] * 7
DOMAINS = ("a", "b", "c", "d", "e", "f")
SCALE = PremenstrualScale(
    lowest=0,
    highest=10,
    moderate=6,
    domains={domain: domain for domain in DOMAINS} | {"second_a": "a", "other": None},
    core=frozenset({"a"}),
)


def rated(
    before: Sequence[int | None], after: Sequence[int | None], *, item: str = "a", cycle: int = 1
) -> list[DayRating]:
    """Ratings of days -7 … -1 and 4 … 10; None is a day without one."""
    days = zip([*range(-7, 0), *range(4, 11)], [*before, *after], strict=True)
    return [DayRating(cycle, day, item, value) for day, value in days if value is not None]


def one_item(before: Sequence[int | None], after: Sequence[int | None]) -> ItemSummary:
    return premenstrual_summary(rated(before, after), SCALE).cycles[0].items[0]


def one_cycle(*items: str, after: Sequence[int | None] = CLEAR) -> CycleSummary:
    ratings = [rating for item in items for rating in rated(FELT, after, item=item)]
    return premenstrual_summary([*ratings, *rated(CLEAR, CLEAR, item="other")], SCALE).cycles[0]


def test_an_item_that_comes_before_the_onset_and_clears_after_it_meets() -> None:
    item = one_item([0, 0, 0, 6, 8, 8, 6], CLEAR)
    assert (item.meets, item.days_felt, item.change_percent) == (True, 4, 50)


def test_one_felt_day_is_too_few() -> None:
    assert one_item([0, 0, 5, 5, 5, 5, 10], CLEAR).meets is False


def test_felt_days_need_not_follow_one_another() -> None:
    assert one_item([6, 0, 5, 5, 5, 0, 6], CLEAR).meets is True


def test_a_smaller_change_does_not_meet() -> None:
    item = one_item([2, 2, 2, 2, 2, 10, 10], [2] * 7)
    assert item.meets is False
    assert item.change_percent == pytest.approx(100 * (30 / 7 - 2) / 10)


def test_one_felt_day_afterwards_is_not_cleared_and_stays() -> None:
    item = one_item([8] * 7, [0, 0, 0, 0, 0, 0, 6])
    assert (item.meets, item.stays) == (False, True)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([None] * 4 + [8] * 3, CLEAR),
        ([8] * 7, [0] * 3 + [None] * 4),
        ([8] * 7, [None] * 7),
        ([None] * 7, CLEAR),
    ],
)
def test_fewer_than_four_rated_days_in_a_week_say_nothing(
    before: list[int | None], after: list[int | None]
) -> None:
    item = one_item(before, after)
    assert (item.meets, item.stays) == (None, None)


def test_four_rated_days_in_each_week_are_enough() -> None:
    assert one_item([None] * 3 + [8] * 4, [None] * 3 + [0] * 4).meets is True


def test_the_change_is_measured_by_the_range_she_uses() -> None:
    wide = [*rated([6] * 7, [3] * 7), *rated([10] * 7, CLEAR, item="other")]
    narrow = rated([6] * 7, [3] * 7)
    by_range = [premenstrual_summary(found, SCALE).cycles[0].items[0] for found in (wide, narrow)]
    assert [item.change_percent for item in by_range] == [30, 50]


def test_only_the_lowest_rating_ever_has_no_change_and_meets_nothing() -> None:
    item = one_item(CLEAR, CLEAR)
    assert (item.change_percent, item.meets) == (None, False)


def test_days_between_the_weeks_and_unknown_items_are_not_read() -> None:
    known = rated(FELT, CLEAR)
    more = [DayRating(1, 1, "a", 10), DayRating(1, 3, "a", 10), DayRating(1, -2, "unheard", 10)]
    assert premenstrual_summary(known, SCALE) == premenstrual_summary([*known, *more], SCALE)


def test_a_domain_is_met_when_any_of_its_items_is() -> None:
    ratings = [*rated(CLEAR, CLEAR), *rated(FELT, CLEAR, item="second_a")]
    (domain,) = premenstrual_summary(ratings, SCALE).cycles[0].domains
    assert (domain.domain, domain.meets) == ("a", True)


def test_a_domain_nobody_could_judge_is_not_called_absent() -> None:
    ratings = [*rated(FELT, CLEAR), *rated([6] * 3 + [None] * 4, CLEAR, item="b")]
    domains = premenstrual_summary(ratings, SCALE).cycles[0].domains
    assert {domain.domain: domain.meets for domain in domains} == {"a": True, "b": None}


@pytest.mark.parametrize(
    ("items", "pattern"),
    [
        (("a", "b", "c", "d", "e"), Pattern.WIDE),
        (("a", "b", "c", "d"), Pattern.CORE),
        (("a",), Pattern.CORE),
        (("b", "c", "d", "e", "f"), Pattern.ALL_MONTH),
        (("b", "c", "d", "e"), Pattern.NONE),
        (("other",), Pattern.NONE),
    ],
)
def test_a_cycle_is_named_by_its_domains(items: tuple[str, ...], pattern: Pattern) -> None:
    assert pattern is one_cycle(*items).pattern


def test_five_domains_that_do_not_clear_last_all_month() -> None:
    cycle = one_cycle("a", "b", "c", "d", "e", after=[0, 0, 0, 0, 0, 0, 6])
    assert Pattern.ALL_MONTH is cycle.pattern


def test_a_cycle_without_enough_days_says_how_many_are_missing() -> None:
    ratings = rated([None] * 5 + [6, 6], [0] * 3 + [None] * 4)
    cycle = premenstrual_summary(ratings, SCALE).cycles[0]
    assert (cycle.pattern, cycle.included) == (Pattern.NOT_ENOUGH, False)
    assert (cycle.missing_before, cycle.missing_after) == (2, 1)


def over_cycles(*patterns: str) -> Pattern:
    """Give each cycle its items by letter; "-" stands for a cycle with nothing but zeros."""
    ratings: list[DayRating] = []
    for cycle, items in enumerate(patterns):
        ratings += rated(CLEAR, CLEAR, item="other", cycle=cycle)
        for item in items.strip("-"):
            ratings += rated(FELT, CLEAR, item=item, cycle=cycle)
    return premenstrual_summary(ratings, SCALE).pattern


@pytest.mark.parametrize(
    ("cycles", "pattern"),
    [
        ((), Pattern.NOT_ENOUGH),
        (("abcde",), Pattern.NOT_ENOUGH),
        (("abcde", "abcde"), Pattern.WIDE),
        (("abcde", "-"), Pattern.NONE),
        (("abcde", "abcde", "-", "-"), Pattern.WIDE),
        (("abcde", "abcde", "-", "-", "-"), Pattern.NONE),
        (("abcde", "a"), Pattern.CORE),
        (("a", "ab", "-"), Pattern.CORE),
        (("bcdef", "bcdef"), Pattern.ALL_MONTH),
        (("bcdef", "abcde"), Pattern.ALL_MONTH),
    ],
)
def test_two_cycles_and_half_of_all_make_a_pattern(
    cycles: tuple[str, ...], pattern: Pattern
) -> None:
    assert pattern is over_cycles(*cycles)


def test_no_usable_cycle_is_not_enough_rather_than_no_pattern() -> None:
    """The one place where the published program answers differently."""
    short = [*rated([6] * 3 + [None] * 4, CLEAR), *rated(FELT, [None] * 7, cycle=2)]
    assert Pattern.NOT_ENOUGH is premenstrual_summary(short, SCALE).pattern
