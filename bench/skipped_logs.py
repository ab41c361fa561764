"""`python3 -m bench.skipped_logs`: how well periods that were not recorded are found.

The rule in use stands beside simpler ones, on a file of cycle lengths that tells where periods were
skipped, or on women made up here: most of them regular, some who skip often, some irregular.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bench.table import markdown
from journal.cycle.cycles import cycles
from journal.cycle.missed_logs import likely_missed

KNOWN: Final = (3, 5, 11)
SEED: Final = 20261122
FIRST_ONSET: Final = date(2020, 1, 1)
# The spread of one woman's lengths, on the scale of logarithms: about 2 days, and about 4.
REGULAR: Final = 0.07
IRREGULAR: Final = 0.14
USUAL_DAYS: Final = 29.3
BETWEEN_WOMEN: Final = 0.087
SHORTEST_DAYS: Final = 15

Lengths = Sequence[int]
Rule = Callable[[Lengths], Sequence[int]]
"""From the lengths of one woman, how many periods each of them lacks."""


@dataclass(frozen=True, slots=True)
class Women:
    """Cycle lengths, one row for each woman, and how many periods were skipped in each cycle."""

    lengths: NDArray[np.int64]
    skipped: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Score:
    """What a rule found: counts of cycles.

    Attributes:
        found: With a skipped period, and found.
        needless: Without one, and asked about all the same.
        overlooked: With a skipped period that was not found.
        counted: Found with the true number of skipped periods.
    """

    found: int
    needless: int
    overlooked: int
    counted: int

    @property
    def precision(self) -> float:
        """Questions that are right, out of all."""
        return self.found / max(self.found + self.needless, 1)

    @property
    def recall(self) -> float:
        """Cycles with a skipped period that are found, out of all."""
        return self.found / max(self.found + self.overlooked, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.found / max(2 * self.found + self.needless + self.overlooked, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse_args(arguments)
    groups = (
        {options.data.name: load_women(options.data, options.lengths, options.skipped)}
        if options.data
        else {
            "regular, 9 % skipped": simulated_women(options.women, REGULAR, 0.09),
            "regular, 30 % skipped": simulated_women(options.women, REGULAR, 0.3),
            "irregular, 9 % skipped": simulated_women(options.women, IRREGULAR, 0.09),
        }
    )
    print(scores_table(groups))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m bench.skipped_logs",
        description="Measure how well periods that were not recorded are found.",
    )
    parser.add_argument("--data", type=Path, help="an .npz file with two arrays, women by cycles")
    parser.add_argument("--lengths", default="cycle_lengths", help="the array of lengths in days")
    parser.add_argument("--skipped", default="cycle_skipped", help="the array of skipped periods")
    parser.add_argument("--women", type=int, default=3000, help="how many to make up")
    return parser


def load_women(path: Path, lengths: str, skipped: str) -> Women:
    """Read the two arrays of a file; nothing in it is run."""
    with np.load(path, allow_pickle=False) as arrays:
        return Women(arrays[lengths].astype(np.int64), arrays[skipped].astype(np.int64))


def simulated_women(count: int, spread: float, share: float) -> Women:
    """Make up women with lognormal lengths whose spread differs, and periods skipped at random."""
    random = np.random.default_rng(SEED)
    shape = (count, max(KNOWN))
    spreads = spread * np.sqrt(4 / random.chisquare(4, (count, 1)))
    middles = np.log(USUAL_DAYS) + random.normal(0, BETWEEN_WOMEN, (count, 1))
    skipped = random.geometric(1 - share, shape) - 1
    lengths = np.zeros(shape, dtype=np.int64)
    for part in range(int(skipped.max()) + 1):
        drawn = np.exp(random.normal(middles, spreads, shape))
        days = np.maximum(np.rint(drawn), SHORTEST_DAYS).astype(np.int64)
        lengths += np.where(part <= skipped, days, 0)
    return Women(lengths, skipped)


def in_use(lengths: Lengths) -> list[int]:
    """Apply the journal's own rule."""
    edges = [FIRST_ONSET + timedelta(days=sum(lengths[:n])) for n in range(len(lengths) + 1)]
    found = {gap.onset: len(gap.around) for gap in likely_missed(cycles(edges, edges[-1]))}
    return [found.get(onset, 0) for onset in edges[:-1]]


def times_median(lengths: Lengths) -> list[int]:
    """Ask about lengths at least 1.5 times the median of all."""
    usual = median(lengths)
    return [_missing(length, usual) if length / usual >= 1.5 else 0 for length in lengths]  # noqa: PLR2004


def times_shorter_half(lengths: Lengths) -> list[int]:
    """Ask about lengths at least 1.6 times the median of the shorter half."""
    usual = median(sorted(lengths)[: (len(lengths) + 1) // 2])
    return [_missing(length, usual) if length / usual >= 1.6 else 0 for length in lengths]  # noqa: PLR2004


def at_least(days: int) -> Rule:
    """Ask about lengths of a fixed number of days, whoever she is."""
    return lambda lengths: [_missing(length, USUAL_DAYS) * (length >= days) for length in lengths]


RULES: Final[Mapping[str, Rule]] = {
    "in use": in_use,
    "1.5 × median": times_median,
    "1.6 × shorter half": times_shorter_half,
    "43 days": at_least(43),
    "60 days": at_least(60),
}


def score(rule: Rule, women: Women, known: int) -> Score:
    """Apply a rule to the first cycles of each woman."""
    found = needless = overlooked = counted = 0
    rows = zip(women.lengths[:, :known].tolist(), women.skipped[:, :known].tolist(), strict=True)
    for lengths, skipped in rows:
        for said, true in zip(rule(lengths), skipped, strict=True):
            found += bool(said and true)
            needless += bool(said and not true)
            overlooked += bool(true and not said)
            counted += bool(said and said == true)
    return Score(found, needless, overlooked, counted)


def scores_table(groups: Mapping[str, Women]) -> str:
    """Write precision, recall and F1 of each rule as a Markdown table."""
    heads = ["women", "cycles known", "rule", "precision", "recall", "F1", "number right"]
    lines = [
        [name, str(known), said, *_figures(score(rule, women, known))]
        for name, women in groups.items()
        for known in KNOWN
        for said, rule in RULES.items()
    ]
    return markdown([heads, *lines])


def _figures(of: Score) -> list[str]:
    right = of.counted / max(of.found, 1)
    return [f"{figure:.3f}" for figure in (of.precision, of.recall, of.f1, right)]


def _missing(length: int, usual: float) -> int:
    return max(int(length / usual + 0.5) - 1, 1)


if __name__ == "__main__":
    sys.exit(main())
