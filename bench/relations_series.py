"""The parts of made-up journals: series that remember, spells, drifts and missing days."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.signal import lfilter

from journal.analysis.day_memory_grid import Floats

# So long a run-up that nothing of where a series began is left.
RUN_UP: Final = 200
MOMENTS_A_DAY: Final = 1.6
RATE_MEMORY: Final = 0.5
RATE_SPREAD: Final = 0.5
AWAY_DAYS: Final = 3.5
HOME_DAYS: Final = 14.0
BOUT_DAYS: Final = 5
SINGLY: Final = 0.55
DRIFT_DAYS: Final = 45.0
CALM_DAYS, LOUD_DAYS, LOUD = 40.0, 15.0, 2.2


def remembering(
    random: np.random.Generator,
    count: int,
    memory: float,
    *,
    second: float = 0.0,
    new: Floats | None = None,
) -> Floats:
    """Return days of which each resembles the one before it, with a spread of 1.

    Args:
        random: Where chance comes from.
        count: How many days.
        memory: Correlation of a day with the day before.
        second: What the day before that adds; 0 is memory of one day.
        new: What each day brings of its own, of spread 1; drawn where it is not given.
    """
    first = memory * (1 - second)
    early = random.normal(size=RUN_UP)
    own = np.concatenate([early, random.normal(size=count) if new is None else new])
    share = (1 - memory**2) * (1 - second**2)
    found = lfilter([np.sqrt(share)], [1.0, -first, -second], own)
    return np.asarray(found[RUN_UP:], dtype=np.float64)


def moments_of(random: np.random.Generator, log_rate: Floats) -> Floats:
    """Return how many moments each day has; the rate resembles the day before."""
    own = RATE_SPREAD * remembering(random, len(log_rate), RATE_MEMORY)
    rates = np.exp(np.log(MOMENTS_A_DAY) - RATE_SPREAD**2 / 2 + own + log_rate)
    return random.poisson(rates).astype(np.float64)


def apart_spells(random: np.random.Generator, count: int) -> Floats:
    """Return 1 on days apart, in spells."""
    found = np.zeros(count)
    day = int(random.geometric(1 / HOME_DAYS))
    while day < count:
        away = int(random.geometric(1 / AWAY_DAYS))
        found[day : day + away] = 1.0
        day += away + int(random.geometric(1 / HOME_DAYS))
    return found


def slow_drift(random: np.random.Generator, count: int) -> Floats:
    """Return a smooth curve that turns within weeks, of spread 1: noise smoothed by a bell."""
    reach = int(3 * DRIFT_DAYS)
    bell = np.exp(-0.5 * (np.arange(-reach, reach + 1) / DRIFT_DAYS) ** 2)
    own = np.convolve(random.normal(size=count + 2 * reach), bell, mode="valid")
    return np.asarray(own / np.sqrt((bell**2).sum()), dtype=np.float64)


def volatile_spells(random: np.random.Generator, count: int) -> Floats:
    """Return how loud each day is: spells in which chance weighs more than twice as much."""
    found = np.ones(count)
    day = int(random.geometric(1 / CALM_DAYS))
    while day < count:
        loud = int(random.geometric(1 / LOUD_DAYS))
        found[day : day + loud] = LOUD
        day += loud + int(random.geometric(1 / CALM_DAYS))
    return found


def missing_days(random: np.random.Generator, count: int, share: float) -> NDArray[np.bool_]:
    """Return which days are missing: half of them one by one, half in bouts."""
    missing = random.random(count) < share * SINGLY
    while missing.mean() < share:
        start = random.integers(count)
        missing[start : start + random.geometric(1 / BOUT_DAYS)] = True
    return np.asarray(missing)
