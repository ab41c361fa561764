"""The body signs of a date, as the ovulation rules read them."""

from dataclasses import dataclass
from datetime import date

from journal.domain.days import LhTest, Mucus


@dataclass(frozen=True, slots=True)
class BodySignDay:
    """What one date says about ovulation; None is not recorded.

    Attributes:
        temperature_c: Waking temperature in degrees Celsius.
        temperature_disturbed: The reading takes no part in any rule.
    """

    date: date
    temperature_c: float | None = None
    temperature_disturbed: bool = False
    mucus: Mucus | None = None
    lh_test: LhTest | None = None
