"""Where the readers of links ask (`domain.readers.Readers`): read-only but for what it names.

A stranger's guess costs one look at an index and takes no lock that her own saving would wait for.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock
from typing import Any, Final, TypeAlias

from sqlalchemy import Engine, bindparam, select

from journal.domain.errors import GrantMissing, MomentMissing
from journal.domain.grants import Grant
from journal.domain.link_secrets import is_secret, same_digest, secret_digest
from journal.domain.machine import JournalLocked, JournalReplaced, TriesTooMany
from journal.domain.moments import Author, Moment
from journal.domain.ranges import DateRange
from journal.domain.readers import (
    DAYS_BACK,
    MOST_PARTNER_MOMENTS,
    NotForReaders,
    OpenedGrant,
    PartnerMomentsTooMany,
    partner_kinds,
)
from journal.domain.replies import Reply
from journal.domain.zones import zone_named
from journal.storage.grants import grant_from
from journal.storage.link_passphrases import opens
from journal.storage.owner_journal import OwnerJournal
from journal.storage.reading import ReadingJournal
from journal.storage.replies import kept_replies
from journal.storage.tables import ShareGrantRow, ShareReplyRow
from journal.storage.tries import Tries

_Row: TypeAlias = Any
# Built once: whoever guesses asks it over and over.
_BY_DIGEST: Final = select(ShareGrantRow.__table__).where(
    ShareGrantRow.digest == bindparam("digest")
)
_MOST_COUNTED: Final = 1_000  # links whose wrong passphrases are counted at one time


@dataclass(frozen=True, slots=True)
class _Found:
    engine: Engine
    owner_id: int
    grant: Grant
    today: date


class SharedDoor:
    """Answers the readers of links to journals in one database.

    Args:
        engine: Returns the database; raises `JournalLocked` or `JournalReplaced` while it is shut.
        clock: Returns the present instant, in UTC.
    """

    def __init__(self, engine: Callable[[], Engine], clock: Callable[[], datetime]) -> None:
        self._engine, self._clock = engine, clock
        self._tries: dict[str, Tries] = {}
        self._counting = Lock()

    def opened(self, secret: str, passphrase: str, *, noted: bool) -> OpenedGrant | None:
        """Return what the link with this secret opens (`domain.readers`)."""
        found = self._found(secret, passphrase)
        if found is None:
            return None
        if noted:
            try:
                self._journal(found).note_opening(found.grant.id)
            except GrantMissing:  # taken off the list in between
                return None
        return OpenedGrant(
            found.grant,
            ReadingJournal(found.engine, found.owner_id),
            found.today,
            self._replies(found),
        )

    def replied(
        self, secret: str, passphrase: str, replies: Sequence[Reply]
    ) -> tuple[Reply, ...] | None:
        """Keep what the reader wrote (`domain.readers`)."""
        found = self._found(secret, passphrase)
        if found is None:
            return None
        if not found.grant.terms.may_reply:
            raise NotForReaders
        try:
            self._journal(found).take_replies(found.grant.id, replies)
        except GrantMissing:
            return None
        return self._replies(found)

    def moment_added(self, secret: str, passphrase: str, kind: str, day: date) -> Moment | None:
        """Add a moment as the partner's (`domain.readers`)."""
        found = self._found(secret, passphrase)
        if found is None:
            return None
        if not found.grant.terms.may_add_moments or day not in _recent(found.today):
            raise NotForReaders
        if kind not in partner_kinds():
            raise NotForReaders
        journal = self._journal(found)
        that_day = journal.moments(DateRange.last_days(1, day), notes=False)
        if sum(map(_is_partners, that_day)) >= MOST_PARTNER_MOMENTS:
            raise PartnerMomentsTooMany(MOST_PARTNER_MOMENTS)
        return journal.add_moment(Moment(day, kind, author=Author.PARTNER))

    def moment_taken_back(self, secret: str, passphrase: str, moment_id: str) -> bool | None:
        """Take back a moment the partner added (`domain.readers`)."""
        found = self._found(secret, passphrase)
        if found is None:
            return None
        if not found.grant.terms.may_add_moments:
            raise NotForReaders
        journal = self._journal(found)
        try:
            moment = journal.moment(moment_id)
            if not _is_partners(moment) or moment.date not in _recent(found.today):
                return False
            journal.delete_moment(moment_id)
        except MomentMissing:
            return False
        return True

    def _found(self, secret: str, passphrase: str) -> _Found | None:
        """Return the link that lets through now; None for everything else, whatever it is."""
        now = self._clock()
        try:
            engine = self._engine()
            kept = _kept(engine, secret)
        except (JournalLocked, JournalReplaced):
            kept = None
        opened = self._unlocked(kept, passphrase)
        if kept is None or not opened:
            return None
        grant = grant_from(kept)
        if not grant.opens(now):
            return None
        today = now.astimezone(zone_named(grant.terms.zone)).date()
        return _Found(engine, kept.owner_id, grant, today)

    def _unlocked(self, kept: _Row | None, passphrase: str) -> bool:
        """Try the passphrase; one that was typed is worked on once, whatever it is for."""
        if not passphrase.strip():
            return kept is not None and kept.passphrase is None
        asked = kept.passphrase if kept is not None else None
        if kept is None or asked is None:
            opens(None, passphrase)
            return kept is not None
        tries = self._tries_of(kept.id)
        if not self._may_try(tries):
            opens(None, passphrase)
            return False
        right = opens(asked, passphrase)
        if right:
            tries.note(right=True, now=time.monotonic())
        return right

    def _may_try(self, tries: Tries) -> bool:
        """Count a try before it is made, or several made at once would count as one."""
        now = time.monotonic()
        with self._counting:
            try:
                tries.require(now)
            except TriesTooMany:
                return False
            tries.note(right=False, now=now)
        return True

    def _tries_of(self, grant_id: str) -> Tries:
        with self._counting:
            if grant_id not in self._tries and len(self._tries) >= _MOST_COUNTED:
                self._tries.pop(next(iter(self._tries)))
            return self._tries.setdefault(grant_id, Tries())

    def _journal(self, found: _Found) -> OwnerJournal:
        return OwnerJournal(found.engine, found.owner_id, self._clock)

    @staticmethod
    def _replies(found: _Found) -> tuple[Reply, ...]:
        by_grant = ShareReplyRow.grant_id == found.grant.id
        with found.engine.connect() as connection:
            return tuple(kept_replies(connection, found.owner_id, by_grant))


def _kept(engine: Engine, secret: str) -> _Row | None:
    """Return the row of the link with this secret, open or not."""
    if not is_secret(secret):
        return None
    digest = secret_digest(secret)
    with engine.connect() as connection:
        row = connection.execute(_BY_DIGEST, {"digest": digest}).first()
    return row if row is not None and same_digest(row.digest, digest) else None


def _recent(today: date) -> DateRange:
    return DateRange.last_days(1 + DAYS_BACK, today)


def _is_partners(moment: Moment) -> bool:
    return moment.author is Author.PARTNER
