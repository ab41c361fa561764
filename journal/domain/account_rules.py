"""How the account counts: what a moment deposits or withdraws, and how fast a balance fades.

Every number is hers to change; none of them is a finding.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from journal.domain.errors import QuantityOutOfRange

# "The warmth lasts only a few days": a starting point, not a finding.
DEFAULT_HALF_LIFE_DAYS: Final = 3.0
SHORTEST_HALF_LIFE_DAYS: Final = 0.5
LONGEST_HALF_LIFE_DAYS: Final = 60.0
DEFAULT_WEIGHT: Final = 1.0
DEFAULT_AWAY: Final = 1.0
DEFAULT_AGAINST: Final = 2.0
LARGEST_WEIGHT: Final = 10.0


@dataclass(frozen=True, slots=True)
class AccountRules:
    """The rules in force.

    Attributes:
        half_life_days: Days after which half of a balance is left.
        weights: By kind of moment, what one that was met or left unanswered deposits; a kind that
            is not named deposits 1.
        away: What a moment turned away from withdraws.
        against: What a moment turned against withdraws.

    Raises:
        QuantityOutOfRange: A number outside its range.
    """

    half_life_days: float = DEFAULT_HALF_LIFE_DAYS
    weights: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    away: float = DEFAULT_AWAY
    against: float = DEFAULT_AGAINST

    def __post_init__(self) -> None:
        object.__setattr__(self, "weights", MappingProxyType(dict(self.weights)))
        low, high = SHORTEST_HALF_LIFE_DAYS, LONGEST_HALF_LIFE_DAYS
        if not low <= self.half_life_days <= high:
            raise QuantityOutOfRange("The half-life", self.half_life_days, low, high, "days")
        for weight in (self.away, self.against, *self.weights.values()):
            if not 0 <= weight <= LARGEST_WEIGHT:
                raise QuantityOutOfRange("A weight", weight, 0, LARGEST_WEIGHT, "points")

    def weight(self, kind: str) -> float:
        """Return what a moment of this kind deposits."""
        return self.weights.get(kind, DEFAULT_WEIGHT)
