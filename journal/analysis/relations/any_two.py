"""Any two measures she wants to compare: the same day, the days after, and the other way round.

The gates are those of every question. It is asked because she asked it, so no other questions are
counted beside it (`findings.alone`), and it must be said that looking at many pairs one by one will
turn up something by chance.
"""

from dataclasses import dataclass

from journal.analysis.relations.answers import Reply
from journal.analysis.relations.ask import ask
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.days_behind import DaysBehind, days_behind
from journal.analysis.relations.questions import RelationQuestion, Timing


@dataclass(frozen=True, slots=True)
class AnyTwo:
    """Two measures beside each other.

    Attributes:
        same_day: The first as outcome, the second as exposure.
        same_day_reverse: The second as outcome.
        days_after: The first on the days after the second.
        days_after_reverse: The second on the days after the first.
        behind: The days behind the same-day answer.
    """

    first: str
    second: str
    same_day: Reply
    same_day_reverse: Reply
    days_after: Reply
    days_after_reverse: Reply
    behind: DaysBehind

    @property
    def asked(self) -> int:
        """How many questions these are."""
        return len((self.same_day, self.same_day_reverse, self.days_after, self.days_after_reverse))


def any_two(record: DailyRecord, first: str, second: str) -> AnyTwo:
    """Compare two measures of a record."""
    questions = [
        RelationQuestion(outcome, exposure, timing)
        for timing in (Timing.SAME_DAY, Timing.DAYS_AFTER)
        for outcome, exposure in ((first, second), (second, first))
    ]
    same, same_reverse, after, after_reverse = ask(record, questions)
    behind = days_behind(record, questions[0])
    return AnyTwo(first, second, same, same_reverse, after, after_reverse, behind)
