"""Kinds of moment that in her own record came on closer days; counted, and no more than that.

A closer day is one with connection above the middle of all her rated days. Nothing is said of what
came of what: the counts only choose what may be suggested.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Final

from journal.connection.bids import share
from journal.domain.ratings import Rating

# Ours: six weeks of ratings for a middle that stays, ten days for a count worth telling.
FEWEST_RATED_DAYS: Final = 40
FEWEST_KIND_DAYS: Final = 10
MORE_OFTEN_THAN_NOT: Final = 0.5


@dataclass(frozen=True, slots=True)
class KindDays:
    """Rated days with a kind of moment, and how many of them were closer than the middle."""

    kind: str
    days: int
    above: int


def closer_kinds(
    ratings: Mapping[date, Rating], noted: Iterable[tuple[date, str]]
) -> list[KindDays]:
    """Return the kinds whose days were closer ones clearly more often than not.

    Args:
        ratings: Her connection by date; days without one take no part.
        noted: The kinds of each date; twice on one day is once.

    Returns:
        Kinds with at least 10 rated days, out of at least 40 rated days in all, for which the lower
        end of the 95 % interval of their share of closer days lies above half; highest first.
    """
    if len(ratings) < FEWEST_RATED_DAYS:
        return []
    middle = median(ratings.values())
    days: Counter[str] = Counter()
    above: Counter[str] = Counter()
    for day, kind in set(noted):
        if (rating := ratings.get(day)) is not None:
            days[kind] += 1
            above[kind] += rating > middle
    found = [KindDays(kind, days[kind], above[kind]) for kind in days]
    return sorted(filter(_is_closer, found), key=_rank)


def _is_closer(found: KindDays) -> bool:
    """Say whether even the lower end of the interval is more often than not."""
    return found.days >= FEWEST_KIND_DAYS and _low(found) > MORE_OFTEN_THAN_NOT


def _rank(found: KindDays) -> tuple[float, str]:
    return -_low(found), found.kind


def _low(found: KindDays) -> float:
    return share(found.above, found.days).low or 0.0
