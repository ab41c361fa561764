"""The record laid out day by day, read once for all questions of a page.

Convention: not recorded is never zero. A sign that was not recorded is not absent, not even where
a woman taps only what she has, as some apps have it done: nothing tells such a day from one on
which she did not look. What is then missing, the gate says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

from journal.analysis.apart_days import apart_dates
from journal.analysis.day_memory_cycle import PlacedDay, placed_days
from journal.analysis.day_memory_grid import Floats
from journal.analysis.relations.daily_changes import dated_changes
from journal.analysis.relations.daily_moments import moment_columns
from journal.analysis.relations.questions import (
    APART,
    BALANCE,
    BIDS_MET,
    BIDS_UNMET,
    MOMENTS,
    SLEEP_HOURS,
    DatedChange,
)
from journal.cycle.reading import CycleReading
from journal.domain.catalogues import CatalogueName
from journal.domain.days import SIGN_PREFIX, SignStrength
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import ONE_DAY, DateRange
from journal.domain.ratings import RATINGS
from journal.domain.stages import StageDeclaration

# A sign says more than it is asked for: absent 0, mild 1, moderate 2, severe 3.
SIGN_LEVELS: Final = 4
STRENGTHS: Final = {strength.value: float(level) for level, strength in enumerate(SignStrength)}
# Known on dates of which nothing was written.
ALWAYS_KNOWN: Final = frozenset({APART, BALANCE})
Flags: TypeAlias = NDArray[np.bool_]
PLAIN_MEASURES: Final = (*RATINGS, SLEEP_HOURS)
NAMES: Final = {
    **{code: scale.name for code, scale in RATINGS.items()},
    SLEEP_HOURS: "Hours of sleep",
    MOMENTS: "Moments of connection",
    BIDS_MET: "Bids turned toward",
    BIDS_UNMET: "Bids turned away from or against",
    BALANCE: "The account the evening before",
    APART: "Time apart",
}


@dataclass(frozen=True, slots=True, eq=False)
class DailyRecord:
    """Every date from the first to the last, a number of each measure on each.

    Attributes:
        days: The dates, one after another without a gap.
        values: By measure, (days,); NaN is not recorded. Time apart is 0 where nothing is said.
        names: What each measure is called, for a person.
        placed: Where each day lies in its cycle; None where that is not known.
        changes: Dated changes inside the span, oldest first.
        stages: What she declared, oldest first, from before the span too.
        leave_apart_out: She leaves days apart out of comparisons.
    """

    days: Sequence[date]
    values: Mapping[str, Floats]
    names: Mapping[str, str]
    placed: Sequence[PlacedDay | None]
    changes: Sequence[DatedChange] = ()
    stages: Sequence[StageDeclaration] = ()
    leave_apart_out: bool = False

    @property
    def first(self) -> int:
        """The ordinal of the first date; 0 where there is none."""
        return self.days[0].toordinal() if self.days else 0

    def measured(self, measure: str) -> Floats:
        """Return a measure on every date; NaN on all of them where it was never recorded."""
        found = self.values.get(measure)
        return np.full(len(self.days), np.nan) if found is None else found

    def written(self) -> Flags:
        """Return on which dates a number was recorded of what is known only where it was."""
        found = np.zeros(len(self.days), dtype=np.bool_)
        for measure, values in self.values.items():
            if measure not in ALWAYS_KNOWN:
                found |= np.isfinite(values)
        return found

    def compared(self, measure: str) -> Floats:
        """Return a measure as it is compared: without days apart where she leaves them out."""
        found = self.measured(measure)
        if not self.leave_apart_out:
            return found
        return np.where(self.measured(APART) > 0, np.nan, found)


def daily_record(journal: ReadableJournal, reading: CycleReading, range_: DateRange) -> DailyRecord:
    """Lay out the dates of a span, up to the day of the reading.

    Ratings, sleep and time apart are always among the measures, moments, bids and the balance too;
    of signs those that were ever recorded in the span.
    """
    end = max(range_.start, min(range_.end, reading.today + ONE_DAY))
    span = DateRange(range_.start, end)
    days, settings = tuple(span), journal.settings()
    signs = _signs(journal, span)
    catalogue = journal.catalogue(CatalogueName.SIGNS)
    named = {code: catalogue.name(code.removeprefix(SIGN_PREFIX)) for code in signs}
    values = {
        **_plain(journal, span),
        **moment_columns(journal, settings.account, span, _dates_of(signs, days)),
        APART: _apart(journal, span),
        **signs,
    }
    return DailyRecord(
        days=days,
        values=values,
        names={**NAMES, **named},
        placed=placed_days(reading, days),
        changes=dated_changes(journal, span),
        stages=tuple(journal.stages()),
        leave_apart_out=settings.leave_apart_out,
    )


def _plain(journal: ReadableJournal, span: DateRange) -> dict[str, Floats]:
    columns = journal.day_columns(PLAIN_MEASURES, span)
    at = _places(cast("list[date]", columns["date"]), span)
    found = {}
    for measure in PLAIN_MEASURES:
        found[measure] = np.full(len(span), np.nan)
        # A None becomes NaN: it was not recorded.
        found[measure][at] = np.array(columns[measure], dtype=np.float64)
    return found


def _signs(journal: ReadableJournal, span: DateRange) -> dict[str, Floats]:
    """Return the strength of each sign; not recorded stays so, and "not today" is 0."""
    if not span:
        return {}
    known = journal.catalogue(CatalogueName.SIGNS).entries
    codes = sorted({*known, *journal.recent_signs(span.last)})
    rows = journal.sign_days(codes, span)
    found: dict[str, Floats] = {}
    for place, (_, code, strength) in zip(_places([r[0] for r in rows], span), rows, strict=True):
        measure = SIGN_PREFIX + code
        if measure not in found:
            found[measure] = np.full(len(span), np.nan)
        found[measure][place] = STRENGTHS[strength]
    return dict(sorted(found.items()))


def _dates_of(columns: Mapping[str, Floats], days: Sequence[date]) -> set[date]:
    """Return the dates with a number in any of the columns."""
    known = np.zeros(len(days), dtype=bool)
    for values in columns.values():
        known |= np.isfinite(values)
    return {days[place] for place in np.flatnonzero(known).tolist()}


def _apart(journal: ReadableJournal, span: DateRange) -> Floats:
    """Return 1 on days apart; a day of which nothing is said lies in none and is 0."""
    found = np.zeros(len(span))
    if span:
        found[_places(sorted(apart_dates(journal, span, span.last)), span)] = 1
    return found


def _places(days: Sequence[date], span: DateRange) -> list[int]:
    first = span.start.toordinal()
    return [day.toordinal() - first for day in days]
