"""Hours slept, only where they are beyond doubt: one source, one sleep on a day.

    23:30 ▐▌core ▐▌deep ▐▌core     ▐▌REM 07:00     spans of one source, at most two hours apart
    └────────────── one sleep ──────────────┘      its day is the one it ended on

Health keeps what every device says of the same night. Spans of two devices are never added up: a
day on which two speak of sleep, or on which there were two sleeps, is left out and listed. Time in
bed is no sleep.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import ClassVar, Final

# Ours: whoever lies awake for longer has slept twice.
LONGEST_WAKING: Final = 2 * 3600
_HOUR: Final = 3600
_LONGEST_SPAN: Final = 24 * _HOUR
_NUMBERS: Final = 3  # of a span: start, end, day


@dataclass(slots=True)
class SleepSpans:
    """Spans of being asleep by source, as numbers in a row: there may be hundreds of thousands."""

    MOST: ClassVar[int] = 400_000  # forty a night for twenty-five years
    unreadable: int = 0
    _by_source: dict[str, "array[int]"] = field(default_factory=dict)
    _count: int = 0

    def __len__(self) -> int:
        return self._count

    def add(self, source: str, start: int, end: int, day: date) -> None:
        """Add a span; times in seconds, `day` being the person's own on which it ended."""
        if not start < end <= start + _LONGEST_SPAN or not start:
            self.unreadable += 1
            return
        self._count += 1
        spans = self._by_source.setdefault(source, array("q"))
        spans.extend((start, end, day.toordinal()))

    def by_day(self) -> dict[date, list["Sleep"]]:
        """Return the sleeps that ended on each day."""
        days: dict[date, list[Sleep]] = defaultdict(list)
        for source, numbers in self._by_source.items():
            for sleep in _sleeps(source, numbers):
                days[date.fromordinal(sleep.day)].append(sleep)
        return days


@dataclass(frozen=True, slots=True)
class Sleep:
    """One sleep of one source; `asleep` in seconds, `day` as an ordinal."""

    source: str
    day: int
    asleep: int

    @property
    def hours(self) -> float:
        """How long it was."""
        return round(self.asleep / _HOUR, 2)


def _sleeps(source: str, numbers: "array[int]") -> Iterator[Sleep]:
    """Join the spans of one source into sleeps; what overlaps counts once."""
    spans = sorted({tuple(numbers[i : i + _NUMBERS]) for i in range(0, len(numbers), _NUMBERS)})
    joined: list[list[int]] = []
    for start, end, day in spans:
        if joined and start <= joined[-1][1]:
            if end > joined[-1][1]:
                joined[-1][1:] = [end, day]
        else:
            joined.append([start, end, day])
    begun = 0
    breaks = [i for i, (a, b) in enumerate(pairwise(joined), 1) if b[0] - a[1] > LONGEST_WAKING]
    for stop in [*breaks, len(joined)]:
        sleep = joined[begun:stop]
        if sleep:
            asleep = sum(end - start for start, end, _ in sleep)
            yield Sleep(source, sleep[-1][2], asleep)
        begun = stop
