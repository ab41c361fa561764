"""The account over a span: its balance, what went in and out, and what was going on meanwhile.

Convention: nothing reaches beyond today. The line begins with the first moment that still counts,
for a time of which nothing was noted has no balance; after that, days without moments only fade.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

import pandas as pd

from journal.analysis.account_days import AccountReading, Known
from journal.analysis.quartiles import dates_of
from journal.analysis.steps import Step, step_for, step_starts
from journal.connection.account import BalanceDay
from journal.connection.account_bands import (
    Band,
    BandKind,
    apart_bands,
    noted_bands,
    stress_bands,
)
from journal.connection.spells import spells
from journal.domain.account_rules import AccountRules
from journal.domain.days import Partner
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import ONE_DAY, DateRange, days_after

# Days marked apart and ratings of stress say nothing of where they began, so they are looked for.
LOOK_BACK_DAYS: Final = 60


@dataclass(frozen=True, slots=True)
class BandBalance:
    """A band with the balance it met and left.

    Attributes:
        before: At the end of the day before it began; None where no moment counted yet, or where
            it is not known when it began.
        last: At the end of its last day; None while it goes on, and where no moment counted yet.
    """

    band: Band
    before: float | None
    last: float | None


@dataclass(frozen=True, slots=True)
class Account:
    """What is drawn and said of the account.

    Attributes:
        range_: The span, none of it after today.
        rules: The rules in force.
        days: Every date of the span from the first with a balance on.
        step: What a point stands for.
        points: Days, or longer steps with their first date, the sums of their days, and the
            balance at their end.
        bands: By start; all that share a day with the span.
        days_with_moments: How many days have a moment.
        answered: How many moments say how they were met.
        elsewhere: How many more moments were with others or on her own; they take no part.
    """

    range_: DateRange
    today: date
    rules: AccountRules
    days: tuple[BalanceDay, ...] = ()
    step: Step = Step.DAY
    points: tuple[BalanceDay, ...] = ()
    bands: tuple[BandBalance, ...] = ()
    moments: int = 0
    from_partner: int = 0
    days_with_moments: int = 0
    answered: int = 0
    elsewhere: int = 0


def account(journal: ReadableJournal, range_: DateRange, today: date) -> Account:
    """Read a span of the account, and no more of the journal than it needs.

    Args:
        journal: Whose account it is; the rules are those of its settings.
        range_: The span; what of it lies after today is left out.
        today: The last day looked at.
    """
    settings = journal.settings()
    rules, start = settings.account, range_.start
    shown = DateRange(start, max(start, min(range_.end, today + ONE_DAY)))
    if not shown:
        return Account(shown, today, rules)
    wide = DateRange(days_after(start, -LOOK_BACK_DAYS), shown.end)
    read = AccountReading(journal, rules, wide)
    known = read.days()
    noted = read.moments_in(shown)
    days = tuple(day for day in known.values() if day.date >= start)
    step = step_for(len(shown))
    return Account(
        range_=shown,
        today=today,
        rules=rules,
        days=days,
        step=step,
        points=_gathered(days, step, settings.week_start),
        bands=tuple(
            _band_balance(band, journal, rules, wide, known)
            for band in _bands(journal, wide)
            if band.range_.end > shown.start
        ),
        moments=noted.moments,
        from_partner=sum(day.from_partner for day in days),
        days_with_moments=sum(day.moments > 0 for day in days),
        answered=noted.answered,
        elsewhere=noted.elsewhere,
    )


def _gathered(days: Sequence[BalanceDay], step: Step, week_start: int) -> tuple[BalanceDay, ...]:
    if step is Step.DAY or not days:
        return tuple(days)
    starts = dates_of(step_starts(pd.DatetimeIndex([day.date for day in days]), step, week_start))
    grouped = groupby(zip(starts, days, strict=True), key=lambda pair: pair[0])
    return tuple(_together(start, [day for _, day in pairs]) for start, pairs in grouped)


def _together(start: date, days: Sequence[BalanceDay]) -> BalanceDay:
    return BalanceDay(
        start,
        sum(day.deposits for day in days),
        sum(day.withdrawals for day in days),
        days[-1].balance,
        sum(day.moments for day in days),
        sum(day.from_partner for day in days),
    )


def _bands(journal: ReadableJournal, wide: DateRange) -> list[Band]:
    columns = journal.day_columns(["partner", "stress"], wide)
    dates = [day for day in columns["date"] if isinstance(day, date)]
    partner = dict(zip(dates, columns["partner"], strict=True))
    stress = zip(dates, columns["stress"], strict=True)
    contexts = journal.contexts()
    apart = spells(
        [day for day, value in partner.items() if value == Partner.APART],
        [day for day, value in partner.items() if value == Partner.TOGETHER],
        contexts,
        wide.last,
    )
    rated = ((day, rating) for day, rating in stress if isinstance(rating, int))
    found = (
        *apart_bands(apart),
        *noted_bands(contexts, wide.last),
        *stress_bands(rated, wide.last),
    )
    return sorted(found, key=lambda band: (band.range_, band.kind))


def _band_balance(
    band: Band, journal: ReadableJournal, rules: AccountRules, wide: DateRange, known: Known
) -> BandBalance:
    eve = days_after(band.range_.start, -1)
    before = known.get(eve)
    if eve < wide.start:
        before = _day_alone(journal, rules, eve) if _began(band, wide) else None
    last = None if band.goes_on else known.get(band.range_.last)
    return BandBalance(band, before.balance if before else None, last.balance if last else None)


def _began(band: Band, wide: DateRange) -> bool:
    """Say whether the start of a band is known, or only that of what was looked through."""
    return band.kind is BandKind.NOTED or band.range_.start < wide.start


def _day_alone(journal: ReadableJournal, rules: AccountRules, day: date) -> BalanceDay | None:
    """Return a day whose account was not read, from what came before it; None without any."""
    alone = DateRange(day, day + ONE_DAY)
    return AccountReading(journal, rules, alone).days().get(day)
