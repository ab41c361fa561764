"""Journals on a database of a test's own, which is let go of with the journal."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from weakref import finalize

from journal.storage import OwnerJournal, open_database, owner_named


def journal_at(
    where: Path | str, clock: Callable[[], datetime], *, owner: str = "owner"
) -> OwnerJournal:
    """Open an owner's journal in a database file, or at a URL."""
    engine = open_database(where)
    journal = OwnerJournal(engine, owner_named(engine, owner), clock)
    finalize(journal, engine.dispose)
    return journal
