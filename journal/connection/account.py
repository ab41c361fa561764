"""The account: deposits, withdrawals and a balance that fades; a picture of what she noted.

balance(t) = balance(t − 1) × 2^(−1 / half-life) + deposits(t) − withdrawals(t)

Convention: a balance is that at the end of its day. A moment without a recorded response deposits
like one that was met, for not recorded is not turned away. Only moments between the two take part.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, exp2, fsum
from types import MappingProxyType
from typing import Final

from journal.connection.between_two import ALONE_KINDS, is_between_two
from journal.domain.account_rules import AccountRules
from journal.domain.moments import Author, BidResponse, WithWhom
from journal.domain.ranges import DateRange
from journal.domain.tallies import MomentTally

# Ours: 2^−24 of what days of 100 points each come to, where a balance halves in 60 days, is 0.0005.
WARM_UP_HALF_LIVES: Final = 24


@dataclass(frozen=True, slots=True)
class BalanceDay:
    """One date of the account.

    Attributes:
        deposits: What the day's moments put in, 0 or more.
        withdrawals: What they took out, 0 or more.
        balance: At the end of the day; it may be below zero.
        moments: How many moments the day has that take part.
        from_partner: How many of them the partner noted.
        elsewhere: How many more it has with others or on her own; they take no part.
    """

    date: date
    deposits: float
    withdrawals: float
    balance: float
    moments: int
    from_partner: int = 0
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class _Entries:
    """What one day puts in and takes out, before anything fades."""

    deposits: float = 0.0
    withdrawals: float = 0.0
    moments: int = 0
    from_partner: int = 0
    elsewhere: int = 0


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


def takes_part(kind: str, with_whom: WithWhom | None, rules: AccountRules) -> bool:
    """Say whether a moment takes part in the account; one done alone does where it has a weight."""
    return is_between_two(kind, with_whom, rules.weights)


def flow_of(kind: str, response: BidResponse | None, rules: AccountRules) -> tuple[float, float]:
    """Return what one moment that takes part puts in, and what it takes out."""
    match response:
        case BidResponse.TURNED_AWAY:
            return 0.0, rules.away
        case BidResponse.TURNED_AGAINST:
            return 0.0, rules.against
        case _:
            return deposit_of(kind, rules), 0.0


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
    if opening is None:
        opening = _opening(entries, rules, range_.start)
    days = [(day, entries.get(day, _NOTHING)) for day in range_]
    flows = ((entry.deposits, entry.withdrawals) for _, entry in days)
    return [
        BalanceDay(
            day,
            entry.deposits,
            entry.withdrawals,
            balance,
            entry.moments,
            entry.from_partner,
            entry.elsewhere,
        )
        for (day, entry), balance in zip(days, running_balances(flows, rules, opening), strict=True)
    ]


def running_balances(
    flows: Iterable[tuple[float, float]], rules: AccountRules, opening: float = 0.0
) -> Iterator[float]:
    """Yield the balance at the end of each day from what it puts in and takes out, day by day."""
    balance, left = opening, fading(rules)
    for put_in, taken_out in flows:
        balance = balance * left + put_in - taken_out
        yield balance


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
    counted = [tally for tally in tallies if takes_part(tally.kind, tally.with_whom, rules)]
    flows = [(tally.count, *flow_of(tally.kind, tally.response, rules)) for tally in counted]
    moments = sum(tally.count for tally in counted)
    return _Entries(
        deposits=fsum(count * put_in for count, put_in, _ in flows),
        withdrawals=fsum(count * taken_out for count, _, taken_out in flows),
        moments=moments,
        from_partner=sum(tally.count for tally in counted if tally.author is Author.PARTNER),
        elsewhere=sum(tally.count for tally in tallies) - moments,
    )
