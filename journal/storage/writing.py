"""Writing one owner's journal: one transaction for an act, and the journal whole, out and in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Engine, update
from sqlalchemy.exc import OperationalError

from journal.domain.errors import JournalNotWritten
from journal.domain.snapshot import RecordSnapshot
from journal.storage.engine import WRITES
from journal.storage.reading import ReadingJournal
from journal.storage.snapshots import put_snapshot, take_snapshot
from journal.storage.tables import OwnerRow

# Several queries see one state: always so in SQLite, and in PostgreSQL where it is asked for.
_ONE_STATE: Final = "REPEATABLE READ"


class WritingJournal(ReadingJournal):
    """What every way of writing to one owner's journal rests on.

    Args:
        clock: Returns the present instant, in UTC; what "saved at" is taken from.
    """

    def __init__(self, engine: Engine, owner_id: int, clock: Callable[[], datetime]) -> None:
        super().__init__(engine, owner_id)
        self._clock = clock

    def snapshot(self) -> RecordSnapshot:
        """Return everything the journal keeps, as it was at one moment."""
        connecting = self._engine.connect()
        if self._engine.dialect.name == "postgresql":
            connecting = connecting.execution_options(isolation_level=_ONE_STATE)
        with connecting as connection:
            return take_snapshot(connection, self._owner_id)

    def restore(self, snapshot: RecordSnapshot) -> None:
        """Put a snapshot in place of everything the journal keeps, history included.

        What is shared stays as it is, and what was shared comes back where it is missing; no link
        among that opens anything.

        One transaction: whatever happens, the journal is as it was or wholly restored.

        Raises:
            JournalError: A value no journal keeps; nothing is written then.
        """
        with self._writing() as connection:
            put_snapshot(connection, self._owner_id, snapshot)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Begin a write; raising the revision first makes writers of one journal take turns."""
        try:
            with (
                self._engine.connect().execution_options(**{WRITES: True}) as connection,
                connection.begin(),
            ):
                connection.execute(
                    update(OwnerRow)
                    .where(OwnerRow.id == self._owner_id)
                    .values(revision=OwnerRow.revision + 1)
                )
                yield connection
        except OperationalError as failure:
            raise JournalNotWritten from failure
