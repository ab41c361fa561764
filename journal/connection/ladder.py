"""The ladder: small steps towards closeness, the first of them without touch.

The order is an offer. No step follows from another, and none is ever counted as reached.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from journal.domain.catalogues import (
    FOLDER,
    OWN_GROUP,
    Catalogue,
    CatalogueName,
    Entry,
    shipped_catalogue,
)
from journal.domain.days import Touch

CLOSER_STEPS: Final = "Closer"
INTIMATE_STEPS: Final = "Intimate"
# In pregnancy, stimulation of the nipples can bring on contractions; it is not suggested then.
NOT_IN_PREGNANCY: Final = frozenset(
    {"breast_touch", "breast_massage_self", "breast_massage_partner"}
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        name: As she calls it.
        group: Heading it stands under; `OWN_GROUP` for one she added.
        touch: It involves touch; one she added is taken as if it did until she says otherwise.
        moments: Kinds of moment it stands for; none where only her hand can tick it.
    """

    code: str
    name: str
    group: str
    touch: bool = True
    moments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Facts:
    touch: bool = True
    moments: tuple[str, ...] = ()


def step_groups() -> tuple[str, ...]:
    """The groups of the ladder in their order, as `ladder_up_to` names them."""
    return tuple(dict.fromkeys(e.group for e in _shipped().entries.values()))


def kinds_of_step(code: str) -> tuple[str, ...]:
    """Return the kinds of moment a step stands for; none for one nobody knows."""
    return _facts(CatalogueName.LADDER).get(code, _Facts()).moments


def is_touch(kind: str) -> bool:
    """Say whether a kind of moment involves touch; one she added may, and is taken so."""
    return _facts(CatalogueName.MOMENTS).get(kind, _Facts()).touch


def is_within(kind: str, touch_today: Touch | None, up_to: str | None) -> bool:
    """Say whether a kind of moment may be offered today, as a step of its closeness may.

    Touch that no step stands for is taken as closer than light touch.
    """
    if not is_touch(kind):
        return True
    return touch_today is not Touch.UNWELCOME and _group_of(kind) in _groups_up_to(up_to)


def steps_for(
    touch_today: Touch | None,
    up_to: str | None,
    *,
    catalogue: Catalogue | None = None,
    intimate: bool = False,
    pregnant: bool = False,
) -> list[Step]:
    """Return the steps that may be offered today, in the order of the ladder.

    Args:
        touch_today: Where it is unwelcome, only steps without touch are left.
        up_to: The last group she goes to; None while she named none. A group nobody knows leaves
            the first one alone.
        catalogue: The ladder as she sees it, her names, her own steps and what she hid.
        intimate: Intimate practices are switched on.
        pregnant: A pregnancy is recorded; what should not be suggested in one is left out.
    """
    groups = _groups_up_to(up_to)
    if not intimate:
        groups -= {INTIMATE_STEPS}
    steps = [_step(entry) for entry in (catalogue or _shipped()).offered]
    return [
        step
        for step in steps
        if _is_among(step, groups)
        and not (step.touch and touch_today is Touch.UNWELCOME)
        and not (pregnant and step.code in NOT_IN_PREGNANCY)
    ]


def _is_among(step: Step, groups: set[str]) -> bool:
    """Say whether a step lies in the groups she goes to; one of hers without touch always does."""
    return step.group in groups or (step.group == OWN_GROUP and not step.touch)


def _groups_up_to(up_to: str | None) -> set[str]:
    """Return the groups she goes to; her own steps belong wherever touch does."""
    groups = step_groups()
    if up_to is None:
        return {*groups, OWN_GROUP}
    last = groups.index(up_to) if up_to in groups else 0
    return {*groups[: last + 1], *([OWN_GROUP] if last else [])}


def _group_of(kind: str) -> str:
    steps = _shipped().entries.values()
    return next((step.group for step in steps if kind in kinds_of_step(step.code)), CLOSER_STEPS)


def _step(entry: Entry) -> Step:
    facts = _facts(CatalogueName.LADDER).get(entry.code, _Facts())
    touch = entry.touch if entry.own and entry.touch is not None else facts.touch
    return Step(entry.code, entry.name, entry.group, touch, facts.moments)


def _shipped() -> Catalogue:
    return shipped_catalogue(CatalogueName.LADDER)


@cache
def _facts(name: CatalogueName) -> Mapping[str, _Facts]:
    """Read the columns the catalogue leaves aside, once per process; nobody's data."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return MappingProxyType(
            {
                row["code"]: _Facts(
                    row["touch"] == "yes", tuple((row.get("moments") or "").split())
                )
                for row in csv.DictReader(lines)
            }
        )
