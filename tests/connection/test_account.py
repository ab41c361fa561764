from datetime import timedelta

import pytest

from journal.connection.account import (
    BalanceDay,
    balances,
    deposit_of,
    warm_up_days,
)
from journal.connection.between_two import ALONE_KINDS
from journal.domain.account_rules import AccountRules
from journal.domain.moments import Author, BidResponse, WithWhom
from journal.domain.ranges import DateRange
from journal.domain.tallies import MomentTally
from tests.builders import on

START = on("2026-05-01")
WEEK = DateRange(START, START + timedelta(days=7))
RULES = AccountRules()


def tally(place: int, count: int = 1, kind: str = "smile", **more: object) -> MomentTally:
    """Moments of one kind, so many days after the start."""
    day = START + timedelta(days=place)
    return MomentTally(day, kind, count, **more)  # type: ignore[arg-type]  # the test's business


def _balances(*tallies: MomentTally, rules: AccountRules = RULES) -> list[float]:
    return [day.balance for day in balances(tallies, rules, WEEK)]


def test_every_date_has_its_day() -> None:
    assert list(WEEK) == [day.date for day in balances([], RULES, WEEK)]
    assert balances([tally(0)], RULES, DateRange(START, START)) == []


def test_a_met_and_an_unanswered_moment_deposit_the_weight_of_their_kind() -> None:
    rules = AccountRules(weights={"long_hug": 2.5})
    found = balances(
        [tally(0, kind="long_hug", response=BidResponse.TURNED_TOWARD), tally(0, 2)], rules, WEEK
    )
    assert BalanceDay(START, 4.5, 0.0, 4.5, moments=3) == found[0]


def test_turned_away_withdraws_one_and_turned_against_two() -> None:
    away = tally(0, 3, response=BidResponse.TURNED_AWAY)
    against = tally(0, 2, response=BidResponse.TURNED_AGAINST)
    found = balances([away, against], RULES, WEEK)
    assert BalanceDay(START, 0.0, 7.0, -7.0, moments=5) == found[0]


def test_what_a_refusal_withdraws_is_hers_to_change() -> None:
    rules = AccountRules(away=0, against=0.5)
    away = tally(0, response=BidResponse.TURNED_AWAY)
    against = tally(1, response=BidResponse.TURNED_AGAINST)
    assert _balances(away, against, rules=rules)[:2] == [0, -0.5]


def test_a_balance_below_zero_fades_towards_zero_as_well() -> None:
    found = _balances(tally(0, 4, response=BidResponse.TURNED_AWAY))
    assert pytest.approx([-4.0, -2.0, -1.0]) == found[::3]


def test_what_came_before_the_span_is_still_in_it() -> None:
    assert pytest.approx(4.0) == _balances(tally(-3, 8))[0]


def test_what_comes_after_the_span_is_not_in_it() -> None:
    assert _balances(tally(7, 8)) == [0.0] * 7


def test_a_known_opening_takes_the_place_of_what_came_before() -> None:
    (day,) = balances(
        [tally(-1, 99), tally(0)], RULES, DateRange(START, START + timedelta(days=1)), opening=0.0
    )
    assert day.balance == 1.0


def test_moments_the_partner_noted_count_like_hers_and_are_counted_beside_them() -> None:
    (day, *_) = balances([tally(0, 2), tally(0, 3, author=Author.PARTNER)], RULES, WEEK)
    assert (day.deposits, day.moments, day.from_partner) == (5.0, 5, 3)


@pytest.mark.parametrize("kind", sorted(ALONE_KINDS))
def test_what_is_done_alone_deposits_nothing_unless_she_says_so(kind: str) -> None:
    assert deposit_of(kind, RULES) == 0
    weighed = AccountRules(weights={kind: 1.5})
    assert deposit_of(kind, weighed) == 1.5
    for rules, balance, beside in ((RULES, 0.0, (0, 1)), (weighed, 1.5, (1, 0))):
        (day, *_) = balances([tally(0, kind=kind, with_whom=WithWhom.SELF)], rules, WEEK)
        assert (day.balance, day.moments, day.elsewhere) == (balance, *beside)


@pytest.mark.parametrize("response", [None, *BidResponse])
def test_moments_with_others_move_nothing_and_are_counted_beside(
    response: BidResponse | None,
) -> None:
    others = [tally(0, 2, with_whom=who, response=response) for who in WithWhom]
    (day, *_) = balances(others, RULES, WEEK)
    (two, *_) = balances([tally(0, 2, response=response)], RULES, WEEK)
    assert (day.deposits, day.withdrawals, day.moments) == (two.deposits, two.withdrawals, 2)
    assert day.elsewhere == 2 * (len(WithWhom) - 1)


def test_the_warm_up_grows_with_the_half_life() -> None:
    found = [warm_up_days(AccountRules(half_life_days=days)) for days in (0.5, 3, 60)]
    assert found == [12, 72, 1440]
