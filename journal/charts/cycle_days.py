"""One cycle day by day, as the wheel, the line and their tables all have it; no words, no marks."""

from dataclasses import dataclass
from datetime import date, timedelta

from journal.cycle.basis import Basis
from journal.cycle.forecast import Forecast, LikelyDay
from journal.cycle.phases import PhaseSpan
from journal.cycle.reading import CycleReading, ReadCycle
from journal.domain.ranges import DateRange, days_after


@dataclass(frozen=True, slots=True)
class DayOfCycle:
    """One date of a cycle; `span` is the phase it lies in, None where nothing can be said."""

    date: date
    cycle_day: int
    span: PhaseSpan | None


@dataclass(frozen=True, slots=True)
class OvulationMark:
    """Where ovulation is drawn, and the days that hold it in about four of five such cycles.

    Attributes:
        range_: The 80 % span.
        ahead: It is a forecast.
    """

    date: date
    range_: DateRange
    basis: Basis
    ahead: bool = False


def open_cycle(reading: CycleReading) -> ReadCycle | None:
    """Return the cycle that is going on, if one is."""
    newest = reading.cycles[-1] if reading.cycles else None
    return newest if newest and newest.cycle.is_open else None


def elapsed_days(read: ReadCycle, today: date) -> int:
    """Count the days of an open cycle up to today, which is its cycle day."""
    return (today - read.cycle.onset).days + 1


def day_number(read: ReadCycle, day: date) -> int:
    """Number a date by the onset of this cycle, also beyond its end."""
    return (day - read.cycle.onset).days + 1


def days_of_cycle(read: ReadCycle, until: date) -> list[DayOfCycle]:
    """List the dates from the onset up to and with `until`."""
    spans = {day: span for span in read.phases for day in span.range_}
    onset = read.cycle.onset
    dates = [onset + timedelta(days=n) for n in range((until - onset).days + 1)]
    return [DayOfCycle(day, n, spans.get(day)) for n, day in enumerate(dates, start=1)]


def ovulation_mark(read: ReadCycle, reading: CycleReading) -> OvulationMark | None:
    """Return the ovulation of a cycle; of the open one it may be still to come."""
    found = read.ovulation
    if found:
        ahead = found.basis is Basis.ESTIMATED and found.date > reading.today
        range_ = DateRange(found.earliest, days_after(found.latest, 1))
        return OvulationMark(found.date, range_, found.basis, ahead)
    forecast = forecast_of(reading)
    likely = forecast.ovulation if forecast else None
    if likely and read.cycle.is_open:
        return OvulationMark(likely.median, likely.span, Basis.ESTIMATED, ahead=True)
    return None


def forecast_of(reading: CycleReading) -> Forecast | None:
    """Return the forecast, where one is made."""
    return reading.outlook if isinstance(reading.outlook, Forecast) else None


def likely_onset(reading: CycleReading) -> LikelyDay | None:
    """Return when the next menses are likely, where that can be said of an open cycle."""
    forecast = forecast_of(reading)
    return forecast.onset if forecast and open_cycle(reading) else None


def last_date(read: ReadCycle, reading: CycleReading) -> date:
    """Return the last date a picture of this cycle has room for."""
    if read.cycle.end:
        return days_after(read.cycle.end, -1)
    likely = likely_onset(reading)
    phases = [span.range_.last for span in read.phases if span.range_]
    return max([reading.today, *phases, *([likely.span.last] if likely else [])])
