"""Whether the cycle matters more than everything else that is noted: shares of the variation.

A rating is a level and a straight trend, what goes with the cycle, what goes with everything else
that was noted, and what nobody knows. Each share is asked for beside the other. They need not add
up to less than one: what two things tell together counts in both.

The cycle is two harmonics and the two windows, so that a slow wave and a short dip both find room.
Everything else is the week, time apart, moments on the day and what the days before left of them,
bids, stress, and sleep, as far as each was noted. Other ratings are left out: they are the same day
felt in another way. So are signs, many of which belong to the cycle.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from journal.analysis.day_memory_columns import base_columns
from journal.analysis.day_memory_gate import exposure_lacks, rating_lacks, together
from journal.analysis.day_memory_grid import Floats
from journal.analysis.day_memory_share import VariationShare, variation_share
from journal.analysis.relations.answers import NotYet
from journal.analysis.relations.cycle_places import CyclePlaces, cycle_places
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.exposures import Exposures
from journal.analysis.relations.outcome import Outcome, outcome_of
from journal.analysis.relations.questions import (
    APART,
    BIDS_MET,
    BIDS_UNMET,
    MOMENTS,
    SLEEP_HOURS,
    CycleWholeQuestion,
)
from journal.analysis.relations.wanted import WINDOWS

OTHERS: Final = (APART, MOMENTS, BIDS_MET, BIDS_UNMET, "stress", SLEEP_HOURS, "sleep_quality")
LASTING: Final = (MOMENTS,)
# Level and trend stand first among what every question holds; the week comes after them.
LEVEL_AND_TREND: Final = 2


class Leader(StrEnum):
    """Which of the two goes with more."""

    CYCLE = "cycle"
    OTHERS = "others"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Share:
    """A share of the variation of a rating, 0 to 1, with its 95 % interval."""

    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class VariationShares:
    """How much of the variation of a rating goes with what.

    Attributes:
        cycle: With the cycle.
        others: With everything else that was noted.
        noted: The measures that count among the others, beside the week.
        days: Rated days.
        cycles: Complete cycles behind them.
    """

    outcome: str
    cycle: Share
    others: Share
    noted: tuple[str, ...]
    days: int
    cycles: int

    @property
    def leader(self) -> Leader:
        """Which share is the larger; open while their intervals meet."""
        if self.cycle.low > self.others.high:
            return Leader.CYCLE
        return Leader.OTHERS if self.others.low > self.cycle.high else Leader.OPEN


def variation_shares(record: DailyRecord, outcome: str) -> VariationShares | NotYet:
    """Say how much of a rating's variation goes with the cycle, and with everything else."""
    exposures, places = Exposures(record), cycle_places(record.placed)
    laid_out = outcome_of(record, outcome, exposures, places)
    rated, at = laid_out.rated, laid_out.at
    lacks = together(rating_lacks(rated), *(places.lacks(window, at) for window in WINDOWS))
    question = CycleWholeQuestion(outcome)
    if lacks:
        return NotYet(question, lacks)
    noted = tuple(
        measure
        for measure in OTHERS
        if measure != outcome and not exposure_lacks(exposures.values(measure)[at])
    )
    always = base_columns(rated.days)
    held, week = always[:, :LEVEL_AND_TREND], always[:, LEVEL_AND_TREND:]
    held = np.column_stack([held, places.unknown[at]])
    of_cycle, of_others = (
        _cycle(places, laid_out),
        np.column_stack([week, *_others(laid_out, noted)]),
    )
    cycle = variation_share(rated, np.column_stack([held, of_others]), of_cycle)
    others = variation_share(rated, np.column_stack([held, of_cycle]), of_others)
    if cycle is None or others is None:
        return NotYet(question, ())
    return VariationShares(
        outcome, _told(cycle), _told(others), noted, rated.count, places.complete_cycles(at)
    )


def _cycle(places: CyclePlaces, outcome: Outcome) -> Floats:
    windows = [places.windows[window][outcome.at] for window in WINDOWS]
    return np.column_stack([places.harmonics[outcome.at], *windows])


def _others(outcome: Outcome, noted: tuple[str, ...]) -> list[Floats]:
    today = [outcome.exposures.today(measure)[outcome.at] for measure in noted]
    lasting = [measure for measure in LASTING if measure in noted]
    return [*today, *(outcome.exposures.before(measure)[outcome.at] for measure in lasting)]


def _told(found: VariationShare) -> Share:
    return Share(found.share, *found.interval())
