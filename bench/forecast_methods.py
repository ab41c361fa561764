"""Simple ways of forecasting that other trackers use, each said in a line.

Every method says one number of days from a woman's past cycles, oldest first; what people would
see is that number as a whole day. Only drip shows a window of its own around a period.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from statistics import mean, median, stdev
from typing import Final

Observed = Sequence[tuple[int, int]]

# drip leaves out longer cycles, and shows a narrower window where lengths spread less than this.
_LONGEST_DRIP_DAYS: Final = 99
_REGULAR_SD_DAYS: Final = 1.5
_LAST_FEW: Final = 5


@dataclass(frozen=True, slots=True)
class Past:
    """What is known when a forecast is made.

    Attributes:
        lengths: Lengths of her past cycles.
        observed: Length and ovulation day of those in which ovulation was observed.
        length: The length of this cycle, where it is known already.
        ovulation_day: Its ovulation day, where that is.
    """

    lengths: Sequence[int]
    observed: Observed = ()
    length: int = 0
    ovulation_day: int = 0


def whole(days: float) -> int:
    """Round to a whole day, halves up."""
    return floor(days + 0.5)


def drip_window(past: Past) -> tuple[int, int]:
    """Return the days drip shows: one either side of the mean where she is regular, else two."""
    used = _drip_lengths(past)
    spread = stdev(used) if len(used) > 1 else 0.0
    around = 1 if spread < _REGULAR_SD_DAYS else 2
    middle = whole(mean(used))
    return middle - around, middle + around


def _drip_lengths(past: Past) -> list[int]:
    return [length for length in past.lengths if length <= _LONGEST_DRIP_DAYS] or [28]


def _luteal(past: Past) -> float:
    return mean(length - day for length, day in past.observed)


def _days(past: Past) -> list[int]:
    return [day for _length, day in past.observed]


Method = Callable[[Past], float]

LENGTH_METHODS: Final[Mapping[str, Method]] = {
    "fixed 28": lambda _past: 28,
    "mean of past": lambda past: mean(past.lengths),
    "median of past (ovumcy)": lambda past: median(past.lengths),
    "mean of those up to 99 days (drip)": lambda past: mean(_drip_lengths(past)),
    "mean of last five": lambda past: mean(past.lengths[-_LAST_FEW:]),
    "the same, fraction cut off (Mensinator)": lambda past: int(mean(past.lengths[-_LAST_FEW:])),
}
RETROSPECTIVE_METHODS: Final[Mapping[str, Method]] = {
    "length − 14": lambda past: past.length - 14,
    "length − 13": lambda past: past.length - 13,
    "length − her mean luteal days": lambda past: past.length - _luteal(past),
}
PROSPECTIVE_METHODS: Final[Mapping[str, Method]] = {
    "fixed day 14": lambda _past: 14,
    "mean length − 14": lambda past: mean(past.lengths) - 14,
    "mean length − 13": lambda past: mean(past.lengths) - 13,
    "mean length − her mean luteal days": lambda past: mean(past.lengths) - _luteal(past),
    "mean of her ovulation days": lambda past: mean(_days(past)),
    "last five, fraction cut off (Mensinator)": lambda past: int(mean(_days(past)[-_LAST_FEW:])),
}
UNOBSERVED_METHODS: Final[Mapping[str, Method]] = {
    name: PROSPECTIVE_METHODS[name]
    for name in ("fixed day 14", "mean length − 14", "mean length − 13")
}
AFTER_OVULATION_METHODS: Final[Mapping[str, Method]] = {
    "ovulation day + 14": lambda past: past.ovulation_day + 14,
    "ovulation day + 13": lambda past: past.ovulation_day + 13,
    "ovulation day + her mean luteal days": lambda past: past.ovulation_day + _luteal(past),
}
