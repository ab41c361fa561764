"""Which of her ratings and signs stand for which premenstrual domain, and on which common scale.

    rating, high is worse   0 1 2 3 4 5 | 6 7 8 9 10      sign   absent  mild | moderate  severe
    rating, low is worse   10 9 8 7 6 5 | 4 3 2 1 0                 0    3.3  |   6.7       10
                                        ^ moderate and worse: 6 of 10

The eleven domains are those of C-PASS (Eisenlohr-Moul et al. 2017); their names and what belongs
to them (`data/premenstrual_domains.csv`) are this project's own.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from journal.cycle.premenstrual_values import PremenstrualScale
from journal.domain.catalogues import FOLDER
from journal.domain.days import SignStrength
from journal.domain.ratings import HIGHEST, LOWEST

FILE: Final = "premenstrual_domains.csv"
# As far up this scale as "moderate", 4, is from 1 to 6: (4 − 1) / 5 = 60 %.
MODERATE: Final = 6


class Domain(StrEnum):
    """What can come before a bleed; the first four are of feeling."""

    LOW_MOOD = "low_mood"
    TENSION = "tension"
    SWINGS = "swings"
    IRRITABILITY = "irritability"
    INTEREST = "interest"
    CONCENTRATION = "concentration"
    ENERGY = "energy"
    APPETITE = "appetite"
    SLEEP = "sleep"
    OVERWHELM = "overwhelm"
    BODY = "body"


OF_FEELING: Final = frozenset({Domain.LOW_MOOD, Domain.TENSION, Domain.SWINGS, Domain.IRRITABILITY})
# Four strengths in equal steps over the scale: severe is as far as a rating goes.
STRENGTHS: Final = MappingProxyType(
    {
        SignStrength.ABSENT: LOWEST,
        SignStrength.MILD: HIGHEST / 3,
        SignStrength.MODERATE: HIGHEST * 2 / 3,
        SignStrength.SEVERE: HIGHEST,
    }
)


@dataclass(frozen=True, slots=True)
class DomainField:
    """A field of a day, `sign:<code>` too, and the domain it stands for."""

    name: str
    domain: Domain
    low_is_worse: bool

    def value(self, recorded: int | SignStrength) -> float:
        """Return what was recorded on the common scale, where 10 is worst."""
        if isinstance(recorded, SignStrength):
            return STRENGTHS[recorded]
        return LOWEST + HIGHEST - recorded if self.low_is_worse else recorded


@cache
def domain_fields() -> Mapping[str, DomainField]:
    """Read the mapping, once per process; it is part of the program, nobody's data."""
    with (FOLDER / FILE).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    fields = (
        DomainField(row["field"], Domain(row["domain"]), low_is_worse=row["worse"] == "low")
        for row in rows
    )
    return MappingProxyType({field.name: field for field in fields})


def journal_scale() -> PremenstrualScale:
    """Return the common scale of her own ratings and signs."""
    return PremenstrualScale(
        lowest=LOWEST,
        highest=HIGHEST,
        moderate=MODERATE,
        domains={name: field.domain for name, field in domain_fields().items()},
        core=frozenset(OF_FEELING),
    )
