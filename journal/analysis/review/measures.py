"""Each rating, sleep, moments and signs: how they lay in a span and in the one before it.

    y(t) = level + week + cycle + [in either span] a + [in the span] β + e(t)

β is the difference between the two. The months before both are part of the model, for they say how
much her days resemble each other, better than the few weeks compared could; they are not what is
compared. A straight line over time is left out on purpose: over two short spans it cannot be told
from a difference between them, and a difference is what is asked for. Time apart is left in, as it
is part of what a month was. `analysis.day_memory` has the rest of the model.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

import numpy as np

from journal.analysis.day_memory import DayEffect, RatedDays, day_effect
from journal.analysis.day_memory_columns import base_columns
from journal.analysis.day_memory_cycle import (
    FEWEST_CYCLES_FOR_CYCLE,
    FEWEST_DAYS_FOR_CYCLE,
    closed_cycles,
    cycle_columns,
)
from journal.analysis.day_memory_gate import MOST_OF_ONE_VALUE, rating_lacks
from journal.analysis.day_memory_grid import Floats, Ordinals
from journal.analysis.quartiles import FEWEST_DAYS
from journal.analysis.relations.answers import Answer, Finding, Sureness
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.findings import findings
from journal.analysis.relations.questions import (
    MOMENTS,
    SLEEP_HOURS,
    ChangeQuestion,
    ChangeSource,
    DatedChange,
)
from journal.analysis.review.spans import ReviewSpan
from journal.domain.days import SIGN_PREFIX
from journal.domain.ranges import DateRange, days_after
from journal.domain.ratings import RATINGS

# Ours, by `bench/review.py`: from ten days on each side false alarms stay at five in a hundred, as
# the memory of her days is learnt from the months before; a dated change, which has no such months
# of its own, asks for twenty.
FEWEST_EACH_SIDE: Final = 10
# Ours, by the same: half a year finds nearly twice as many true differences as the two months
# compared alone let us; with a whole year false alarms begin to rise.
REACH_DAYS: Final = 180
REACH_SPANS: Final = 4
# Ours: a difference below this is called none, on the scale each measure has. A record of a month
# seldom bears finer words.
ABOUT_THE_SAME: Final = 1.0
ABOUT_THE_SAME_STEPS: Final = 0.5
_TREND: Final = 1  # the place of the straight line among the base columns


@dataclass(frozen=True, slots=True)
class Side:
    """How a measure lay in one of the two spans.

    Attributes:
        days: How many days have it.
        above_zero: On how many of them it is more than nothing; for a sign, present.
        median: None below three days; the quartiles likewise.
    """

    days: int
    above_zero: int = 0
    median: float | None = None
    lower: float | None = None
    upper: float | None = None


class Verdict(StrEnum):
    """What can be said of a difference."""

    MORE = "more"
    LESS = "less"
    SAME = "same"
    """The interval lies within one point, or half a step of a sign."""
    UNCLEAR = "unclear"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure in the span and in the one before.

    Attributes:
        finding: The difference, counted among all that were compared; None where the days are too
            few.
    """

    measure: str
    now: Side
    before: Side
    finding: Finding | None = None

    @property
    def verdict(self) -> Verdict:
        """What can be said of it."""
        found = self.finding
        if found is None or found.low is None or found.high is None:
            return Verdict.TOO_FEW
        if found.sureness is Sureness.SURE:
            return Verdict.MORE if (found.answer.estimate or 0) > 0 else Verdict.LESS
        margin = about_the_same(self.measure)
        if -margin < found.low and found.high < margin:
            return Verdict.SAME
        return Verdict.UNCLEAR


def about_the_same(measure: str) -> float:
    """Return below how much a difference is called none; a count has no such size, and 0."""
    if measure == MOMENTS:
        return 0.0
    return ABOUT_THE_SAME_STEPS if measure.startswith(SIGN_PREFIX) else ABOUT_THE_SAME


def reach(span: ReviewSpan) -> DateRange:
    """Return the days a comparison reads: both spans, and what tells how alike her days are."""
    wide = max(REACH_DAYS, REACH_SPANS * len(span.range_))
    start = min(days_after(span.range_.end, -wide), span.before.start)
    return DateRange(start, span.range_.end)


def compared(record: DailyRecord, span: ReviewSpan) -> tuple[Compared, ...]:
    """Compare every measure with a day in either span.

    Args:
        record: The days of `reach(span)`.
        span: The two spans.
    """
    sides = {
        measure: (_side(record, measure, span.range_), _side(record, measure, span.before))
        for measure in _measures(record)
    }
    seen = {measure: pair for measure, pair in sides.items() if pair[0].days or pair[1].days}
    effects = dict(_effects(record, span, seen))
    return tuple(
        Compared(measure, now, before, effects.get(measure))
        for measure, (now, before) in seen.items()
    )


def in_cycles(record: DailyRecord, measure: str) -> bool:
    """Tell whether where in a cycle a day lies is taken account of: where days bear it."""
    return _bears_cycle(record, np.flatnonzero(np.isfinite(record.compared(measure))))


def side_of(values: Floats) -> Side:
    """Return the middle and the quarters of some days; NaN is not recorded."""
    told = values[np.isfinite(values)]
    above_zero = int((told > 0).sum())
    if len(told) < FEWEST_DAYS:
        return Side(len(told), above_zero)
    lower, median, upper = (float(value) for value in np.quantile(told, (0.25, 0.5, 0.75)))
    return Side(len(told), above_zero, median, lower, upper)


def _measures(record: DailyRecord) -> Iterator[str]:
    yield from RATINGS
    yield from (SLEEP_HOURS, MOMENTS)
    yield from (measure for measure in record.values if measure.startswith(SIGN_PREFIX))


def _inside(record: DailyRecord, range_: DateRange) -> slice:
    start, end = (day.toordinal() - record.first for day in (range_.start, range_.end))
    return slice(max(start, 0), max(end, 0))


def _side(record: DailyRecord, measure: str, range_: DateRange) -> Side:
    return side_of(record.compared(measure)[_inside(record, range_)])


def _effects(
    record: DailyRecord, span: ReviewSpan, seen: Mapping[str, tuple[Side, Side]]
) -> Iterator[tuple[str, Finding]]:
    """Ask about each measure with days enough, and count them together."""
    change = DatedChange(span.range_.start, "", ChangeSource.OWN)
    replies = []
    for measure, sides in seen.items():
        if min(side.days for side in sides) >= FEWEST_EACH_SIDE:
            effect = _effect(record, measure, span)
            if effect is not None:
                days = sum(side.days for side in sides)
                replies.append(Answer(ChangeQuestion(measure, change), effect, effect.p, days))
    for found in findings(replies).answered:
        yield found.answer.question.outcome, found


def _effect(record: DailyRecord, measure: str, span: ReviewSpan) -> DayEffect | None:
    values = record.compared(measure)
    kept = np.flatnonzero(np.isfinite(values))
    rated = RatedDays(kept + record.first, values[kept])
    later, earlier = (
        np.isin(kept, np.arange(len(values))[_inside(record, range_)]).astype(np.float64)
        for range_ in (span.range_, span.before)
    )
    either = later + earlier
    if rating_lacks(rated) or _one_value(rated.ratings[either > 0]):
        return None
    return day_effect(rated, _base(record, rated, kept, either), later)


def _base(record: DailyRecord, rated: RatedDays, kept: Ordinals, either: Floats) -> Floats:
    base = np.delete(base_columns(rated.days, [either]), _TREND, axis=1)
    if not _bears_cycle(record, kept):
        return base
    return np.column_stack([base, cycle_columns([record.placed[place] for place in kept])])


def _bears_cycle(record: DailyRecord, kept: Ordinals) -> bool:
    placed = [record.placed[place] for place in kept]
    return len(kept) >= FEWEST_DAYS_FOR_CYCLE and closed_cycles(placed) >= FEWEST_CYCLES_FOR_CYCLE


def _one_value(values: Floats) -> bool:
    """Tell whether a single value stands on too many of the days compared."""
    most = int(np.unique(values, return_counts=True)[1].max())
    return Fraction(most, len(values)) > MOST_OF_ONE_VALUE
