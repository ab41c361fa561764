from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.connection.account import balances, fading, warm_up_days
from journal.domain.account_rules import AccountRules
from journal.domain.moments import Author, BidResponse, WithWhom
from journal.domain.ranges import DateRange
from journal.domain.tallies import MomentTally

START = date(2026, 5, 1)
KINDS = ("smile", "long_hug", "sex", "solo_pleasure")
DAYS = 40
# Steps of a quarter are exact in binary, so sums of them do not depend on rounding.
WEIGHTS = st.integers(0, 20).map(lambda quarters: quarters / 4)
RULES = st.builds(
    AccountRules,
    half_life_days=st.floats(0.5, 60),
    weights=st.dictionaries(st.sampled_from(KINDS), WEIGHTS),
    away=WEIGHTS,
    against=WEIGHTS,
)
TALLIES = st.lists(
    st.builds(
        MomentTally,
        date=st.integers(-30, DAYS - 1).map(lambda place: START + timedelta(days=place)),
        kind=st.sampled_from(KINDS),
        count=st.integers(1, 6),
        response=st.none() | st.sampled_from(BidResponse),
        author=st.sampled_from(Author),
        with_whom=st.none() | st.sampled_from(WithWhom),
    ),
    max_size=20,
)
SPAN = DateRange(START, START + timedelta(days=DAYS))


def _balances(
    tallies: list[MomentTally], rules: AccountRules, range_: DateRange = SPAN
) -> list[float]:
    return [day.balance for day in balances(tallies, rules, range_)]


@given(st.floats(-100, 100), RULES)
def test_without_moments_it_only_fades_towards_zero(opening: float, rules: AccountRules) -> None:
    found = [opening, *(day.balance for day in balances([], rules, SPAN, opening=opening))]
    for before, after in pairwise(found):
        assert abs(after) <= abs(before)
        assert before * after >= 0


@given(st.data(), TALLIES, RULES)
def test_order_makes_no_difference(
    data: st.DataObject, tallies: list[MomentTally], rules: AccountRules
) -> None:
    mixed = data.draw(st.permutations(tallies))
    assert balances(tallies, rules, SPAN) == balances(mixed, rules, SPAN)


@given(TALLIES, RULES)
def test_tallies_may_be_split_into_single_moments(
    tallies: list[MomentTally], rules: AccountRules
) -> None:
    single = [replace(tally, count=1) for tally in tallies for _ in range(tally.count)]
    assert balances(tallies, rules, SPAN) == balances(single, rules, SPAN)


@given(st.integers(1, 20), st.floats(-500, 500))
def test_after_exactly_the_half_life_without_moments_half_is_left(
    half_life: int, opening: float
) -> None:
    rules = AccountRules(half_life_days=half_life)
    found = balances([], rules, SPAN, opening=opening)
    assert pytest.approx(opening / 2, rel=1e-12, abs=1e-300) == found[half_life - 1].balance
    assert pytest.approx(opening / 4, rel=1e-12, abs=1e-300) == found[2 * half_life - 1].balance


@given(RULES)
def test_half_is_left_after_a_half_life_that_is_no_whole_number_of_days(
    rules: AccountRules,
) -> None:
    assert pytest.approx(0.5, rel=1e-12) == fading(rules) ** rules.half_life_days


@given(TALLIES, RULES)
def test_doubling_every_weight_doubles_every_balance(
    tallies: list[MomentTally], rules: AccountRules
) -> None:
    named = {kind: rules.weights.get(kind, 1.0) for kind in KINDS}
    once = replace(rules, weights=named)
    twice = replace(
        rules,
        weights={kind: 2 * weight for kind, weight in named.items()},
        away=2 * rules.away,
        against=2 * rules.against,
    )
    assert [2 * balance for balance in _balances(tallies, once)] == _balances(tallies, twice)


@given(TALLIES, TALLIES, RULES)
def test_two_records_together_have_the_sum_of_their_balances(
    one: list[MomentTally], other: list[MomentTally], rules: AccountRules
) -> None:
    apart = zip(_balances(one, rules), _balances(other, rules), strict=True)
    expected = [first + second for first, second in apart]
    assert pytest.approx(expected, abs=1e-9) == _balances([*one, *other], rules)


@given(
    st.floats(0.5, 60),
    st.lists(st.tuples(st.integers(0, 900), st.integers(1, 10)), max_size=30),
)
def test_reading_earlier_than_the_warm_up_changes_nothing_that_is_seen(
    half_life: float, earlier: list[tuple[int, int]]
) -> None:
    rules = AccountRules(half_life_days=half_life, weights={"smile": 10})
    first = START - timedelta(days=warm_up_days(rules))
    tallies = [
        MomentTally(first - timedelta(days=1 + back), "smile", count) for back, count in earlier
    ]
    assert all(abs(balance) < 1e-3 for balance in _balances(tallies, rules))


@pytest.mark.parametrize("half_life", [0.5, 3, 60])
def test_the_fullest_days_ever_before_the_warm_up_are_not_seen(half_life: float) -> None:
    rules = AccountRules(half_life_days=half_life, weights={"smile": 10})
    first = START - timedelta(days=warm_up_days(rules))
    tallies = [MomentTally(first - timedelta(days=back), "smile", 10) for back in range(1, 2_000)]
    assert 0 < _balances(tallies, rules)[0] < 1e-3


@given(TALLIES, RULES, st.integers(-3_000, 3_000))
def test_shifting_the_dates_shifts_the_balances(
    tallies: list[MomentTally], rules: AccountRules, days: int
) -> None:
    shift = timedelta(days=days)
    later = [replace(tally, date=tally.date + shift) for tally in tallies]
    range_ = DateRange(SPAN.start + shift, SPAN.end + shift)
    expected = [replace(day, date=day.date + shift) for day in balances(tallies, rules, SPAN)]
    assert expected == balances(later, rules, range_)


@given(TALLIES, RULES, st.integers(1, DAYS - 1))
def test_two_halves_make_the_whole(
    tallies: list[MomentTally], rules: AccountRules, cut: int
) -> None:
    middle = SPAN.start + timedelta(days=cut)
    first = balances(tallies, rules, DateRange(SPAN.start, middle))
    carried = balances(tallies, rules, DateRange(middle, SPAN.end), opening=first[-1].balance)
    assert balances(tallies, rules, SPAN) == [*first, *carried]


@given(TALLIES, RULES, st.integers(1, DAYS - 1))
def test_a_later_start_shows_the_same_balances(
    tallies: list[MomentTally], rules: AccountRules, cut: int
) -> None:
    later = _balances(tallies, rules, DateRange(SPAN.start + timedelta(days=cut), SPAN.end))
    assert pytest.approx(_balances(tallies, rules)[cut:], abs=1e-9) == later


@given(TALLIES, RULES)
def test_every_moment_takes_part_or_is_counted_beside(
    tallies: list[MomentTally], rules: AccountRules
) -> None:
    found = balances(tallies, rules, DateRange(START - timedelta(days=30), SPAN.end))
    assert sum(tally.count for tally in tallies) == sum(
        day.moments + day.elsewhere for day in found
    )
