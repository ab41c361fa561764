"""The partner's card of today: what she chose, beside what of the record those parts need."""

from datetime import date
from typing import Final

from journal.connection.partner_card import Card, Counts, card, counts
from journal.cycle.reading import CycleReading
from journal.cycle.standing import StandingKind, standing, standing_words
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange

COUNTED_OVER_DAYS: Final = 28
# A context is never on the card by itself: whoever switched the part on for her cycle did not say
# that a pregnancy or a treatment she notes later may be read there.
NOT_ON_THE_CARD: Final = frozenset(
    {StandingKind.CONTEXT, StandingKind.JUST_WRITING, StandingKind.UNKNOWN}
)


def partner_card(journal: ReadableJournal, reading: CycleReading, today: date) -> Card:
    """Return the card as the partner would see it today."""
    return card(
        journal.settings().partner_card,
        stands=_stands(journal, reading, today),
        touch=journal.day(today).touch,
    )


def both_sides(journal: ReadableJournal, today: date) -> Counts:
    """Count what each of the two noted in the four weeks up to `today`."""
    return counts(journal.moment_tallies(DateRange.last_days(COUNTED_OVER_DAYS, today)))


def _stands(journal: ReadableJournal, reading: CycleReading, today: date) -> str | None:
    where = standing(
        bleeds=reading.bleeds,
        cycles=[read.cycle for read in reading.cycles],
        stages=journal.stages(),
        settings=journal.settings(),
        contexts=journal.contexts(),
        today=today,
    )
    return None if where.kind in NOT_ON_THE_CARD else standing_words(where)
