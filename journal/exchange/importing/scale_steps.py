"""Ratings of other apps on the journal's scale, once their lowest and highest number are known.

1 to 5      the middle of five steps laid on 0–10: 1, 3, 5, 7, 9
0 to 5      0 stays 0, 5 becomes 10
… to 10     the number itself
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from journal.domain.ratings import HIGHEST, Rating

_ENDS: Final = {"1-5": (1, 5), "0-5": (0, 5), "1-10": (1, 10), "0-10": (0, 10)}
_HALF: Final = Fraction(1, 2)


def rating_of(numbers: Sequence[Fraction], steps: str) -> Rating | None:
    """Return the mean of a day's numbers as a rating, a half rounded up.

    None without numbers, without a known scale, or when one of them lies outside it.
    """
    lowest, highest = _ENDS.get(steps, (0, 0))
    if not numbers or not highest or not all(lowest <= number <= highest for number in numbers):
        return None
    mean = sum(numbers, Fraction(0)) / len(numbers)
    if highest == HIGHEST:
        laid = mean
    elif lowest:
        laid = (mean - _HALF) * HIGHEST / highest
    else:
        laid = mean * HIGHEST / highest
    return int(laid + _HALF)
