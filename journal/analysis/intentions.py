"""This week and the last one: what she chose, what ticked it, and what could be taken along."""

from dataclasses import dataclass
from datetime import date

from journal.connection.intentions import (
    DAYS_A_WEEK,
    Kept,
    WeekClosed,
    of_last_week,
    of_now,
    taken_along,
    ticked,
    week_closes,
    week_of,
)
from journal.domain.intentions import MOST_A_WEEK, Intention
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange, days_after


@dataclass(frozen=True, slots=True)
class WeekOfIntentions:
    """What the page shows of a day's week.

    Attributes:
        week: The week of today.
        chosen: This week's, with what ticked each so far.
        closed: What happened last week; None where nothing was chosen for it.
        along: Last week's as they would be taken along; empty where there is no room or nothing
            new.
    """

    week: DateRange
    chosen: tuple[Kept, ...]
    closed: WeekClosed | None
    along: tuple[Intention, ...]

    @property
    def room(self) -> int:
        """How many more this week takes."""
        return max(0, MOST_A_WEEK - len(self.chosen))


def week_of_intentions(journal: ReadableJournal, today: date) -> WeekOfIntentions:
    """Read the two weeks up to `today`."""
    lately = DateRange.last_days(2 * DAYS_A_WEEK, today)
    intentions = journal.intentions(lately)
    # A week that began on the earliest of these days has its moments inside them, too.
    tallies = journal.moment_tallies(lately)
    now, last = of_now(intentions, today), of_last_week(intentions, today)
    week = week_of(today, journal.settings().week_start)
    return WeekOfIntentions(
        week,
        tuple(Kept(item, ticked(item, tallies)) for item in now),
        week_closes(last, tallies, _whole(last)) if last else None,
        tuple(taken_along(last, now, week.start)),
    )


def _whole(intentions: list[Intention]) -> DateRange:
    """Return the days of their week; more of them where she changed the day her weeks start on."""
    return DateRange(intentions[0].week, days_after(intentions[-1].week, DAYS_A_WEEK))
