"""Contexts and declared stages of the invented life."""

from datetime import date
from itertools import pairwise
from typing import Final

import numpy as np

from journal.domain.contexts import Context, ContextKind
from journal.domain.stages import Stage, StageDeclaration
from journal.example.circumstances import MOVE_LASTS_DAYS, Circumstances
from journal.example.cycles import LONG_GAP_SHORTEST, Cycles
from journal.example.story import (
    EARLY_TRANSITION_DAYS_AGO,
    LATE_TRANSITION_DAYS_AGO,
    MOVE_DAYS_AGO,
    THERAPY_DAYS_AGO,
    Story,
)

NAMED_ABSENCE_DAYS: Final = 7
NOTICED_AFTER_DAYS: Final = 90
DECLARED_ON_GAP_DAY: Final = 61


def contexts_of(story: Story, around: Circumstances) -> tuple[Context, ...]:
    """List the spans she noted: the longer absences, a move, and the therapy that goes on."""
    spans = [
        Context(ContextKind.TIME_APART, story.date_of(start), _end(story, end))
        for start, end in _absences(around)
        if end - start >= NAMED_ABSENCE_DAYS
    ]
    move, therapy = story.index_ago(MOVE_DAYS_AGO), story.index_ago(THERAPY_DAYS_AGO)
    if move >= 0:
        end = story.date_of(move + MOVE_LASTS_DAYS)
        spans.append(Context(ContextKind.EVENT, story.date_of(move), end, name="Moving house"))
    if therapy >= 0:
        spans.append(
            Context(ContextKind.HORMONE_THERAPY, story.date_of(therapy), name="Gel and capsules")
        )
    return tuple(sorted(spans, key=lambda span: span.start))


def _absences(around: Circumstances) -> list[tuple[int, int]]:
    steps = np.diff(np.concatenate([[0], around.apart.astype(np.int8), [0]]))
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _end(story: Story, index: int) -> date | None:
    return story.date_of(index) if index < story.days else None


def stages_of(story: Story, cycles: Cycles) -> tuple[StageDeclaration, ...]:
    """List what she declared, each when she could have noticed."""
    declared = [(0, Stage.LATE_REPRODUCTIVE_A)]
    early = story.index_ago(EARLY_TRANSITION_DAYS_AGO - NOTICED_AFTER_DAYS)
    if early > 0:
        declared.append((early, Stage.EARLY_TRANSITION))
    late = story.index_ago(LATE_TRANSITION_DAYS_AGO)
    gaps = [
        before
        for before, after in pairwise(cycles.onsets)
        if after - before >= LONG_GAP_SHORTEST and before + DECLARED_ON_GAP_DAY > max(late, 0)
    ]
    if gaps:
        declared.append((gaps[0] + DECLARED_ON_GAP_DAY, Stage.LATE_TRANSITION))
    return tuple(StageDeclaration(story.date_of(index), stage) for index, stage in declared)
