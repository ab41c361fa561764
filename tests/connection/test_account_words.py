import pytest

from journal.connection.account import BalanceDay
from journal.connection.account_words import (
    ACCOUNT_EXPLANATION,
    at_a_glance_words,
    balance_words,
    elsewhere_words,
    fading_words,
    number_words,
    rules_words,
)
from journal.domain.account_rules import AccountRules
from tests.builders import on


@pytest.mark.parametrize(
    ("balance", "expected"), [(4.23, "4.2"), (0, "0.0"), (-0.04, "0.0"), (-1.26, "−1.3")]
)
def test_a_balance_has_one_decimal_and_no_zero_below_zero(balance: float, expected: str) -> None:
    assert expected == balance_words(balance)


@pytest.mark.parametrize(("number", "expected"), [(3.0, "3"), (2.5, "2.5"), (-1, "−1"), (0, "0")])
def test_a_sum_of_points_is_written_shortly(number: float, expected: str) -> None:
    assert expected == number_words(number)


def test_fading_is_said_as_she_set_it() -> None:
    said = [fading_words(AccountRules(half_life_days=days)) for days in (1, 3, 4.5)]
    assert said == [
        "It fades by half every day, as set.",
        "It fades by half every 3 days, as set.",
        "It fades by half every 4.5 days, as set.",
    ]


def test_the_rules_in_force_are_said_with_her_numbers() -> None:
    rules = AccountRules(half_life_days=2, weights={"long_hug": 2}, away=0.5, against=3)
    assert rules_words(rules) == (
        "A moment puts in 1, turned away takes out 0.5, turned against 3. "
        "1 kind has a number of its own. It fades by half every 2 days, as set."
    )
    assert "of its own" not in rules_words(AccountRules())


def test_the_explanation_has_the_rule_its_numbers_and_that_they_are_hers() -> None:
    for part in (
        "no measure of your relationship",
        "a moment puts in 1, turned away takes out 1, turned against 2",
        "after 3 days",
        "all of them are yours to change",
        "the balance fades, whatever happened on it",
        "a moment counts if it was with your partner or if you named nobody",
    ):
        assert part in ACCOUNT_EXPLANATION
    assert "score" not in ACCOUNT_EXPLANATION
    assert "!" not in ACCOUNT_EXPLANATION


@pytest.mark.parametrize(
    ("moments", "elsewhere", "said"),
    [
        (0, 0, "No moment noted today; your balance stands at 1.5."),
        (2, 0, "2 moments today; your balance stands at 1.5."),
        (0, 1, "1 moment today with others or on your own; your balance stands at 1.5."),
        (
            *(1, 2),
            "1 moment today, 2 more with others or on your own; your balance stands at 1.5.",
        ),
    ],
)
def test_at_a_glance_no_moment_of_today_is_passed_over(
    moments: int, elsewhere: int, said: str
) -> None:
    today = on("2026-11-22")
    day = BalanceDay(today, 0, 0, 1.5, moments, elsewhere=elsewhere)
    assert said == at_a_glance_words([day], today)


def test_what_takes_no_part_is_said_and_nothing_is_said_of_none() -> None:
    assert elsewhere_words(0) == ""
    assert elsewhere_words(1) == "1 moment with others or on your own is not counted here."
    assert (
        elsewhere_words(1_200) == "1,200 moments with others or on your own are not counted here."
    )
