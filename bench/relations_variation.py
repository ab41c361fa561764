"""How often the intervals of shares of variation hold the true shares."""

from dataclasses import dataclass, field
from statistics import fmean
from typing import Final

import numpy as np

from bench.relations_journals import MadeUp
from bench.relations_rates import Count, journals_of, words
from bench.relations_settings import DESIRE, MOOD, NOTHING, ORDINARY, Setting, Truth
from bench.table import markdown
from journal.analysis.day_memory_grid import Floats
from journal.analysis.relations.answers import NotYet
from journal.analysis.relations.variation import Share, variation_shares

LENGTHS: Final = (90, 180, 365)
MEMORIES: Final = (0.3, 0.7)
TRUTHS: Final = (
    ("nothing but the week", DESIRE, NOTHING),
    ("dip before a period", DESIRE, ORDINARY),
    ("slow wave", DESIRE, Truth(wave=0.8)),
    ("moments and stress", MOOD, ORDINARY),
)
HEADS: Final = ("true %", "told, mean", "95 % interval holds it %")


@dataclass(slots=True)
class Shares:
    """What was said of one share: in percent where it is no count."""

    true: list[float] = field(default_factory=list)
    told: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    holds: Count = field(default_factory=Count)

    def add(self, true: float, told: Share) -> None:
        """Count one journal."""
        self.true.append(100 * true)
        self.told.append(100 * told.share)
        self.low.append(100 * told.low)
        self.high.append(100 * told.high)
        self.holds.add([told.low <= true <= told.high])

    @property
    def cells(self) -> list[str]:
        """Means, and how often the interval held the truth."""
        told = f"{fmean(self.told):.1f} ({fmean(self.low):.1f} to {fmean(self.high):.1f})"
        return [f"{fmean(self.true):.1f}", told, words(self.holds)]


def variation_table(journals: int) -> str:
    """Write true and told shares, for what the cycle brings and for everything else."""
    heads = [
        "what varies",
        "φ, length",
        "cycle: true %",
        "told, mean",
        "95 % interval holds it %",
    ]
    heads += ["everything else: true %", "told, mean", "95 % interval holds it %"]
    lines = [
        [
            name,
            f"{memory:g}, {days} days",
            *_cells(rating, Setting(days, memory, truth=of), journals),
        ]
        for name, rating, of in TRUTHS
        for memory in MEMORIES
        for days in LENGTHS
    ]
    return markdown([heads, *lines])


def _cells(rating: str, setting: Setting, journals: int) -> list[str]:
    cycle, others = Shares(), Shares()
    for made in journals_of(setting, journals):
        told = variation_shares(made.record, rating)
        if not isinstance(told, NotYet):
            felt = made.felt[rating]
            cycle.add(_true_share(made, rating, felt.cycle), told.cycle)
            others.add(_true_share(made, rating, felt.others), told.others)
    return [*cycle.cells, *others.cells]


def _true_share(made: MadeUp, rating: str, part: Floats) -> float:
    """Return how much of the variation on the rated days a part brings, as it was written down."""
    values = made.record.values[rating]
    rated = np.isfinite(values)
    return float(made.felt[rating].shrunk ** 2 * np.var(part[rated]) / np.var(values[rated]))
