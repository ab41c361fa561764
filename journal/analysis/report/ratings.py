"""How complete the days are, the ratings over time, and the ratings over the cycle or by stage."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from journal.analysis.by_cycle_day import by_cycle_day
from journal.analysis.completeness import completeness
from journal.analysis.over_time import OverTime, over_time
from journal.analysis.relations.by_phase import by_phase
from journal.analysis.relations.by_stage import by_stage
from journal.analysis.relations.groups import Groups
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
    return ReportPart(PartCode.RATINGS, title, (scale, *pictures, table))


def by_cycle_part(source: ReportSource) -> ReportPart:
    """Lay the ratings over the cycle, and give their middles by phase and by stage."""
    codes = [code for code, days in _rated_days(source).items() if days]
    blocks: list[Block] = [*_by_cycle_day(source, codes)]
    phases = {phase.value: name for phase, name in PHASE_NAMES.items()}
    stages = {stage.value: name for stage, name in STAGE_WORDS.items()}
    by_phases = [by_phase(source.daily, source.reading, code) for code in codes]
    by_stages = [by_stage(source.daily, code) for code in codes]
    blocks += _group_table("Median by phase of the cycle (days)", by_phases, phases)
    blocks += _group_table("Median by declared stage (days)", by_stages, stages)
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


def _group_table(title: str, found: Sequence[Groups], names: Mapping[str, str]) -> Iterator[Table]:
    """Give the median of each rating in each group, with its days."""
    kept = [groups for groups in found if groups.groups]
    keys = [key for key in names if any(one.key == key for each in kept for one in each.groups)]
    if not keys:
        return
    rows = []
    for groups in kept:
        cells = {
            one.key: f"{one.quarters.median:g} ({len(one.days):,})"
            if one.quarters
            else f"– ({len(one.days):,})"
            for one in groups.groups
        }
        rows.append((RATINGS[groups.code].name, *(cells.get(key) for key in keys)))
    yield Table(title, ("Rating", *(names[key] for key in keys)), tuple(rows))
