"""Her notes of a span, for a review that she wants some of them in.

They are read only when she asks for them, and told only where she ticks them: a note is private.
What her partner wrote on a moment is not hers to hand on, and is not among them.
"""

from dataclasses import dataclass
from datetime import date

from journal.domain.catalogues import CatalogueName
from journal.domain.journal import ReadableJournal
from journal.domain.moments import Author
from journal.domain.ranges import DateRange


@dataclass(frozen=True, slots=True)
class ReviewNote:
    """One note.

    Attributes:
        key: Tells it from all others of the journal.
        words: As she typed them.
        about: The kind of moment it was written on; None on a day's own note.
    """

    key: str
    date: date
    words: str
    about: str | None = None


def notes_in(journal: ReadableJournal, range_: DateRange) -> tuple[ReviewNote, ...]:
    """Return her notes, oldest first, a day's own before those of its moments."""
    catalogue = journal.catalogue(CatalogueName.MOMENTS)
    of_days = [
        ReviewNote(day.date.isoformat(), day.date, day.note)
        for day in journal.days(range_)
        if (day.note or "").strip() and day.note
    ]
    of_moments = [
        ReviewNote(f"moment-{item.id}", item.date, item.note, catalogue.name(item.kind))
        for item in journal.moments(range_)
        if item.author is Author.OWNER and (item.note or "").strip() and item.note
    ]
    return tuple(
        sorted([*of_days, *of_moments], key=lambda note: (note.date, note.about is not None))
    )
