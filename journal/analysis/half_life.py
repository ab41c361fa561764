"""The half-life that fits her own connection ratings, or why none can be told yet.

What she deposited and withdrew on the days before, fading with a half-life, stands beside what the
day itself brought, the trend, the week and days apart; `day_memory` has the model. The half-lives
of a fine grid are compared by maximum likelihood, each with the memory that suits it best. Equal
likelihoods count equally, on the scale of ratios: half a day to one is as far as eight to sixteen.

The result is offered and never applied by itself; it says nothing about hormones.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

import numpy as np

from journal.analysis.day_memory import DayEffect, RatedDays, day_effect, likelihoods
from journal.analysis.day_memory_columns import banks, base_columns, centred
from journal.analysis.day_memory_gate import Lack, exposure_lacks, rating_lacks
from journal.analysis.day_memory_grid import Floats
from journal.analysis.day_memory_mixture import normalised

# Half a day is what an account may fade by at the least; of warmth that lasts longer than two weeks
# a year of days says nothing apart from a trend.
SHORTEST_DAYS: Final = 0.5
LONGEST_DAYS: Final = 16.0
STEPS_PER_DOUBLING: Final = 8
# Whether the days before matter at all is asked once, at this half-life, and not at the best one.
TESTED_AT_DAYS: Final = 2.0
MOST_P: Final = 0.05
NARROW: Final = 0.90
WIDE: Final = 0.95
# The 90 % span must end before the grid does and leave out a doubling or more of its five. A
# stricter limit lets through spans short by luck, which hold the truth less often than they say.
WIDEST_RATIO: Final = 16.0


class UntoldBecause(StrEnum):
    """Why no half-life is told."""

    TOO_LITTLE = "too_little"
    NO_CARRY_OVER = "no_carry_over"
    TOO_WIDE = "too_wide"


@dataclass(frozen=True, slots=True, eq=False)
class AccountDays:
    """What the fit reads: one value for each date of a span, without a gap.

    Attributes:
        first: Ordinal of the first date.
        net: Deposits less withdrawals; NaN on dates on which nothing was noted.
        ratings: Connection; NaN where it was not rated.
        beside: Columns that are taken account of, (dates, columns): days apart, the cycle.
    """

    first: int
    net: Floats
    ratings: Floats
    beside: Floats


@dataclass(frozen=True, slots=True)
class HalfLifeFit:
    """The half-life her record speaks for.

    Attributes:
        days: The best of the grid.
        narrow: The shortest span of the grid that holds 90 % of the weight, both ends inside.
        wide: The one that holds 95 %.
        rated_days: How many days it rests on.
        p: Of the days before, the larger of with and without the day itself.
        weights: Half-life and weight, over the whole grid.
    """

    days: float
    narrow: tuple[float, float]
    wide: tuple[float, float]
    rated_days: int
    p: float
    weights: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class HalfLifeNotYet:
    """No half-life, and why.

    Attributes:
        lacks: What is missing, where that can be counted.
        rated_days: How many days there are.
    """

    because: UntoldBecause
    rated_days: int
    lacks: tuple[Lack, ...] = ()


HalfLife: TypeAlias = HalfLifeFit | HalfLifeNotYet


def half_lives() -> Floats:
    """Return the grid, shortest first: eight steps to a doubling."""
    doublings = np.log2(LONGEST_DAYS / SHORTEST_DAYS)
    steps = np.arange(int(doublings * STEPS_PER_DOUBLING) + 1)
    return np.asarray(SHORTEST_DAYS * 2 ** (steps / STEPS_PER_DOUBLING), dtype=np.float64)


def fitting_half_life(account: AccountDays) -> HalfLife:
    """Fit the half-life to a span of days, or say why it cannot be told."""
    at = np.flatnonzero(np.isfinite(account.ratings))
    rated = RatedDays(account.first + at, account.ratings[at])
    lacks = (*rating_lacks(rated), *exposure_lacks(account.net[at]))
    if lacks:
        return HalfLifeNotYet(UntoldBecause.TOO_LITTLE, rated.count, lacks)
    daily = centred(account.net)
    base = base_columns(rated.days, [account.beside[at]])
    today = daily[at]
    p = _carry_over_p(rated, base, today, banks(daily, np.array([TESTED_AT_DAYS]))[at, 0])
    if p >= MOST_P:
        return HalfLifeNotYet(UntoldBecause.NO_CARRY_OVER, rated.count)
    grid = half_lives()
    with_today = np.column_stack([base, today])
    weights = normalised(likelihoods(rated, with_today, banks(daily, grid)[at]))
    fit = HalfLifeFit(
        days=float(grid[weights.argmax()]),
        narrow=_shortest_span(grid, weights, NARROW),
        wide=_shortest_span(grid, weights, WIDE),
        rated_days=rated.count,
        p=p,
        weights=tuple(zip(grid.tolist(), weights.tolist(), strict=True)),
    )
    return fit if _is_told(fit) else HalfLifeNotYet(UntoldBecause.TOO_WIDE, rated.count)


def _carry_over_p(rated: RatedDays, base: Floats, today: Floats, before: Floats) -> float:
    """Return the larger p of the days before, with and without the day itself; 1 if not higher."""
    with_today = np.column_stack([base, today])
    effects = [day_effect(rated, columns, before) for columns in (base, with_today)]
    return max(_p_if_higher(effect) for effect in effects)


def _p_if_higher(effect: DayEffect | None) -> float:
    """Return p; warmth that lowers later ratings would be no warmth that fades."""
    return effect.p if effect is not None and effect.estimate > 0 else 1.0


def _is_told(fit: HalfLifeFit) -> bool:
    """Say whether the 90 % span is bounded above and no wider than `WIDEST_RATIO`."""
    low, high = fit.narrow
    return high < LONGEST_DAYS and high <= WIDEST_RATIO * low


def _shortest_span(grid: Floats, weights: Floats, share: float) -> tuple[float, float]:
    """Return the shortest run of the grid that holds a share; of equally short ones the fullest."""
    sums = np.concatenate([[0.0], np.cumsum(weights)])
    for steps in range(1, len(grid)):
        held = sums[steps:] - sums[:-steps]
        best = int(held.argmax())
        if held[best] >= share:
            return float(grid[best]), float(grid[best + steps - 1])
    return float(grid[0]), float(grid[-1])
