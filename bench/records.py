"""Databases of a given number of years, built once per run through the journal's own storage."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from journal.example.generator import synthetic_record
from journal.example.load import load_example
from journal.storage import OwnerJournal, open_database, owner_named

OWNER: Final = "owner"  # as in app.py


def build_record(folder: Path, years: int, until: date) -> Path:
    """Write `years` years of daily entries with moments into `folder`/journal.db."""
    folder.mkdir(parents=True, exist_ok=True)
    database = folder / "journal.db"
    engine = open_database(database)
    journal = OwnerJournal(engine, owner_named(engine, OWNER), lambda: datetime.now(UTC))
    load_example(synthetic_record(years, until), journal)
    engine.dispose()
    return database
