"""Ovulation: on which day, how that is known, and how closely."""

from dataclasses import dataclass
from datetime import date
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

    date: date
    sign: OvulationSign
    earliest: date
    latest: date
    also: tuple[tuple[OvulationSign, date], ...] = ()

    @property
    def basis(self) -> Basis:
        """Whether a sign of the body was observed."""
        return Basis.ESTIMATED if self.sign is OvulationSign.CALENDAR else Basis.OBSERVED
