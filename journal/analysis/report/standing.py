"""Where she stands, what her bleeding matches of the stages, and what was going on."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from journal.analysis.report.choices import PART_NAMES, PartCode
from journal.analysis.report.parts import Block, ReportPart, Table, lines, listed
from journal.analysis.report.source import ReportSource
from journal.cycle.day_words import phase_on
from journal.cycle.phase_words import phase_words
from journal.cycle.stage_evidence import Criterion, StageEvidence, Unreadable
from journal.cycle.stage_words import (
    CRITERION_ASKS,
    CRITERION_MARKS,
    CRITERION_NAMES,
    UNREADABLE_WORDS,
    caution_words,
    criterion_words,
    evidence_words,
    remark_words,
    span_lines,
)
from journal.cycle.standing import StandingKind, standing_on, standing_words
from journal.domain.contexts import Context
from journal.domain.labels import STAGE_WORDS, context_words, counted, date_words
from journal.domain.ranges import days_after
from journal.domain.stages import StageDeclaration

CRITERION_COLUMNS: Final = ("Criterion", "It marks", "In this record", "Dates")
MOST_CONTEXTS: Final = 24
MOST_SPANS: Final = 5
# In place of the name of a context that is not to be told.
NOT_READ: Final = f"No stage can be read, because {UNREADABLE_WORDS[Unreadable.CONTEXT]}."


def standing_part(source: ReportSource) -> ReportPart:
    """Say where she stands today, and what she declared."""
    where = standing_on(source.today, source.record, source.reading)
    untold = {StandingKind.UNKNOWN, StandingKind.JUST_WRITING}
    if not source.choices.has(PartCode.CONTEXTS):
        untold.add(StandingKind.CONTEXT)
    said = []
    if where.kind not in untold:
        words = standing_words(where)
        phase = phase_on(source.reading, source.today)
        if where.kind is StandingKind.CYCLE_DAY and phase is not None:
            words = f"{words} · {phase_words(phase)}"
        said.append(f"{words}, on {date_words(source.today)}.")
    declared = tuple(map(_declared, source.record.stages)) if said or source.record.stages else ()
    return _part(PartCode.STANDING, *lines(*said), *listed(declared))


def stage_part(source: ReportSource) -> ReportPart:
    """Lay out the evidence for a stage; nothing where there is no bleeding and no stage."""
    evidence, known = source.reading.evidence, source.record
    hidden = not source.choices.has(PartCode.CONTEXTS)
    if evidence.menopause_on and hidden:
        return _part(PartCode.STAGE)
    if not (known.bleeding or known.stages or evidence.menopause_on):
        return _part(PartCode.STAGE)
    said = evidence_words(evidence)
    if hidden and evidence.contexts:
        said = NOT_READ
        evidence = replace(evidence, contexts=())
    return _part(
        PartCode.STAGE,
        *lines(said, *remark_words(evidence)),
        *_criteria(evidence),
        *lines(*(caution_words(caution, evidence) for caution in evidence.cautions)),
    )


def contexts_part(source: ReportSource) -> ReportPart:
    """List what was going on in these days, oldest first."""
    held = [item for item in source.journal.contexts() if _overlaps(item, source)]
    rows = tuple(
        (
            context_words(item.kind, item.name),
            date_words(item.start),
            "goes on" if item.end is None else date_words(days_after(item.end, -1)),
        )
        for item in held[-MOST_CONTEXTS:]
    )
    if not rows:
        return _part(PartCode.CONTEXTS)
    more = len(held) - len(rows)
    said = (f"The newest {len(rows)}; {counted(more, 'earlier one')} left out.",) if more else ()
    table = Table("Contexts of these days", ("Context", "First day", "Last day"), rows)
    return _part(PartCode.CONTEXTS, *lines(*said), table)


def _part(code: PartCode, *blocks: Block) -> ReportPart:
    return ReportPart(code, PART_NAMES[code], blocks)


def _declared(said: StageDeclaration) -> str:
    return f"Stage declared on {date_words(said.date)}: {STAGE_WORDS[said.stage]}."


def _criteria(evidence: StageEvidence) -> Iterator[Table]:
    rows = tuple(_criterion(item, evidence) for item in evidence.criteria)
    if rows:
        yield Table("Bleeding criteria of STRAW+10", CRITERION_COLUMNS, rows)


def _criterion(item: Criterion, evidence: StageEvidence) -> tuple[str | None, ...]:
    return (
        f"{CRITERION_NAMES[item.kind]}. {CRITERION_ASKS[item.kind]}",
        CRITERION_MARKS[item.kind],
        criterion_words(item, evidence),
        _dates(item),
    )


def _dates(item: Criterion) -> str | None:
    """Write the newest dates a criterion rests on; forty years of them would fill pages."""
    written = span_lines(item)
    shown = written[-MOST_SPANS:]
    before = len(written) - len(shown)
    return "; ".join([*([f"{before:,} earlier ones"] if before else []), *shown]) or None


def _overlaps(item: Context, source: ReportSource) -> bool:
    range_ = source.range_
    return item.start < range_.end and (item.end is None or item.end > range_.start)
