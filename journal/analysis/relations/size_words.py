"""Sizes in words, on the scale of what is measured: "half a point", "one and a half hours".

Below one they are rounded to quarters, above it to halves: a record bears no finer words. Counts
and shares are written in figures, as half a moment is nothing anybody has.
"""

from enum import StrEnum
from typing import Final

# From here on quarters are finer than the words are worth.
HALVES_FROM: Final = 1.125
LEAST_QUARTER: Final = 0.125
LEAST_TENTH: Final = 0.05
WHOLES_FROM: Final = 10.25
NEXT_TO_NOTHING: Final = "next to nothing"
PER_HUNDRED: Final = 100
_NUMBERS: Final = (
    *("no", "one", "two", "three", "four", "five"),
    *("six", "seven", "eight", "nine", "ten"),
)
_QUARTERS: Final = {
    1: "a quarter of {a}",
    2: "half {a}",
    3: "three quarters of {a}",
    4: "one {one}",
}
_HALF: Final = 0.5


class Unit(StrEnum):
    """What one is of."""

    POINT = "point"
    STEP = "step"
    """Of the strength of a sign: not today, mild, moderate, severe."""
    HOUR = "hour"
    COUNT = "count"
    SHARE = "share"
    """Of days, 0 to 1."""


def size_words(size: float, unit: Unit) -> str:
    """Write how large something is, whatever its direction: "half a point", "0.4", "5 in 100"."""
    size = abs(size)
    if unit is Unit.COUNT:
        return f"{size:.1f}" if size >= LEAST_TENTH else NEXT_TO_NOTHING
    if unit is Unit.SHARE:
        share = round(PER_HUNDRED * size)
        return f"{share} in {PER_HUNDRED}" if share else NEXT_TO_NOTHING
    if size < LEAST_TENTH:
        return NEXT_TO_NOTHING
    one = f"{'an' if unit is Unit.HOUR else 'a'} {unit.value}"
    if size < LEAST_QUARTER:
        return f"a tenth of {one}"
    if size < HALVES_FROM:
        return _QUARTERS[_rounded(4 * size)].format(a=one, one=unit.value)
    many = _many(size)
    return f"{many} {unit.value}{'' if many == _NUMBERS[1] else 's'}"


def about_words(size: float, unit: Unit, *, of_ten: bool = False) -> str:
    """Write a size as it is estimated: "about one point of ten", "next to nothing".

    Args:
        of_ten: Names the whole of the scale, from one point on.
    """
    words = size_words(size, unit)
    if words == NEXT_TO_NOTHING:
        return words
    below_one = abs(size) < (1 - LEAST_QUARTER)
    whole = of_ten and unit is Unit.POINT and not below_one
    return f"about {words} of ten" if whole else f"about {words}"


def number_words(number: float) -> str:
    """Write a value of hers, to a half where it is one: "7", "6½", "2.3"."""
    rounded = round(number, 1)
    if rounded == int(rounded):
        return f"{int(rounded)}".replace("-", "−")
    whole = int(rounded)
    if abs(rounded - whole) == _HALF and whole > 0:
        return f"{whole}½"
    return f"{rounded:.1f}".replace("-", "−")


def signed_words(number: float) -> str:
    """Write a number with its sign, for a table or a line of figures: "+0.4", "−1.2", "0.0"."""
    rounded = round(number, 1) + 0.0
    return f"{rounded:+.1f}".replace("-", "−") if rounded else "0.0"


def _many(size: float) -> str:
    if size >= WHOLES_FROM:
        return f"{size:.0f}"
    halves = _rounded(2 * size)
    whole = _NUMBERS[halves // 2]
    return f"{whole} and a half" if halves % 2 else whole


def _rounded(number: float) -> int:
    """Round halves up, so that the same size is never said in two ways."""
    return int(number + _HALF)
