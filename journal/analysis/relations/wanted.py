"""What a question needs of the engine, or what the record lacks for it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from journal.analysis.day_memory_gate import (
    Lack,
    change_lacks,
    exposure_lacks,
    moderator_lacks,
    rating_lacks,
    spell_lacks,
    together,
)
from journal.analysis.day_memory_grid import Floats, Ordinals
from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.answers import Contrast, NotYet
from journal.analysis.relations.exposures import day_before
from journal.analysis.relations.outcome import (
    DAYS_APART,
    NO_PLACE,
    Column,
    ColumnKind,
    Outcome,
    is_high,
)
from journal.analysis.relations.questions import (
    APART,
    ChangeQuestion,
    CycleWholeQuestion,
    CycleWindowQuestion,
    ModerationQuestion,
    Question,
    RelationQuestion,
    Timing,
)

# What the cycle as a whole is asked about, and what each window is asked about beside.
WINDOWS: Final = (Window.PREMENSTRUAL, Window.AROUND_OVULATION)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question the record can be asked, in columns.

    Attributes:
        bases: Beside each of them it is asked; what holds must hold beside all.
        columns: What is asked about; several are asked about at once.
        days: On how many days it rests.
    """

    question: Question
    bases: tuple[tuple[Column, ...], ...]
    columns: tuple[Column, ...]
    days: int
    contrast: Contrast | None = None
    groups: int | None = None


def wanted(question: Question, outcome: Outcome) -> Wanted | NotYet:
    """Put a question in columns, or say what is missing; no question is asked below its gate."""
    lacks = together(rating_lacks(outcome.rated), question_lacks(question, outcome))
    if lacks or _asks_about_itself(question):
        return NotYet(question, lacks)
    match question:
        case RelationQuestion():
            return _relation(question, outcome)
        case CycleWindowQuestion() | CycleWholeQuestion():
            return _cycle(question, outcome)
        case ChangeQuestion():
            since = Column(ColumnKind.SINCE, number=question.change.day.toordinal())
            return Wanted(question, (outcome.base,), (since,), outcome.rated.count)
        case ModerationQuestion():
            return _moderation(question, outcome)


def question_lacks(question: Question, outcome: Outcome) -> tuple[Lack, ...]:
    """Say what a record lacks for a question, besides what every question of the outcome needs."""
    at, values = outcome.at, outcome.exposures.values
    match question:
        case RelationQuestion():
            return _exposure_lacks(values(question.exposure), question, at)
        case CycleWindowQuestion():
            return outcome.places.lacks(question.window, at)
        case CycleWholeQuestion():
            return together(*(outcome.places.lacks(window, at) for window in WINDOWS))
        case ChangeQuestion():
            since = int((outcome.rated.days >= question.change.day.toordinal()).sum())
            return change_lacks(outcome.rated.count - since, since)
        case ModerationQuestion():
            exposure = values(question.exposure)
            high = is_high(values(question.moderator))
            return together(exposure_lacks(day_before(exposure)[at]), moderator_lacks(high[at]))


def _exposure_lacks(values: Floats, question: RelationQuestion, at: Ordinals) -> tuple[Lack, ...]:
    """Say what an exposure lacks; for the days after, on the day and on the day before it."""
    lacks = exposure_lacks(values[at])
    if question.timing is Timing.DAYS_AFTER:
        lacks = together(lacks, exposure_lacks(day_before(values)[at]))
    if question.exposure == APART:
        lacks = together(lacks, spell_lacks(_spells(values, at)))
    return lacks


def _relation(question: RelationQuestion, outcome: Outcome) -> Wanted:
    exposure, base = question.exposure, outcome.base
    values = outcome.exposures.values(exposure)
    today = Column(ColumnKind.TODAY, exposure)
    bases: tuple[tuple[Column, ...], ...]
    without = tuple(column for column in base if column != today)
    if question.timing is Timing.SAME_DAY:
        bases, asked, logged = (without,), today, values
    else:
        # With and without the day itself: a link within the day alone must not look like one that
        # lasts, and one that works through the day must not be explained away by it.
        asked, logged = Column(ColumnKind.BEFORE, exposure), day_before(values)
        bases = (without, (*without, today))
    return Wanted(
        question,
        bases,
        (asked,),
        int(np.isfinite(logged[outcome.at]).sum()),
        outcome.exposures.contrast(exposure),
        _spells(values, outcome.at) if exposure == APART else None,
    )


def _cycle(question: CycleWindowQuestion | CycleWholeQuestion, outcome: Outcome) -> Wanted:
    """Ask about windows; the harmonics would tell the same, so they are left out of the base."""
    apart = () if outcome.measure == APART else (DAYS_APART,)
    columns = [Column(ColumnKind.WINDOW, window) for window in WINDOWS]
    days = int((1 - outcome.places.unknown[outcome.at]).sum())
    if isinstance(question, CycleWholeQuestion):
        base, asked = (NO_PLACE, *apart), tuple(columns)
        cycles = outcome.places.complete_cycles(outcome.at)
    else:
        one = Column(ColumnKind.WINDOW, question.window)
        others = (column for column in columns if column != one)
        base, asked = (NO_PLACE, *apart, *others), (one,)
        cycles = outcome.places.cycles_with(question.window, outcome.at)
    return Wanted(question, (base,), asked, days, groups=cycles)


def _moderation(question: ModerationQuestion, outcome: Outcome) -> Wanted:
    exposure, moderator = question.exposure, question.moderator
    main = (Column(ColumnKind.BEFORE, exposure), Column(ColumnKind.HIGH, beside=moderator))
    both = [day_before(outcome.exposures.values(exposure)), outcome.exposures.values(moderator)]
    logged = np.isfinite(np.column_stack(both)[outcome.at]).all(axis=1)
    return Wanted(
        question,
        ((*outcome.base, *main),),
        (Column(ColumnKind.BEFORE_WHILE_HIGH, exposure, moderator),),
        int(logged.sum()),
        outcome.exposures.contrast(exposure),
    )


def _asks_about_itself(question: Question) -> bool:
    itself = question.outcome
    match question:
        case RelationQuestion():
            return question.exposure == itself
        case ModerationQuestion():
            return len({itself, question.exposure, question.moderator}) < len(("x", "y", "z"))
        case _:
            return False


def _spells(apart: Floats, at: Ordinals) -> int:
    """Count the spells in which one of the rated days lies."""
    starts = np.diff(apart, prepend=0.0) > 0
    numbers = np.cumsum(starts)[at]
    return len(np.unique(numbers[apart[at] > 0]))
