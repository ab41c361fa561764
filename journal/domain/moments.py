"""Moments of connection: small bids, noted by the owner, any number a day."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Final

from journal.domain.days import Sensation
from journal.domain.errors import QuantityOutOfRange, TextTooLong

LONGEST_MOMENT_NOTE: Final = 4_000
LONGEST_MINUTES: Final = 24 * 60


class Initiator(StrEnum):
    """Who made the bid."""

    SELF = "self"
    PARTNER = "partner"
    BOTH = "both"


class BidResponse(StrEnum):
    """How a bid was met (Driver & Gottman 2004); unrecorded is none of the three."""

    TURNED_TOWARD = "toward"
    TURNED_AWAY = "away"
    TURNED_AGAINST = "against"


class Author(StrEnum):
    """Who noted a moment; one the partner added stays the partner's."""

    OWNER = "owner"
    PARTNER = "partner"


class WithWhom(StrEnum):
    """Whom the moment was shared with."""

    PARTNER = "partner"
    CHILD = "child"
    FAMILY = "family"
    FRIEND = "friend"
    SELF = "self"


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of connection.

    Attributes:
        id: Unique within the journal; an empty string until it is saved.
        kind: A code of the moment catalogue, or of the owner's own entries.
        at: Local time of day, if known.
        minutes: How long it lasted, 1–1,440.
        author: Who noted it; a correction does not make it somebody else's.

    Raises:
        QuantityOutOfRange: `minutes` outside its range.
        TextTooLong: The note is too long.
    """

    date: date
    kind: str
    id: str = ""
    at: time | None = None
    initiator: Initiator | None = None
    response: BidResponse | None = None
    with_whom: WithWhom | None = None
    phone_in_way: bool | None = None
    minutes: int | None = None
    sensations: frozenset[Sensation] = frozenset()
    note: str | None = None
    author: Author = Author.OWNER

    def __post_init__(self) -> None:
        if self.minutes is not None and not 1 <= self.minutes <= LONGEST_MINUTES:
            raise QuantityOutOfRange("A moment", self.minutes, 1, LONGEST_MINUTES, "minutes")
        if self.note is not None and len(self.note) > LONGEST_MOMENT_NOTE:
            raise TextTooLong("A moment's note", len(self.note), LONGEST_MOMENT_NOTE)
