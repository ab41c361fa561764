"""Whether something was observed or worked out; the two are never mixed up."""

from enum import StrEnum


class Basis(StrEnum):
    """What a date of the cycle rests on."""

    OBSERVED = "observed"
    ESTIMATED = "estimated"
