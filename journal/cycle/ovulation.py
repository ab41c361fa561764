"""Ovulation: on which day, how that is known, and how closely."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from journal.cycle.basis import Basis


class OvulationSign(StrEnum):
    """What points to the day of ovulation; `CALENDAR` is no observation but arithmetic."""

    LH_TEST = "lh_test"
    TEMPERATURE = "temperature"
    MUCUS = "mucus"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Ovulation:
    """One ovulation, with the span that holds it in about four of five such cycles.

    Attributes:
        date: The likeliest day.
        sign: What the day was taken from.
        earliest: First day of the 80 % span, itself inside.
        latest: Last day of the 80 % span, itself inside.
        also: Other signs of this cycle and the day each of them points to.
    """

    date: dt.date
    sign: OvulationSign
    earliest: dt.date
    latest: dt.date
    also: tuple[tuple[OvulationSign, dt.date], ...] = ()

    @property
    def basis(self) -> Basis:
        """Whether a sign of the body was observed."""
        return Basis.ESTIMATED if self.sign is OvulationSign.CALENDAR else Basis.OBSERVED
