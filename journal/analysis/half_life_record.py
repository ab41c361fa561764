"""The half-life of a journal: her account and her connection ratings, laid out day by day.

A date is *noted* when anything is recorded of it, from her first moment to her last: a day she
wrote of without a moment brought nothing, a day she did not write of says nothing.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, cast

import numpy as np

from journal.analysis.day_memory_cycle import (
    FEWEST_CYCLES_FOR_CYCLE,
    FEWEST_DAYS_FOR_CYCLE,
    closed_cycles,
    cycle_columns,
    placed_days,
)
from journal.analysis.day_memory_grid import Floats
from journal.analysis.half_life import AccountDays, HalfLife, fitting_half_life
from journal.connection.account import balances
from journal.connection.spells import spells
from journal.cycle.reading import CycleReading
from journal.domain.account_rules import AccountRules
from journal.domain.days import Partner
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange

# Three years: what was so longer ago says less of now, and a page need not wait for forty years.
MOST_DAYS: Final = 1_096


def journal_half_life(
    journal: ReadableJournal, today: date, reading: CycleReading | None = None
) -> HalfLife:
    """Fit the half-life to the newest three years up to `today`, or say why it cannot be told.

    Args:
        journal: Whose record is read.
        today: The last day that counts.
        reading: With it, the place of a day in its cycle is taken account of.
    """
    return fitting_half_life(account_days(journal, DateRange.last_days(MOST_DAYS, today), reading))


def account_days(
    journal: ReadableJournal, range_: DateRange, reading: CycleReading | None = None
) -> AccountDays:
    """Lay out what the fit reads; days apart take no part where she leaves them out."""
    first, settings = range_.start.toordinal(), journal.settings()
    columns = journal.day_columns(("connection", "partner"), range_)
    days = [cast("date", day) for day in columns["date"]]
    apart = _apart(journal, dict(zip(days, columns["partner"], strict=True)), range_)
    ratings = np.full(len(range_), np.nan)
    for day, rating in zip(days, columns["connection"], strict=True):
        if isinstance(rating, int):
            ratings[day.toordinal() - first] = rating
    if settings.leave_apart_out:
        ratings[apart > 0] = np.nan
    beside = [apart, *_cycle(reading, range_, ratings)]
    net = _net(journal, settings.account, range_)
    return AccountDays(first, net, ratings, np.column_stack(beside))


def _apart(journal: ReadableJournal, states: Mapping[date, object], range_: DateRange) -> Floats:
    """Return 1 on days apart; a day of which nothing is said lies in none and is 0."""
    found = np.zeros(len(range_))
    apart, together = (
        [day for day, said in states.items() if said == state]
        for state in (Partner.APART, Partner.TOGETHER)
    )
    for spell in spells(apart, together, journal.contexts(), range_.last):
        start, end = ((edge - range_.start).days for edge in (spell.range_.start, spell.range_.end))
        found[max(start, 0) : max(end, 0)] = 1
    return found


def _cycle(reading: CycleReading | None, range_: DateRange, ratings: Floats) -> tuple[Floats, ...]:
    """Return the columns of the cycle where there are days and cycles enough for them."""
    if reading is None or np.isfinite(ratings).sum() < FEWEST_DAYS_FOR_CYCLE:
        return ()
    placed = placed_days(reading, list(range_))
    rated = [day for day, rating in zip(placed, ratings, strict=True) if np.isfinite(rating)]
    if closed_cycles(rated) < FEWEST_CYCLES_FOR_CYCLE:
        return ()
    return (cycle_columns(placed),)


def _net(journal: ReadableJournal, rules: AccountRules, range_: DateRange) -> Floats:
    """Return deposits less withdrawals of every date; NaN where nothing was noted."""
    net = np.full(len(range_), np.nan)
    tallies = journal.moment_tallies(range_)
    if not tallies:
        return net
    noting = DateRange(tallies[0].date, range_.end)
    last = max(tally.date for tally in tallies)
    noted = {day for day in journal.recorded_dates(noting) if day <= last}
    for day in balances(tallies, rules, noting, opening=0.0):
        if day.date in noted:
            net[(day.date - range_.start).days] = day.deposits - day.withdrawals
    return net
