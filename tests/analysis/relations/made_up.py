"""Made-up records day by day, straight as the questions read them."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import numpy as np

from journal.analysis.day_memory_cycle import placed_days
from journal.analysis.day_memory_grid import Floats
from journal.analysis.relations.daily import NAMES, DailyRecord
from journal.analysis.relations.questions import DatedChange
from journal.domain.days import SIGN_PREFIX
from tests.builders import on
from tests.cycle_builders import cycles_before, reading_of

LAST = on("2026-11-21")
CYCLE_LENGTHS = (28, 30, 27, 29, 31, 28)


def remembering(random: np.random.Generator, days: int, memory: float = 0.5) -> Floats:
    """Days of which each resembles the one before it, with a spread of 1."""
    found = random.normal(size=days)
    for day in range(1, days):
        found[day] = memory * found[day - 1] + np.sqrt(1 - memory**2) * found[day]
    return found


def with_gaps(random: np.random.Generator, values: Floats, share: float = 0.3) -> Floats:
    """Leave out a share of the days."""
    return np.where(random.random(len(values)) < share, np.nan, values)


def rating(random: np.random.Generator, wave: Floats) -> Floats:
    """Round to 0 to 10 and leave days out."""
    return with_gaps(random, np.clip(np.round(5.5 + 1.6 * wave), 0, 10))


def record_of(
    values: Mapping[str, Floats],
    *,
    changes: Sequence[DatedChange] = (),
    cycles: bool = True,
    leave_apart_out: bool = False,
) -> DailyRecord:
    """Lay measures out up to `LAST`; every day lies in a complete cycle, or none does."""
    count = len(next(iter(values.values())))
    days = [LAST - timedelta(days=count - 1 - place) for place in range(count)]
    lengths = CYCLE_LENGTHS * (count // sum(CYCLE_LENGTHS) + 1)
    reading = reading_of(*(cycles_before(LAST + timedelta(days=1), *lengths) if cycles else ()))
    measures = {"apart": np.zeros(count), **values}
    named = {code: code.removeprefix(SIGN_PREFIX).capitalize() for code in measures}
    return DailyRecord(
        days=days,
        values=measures,
        names={**named, **NAMES},
        placed=placed_days(reading, days),
        changes=changes,
        leave_apart_out=leave_apart_out,
    )


def whole_record(seed: int, days: int = 240, signs: int = 2) -> DailyRecord:
    """Everything a record can hold, none of which goes with anything else."""
    random = np.random.default_rng(seed)

    def wave() -> Floats:
        return remembering(random, days)

    ratings = ("mood", "desire", "connection", "calm", "energy", "stress", "sleep_quality")
    met = random.poisson(np.exp(0.4 * wave()))
    unmet = random.poisson(0.4, days)
    apart = np.zeros(days)
    for start in range(20, days, 40):
        apart[start : start + 4] = 1
    return record_of(
        {
            **{code: rating(random, wave()) for code in ratings},
            "sleep_hours": with_gaps(random, np.round(7 + wave(), 1)),
            "moments": with_gaps(random, (met + unmet + random.poisson(0.5, days)) * 1.0),
            "bids_met": with_gaps(random, met * 1.0),
            "bids_unmet": with_gaps(random, unmet * 1.0),
            "balance": with_gaps(random, 4 + wave()),
            "apart": apart,
            **{
                f"sign:sign_{place}": with_gaps(random, np.clip(np.round(0.7 + wave()), 0, 3))
                for place in range(signs)
            },
        }
    )
