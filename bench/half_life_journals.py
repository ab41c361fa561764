"""Made-up journals with a half-life that is known, for `bench.half_life`; nothing true in them.

Connection resembles the day before (AR(1), SD 1.6 around 6.8), is half a point higher at weekends,
drifts along a straight line (SD .8 of a point over the span) and is rounded and cut to 0–10.
Moments are Poisson with a rate that resembles the day before. Three in ten days are missing
altogether, moments and rating alike, half of them in bouts of five days on average.
What the moments of the days before leave behind is added to connection.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from journal.analysis.day_memory_columns import banks
from journal.analysis.day_memory_grid import Floats
from journal.analysis.half_life import AccountDays

FIRST_ORDINAL: Final = 739_000
# The days before the record begins bring moments too.
LEAD_DAYS: Final = 60
LEVEL: Final = 6.8
SPREAD: Final = 1.6
WEEKEND: Final = 0.5
TREND_SPREAD: Final = 0.8
MOMENTS: Final = 1.6
RATE_MEMORY: Final = 0.5
RATE_SPREAD: Final = 0.5
MISSING: Final = 0.30
MISSING_SINGLY: Final = 0.165
BOUT_DAYS: Final = 5
# How far what the moments bring moves connection, as a standard deviation in points.
EFFECT: Final = 0.8
WEAK_EFFECT: Final = 0.4


class Link(StrEnum):
    """How moments and connection hang together."""

    FADING = "fading"
    NONE = "none"
    SAME_DAY = "same day only"
    BACKWARDS = "connection drives moments"


@dataclass(frozen=True, slots=True)
class Truth:
    """What is true in a journal; the half-life is read where warmth fades.

    Attributes:
        effect: Standard deviation of what the moments bring, in points of connection.
    """

    link: Link
    half_life_days: float = 2.0
    effect: float = EFFECT

    @property
    def words(self) -> str:
        """Name it in a table."""
        if self.link is not Link.FADING:
            return self.link.value
        weak = "" if self.effect >= EFFECT else ", weak"
        return f"{self.half_life_days:g} d{weak}"


def made_up(random: np.random.Generator, days: int, memory: float, truth: Truth) -> AccountDays:
    """Make up one journal.

    Args:
        random: Where chance comes from.
        days: From the first date to the last.
        memory: How much connection resembles the day before, φ.
        truth: What is true in it.
    """
    count = days + LEAD_DAYS
    mood = SPREAD * _remembering(random, count, memory)
    log_rate = np.log(MOMENTS) + RATE_SPREAD * _remembering(random, count, RATE_MEMORY)
    if truth.link is Link.BACKWARDS:
        log_rate[1:] += RATE_SPREAD * mood[:-1] / SPREAD
    moments = random.poisson(np.exp(log_rate)).astype(np.float64)
    at = np.arange(count)
    slope = random.normal(0, TREND_SPREAD) * np.sqrt(12) * (at / count - 0.5)
    felt = LEVEL + mood + _brought(moments, truth) + slope + WEEKEND * (at % 7 >= 5)  # noqa: PLR2004
    ratings = np.clip(np.rint(felt), 0, 10)
    missing = _missing(random, count)
    ratings[missing] = moments[missing] = np.nan
    first = FIRST_ORDINAL + int(random.integers(7))
    return AccountDays(first, moments[LEAD_DAYS:], ratings[LEAD_DAYS:], np.zeros((days, 1)))


def _brought(moments: Floats, truth: Truth) -> Floats:
    """Return what the moments do to connection, as far as its effect says."""
    own = moments - moments.mean()
    if truth.link is Link.FADING:
        own = banks(own, np.array([truth.half_life_days]))[:, 0]
    elif truth.link is not Link.SAME_DAY:
        return np.zeros(len(moments))
    return np.asarray(truth.effect * own / own[LEAD_DAYS:].std(), dtype=np.float64)


def _remembering(random: np.random.Generator, count: int, memory: float) -> Floats:
    """Return days of which each resembles the one before it, with a spread of 1."""
    found = random.normal(size=count)
    new = np.sqrt(1 - memory**2)
    for day in range(1, count):
        found[day] = memory * found[day - 1] + new * found[day]
    return found


def _missing(random: np.random.Generator, count: int) -> Floats:
    """Return which days are missing: half of them one by one, half in bouts."""
    missing = random.random(count) < MISSING_SINGLY
    while missing.mean() < MISSING:
        start = random.integers(count)
        missing[start : start + random.geometric(1 / BOUT_DAYS)] = True
    return missing
