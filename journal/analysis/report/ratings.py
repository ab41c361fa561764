"""How complete the days are, the ratings over time, and the ratings over the cycle or by stage."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from journal.analysis.by_cycle_day import by_cycle_day
from journal.analysis.completeness import completeness
from journal.analysis.day_memory_grid import Floats
from journal.analysis.over_time import OverTime, over_time
from journal.analysis.phase_bands import day_standings
from journal.analysis.report.choices import PART_NAMES, PartCode
from journal.analysis.report.parts import Block, Cell, Paragraph, ReportPart, Table, lines
from journal.analysis.report.source import ReportSource
from journal.analysis.review.measures import side_of
from journal.cycle.phase_words import PHASE_NAMES
from journal.domain.days import SIGN_PREFIX
from journal.domain.labels import STAGE_WORDS, counted, listed
from journal.domain.owner_settings import TimeAxis
from journal.domain.ratings import CORE_RATINGS, HIGHEST, RATINGS

COMPLETENESS: Final = "How complete this is"
MOST_BY_CYCLE: Final = 3
_CORE: Final = frozenset(scale.code for scale in CORE_RATINGS)
RATING_COLUMNS: Final = ("Rating", "Days rated", "Median", "Middle half", "Lowest", "Highest")


def completeness_part(source: ReportSource) -> ReportPart:
    """Say on how many days anything is recorded, and on how many each rating is."""
    found = completeness(source.journal, source.range_)
    verb = "holds" if found.recorded == 1 else "hold"
    said = f"{found.recorded:,} of {counted(found.days, 'day')} {verb} something."
    each = [
        f"{RATINGS[code].name.lower()} on {counted(days, 'day')}"
        for code, days in _rated_days(source).items()
        if days
    ]
    if source.choices.has(PartCode.SIGNS) and (signs := _sign_days(source)):
        each.append(f"a sign on {counted(signs, 'day')}")
    told = f"Recorded: {listed(each)}." if each else ""
    unsaid = "A day without a record is not a day without anything: nothing is filled in."
    return ReportPart("completeness", COMPLETENESS, lines(said, told, unsaid))


def ratings_part(source: ReportSource) -> ReportPart:
    """Draw the ratings over time with what surrounded them, and give their middles."""
    rated = [code for code, days in _rated_days(source).items() if days]
    title = PART_NAMES[PartCode.RATINGS]
    if not rated:
        return ReportPart(PartCode.RATINGS, title, ())
    core = [code for code in rated if code in _CORE]
    others = [code for code in rated if code not in _CORE]
    pictures = [_over_time(source, codes) for codes in (core, others) if codes]
    # What surrounded the days is told once.
    pictures[1:] = [_alone(found) for found in pictures[1:]]
    rows = tuple(_rating_row(source, code) for code in rated)
    scale = Paragraph(_scale_words(rated), quiet=True)
    table = Table("Each rating in these days", RATING_COLUMNS, rows)
    return ReportPart(PartCode.RATINGS, title, (*pictures, table, scale))


def by_cycle_part(source: ReportSource) -> ReportPart:
    """Lay the ratings over the cycle, and give their middles by phase and by stage."""
    codes = [code for code, days in _rated_days(source).items() if days]
    blocks: list[Block] = [*_by_cycle_day(source, codes)]
    blocks += _group_table("Median by phase of the cycle (days)", source, codes, _phases(source))
    blocks += _group_table("Median by declared stage (days)", source, codes, _stages(source))
    return ReportPart(PartCode.BY_CYCLE, PART_NAMES[PartCode.BY_CYCLE], tuple(blocks))


def _rated_days(source: ReportSource) -> Mapping[str, int]:
    return {
        code: int(np.isfinite(source.daily.measured(code)).sum()) for code in source.choices.ratings
    }


def _sign_days(source: ReportSource) -> int:
    daily = source.daily
    noted = np.zeros(len(daily.days), dtype=bool)
    for measure, values in daily.values.items():
        if measure.startswith(SIGN_PREFIX):
            noted |= np.isfinite(values)
    return int(noted.sum())


def _scale_words(codes: Sequence[str]) -> str:
    ends = [
        f"{RATINGS[code].name.lower()} from {RATINGS[code].lowest} to {RATINGS[code].highest}"
        for code in codes
    ]
    return f"Ratings are whole numbers from 0 to {HIGHEST}: {listed(ends)}."


def _over_time(source: ReportSource, codes: Sequence[str]) -> OverTime:
    """Lay out some ratings, without what she leaves out of the report."""
    found = over_time(source.journal, codes=codes, range_=source.range_, reading=source.reading)
    chosen = source.choices
    if not chosen.has(PartCode.BLEEDING, PartCode.CYCLES):
        found = replace(found, bleeding=())
    if not chosen.has(PartCode.STANDING, PartCode.CYCLES, PartCode.BY_CYCLE):
        found = replace(found, onsets=(), phases=(), standings=(), ovulations=())
    if not chosen.has(PartCode.MOMENTS):
        found = replace(found, moments=())
    if not chosen.has(PartCode.CONTEXTS):
        courses = tuple(replace(course, apart=()) for course in found.courses)
        found = replace(found, contexts=(), courses=courses)
    return found


def _alone(found: OverTime) -> OverTime:
    return replace(found, bleeding=(), moments=(), contexts=(), phases=(), standings=())


def _rating_row(source: ReportSource, code: str) -> tuple[Cell, ...]:
    values = source.daily.measured(code)
    told = values[np.isfinite(values)]
    side = side_of(told)
    half = None if side.lower is None else f"{side.lower:g} to {side.upper:g}"
    return (
        RATINGS[code].name,
        side.days,
        side.median,
        half,
        float(told.min()),
        float(told.max()),
    )


def _by_cycle_day(source: ReportSource, codes: Sequence[str]) -> Iterator[Block]:
    axis = source.journal.settings().axis
    if axis is TimeAxis.MONTHS_SINCE:
        return
    found = [
        by_cycle_day(source.journal, code, axis=axis, reading=source.within)
        for code in codes[:MOST_BY_CYCLE]
    ]
    drawn = [one for one in found if one.enough_starts and one.positions]
    yield from drawn[:1]
    # The phases of the same cycles are told once.
    yield from (replace(one, phases=()) for one in drawn[1:])


def _phases(source: ReportSource) -> list[str | None]:
    """Name the phase of each day, where one can be said."""
    standings = day_standings(source.reading, source.range_)
    found = (standings.get(day) for day in source.daily.days)
    return [PHASE_NAMES[one.phase] if one and one.phase else None for one in found]


def _stages(source: ReportSource) -> list[str | None]:
    """Name the stage of each day as she declared it."""
    said = sorted(source.record.stages)
    starts = [declared.date for declared in said]
    places = [bisect_right(starts, day) - 1 for day in source.daily.days]
    return [STAGE_WORDS[said[place].stage] if place >= 0 else None for place in places]


def _group_table(
    title: str, source: ReportSource, codes: Sequence[str], groups: Sequence[str | None]
) -> Iterator[Table]:
    """Give the median of each rating in each group, with its days."""
    in_order = (*PHASE_NAMES.values(), *STAGE_WORDS.values())
    kept = [name for name in in_order if name in set(groups)]
    if not kept or not codes:
        return
    inside = {name: np.array([group == name for group in groups]) for name in kept}
    rows = []
    for code in codes:
        values = source.daily.measured(code)
        rows.append((RATINGS[code].name, *(_middle(values[inside[name]]) for name in kept)))
    yield Table(title, ("Rating", *kept), tuple(rows))


def _middle(values: Floats) -> str | None:
    """Write a median with its days: "6 (22)"; the days alone where they are too few."""
    side = side_of(values)
    if not side.days:
        return None
    return f"{'–' if side.median is None else f'{side.median:g}'} ({side.days:,})"
