"""Scoring forecasts: how far off, how often inside, how wide; and which of two is better.

Convention: points and spans are whole days, a span holding both its ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from journal.cycle.own_variance import Floats

# A span that should hold four in five: what a miss costs, in the score of Winkler 1972.
_MISSED: Final = 0.2
_RESAMPLES: Final = 2000


@dataclass(frozen=True, slots=True)
class Guess:
    """One forecast and what came.

    Attributes:
        past: How many cycles of hers it was made from.
    """

    person: str
    past: int
    truth: int
    point: int
    span: tuple[int, int]

    @property
    def error(self) -> int:
        """Days too late; negative where too early."""
        return self.point - self.truth


@dataclass(frozen=True, slots=True)
class SpanScore:
    """How good spans are: share that held the truth, mean width in days, mean Winkler score."""

    coverage: float
    width: float
    winkler: float


def mean_error(guesses: Sequence[Guess]) -> float:
    """Return the mean number of days the point was off."""
    return float(np.mean([abs(guess.error) for guess in guesses])) if guesses else float("nan")


def span_score(guesses: Sequence[Guess]) -> SpanScore:
    """Score the spans; days outside are counted from the nearest day inside."""
    low, high = np.array([guess.span for guess in guesses], dtype=np.float64).T
    truth = np.array([guess.truth for guess in guesses], dtype=np.float64)
    outside = np.maximum(low - truth, 0) + np.maximum(truth - high, 0)
    width = high - low + 1
    winkler = width + 2 / _MISSED * outside
    return SpanScore(float((outside == 0).mean()), float(width.mean()), float(winkler.mean()))


def difference(
    ours: Sequence[Guess], theirs: Sequence[Guess], seed: int
) -> tuple[float, float, float]:
    """Return mean error of ours less theirs on the same targets, with a 95 % interval.

    Women are drawn again and again with all of their cycles (cluster bootstrap): cycles of one
    woman are alike, so single cycles would look surer than they are.
    """
    women = sorted({guess.person for guess in ours})
    place = {person: number for number, person in enumerate(women)}
    total, count = np.zeros(len(women)), np.zeros(len(women))
    for mine, other in zip(ours, theirs, strict=True):
        total[place[mine.person]] += abs(mine.error) - abs(other.error)
        count[place[mine.person]] += 1
    drawn = np.random.default_rng(seed).integers(0, len(women), (_RESAMPLES, len(women)))
    means: Floats = total[drawn].sum(axis=1) / count[drawn].sum(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return float(total.sum() / count.sum()), float(low), float(high)


def usual_misses(errors: Sequence[int]) -> tuple[int, int]:
    """Return how far before and after a point the middle four in five of the truths lay."""
    low, high = np.quantile(-np.array(errors), [0.1, 0.9], method="inverted_cdf")
    return int(low), int(high)
