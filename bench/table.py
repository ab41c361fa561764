"""The table that is printed: what was measured, its floor, and each figure as a ratio to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bench.figures import Timing


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was timed, at each size of record.

    Attributes:
        goal: The ratio not to be exceeded, at every size.
        goal_years: The one size the goal is meant for; None for all.
    """

    what: str
    floor_name: str
    floor: Timing
    by_years: Mapping[int, Timing] = field(default_factory=dict)
    goal: float | None = None
    goal_years: int | None = None

    @property
    def judged(self) -> list[int]:
        """The sizes that were measured and that the goal is meant for."""
        return [years for years in self.by_years if self.goal_years in {None, years}]

    @property
    def missed(self) -> list[int]:
        """The sizes at which the goal is missed."""
        goal = self.goal
        if goal is None:
            return []
        return [years for years in self.judged if self.by_years[years].times(self.floor) > goal]


def timings_table(rows: Sequence[Row]) -> str:
    """Write rows as a Markdown table, one column per size of record."""
    years = sorted({size for row in rows for size in row.by_years})
    heads = ["median (95th percentile), × floor", "floor", *map(years_words, years), "goal"]
    lines = [
        [row.what, _floor(row), *(_cell(row, size) for size in years), goal_words(row)]
        for row in rows
    ]
    return markdown([heads, *lines])


def markdown(lines: Sequence[Sequence[str]]) -> str:
    """Write lines of cells as a Markdown table; the first line is its head."""
    head, *body = [f"| {' | '.join(cells)} |" for cells in lines]
    rule = f"|{'---|' * len(lines[0])}"
    return "\n".join([head, rule, *body])


def years_words(years: int) -> str:
    """Name a size of record."""
    return "1 year" if years == 1 else f"{years} years"


def milliseconds(timing: Timing) -> str:
    """Write the median and, where known, the 95th percentile."""
    spread = "" if timing.p95 is None else f" ({timing.p95:.0f})"
    return f"{timing.median:.0f}{spread} ms"


def goal_words(row: Row) -> str:
    """Say what the goal is and whether it was met."""
    if row.goal is None:
        return "–"
    where = "" if row.goal_years is None else f" at {years_words(row.goal_years)}"
    if not row.judged:
        return f"≤ {row.goal:g}×{where}: not measured"
    missed = f"missed at {', '.join(map(years_words, row.missed))}" if row.missed else "met"
    return f"≤ {row.goal:g}×{where}: {missed}"


def _floor(row: Row) -> str:
    return f"{row.floor_name}: {milliseconds(row.floor)}"


def _cell(row: Row, years: int) -> str:
    timing = row.by_years.get(years)
    if timing is None:
        return "–"
    return f"{milliseconds(timing)}, **{timing.times(row.floor):.2f}×**"
