"""What one owner lets others read: given, withdrawn, opened; each in one transaction."""

from uuid import uuid4

from sqlalchemy.exc import OperationalError

from journal.domain.errors import JournalNotWritten
from journal.domain.grants import Grant, Opening, Passes, expiry, validated_recipient
from journal.storage.engine import WRITES
from journal.storage.grants import (
    close_grant,
    kept_grants,
    kept_openings,
    put_grant,
    put_opening,
    remove_grant,
)
from journal.storage.writing import WritingJournal


class SharingJournal(WritingJournal):
    """The grants of one owner's journal."""

    def make_grant(
        self, recipient: str, passes: Passes, *, lasting_days: int | None, as_file: bool
    ) -> Grant:
        """Let somebody read, from now on.

        There is no undoing it, as an undo must never open again what was withdrawn.

        Args:
            recipient: Whom it is for, in her words.
            passes: What of the journal.
            lasting_days: How long; None without an end.
            as_file: It is handed over as a file.

        Raises:
            NameMissing, TextTooLong: The name of the recipient cannot be.
            QuantityOutOfRange: It would last less than a day, or more than ten years.
        """
        made_at = self._clock()
        grant = Grant(
            id=uuid4().hex,
            recipient=validated_recipient(recipient),
            passes=passes,
            as_file=as_file,
            made_at=made_at,
            expires_at=expiry(made_at, lasting_days),
        )
        with self._writing() as connection:
            put_grant(connection, self._owner_id, grant)
        return grant

    def withdraw_grant(self, grant_id: str) -> None:
        """Take a grant back for good; one that was taken back stays as it is.

        Raises:
            GrantMissing: It is not among hers.
        """
        with self._writing() as connection:
            close_grant(connection, self._owner_id, grant_id, self._clock())

    def forget_grant(self, grant_id: str) -> None:
        """Take a grant back and keep nothing of it.

        Raises:
            GrantMissing: It is not among hers.
        """
        with self._writing() as connection:
            remove_grant(connection, self._owner_id, grant_id)

    def grants(self) -> list[Grant]:
        """Return everything she gave, newest first."""
        with self._reading() as connection:
            return kept_grants(connection, self._owner_id)

    def note_opening(self, grant_id: str) -> None:
        """Note that a grant was opened; when, and nothing else.

        Raises:
            GrantMissing: It is not among hers.
            JournalNotWritten: It could not be noted, so it must open nothing.
        """
        # The revision stays: nothing in the journal changes by being read.
        try:
            with (
                self._engine.connect().execution_options(**{WRITES: True}) as connection,
                connection.begin(),
            ):
                put_opening(connection, self._owner_id, grant_id, self._clock())
        except OperationalError as failure:
            raise JournalNotWritten from failure

    def openings(self, grant_id: str) -> list[Opening]:
        """Return when a grant was opened, newest first."""
        with self._reading() as connection:
            return kept_openings(connection, self._owner_id, grant_id)
