"""Findings made by hand, for what says and draws them."""

from journal.analysis.day_memory import DayEffect, JointEffect
from journal.analysis.day_memory_mixture import StudentMixture
from journal.analysis.relations.answers import Answer, Contrast, Finding, Sureness
from journal.analysis.relations.questions import CycleWholeQuestion, Question


def answered(
    question: Question,
    estimate: float = -1.0,
    *,
    contrast: Contrast | None = None,
    days: int = 212,
    groups: int | None = None,
) -> Answer:
    """Make an answer; the whole cycle has no direction."""
    if isinstance(question, CycleWholeQuestion):
        return Answer(question, None, 0.01, days, joint=JointEffect(0.01, 2, days), groups=groups)
    effect = DayEffect(StudentMixture((1.0,), (estimate,), (0.3,), 100), days)
    return Answer(question, effect, 0.01, days, contrast=contrast, groups=groups)


def found(
    answer: Answer,
    sureness: Sureness = Sureness.SURE,
    ends: tuple[float, float] = (-2.0, -0.5),
) -> Finding:
    """Make a finding with the ends of its interval."""
    low, high = ends if answer.effect else (None, None)
    return Finding(answer, sureness, 0.95, low, high)
