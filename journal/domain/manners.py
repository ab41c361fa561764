"""How a moment was noted, as one whole number: what is read in bulk costs by the column.

Convention: the number has a digit for each part, the initiator first and least; a digit is the
place of what was recorded among its choices. Not recorded is a place of its own, the first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Final, Self

from journal.domain.moments import Author, BidResponse, Initiator, Moment, WithWhom

CHOICES: Final[Mapping[str, tuple[object, ...]]] = MappingProxyType(
    {
        "initiator": (None, *Initiator),
        "response": (None, *BidResponse),
        "with_whom": (None, *WithWhom),
        "phone_in_way": (None, False, True),
        "author": tuple(Author),
    }
)


@dataclass(frozen=True, slots=True)
class Manner:
    """What was said of a moment besides its date and kind; None is not recorded."""

    initiator: Initiator | None = None
    response: BidResponse | None = None
    with_whom: WithWhom | None = None
    phone_in_way: bool | None = None
    author: Author = Author.OWNER

    @classmethod
    def of(cls, moment: Moment) -> Self:
        """Return the manner of a moment."""
        return cls(**{name: getattr(moment, name) for name in CHOICES})

    @property
    def number(self) -> int:
        """The number that stands for it."""
        total, worth = 0, 1
        for name, choices in CHOICES.items():
            total += worth * choices.index(getattr(self, name))
            worth *= len(choices)
        return total


@cache
def manner_from(number: int) -> Manner:
    """Return the manner a number stands for; there are fewer than two thousand."""
    said: dict[str, Any] = {}
    for name, choices in CHOICES.items():
        number, place = divmod(number, len(choices))
        said[name] = choices[place]
    return Manner(**said)


@dataclass(frozen=True, slots=True)
class MomentColumns:
    """Moments of a span side by side, in no order; all three are equally long.

    Attributes:
        manners: The number of each moment's `Manner`.
    """

    dates: Sequence[date] = ()
    kinds: Sequence[str] = ()
    manners: Sequence[int] = ()
