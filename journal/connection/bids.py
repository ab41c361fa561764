"""Bids: who made them, how they were met, and how often a phone was in the way."""

from dataclasses import dataclass


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
