"""What her bleeding record matches of STRAW+10, laid beside the stage she declares herself."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.domain.contexts import Context
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage


class CriterionKind(StrEnum):
    """A bleeding criterion of STRAW+10 (Harlow et al. 2012)."""

    SEVEN_DAY_DIFFERENCE = "seven_day_difference"
    SIXTY_DAY_GAP = "sixty_day_gap"
    TWELVE_MONTHS = "twelve_months"


class Finding(StrEnum):
    """Whether the record shows it."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_KNOWABLE = "not_knowable"


class Unreadable(StrEnum):
    """Why the record cannot tell."""

    CONTEXT = "context"
    SITUATION = "situation"
    TOO_FEW_CYCLES = "too_few_cycles"
    AGE_UNKNOWN = "age_unknown"
    NO_BLEEDING = "no_bleeding"


class Remark(StrEnum):
    """What is said beside a stage, or instead of one.

    `REPRODUCTIVE`: no criterion of a later stage is met; bleeding alone cannot divide these years.
    `EARLIER_THAN_DECLARED`: she declared a later stage, and stages move forward only.
    """

    REPRODUCTIVE = "reproductive"
    EARLIER_THAN_DECLARED = "earlier_than_declared"
    ONE_UNUSUAL_CYCLE = "one_unusual_cycle"
    VARIABLE_CYCLES = "variable_cycles"
    NOT_YET_PERSISTENT = "not_yet_persistent"


class Caution(StrEnum):
    """What a doctor should hear of."""

    BLEEDING_AFTER_TWELVE_MONTHS = "bleeding_after_twelve_months"
    GAPS_BEFORE_40 = "gaps_before_40"
    STOPPED_BEFORE_40 = "stopped_before_40"
    STOPPED_BEFORE_45 = "stopped_before_45"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion and the dates it rests on.

    Attributes:
        spans: The gaps, or the deviating cycles, from one onset to the next, oldest first; the
            newest may still be open and then ends with the day after today. Shown, too, where
            the criterion is not met or her age would have to decide.
        lengths_days: Cycle lengths compared (previous, deviating) for each span, where they count.
        open: The newest span is still going on.
        because: Why it is not knowable, only then.
    """

    kind: CriterionKind
    finding: Finding
    spans: tuple[DateRange, ...] = ()
    lengths_days: tuple[tuple[int, int], ...] = ()
    because: Unreadable | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class StageEvidence:
    """The evidence; never a stage set for her.

    Attributes:
        stage: What the bleeding pattern matches, from -3 undivided (reproductive years, from 40 on)
            to +2. None where nothing can be said, and below 40, where nothing is staged.
        since: The date from which it matches, which a declaration can be made from; None for
            reproductive years.
        contexts: What makes bleeding unreadable, or unreliable, today.
        menopause_on: The date of a surgical or medical menopause, which has its own rules.
        last_bleed: First day of the newest bleed; the newest spotting where that came after twelve
            months without a bleed.
        fmp: The final menstrual period, known once twelve months have passed; the twelve months
            after it were stage +1a.
    """

    stage: Stage | None
    since: date | None
    criteria: tuple[Criterion, ...]
    remarks: tuple[Remark, ...] = ()
    cautions: tuple[Caution, ...] = ()
    contexts: tuple[Context, ...] = ()
    menopause_on: date | None = None
    last_bleed: date | None = None
    fmp: date | None = None
