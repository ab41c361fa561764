"""A measure by the stages she declared: every day, and the level of each stage.

A stage lasts from the day it was declared until the next one is; days before the first are in none.
No trend is taken account of: a stage lasts for years, and what changed within them is part of it.
So the levels say how the stages were, not that anything changed at their border; that is asked of
the days on both sides of it (`before_after`).
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from journal.analysis.day_memory_gate import rating_lacks
from journal.analysis.day_memory_grid import Floats
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.groups import Groups, Membership, grouped, levelled
from journal.analysis.relations.outcome_days import OutcomeDays, level_columns, outcome_days
from journal.domain.labels import STAGE_WORDS
from journal.domain.stages import StageDeclaration

# Where `base_columns` has the trend: after the level.
TREND_COLUMN: Final = 1


def by_stage(record: DailyRecord, code: str) -> Groups:
    """Sort the days of a measure by declared stage; levels where the record bears them."""
    outcome = outcome_days(record, code)
    said = sorted(record.stages)
    members = _members(said, outcome)
    names = {declared.stage.value: STAGE_WORDS[declared.stage] for declared in said}
    called = record.names.get(code, code)
    found = grouped(outcome, members, names, called=called, in_cycles=False)
    if lacks := rating_lacks(outcome.rated):
        return replace(found, lacks=lacks)

    def base_of(beside: Floats) -> Floats:
        columns = level_columns(record, outcome, [beside])
        return np.delete(columns, TREND_COLUMN, axis=1)

    return levelled(found, outcome, members, base_of, compare=False)


def _members(said: Sequence[StageDeclaration], outcome: OutcomeDays) -> list[Membership | None]:
    starts = [declared.date for declared in said]
    places = [bisect_right(starts, day) - 1 for day in outcome.dates]
    return [Membership(said[place].stage.value) if place >= 0 else None for place in places]
