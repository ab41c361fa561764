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
from journal.exchange.importing.app_words import Word, plain_words
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.json_files import JsonObject
from journal.exchange.importing.periods import LONGEST_PERIOD_DAYS, put_period
from journal.exchange.importing.word_reading import WordReading

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


def read_periods(reading: WordReading, cycles: Sequence[JsonObject]) -> None:
    """Read the periods: days of bleeding, and words for the amounts on them."""
    gathering = reading.gathering
    periods = []
    for cycle in cycles:
        if cycle.flag("pregnant"):
            _read_pregnancy(gathering, cycle)
        else:
            periods.append(_period(reading, cycle))
    first = _first_index(periods)
    for period in periods:
        for index, level in period.levels.items():
            if first is None:
                why = "the file does not show whether Flo counts its days from 0 or from 1"
                gathering.leave_out("How much bleeding on a day", why)
            elif not 0 <= index - first < period.days:
                why = "the day lies outside the period it belongs to"
                gathering.leave_out("How much bleeding on a day", why)
            else:
                day = period.start + timedelta(days=index - first)
                reading.say(Word(day, period.place, _HEADING, level))


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


def _period(reading: WordReading, cycle: JsonObject) -> _Period:
    start = cycle.day("period_start_date")
    end = cycle.day("period_end_date") if cycle.text("period_end_date") else None
    days = put_period(reading, start, end, cycle.place)
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
