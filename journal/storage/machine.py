"""The journal as this machine keeps it: open or locked, under a passphrase or under none.

There is one for all open pages (`domain.machine.PrivateMachine`), and whatever changes it takes
turns. A database on a server is open for as long as the program runs.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from threading import RLock, Thread
from typing import Final

from sqlalchemy import Engine, delete

from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.domain.machine import (
    NEVER,
    USUAL_LOCK_MINUTES,
    JournalInUse,
    JournalLocked,
    JournalReplaced,
    NotSetAside,
    PassphraseEmpty,
    PassphraseNotOffered,
    PassphraseRefused,
)
from journal.domain.readers import Readers
from journal.storage.calendar_addresses import OpenedCalendar, opened_calendar
from journal.storage.door import Door
from journal.storage.encrypted import opens
from journal.storage.engine import DEFAULT_DATABASE, database_url, is_file, open_database
from journal.storage.erasing import erase_files, put_beside
from journal.storage.owner_journal import OwnerJournal
from journal.storage.owners import owner_named
from journal.storage.passphrase_key import USUAL_COST, Cost, Head, Key
from journal.storage.rewriting import held, remove_leftovers, rewrite
from journal.storage.shared_door import SharedDoor
from journal.storage.tables import OwnerRow
from journal.storage.tries import Tries

_PATIENCE: Final = 10.0  # seconds an act that has begun may take to end
_LOOK_EVERY: Final = 2.0  # seconds; a machine that slept is found out by the clock on the wall


class OwnMachine:
    """Keeps the journal of one owner.

    Args:
        where: A file, or a SQLAlchemy URL; the file `data/journal.db` when None.
        owner: Whose journal it is.
        clock: Returns the present instant, in UTC.
        changed: Called after each lock, unlock and erasing, from whatever thread did it.
        cost: Of one guess, for a passphrase that is set.

    Attributes:
        readers: Where the readers of links ask; nothing is found there while it is locked.
    """

    def __init__(
        self,
        where: str | Path | None,
        owner: str,
        *,
        clock: Callable[[], datetime],
        changed: Callable[[], None] = lambda: None,
        cost: Cost = USUAL_COST,
    ) -> None:
        url = database_url(where or DEFAULT_DATABASE)
        self._where = where
        self._file = Path(str(url.database)) if is_file(url) else None
        self._owner, self._clock, self._changed, self._cost = owner, clock, changed, cost
        self.readers: Readers = SharedDoor(self._engine, clock)
        self._turn = RLock()
        self._tries = Tries()
        self._door: Door | None = None
        self._key: Key | None = None
        self._head: Head | None = None
        self._tapped_at = clock()
        self._minutes = NEVER
        self._locked_at: datetime | None = None
        self._epoch = 0
        if self._file:
            with suppress(OSError):  # opening the journal says it
                remove_leftovers(self._file)
                self._head = Head.of(self._file)
        self._locked = self._head is not None

    @property
    def offers_passphrase(self) -> bool:
        """Its database is a file that can be encrypted."""
        return self._file is not None

    @property
    def is_encrypted(self) -> bool:
        """Its file is."""
        return self._head is not None

    @property
    def is_locked(self) -> bool:
        """Nobody can read the journal until the passphrase is entered."""
        return self._locked

    @property
    def locked_at(self) -> datetime | None:
        """When it was locked last since the program was started."""
        return self._locked_at

    @property
    def epoch(self) -> int:
        """Another number after each lock and each erasing."""
        return self._epoch

    @property
    def lock_minutes(self) -> int:
        """After how many minutes without a tap it locks; `NEVER`."""
        return self._minutes

    def journal(self) -> Journal:
        """Return her journal.

        Raises:
            JournalLocked, JournalUnreachable, JournalUnreadable, JournalTooNew: It is not open.
        """
        engine = self._engine()
        return OwnerJournal(engine, owner_named(engine, self._owner), self._clock)

    def opened_calendar(self, secret: str) -> OpenedCalendar | None:
        """Return what the address with this secret opens; None of a journal that is locked."""
        try:
            return opened_calendar(self._engine(), secret, self._clock())
        except (JournalLocked, JournalReplaced):
            return None

    def touch(self) -> None:
        """Note that she tapped; when that comes too late, lock instead."""
        if not self._lock_when_late():
            self._tapped_at = self._clock()

    def unlock(self, passphrase: str) -> None:
        """Open the journal (`domain.machine`)."""
        with self._turn:
            if self._file is None or not self._locked or self._head is None:
                return
            key = self._tried(passphrase)
            self._open(key)
            self._locked = False
        self._changed()

    def lock(self) -> None:
        """Close the journal in every open page (`domain.machine`)."""
        with self._turn:
            if not self.is_encrypted or self._locked:
                return
            self._locked, self._locked_at = True, self._clock()
            self._epoch += 1
            self._shut(JournalLocked())
        self._changed()

    def close(self) -> None:
        """Let go of the file; for the end of the program."""
        with self._turn:
            self._locked = self.is_encrypted
            self._shut(JournalReplaced())

    def lock_after(self, minutes: int) -> None:
        """Set after how many minutes without a tap the journal locks (`domain.machine`)."""
        with self._turn:
            if self.is_encrypted:
                with self._engine().connect() as connection:
                    connection.exec_driver_sql(f"PRAGMA user_version={int(minutes)}")
                    connection.commit()
                self._minutes = minutes

    def set_passphrase(self, passphrase: str, *, present: str = "") -> None:
        """Encrypt the journal, or change its passphrase (`domain.machine`)."""
        minutes = self._minutes if self.is_encrypted else USUAL_LOCK_MINUTES
        self._rewrite(passphrase, present, minutes)

    def remove_passphrase(self, present: str) -> None:
        """Keep the journal open to whoever has the file again (`domain.machine`)."""
        self._rewrite(None, present, NEVER)

    def set_aside(self) -> str:
        """Put a locked journal beside and begin an empty one (`domain.machine`)."""
        with self._turn:
            if self._file is None or not self._locked:
                raise NotSetAside
            beside = put_beside(self._file, self._clock().date())
            self._head, self._locked, self._locked_at = None, False, None
            self._epoch += 1
            self._open(None)
        self._changed()
        return beside.name

    def erase(self) -> None:
        """Remove everything of hers for good, and begin an empty journal (`domain.machine`)."""
        with self._turn:
            if self._file is None:
                with self._engine().begin() as connection:
                    connection.execute(delete(OwnerRow).where(OwnerRow.name == self._owner))
            else:
                self._erase_file(self._file)
            self._epoch += 1
        self._changed()

    def _engine(self) -> Engine:
        if (door := self._door) is not None:
            return door.engine
        with self._turn:
            if self._door is None:
                if self._locked:
                    raise JournalLocked
                self._open(None)
            return self._door.engine  # type: ignore[union-attr]  # opened just now

    def _open(self, key: Key | None) -> None:
        engine = open_database(self._where, key)
        self._door, self._key = Door(engine), key
        self._head = key.head if key else None
        self._tapped_at = self._clock()
        self._minutes = NEVER
        if key:
            with engine.connect() as connection:
                self._minutes = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            self._watch(self._door)

    def _shut(self, why: JournalError, patience: float = 0) -> bool:
        door, self._door = self._door, None
        key, self._key = self._key, None
        empty = door is None or door.shut(why, patience)
        if key:
            key.forget(why)
        return empty

    def _tried(self, passphrase: str) -> Key:
        """Return the key of a passphrase that opens the file; a wrong one is counted."""
        if self._head is None or self._file is None:
            raise PassphraseNotOffered
        self._tries.require(time.monotonic())
        key = self._head.key(passphrase)
        right = self._key.same_as(key) if self._key else opens(self._file, key)
        self._tries.note(right=right, now=time.monotonic())
        if not right:
            raise PassphraseRefused
        return key

    def _rewrite(self, passphrase: str | None, present: str, minutes: int) -> None:
        if passphrase is not None and not passphrase.strip():
            raise PassphraseEmpty
        with self._turn:
            if self._file is None:
                raise PassphraseNotOffered
            self._engine()  # one that is locked, or cannot be opened, is left as it is
            if self.is_encrypted:
                self._tried(present).forget()
            with self._alone() as key:
                after = rewrite(self._file, key, passphrase, minutes=minutes, cost=self._cost)
                self._open(after)

    @contextmanager
    def _alone(self) -> Iterator[Key | None]:
        """Take the journal from all pages; they find it again when it is over, however it ended.

        Yields its key.
        """
        key = self._key and Key(bytearray(self._key.raw), self._key.head)
        try:
            if not self._shut(JournalReplaced(), _PATIENCE):
                raise JournalInUse
            yield key
        finally:
            if self._door is None:
                self._open(key)
            elif key:
                key.forget()

    def _erase_file(self, file: Path) -> None:
        with self._alone() as key:
            with held(file, key):
                pass  # nobody else has it open
            erase_files(file)
            self._open(None)

    def _lock_when_late(self) -> bool:
        minutes = self._minutes
        if minutes == NEVER or self._locked or not self.is_encrypted:
            return False
        if self._clock() - self._tapped_at < timedelta(minutes=minutes):
            return False
        self.lock()
        return True

    def _watch(self, door: Door) -> None:
        """Look at the clock now and then for as long as this door stands open."""

        def look() -> None:
            while self._door is door and not self._lock_when_late():
                time.sleep(_LOOK_EVERY)

        Thread(target=look, name="lock", daemon=True).start()
