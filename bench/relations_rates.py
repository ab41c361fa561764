"""Shares counted over made-up journals, with the error of having made up no more of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bench.relations_journals import MadeUp, made_up
from bench.relations_settings import Setting

SEED: Final = 20261122
NOTHING: Final = "–"
# Where one in twenty is promised, more than that and twice the error is a miss.
PROMISED: Final = 0.05


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of answers.

    Attributes:
        share: 0 to 1.
        error: Its standard error, taken over journals: answers about one hang together.
        answers: How many it was counted over.
    """

    share: float
    error: float
    answers: int

    @property
    def words(self) -> str:
        """Write it in percent, with twice its error."""
        return f"{100 * self.share:.1f} ±{200 * self.error:.1f}"

    def exceeds(self, promised: float = PROMISED) -> bool:
        """Say whether it lies above a promise by more than chance lets it."""
        return self.share - 2 * self.error > promised


class Count:
    """Hits and answers, journal by journal."""

    def __init__(self) -> None:
        self._hits: list[int] = []
        self._answers: list[int] = []

    def add(self, hits: Sequence[bool]) -> None:
        """Count one journal's answers; one without any says nothing."""
        if hits:
            self._hits.append(sum(hits))
            self._answers.append(len(hits))

    @property
    def rate(self) -> Rate | None:
        """The share of hits; None where nothing was answered."""
        hits, answers = (np.array(of, dtype=np.float64) for of in (self._hits, self._answers))
        if not len(answers):
            return None
        share = hits.sum() / answers.sum()
        scattered = np.sqrt(((hits - share * answers) ** 2).sum()) / answers.sum()
        return Rate(float(share), float(scattered), int(answers.sum()))


def words(count: Count) -> str:
    """Write a share, or that there is none."""
    return NOTHING if count.rate is None else count.rate.words


def journals_of(setting: Setting, journals: int) -> Iterator[MadeUp]:
    """Make up journals of one setting, always the same ones."""
    name = [ord(letter) for letter in repr(setting)]
    random = np.random.default_rng([SEED, *name])
    for _ in range(journals):
        yield made_up(random, setting)
