"""Words the pictures of a cycle share: phases, how a thing is known, spans as likelihoods."""

from typing import Final

from journal.charts.cycle_days import DayOfCycle, OvulationMark
from journal.cycle.basis import Basis
from journal.cycle.forecast import Forecast, Silence, SilentBecause
from journal.cycle.forecast_words import silence_words
from journal.cycle.phase_words import BASIS_NAMES, phase_words
from journal.cycle.phases import Phase
from journal.cycle.reading import CycleReading
from journal.domain.labels import between_words, counted, date_words, weekday_words

_WITHIN: Final = {
    Phase.MENSTRUAL: "in the menstrual days",
    Phase.FOLLICULAR: "in the follicular phase",
    Phase.AROUND_OVULATION: "around ovulation",
    Phase.LUTEAL: "in the luteal phase",
    Phase.PREMENSTRUAL: "in the premenstrual days",
}  # Where these hold, the last period on record is not what matters.
_SAYS_WHY: Final = frozenset({SilentBecause.CONTEXT, SilentBecause.POSTMENOPAUSE})


def phase_sentence(today: DayOfCycle) -> str:
    """Say which day it is, and of which phase, if that can be said."""
    day = f"Today is day {today.cycle_day}"
    if today.span is None:
        return f"{day}; no phase can be named."
    return f"{day}, {_WITHIN[today.span.phase]} ({BASIS_NAMES[today.span.basis]})."


def ovulation_sentence(mark: OvulationMark | None) -> str:
    """Say when ovulation was or may be; nothing where nothing is known."""
    if mark is None:
        return ""
    if mark.ahead:
        return f"Ovulation is likely {between_words(mark.range_)} (estimated)."
    if mark.basis is Basis.OBSERVED:
        return f"Signs of ovulation point to {date_words(mark.date)} (observed)."
    return f"Ovulation was likely {between_words(mark.range_)} (estimated)."


def outlook_sentence(reading: CycleReading) -> str:
    """Say when the next period is likely, or why no date is shown."""
    outlook = reading.outlook
    if isinstance(outlook, Forecast):
        return f"Your next period is likely {between_words(outlook.onset.span)}."
    return silence_words(outlook, reading.today)


def basis_sentence(*, both: bool) -> str:
    """Say how observed and estimated days are told apart in the picture."""
    if both:
        return "Solid days were observed; pale ones with a dashed edge are estimated."
    return "Solid days were observed."


def no_cycle_sentence(reading: CycleReading) -> str:
    """Say why there is no open cycle to draw."""
    if not reading.cycles:
        return "No period is recorded yet; the first day of one begins the picture."
    said = "No cycle is going on, so there is none to draw."
    if isinstance(reading.outlook, Silence) and reading.outlook.because in _SAYS_WHY:
        return f"{said} {silence_words(reading.outlook, reading.today)}"
    newest = reading.cycles[-1].menses
    return f"{said} The last period recorded began on {date_words(newest.start)}."


def learned_words(forecast: Forecast) -> str:
    """Say what a forecast rests on, its n."""
    if forecast.from_ovulation:
        return "forecast from the ovulation observed"
    if not forecast.cycles:
        return "forecast from other women’s cycles"
    return f"forecast from {counted(forecast.cycles, 'cycle')}"


def day_words(day: DayOfCycle) -> str:
    """Say a day of a cycle in the lines of a hover: date, cycle day, phase and basis."""
    lines = [f"<b>{weekday_words(day.date)}</b>", f"Cycle day {day.cycle_day}"]
    if day.span:
        lines.append(phase_words(day.span))
    return "<br>".join(lines)
