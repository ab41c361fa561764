"""The days of a measure in groups: every day, the middle of each group, and its level.

Two middles are given, as they answer different questions. The median and quartiles say how her
days lie. The *level* is the average that the model of days (`day_memory_levels`) finds, with an
interval that knows how much one day resembles the next; an interval from counting days alone would
be too short.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Final

import numpy as np

from journal.analysis.day_memory import RatedDays, joint_effect
from journal.analysis.day_memory_gate import FEWEST_WINDOW_CYCLES, FEWEST_WINDOW_DAYS, Lack
from journal.analysis.day_memory_grid import Floats
from journal.analysis.day_memory_levels import Level, LevelModel, level_model
from journal.analysis.day_memory_mixture import USUAL_LEVEL
from journal.analysis.quartiles import FEWEST_DAYS
from journal.analysis.relations.answers import HARDLY_POINTS
from journal.analysis.relations.outcome_days import OutcomeDays, on_scale

QUARTERS: Final = (25, 50, 75)


@dataclass(frozen=True, slots=True)
class GroupDay:
    """One day of a group; `estimated` says that its place in the group is worked out."""

    day: date
    value: float
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Quarters:
    """The middle of a group's days and the edges of their middle half."""

    lower: float
    median: float
    upper: float


@dataclass(frozen=True, slots=True)
class Group:
    """Days that belong together.

    Attributes:
        key: Stable, of a phase or a stage.
        name: For a person.
        days: Oldest first.
        cycles: In how many cycles they lie; None where cycles are not meant.
        quarters: None of fewer than `quartiles.FEWEST_DAYS` days.
        level: The average, with its interval of 95 %; None where the record does not bear one.
    """

    key: str
    name: str
    days: tuple[GroupDay, ...]
    cycles: int | None
    quarters: Quarters | None
    level: Level | None

    @property
    def estimated_days(self) -> int:
        """How many days are in the group by estimate."""
        return sum(day.estimated for day in self.days)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether the levels of the groups differ.

    Attributes:
        p: All groups asked at once, and no other question beside it; None where it cannot be asked.
        most: The largest difference between two groups, above zero, in points; its interval allows
            for having been the largest of all pairs (Bonferroni).
        hardly: Every difference between two groups lies within half a point, intervals too.
    """

    p: float | None
    highest: str
    lowest: str
    most: Level
    hardly: bool


@dataclass(frozen=True, slots=True)
class Groups:
    """One measure in groups.

    Attributes:
        code: Of the measure.
        groups: In their own order; those without any day are left out.
        lacks: What is missing for levels.
        comparison: None where fewer than two groups have a level, or none is asked for.
        left_out: Rated days that lie in no group.
        apart_left_out: Days apart, where she leaves them out of comparisons.
    """

    code: str
    name: str
    groups: tuple[Group, ...]
    lacks: tuple[Lack, ...]
    comparison: Comparison | None
    left_out: int
    apart_left_out: int = 0

    @property
    def rated_days(self) -> int:
        """How many days lie in a group."""
        return sum(len(group.days) for group in self.groups)

    def group(self, key: str) -> Group:
        """Return one of the groups."""
        return next(group for group in self.groups if group.key == key)


@dataclass(frozen=True, slots=True)
class Membership:
    """Which group a rated day lies in.

    Attributes:
        cycle: Its cycle, as any number; None where it lies in none.
    """

    key: str
    estimated: bool = False
    cycle: int | None = None


def grouped(
    outcome: OutcomeDays,
    members: Sequence[Membership | None],
    names: Mapping[str, str],
    *,
    called: str,
    in_cycles: bool,
) -> Groups:
    """Sort the days into groups, in the order of `names`; levels are still to come.

    Args:
        outcome: The days.
        members: The group of each.
        names: Of all groups there may be, by key.
        called: The name of the measure.
        in_cycles: Count the cycles behind each group.
    """
    found: dict[str, list[tuple[GroupDay, Membership]]] = {key: [] for key in names}
    for day, value, member in zip(
        outcome.dates, outcome.rated.ratings.tolist(), members, strict=True
    ):
        if member is not None:
            found[member.key].append((GroupDay(day, value, member.estimated), member))
    groups = tuple(
        Group(
            key=key,
            name=names[key],
            days=tuple(day for day, _ in days),
            cycles=_cycles([member for _, member in days]) if in_cycles else None,
            quarters=_quarters([day.value for day, _ in days]),
            level=None,
        )
        for key, days in found.items()
        if days
    )
    left_out = sum(member is None for member in members)
    return Groups(outcome.code, called, groups, (), None, left_out, outcome.apart_left_out)


def levelled(
    found: Groups,
    outcome: OutcomeDays,
    members: Sequence[Membership | None],
    base_of: Callable[[Floats], Floats],
    *,
    compare: bool,
) -> Groups:
    """Add the level of each group that has days enough, and the comparison of them if wanted.

    Args:
        found: The groups.
        outcome: Their days.
        members: The group of each day.
        base_of: What is taken account of, with a further column of days that are in no such group.
        compare: Ask whether the levels differ.
    """
    keys = [group.key for group in found.groups if bears_level(group)]
    if not keys:
        return found
    columns = _indicators(members, keys)
    beside = 1 - columns.sum(axis=1)
    base = base_of(beside)
    at = np.column_stack(
        [np.tile(base[beside < 1].mean(axis=0), (len(keys), 1)), np.eye(len(keys))]
    )
    model = level_model(outcome.rated, np.column_stack([base, columns]))
    if model is None:
        return found
    fitted = [on_scale(found.code, level) for level in model.levels(at)]
    levels = dict(zip(keys, fitted, strict=True))
    compared = compare and len(keys) > 1
    p = _joint_p(outcome.rated, base, columns) if compared else None
    return replace(
        found,
        groups=tuple(replace(group, level=levels.get(group.key)) for group in found.groups),
        comparison=_comparison(model, at, keys, p) if compared else None,
    )


def bears_level(group: Group) -> bool:
    """Tell whether a group has days enough, and in cycles enough where these are meant."""
    enough = len(group.days) >= FEWEST_WINDOW_DAYS
    return enough and (group.cycles is None or group.cycles >= FEWEST_WINDOW_CYCLES)


def _indicators(members: Sequence[Membership | None], keys: Sequence[str]) -> Floats:
    """Return a column of 0 and 1 for each group."""
    found = np.zeros((len(members), len(keys)))
    for row, member in enumerate(members):
        if member is not None and member.key in keys:
            found[row, keys.index(member.key)] = 1
    return found


def _joint_p(rated: RatedDays, base: Floats, groups: Floats) -> float | None:
    """Ask about all groups at once; one is left out, as the base tells it from the others."""
    joint = joint_effect(rated, base, groups[:, 1:])
    return None if joint is None else joint.p


def _comparison(model: LevelModel, at: Floats, keys: Sequence[str], p: float | None) -> Comparison:
    """Compare every group with every other; `p` is of all of them at once."""
    pairs = list(combinations(range(len(keys)), 2))
    wanted = np.array([at[one] - at[other] for one, other in pairs])
    differences = list(_upwards(pairs, model.levels(wanted)))
    lowest, highest = max(differences, key=lambda found: found[1].estimate)[0]
    chance = 1 - (1 - USUAL_LEVEL) / len(pairs)
    apart = (at[highest] - at[lowest])[None]
    (most,) = model.levels(apart, chance)
    return Comparison(
        p=p,
        highest=keys[highest],
        lowest=keys[lowest],
        most=most,
        hardly=all(one.low > -HARDLY_POINTS and one.high < HARDLY_POINTS for _, one in differences),
    )


def _upwards(
    pairs: Sequence[tuple[int, int]], levels: Sequence[Level]
) -> Iterator[tuple[tuple[int, int], Level]]:
    """Turn every difference so that it is not below zero: from the lower group to the higher."""
    for (one, other), level in zip(pairs, levels, strict=True):
        if level.estimate < 0:
            yield (one, other), Level(-level.estimate, -level.high, -level.low)
        else:
            yield (other, one), level


def _cycles(members: Sequence[Membership]) -> int:
    return len({member.cycle for member in members if member.cycle is not None})


def _quarters(values: Sequence[float]) -> Quarters | None:
    if len(values) < FEWEST_DAYS:
        return None
    lower, median, upper = np.percentile(values, QUARTERS).tolist()
    return Quarters(lower, median, upper)
