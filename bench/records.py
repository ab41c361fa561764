"""Databases of a given number of years, built once per run through the journal's own storage."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from journal.example.generator import synthetic_record
from journal.example.load import load_example
from journal.storage.engine import open_database
from journal.storage.owner_journal import OwnerJournal
from journal.storage.owners import owner_named

OWNER: Final = "owner"


def build_record(folder: Path, years: int, until: date) -> Path:
    """Write `years` years of daily entries with moments into `folder`/journal.db."""
    folder.mkdir(parents=True, exist_ok=True)
    database = folder / "journal.db"
    engine = open_database(database)
    journal = OwnerJournal(engine, owner_named(engine, OWNER), lambda: datetime.now(UTC))
    load_example(synthetic_record(years, until), journal)
    engine.dispose()
    return database
