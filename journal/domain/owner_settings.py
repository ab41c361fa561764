"""What the owner told the journal about herself and how she wants it to be."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from journal.domain.account_rules import AccountRules
from journal.domain.csv_mapping import CsvMapping
from journal.domain.errors import BirthYearOutOfRange
from journal.domain.own_calendar import OwnCalendar
from journal.domain.partner_card import PartnerCard
from journal.domain.ratings import OPTIONAL_RATINGS

EARLIEST_BIRTH_YEAR: Final = 1900


class Situation(StrEnum):
    """What describes her now, in her own words of the first minute."""

    AS_USUAL = "as_usual"
    IRREGULAR = "irregular"
    STOPPED = "stopped"
    HORMONES = "hormones"
    JUST_WRITE = "just_write"


class TimeAxis(StrEnum):
    """Which axis her days are laid over each other by."""

    CYCLE_DAY = "cycle_day"
    DAYS_SINCE_BLEED = "days_since_bleed"
    MONTHS_SINCE = "months_since"


AXIS_BY_SITUATION: Final = {
    Situation.AS_USUAL: TimeAxis.CYCLE_DAY,
    Situation.IRREGULAR: TimeAxis.DAYS_SINCE_BLEED,
    Situation.STOPPED: TimeAxis.MONTHS_SINCE,
    Situation.HORMONES: TimeAxis.MONTHS_SINCE,
    Situation.JUST_WRITE: TimeAxis.MONTHS_SINCE,
}


@dataclass(frozen=True, slots=True)
class OwnerSettings:
    """Everything optional; `welcomed` says that the first minute is over.

    Attributes:
        ratings: Codes of the optional ratings she switched on, in the order of the scales.
        body_signs: She records temperature, mucus and ovulation tests.
        intimate_practices: The intimate group of moments is switched on.
        week_start: 0 Monday … 6 Sunday.
        forecasts: She wants to see when a period is likely.
        account: How the account counts.
        offers: One small thing may be offered, now and then.
        ladder_up_to: The last group of the ladder she wants suggestions from; None when she
            said no limit.
        leave_apart_out: Comparisons leave time apart out; otherwise it stands beside them.
        small_thing_seen: The day one small thing was last shown or put away.
        partner_card: What her partner may see.
        own_calendar: What a calendar of her own is given.
        last_conversation: The day of her last conversation with a coach or whoever it is.
        csv_mappings: What the columns of her own tables mean.
    """

    welcomed: bool = False
    situation: Situation | None = None
    birth_year: int | None = None
    ratings: tuple[str, ...] = ()
    body_signs: bool = False
    intimate_practices: bool = False
    week_start: int = 0
    forecasts: bool = True
    account: AccountRules = field(default_factory=AccountRules)
    offers: bool = True
    ladder_up_to: str | None = None
    leave_apart_out: bool = False
    small_thing_seen: date | None = None
    partner_card: PartnerCard = field(default_factory=PartnerCard)
    own_calendar: OwnCalendar = field(default_factory=OwnCalendar)
    last_conversation: date | None = None
    csv_mappings: tuple[CsvMapping, ...] = ()

    @property
    def axis(self) -> TimeAxis:
        """The axis that suits her situation; cycle day until she says otherwise."""
        return AXIS_BY_SITUATION.get(self.situation or Situation.AS_USUAL, TimeAxis.CYCLE_DAY)

    @property
    def optional_ratings(self) -> tuple[str, ...]:
        """The optional ratings that are switched on and exist."""
        return tuple(scale.code for scale in OPTIONAL_RATINGS if scale.code in self.ratings)


def validated_birth_year(year: int, this_year: int) -> int:
    """Return a birth year that can be.

    Raises:
        BirthYearOutOfRange: It lies in the future or before 1900.
    """
    if not EARLIEST_BIRTH_YEAR <= year <= this_year:
        raise BirthYearOutOfRange(year, EARLIEST_BIRTH_YEAR, this_year)
    return year
