"""Carry-over by lag: what the outcome goes with on the days around an exposure.

    day of the exposure           −3  −2  −1   0   1   2   3
    the outcome is seen           before it    |   after it

The day itself and the days after stand in one model, so that each is what it is beside the others:
an exposure that is much the same on neighbouring days does not spread over the lags. What comes
after the outcome is asked beside all of them, but is itself no part of what they are asked beside:
where her mood brings moments, moments of tomorrow tell of today's mood, and beside them those of
today would seem to go with it, too. Asking at each lag alone and taking the
best would call more than a third of journals with nothing but a same-day link a delayed effect.
What would leave out zero is looked at again, as every finding is (`second_look`), so that no lag is
surer than the finding behind which it is drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from journal.analysis.day_memory import DayEffect, RatedDays, day_effect
from journal.analysis.day_memory_columns import base_columns
from journal.analysis.day_memory_drift import drift_columns
from journal.analysis.day_memory_gate import rating_lacks, together
from journal.analysis.day_memory_grid import Floats
from journal.analysis.day_memory_panel import Panel, beside, effect_of, panel, seen_from
from journal.analysis.relations.answers import FALSE_SHARE, Contrast, NotYet
from journal.analysis.relations.cycle_places import cycle_places
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.exposures import Exposures
from journal.analysis.relations.outcome import Column, ColumnKind, Outcome, outcome_of
from journal.analysis.relations.questions import APART, RelationQuestion, Timing
from journal.analysis.relations.second_look import drifts, hidden_days
from journal.analysis.relations.wanted import question_lacks

FURTHEST: Final = 3
LAGS: Final = tuple(range(-FURTHEST, FURTHEST + 1))
# Seven are looked at on one picture: with this level one of them leaves out zero by chance in one
# picture of twenty at most (Bonferroni).
LAG_LEVEL: Final = 1 - 0.05 / len(LAGS)


@dataclass(frozen=True, slots=True)
class LagEffect:
    """The outcome so many days after the exposure; below zero, before it.

    Attributes:
        effect: Points of the outcome for the whole contrast; None where it cannot be told.
    """

    lag: int
    effect: DayEffect | None

    def interval(self) -> tuple[float, float] | None:
        """Return the interval at `LAG_LEVEL`."""
        return None if self.effect is None else self.effect.interval(LAG_LEVEL)


@dataclass(frozen=True, slots=True)
class LagEffects:
    """The effects of one exposure on one outcome at every lag.

    Attributes:
        lags: From the outcome three days before the exposure to three days after it.
        days: Rated days of the outcome with the exposure recorded.
    """

    outcome: str
    exposure: str
    contrast: Contrast
    lags: tuple[LagEffect, ...]
    days: int


def lag_effects(record: DailyRecord, outcome: str, exposure: str) -> LagEffects | NotYet:
    """Ask at every lag, each beside the others, or say what is missing."""
    question = RelationQuestion(outcome, exposure, Timing.DAYS_AFTER)
    exposures = Exposures(record)
    rows = outcome_of(
        record,
        outcome,
        exposures,
        cycle_places(record.placed),
        with_apart=APART in {outcome, exposure},
    )
    lacks = together(rating_lacks(rows.rated), question_lacks(question, rows))
    if lacks or outcome == exposure:
        return NotYet(question, lacks)
    today = exposures.today(exposure)
    base = [column for column in rows.base if column != Column(ColumnKind.TODAY, exposure)]
    shifted = np.column_stack([_shifted(today, lag)[rows.at] for lag in LAGS])
    beside_all = rows.columns(base)
    effects = _effects(rows.rated, base_columns(rows.rated.days), beside_all, shifted)
    effects = _looked_at_again(effects, rows, exposure, beside_all, shifted)
    return LagEffects(
        outcome,
        exposure,
        exposures.contrast(exposure),
        tuple(LagEffect(lag, effect) for lag, effect in zip(LAGS, effects, strict=True)),
        int(np.isfinite(exposures.values(exposure)[rows.at]).sum()),
    )


def _effects(
    rated: RatedDays, always: Floats, base: Floats, shifted: Floats
) -> list[DayEffect | None]:
    """Ask at every lag, beside the others and a base."""
    choices = np.column_stack([base, shifted])
    made = panel(rated.days, always, choices, rated.ratings[:, None])
    held = base.shape[1]
    not_after = [*range(held), *(held + place for place, lag in enumerate(LAGS) if lag >= 0)]
    every = range(choices.shape[1])
    return [
        _effect(made, not_after if lag >= 0 else every, held + place)
        for place, lag in enumerate(LAGS)
    ]


def _looked_at_again(
    first: Sequence[DayEffect | None],
    rows: Outcome,
    exposure: str,
    base: Floats,
    shifted: Floats,
) -> list[DayEffect | None]:
    """Take a second look at what could be told; of the two the larger p counts."""
    found = list(first)
    if not any(effect is not None and effect.p < FALSE_SHARE for effect in found):
        return found
    rated, same_day = rows.rated, LAGS.index(0)
    if drifts(rows):
        slow = base_columns(rated.days, [drift_columns(rated.days)])
        careful = _effects(rated, slow, base, shifted)
        found = [_the_harder(one, other) for one, other in zip(found, careful, strict=True)]
    today = found[same_day]
    if today is not None and today.p < FALSE_SHARE:
        unseen = hidden_days(rows, exposure, today.p)
        if unseen is not None:
            others, asked = shifted[:, same_day + 1 :], shifted[:, same_day]
            beside_it = base_columns(rated.days, [base, others, asked * unseen])
            found[same_day] = _the_harder(today, day_effect(rated, beside_it, asked * ~unseen))
    return found


def _the_harder(first: DayEffect | None, second: DayEffect | None) -> DayEffect | None:
    if first is None or second is None or second.p <= first.p:
        return first
    return second


def _effect(made: Panel, others: Sequence[int], asked: int) -> DayEffect | None:
    """Ask about one choice beside others."""
    base = beside(made, [other for other in others if other != asked])
    model = None if base is None else seen_from(base, 0)
    return None if model is None else effect_of(model, asked)


def _shifted(daily: Floats, lag: int) -> Floats:
    """Return on every date the exposure of so many days before; her average day outside."""
    found = np.zeros(len(daily))
    if lag >= 0:
        found[lag:] = daily[: len(daily) - lag]
    else:
        found[:lag] = daily[-lag:]
    return found
