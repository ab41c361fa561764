"""What is said to a question: the size, how sure it is, and what it rests on; or what is missing.

How many questions were asked is part of every answer: what is *sure* passes the line of Benjamini &
Hochberg (1995) over all of them, and is shown with an interval at the level 1 − q × sure / asked
(Benjamini & Yekutieli 2005).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from journal.analysis.day_memory import DayEffect, JointEffect
from journal.analysis.day_memory_gate import Lack
from journal.analysis.relations.questions import CycleWholeQuestion, Question

FALSE_SHARE: Final = 0.05
USUAL_LEVEL: Final = 0.95
# Ours: below half a point of ten a difference is hardly one.
HARDLY_POINTS: Final = 0.5


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two values of an exposure of hers, and the outcome is compared between them.

    For a rating and for hours her quartiles, for what is counted one more, for a state or a sign
    its presence beside its absence.
    """

    low: float
    high: float

    @property
    def size(self) -> float:
        """How far they lie apart, above zero."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Answer:
    """What the record says to one question.

    Attributes:
        effect: Points of the outcome for the whole contrast; None where only a joint question was
            asked.
        joint: For the cycle as a whole.
        contrast: None for windows and changes, which are there or not.
        days: Days of the outcome it rests on.
        groups: Cycles, or spells apart, behind it; None where neither is meant.
    """

    question: Question
    effect: DayEffect | None
    p: float
    days: int
    contrast: Contrast | None = None
    joint: JointEffect | None = None
    groups: int | None = None

    @property
    def estimate(self) -> float | None:
        """Points of the outcome; None where the question has no one direction."""
        return None if self.effect is None else self.effect.estimate


@dataclass(frozen=True, slots=True)
class NotYet:
    """The question cannot be asked yet, and what is missing."""

    question: Question
    lacks: tuple[Lack, ...]


class Sureness(StrEnum):
    """How sure an answer is, once it is counted how many were asked."""

    SURE = "sure"
    LIKELY = "likely"
    """Only while nobody counts the other questions; shown where she asks for it."""
    HARDLY = "hardly"
    """The interval lies within half a point of zero: it hardly differs."""
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Finding:
    """An answer among all that were asked.

    Attributes:
        low: The interval of `level`, in points of the outcome; None without a direction.
    """

    answer: Answer
    sureness: Sureness
    level: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Findings:
    """A page of answers.

    Attributes:
        answered: Every question the record could be asked, the surest kind first and within it the
            largest size first.
        not_yet: The others; the one with the least missing first.
    """

    answered: tuple[Finding, ...]
    not_yet: tuple[NotYet, ...]

    @property
    def asked(self) -> int:
        """How many questions were looked at and answered."""
        return len(self.answered)

    def of(self, *sureness: Sureness) -> tuple[Finding, ...]:
        """Return the answers of these kinds, in order."""
        return tuple(found for found in self.answered if found.sureness in sureness)


Reply: TypeAlias = Answer | NotYet


def has_direction(question: Question) -> bool:
    """Tell whether an answer says more or less, and not only that it varies."""
    return not isinstance(question, CycleWholeQuestion)
