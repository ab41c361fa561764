"""What changed on a date: a context that began or ended, a stage she declared."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from journal.analysis.relations.questions import ChangeSource, DatedChange
from journal.domain.contexts import Context, ContextKind
from journal.domain.journal import ReadableJournal
from journal.domain.labels import CONTEXT_WORDS, STAGE_WORDS
from journal.domain.ranges import DateRange
from journal.domain.stages import StageDeclaration

# Time apart has a question of its own, and a time not recorded is no change in her life.
NO_CHANGES: Final = frozenset({ContextKind.TIME_APART, ContextKind.NOT_RECORDED})


def dated_changes(journal: ReadableJournal, span: DateRange) -> tuple[DatedChange, ...]:
    """Return the changes inside a span, oldest first.

    A stage declared again is none; the first one she declares is, as she gave it its date.
    """
    found = [
        *(
            change
            for context in journal.contexts()
            if context.kind not in NO_CHANGES
            for change in _of_context(context)
        ),
        *_of_stages(journal.stages()),
    ]
    inside = (change for change in found if change.day in span)
    return tuple(sorted(inside, key=lambda change: (change.day, change.source, change.name)))


def _of_context(context: Context) -> Iterator[DatedChange]:
    name = context.name or CONTEXT_WORDS[context.kind]
    yield DatedChange(context.start, name, ChangeSource.CONTEXT_START)
    if context.end is not None:
        yield DatedChange(context.end, name, ChangeSource.CONTEXT_END)


def _of_stages(stages: list[StageDeclaration]) -> Iterator[DatedChange]:
    for before, declared in pairwise([None, *stages]):
        if declared is not None and (before is None or before.stage != declared.stage):
            yield DatedChange(declared.date, STAGE_WORDS[declared.stage], ChangeSource.STAGE)
