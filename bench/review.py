"""`python3 -m bench.review`: how often a review says that something changed when nothing did.

Made-up ratings of half a year: each day resembles the one before it, a weekend lifts them, days are
missing singly and in bouts. The last span is compared with the one before, by the review and by
Welch's t test, which takes days as independent. Five minutes; `--fast` takes a tenth of it.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from scipy.stats import ttest_ind

from bench.table import markdown
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.review.measures import (
    REACH_DAYS,
    REACH_SPANS,
    Compared,
    Verdict,
    compared,
    reach,
)
from journal.analysis.review.spans import ReviewKind, ReviewSpan
from journal.domain.ranges import DateRange, days_after

SEED: Final = 20261122
LAST: Final = date(2026, 11, 22)
MEMORIES: Final = (0.0, 0.3, 0.5, 0.7)
LENGTHS: Final = (21, 31, 62)
ONE_DAY_NOISE: Final = 0.35
MEAN, SPREAD, WEEKEND = 6.0, 1.6, 0.5
CHANGE: Final = 1.5
SINGLY, BOUT_DAYS = 0.15, 5
BOUTS: Final = {"30 %": 0.04, "50 %": 0.12}  # begun on a day, by the share of days missing
JOURNALS: Final = 300
JOURNALS_FAST: Final = 30
LEVEL: Final = 0.05
RUN_UP: Final = 60


@dataclass(frozen=True, slots=True)
class Score:
    """What was said of journals of one kind, of those with days enough.

    Attributes:
        asked: How many had days enough.
        alarms: How many of them were said to have changed where nothing had.
        naive: The same by the t test.
        found: How many true changes were found.
        covers: How many intervals held the true change.
    """

    asked: int
    alarms: int
    naive: int
    found: int
    covers: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python3 -m bench.review",
        description="Measure how often a review says that something changed when nothing did.",
    )
    parser.add_argument("--fast", action="store_true", help="a tenth of the journals")
    chosen = parser.parse_args(arguments)
    print(table(JOURNALS_FAST if chosen.fast else JOURNALS, LENGTHS))
    return 0


def table(journals: int, lengths: Sequence[int]) -> str:
    """Measure everything and write it as a Markdown table."""
    heads = ["days", "memory", "asked", "t test", "review", "found", "covers"]
    return markdown([heads, *_lines(journals, lengths)])


def _lines(journals: int, lengths: Sequence[int]) -> Iterator[list[str]]:
    for days in lengths:
        for memory in MEMORIES:
            both = [score(days, bouts, memory, journals) for bouts in BOUTS.values()]
            asked, naive, alarms, found, covers = (
                sum(getattr(one, name) for one in both)
                for name in ("asked", "naive", "alarms", "found", "covers")
            )
            told = [
                f"{100 * part / max(asked, 1):.1f} %" for part in (naive, alarms, found, covers)
            ]
            yield [str(days), str(memory), str(asked), *told]


def score(days: int, bouts: float, memory: float, journals: int) -> Score:
    """Review made-up journals, with and without a change."""
    random = np.random.default_rng([SEED, days, int(100 * bouts), int(10 * memory)])
    end = days_after(LAST, 1)
    start = days_after(end, -days)
    span = ReviewSpan(
        ReviewKind.OWN_DATES, DateRange(start, end), DateRange(days_after(start, -days), start)
    )
    asked = alarms = naive = found = covers = 0
    for _ in range(journals):
        rated = made_up(random, memory)
        rated[missing_days(random, bouts)] = np.nan
        item, changed = (_compared(values, span) for values in (rated, _changed(rated, days)))
        if item is None or changed is None or changed.finding is None or item.finding is None:
            continue
        asked += 1
        alarms += item.verdict in {Verdict.MORE, Verdict.LESS}
        found += changed.verdict is Verdict.LESS
        low, high = changed.finding.low or 0.0, changed.finding.high or 0.0
        covers += low < -CHANGE < high
        sides = (_rounded(rated)[-days:], _rounded(rated)[-2 * days : -days])
        naive += ttest_ind(*sides, equal_var=False, nan_policy="omit").pvalue < LEVEL
    return Score(asked, alarms, naive, found, covers)


def made_up(random: np.random.Generator, memory: float) -> np.ndarray:
    """Return days of a rating of which each resembles the one before it."""
    count = max(REACH_DAYS, REACH_SPANS * max(LENGTHS))
    series = np.zeros(count + RUN_UP)
    own = random.normal(size=len(series)) * np.sqrt(1 - memory**2)
    for day in range(1, len(series)):
        series[day] = memory * series[day - 1] + own[day]
    noise = random.normal(size=count)
    mixed = np.sqrt(1 - ONE_DAY_NOISE) * series[RUN_UP:] + np.sqrt(ONE_DAY_NOISE) * noise
    weekend = np.arange(count) % 7 >= 5  # noqa: PLR2004 - of a week from Monday
    return MEAN + SPREAD * mixed + WEEKEND * weekend


def missing_days(random: np.random.Generator, bouts: float) -> np.ndarray:
    """Say of each day whether it is missing: alone, or in a bout."""
    count = max(REACH_DAYS, REACH_SPANS * max(LENGTHS))
    missing = random.random(count) < SINGLY
    for day in np.flatnonzero(random.random(count) < bouts):
        missing[day : day + random.geometric(1 / BOUT_DAYS)] = True
    return missing


def _changed(values: np.ndarray, days: int) -> np.ndarray:
    return np.concatenate([values[:-days], values[-days:] - CHANGE])


def _rounded(values: np.ndarray) -> np.ndarray:
    return np.clip(np.round(values), 0, 10)


def _compared(values: np.ndarray, span: ReviewSpan) -> Compared | None:
    days = tuple(reach(span))
    record = DailyRecord(days, {"mood": _rounded(values)[-len(days) :]}, {}, [None] * len(days))
    return next(iter(compared(record, span)), None)


if __name__ == "__main__":
    sys.exit(main())
