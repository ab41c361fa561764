"""Phases of a cycle by name, for people; each span says whether it was observed or estimated."""

from dataclasses import dataclass
from enum import StrEnum

from journal.cycle.basis import Basis
from journal.domain.ranges import DateRange


class Phase(StrEnum):
    """Where in a cycle a day lies."""

    MENSTRUAL = "menstrual"
    FOLLICULAR = "follicular"
    AROUND_OVULATION = "around_ovulation"
    LUTEAL = "luteal"
    PREMENSTRUAL = "premenstrual"


@dataclass(frozen=True, slots=True, order=True)
class PhaseSpan:
    """Days of one phase; spans of a cycle follow one another and never overlap."""

    range_: DateRange
    phase: Phase
    basis: Basis
