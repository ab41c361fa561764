"""Bids: who made them, how they were met, and how often a phone was in the way.

A moment whose initiator is recorded is a bid, touched or not. Whoever noted a moment, "self" is
the owner of the journal. What one noted and what the other noted are never added up: both may
have noted the same moment. A moment with others, or done alone, is none of these two's.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Final

from journal.connection.between_two import is_between_two
from journal.domain.moments import Author, BidResponse, Initiator
from journal.domain.tallies import MomentTally

LEVEL: Final = 0.95  # of every interval of a share
# Below it a share would be a number about two or three moments; this journal's own choice.
FEWEST_ANSWERS: Final = 5
_Z: Final = NormalDist().inv_cdf((1 + LEVEL) / 2)


@dataclass(frozen=True, slots=True)
class Share:
    """A share of bids with its denominator and its 95 % interval (Wilson 1927), all 0 to 1.

    Attributes:
        of: How many bids have the answer recorded; the rest take no part.
    """

    part: int
    of: int
    rate: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class BidSummary:
    """Bids of a span, made by one of the two.

    Attributes:
        toward: Turned toward, of those with a recorded answer.
        away: Of the same; `against` likewise.
        unrecorded: Bids without a recorded answer, which count for none of the three.
    """

    toward: Share
    away: int
    against: int
    unrecorded: int


@dataclass(frozen=True, slots=True)
class Starts:
    """Who starts, of the moments with a recorded initiator.

    Attributes:
        unrecorded: Moments without one, which are no bids here.
    """

    own: Share
    partner: Share
    both: Share
    unrecorded: int


@dataclass(frozen=True, slots=True)
class BidCounts:
    """What one of the two noted.

    Attributes:
        moments: All of them, bids or not.
        made: Bids the owner made.
        received: Bids made to her by her partner.
        phone: Moments with a phone in the way, of those where that was answered yes or no.
    """

    moments: int
    made: BidSummary
    received: BidSummary
    starts: Starts
    phone: Share


@dataclass(frozen=True, slots=True)
class Bids:
    """The owner's notes and her partner's, side by side.

    Attributes:
        elsewhere: Moments with others or on her own, whoever noted them; they are in neither.
    """

    own: BidCounts
    partner: BidCounts
    elsewhere: int = 0


def share(part: int, of: int) -> Share:
    """Return a share with Wilson's score interval, without continuity correction.

    It never leaves 0 to 1 and is no point at either end, as it would be by the textbook formula
    (Wilson 1927, J Am Stat Assoc 22:209; method 3 of Newcombe 1998, Stat Med 17:857).

    Args:
        part: 0 to `of`.
        of: 0 or more; a share of nothing has neither rate nor interval.
    """
    if not of:
        return Share(part, of, None, None, None)
    rate, over = part / of, _Z**2 / of
    middle = (rate + over / 2) / (1 + over)
    reach = _Z / (1 + over) * sqrt(rate * (1 - rate) / of + over / of / 4)
    # Exact where the formula is exact but its arithmetic is not.
    low = 0.0 if part == 0 else middle - reach
    high = 1.0 if part == of else middle + reach
    return Share(part, of, rate, low, high)


def is_enough(found: Share) -> bool:
    """Say whether a share rests on enough recorded answers to be shown as one."""
    return found.of >= FEWEST_ANSWERS


def shown(found: Share) -> Share:
    """Return a share as it may be shown: its counts alone where there are too few of them."""
    return found if is_enough(found) else Share(found.part, found.of, None, None, None)


def bids(tallies: Iterable[MomentTally]) -> Bids:
    """Count bids; every moment between the two with a recorded initiator is one."""
    found: dict[Author, list[MomentTally]] = {author: [] for author in Author}
    elsewhere = 0
    for tally in tallies:
        if is_between_two(tally.kind, tally.with_whom):
            found[tally.author].append(tally)
        else:
            elsewhere += tally.count
    return Bids(_counts(found[Author.OWNER]), _counts(found[Author.PARTNER]), elsewhere)


def _counts(tallies: list[MomentTally]) -> BidCounts:
    met: Counter[tuple[Initiator | None, BidResponse | None]] = Counter()
    phones: Counter[bool | None] = Counter()
    for tally in tallies:
        met[tally.initiator, tally.response] += tally.count
        phones[tally.phone_in_way] += tally.count
    return BidCounts(
        moments=met.total(),
        made=_summary(met, Initiator.SELF),
        received=_summary(met, Initiator.PARTNER),
        starts=_starts(met),
        phone=share(phones[True], phones[True] + phones[False]),
    )


def _summary(
    met: Counter[tuple[Initiator | None, BidResponse | None]], by: Initiator
) -> BidSummary:
    toward, away, against = (
        met[by, response]
        for response in (
            *(BidResponse.TURNED_TOWARD, BidResponse.TURNED_AWAY),
            BidResponse.TURNED_AGAINST,
        )
    )
    return BidSummary(share(toward, toward + away + against), away, against, met[by, None])


def _starts(met: Counter[tuple[Initiator | None, BidResponse | None]]) -> Starts:
    by: Counter[Initiator | None] = Counter()
    for (initiator, _), number in met.items():
        by[initiator] += number
    known = by.total() - by[None]
    own, partner, both = (
        share(by[initiator], known)
        for initiator in (Initiator.SELF, Initiator.PARTNER, Initiator.BOTH)
    )
    return Starts(own, partner, both, by[None])
