"""What the reader of a link can ask of the place a journal is kept in.

Every question carries the secret of the link, and its passphrase where it has one. A link that was
never made, has ended, was withdrawn, needs another passphrase, or belongs to a journal that is
locked opens nothing, and nothing tells which of these it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from journal.domain.catalogues import CatalogueName, shipped_catalogue
from journal.domain.errors import JournalError
from journal.domain.grants import Grant
from journal.domain.journal import ReadableJournal
from journal.domain.moments import Moment
from journal.domain.nearness import INTIMATE_GROUP
from journal.domain.replies import Reply

MOST_PARTNER_MOMENTS: Final = 20  # on one date
DAYS_BACK: Final = 1  # a partner notes today, or yesterday


def partner_kinds() -> Mapping[str, str]:
    """Return the kinds of moments a partner may add, by code; names of her own stay hers."""
    offered = shipped_catalogue(CatalogueName.MOMENTS).offered
    return {entry.code: entry.name for entry in offered if entry.group != INTIMATE_GROUP}


class PartnerMomentsTooMany(JournalError):
    """More moments of a partner than one date has room for."""

    def __init__(self, most: int) -> None:
        super().__init__(f"There are already {most} moments of yours on this day.")


class NotForReaders(JournalError):
    """Something a link does not allow."""

    def __init__(self) -> None:
        super().__init__("This link does not allow that. Nothing was written.")


@dataclass(frozen=True, slots=True)
class OpenedGrant:
    """What a link opens.

    Attributes:
        grant: By which grant; it lets through at the moment it was asked.
        journal: Whose it is, whole; it has no way to write. What passes of it is for whoever
            shows it to see to (`sharing.granted`).
        today: The date where she is.
        replies: What was written by this grant, oldest first, with her answers.
    """

    grant: Grant
    journal: ReadableJournal
    today: date
    replies: tuple[Reply, ...] = ()


class Readers(Protocol):
    """Where readers of links ask."""

    def opened(self, secret: str, passphrase: str, *, noted: bool) -> OpenedGrant | None:
        """Return what the link with this secret opens.

        Args:
            secret: Of the link.
            passphrase: Of the link; not looked at where it has none.
            noted: Note for her that it was opened; a page that only asks whether it still may
                show what it shows is no opening.

        Raises:
            JournalNotWritten: That it was opened could not be noted, so it opens nothing.
        """

    def replied(
        self, secret: str, passphrase: str, replies: Sequence[Reply]
    ) -> tuple[Reply, ...] | None:
        """Keep what the reader wrote, all or nothing; return all replies by this grant.

        Raises:
            NotForReaders: It takes no replies.
            RepliesTooMany: There is no room for them.
            JournalNotWritten: Nothing was written.
        """

    def moment_added(self, secret: str, passphrase: str, kind: str, day: date) -> Moment | None:
        """Add a moment as the partner's.

        Raises:
            NotForReaders: It takes no moments, none of that kind, or none of that day.
            PartnerMomentsTooMany: There is no room for another.
            JournalNotWritten: Nothing was written.
        """

    def moment_taken_back(self, secret: str, passphrase: str, moment_id: str) -> bool | None:
        """Take back a moment the partner added today or yesterday; False where there is none.

        Raises:
            NotForReaders: It takes no moments.
            JournalNotWritten: Nothing was written.
        """
