"""The cycles of many women, as a CSV file lists them.

Columns used: person, cycle, cycle_length_days, ovulation_day (a cycle day; empty where none was
observed). A cycle that is listed twice, with the same person and number, counts once.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from random import Random


@dataclass(frozen=True, slots=True)
class Woman:
    """One woman's cycles, oldest first."""

    person: str
    lengths: tuple[int, ...]
    ovulation_days: tuple[int | None, ...]

    def observed(self, before: int | None = None) -> list[tuple[int, int]]:
        """Return length and ovulation day of her cycles in which ovulation was observed."""
        pairs = zip(self.lengths[:before], self.ovulation_days[:before], strict=True)
        return [(length, day) for length, day in pairs if day is not None]


def read_women(file: Path) -> list[Woman]:
    """Read the file; women in the order of their names, cycles by their number."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = {(row["person"], int(row["cycle"])): row for row in csv.DictReader(lines)}
    women = groupby(sorted(rows.items(), key=itemgetter(0)), key=lambda item: item[0][0])
    return [_woman(person, [row for _key, row in items]) for person, items in women]


def _woman(person: str, rows: list[dict[str, str]]) -> Woman:
    days = [row["ovulation_day"].strip() for row in rows]
    return Woman(
        person,
        tuple(int(row["cycle_length_days"]) for row in rows),
        tuple(int(float(day)) if day else None for day in days),
    )


def folds(women: list[Woman], count: int, seed: int) -> Iterator[tuple[list[Woman], list[Woman]]]:
    """Deal the women into groups; yield each group as (other women, these women)."""
    dealt = list(women)
    Random(seed).shuffle(dealt)
    for place in range(min(count, len(dealt))):
        these = dealt[place::count]
        others = [woman for number, woman in enumerate(dealt) if number % count != place]
        yield others, these
