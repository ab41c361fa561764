"""The account in words and numbers: where it stands, and what it was when something began."""

from functools import partial
from typing import Final

from journal.analysis.account import Account, BandBalance
from journal.analysis.steps import Step
from journal.charts.account import account_figure
from journal.charts.account_hover import names_of, point_bands
from journal.charts.account_lanes import rows_of_names
from journal.charts.chart import Cell, Chart, ChartTable
from journal.charts.cycle_wheel_words import empty_chart
from journal.connection.account import BalanceDay
from journal.connection.account_bands import BandKind
from journal.connection.account_words import (
    ACCOUNT_TITLE,
    balance_words,
    elsewhere_words,
    fading_words,
)
from journal.domain.labels import counted, date_words, near_date_words, span_words

KEY: Final = "account"
MISSING: Final = (
    "Note a moment, and the line of your account begins with it. Until then there is no balance, "
    "which is not the same as none."
)
MOST_BANDS_SAID: Final = 3
COLUMNS: Final = (
    *("Balance", "Put in", "Taken out", "Moments", "Noted by your partner"),
    *("Time apart", "Going on"),
)


def account_chart(result: Account) -> Chart:
    """Return the chart of the account."""
    columns = (_first_column(result.step), *COLUMNS)
    if not result.points:
        missing = f"{MISSING} {elsewhere_words(result.elsewhere)}".rstrip()
        return empty_chart(KEY, ACCOUNT_TITLE, missing, columns)
    return Chart(
        key=KEY,
        title=ACCOUNT_TITLE,
        subtitle=f"{span_words(result.range_)} · {counted(result.moments, 'moment')}",
        sentence=" ".join(_sentences(result)),
        table=ChartTable(columns, tuple(_row(point, result) for point in result.points)),
        figure=partial(account_figure, result),
    )


def band_lines(result: Account) -> list[str]:
    """Say of every band what the balance was when it began and on its last day, newest first."""
    return [_band_words(one, result) for one in _newest_first(result)]


def _first_column(step: Step) -> str:
    return "Date" if step is Step.DAY else f"{step.value.capitalize()} from"


def _sentences(result: Account) -> list[str]:
    said = [_standing(result)]
    bands = [one for one in _newest_first(result) if one.band.kind is not BandKind.STRESS]
    known = [one for one in bands if one.before is not None]
    said += [_band_words(one, result) for one in known[:MOST_BANDS_SAID]]
    said += [fading_words(result.rules), _moments(result)]
    if result.step is not Step.DAY:
        said.append(
            f"Over so long a time a point is the balance at the end of a {result.step.value}."
        )
    noted = [one.band for one in result.bands if one.band.kind is BandKind.NOTED]
    left_out = len(noted) - len(rows_of_names(noted, result.range_))
    if left_out:
        said.append(
            f"{left_out} of what you noted had no room for a name in the picture; "
            "the numbers below have all of it."
        )
    return said


def _standing(result: Account) -> str:
    balance, last = balance_words(result.points[-1].balance), result.range_.last
    if last == result.today:
        return f"Your balance stands at {balance} today."
    return f"Your balance stood at {balance} on {date_words(last)}."


def _newest_first(result: Account) -> list[BandBalance]:
    return sorted(result.bands, key=lambda one: one.band.range_, reverse=True)


def _band_words(one: BandBalance, result: Account) -> str:
    band = one.band
    name = _NAMES.get(band.kind, f"“{band.name}”")
    began = f"{name} began on {near_date_words(band.range_.start, result.today)}"
    if one.before is None:
        return f"No balance is known from before {began}."
    said = f"It was {balance_words(one.before)} when {began}"
    if one.last is None:
        return f"{said}."
    last = near_date_words(band.range_.last, result.today)
    if len(band.range_) == 1:
        return f"{said} and {balance_words(one.last)} at the end of that day."
    return f"{said} and {balance_words(one.last)} on its last day, {last}."


_NAMES: Final = {BandKind.APART: "time apart", BandKind.STRESS: "a stretch of high stress"}


def _moments(result: Account) -> str:
    if not result.moments:
        none = "No moment was noted in this time, so it only fades."
        return f"{none} {elsewhere_words(result.elsewhere)}".rstrip()
    days = counted(result.days_with_moments, "day")
    said = (
        f"{counted(result.moments, 'moment')} noted on {days} of {len(result.range_):,}; "
        f"how it was met is noted for {result.answered:,}."
    )
    if result.from_partner:
        said += f" Your partner noted {result.from_partner:,} of them."
    return f"{said} {elsewhere_words(result.elsewhere)}".rstrip()


def _row(point: BalanceDay, result: Account) -> tuple[Cell, ...]:
    bands = point_bands(point, result)
    others = names_of(bands, {BandKind.NOTED, BandKind.STRESS})
    return (
        point.date.isoformat(),
        round(point.balance, 2) + 0.0,
        round(point.deposits, 2),
        round(point.withdrawals, 2),
        point.moments,
        point.from_partner,
        "yes" if names_of(bands, {BandKind.APART}) else None,
        "; ".join(others) or None,
    )
