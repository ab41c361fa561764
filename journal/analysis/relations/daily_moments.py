"""Moments, bids and the balance of the account, day by day.

A date is *noted* when she recorded anything of it, from the first moment to the last: a day she
wrote of without a moment had none, and a day she did not write of says nothing, not even where her
partner noted a moment. Moments and bids are those the account counts, between the two, that she
noted herself: her partner may have noted the same ones. The balance counts both, as it does
everywhere.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Final

import numpy as np

from journal.analysis.day_memory_grid import Floats
from journal.analysis.relations.questions import BALANCE, BIDS_MET, BIDS_UNMET, MOMENTS
from journal.connection.account import balances, takes_part, warm_up_days
from journal.domain.account_rules import AccountRules
from journal.domain.days import PLAIN_FIELDS
from journal.domain.journal import ReadableJournal
from journal.domain.moments import Author, BidResponse
from journal.domain.ranges import ONE_DAY, DateRange, days_after
from journal.domain.tallies import MomentTally

UNMET: Final = frozenset({BidResponse.TURNED_AWAY, BidResponse.TURNED_AGAINST})


def moment_columns(
    journal: ReadableJournal, rules: AccountRules, span: DateRange, signed: Collection[date] = ()
) -> dict[str, Floats]:
    """Return moments, bids met and not met, and the balance of the evening before.

    Args:
        journal: Whose.
        rules: Which moments the account counts.
        span: The dates.
        signed: Those of which she noted a sign.
    """
    before = DateRange(days_after(span.start, -warm_up_days(rules)), span.end)
    tallies = journal.moment_tallies(before)
    own = [tally for tally in tallies if tally.author is Author.OWNER]
    noted = _noted(own, _written(journal, tallies, span, signed), span)
    of_two = [tally for tally in own if takes_part(tally.kind, tally.with_whom, rules)]
    return {
        MOMENTS: _counted(of_two, span, noted, lambda _: True),
        BIDS_MET: _counted(of_two, span, noted, _is_met),
        BIDS_UNMET: _counted(of_two, span, noted, _is_unmet),
        BALANCE: _balance(tallies, rules, span),
    }


def _written(
    journal: ReadableJournal,
    tallies: Sequence[MomentTally],
    span: DateRange,
    signed: Collection[date],
) -> list[date]:
    """Return the dates she wrote of; one with a moment of her partner's alone is none of them."""
    own = {tally.date for tally in tallies if tally.author is Author.OWNER}
    in_doubt = {tally.date for tally in tallies if tally.date in span} - own
    recorded = journal.recorded_dates(span)
    if not in_doubt:
        return recorded
    # What she felt in her body is not looked for: a day with that and nothing else is left out.
    hers = {*signed, *journal.day_columns(sorted(PLAIN_FIELDS), span)["date"]}
    return [day for day in recorded if day not in in_doubt or day in hers]


def _noted(own: Sequence[MomentTally], written: Sequence[date], span: DateRange) -> list[int]:
    """Return the places of the dates noted."""
    if not own or not span:
        return []
    first, last = own[0].date, max(tally.date for tally in own)
    return [(day - span.start).days for day in written if first <= day <= last]


def _counted(
    tallies: Sequence[MomentTally],
    span: DateRange,
    noted: Sequence[int],
    counts: Callable[[MomentTally], bool],
) -> Floats:
    found = np.full(len(span), np.nan)
    found[list(noted)] = 0
    for tally in tallies:
        if tally.date in span and counts(tally):
            found[(tally.date - span.start).days] += tally.count
    return found


def _is_met(tally: MomentTally) -> bool:
    return tally.initiator is not None and tally.response is BidResponse.TURNED_TOWARD


def _is_unmet(tally: MomentTally) -> bool:
    return tally.initiator is not None and tally.response in UNMET


def _balance(tallies: Sequence[MomentTally], rules: AccountRules, span: DateRange) -> Floats:
    """Return the balance at the end of the day before, from the first moment to the last.

    A time of which nothing was noted has no balance, before it or after it.
    """
    found = np.full(len(span), np.nan)
    if not tallies or not span:
        return found
    first, last = tallies[0].date, max(tally.date for tally in tallies)
    told = _days_with_an_evening_before(first, last, span)
    if told:
        evenings = DateRange(told.start - ONE_DAY, told.end - ONE_DAY)
        start = (told.start - span.start).days
        found[start : start + len(told)] = [
            day.balance for day in balances(tallies, rules, evenings)
        ]
    return found


def _days_with_an_evening_before(first: date, last: date, span: DateRange) -> DateRange:
    start = max(span.start, first + ONE_DAY)
    return DateRange(start, max(start, min(span.end, last + 2 * ONE_DAY)))
