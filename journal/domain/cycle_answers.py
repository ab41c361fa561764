"""What she answered when her record left open where a cycle starts; remembered, never guessed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from journal.domain.errors import ChoiceUnknown


class CycleQuestion(StrEnum):
    """What the record can leave open."""

    EARLY_BLEED = "early_bleed"
    MISSED_PERIOD = "missed_period"


class CycleReply(StrEnum):
    """What she can say; `NOT_SURE` is an answer too, and she is not asked again."""

    NEW_PERIOD = "new_period"
    SAME_PERIOD = "same_period"
    BETWEEN_PERIODS = "between_periods"
    NOT_RECORDED = "not_recorded"
    NONE_CAME = "none_came"
    NOT_SURE = "not_sure"


REPLIES: Final = {
    CycleQuestion.EARLY_BLEED: (
        CycleReply.SAME_PERIOD,
        CycleReply.NEW_PERIOD,
        CycleReply.BETWEEN_PERIODS,
        CycleReply.NOT_SURE,
    ),
    CycleQuestion.MISSED_PERIOD: (
        CycleReply.NOT_RECORDED,
        CycleReply.NONE_CAME,
        CycleReply.NOT_SURE,
    ),
}


@dataclass(frozen=True, slots=True, order=True)
class CycleAnswer:
    """One answer.

    Attributes:
        date: What it is about: the first day of an early bleed, or the menses onset that begins
            the long cycle in which a period may not have been recorded.

    Raises:
        ChoiceUnknown: The reply answers another question.
    """

    date: date
    question: CycleQuestion
    reply: CycleReply

    def __post_init__(self) -> None:
        allowed = REPLIES[self.question]
        if self.reply not in allowed:
            raise ChoiceUnknown(self.question, self.reply.value, [reply.value for reply in allowed])
