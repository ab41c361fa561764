"""A month or a year on the screen; every day of the month is a button.

The server says what each field shows and how it is called; `components/calendar.js` draws it and
reports what was tapped. What comes back from the browser is read strictly.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.calendar import CalendarDay, MonthView, YearView
from journal.analysis.phase_bands import NOWHERE, DayStanding
from journal.domain.labels import MONTH_WORDS, WEEKDAY_WORDS
from journal.domain.ranges import ONE_DAY, DateRange
from journal.domain.ratings import RATINGS, RatingScale
from journal.views.calendar_words import (
    BLEEDING_MARKS,
    colour_step,
    day_words,
    legend,
    month_words,
    standing_legend,
)
from journal.views.components import load_component

EARLIEST_YEAR: Final = 1900
_CALENDAR: Final = load_component("calendar")


def month_grid(
    view: MonthView, *, key: str, today: date, go: Callable[[date], None]
) -> date | None:
    """Show a month.

    Args:
        view: The month.
        key: Unique on the page.
        today: Where "Today" leads, and the last day that can be opened; later months can be
            turned to only as far as a period is likely in them.
        go: Told the month she turns to, before the page is drawn again.

    Returns:
        The day she has just tapped.
    """
    targets = {
        "previous": (view.first - ONE_DAY).replace(day=1),
        "next": DateRange.month_of(view.first).end,
        "now": today.replace(day=1),
    }
    names = {name: _month_name(day) for name, day in targets.items()} | {"now": "Today"}
    last = max(today, view.likely_period.last) if view.likely_period else today
    result = _CALENDAR(
        key=key,
        data=[month_data(view, today) | _turning(targets, names, view.first, last)],
        on_day_change=lambda: None,
        on_go_change=lambda: _tell(go, st.session_state[key].go, last),
    )
    return _date(result.day, today)


def year_grid(
    view: YearView,
    *,
    key: str,
    today: date,
    month: int,
    go: Callable[[date], None],
    opened: Callable[[date], None],
) -> None:
    """Show a year at a glance.

    Args:
        view: The year.
        key: Unique on the page.
        today: Where "This year" leads.
        month: The month she looked at last, kept while she turns the years.
        go: Told the year she turns to, before the page is drawn again.
        opened: Told the month she taps, before the page is drawn again.
    """
    this_month = today.replace(day=1)
    later = date(view.year + 1, month, 1)
    targets = {
        "previous": date(view.year - 1, month, 1),
        "next": min(later, this_month) if view.year < today.year else later,
        "now": this_month,
    }
    names = {name: str(day.year) for name, day in targets.items()} | {"now": "This year"}
    shown = this_month if view.year == today.year else date(view.year, month, 1)
    _CALENDAR(
        key=key,
        data=[year_data(view, today) | _turning(targets, names, shown, today)],
        on_go_change=lambda: _tell(go, st.session_state[key].go, today),
        on_month_change=lambda: _tell(opened, st.session_state[key].month, today),
    )


def month_data(view: MonthView, today: date) -> dict[str, object]:
    """Describe a month to the component; the keys of the grid lead no further than today."""
    scale = RATINGS[view.rating]
    names = [WEEKDAY_WORDS[day.date.weekday()] for day in view.weeks[0]]
    return {
        "kind": "month",
        "title": view.words,
        "today": today.isoformat(),
        "heads": [{"short": name[:2], "long": name} for name in names],
        "weeks": _weeks(view, scale, aloud=True),
        "legend": legend(scale, with_moments=True),
        "standing": standing_legend(view),
    }


def year_data(view: YearView, today: date) -> dict[str, object]:
    """Describe a year to the component; its days have no names of their own, its months have."""
    scale = RATINGS[view.rating]
    months = [
        {
            "iso": month.first.isoformat(),
            "name": MONTH_WORDS[month.first.month - 1],
            "label": month_words(month, scale),
            "future": month.first > today,
            "weeks": _weeks(month, scale, aloud=False),
        }
        for month in view.months
    ]
    return {
        "kind": "year",
        "title": str(view.year),
        "months": months,
        "legend": legend(scale, with_moments=False),
    }


def _weeks(
    view: MonthView, scale: RatingScale, *, aloud: bool
) -> list[list[dict[str, object] | None]]:
    return [
        [
            None
            if day.outside
            else _field(day) | (_named(day, scale, view.likely_period) if aloud else {})
            for day in week
        ]
        for week in view.weeks
    ]


def _field(day: CalendarDay) -> dict[str, object]:
    return {
        "state": _state(day),
        "rating": day.rating,
        "step": None if day.rating is None else colour_step(day.rating),
        "bleeding": BLEEDING_MARKS.get(day.bleeding) if day.bleeding else None,
        "today": day.is_today,
    }


def _named(
    day: CalendarDay, scale: RatingScale, likely_period: DateRange | None
) -> dict[str, object]:
    return {
        "iso": day.date.isoformat(),
        "number": day.date.day,
        "label": day_words(day, scale, likely_period),
        "moments": day.moments,
        "foot": _foot(day, day.standing),
    }


def _foot(day: CalendarDay, standing: DayStanding | None) -> dict[str, object] | None:
    """Describe what stands under a day: where it is in the cycle, kept apart from what happened."""
    if standing is None and not day.period_likely:
        return None
    known = standing or NOWHERE
    return {
        "number": known.cycle_day,
        "phase": known.phase,
        "basis": known.basis,
        "ovulation": known.ovulation,
        "likely": day.period_likely,
    }


def _state(day: CalendarDay) -> str:
    if day.future:
        return "future"
    if day.rating is not None:
        return "rated"
    return "other" if day.recorded else "empty"


def _turning(
    targets: dict[str, date], names: dict[str, str], shown: date, today: date
) -> dict[str, object]:
    """Say where the buttons above the grid lead; None where there is nothing to turn to."""
    isos: dict[str, object] = {
        name: day.isoformat() if day <= today and day.year >= EARLIEST_YEAR else None
        for name, day in targets.items()
    }
    if targets["now"] == shown:
        isos["now"] = None
    return isos | {"names": names}


def _tell(told: Callable[[date], None], sent: object, today: date) -> None:
    month = _date(sent, today)
    if month:
        told(month.replace(day=1))


def _date(text: object, today: date) -> date | None:
    """Read a date the browser sent; one that cannot have been offered is none."""
    try:
        day = date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return day if day and day <= today and day.year >= EARLIEST_YEAR else None


def _month_name(day: date) -> str:
    return f"{MONTH_WORDS[day.month - 1]} {day.year}"
