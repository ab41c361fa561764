"""The premenstrual pattern in her own ratings and signs, around the onsets that were read.

An onset counts when the cycle before it is closed by it and its own day 10 has passed. What she did
not record is not there: it is never read as absent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from journal.cycle.premenstrual import WEEK_AFTER, WEEK_BEFORE, premenstrual_summary
from journal.cycle.premenstrual_domains import domain_fields, journal_scale
from journal.cycle.premenstrual_values import DayRating, PremenstrualSummary
from journal.cycle.reading import CycleReading, ReadCycle
from journal.domain.days import SIGN_PREFIX, SignStrength
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange

# About a year: what was so longer ago says less of now, above all in the years of transition.
MOST_ONSETS: Final = 12


@dataclass(frozen=True, slots=True)
class PremenstrualPattern:
    """What the ratings around her newest onsets show.

    Attributes:
        onsets: Those looked at, oldest first; cycle n of the summary is the one around `onsets[n]`,
            and a cycle without any rating is not in it.
    """

    onsets: tuple[date, ...]
    summary: PremenstrualSummary


def premenstrual_pattern(
    journal: ReadableJournal, reading: CycleReading, today: date
) -> PremenstrualPattern:
    """Summarise the weeks before and after her newest onsets up to `today`."""
    onsets = _onsets(reading, today)[-MOST_ONSETS:]
    ratings = list(_ratings(journal, onsets)) if onsets else []
    return PremenstrualPattern(tuple(onsets), premenstrual_summary(ratings, journal_scale()))


def _onsets(reading: CycleReading, today: date) -> list[date]:
    return [
        after.cycle.onset
        for before, after in pairwise(reading.cycles)
        if before.cycle.length_days is not None
        and before.cycle.end == after.cycle.onset
        and _reaches(after, today)
    ]


def _reaches(read: ReadCycle, today: date) -> bool:
    """Say whether the week after the onset lies inside the cycle and in the past."""
    last = read.cycle.onset + timedelta(days=WEEK_AFTER[-1] - 1)
    return last <= today and (read.cycle.end is None or last < read.cycle.end)


def _ratings(journal: ReadableJournal, onsets: list[date]) -> Iterator[DayRating]:
    places = _places(onsets)
    range_ = DateRange(min(places), max(places) + timedelta(days=1))
    fields = domain_fields()
    names = [name for name in fields if not name.startswith(SIGN_PREFIX)]
    columns = journal.day_columns(names, range_)
    for name in names:
        for day, value in zip(columns["date"], columns[name], strict=True):
            if isinstance(day, date) and isinstance(value, int):
                for cycle, number in places.get(day, ()):
                    yield DayRating(cycle, number, name, fields[name].value(value))
    codes = [name.removeprefix(SIGN_PREFIX) for name in fields if name.startswith(SIGN_PREFIX)]
    for day, code, strength in journal.sign_days(codes, range_):
        name = SIGN_PREFIX + code
        for cycle, number in places.get(day, ()):
            yield DayRating(cycle, number, name, fields[name].value(SignStrength(strength)))


def _places(onsets: list[date]) -> dict[date, list[tuple[int, int]]]:
    """Number the dates of both weeks around each onset; day 1 is the onset, there is no day 0.

    A date can lie after one onset and before the next when the cycle between them is short.
    """
    places: dict[date, list[tuple[int, int]]] = {}
    for cycle, onset in enumerate(onsets):
        for number in (*WEEK_BEFORE, *WEEK_AFTER):
            day = onset + timedelta(days=number if number < 0 else number - 1)
            places.setdefault(day, []).append((cycle, number))
    return places
