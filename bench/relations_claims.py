"""What is asked of a made-up journal, and which answers would be false, or true, or neither.

A question is *null* where nothing in the journal links the two by any way; it is *true* where the
truth says so itself. What is linked by a detour, as two ratings that share their chance, is neither
and is counted nowhere.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from bench.relations_journals import LEVELS, SIGNS, MadeUp
from bench.relations_settings import CONNECTION, DESIRE, MOOD, NOTHING, STRESS, Setting, Trouble
from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.answers import Answer
from journal.analysis.relations.questions import (
    APART,
    MOMENTS,
    SLEEP_HOURS,
    ChangeQuestion,
    CycleWholeQuestion,
    CycleWindowQuestion,
    ModerationQuestion,
    Question,
    RelationQuestion,
    Timing,
)


class Kind(StrEnum):
    """What is asked about, for a column of a table."""

    SAME_DAY = "same day"
    DAYS_AFTER = "days after"
    REVERSE = "reverse"
    WINDOW = "window of the cycle"
    PERIOD = "days of a period"
    WHOLE = "cycle at all"
    CHANGE = "before and after"
    MODERATION = "while stressed"


SAME_DAY_EXPOSURES: Final = (MOMENTS, STRESS, SLEEP_HOURS, APART, SIGNS[0])
LASTING_EXPOSURES: Final = (MOMENTS, STRESS, SLEEP_HOURS)
WINDOWS: Final = (Window.PREMENSTRUAL, Window.AROUND_OVULATION, Window.PERIOD)
RATINGS: Final = tuple(LEVELS)


def questions_of(made: MadeUp) -> list[Question]:
    """Return the questions that are counted one by one: of each rating the same."""
    change = made.record.changes[0]
    found: list[Question] = []
    for rating in RATINGS:
        found += [RelationQuestion(rating, exposure) for exposure in SAME_DAY_EXPOSURES]
        found += [
            question
            for exposure in LASTING_EXPOSURES
            for question in (
                RelationQuestion(rating, exposure, Timing.DAYS_AFTER),
                RelationQuestion(exposure, rating, Timing.DAYS_AFTER),
            )
        ]
        if any(place is not None for place in made.record.placed):
            found += [CycleWindowQuestion(rating, window) for window in WINDOWS]
            found.append(CycleWholeQuestion(rating))
        found.append(ChangeQuestion(rating, change))
        found.append(ModerationQuestion(rating, MOMENTS, STRESS))
    return found


def kind_of(question: Question) -> Kind:
    """Return the column of a question."""
    match question:
        case RelationQuestion(timing=Timing.SAME_DAY):
            return Kind.SAME_DAY
        case RelationQuestion(outcome=outcome):
            return Kind.DAYS_AFTER if outcome in RATINGS else Kind.REVERSE
        case CycleWindowQuestion(window=window):
            return Kind.PERIOD if window is Window.PERIOD else Kind.WINDOW
        case CycleWholeQuestion():
            return Kind.WHOLE
        case ChangeQuestion():
            return Kind.CHANGE
        case ModerationQuestion():
            return Kind.MODERATION


def is_null(question: Question, setting: Setting) -> bool:
    """Say whether a claim about a question would be false."""
    involved = _involved(question)
    if setting.alike and len(involved & set(RATINGS)) > 1:
        return False  # these share their chance
    return not (_by_truth(question, involved, setting) or _by_trouble(question, involved, setting))


def true_size(question: Question, made: MadeUp, answer: Answer) -> float | None:
    """Return the points an answer should find on the scale as it was recorded; None where none."""
    truth = made.setting.truth
    units = 1.0 if answer.contrast is None else answer.contrast.size
    match question:
        case RelationQuestion(outcome=outcome, exposure=exposure, timing=timing):
            per_unit = {
                (MOOD, MOMENTS, Timing.SAME_DAY): truth.same_day,
                (MOOD, STRESS, Timing.SAME_DAY): truth.stress,
                (CONNECTION, MOMENTS, Timing.DAYS_AFTER): truth.carry_over,
            }.get((outcome, exposure, timing), 0.0)
        case CycleWindowQuestion(outcome=outcome, window=window):
            dips = {Window.PREMENSTRUAL: truth.dip, Window.PERIOD: truth.period}
            per_unit = dips.get(window, 0.0) if outcome == DESIRE else 0.0
        case ChangeQuestion(outcome=outcome):
            per_unit = truth.step if outcome == CONNECTION else 0.0
        case _:
            return None
    return per_unit * units * made.felt[question.outcome].shrunk if per_unit else None


def _involved(question: Question) -> set[str]:
    exposure = getattr(question, "exposure", question.outcome)
    return {question.outcome, exposure}


def _by_truth(question: Question, involved: set[str], setting: Setting) -> bool:
    """Say whether the truth of a journal links what a question is about, directly or not."""
    truth = setting.truth
    if truth == NOTHING or isinstance(question, ModerationQuestion):
        return False
    if isinstance(question, RelationQuestion):
        return any(involved == {rating, other} for rating, other in _links(setting))
    if isinstance(question, ChangeQuestion):
        return question.outcome == CONNECTION and bool(truth.step)
    return question.outcome == DESIRE and bool(truth.dip or truth.wave or truth.period)


def _links(setting: Setting) -> Iterator[tuple[str, str]]:
    truth = setting.truth
    if truth.same_day:
        yield MOOD, MOMENTS
    if truth.stress:
        yield MOOD, STRESS
    if truth.carry_over:
        yield CONNECTION, MOMENTS


def _by_trouble(question: Question, involved: set[str], setting: Setting) -> bool:
    """Say whether the trouble itself makes a link that is there to be found."""
    relation = isinstance(question, RelationQuestion)
    same_day = relation and question.timing is Timing.SAME_DAY
    match setting.trouble:
        case Trouble.FEEDBACK:
            # What drives moments is found where moments come after; the ratings share their chance.
            return relation and question.outcome == MOMENTS
        case Trouble.SHOCK:
            return same_day and involved == {MOOD, MOMENTS}
        case Trouble.CYCLING:
            cyclic = isinstance(question, CycleWindowQuestion | CycleWholeQuestion)
            return cyclic and question.outcome in {MOOD, MOMENTS}
        case Trouble.ABSENT:
            return relation and APART in involved
        case _:
            return False
