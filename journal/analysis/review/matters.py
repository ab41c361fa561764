"""The three findings that matter for a span: sure ones of a longer record that concern it.

A finding *concerns* a span when both of its measures are recorded in it, when a day of its window
of the cycle lies in it, or when its change does. What changed in the span itself comes first, then
the largest size. One pair of measures is told of once, whichever way round and for whichever days.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np

from journal.analysis.premenstrual_days import window_of
from journal.analysis.relations.answers import Finding, Findings, Sureness
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.questions import (
    ChangeQuestion,
    CycleWholeQuestion,
    CycleWindowQuestion,
    ModerationQuestion,
    Question,
    RelationQuestion,
)
from journal.domain.ranges import DateRange

MOST_FINDINGS: Final = 3


def findings_that_matter(
    found: Findings, record: DailyRecord, range_: DateRange
) -> tuple[Finding, ...]:
    """Return at most three findings.

    Args:
        found: Of a longer record; their order is kept.
        record: That record.
        range_: The span.
    """
    sure = [item for item in found.of(Sureness.SURE) if _concerns(item, record, range_)]
    newest = [item for item in sure if _changed(item.answer.question, range_)]
    told: dict[object, Finding] = {}
    for item in (*newest, *sure):
        told.setdefault(_about(item.answer.question), item)
    return tuple(told.values())[:MOST_FINDINGS]


def _concerns(item: Finding, record: DailyRecord, range_: DateRange) -> bool:
    question = item.answer.question
    if isinstance(question, ChangeQuestion):
        return question.change.day in range_
    inside = [place for place, day in enumerate(record.days) if day in range_]
    recorded = all(
        np.isfinite(record.measured(measure)[inside]).any() for measure in _measures(question)
    )
    if not recorded or not isinstance(question, CycleWindowQuestion):
        return recorded
    return any(window_of(record.placed[place]) is question.window for place in inside)


def _changed(question: Question, range_: DateRange) -> bool:
    return isinstance(question, ChangeQuestion) and question.change.day in range_


def _measures(question: Question) -> Iterator[str]:
    yield question.outcome
    if isinstance(question, RelationQuestion | ModerationQuestion):
        yield question.exposure


def _about(question: Question) -> object:
    """Return what two findings have in common when one of them is enough."""
    if isinstance(question, CycleWholeQuestion | CycleWindowQuestion):
        return "cycle", question.outcome
    if isinstance(question, ChangeQuestion):
        return question.change, question.outcome
    return frozenset(_measures(question))
