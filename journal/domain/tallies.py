"""Moments and sensations of a day, counted, for everything that needs no single one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journal.domain.days import Sensation
from journal.domain.moments import Author, BidResponse, Initiator, WithWhom


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
    with_whom: WithWhom | None = None


@dataclass(frozen=True, slots=True)
class FeltTally:
    """A sensation the owner noted on a date.

    Attributes:
        kind: Of the moments it was noted on; None where it was noted on the day itself.
        count: On how many moments of the kind; 1 on the day itself.
    """

    date: date
    sensation: Sensation
    kind: str | None = None
    count: int = 1


def tally_order(tally: MomentTally) -> tuple[date, str, str, str, int, str, str]:
    """Return what tallies are sorted by: oldest first, then codes, not recorded before recorded."""
    phone = -1 if tally.phone_in_way is None else int(tally.phone_in_way)
    said = (tally.initiator or "", tally.response or "", phone, tally.author, tally.with_whom or "")
    return tally.date, tally.kind, *said


def felt_tallies(noted: Iterable[FeltTally]) -> list[FeltTally]:
    """Add up what is of one date, kind and sensation: oldest first, the day before its moments."""
    counts: Counter[tuple[date, str, str, str]] = Counter()
    for tally in noted:
        felt = tally.sensation
        counts[tally.date, tally.kind or "", felt.place, felt.quality] += tally.count
    return [
        FeltTally(day, Sensation(place, quality), kind or None, count)
        for (day, kind, place, quality), count in sorted(counts.items())
    ]
