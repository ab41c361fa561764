"""The periods in a Flo export, and how much bleeding on which of their days.

    period_start_date  2026-03-01        period_intensity  {"0": 3, "2": 1}
    period_end_date    2026-03-04                           day index → level

Programs that read the format disagree whether its days are counted from 0 or from 1, and the file
does not say it. A day 0 shows the one, a level on a day that lies outside when counted from 0 shows
the other; where neither occurs, no amount is taken, since it could stand on the wrong day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Bleeding
from journal.exchange.importing.day_values import DayValues, Noted
from journal.exchange.importing.flow_words import LONGEST_PERIOD_DAYS
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.json_files import JsonObject
from journal.exchange.importing.ticked import Ticks
from journal.exchange.importing.ticks import Tick, plain_words

_HEADING: Final = "period intensity"


@dataclass(frozen=True, slots=True)
class _Period:
    """A period as noted.

    Attributes:
        days: How many days it lasted.
        levels: Amount by the day's index, as the file has both.
    """

    place: str
    start: date
    days: int
    levels: dict[int, str]


def read_periods(
    gathering: Gathering, values: DayValues, ticks: Ticks, cycles: Sequence[JsonObject]
) -> None:
    """Read the periods; days of bleeding go to `values`, their amounts to `ticks`."""
    periods = []
    for cycle in cycles:
        if cycle.flag("pregnant"):
            _read_pregnancy(gathering, cycle)
        else:
            periods.append(_period(gathering, cycle))
    first = _first_index(periods)
    for period in periods:
        for number in range(period.days):
            noted = Noted(Bleeding.UNSPECIFIED, period.place)
            values.add(period.start + timedelta(days=number), "bleeding", noted)
        for index, level in period.levels.items():
            if first is None:
                why = "the file does not show whether Flo counts its days from 0 or from 1"
                gathering.leave_out("How much bleeding on a day", why)
            elif not 0 <= index - first < period.days:
                why = "the day lies outside the period it belongs to"
                gathering.leave_out("How much bleeding on a day", why)
            else:
                day = period.start + timedelta(days=index - first)
                ticks.add(Tick(day, period.place, _HEADING, level))


def _read_pregnancy(gathering: Gathering, cycle: JsonObject) -> None:
    start = cycle.day("period_start_date")
    if cycle.text("pregnant_start_date") and cycle.text("pregnant_end_date"):
        begun, ended = cycle.day("pregnant_start_date"), cycle.day("pregnant_end_date")
        if begun < ended < date.max:
            gathering.add_context(Context(ContextKind.PREGNANCY, begun, ended + timedelta(days=1)))
            return
    gathering.leave_out(
        f"A pregnancy, in the cycle that began on {start.isoformat()}",
        "the file does not say from when to when, and Flo may have worked out that cycle's first "
        "day itself; you can enter it as a context",
    )


def _period(gathering: Gathering, cycle: JsonObject) -> _Period:
    start = cycle.day("period_start_date")
    end = cycle.day("period_end_date") if cycle.text("period_end_date") else None
    days = (end - start).days + 1 if end else 1
    if not end:
        gathering.leave_out("The end of a period", "none is noted; only its first day is taken")
    elif not 1 <= days <= LONGEST_PERIOD_DAYS:
        why = f"it lies before the first day, or more than {LONGEST_PERIOD_DAYS} days after it"
        gathering.leave_out("The end of a period", f"{why}; only the first day is taken")
        days = 1
    encoded = cycle.inner("period_intensity")
    levels = {
        int(index): plain_words(encoded.text(index))
        for index in encoded.fields
        if index.isdecimal() and len(index) <= len(str(LONGEST_PERIOD_DAYS))
    }
    return _Period(cycle.place, start, days, {key: level for key, level in levels.items() if level})


def _first_index(periods: Sequence[_Period]) -> int | None:
    """Return what the first day of a period is counted as; None where the file does not show it."""
    if any(0 in period.levels for period in periods):
        return 0
    outside = any(index == period.days for period in periods for index in period.levels)
    return 1 if outside else None
