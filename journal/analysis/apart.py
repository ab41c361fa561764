"""Time apart beside the days around it: ratings and moments before, during and after each spell.

Only spells that began within the span are told of. A median has at least three rated days behind
it, one over spells at least three spells; moments a day are counted on days with a record alone,
as a day without one is not a day without moments.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median
from typing import Final, cast

from journal.analysis.apart_days import apart_spells
from journal.analysis.quartiles import FEWEST_DAYS
from journal.connection.apart import DAYS_AROUND, Around, around
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange
from journal.domain.ratings import CORE_RATINGS, Rating

FEWEST_SPELLS: Final = 3  # two spells that went alike may have done so by chance
CODES: Final = tuple(scale.code for scale in CORE_RATINGS)


class Stretch(StrEnum):
    """Where a day lies."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Middle:
    """A median with what it rests on: rated days of one stretch, or spells of all.

    Attributes:
        value: None where there are too few.
    """

    value: float | None
    n: int


@dataclass(frozen=True, slots=True)
class StretchSummary:
    """One stretch of one spell.

    Attributes:
        ratings: By code, mood, desire and connection.
        moments_a_day: On days with anything recorded; None where fewer than three are.
    """

    stretch: Stretch
    days: int
    recorded: int
    ratings: Mapping[str, Middle]
    moments_a_day: float | None


@dataclass(frozen=True, slots=True)
class SpellSummary:
    """One spell.

    Attributes:
        stretches: Before, during, after.
        on_return: Connection as rated on the first day together again, if it was.
        from_start: Connection by days from the day apart began (0): before, and while apart.
        from_return: Connection by days from the first day together (0): while apart, and after.
    """

    around: Around
    stretches: tuple[StretchSummary, ...]
    on_return: Rating | None
    from_start: Mapping[int, Rating]
    from_return: Mapping[int, Rating]


@dataclass(frozen=True, slots=True)
class StretchOfAll:
    """All spells together: medians of their medians, each with how many spells it rests on."""

    stretch: Stretch
    ratings: Mapping[str, Middle]
    moments_a_day: Middle


@dataclass(frozen=True, slots=True)
class Apart:
    """Time apart within a span.

    Attributes:
        spells: Oldest first.
        days: Spent apart in them.
        overall: Before, during, after.
        on_return: Median connection on the first day together again.
        from_start: Median connection by days from the day apart began.
        from_return: Median connection by days from the first day together.
    """

    range_: DateRange
    spells: tuple[SpellSummary, ...]
    days: int
    overall: tuple[StretchOfAll, ...]
    on_return: Middle
    from_start: Mapping[int, Middle]
    from_return: Mapping[int, Middle]


def apart(journal: ReadableJournal, range_: DateRange, today: date) -> Apart:
    """Lay the days around each spell of time apart beside it.

    Args:
        journal: Whose record is read, for the span and the week around it.
        range_: Spells that began within it count.
        today: The last day that counts.
    """
    found = [
        item
        for item in around(apart_spells(journal, range_, today), today)
        if item.spell.range_.start in range_
    ]
    record = _Record(journal, _covered(found))
    told = tuple(record.summary(item) for item in found)
    return Apart(
        range_=range_,
        spells=told,
        days=sum(len(item.during) for item in found),
        overall=tuple(_of_all(told, stretch) for stretch in Stretch),
        on_return=_middle([one.on_return for one in told], FEWEST_SPELLS),
        from_start=_by_offset([one.from_start for one in told]),
        from_return=_by_offset([one.from_return for one in told]),
    )


def _covered(found: Sequence[Around]) -> DateRange:
    """Return the days from the first day before to the last day after."""
    if not found:
        return DateRange(date.min, date.min)
    return DateRange(found[0].before.start, max(item.after.end for item in found))


class _Record:
    """What was rated and noted on the days around the spells."""

    def __init__(self, journal: ReadableJournal, range_: DateRange) -> None:
        columns = journal.day_columns(CODES, range_)
        days = [cast("date", day) for day in columns["date"]]
        self._ratings = {
            code: {
                day: cast("Rating", value)
                for day, value in zip(days, columns[code], strict=True)
                if value is not None
            }
            for code in CODES
        }
        self._recorded = journal.recorded_dates(range_)
        self._moments = Counter(dict(journal.moments_a_day(range_)))

    def summary(self, item: Around) -> SpellSummary:
        connection = self._ratings["connection"]
        start, again = item.during.start, item.together_again
        return SpellSummary(
            item,
            tuple(
                self._stretch(stretch, days)
                for stretch, days in zip(
                    Stretch, (item.before, item.during, item.after), strict=True
                )
            ),
            connection.get(again) if again else None,
            _offsets(connection, start, (item.before, item.during)),
            _offsets(connection, again, (item.during, item.after)) if again else {},
        )

    def _stretch(self, stretch: Stretch, days: DateRange) -> StretchSummary:
        first = bisect_left(self._recorded, days.start)
        recorded = bisect_left(self._recorded, days.end) - first
        moments = sum(self._moments[day] for day in self._recorded[first : first + recorded])
        return StretchSummary(
            stretch,
            len(days),
            recorded,
            {
                code: _middle([ratings.get(day) for day in days], FEWEST_DAYS)
                for code, ratings in self._ratings.items()
            },
            moments / recorded if recorded >= FEWEST_DAYS else None,
        )


def _offsets(
    ratings: Mapping[date, Rating], zero: date, ranges: Sequence[DateRange]
) -> dict[int, Rating]:
    """Return what was rated near a date, by days from it."""
    return {
        (day - zero).days: ratings[day]
        for days in ranges
        for day in days
        if day in ratings and -DAYS_AROUND <= (day - zero).days < DAYS_AROUND
    }


def _of_all(told: Sequence[SpellSummary], stretch: Stretch) -> StretchOfAll:
    place = list(Stretch).index(stretch)
    found = [one.stretches[place] for one in told]
    return StretchOfAll(
        stretch,
        {
            code: _middle([item.ratings[code].value for item in found], FEWEST_SPELLS)
            for code in CODES
        },
        _middle([item.moments_a_day for item in found], FEWEST_SPELLS),
    )


def _by_offset(told: Sequence[Mapping[int, Rating]]) -> dict[int, Middle]:
    offsets = sorted({offset for one in told for offset in one})
    return {offset: _middle([one.get(offset) for one in told], FEWEST_SPELLS) for offset in offsets}


def _middle(values: Sequence[float | None], fewest: int) -> Middle:
    known = [value for value in values if value is not None]
    return Middle(float(median(known)) if len(known) >= fewest else None, len(known))
