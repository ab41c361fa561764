"""Intentions: what she chose for a week, and what of it her record or her own hand ticks.

A week is seven days from the first day of an intention; a moment of any day of it counts, however
it was met. What a partner noted ticks nothing: the same hug would be counted twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from journal.connection.ladder import kinds_of_step
from journal.domain.intentions import MOST_A_WEEK, Intention, IntentionSource
from journal.domain.moments import Author
from journal.domain.ranges import DateRange
from journal.domain.tallies import MomentTally

DAYS_A_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Ticked:
    """What ticked an intention.

    Attributes:
        times: Moments of its kind in its week.
        dates: The days they were recorded on, oldest first.
        by_hand: She ticked it herself.
    """

    times: int = 0
    dates: tuple[date, ...] = ()
    by_hand: bool = False

    def __bool__(self) -> bool:
        return self.times > 0 or self.by_hand


@dataclass(frozen=True, slots=True)
class Kept:
    """An intention beside what ticked it."""

    intention: Intention
    ticked: Ticked


@dataclass(frozen=True, slots=True)
class WeekClosed:
    """What happened of what she had chosen, in the order she chose it."""

    week: DateRange
    chosen: tuple[Kept, ...]


def week_of(day: date, week_start: int) -> DateRange:
    """Return the week a date lies in.

    Args:
        week_start: The weekday it begins on, 0 Monday … 6 Sunday.
    """
    first = day - timedelta(days=(day.weekday() - week_start) % DAYS_A_WEEK)
    return _week_from(first)


def kinds_of(intention: Intention) -> frozenset[str]:
    """Return the kinds of moment that tick an intention; none where only her hand does."""
    match intention.source:
        case IntentionSource.MOMENT:
            return frozenset({intention.code})
        case IntentionSource.STEP:
            return frozenset(kinds_of_step(intention.code))
        case IntentionSource.OWN:
            return frozenset()


def ticked(intention: Intention, tallies: Sequence[MomentTally]) -> Ticked:
    """Say what ticked an intention in its week; tallies of other weeks do nothing."""
    kinds, week = kinds_of(intention), _week_from(intention.week)
    counted = [
        tally
        for tally in tallies
        if tally.kind in kinds and tally.date in week and tally.author is Author.OWNER
    ]
    return Ticked(
        sum(tally.count for tally in counted),
        tuple(sorted({tally.date for tally in counted})),
        by_hand=intention.done_on is not None,
    )


def week_closes(
    intentions: Sequence[Intention], tallies: Sequence[MomentTally], week: DateRange
) -> WeekClosed:
    """Say what happened of the intentions whose week begins inside `week`."""
    chosen = tuple(
        Kept(intention, ticked(intention, tallies))
        for intention in intentions
        if intention.week in week
    )
    return WeekClosed(week, chosen)


def of_now(intentions: Sequence[Intention], today: date) -> list[Intention]:
    """Return the intentions whose seven days `today` lies in.

    Counted from their own first day, so that none is lost in the week in which she changes the
    weekday her weeks start on.
    """
    return [item for item in intentions if today in _week_from(item.week)]


def of_last_week(intentions: Sequence[Intention], today: date) -> list[Intention]:
    """Return the intentions whose seven days ended in the seven days up to `today`."""
    ended = DateRange.last_days(DAYS_A_WEEK, today - timedelta(days=DAYS_A_WEEK))
    return [item for item in intentions if item.week in ended]


def taken_along(
    last: Sequence[Intention], chosen: Sequence[Intention], week: date
) -> list[Intention]:
    """Return last week's intentions as new ones of a week, as far as there is room.

    Those already chosen for it are left out, and no tick comes along.
    """
    known = {what_chosen(item) for item in chosen}
    new = {what_chosen(item): item for item in last if what_chosen(item) not in known}
    room = max(0, MOST_A_WEEK - len(chosen))
    return [replace(item, week=week, done_on=None, id="") for item in new.values()][:room]


def what_chosen(intention: Intention) -> tuple[IntentionSource, str]:
    """Return what makes two intentions one: the kind or the step, or the same words of her own."""
    own = intention.source is IntentionSource.OWN
    return intention.source, intention.words.strip().casefold() if own else intention.code


def _week_from(first: date) -> DateRange:
    return DateRange(first, first + timedelta(days=DAYS_A_WEEK))
