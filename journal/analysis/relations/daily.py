"""The record laid out day by day, read once for all questions of a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.analysis.day_memory_cycle import PlacedDay
from journal.analysis.day_memory_grid import Floats
from journal.analysis.relations.questions import DatedChange
from journal.domain.stages import StageDeclaration

# A sign says more than it is asked for: absent 0, mild 1, moderate 2, severe 3.
SIGN_LEVELS: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class DailyRecord:
    """Every date from the first to the last, a number of each measure on each.

    Attributes:
        days: The dates, one after another without a gap.
        values: By measure, (days,); NaN is not recorded.
        names: What each measure is called, for a person.
        placed: Where each day lies in its cycle; None where that is not known.
        changes: Dated changes inside the span, oldest first.
        stages: What she declared, oldest first, from before the span too.
    """

    days: Sequence[date]
    values: Mapping[str, Floats]
    names: Mapping[str, str]
    placed: Sequence[PlacedDay | None]
    changes: Sequence[DatedChange] = ()
    stages: Sequence[StageDeclaration] = ()

    @property
    def first(self) -> int:
        """The ordinal of the first date."""
        return self.days[0].toordinal()
