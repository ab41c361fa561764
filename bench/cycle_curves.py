"""How well a curve over the cycle is drawn: six waves held back, beside two that are free.

`python3 -m bench.cycle_curves` makes up journals whose curve is known, fits both, and prints a
table: the error of the curve once its level is taken away, how often the 95 % band holds the truth,
how wide it is, and how far the curve swings. Everything is seeded; nothing true is in it.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final, TypeAlias

import numpy as np

from bench.table import markdown
from journal.analysis.day_memory import RatedDays
from journal.analysis.day_memory_columns import base_columns
from journal.analysis.day_memory_grid import Floats
from journal.analysis.day_memory_levels import Level, fitted_levels
from journal.analysis.relations.cycle_curve import cyclic_levels, waves

FIRST_DAY: Final = 739_000
LENGTH: Final = 29
LEVEL: Final = 6.0
SPREAD: Final = 1.6
RATED: Final = 0.7
FREE_COLUMNS: Final = 4  # sine and cosine of two waves
SEED: Final = 20_261_122
JOURNALS: Final = 40
DAYS: Final = (120, 365)
MEMORIES: Final = (0.3, 0.7)
AT: Final = (np.arange(LENGTH) + 0.5) / LENGTH

Shape: TypeAlias = Callable[[Floats], Floats]
Fit: TypeAlias = Callable[[RatedDays, Floats], tuple[Level, ...]]


def _dip(share: Floats) -> Floats:
    return np.where(share >= 1 - 5 / LENGTH, -1.2, 0.0)


def _rise(share: Floats) -> Floats:
    return np.where((share >= 1 - 17 / LENGTH) & (share < 1 - 12 / LENGTH), 0.8, 0.0)


SHAPES: Final[dict[str, Shape]] = {
    "nothing": np.zeros_like,
    "a dip of 1.2 points on five days": _dip,
    "that dip and a rise of 0.8 on five": lambda share: _dip(share) + _rise(share),
    "a slow wave of 0.8 points": lambda share: 0.8 * np.cos(2 * np.pi * (share - 0.4)),
}


@dataclass(frozen=True, slots=True)
class Score:
    """What came of one curve."""

    error: float
    held: float
    width: float
    swing: float


def held_back(rated: RatedDays, shares: Floats) -> tuple[Level, ...]:
    """Fit the curve as the journal does."""
    base = base_columns(rated.days)
    return cyclic_levels(rated, base, shares, np.zeros(rated.count), AT)


def two_free(rated: RatedDays, shares: Floats) -> tuple[Level, ...]:
    """Fit two waves that nothing holds back."""
    base = base_columns(rated.days)
    usual = np.tile(base.mean(axis=0), (LENGTH, 1))
    return fitted_levels(
        rated,
        np.column_stack([base, waves(shares)[:, :FREE_COLUMNS]]),
        np.column_stack([usual, waves(AT)[:, :FREE_COLUMNS]]),
    )


FITS: Final[dict[str, Fit]] = {"six, held back": held_back, "two, free": two_free}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python3 -m bench.cycle_curves")
    parser.add_argument("--journals", type=int, default=JOURNALS, help="of each kind")
    parser.add_argument("--fast", action="store_true", help="one journal of each shape")
    options = parser.parse_args(arguments)
    kinds = list(product(DAYS, MEMORIES))[: 1 if options.fast else None]
    journals = 1 if options.fast else options.journals
    rows = [["the truth", "days", "memory", "waves", "error", "held %", "width", "swing"]]
    for name, shape in SHAPES.items():
        for kind in kinds:
            rows += _rows(name, shape, kind, journals)
    print(markdown(rows))
    return 0


def _rows(name: str, shape: Shape, kind: tuple[int, float], journals: int) -> list[list[str]]:
    days, memory = kind
    random = np.random.default_rng([SEED, days, int(10 * memory)])
    scores: dict[str, list[Score]] = {fit: [] for fit in FITS}
    for _ in range(journals):
        rated, shares = _journal(random, shape, days, memory)
        for fit, fitted in FITS.items():
            scores[fit].append(_score(fitted(rated, shares), shape(AT)))
    return [
        [
            *(name, f"{days}", f"{memory}", fit),
            f"{np.sqrt(np.mean([one.error for one in found])):.2f}",
            f"{100 * np.mean([one.held for one in found]):.0f}",
            f"{np.mean([one.width for one in found]):.1f}",
            f"{np.mean([one.swing for one in found]):.1f}",
        ]
        for fit, found in scores.items()
    ]


def _journal(
    random: np.random.Generator, shape: Shape, days: int, memory: float
) -> tuple[RatedDays, Floats]:
    usual = LENGTH + random.normal(0, 1.3)
    shares: list[float] = []
    while len(shares) < days:
        length = int(np.clip(random.normal(usual, 3.5), 21, 42))
        shares += [day / length for day in range(length)]
    along = np.array(shares[:days])
    noise = random.normal(size=days)
    for day in range(1, days):
        noise[day] = memory * noise[day - 1] + np.sqrt(1 - memory**2) * noise[day]
    ratings = np.round(LEVEL + SPREAD * noise + shape(along))
    at = np.flatnonzero(random.random(days) < RATED)
    return RatedDays(FIRST_DAY + at, ratings[at]), along[at]


def _score(levels: tuple[Level, ...], truth: Floats) -> Score:
    fit, low, high = (
        np.array([getattr(level, end) for level in levels]) for end in ("estimate", "low", "high")
    )
    inside = (low <= LEVEL + truth) & (LEVEL + truth <= high)
    off = (fit - fit.mean()) - (truth - truth.mean())
    return Score(
        float(np.mean(off**2)), float(inside.mean()), float(np.mean(high - low)), float(np.ptp(fit))
    )


if __name__ == "__main__":
    sys.exit(main())
