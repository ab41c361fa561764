"""Bids over a span: as a whole, step by step, and by phase or by the stage she declared.

What lies after today does not count. A share is given where at least `FEWEST_ANSWERS` answers
were recorded; below, its counts alone.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias, TypeVar

import pandas as pd

from journal.analysis.phase_bands import phase_bands
from journal.analysis.quartiles import dates_of
from journal.analysis.steps import Step, step_starts
from journal.connection.bids import Bids, Share, bids, shown
from journal.cycle.basis import Basis
from journal.cycle.phases import Phase
from journal.cycle.reading import CycleReading
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import ONE_DAY, DateRange
from journal.domain.stages import Stage, StageDeclaration
from journal.domain.tallies import MomentTally

# About twenty dots, each with its interval, are what a phone can show and an eye compare.
_MOST_DAYS: Final = {Step.WEEK: 124, Step.MONTH: 560, Step.QUARTER: 1_830}
_DAYS: Final = {Step.WEEK: 7, Step.MONTH: 30, Step.QUARTER: 91}
FEWEST_STEPS: Final = 3  # in a span: fewer are no course over time

Group: TypeAlias = Phase | Stage
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Toward:
    """Bids turned toward, as the owner noted them: those she made, and those made to her."""

    made: Share
    received: Share


@dataclass(frozen=True, slots=True)
class BidStep:
    """A week, month, quarter or year by its first date; one without bids has shares of nothing."""

    start: date
    toward: Toward


@dataclass(frozen=True, slots=True)
class BidGroup:
    """The bids of one phase, or of the time of one stage."""

    group: Group
    toward: Toward


@dataclass(frozen=True, slots=True)
class BidOverview:
    """Everything the pictures of bids draw.

    Attributes:
        range_: Up to today at most.
        step: The finest that can be drawn and in which at least half of the shares with any
            answer have enough of them; else the longest the span allows.
        steps: Without gaps from the first with a recorded answer to the last.
        groups: Phases in the order of a cycle; where no bid lies in a phase, stages in theirs.
        estimated: Some of the phases were worked out, not observed.
        outside: Answered bids that lie in none of the groups.
    """

    range_: DateRange
    whole: Bids
    step: Step
    steps: tuple[BidStep, ...]
    groups: tuple[BidGroup, ...]
    estimated: bool
    outside: int

    @property
    def toward(self) -> Toward:
        """Of the whole span."""
        return _toward_of(self.whole)

    @property
    def drawn_whole(self) -> bool:
        """Whether at least one side has a share over the whole span."""
        return _is_drawn(self.toward)

    @property
    def drawn_steps(self) -> bool:
        """Whether at least one side has a share in two steps; one dot is no course over time."""
        made = [item.toward.made.rate for item in self.steps]
        received = [item.toward.received.rate for item in self.steps]
        return any(len(side) - side.count(None) > 1 for side in (made, received))


def bid_overview(
    journal: ReadableJournal, range_: DateRange, reading: CycleReading | None, today: date
) -> BidOverview:
    """Count the bids of a span; reading costs no more than the span holds.

    Args:
        journal: Whose moments are counted.
        range_: The span.
        reading: What can be said of her cycles; without it stages alone make groups.
        today: The last day that counts.
    """
    span = DateRange(range_.start, max(range_.start, min(range_.end, today + ONE_DAY)))
    tallies = journal.moment_tallies(span) if span else []
    week_start = journal.settings().week_start
    step, steps = _readable_steps(tallies, len(range_), week_start)
    groups, estimated = _days_in_groups(tallies, span, reading, journal.stages())
    by_group = _split(tallies, groups)
    whole = bids(tallies)
    placed = [BidGroup(group, _toward(found)) for group, found in _ordered(by_group)]
    return BidOverview(
        range_=span,
        whole=whole,
        step=step,
        steps=tuple(steps),
        groups=tuple(placed),
        estimated=estimated,
        outside=_answers(_toward_of(whole)) - sum(_answers(item.toward) for item in placed),
    )


def allowed_steps(days: int) -> list[Step]:
    """Return what a point may stand for in a span of so many days, finest first."""
    steps = [step for step, most in _MOST_DAYS.items() if days <= most]
    short = [step for step in steps if days >= FEWEST_STEPS * _DAYS[step]]
    return short or steps[:1] or [Step.YEAR]


def _readable_steps(
    tallies: Sequence[MomentTally], days: int, week_start: int
) -> tuple[Step, list[BidStep]]:
    allowed = allowed_steps(days)
    for step in allowed[:-1]:
        steps = _steps(tallies, step, week_start)
        shares = [share for item in steps for share in (item.toward.made, item.toward.received)]
        answered = [share for share in shares if share.of]
        if 2 * sum(share.rate is not None for share in answered) >= len(answered):
            return step, steps
    return allowed[-1], _steps(tallies, allowed[-1], week_start)


def _is_drawn(toward: Toward) -> bool:
    return toward.made.rate is not None or toward.received.rate is not None


def _steps(tallies: Sequence[MomentTally], step: Step, week_start: int) -> list[BidStep]:
    days = sorted({tally.date for tally in tallies})
    index = pd.DatetimeIndex(days, dtype="datetime64[s]")
    starts = dict(zip(days, dates_of(step_starts(index, step, week_start)), strict=True))
    found = {start: _toward(part) for start, part in _split(tallies, starts).items()}
    answered = [start for start, toward in found.items() if _answers(toward)]
    steps = []
    following = min(answered, default=None)
    while following is not None and following <= max(answered):
        steps.append(BidStep(following, found.get(following) or _toward([])))
        following = step.following(following)
    return steps


def _days_in_groups(
    tallies: Sequence[MomentTally],
    span: DateRange,
    reading: CycleReading | None,
    stages: Sequence[StageDeclaration],
) -> tuple[Mapping[date, Group], bool]:
    """Say for the days with bids which group they lie in, and whether some phase is estimated."""
    days = {tally.date for tally in tallies if tally.initiator and tally.response}
    bands = phase_bands(reading, span) if reading else ()
    phases = {day: band for band in bands for day in band.range_ if day in days}
    if phases:
        estimated = any(band.basis is Basis.ESTIMATED for band in phases.values())
        return {day: band.phase for day, band in phases.items()}, estimated
    said = sorted(stages)
    dates = [item.date for item in said]
    places = {day: bisect_right(dates, day) - 1 for day in days}
    return {day: said[place].stage for day, place in places.items() if place >= 0}, False


def _split(
    tallies: Iterable[MomentTally], keys: Mapping[date, Key]
) -> dict[Key, list[MomentTally]]:
    parts: dict[Key, list[MomentTally]] = {}
    for tally in tallies:
        key = keys.get(tally.date)
        if key is not None:
            parts.setdefault(key, []).append(tally)
    return parts


def _ordered(
    by_group: Mapping[Group, list[MomentTally]],
) -> list[tuple[Group, list[MomentTally]]]:
    return [(group, by_group[group]) for group in (*Phase, *Stage) if group in by_group]


def _toward(tallies: Iterable[MomentTally]) -> Toward:
    return _toward_of(bids(tallies))


def _toward_of(found: Bids) -> Toward:
    return Toward(shown(found.own.made.toward), shown(found.own.received.toward))


def _answers(toward: Toward) -> int:
    return toward.made.of + toward.received.of
