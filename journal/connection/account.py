"""The account: deposits, withdrawals and a balance that fades; a picture of what she noted.

balance(t) = balance(t − 1) × 2^(−1 / half-life) + deposits(t) − withdrawals(t)

Convention: a balance is that at the end of its day. A moment without a recorded response deposits
like one that was met, for not recorded is not turned away.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, exp2, fsum
from types import MappingProxyType
from typing import Final

from journal.domain.account_rules import AccountRules
from journal.domain.moments import Author, BidResponse
from journal.domain.ranges import DateRange
from journal.domain.tallies import MomentTally

# Ours: 2^−24 of what days of 100 points each come to, where a balance halves in 60 days, is 0.0005.
WARM_UP_HALF_LIVES: Final = 24
# What is done alone by its very kind is no deposit between two, unless she gives it a weight.
ALONE_KINDS: Final = frozenset({"breast_massage_self", "solo_pleasure"})


@dataclass(frozen=True, slots=True)
class BalanceDay:
    """One date of the account.

    Attributes:
        deposits: What the day's moments put in, 0 or more.
        withdrawals: What they took out, 0 or more.
        balance: At the end of the day; it may be below zero.
        moments: How many moments the day has.
        from_partner: How many of them the partner noted.
    """

    date: date
    deposits: float
    withdrawals: float
    balance: float
    moments: int
    from_partner: int = 0


@dataclass(frozen=True, slots=True)
class _Entries:
    """What one day puts in and takes out, before anything fades."""

    deposits: float = 0.0
    withdrawals: float = 0.0
    moments: int = 0
    from_partner: int = 0


_NOTHING: Final = _Entries()


def warm_up_days(rules: AccountRules) -> int:
    """Return how many days before a span have to be read for its balances to be right."""
    return ceil(WARM_UP_HALF_LIVES * rules.half_life_days)


def fading(rules: AccountRules, days: int = 1) -> float:
    """Return the share of a balance that is left after so many days, 0 to 1."""
    return exp2(-days / rules.half_life_days)


def deposit_of(kind: str, rules: AccountRules) -> float:
    """Return what one moment of a kind deposits; nothing for a kind that is done alone."""
    if kind in ALONE_KINDS and kind not in rules.weights:
        return 0.0
    return rules.weight(kind)


def balances(
    tallies: Sequence[MomentTally],
    rules: AccountRules,
    range_: DateRange,
    *,
    opening: float | None = None,
) -> list[BalanceDay]:
    """Return the account of every date of a span.

    Args:
        tallies: In any order; those after the span take no part.
        rules: Weights and half-life.
        range_: The span.
        opening: The balance on the day before the span, where it is known. Without it the
            tallies before the span make it; those of `warm_up_days` are enough.
    """
    if not range_:
        return []
    entries = _by_date(tallies, rules, range_.end)
    balance = _opening(entries, rules, range_.start) if opening is None else opening
    left = fading(rules)
    found = []
    for day in range_:
        entry = entries.get(day, _NOTHING)
        balance = balance * left + entry.deposits - entry.withdrawals
        found.append(
            BalanceDay(
                day,
                entry.deposits,
                entry.withdrawals,
                balance,
                entry.moments,
                entry.from_partner,
            )
        )
    return found


def _opening(entries: Mapping[date, _Entries], rules: AccountRules, start: date) -> float:
    """Return the balance on the day before a span, from what came before it."""
    balance, reached = 0.0, start
    for day in sorted(entries):
        if day >= start:
            break
        entry = entries[day]
        balance = balance * fading(rules, (day - reached).days) if balance else 0.0
        balance, reached = balance + entry.deposits - entry.withdrawals, day
    return balance * fading(rules, (start - reached).days - 1) if balance else 0.0


def _by_date(
    tallies: Sequence[MomentTally], rules: AccountRules, end: date
) -> Mapping[date, _Entries]:
    found: dict[date, list[MomentTally]] = {}
    for tally in tallies:
        if tally.date < end:
            found.setdefault(tally.date, []).append(tally)
    return MappingProxyType({day: _entries(of_day, rules) for day, of_day in found.items()})


def _entries(tallies: Sequence[MomentTally], rules: AccountRules) -> _Entries:
    """Add up one day; the sums are exact, so that their order makes no difference at all."""
    deposits, withdrawals, moments, from_partner = [], [], 0, 0
    for tally in tallies:
        moments += tally.count
        if tally.author is Author.PARTNER:
            from_partner += tally.count
        if tally.response is BidResponse.TURNED_AWAY:
            withdrawals.append(tally.count * rules.away)
        elif tally.response is BidResponse.TURNED_AGAINST:
            withdrawals.append(tally.count * rules.against)
        else:
            deposits.append(tally.count * deposit_of(tally.kind, rules))
    return _Entries(fsum(deposits), fsum(withdrawals), moments, from_partner)
