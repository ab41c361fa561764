"""The days ahead in which more care may be welcome, where her own record says that there are such.

    forecast onset          [first … last]      the span four in five such cycles end in
    days ahead     [first − 5 … … … last − 1]   five days before it, wherever in the span it falls

Said only where three things hold: a forecast is given; mood or connection can be asked about; and
one of them is lower on the five days before a period, by an interval that leaves zero out although
more than one rating was asked (Benjamini & Hochberg 1995; Benjamini & Yekutieli 2005).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, TypeAlias

from journal.analysis.premenstrual_days import (
    PREMENSTRUAL,
    PremenstrualAnswer,
    PremenstrualDays,
    PremenstrualNotYet,
    premenstrual_days,
)
from journal.cycle.forecast import Forecast, LikelyDay, Silence
from journal.cycle.reading import CycleReading
from journal.domain.journal import ReadableJournal
from journal.domain.owner_settings import Situation
from journal.domain.ranges import ONE_DAY, DateRange

# What care answers to; desire is a matter of its own.
ASKED: Final = ("mood", "connection")
FALSE_SHARE: Final = 0.05
USUAL_TITLE: Final = "More care may be welcome"


@dataclass(frozen=True, slots=True)
class LowerRating:
    """A rating that is lower on the five days before a period.

    Attributes:
        points: How much lower, above zero.
        low: The smaller end of the interval, above zero; `high` the larger one.
        days: Rated days compared.
        cycles: In how many cycles a premenstrual day is rated.
        forecast_days: Of the days, those placed by the forecast.
    """

    code: str
    points: float
    low: float
    high: float
    days: int
    cycles: int
    forecast_days: int = 0


@dataclass(frozen=True, slots=True)
class DaysAhead:
    """The span ahead, and what it rests on.

    Attributes:
        title: What she calls it.
        span: The whole of it; it may have begun.
        lower: Largest difference first, at least one.
        asked: How many ratings were asked about.
    """

    title: str
    span: DateRange
    lower: tuple[LowerRating, ...]
    asked: int

    def to_come(self, today: date) -> DateRange:
        """Return what of the span lies ahead, today included."""
        return DateRange(max(self.span.start, today), max(self.span.end, today))


class NoDaysBecause(StrEnum):
    """Why no days ahead are named."""

    NO_FORECAST = "no_forecast"
    TOO_LITTLE = "too_little"
    NOT_LOWER = "not_lower"


@dataclass(frozen=True, slots=True)
class NoDaysAhead:
    """No days ahead, and why.

    Attributes:
        silence: Why no forecast is given, where that is it, with her `situation`.
        not_yet: Ratings that cannot be asked about yet; the one with the least missing first.
        not_lower: Ratings that were asked about.
    """

    because: NoDaysBecause
    silence: Silence | None = None
    situation: Situation | None = None
    not_yet: tuple[PremenstrualNotYet, ...] = ()
    not_lower: tuple[PremenstrualDays, ...] = ()


DaysAheadAnswer: TypeAlias = DaysAhead | NoDaysAhead


def days_ahead(
    journal: ReadableJournal,
    reading: CycleReading,
    today: date,
    *,
    title: str = USUAL_TITLE,
) -> DaysAheadAnswer:
    """Name the days ahead, or say why none are named.

    Args:
        journal: Whose ratings are read.
        reading: Of the same record, as it stands on `today`.
        today: The span reaches today at least.
        title: What she calls such days.
    """
    outlook = reading.outlook
    if not isinstance(outlook, Forecast):
        situation = journal.settings().situation
        return NoDaysAhead(NoDaysBecause.NO_FORECAST, silence=outlook, situation=situation)
    answers = [premenstrual_days(journal, reading, code) for code in ASKED]
    asked = [answer for answer in answers if isinstance(answer, PremenstrualDays)]
    if not asked:
        return NoDaysAhead(NoDaysBecause.TOO_LITTLE, not_yet=_least_first(answers))
    lower = lower_ratings(asked)
    if not lower:
        return NoDaysAhead(
            NoDaysBecause.NOT_LOWER, not_yet=_least_first(answers), not_lower=tuple(asked)
        )
    return DaysAhead(title, span_before(outlook.onset, today), lower, len(asked))


def lower_ratings(asked: Sequence[PremenstrualDays]) -> tuple[LowerRating, ...]:
    """Return the ratings that are surely lower, of all that were asked; largest difference first.

    Those whose p passes Benjamini and Hochberg's line count, with intervals of the level
    1 − .05 × passed / asked.
    """
    ordered = sorted(answer.effect.p for answer in asked)
    passed = max(
        (rank for rank, p in enumerate(ordered, 1) if p <= FALSE_SHARE * rank / len(ordered)),
        default=0,
    )
    if not passed:
        return ()
    share = FALSE_SHARE * passed / len(ordered)
    found = [_lower(answer, 1 - share) for answer in asked if answer.effect.p <= share]
    return tuple(
        sorted((one for one in found if one.low > 0), key=lambda one: one.points, reverse=True)
    )


def span_before(onset: LikelyDay, today: date) -> DateRange:
    """Return the five days before an onset that falls anywhere in its span; today at the least."""
    start = onset.span.start + timedelta(days=PREMENSTRUAL.start)
    return DateRange(start, max(onset.span.last, today + ONE_DAY))


def _lower(answer: PremenstrualDays, level: float) -> LowerRating:
    low, high = answer.effect.interval(level)
    return LowerRating(
        code=answer.code,
        points=-answer.effect.estimate,
        low=-high,
        high=-low,
        days=answer.compared_days,
        cycles=answer.cycles,
        forecast_days=answer.forecast_days,
    )


def _least_first(answers: Sequence[PremenstrualAnswer]) -> tuple[PremenstrualNotYet, ...]:
    found = [answer for answer in answers if isinstance(answer, PremenstrualNotYet)]
    return tuple(sorted(found, key=lambda one: sum(lack.missing for lack in one.lacks)))
