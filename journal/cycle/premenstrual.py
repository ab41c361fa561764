"""The premenstrual pattern in daily ratings, by the rules of C-PASS, for any scale.

    … day  -7 -6 -5 -4 -3 -2 -1 | 1  2  3  4  5  6  7  8  9  10 …
           [ week before       ]  ^onset  [ week after          ]

There is no day 0. A *cycle* here is one onset with the week before it and the week after it.
Rules: Eisenlohr-Moul et al. 2017 (Am J Psychiatry 174:51) and the authors' program `cpass`.
A higher rating is always the worse one; a day without a rating takes no part in anything.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from journal.cycle.premenstrual_values import (
    FEWEST_DAYS,
    CycleSummary,
    DayRating,
    DomainSummary,
    ItemSummary,
    Pattern,
    PremenstrualScale,
    PremenstrualSummary,
)

WEEK_BEFORE: Final = range(-7, 0)
WEEK_AFTER: Final = range(4, 11)
FEWEST_DAYS_FELT: Final = 2
LEAST_CHANGE_PERCENT: Final = 30
FEWEST_DOMAINS: Final = 5
FEWEST_CYCLES: Final = 2
# The authors' program; the paper asks for two cycles only.
LEAST_SHARE_OF_CYCLES: Final = 0.5

_Days: TypeAlias = dict[int, float]


def premenstrual_summary(
    ratings: Sequence[DayRating], scale: PremenstrualScale
) -> PremenstrualSummary:
    """Summarise daily ratings; an item the scale does not know, and days outside, are not read."""
    weeks: dict[int, dict[str, _Days]] = defaultdict(lambda: defaultdict(dict))
    for rating in ratings:
        if rating.item in scale.domains and (rating.day in WEEK_BEFORE or rating.day in WEEK_AFTER):
            weeks[rating.cycle][rating.item][rating.day] = rating.value
    values = [
        value for items in weeks.values() for days in items.values() for value in days.values()
    ]
    range_used = max(values) - scale.lowest if values else 0
    cycles = [_cycle(cycle, weeks[cycle], scale, range_used) for cycle in sorted(weeks)]
    return PremenstrualSummary(_person_pattern(cycles), tuple(cycles), range_used)


def _cycle(
    cycle: int, rated: Mapping[str, _Days], scale: PremenstrualScale, range_used: float
) -> CycleSummary:
    items = [
        _item(cycle, item, rated[item], scale=scale, range_used=range_used)
        for item in scale.domains
        if item in rated
    ]
    domains = _domains(items, scale)
    days = {day for found in rated.values() for day in found}
    before = sum(day in WEEK_BEFORE for day in days)
    after = len(days) - before
    core = any(domain.meets for domain in domains if domain.domain in scale.core)
    stays = sum(bool(domain.stays) for domain in domains) >= FEWEST_DOMAINS
    met = sum(bool(domain.meets) for domain in domains)
    enough = min(before, after) >= FEWEST_DAYS
    pattern = _cycle_pattern(met, core=core, stays=stays) if enough else Pattern.NOT_ENOUGH
    return CycleSummary(cycle, before, after, tuple(items), domains, core, stays, pattern)


def _cycle_pattern(domains_met: int, *, core: bool, stays: bool) -> Pattern:
    if core:
        return Pattern.WIDE if domains_met >= FEWEST_DOMAINS else Pattern.CORE
    return Pattern.ALL_MONTH if stays else Pattern.NONE


def _item(
    cycle: int, item: str, days: _Days, *, scale: PremenstrualScale, range_used: float
) -> ItemSummary:
    before = [value for day, value in sorted(days.items()) if day in WEEK_BEFORE]
    after = [value for day, value in sorted(days.items()) if day in WEEK_AFTER]
    mean_before, mean_after = _mean(before), _mean(after)
    change = None
    if mean_before is not None and mean_after is not None and range_used > 0:
        change = 100 * (mean_before - mean_after) / range_used
    felt = sum(value >= scale.moderate for value in before)
    # Compared as it comes, as `cpass` does: 2⅔ − 1⅙ of 5 is 30 %, and a binary hair below it.
    stays = felt >= FEWEST_DAYS_FELT and change is not None and change >= LEAST_CHANGE_PERCENT
    enough = min(len(before), len(after)) >= FEWEST_DAYS
    clears = all(value < scale.moderate for value in after)
    return ItemSummary(
        cycle=cycle,
        item=item,
        domain=scale.domains[item],
        days_before=len(before),
        days_after=len(after),
        highest_before=max(before, default=None),
        highest_after=max(after, default=None),
        mean_before=mean_before,
        mean_after=mean_after,
        days_felt=felt,
        change_percent=change,
        meets=stays and clears if enough else None,
        stays=stays if enough else None,
    )


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _domains(items: Sequence[ItemSummary], scale: PremenstrualScale) -> tuple[DomainSummary, ...]:
    """Gather items into domains, in the order of the scale; a domain nobody rated is left out."""
    rated = {item.domain for item in items}
    names = dict.fromkeys(domain for domain in scale.domains.values() if domain in rated)
    return tuple(
        DomainSummary(
            name,
            _any_known([item.meets for item in items if item.domain == name]),
            _any_known([item.stays for item in items if item.domain == name]),
        )
        for name in names
        if name is not None
    )


def _any_known(findings: Sequence[bool | None]) -> bool | None:
    known = [finding for finding in findings if finding is not None]
    return any(known) if known else None


def _person_pattern(cycles: Sequence[CycleSummary]) -> Pattern:
    included = [cycle for cycle in cycles if cycle.included]
    if len(included) < FEWEST_CYCLES:
        return Pattern.NOT_ENOUGH

    def often(count: int) -> bool:
        return count >= FEWEST_CYCLES and count >= LEAST_SHARE_OF_CYCLES * len(included)

    if often(sum(cycle.pattern is Pattern.WIDE for cycle in included)):
        return Pattern.WIDE
    if often(sum(cycle.core for cycle in included)):
        return Pattern.CORE
    if often(sum(cycle.stays for cycle in included)):
        return Pattern.ALL_MONTH
    return Pattern.NONE
