"""Moments of a day counted by what was said of them, for everything that needs no single one."""

from dataclasses import dataclass
from datetime import date

from journal.domain.moments import Author, BidResponse, Initiator


@dataclass(frozen=True, slots=True)
class MomentTally:
    """How many moments of one date have all of this in common; None is not recorded.

    Attributes:
        count: At least one.
    """

    date: date
    kind: str
    count: int
    initiator: Initiator | None = None
    response: BidResponse | None = None
    phone_in_way: bool | None = None
    author: Author = Author.OWNER
