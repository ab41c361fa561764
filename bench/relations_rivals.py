"""What others would say to the same question of the same days: plain correlation, and a regression.

Both treat the days that are left as independent. *Correlation* sets the rating beside the exposure
of the day, or of the day before, or beside whether a day lies in a window: the p value is that of
Pearson's r (of one-way analysis of variance where several windows are asked about at once). The
*lagged regression* adds the rating of the day before and a straight trend.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from scipy import special

from journal.analysis.day_memory_grid import Floats
from journal.analysis.premenstrual_days import Window, window_of
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.questions import (
    ChangeQuestion,
    CycleWholeQuestion,
    CycleWindowQuestion,
    ModerationQuestion,
    Question,
    RelationQuestion,
    Timing,
)

Rivals: TypeAlias = "tuple[float, float]"


@dataclass(frozen=True, slots=True)
class RivalPs:
    """Two-sided p values of one question."""

    correlation: float
    lagged: float


def rivals(record: DailyRecord, question: Question) -> RivalPs | None:
    """Return what others would say; None for questions they do not ask."""
    columns = _columns(record, question)
    if columns is None:
        return None
    outcome = record.values[question.outcome]
    plain = [np.ones(len(outcome))]
    lagged = [*plain, np.linspace(-1, 1, len(outcome)), _day_before(outcome)]
    return RivalPs(
        *(_p(outcome, np.column_stack(base), columns) for base in (plain, lagged)),
    )


def _columns(record: DailyRecord, question: Question) -> Floats | None:
    """Return what is asked about, on every date; NaN where it is not known."""
    match question:
        case RelationQuestion(exposure=exposure, timing=timing):
            values = record.values[exposure]
            return (values if timing is Timing.SAME_DAY else _day_before(values))[:, None]
        case CycleWindowQuestion(window=window):
            return _windows(record, window)
        case CycleWholeQuestion():
            return _windows(record, Window.PREMENSTRUAL, Window.AROUND_OVULATION)
        case ChangeQuestion(change=change):
            since = np.array([day >= change.day for day in record.days], dtype=np.float64)
            return since[:, None]
        case ModerationQuestion():
            return None


def _windows(record: DailyRecord, *windows: Window) -> Floats:
    found = [window_of(place) for place in record.placed]
    known = np.array([window is not Window.UNKNOWN for window in found])
    columns = np.column_stack([[float(of is window) for of in found] for window in windows])
    return np.where(known[:, None], columns, np.nan)


def _day_before(values: Floats) -> Floats:
    return np.concatenate([[np.nan], values[:-1]])


def _p(outcome: Floats, base: Floats, columns: Floats) -> float:
    """Return the p of F for the columns beside the base, by least squares; 1 where none is told."""
    full = np.column_stack([base, columns])
    used = np.isfinite(full).all(axis=1) & np.isfinite(outcome)
    freedom = int(used.sum()) - full.shape[1]
    if freedom < 1:
        return 1.0
    before, after = (_left(outcome[used], of[used]) for of in (base, full))
    ratio = (before - after) / columns.shape[1] / (after / freedom)
    return float(special.fdtrc(columns.shape[1], freedom, max(ratio, 0.0)))


def _left(outcome: Floats, columns: Floats) -> float:
    told, *_ = np.linalg.lstsq(columns, outcome, rcond=None)
    return float(np.sum((outcome - columns @ told) ** 2))
