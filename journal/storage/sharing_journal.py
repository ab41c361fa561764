"""What one owner lets others read, and what they reply; each act in one transaction."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from journal.domain.errors import GrantMissing, JournalNotWritten, TextTooLong
from journal.domain.grants import (
    Grant,
    LinkTerms,
    Opening,
    Passes,
    expiry,
    new_grant_id,
    validated_recipient,
)
from journal.domain.link_secrets import new_secret, secret_digest
from journal.domain.replies import LONGEST_REPLY, Reply
from journal.domain.texts import storable
from journal.storage.engine import WRITES
from journal.storage.grants import (
    close_grant,
    kept_grants,
    kept_openings,
    put_grant,
    put_opening,
    remove_grant,
    renew_grant,
)
from journal.storage.link_passphrases import hashed
from journal.storage.replies import (
    change_reply,
    delete_reply,
    kept_replies,
    mark_seen,
    put_replies,
)
from journal.storage.tables import ShareReplyRow
from journal.storage.writing import WritingJournal

_A_FILE: Final = LinkTerms()


class SharingJournal(WritingJournal):
    """The grants of one owner's journal."""

    def make_grant(
        self,
        recipient: str,
        passes: Passes,
        *,
        lasting_days: int | None,
        as_file: bool,
        grant_id: str = "",
    ) -> Grant:
        """Let somebody read, from now on.

        There is no undoing it, as an undo must never open again what was withdrawn.

        Args:
            recipient: Whom it is for, in her words.
            passes: What of the journal.
            lasting_days: How long; None without an end.
            as_file: It is handed over as a file.
            grant_id: As `new_grant_id` made it; another is made where none is given. A grant that
                is there already stays as it is.

        Raises:
            NameMissing, TextTooLong: The name of the recipient cannot be.
            QuantityOutOfRange: It would last less than a day, or more than ten years.
        """
        grant = self._grant(recipient, passes, lasting_days, as_file=as_file)
        grant = replace(grant, id=grant_id or grant.id)
        with self._writing() as connection:
            known = kept_grants(connection, self._owner_id)
            if (kept := next((one for one in known if one.id == grant.id), None)) is not None:
                return kept
            put_grant(connection, self._owner_id, grant)
        return grant

    def make_link(
        self,
        recipient: str,
        passes: Passes,
        terms: LinkTerms,
        *,
        lasting_days: int | None,
        passphrase: str = "",
    ) -> tuple[Grant, str]:
        """Let somebody read by a link, from now on.

        Args:
            recipient: Whom it is for, in her words.
            passes: What of the journal.
            terms: How it is held out; whether it has a passphrase is told by `passphrase`.
            lasting_days: How long; None without an end.
            passphrase: Blanks around it do not count; empty for none.

        Returns:
            The grant and the secret of its link, of which only a digest is kept.

        Raises:
            NameMissing, TextTooLong, QuantityOutOfRange: As `make_grant`.
        """
        asked = hashed(passphrase)
        kept = replace(terms, has_passphrase=asked is not None)
        grant = self._grant(recipient, passes, lasting_days, terms=kept)
        secret = new_secret()
        with self._writing() as connection:
            put_grant(
                connection, self._owner_id, grant, digest=secret_digest(secret), passphrase=asked
            )
        return grant, secret

    def renew_link(self, grant_id: str, *, passphrase: str = "") -> tuple[Grant, str]:
        """Give a link that came back from a backup a new secret.

        For whom it is, what passes, its terms and its end stay, and so do its replies and openings.

        Args:
            grant_id: Of the link.
            passphrase: A new one where it asked for one; blanks around it do not count.

        Returns:
            The grant as it is now, and the new secret, of which only a digest is kept.

        Raises:
            GrantMissing: It is not among hers.
            LinkNotRenewed: It did not come back from a backup, or it is over.
            LinkPassphraseMissing: It asked for a passphrase, and none is given.
        """
        asked, secret = hashed(passphrase), new_secret()
        with self._writing() as connection:
            grant = renew_grant(
                connection,
                self._owner_id,
                grant_id,
                self._clock(),
                digest=secret_digest(secret),
                passphrase=asked,
            )
        return grant, secret

    def withdraw_grant(self, grant_id: str) -> None:
        """Take a grant back for good; one that was taken back stays as it is.

        Raises:
            GrantMissing: It is not among hers.
        """
        with self._writing() as connection:
            close_grant(connection, self._owner_id, grant_id, self._clock())

    def forget_grant(self, grant_id: str) -> None:
        """Take a grant back and keep nothing of it: its openings and replies go too.

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
        with self._noting() as connection:
            put_opening(connection, self._owner_id, grant_id, self._clock())

    def openings(self, grant_id: str) -> list[Opening]:
        """Return when a grant was opened, newest first."""
        with self._reading() as connection:
            return kept_openings(connection, self._owner_id, grant_id)

    def replies(self) -> list[Reply]:
        """Return what readers wrote, oldest first."""
        with self._reading() as connection:
            return kept_replies(connection, self._owner_id)

    def replies_about(self, day: date) -> list[Reply]:
        """Return what readers wrote about a day, oldest first."""
        with self._reading() as connection:
            return kept_replies(connection, self._owner_id, ShareReplyRow.about == day)

    def take_replies(self, grant_id: str, replies: Sequence[Reply]) -> int:
        """Keep replies that came in a file; return how many were not there yet.

        Raises:
            GrantMissing: No grant of hers is what they answer.
            RepliesTooMany: There is no room for them; none is kept then.
        """
        with self._writing() as connection:
            if not any(grant.id == grant_id for grant in kept_grants(connection, self._owner_id)):
                raise GrantMissing
            return put_replies(connection, self._owner_id, grant_id, replies, self._clock())

    def note_replies_seen(self, reply_ids: Collection[str]) -> None:
        """Note that replies were in front of her; when a second time, the first time stays.

        One that is gone, or not hers, is none to note.

        Raises:
            JournalNotWritten: It could not be noted.
        """
        with self._noting() as connection:
            mark_seen(connection, self._owner_id, reply_ids, self._clock())

    def answer_reply(self, reply_id: str, words: str) -> None:
        """Answer a reply in place of the answer before; no words take the answer back.

        Raises:
            ReplyMissing: It is not among hers.
            TextTooLong: Too many words.
        """
        answer = storable(words).strip()
        if len(answer) > LONGEST_REPLY:
            raise TextTooLong("An answer", len(answer), LONGEST_REPLY)
        at = self._clock() if answer else None
        self._change_reply(reply_id, answer=answer, answered_at=at)

    def remove_reply(self, reply_id: str) -> None:
        """Remove a reply for good, with its answer.

        Raises:
            ReplyMissing: It is not among hers.
        """
        with self._writing() as connection:
            delete_reply(connection, self._owner_id, reply_id)

    def note_taken(self, reply_id: str) -> None:
        """Note that something agreed on became an intention of hers.

        Raises:
            ReplyMissing: It is not among hers.
        """
        self._change_reply(reply_id, taken_at=self._clock())

    def _change_reply(self, reply_id: str, **values: object) -> None:
        with self._writing() as connection:
            change_reply(connection, self._owner_id, reply_id, self._clock(), **values)

    @contextmanager
    def _noting(self) -> Iterator[Connection]:
        """Begin to note that something was read; the revision stays, as nothing changes by it."""
        try:
            with (
                self._engine.connect().execution_options(**{WRITES: True}) as connection,
                connection.begin(),
            ):
                yield connection
        except OperationalError as failure:
            raise JournalNotWritten from failure

    def _grant(
        self,
        recipient: str,
        passes: Passes,
        lasting_days: int | None,
        *,
        as_file: bool = False,
        terms: LinkTerms = _A_FILE,
    ) -> Grant:
        made_at = self._clock()
        return Grant(
            id=new_grant_id(),
            recipient=validated_recipient(recipient),
            passes=passes,
            as_file=as_file,
            made_at=made_at,
            expires_at=expiry(made_at, lasting_days),
            terms=terms,
        )
