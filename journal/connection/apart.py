"""Around time apart: the days before, during and after a spell, and days without any of it.

Convention: a day apart belongs to its spell alone. The days before one and after the last may be
the same, where two spells lie close together; a day that has not come yet belongs to nothing.

    . . b b b b b b b A A A A a a a a a a a . .     b before, A apart, a after
                      |       |
                 apart began  together again
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Final

from journal.connection.spells import Spell
from journal.domain.ranges import DateRange, days_after

# A week has every weekday once, so that weekends weigh the same before and after.
DAYS_AROUND: Final = 7


@dataclass(frozen=True, slots=True)
class Around:
    """One spell and the days around it.

    Attributes:
        before: Up to `DAYS_AROUND` days; fewer where another spell lies among them.
        during: The days apart, none of them after today.
        after: As `before`, from the day they were together again; empty while it is still on.
        together_again: The first day together, if it has come and anything tells of it.
    """

    spell: Spell
    before: DateRange
    during: DateRange
    after: DateRange
    together_again: date | None


def around(spells: Sequence[Spell], today: date) -> list[Around]:
    """Lay the days around each spell, oldest first; spells that begin after today are left out."""
    begun = sorted(spell for spell in spells if spell.range_.start <= today)
    pairs = zip_longest([None, *begun[:-1]], begun, begun[1:])
    return [_around(spell, last, following, today) for last, spell, following in pairs if spell]


def without_apart(days: Iterable[date], spells: Sequence[Spell]) -> list[date]:
    """Leave out the days apart, for a comparison that is to be made without them."""
    apart = {day for spell in spells for day in spell.range_}
    return [day for day in days if day not in apart]


def _around(spell: Spell, last: Spell | None, following: Spell | None, today: date) -> Around:
    start, end = spell.range_.start, spell.range_.end
    tomorrow = days_after(today, 1)
    first = days_after(start, -DAYS_AROUND)
    over = not spell.still_on and end <= today
    reach = min(
        days_after(end, DAYS_AROUND), tomorrow, *([following.range_.start] if following else [])
    )
    return Around(
        spell,
        before=DateRange(min(max(first, last.range_.end) if last else first, start), start),
        during=DateRange(start, max(start, min(end, tomorrow))),
        after=DateRange(end, max(end, reach) if over else end),
        together_again=end if over else None,
    )
