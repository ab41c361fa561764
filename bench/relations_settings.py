"""What made-up journals are like, for `bench.relations`.

A *trouble* breaks what the method supposes; a *truth* adds what is to be found.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from bench.relations_cycles import Life

MOOD, DESIRE, CONNECTION, STRESS = "mood", "desire", "connection", "stress"
# How much of what chance brings the ratings share.
ALIKE: Final = 0.4


class Trouble(StrEnum):
    """What breaks the suppositions of the method."""

    NONE = "none"
    WHITE = "30–50 % white noise in the ratings"
    DRIFT = "slow drift of the ratings"
    DRIFT_BOTH = "slow drift of ratings, stress and sleep"
    VOLATILE = "volatile spells"
    MISSING_LOW = "missing when low"
    FEEDBACK = "yesterday’s mood drives moments"
    SHOCK = "shocks to mood and moments"
    CYCLING = "moments and mood follow the cycle"
    ABSENT = "time apart lowers moments and mood"
    LONGER = "memory of two days, drawn out"
    SWINGING = "memory of two days, swinging back"


@dataclass(frozen=True, slots=True)
class Truth:
    """What is there to be found; 0 is nothing.

    Attributes:
        same_day: Points of mood for one moment more on the day.
        carry_over: Points of connection for one moment more in the bank of the days before.
        half_life_days: How long that lasts.
        stress: Points of mood for one point of stress on the day.
        dip: Points of desire on the five days before a period.
        wave: Points of desire from the middle of a cycle to its ends, as a slow wave.
        step: Points of connection from the middle of the record on.
        period: Points of desire on the first four days of a period; left out of what names a
            setting, so that all others are made up as before there was one.
    """

    same_day: float = 0.0
    carry_over: float = 0.0
    half_life_days: float = 2.0
    stress: float = 0.0
    dip: float = 0.0
    wave: float = 0.0
    step: float = 0.0
    period: float = field(default=0.0, repr=False)


NOTHING: Final = Truth()
# Each moves its rating by about four tenths of a point, as a standard deviation.
ORDINARY: Final = Truth(same_day=0.25, carry_over=0.12, stress=-0.22, dip=-1.2, step=0.9)
LOW_IN_A_PERIOD: Final = Truth(period=-1.2)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a journal is like.

    Attributes:
        days: From the first date to the last.
        memory: How much a rating resembles the day before, φ.
        missing: Share of days with nothing at all.
        alike: How much of what chance brings the three ratings share, 0 to 1.
    """

    days: int
    memory: float = 0.5
    missing: float = 0.3
    alike: float = ALIKE
    life: Life = Life.REGULAR
    trouble: Trouble = Trouble.NONE
    truth: Truth = NOTHING
