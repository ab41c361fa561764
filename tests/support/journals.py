"""Journals on a database of a test's own, which is let go of with the journal."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from weakref import finalize

from journal.domain.journal import DayChanges, ImportBatch, Journal
from journal.domain.moments import Moment
from journal.storage import OwnerJournal, open_database, owner_named
from tests.support.once import begin_up_to_date


def journal_at(
    where: Path | str, clock: Callable[[], datetime], *, owner: str = "owner"
) -> OwnerJournal:
    """Open an owner's journal in a database file, or at a URL."""
    begin_up_to_date(where)
    engine = open_database(where)
    journal = OwnerJournal(engine, owner_named(engine, owner), clock)
    finalize(journal, engine.dispose)
    return journal


def write_days(
    journal: Journal, days: Mapping[date, DayChanges], moments: Sequence[Moment] = ()
) -> None:
    """Write many days as one act; one after another they take many times as long."""
    journal.import_all(ImportBatch("days of a test", days, moments))
