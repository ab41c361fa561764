"""What the premenstrual pattern is made from and what comes out; `premenstrual` has the rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

# Rated days of seven, in either week: the authors' program; the paper of 2017 is content with 3.
FEWEST_DAYS: Final = 4


class Pattern(StrEnum):
    """What the ratings show, over one cycle or over all; never a diagnosis.

    `CORE`: at least one domain of feeling comes before the bleed and clears after it.
    `WIDE`: the same, and at least five domains of any kind.
    `ALL_MONTH`: at least five domains are stronger before the bleed and do not clear after it.
    """

    NOT_ENOUGH = "not_enough"
    NONE = "none"
    CORE = "core"
    WIDE = "wide"
    ALL_MONTH = "all_month"


@dataclass(frozen=True, slots=True)
class PremenstrualScale:
    """One scale for every item.

    Attributes:
        moderate: From here on a day counts as felt; a week "clears" when it stays below.
        domains: Domain by item; None for an item that is rated, and counts in the range of her
            ratings, but stands for no domain.
        core: The domains of feeling, one of which has to be met.
    """

    lowest: float
    highest: float
    moderate: float
    domains: Mapping[str, str | None]
    core: frozenset[str]


@dataclass(frozen=True, slots=True)
class DayRating:
    """One item on one day.

    Attributes:
        cycle: Which onset; any number, unique to it.
        day: -7 … -1 before the onset, 1 the onset itself; only the two weeks are read.
    """

    cycle: int
    day: int
    item: str
    value: float


@dataclass(frozen=True, slots=True)
class ItemSummary:
    """One item in one cycle.

    Attributes:
        days_before: Rated days of the seven; `days_after` likewise.
        days_felt: Days before the onset rated moderate or worse.
        change_percent: 100 · (mean before − mean after) / range of her ratings; None where a week
            has no rating, or she never rated above the lowest.
        meets: Comes before the onset and clears after it; None with too few rated days.
        stays: Stronger before the onset but not clear after it, or `meets`; None as above.
    """

    cycle: int
    item: str
    domain: str | None
    days_before: int
    days_after: int
    highest_before: float | None
    highest_after: float | None
    mean_before: float | None
    mean_after: float | None
    days_felt: int
    change_percent: float | None
    meets: bool | None
    stays: bool | None


@dataclass(frozen=True, slots=True)
class DomainSummary:
    """One domain in one cycle: met when any of its items is, None when none could be judged."""

    domain: str
    meets: bool | None
    stays: bool | None


@dataclass(frozen=True, slots=True)
class CycleSummary:
    """One cycle.

    Attributes:
        days_before: Days of the week before with any rating; `days_after` likewise.
        core: A domain of feeling is met.
        stays: At least five domains stay all month or are met.
    """

    cycle: int
    days_before: int
    days_after: int
    items: tuple[ItemSummary, ...]
    domains: tuple[DomainSummary, ...]
    core: bool
    stays: bool
    pattern: Pattern

    @property
    def included(self) -> bool:
        """Whether both weeks have enough rated days."""
        return self.pattern is not Pattern.NOT_ENOUGH

    @property
    def missing_before(self) -> int:
        """Rated days the week before still lacks."""
        return max(0, FEWEST_DAYS - self.days_before)

    @property
    def missing_after(self) -> int:
        """Rated days the week after still lacks."""
        return max(0, FEWEST_DAYS - self.days_after)

    @property
    def domains_met(self) -> int:
        """How many domains come before the onset and clear after it."""
        return sum(bool(domain.meets) for domain in self.domains)


@dataclass(frozen=True, slots=True)
class PremenstrualSummary:
    """Everything the ratings show, cycles in their order.

    Attributes:
        range_used: Her highest rating minus the lowest of the scale, over all items, cycles and
            both weeks; 0 where nothing was rated.
    """

    pattern: Pattern
    cycles: tuple[CycleSummary, ...]
    range_used: float

    @property
    def cycles_included(self) -> tuple[CycleSummary, ...]:
        """The cycles with enough rated days in both weeks."""
        return tuple(cycle for cycle in self.cycles if cycle.included)


@dataclass(frozen=True, slots=True)
class DomainCount:
    """In how many usable cycles a domain was met, of those in which it could be judged."""

    domain: str
    met: int
    stays: int
    judged: int


def domain_counts(summary: PremenstrualSummary) -> tuple[DomainCount, ...]:
    """Count each domain over the usable cycles, those met most often first."""
    found = [domain for cycle in summary.cycles_included for domain in cycle.domains]
    counts = [
        DomainCount(
            name,
            met=sum(bool(item.meets) for item in found if item.domain == name),
            stays=sum(bool(item.stays) for item in found if item.domain == name),
            judged=sum(item.meets is not None for item in found if item.domain == name),
        )
        for name in dict.fromkeys(domain.domain for domain in found)
    ]
    return tuple(sorted(counts, key=lambda count: (-count.met, -count.stays)))
