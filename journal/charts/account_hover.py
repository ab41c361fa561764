"""What a point of the account says to a finger, and what a row of its table says."""

import html
from datetime import date

from journal.analysis.account import Account
from journal.analysis.steps import Step
from journal.connection.account import BalanceDay
from journal.connection.account_bands import Band, BandKind
from journal.connection.account_words import balance_words, number_words
from journal.domain.labels import MONTH_WORDS, counted, date_words, weekday_words


def hover_words(result: Account) -> list[str]:
    """Say every point: its date, its balance, what went in and out, what was going on."""
    return [_words(point, result) for point in result.points]


def point_bands(point: BalanceDay, result: Account) -> list[Band]:
    """Return the bands that share a day with a point."""
    end = result.step.following(point.date)
    return [
        one.band
        for one in result.bands
        if one.band.range_.start < end and point.date < one.band.range_.end
    ]


def names_of(bands: list[Band], kinds: set[BandKind]) -> list[str]:
    """Name each of some kinds of band once."""
    return list(dict.fromkeys(band.name for band in bands if band.kind in kinds))


def _words(point: BalanceDay, result: Account) -> str:
    lines = [
        f"<b>{_when(point.date, result.step)}</b>",
        f"Balance {balance_words(point.balance)}",
    ]
    if point.moments:
        partner = f", {point.from_partner} noted by your partner" if point.from_partner else ""
        lines.append(f"{counted(point.moments, 'moment')}{partner}")
        lines.append(f"Put in {number_words(point.deposits)}")
    if point.withdrawals:
        lines[-1] += f", taken out {number_words(point.withdrawals)}"
    names = names_of(point_bands(point, result), set(BandKind))
    return "<br>".join([*lines, *(html.escape(name) for name in names)])


def _when(day: date, step: Step) -> str:
    if step is Step.DAY:
        return weekday_words(day)
    if step is Step.MONTH:
        return f"{MONTH_WORDS[day.month - 1]} {day.year}"
    return f"{step.value.capitalize()} from {date_words(day)}"
