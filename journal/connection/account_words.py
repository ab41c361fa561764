"""The account in words: what it counts, how it fades, and what it is not."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from journal.connection.account import BalanceDay
from journal.domain.account_rules import (
    DEFAULT_AGAINST,
    DEFAULT_AWAY,
    DEFAULT_HALF_LIFE_DAYS,
    DEFAULT_WEIGHT,
    AccountRules,
)
from journal.domain.labels import counted

ACCOUNT_TITLE: Final = "Your account"
ELSEWHERE: Final = "with others or on your own"
ACCOUNT_EXPLANATION: Final = (
    "This is a picture of the moments you noted, and no measure of your relationship or of "
    "anybody's love. A moment that was met puts something in, and so does one of which you did not "
    "say how it was met. One that was turned away from takes something out, one that was turned "
    "against takes out more. What is there fades day by day, for the warmth of small moments "
    f"does not last for ever. To begin with, a moment puts in {DEFAULT_WEIGHT:g}, turned away "
    f"takes out {DEFAULT_AWAY:g}, turned against {DEFAULT_AGAINST:g}, and half of the balance is "
    f"gone after {DEFAULT_HALF_LIFE_DAYS:g} days. These numbers are a starting point and no "
    "finding: all of them are yours to change, for each kind of moment too. On a day of which "
    "nothing is noted the balance fades, whatever happened on it; time apart is marked for that "
    "reason. It is about you and your partner: a moment counts if it was with your partner or if "
    "you named nobody. Moments with a child, your family, a friend or yourself are as good and are "
    "counted beside it; what you do on your own by its kind counts once you give it a number. "
    "Moments your partner noted count like yours and are counted beside them. There is no number "
    "it ought to have."
)


def number_words(number: float) -> str:
    """Write a sum of points as shortly as it goes: "3", "2.5", "−1"."""
    return f"{round(number, 2) + 0.0:g}".replace("-", "−")


def balance_words(balance: float) -> str:
    """Write a balance with one decimal: "4.2", "−0.5"; never a zero below zero."""
    return f"{round(balance, 1) + 0.0:.1f}".replace("-", "−")


def fading_words(rules: AccountRules) -> str:
    """Say how fast it fades: "It fades by half every 3 days, as set."."""
    days = number_words(rules.half_life_days)
    return f"It fades by half every {'day' if days == '1' else f'{days} days'}, as set."


def rules_words(rules: AccountRules) -> str:
    """Say the rules in force, without those of single kinds."""
    own = len(rules.weights)
    kinds = ""
    if own:
        words = "kind has a number of its own" if own == 1 else "kinds have numbers of their own"
        kinds = f" {own} {words}."
    return (
        f"A moment puts in {number_words(DEFAULT_WEIGHT)}, turned away takes out "
        f"{number_words(rules.away)}, turned against {number_words(rules.against)}.{kinds} "
        f"{fading_words(rules)}"
    )


def at_a_glance_words(days: Sequence[BalanceDay], today: date) -> str:
    """Say what there is today: "3 moments today; your balance stands at 4.2."."""
    newest = days[-1] if days and days[-1].date == today else None
    if newest is None:
        return "Note a moment on Today, and it is counted here."
    balance = f"your balance stands at {balance_words(newest.balance)}."
    if not newest.moments and newest.elsewhere:
        return f"{counted(newest.elsewhere, 'moment')} today {ELSEWHERE}; {balance}"
    moments = counted(newest.moments, "moment") if newest.moments else "No moment noted"
    others = f", {newest.elsewhere:,} more {ELSEWHERE}" if newest.elsewhere else ""
    return f"{moments} today{others}; {balance}"


def elsewhere_words(number: int) -> str:
    """Say how many moments take no part, as they are not between the two; "" for none."""
    if not number:
        return ""
    verb = "is" if number == 1 else "are"
    return f"{counted(number, 'moment')} {ELSEWHERE} {verb} not counted here."
