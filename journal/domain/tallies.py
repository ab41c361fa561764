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


def tally_order(tally: MomentTally) -> tuple[date, str, str, str, int, str]:
    """Return what tallies are sorted by: oldest first, then codes, not recorded before recorded."""
    phone = -1 if tally.phone_in_way is None else int(tally.phone_in_way)
    said = (tally.initiator or "", tally.response or "", phone, tally.author)
    return tally.date, tally.kind, *said
