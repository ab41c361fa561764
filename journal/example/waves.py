"""Series that wander: today resembles yesterday."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Series: TypeAlias = NDArray[np.float64]


def wandering(rng: np.random.Generator, days: int, *, memory: float, spread: float) -> Series:
    """Draw an AR(1) series around 0.

    Args:
        rng: Random numbers.
        days: Its length.
        memory: Correlation with the day before, 0–1.
        spread: Its standard deviation.
    """
    return remembered(rng.standard_normal(days), memory=memory) * spread


def remembered(shocks: Series, *, memory: float) -> Series:
    """Turn independent shocks of variance 1 into an AR(1) series of variance 1."""
    scale = float(np.sqrt(1 - memory**2))
    values = np.empty_like(shocks)
    state = 0.0
    for n, shock in enumerate(shocks.tolist()):
        state = shock if n == 0 else memory * state + scale * shock
        values[n] = state
    return values


def bump(distance: Series, *, width: float) -> Series:
    """Return a hill of height 1 where `distance` is 0; 0 where it is not a number."""
    return np.nan_to_num(np.exp(-((distance / width) ** 2) / 2))


def faded(amounts: Series, *, half_life_days: float) -> Series:
    """Sum what the days before gave, halved every `half_life_days`; today gives nothing yet."""
    keep = 0.5 ** (1 / half_life_days)
    values = np.empty_like(amounts)
    balance = 0.0
    for n, amount in enumerate(amounts.tolist()):
        values[n] = balance * keep
        balance = balance * keep + amount
    return values
