"""A second look at an answer that would be told: is it what was asked, or what lies behind it?

Two things make a link where none is, and the memory of a day does not take them away:

* *Feedback.* Where her mood of yesterday goes with the moments of today, moments tell of today's
  mood by way of yesterday's. The engine holds yesterday's mood where it was rated. Where it was
  not, moments speak for it; these days are then given a column of their own, so that the answer
  rests on days of whose day before the rating is known.
* *A slow drift.* A rating that was on its way already is different after any date, and goes with
  whatever else was on its way. Where the record speaks for a drift (`day_memory_drift`), changes
  and relations are asked about beside it.

A second look is taken only where the first answer could be told, and only makes it harder: of the
two the larger p counts.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from scipy import special

from journal.analysis.day_memory import DayEffect, RatedDays, day_effect, day_effects
from journal.analysis.day_memory_columns import base_columns
from journal.analysis.day_memory_drift import CLEAR_GAIN, drift_columns, speaks_for_drift
from journal.analysis.day_memory_gate import change_lacks
from journal.analysis.day_memory_grid import Floats
from journal.analysis.relations.answers import FALSE_SHARE, Answer
from journal.analysis.relations.daily import Flags
from journal.analysis.relations.exposures import day_before
from journal.analysis.relations.outcome import Column, Outcome
from journal.analysis.relations.questions import (
    ChangeQuestion,
    ModerationQuestion,
    RelationQuestion,
    Timing,
)
from journal.analysis.relations.wanted import Wanted

# Ours: in standard errors. Weaker feedback moves an answer by less than a tenth of its own error.
LEAST_FEEDBACK: Final = 2.0
# Of a link so sure no drift is the whole; to ask again would take time from everything else.
SO_SURE_IT_STANDS: Final = 1e-6
# Six years: drifts of longer records have so many columns that a page would take too long.
LONGEST_DRIFT_DAYS: Final = 2_192
# Within half a year the straight trend holds enough of a drift: of steps that are not there
# fewer than one in twenty are told, and cosines beside it would hide one true step in three.
SHORTEST_DRIFT_DAYS: Final = 180
# What a change is compared with: two years to each side.
DAYS_BESIDE_CHANGE: Final = 730


def second_look(told: Sequence[tuple[Wanted, Answer]], outcome: Outcome) -> list[Answer]:
    """Return the answers to questions of one outcome, in order; some of them more careful.

    Args:
        told: What was asked, and the first answer.
        outcome: Of all of them.
    """
    found = [_looked_at_alone(item, answer, outcome) for item, answer in told]
    by_base: dict[tuple[Column, ...], list[int]] = {}
    for place, (item, _) in enumerate(told):
        doubtful = SO_SURE_IT_STANDS <= found[place].p < FALSE_SHARE
        if doubtful and isinstance(item.question, RelationQuestion | ModerationQuestion):
            by_base.setdefault(item.bases[0], []).append(place)
    if not by_base or not drifts(outcome):
        return found
    for base, places in by_base.items():
        columns = [told[place][0].columns[0] for place in places]
        careful = _relations_beside_drift(base, columns, outcome)
        for place, effect in zip(places, careful, strict=True):
            found[place] = _the_harder(found[place], effect)
    return found


def _looked_at_alone(item: Wanted, answer: Answer, outcome: Outcome) -> Answer:
    if answer.p >= FALSE_SHARE:
        return answer
    match item.question:
        case RelationQuestion(timing=Timing.SAME_DAY):
            return _the_harder(answer, _without_feedback(answer, item, outcome))
        case ChangeQuestion():
            return _the_harder(answer, _change_beside_drift(item, outcome))
        case _:
            return answer


def _the_harder(answer: Answer, careful: DayEffect | None) -> Answer:
    if careful is None or careful.p <= answer.p:
        return answer
    return replace(answer, effect=careful, p=careful.p)


def feedback(exposure: Floats, outcome: Floats) -> float:
    """Return how surely an exposure goes with the outcome of the day before, beside its own.

    Args:
        exposure: On every date, NaN where not recorded.
        outcome: As many.

    Returns:
        The t value of least squares; 0 where it cannot be told.
    """
    before = np.column_stack([np.ones(len(exposure)), day_before(exposure), day_before(outcome)])
    used = np.isfinite(before).all(axis=1) & np.isfinite(exposure)
    columns, freedom = before[used], int(used.sum()) - before.shape[1]
    if freedom < 1 or np.linalg.matrix_rank(columns) < columns.shape[1]:
        return 0.0
    inverse = np.linalg.inv(columns.T @ columns)
    told = inverse @ (columns.T @ exposure[used])
    left = exposure[used] - columns @ told
    error = np.sqrt(left @ left / freedom * inverse[-1, -1])
    return float(told[-1] / error) if error else 0.0


def hidden_days(outcome: Outcome, exposure: str, p: float) -> Flags | None:
    """Return the days whose day before may speak through the exposure, as it was not rated.

    Args:
        outcome: Of the question.
        exposure: On the day itself.
        p: Of the answer.

    Returns:
        One for each rated day; None where there is no feedback strong enough to be the answer.
    """
    values = outcome.exposures.values(exposure)
    ratings = np.full(len(values), np.nan)
    ratings[outcome.at] = outcome.rated.ratings
    strength = abs(feedback(values, ratings))
    # What comes by way of yesterday is weaker than the feedback: an answer surer than it stands.
    if strength < LEAST_FEEDBACK or strength < -special.ndtri(p / 2):
        return None
    return np.isnan(day_before(ratings)[outcome.at])


def _without_feedback(answer: Answer, item: Wanted, outcome: Outcome) -> DayEffect | None:
    asked = item.columns[0]
    unseen = hidden_days(outcome, asked.of, answer.p)
    if unseen is None:
        return None
    today = outcome.column(asked)
    base = base_columns(outcome.rated.days, [outcome.columns(item.bases[0]), today * unseen])
    return day_effect(outcome.rated, base, today * ~unseen)


def drifts(outcome: Outcome) -> bool:
    """Say whether a record clearly drifts, within what may be looked through in time."""
    rated = outcome.rated
    if not rated.count or np.ptp(rated.days) > LONGEST_DRIFT_DAYS:
        return False
    beside = base_columns(rated.days, [outcome.columns(outcome.base)])
    # What is asked about may move as fast as chance; only a clear drift is worth its columns.
    return speaks_for_drift(rated, beside, least_gain=CLEAR_GAIN)


def _relations_beside_drift(
    base: Sequence[Column], asked: Sequence[Column], outcome: Outcome
) -> Sequence[DayEffect | None]:
    days = outcome.rated.days
    beside = base_columns(days, [outcome.columns(base), drift_columns(days)])
    return day_effects(outcome.rated, beside, outcome.columns(asked))


def _change_beside_drift(item: Wanted, outcome: Outcome) -> DayEffect | None:
    since = item.columns[0]
    ahead = outcome.rated.days - since.number
    near = np.abs(ahead) <= DAYS_BESIDE_CHANGE
    if np.ptp(ahead[near]) < SHORTEST_DRIFT_DAYS:
        return None
    if change_lacks(int((ahead[near] < 0).sum()), int((ahead[near] >= 0).sum())):
        return None
    rated = RatedDays(outcome.rated.days[near], outcome.rated.ratings[near])
    beside = base_columns(rated.days, [outcome.columns(item.bases[0])[near]])
    step = outcome.column(since)[near]
    if not speaks_for_drift(rated, np.column_stack([beside, step])):
        return None
    return day_effect(rated, np.column_stack([beside, drift_columns(rated.days)]), step)
