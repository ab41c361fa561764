"""The rise of the waking temperature after ovulation: three high readings over six low ones.

The rule of the symptothermal method (Sensiplan) with its two exceptions, over one cycle:

    36.40 36.35 36.45 36.40 36.35 36.40 | 36.60 36.65 36.70
    the six before; highest 36.45: the    ^ first high    ^ complete
    low temperature line                    (36.70 is 0.2 above the line)

"Next" and "before" go from reading to reading: a day without a reading, or with a disturbed one,
is stepped over. Temperatures are counted in twentieths of a degree, so that no comparison depends
on how a computer holds 36.6.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from math import floor
from typing import Final

from journal.cycle.body_signs import BodySignDay

# Sensiplan: readings are rounded to the nearest 0.05 °C, a half upwards.
STEPS_PER_DEGREE: Final = 20
# Sensiplan: the line is the highest of six readings, so the seventh is the first that can be high.
LOW_READINGS: Final = 6
# Sensiplan: the last reading of the evaluation lies at least 0.2 °C above the line.
CLEAR_RISE_STEPS: Final = 4
# Half a step, and a millionth for what a computer loses: 36.425 °C becomes 36.45 °C.
HALF_UP: Final = 0.5 + 1e-6


class ShiftRule(IntEnum):
    """Which form of the rule the rise fulfilled; the numbers are those the method gives them."""

    REGULAR = 0
    FOURTH_READING = 1
    ONE_FELL_BACK = 2


@dataclass(frozen=True, slots=True)
class TemperatureShift:
    """A rise of the waking temperature that the rule confirms.

    Attributes:
        low_temperature_line: The highest of the six readings before, in degrees Celsius.
        first_high: Date of the first reading above it.
        complete_on: Date of the reading that confirmed the rise.
    """

    rule: ShiftRule
    low_temperature_line: float
    first_high: date
    complete_on: date


def temperature_shift(days: Sequence[BodySignDay]) -> TemperatureShift | None:
    """Find the first confirmed rise among the days of one cycle, oldest first.

    What is recorded after `complete_on` can never change the answer: a rule looks at three later
    readings at most, and an earlier candidate has seen them all by then.

    Returns:
        The rise, or None while no rule confirms one.
    """
    readings = [
        (floor(day.temperature_c * STEPS_PER_DEGREE + HALF_UP), day.date)
        for day in days
        if day.temperature_c is not None and not day.temperature_disturbed
    ]
    steps = [reading for reading, _ in readings]
    for place in range(LOW_READINGS, len(steps)):
        if steps[place] <= steps[place - 1]:
            continue
        line = max(steps[place - LOW_READINGS : place])
        if steps[place] <= line:
            continue
        confirmed = _confirmation(line, steps[place + 1 : place + 4])
        if confirmed is not None:
            rule, later = confirmed
            first_high, complete_on = readings[place][1], readings[place + later][1]
            return TemperatureShift(rule, line / STEPS_PER_DEGREE, first_high, complete_on)
    return None


def _confirmation(line: int, following: Sequence[int]) -> tuple[ShiftRule, int] | None:
    """Say which rule the readings after the first high one fulfil, and how many it needed."""
    clear = line + CLEAR_RISE_STEPS
    fell_back = sum(reading <= line for reading in following[:2])
    match following:
        case [_, third, *_] if fell_back == 0 and third >= clear:
            return ShiftRule.REGULAR, 2
        case [_, _, fourth] if fell_back == 0 and fourth > line:
            return ShiftRule.FOURTH_READING, 3
        case [_, _, fourth] if fell_back == 1 and fourth >= clear:
            return ShiftRule.ONE_FELL_BACK, 3
    return None
