"""`python3 -m bench.half_life`: how well the half-life in a made-up journal is found.

How often one is told, how often its spans hold the true one and how wide they are, and how often
one is told where there is none. Three strengths of memory are pooled in each line, and the worst of
them stands beside. About three minutes; `--fast` takes a tenth of it.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

import numpy as np

from bench.half_life_journals import WEAK_EFFECT, Link, Truth, made_up
from bench.table import markdown
from journal.analysis.half_life import HalfLife, HalfLifeFit, fitting_half_life

SEED: Final = 20261122
DAYS: Final = (120, 240, 365, 730)
MEMORIES: Final = (0.3, 0.5, 0.7)
JOURNALS: Final = 250
JOURNALS_FAST: Final = 25
TRUTHS: Final = (
    *(Truth(Link.FADING, days) for days in (1.0, 2.0, 4.0)),
    Truth(Link.FADING, 2.0, WEAK_EFFECT),
    *(Truth(link) for link in Link if link is not Link.FADING),
)
NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class Score:
    """What was said of journals with one truth and one length.

    Attributes:
        told: Of the journals, how many were told a half-life.
        worst: The largest share told at one of the memories.
        holds: How many of the told had the truth in the 90 % span; `holds_wide` in the 95 % one.
        best: The half-lives that were told.
        ratios: The longer end of the 90 % span to its shorter end.
    """

    journals: int
    told: int
    worst: float
    holds: int
    holds_wide: int
    best: tuple[float, ...]
    ratios: tuple[float, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python3 -m bench.half_life",
        description="Measure how well a known half-life is found in made-up journals.",
    )
    parser.add_argument("--fast", action="store_true", help="a tenth of the journals")
    parser.add_argument("--journals", type=int, help="how many of each kind")
    options = parser.parse_args(arguments)
    journals = options.journals or (JOURNALS_FAST if options.fast else JOURNALS)
    print(table(journals, DAYS))
    return 0


def table(journals: int, lengths: Sequence[int]) -> str:
    """Measure everything and write it as a Markdown table."""
    heads = ["truth", "days", "told %", "worst %", "90 % span holds it", "95 % span holds it"]
    heads += ["told, middle (middle half)", "width"]
    return markdown([heads, *_lines(journals, lengths)])


def score(truth: Truth, days: int, journals: int) -> Score:
    """Fit made-up journals with one truth and one length."""
    by_memory = [_told(truth, days, memory, journals) for memory in MEMORIES]
    told = [fit for fits in by_memory for fit in fits]
    true = truth.half_life_days if truth.link is Link.FADING else np.nan
    return Score(
        journals=journals * len(MEMORIES),
        told=len(told),
        worst=max(len(fits) for fits in by_memory) / journals,
        holds=sum(fit.narrow[0] <= true <= fit.narrow[1] for fit in told),
        holds_wide=sum(fit.wide[0] <= true <= fit.wide[1] for fit in told),
        best=tuple(fit.days for fit in told),
        ratios=tuple(fit.narrow[1] / fit.narrow[0] for fit in told),
    )


def _told(truth: Truth, days: int, memory: float, journals: int) -> list[HalfLifeFit]:
    place = TRUTHS.index(truth) if truth in TRUTHS else len(TRUTHS)
    random = np.random.default_rng([SEED, place, days, int(memory * 10)])
    found: Iterator[HalfLife] = (
        fitting_half_life(made_up(random, days, memory, truth)) for _ in range(journals)
    )
    return [fit for fit in found if isinstance(fit, HalfLifeFit)]


def _lines(journals: int, lengths: Sequence[int]) -> Iterator[list[str]]:
    for truth in TRUTHS:
        for days in lengths:
            of = score(truth, days, journals)
            yield [truth.words, str(days), *_figures(truth, of)]


def _figures(truth: Truth, of: Score) -> list[str]:
    told = f"{100 * of.told / of.journals:.1f}"
    if truth.link is not Link.FADING or not of.told:
        return [told, f"{100 * of.worst:.1f}", *[NOTHING] * 4]
    low, high = np.quantile(of.best, (0.25, 0.75))
    return [
        told,
        NOTHING,
        f"{100 * of.holds / of.told:.0f} %",
        f"{100 * of.holds_wide / of.told:.0f} %",
        f"{median(of.best):.1f} d ({low:.1f}–{high:.1f})",
        f"×{median(of.ratios):.1f}",
    ]


if __name__ == "__main__":
    sys.exit(main())
