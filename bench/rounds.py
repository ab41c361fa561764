"""Measuring several things fairly: in turn, in another order each round, warmed up first."""

from collections.abc import Callable, Mapping
from typing import TypeVar

Name = TypeVar("Name")
Measured = TypeVar("Measured")


def in_turn(
    measures: Mapping[Name, Callable[[], Measured]], *, repeats: int, warm_up: int
) -> dict[Name, list[Measured]]:
    """Measure each thing `repeats` times, in turn: a busy moment of the machine hits all alike."""
    taken: dict[Name, list[Measured]] = {name: [] for name in measures}
    names = list(measures)
    for count in range(warm_up + repeats):
        first = count % len(names)
        for name in [*names[first:], *names[:first]]:
            timing = measures[name]()
            if count >= warm_up:
                taken[name].append(timing)
    return taken
