"""Ovulation in words: what it was taken from, when it was likely, and how that is known."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from journal.cycle.ovulation import Ovulation, OvulationSign
from journal.domain.labels import between_words, listed, near_date_words
from journal.domain.ranges import DateRange, days_after

SIGN_WORDS: Final[Mapping[OvulationSign, str]] = {
    OvulationSign.LH_TEST: "ovulation test",
    OvulationSign.TEMPERATURE: "temperature",
    OvulationSign.MUCUS: "mucus",
    OvulationSign.CALENDAR: "estimated from the calendar",
}
HOW_KNOWN: Final[Mapping[OvulationSign, str]] = {
    OvulationSign.LH_TEST: (
        "An ovulation test shows the rise of LH, the hormone that comes before ovulation. The day "
        "after the first positive test is taken as the day of ovulation, as in research on the "
        "cycle (Nagpal and others, 2025). In 24 of 26 women ultrasound showed ovulation within two "
        "days of a positive test (Miller and Soules, 1996). A test can also be positive without "
        "ovulation following."
    ),
    OvulationSign.TEMPERATURE: (
        "After ovulation the waking temperature rises a little and stays up. The rise counts once "
        "three readings lie above the six before them, by the rule of the symptothermal method "
        "(Sensiplan); disturbed readings are left out. The day before the first high reading is "
        "taken as the day of ovulation. The rise can be slow, so ovulation may have been earlier "
        "(Prior and others, 1990)."
    ),
    OvulationSign.MUCUS: (
        "Towards ovulation mucus often becomes clear and stretchy, and drier afterwards. The last "
        "day of your best mucus, followed by three drier days, is taken as the day of ovulation. "
        "In 23 of 26 cycles of a small study it lay within two days of ovulation by a hormone "
        "monitor (Porucznik and others, 2014). It is the least exact of the three signs."
    ),
    OvulationSign.CALENDAR: (
        "No sign of ovulation was recorded, so the day is worked out from the length of your "
        "cycles. Ovulation moves by some days from cycle to cycle, so the true day may well be "
        "another one, or ovulation may not have happened. An ovulation test, the waking "
        "temperature or mucus would show more."
    ),
}
NOT_FOR_CONTRACEPTION: Final = (
    "This looks back at your diary. It does not say which days are fertile, and it is not for "
    "contraception."
)


def basis_words(sign: OvulationSign) -> str:
    """Say what an ovulation rests on: "observed: temperature", "estimated from the calendar"."""
    words = SIGN_WORDS[sign]
    return words if sign is OvulationSign.CALENDAR else f"observed: {words}"


def likely_words(ovulation: Ovulation, today: date) -> str:
    """Say when it was likely: "Ovulation was likely between 12 and 14 May (temperature)."."""
    tense = "was" if ovulation.latest < today else "is"
    when = between_words(DateRange(ovulation.earliest, days_after(ovulation.latest, 1)), today)
    return f"Ovulation {tense} likely {when} ({SIGN_WORDS[ovulation.sign]})."


def also_words(ovulation: Ovulation, today: date) -> str:
    """Say what the other signs point to; no words where there are none."""
    if not ovulation.also:
        return ""
    said = [f"{SIGN_WORDS[sign]} {near_date_words(day, today)}" for sign, day in ovulation.also]
    return f"The other signs point to: {listed(said)}."


def how_known_words(ovulation: Ovulation) -> list[str]:
    """Return the paragraphs of "how this is known": the sign, and what it is not for."""
    return [HOW_KNOWN[ovulation.sign], NOT_FOR_CONTRACEPTION]
