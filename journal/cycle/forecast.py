"""What may come next: a span of dates, as likely as it says, or the reason why none is shown."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from journal.domain.contexts import Context
from journal.domain.ranges import DateRange


class SilentBecause(StrEnum):
    """Why no date is shown."""

    SWITCHED_OFF = "switched_off"
    NO_CYCLE_OPEN = "no_cycle_open"
    CONTEXT = "context"
    SITUATION = "situation"
    LATE_TRANSITION = "late_transition"
    POSTMENOPAUSE = "postmenopause"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Silence:
    """No forecast, and why.

    Attributes:
        context: The context that makes bleeding unreadable, where that is the reason.
        days: Days since the last onset, where there is one.
    """

    because: SilentBecause
    context: Context | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class LikelyDay:
    """When something is likely: the middle of the forecast and its 80 % span."""

    median: date
    span: DateRange


@dataclass(frozen=True, slots=True)
class Forecast:
    """The next menses onset, and ovulation in the cycle that is open.

    Attributes:
        cycles: How many closed cycles of hers it learned from; 0 is other women's alone.
        from_ovulation: The onset is counted from an ovulation observed in the open cycle, and
            `cycles` are those with an observed ovulation.
        ovulation: None once a sign of ovulation was observed or its span has passed.
        late_days: Days the cycle has run beyond the end of the span it had at its start; 0 if none.
    """

    onset: LikelyDay
    ovulation: LikelyDay | None
    cycles: int
    late_days: int = 0
    from_ovulation: bool = False


Outlook: TypeAlias = Forecast | Silence
