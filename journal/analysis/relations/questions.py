"""The questions asked of a record; each a plain value, so that an answer can say what it answers.

A *measure* is one number a day, named by its code:

    a rating        "mood", "stress", …                  0 to 10
    "sleep_hours"                                         hours
    a sign          "sign:headache"                       0 absent, 1 mild, 2 moderate, 3 severe
    "moments"       how many moments of connection        on days noted
    "bids_met"      how many of her and her partner's bids were turned toward
    "bids_unmet"    how many were turned away from or against
    "balance"       of the account, the evening before
    "apart"         1 apart, 0 together
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from journal.analysis.premenstrual_days import Window

MOMENTS: Final = "moments"
BIDS_MET: Final = "bids_met"
BIDS_UNMET: Final = "bids_unmet"
BALANCE: Final = "balance"
APART: Final = "apart"
SLEEP_HOURS: Final = "sleep_hours"


class Timing(StrEnum):
    """When the exposure lies, seen from the outcome's day."""

    SAME_DAY = "same_day"
    DAYS_AFTER = "days_after"
    """What is left of the days before: Σ 2^(−(k−1)/h) x(t−k), k ≥ 1."""


@dataclass(frozen=True, slots=True)
class RelationQuestion:
    """Does the outcome go with the exposure?

    Roles exchanged, this is the reverse direction, which is a question of its own.
    """

    outcome: str
    exposure: str
    timing: Timing = Timing.SAME_DAY


@dataclass(frozen=True, slots=True)
class CycleWindowQuestion:
    """Does the outcome differ in one window of the cycle from the other cycle days?

    For the windows before a period and around ovulation the days of a period are other cycle days;
    these themselves are compared with days in none of the three.
    """

    outcome: str
    window: Window


@dataclass(frozen=True, slots=True)
class CycleWholeQuestion:
    """Does the outcome vary over the cycle at all: before a period and around ovulation at once."""

    outcome: str


class ChangeSource(StrEnum):
    """Where a dated change comes from."""

    CONTEXT_START = "context_start"
    CONTEXT_END = "context_end"
    STAGE = "stage"
    OWN = "own"
    SEVERAL = "several"
    """More than one of them on one day, which no record can tell apart."""


@dataclass(frozen=True, slots=True)
class DatedChange:
    """Something that changed on a date: a therapy began, a stage was declared, she moved.

    Attributes:
        day: The first day after the change.
        name: For a person; of her own contexts in her words.
    """

    day: date
    name: str
    source: ChangeSource


@dataclass(frozen=True, slots=True)
class ChangeQuestion:
    """Is the outcome different after a dated change from before it?"""

    outcome: str
    change: DatedChange


@dataclass(frozen=True, slots=True)
class ModerationQuestion:
    """Is what the days before leave behind different while the moderator is high?"""

    outcome: str
    exposure: str
    moderator: str


Question: TypeAlias = (
    RelationQuestion
    | CycleWindowQuestion
    | CycleWholeQuestion
    | ChangeQuestion
    | ModerationQuestion
)
