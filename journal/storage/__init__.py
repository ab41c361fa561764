"""The only room that knows a database: models, migrations, and the owner's journal over them."""

from journal.storage.calendar_addresses import opened_calendar
from journal.storage.engine import DEFAULT_DATABASE, Database, open_database
from journal.storage.machine import OwnMachine
from journal.storage.owner_journal import OwnerJournal, memory_journal
from journal.storage.owners import owner_named

__all__ = [
    "DEFAULT_DATABASE",
    "Database",
    "OwnMachine",
    "OwnerJournal",
    "memory_journal",
    "open_database",
    "opened_calendar",
    "owner_named",
]
