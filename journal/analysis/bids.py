"""Bids over a span: as a whole, step by step, and by phase or by the stage she declared.

What lies after today does not count. A share is given where at least `FEWEST_ANSWERS` answers
were recorded; below, its counts alone.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

import pandas as pd

from journal.analysis.bid_answers import NO_ANSWERS, Answers, Toward, answers_in
from journal.analysis.noted import noted_in
from journal.analysis.phase_bands import phase_bands
from journal.analysis.quartiles import dates_of
from journal.analysis.steps import Step, step_starts
from journal.connection.bids import Bids, bids, shown
from journal.cycle.basis import Basis
from journal.cycle.phases import Phase
from journal.cycle.reading import CycleReading
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import ONE_DAY, DateRange
from journal.domain.stages import Stage, StageDeclaration

# About twenty dots, each with its interval, are what a phone can show and an eye compare.
_MOST_DAYS: Final = {Step.WEEK: 124, Step.MONTH: 560, Step.QUARTER: 1_830}
_DAYS: Final = {Step.WEEK: 7, Step.MONTH: 30, Step.QUARTER: 91}
FEWEST_STEPS: Final = 3  # in a span: fewer are no course over time

Group: TypeAlias = Phase | Stage


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
    noted = noted_in(journal, span)
    answers = answers_in(noted)
    step, steps = _readable_steps(answers, len(range_), journal.settings().week_start)
    groups, estimated = _groups(answers, span, reading, journal.stages())
    whole = bids(noted.tallies(span.start))
    return BidOverview(
        range_=span,
        whole=whole,
        step=step,
        steps=tuple(steps),
        groups=tuple(groups),
        estimated=estimated,
        outside=_answers(_toward_of(whole)) - sum(_answers(item.toward) for item in groups),
    )


def allowed_steps(days: int) -> list[Step]:
    """Return what a point may stand for in a span of so many days, finest first."""
    steps = [step for step, most in _MOST_DAYS.items() if days <= most]
    short = [step for step in steps if days >= FEWEST_STEPS * _DAYS[step]]
    return short or steps[:1] or [Step.YEAR]


def _readable_steps(answers: Answers, days: int, week_start: int) -> tuple[Step, list[BidStep]]:
    allowed = allowed_steps(days)
    for step in allowed[:-1]:
        steps = _steps(answers, step, week_start)
        shares = [share for item in steps for share in (item.toward.made, item.toward.received)]
        answered = [share for share in shares if share.of]
        if 2 * sum(share.rate is not None for share in answered) >= len(answered):
            return step, steps
    return allowed[-1], _steps(answers, allowed[-1], week_start)


def _is_drawn(toward: Toward) -> bool:
    return toward.made.rate is not None or toward.received.rate is not None


def _steps(answers: Answers, step: Step, week_start: int) -> list[BidStep]:
    if not answers.dates:
        return []
    index = pd.DatetimeIndex(answers.dates, dtype="datetime64[s]")
    starts = dates_of(step_starts(index, step, week_start))
    found = answers.split(starts)
    steps = []
    following = starts[0]
    while following <= starts[-1]:
        steps.append(BidStep(following, found.get(following, NO_ANSWERS)))
        following = step.following(following)
    return steps


def _groups(
    answers: Answers,
    span: DateRange,
    reading: CycleReading | None,
    stages: Sequence[StageDeclaration],
) -> tuple[list[BidGroup], bool]:
    """Return the bids by group, and whether the phase of some of their days is estimated."""
    groups, estimated = _days_in_groups(answers.dates, span, reading, stages)
    found = answers.split([groups.get(day) for day in answers.dates])
    return [
        BidGroup(group, found[group]) for group in (*Phase, *Stage) if group in found
    ], estimated


def _days_in_groups(
    dates: Sequence[date],
    span: DateRange,
    reading: CycleReading | None,
    stages: Sequence[StageDeclaration],
) -> tuple[Mapping[date, Group], bool]:
    """Say of days which group they lie in, and whether the phase of some is estimated."""
    days = set(dates)
    bands = phase_bands(reading, span) if reading else ()
    phases = {day: band for band in bands for day in band.range_ if day in days}
    if phases:
        estimated = any(band.basis is Basis.ESTIMATED for band in phases.values())
        return {day: band.phase for day, band in phases.items()}, estimated
    said = sorted(stages)
    starts = [item.date for item in said]
    places = {day: bisect_right(starts, day) - 1 for day in dates}
    return {day: said[place].stage for day, place in places.items() if place >= 0}, False


def _toward_of(found: Bids) -> Toward:
    return Toward(shown(found.own.made.toward), shown(found.own.received.toward))


def _answers(toward: Toward) -> int:
    return toward.made.of + toward.received.of
