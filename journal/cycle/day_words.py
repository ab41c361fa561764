"""The quiet line below where she stands: the phase a day lies in, and what may come next."""

from collections.abc import Iterator
from datetime import date

from journal.cycle.forecast import Forecast
from journal.cycle.forecast_words import likely_words
from journal.cycle.phase_spans import phase_at
from journal.cycle.phase_words import phase_words
from journal.cycle.phases import PhaseSpan
from journal.cycle.reading import CycleReading
from journal.cycle.standing import Standing, StandingKind


def phase_on(reading: CycleReading, day: date) -> PhaseSpan | None:
    """Return the phase a date lies in, where that can be said."""
    return phase_at([span for read in reading.cycles for span in read.phases], day)


def beside_words(where: Standing, reading: CycleReading, day: date, today: date) -> str:
    """Say phase and likelihood, empty where neither can be said.

    A phase is named beside a cycle day only, and what may come on the current day only.
    """
    return " · ".join(_parts(where, reading, day, today))


def _parts(where: Standing, reading: CycleReading, day: date, today: date) -> Iterator[str]:
    if where.kind is not StandingKind.CYCLE_DAY:
        return
    span = phase_on(reading, day)
    if span:
        yield phase_words(span)
    if day == today and isinstance(reading.outlook, Forecast):
        yield f"next period likely {likely_words(reading.outlook.onset, today)}"
