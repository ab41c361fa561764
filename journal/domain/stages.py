"""Stages of reproductive ageing as declared by the owner (STRAW+10, Harlow et al. 2012)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stage(StrEnum):
    """A STRAW+10 stage; `-3` and `+1` are the undivided forms someone may know only so far."""

    EARLY_REPRODUCTIVE = "-5"
    PEAK_REPRODUCTIVE = "-4"
    LATE_REPRODUCTIVE = "-3"
    LATE_REPRODUCTIVE_B = "-3b"
    LATE_REPRODUCTIVE_A = "-3a"
    EARLY_TRANSITION = "-2"
    LATE_TRANSITION = "-1"
    EARLY_POSTMENOPAUSE = "+1"
    EARLY_POSTMENOPAUSE_A = "+1a"
    EARLY_POSTMENOPAUSE_B = "+1b"
    EARLY_POSTMENOPAUSE_C = "+1c"
    LATE_POSTMENOPAUSE = "+2"


@dataclass(frozen=True, slots=True, order=True)
class StageDeclaration:
    """The owner says: from this date on I am in this stage. Never set for her."""

    date: date
    stage: Stage
