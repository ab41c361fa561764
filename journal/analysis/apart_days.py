"""Which days were spent apart: marked so by her, or inside a context of time apart."""

from datetime import date
from typing import Final, cast

from journal.connection.apart import DAYS_AROUND
from journal.connection.spells import LONGEST_UNRECORDED_DAYS, Spell, spells
from journal.domain.contexts import ContextKind
from journal.domain.days import Partner
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import ONE_DAY, DateRange, days_after

# A spell that began a little before the span is seen to begin.
READ_BEFORE_DAYS: Final = DAYS_AROUND + LONGEST_UNRECORDED_DAYS + 1


def apart_spells(journal: ReadableJournal, range_: DateRange, today: date) -> list[Spell]:
    """Read the spells of a span up to `today`, oldest first."""
    first = days_after(range_.start, -READ_BEFORE_DAYS)
    columns = journal.day_columns(("partner",), DateRange(first, max(first, today + ONE_DAY)))
    by_state: dict[object, list[date]] = {state.value: [] for state in Partner}
    for day, state in zip(columns["date"], columns["partner"], strict=True):
        by_state[state].append(cast("date", day))
    named = [item for item in journal.contexts() if item.kind is ContextKind.TIME_APART]
    return spells(by_state[Partner.APART], by_state[Partner.TOGETHER], named, today)


def apart_dates(journal: ReadableJournal, range_: DateRange, today: date) -> frozenset[date]:
    """Return the dates of a span that were spent apart."""
    return frozenset(
        day
        for spell in apart_spells(journal, range_, today)
        if spell.range_.start < range_.end and spell.range_.end > range_.start
        for day in DateRange(
            max(spell.range_.start, range_.start), min(spell.range_.end, range_.end)
        )
    )
