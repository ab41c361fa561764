"""The days behind an answer: every one of them, and the middle of those that belong together.

They are as she recorded them. The answer itself also takes account of the trend, the week, the
cycle and days apart, so that the two need not agree to a tenth of a point.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

import numpy as np

from journal.analysis.day_memory_grid import Floats, Ordinals
from journal.analysis.premenstrual_days import Window, window_of
from journal.analysis.quartiles import FEWEST_DAYS
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.exposures import day_before
from journal.analysis.relations.outcome import is_high
from journal.analysis.relations.questions import (
    APART,
    ChangeQuestion,
    CycleWholeQuestion,
    CycleWindowQuestion,
    ModerationQuestion,
    Question,
    RelationQuestion,
    Timing,
)

# More than these no phone shows beside one another.
MOST_GROUPS: Final = 6
QUARTERS: Final = (0.25, 0.5, 0.75)


class GroupKind(StrEnum):
    """What the days of a group have in common."""

    VALUES = "values"
    """The exposure lies between two values, both inside."""
    PREMENSTRUAL = "premenstrual"
    AROUND_OVULATION = "around_ovulation"
    PERIOD = "period"
    """A group of its own only where a period is asked about."""
    OTHER_CYCLE_DAYS = "other_cycle_days"
    BEFORE = "before"
    SINCE = "since"
    MODERATOR_LOW = "moderator_low"
    """As values, while the moderator is not high."""
    MODERATOR_HIGH = "moderator_high"


@dataclass(frozen=True, slots=True)
class DayBehind:
    """One day.

    Attributes:
        exposure: Of the day, or of the day before it where the question is about the days after;
            days from the next onset (−1 is the last before it); days from the change.
        group: Which of the groups it lies in.
    """

    day: date
    exposure: float
    outcome: float
    group: int


@dataclass(frozen=True, slots=True)
class DayGroup:
    """Days that belong together.

    Attributes:
        low: The smallest value of the exposure inside.
        high: The largest.
        median: Of the outcome, as the quartiles; None of fewer than three days.
    """

    kind: GroupKind
    low: float
    high: float
    days: int
    lower: float | None
    median: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class DaysBehind:
    """What an answer rests on.

    Attributes:
        days: Oldest first.
        groups: In the order of the exposure; none is empty.
    """

    question: Question
    days: tuple[DayBehind, ...]
    groups: tuple[DayGroup, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """Days with what they are grouped by.

    Attributes:
        kinds: One for each day; those of `VALUES` and of moderators are divided further by value.
    """

    at: Sequence[int]
    exposure: Floats
    kinds: Sequence[GroupKind]


def days_behind(record: DailyRecord, question: Question) -> DaysBehind:
    """Return the rated days of a question with its exposure, in groups; none where there are none.

    A sign is grouped by its strength, any other exposure by its values or, where there are more
    than six, in six stretches with about as many days each.
    """
    about_apart = isinstance(question, RelationQuestion) and question.exposure == APART
    outcome = (record.measured if about_apart else record.compared)(question.outcome)
    rows = _rows(record, question, np.isfinite(outcome))
    values = outcome[list(rows.at)]
    places, groups = _groups(rows, values)
    days = zip(rows.at, rows.exposure.tolist(), values.tolist(), places, strict=True)
    return DaysBehind(
        question,
        tuple(DayBehind(record.days[at], x, y, place) for at, x, y, place in days),
        tuple(groups),
    )


def _rows(record: DailyRecord, question: Question, rated: Floats) -> _Rows:
    match question:
        case RelationQuestion():
            after = question.timing is Timing.DAYS_AFTER
            values = record.measured(question.exposure)
            values = day_before(values) if after else values
            at = np.flatnonzero(rated & np.isfinite(values))
            return _Rows(at.tolist(), values[at], [GroupKind.VALUES] * len(at))
        case CycleWindowQuestion() | CycleWholeQuestion():
            return _by_window(record, question, np.flatnonzero(rated).tolist())
        case ChangeQuestion():
            at = np.flatnonzero(rated)
            since = record.first - question.change.day.toordinal()
            from_change = (at + since).astype(np.float64)
            kinds = [GroupKind.BEFORE if days < 0 else GroupKind.SINCE for days in from_change]
            return _Rows(at.tolist(), from_change, kinds)
        case ModerationQuestion():
            return _moderated(record, question, rated)


def _by_window(
    record: DailyRecord, question: CycleWindowQuestion | CycleWholeQuestion, rated: Sequence[int]
) -> _Rows:
    of_period = isinstance(question, CycleWindowQuestion) and question.window is Window.PERIOD
    kinds = {
        Window.PREMENSTRUAL: GroupKind.PREMENSTRUAL,
        Window.AROUND_OVULATION: GroupKind.AROUND_OVULATION,
        Window.PERIOD: GroupKind.PERIOD if of_period else GroupKind.OTHER_CYCLE_DAYS,
        Window.OTHER: GroupKind.OTHER_CYCLE_DAYS,
    }
    placed = [(at, place) for at in rated if (place := record.placed[at]) is not None]
    return _Rows(
        [at for at, _ in placed],
        np.array([-place.days_to_onset for _, place in placed], dtype=np.float64),
        [kinds[window_of(place)] for _, place in placed],
    )


def _moderated(record: DailyRecord, question: ModerationQuestion, rated: Floats) -> _Rows:
    values = day_before(record.measured(question.exposure))
    high = is_high(record.measured(question.moderator))
    at = np.flatnonzero(rated & np.isfinite(values) & np.isfinite(high))
    kinds = [GroupKind.MODERATOR_HIGH if is_ else GroupKind.MODERATOR_LOW for is_ in high[at]]
    return _Rows(at.tolist(), values[at], kinds)


def _groups(rows: _Rows, outcome: Floats) -> tuple[list[int], list[DayGroup]]:
    """Return the group of each day, and the groups."""
    kinds, places = np.array(rows.kinds, dtype=object), np.zeros(len(rows.at), dtype=np.int64)
    groups: list[DayGroup] = []
    for kind in GroupKind:
        of_kind = np.flatnonzero(kinds == kind)
        for at in _stretches(kind, of_kind, rows.exposure):
            places[at] = len(groups)
            groups.append(_group(kind, rows.exposure[at], outcome[at]))
    return places.tolist(), groups


def _stretches(kind: GroupKind, at: Ordinals, exposure: Floats) -> Iterator[Ordinals]:
    if not len(at):
        return
    if kind not in {GroupKind.VALUES, GroupKind.MODERATOR_LOW, GroupKind.MODERATOR_HIGH}:
        yield at
        return
    values = exposure[at]
    distinct = np.unique(values)
    if len(distinct) > MOST_GROUPS:
        shares = np.arange(1, MOST_GROUPS) / MOST_GROUPS
        distinct = np.unique([*np.quantile(values, shares, method="inverted_cdf"), values.max()])
    # Each of these is the highest value of its stretch.
    stretch = np.searchsorted(distinct, values)
    for place in range(len(distinct)):
        yield at[stretch == place]


def _group(kind: GroupKind, exposure: Floats, outcome: Floats) -> DayGroup:
    enough = len(outcome) >= FEWEST_DAYS
    quarters = np.quantile(outcome, QUARTERS).tolist() if enough else (None, None, None)
    low, high = float(exposure.min()), float(exposure.max())
    return DayGroup(kind, low, high, len(outcome), *quarters)
