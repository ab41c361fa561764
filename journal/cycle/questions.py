"""What the record leaves open, put to her as a question, and what in it cannot be right."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.domain.cycle_answers import CycleQuestion


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One question she has not answered yet.

    Attributes:
        about: The date her answer is kept under (`CycleAnswer.date`).
        last: Last day of the early bleed, or the onset that ends the long cycle.
        around: Where a period may not have been recorded; one date for each that may be missing.
    """

    question: CycleQuestion
    about: date
    last: date
    around: tuple[date, ...] = ()


class OddityKind(StrEnum):
    """Something in the record that does not fit together."""

    LONG_BLEED = "long_bleed"
    BEFORE_BIRTH = "before_birth"
    BIRTH_IN_FUTURE = "birth_in_future"
    BLEEDING_UNDER_CONTEXT = "bleeding_under_context"


@dataclass(frozen=True, slots=True)
class Oddity:
    """One thing she is told of, with the dates it concerns; nothing is dropped for it."""

    kind: OddityKind
    first: date
    last: date
    days: int = 0
