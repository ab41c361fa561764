"""What all findings cost over one, fifteen and forty years of a full record, and two pictures."""

from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import Final

import numpy as np

from bench.figures import Timing
from bench.relations_journals import MadeUp, made_up
from bench.relations_rates import SEED
from bench.relations_series import remembering
from bench.relations_settings import MOOD, Setting
from bench.table import markdown, years_words
from journal.analysis.relations.ask import ask
from journal.analysis.relations.asked import usual_questions
from journal.analysis.relations.cycle_curve import cycle_curve
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.findings import findings
from journal.analysis.relations.questions import BIDS_MET, BIDS_UNMET, MOMENTS
from journal.analysis.relations.variation import variation_shares
from journal.domain.days import SIGN_PREFIX
from journal.domain.ratings import RATINGS

YEARS: Final = (1, 15, 40)
DAYS_A_YEAR: Final = 365.25
SIGNS: Final = 20
RUNS: Final = 5
MET: Final = 0.6
PICTURES: Final = (cycle_curve, variation_shares)
SIGN_STEPS: Final = (0.8, 1.3, 1.9)


def speed_table() -> str:
    """Time the whole page, and write what it took."""
    heads = ["years", "questions answered", "ask, ms", "judge, ms", "together, ms"]
    lines = [[*heads, "curve over the cycle, ms", "shares of variation, ms"]]
    for years in YEARS:
        record = full_record(round(years * DAYS_A_YEAR))
        asked = usual_questions(record)
        runs = [_timed(record) for _ in range(RUNS)]
        page = findings(ask(record, asked))
        each = [Timing.of(of).median for of in zip(*runs, strict=True)]
        whole = Timing.of([sum(run) for run in runs]).median
        pictures = (_median(partial(of, record, MOOD)) for of in PICTURES)
        took = (f"{ms:.0f}" for ms in (*each, whole, *pictures))
        lines.append([years_words(years), f"{page.asked}", *took])
    return markdown(lines)


def full_record(days: int) -> DailyRecord:
    """Make up a record with all seven ratings, twenty signs, moments, bids and sleep."""
    random = np.random.default_rng([SEED, days])
    made: MadeUp = made_up(random, Setting(days))
    record, values = made.record, dict(made.record.values)
    missing = np.isnan(values["mood"])
    for code in RATINGS:
        if code not in values:
            series = np.clip(np.rint(5.5 + 1.6 * remembering(random, days, 0.5)), 0, 10)
            values[code] = np.where(missing, np.nan, series)
    met = random.binomial(np.nan_to_num(values[MOMENTS]).astype(np.int64), MET).astype(np.float64)
    values[BIDS_MET] = np.where(missing, np.nan, met)
    values[BIDS_UNMET] = np.where(missing, np.nan, random.poisson(0.4, days).astype(np.float64))
    for number in range(SIGNS):
        steps = np.searchsorted(SIGN_STEPS, remembering(random, days, 0.5)).astype(np.float64)
        values[f"{SIGN_PREFIX}made_up_{number}"] = np.where(missing, np.nan, steps)
    names = {code: code for code in values}
    return DailyRecord(record.days, values, names, record.placed, record.changes)


def _median(work: Callable[[], object]) -> float:
    runs = []
    for _ in range(RUNS):
        start = perf_counter()
        work()
        runs.append((perf_counter() - start) * 1000)
    return Timing.of(runs).median


def _timed(record: DailyRecord) -> tuple[float, float]:
    start = perf_counter()
    replies = ask(record, usual_questions(record))
    answered = perf_counter()
    findings(replies)
    return (answered - start) * 1000, (perf_counter() - answered) * 1000
