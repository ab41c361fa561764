"""The values of cycle time, and the limits it is placed within; all limits lie inside."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple


class Layer(StrEnum):
    """What a placed day stands on, the surest first."""

    CONFIRMED = "confirmed"
    IMPUTED = "imputed"
    EXTENDED = "extended"
    NONE = "none"


class Position(NamedTuple):
    """Where a day lies, from -1 to +1, counted from either end.

    A named tuple, because one is read for each day of a life.

    Attributes:
        menses_centred: 0 on an onset, +1 on the ovulation; the day after it begins above -1.
        ovulation_centred: 0 on the ovulation; an onset is +1 where it closes a phase, else -1.
    """

    menses_centred: float
    ovulation_centred: float


class CycleTime(NamedTuple):
    """One date and where it lies in each layer; only an onset can lie in two of them.

    Attributes:
        luteal_length: Days between a confirmed ovulation and the next onset, on those days only,
            and only where that phase lies within the limits.
    """

    date: date
    confirmed: Position | None
    imputed: Position | None
    extended: Position | None
    luteal_length: int | None

    @property
    def layer(self) -> Layer:
        """The surest layer the date lies in."""
        if self.confirmed is not None:
            return Layer.CONFIRMED
        if self.imputed is not None:
            return Layer.IMPUTED
        return Layer.NONE if self.extended is None else Layer.EXTENDED

    @property
    def position(self) -> Position | None:
        """Where the date lies, all layers together; None where nothing can be said.

        The surest layer speaks. Its two ends being one point, an onset is ovulation-centred +1
        as soon as any layer places the phase it closes.
        """
        layers = (self.confirmed, self.imputed, self.extended)
        if ONSET_CLOSING in layers:
            return ONSET_CLOSING
        return next((place for place in layers if place is not None), None)


@dataclass(frozen=True, slots=True)
class LengthBounds:
    """The shortest and the longest cycle, in days, whose ovulation may be imputed."""

    shortest: int
    longest: int

    def __contains__(self, length_days: int) -> bool:
        return self.shortest <= length_days <= self.longest


@dataclass(frozen=True, slots=True)
class PhaseGates:
    """How many days a phase may have to be placed.

    Attributes:
        shortest_follicular: Days from the onset to the ovulation, both counted.
        shortest_luteal: Days between the ovulation and the next onset, neither counted.
    """

    shortest_follicular: int
    longest_follicular: int
    shortest_luteal: int
    longest_luteal: int


# Nagpal et al. 2025 (PACTS). They bound imputation only: a confirmed ovulation is placed in a
# cycle of any length.
PACTS_BOUNDS: Final = LengthBounds(shortest=21, longest=35)
# PACTS, from 612,613 ovulatory cycles of Bull et al. 2019.
PACTS_GATES: Final = PhaseGates(
    shortest_follicular=8, longest_follicular=25, shortest_luteal=7, longest_luteal=18
)
# PACTS: the imputed ovulation lies this many days before the next onset; 14 luteal days.
IMPUTED_BEFORE_ONSET_DAYS: Final = 15
# PACTS: none is imputed this near to a confirmed one, on either side.
NEAR_CONFIRMED_DAYS: Final = 7

OVULATION: Final = Position(1.0, 0.0)
ONSET_CLOSING: Final = Position(0.0, 1.0)
