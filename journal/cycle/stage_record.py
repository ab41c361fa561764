"""What the stage rules look at: her record up to a day, without what cannot be read.

Where only the year of birth is known, her age is the one she reaches in that year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.cycle.age import age_in
from journal.cycle.stage_criteria import gaps_of_twelve_months
from journal.cycle.stage_gaps import Ending, Gap
from journal.domain.contexts import Context
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage

# Ours: by the letter, 31 % of 111 women of 21 to 43 with six cycles or more would be staged -2.
STAGED_FROM_AGE: Final = 40


@dataclass(frozen=True, slots=True)
class StageRecord:
    """Everything in it lies at or before `today`, oldest first.

    Attributes:
        contexts: What makes bleeding unreadable, or its criteria unreliable, today.
        bleeds: First days of all bleeds.
        counted_from: The days from which the time since each bleed is counted.
        spotting: Dates of spotting, and of bleeding that is not her period.
    """

    today: date
    birth_year: int | None
    contexts: tuple[Context, ...]
    unreadable: tuple[DateRange, ...]
    gaps: tuple[Gap, ...]
    bleeds: tuple[date, ...]
    counted_from: tuple[date, ...]
    spotting: tuple[date, ...]
    declared: Stage | None

    def age_on(self, day: date) -> int | None:
        """The age she reaches in that year; None without a year of birth that can be."""
        known = age_in(self.today, self.birth_year) is not None
        return age_in(day, self.birth_year) if known else None

    def may_stage(self, day: date) -> bool | None:
        """Whether she has reached the age from which stages are named; None if not known."""
        age = self.age_on(day)
        return None if age is None else age >= STAGED_FROM_AGE

    @property
    def age_unknown(self) -> bool:
        """Whether nothing that her age decides can be said."""
        return self.age_on(self.today) is None

    @property
    def below_age(self) -> bool:
        """Whether she is known to be younger than stages are named for."""
        return self.may_stage(self.today) is False

    @property
    def going_on(self) -> bool:
        """Whether today lies in a cycle that can be read."""
        return bool(self.gaps) and self.gaps[-1].ending is Ending.TODAY

    def readable(self, day: date) -> bool:
        """Whether bleeding on that day can be read."""
        return not any(day in span for span in self.unreadable)


@dataclass(frozen=True, slots=True)
class YearWithout:
    """Twelve months without bleeding.

    Attributes:
        counts: She had reached the age of staging by its last day; None if that is not known.
    """

    gap: Gap
    counts: bool | None

    @property
    def came_back(self) -> bool:
        """Whether bleeding returned after it."""
        return self.gap.ending is Ending.ONSET


def year_without(record: StageRecord) -> YearWithout | None:
    """Return the twelve months without bleeding that count: the first from the age of 40 on.

    Menopause is reached once; bleeding after it starts no new count. Below 40 nothing is reached,
    so the newest such gap is returned, and without an age the first.
    """
    found = [
        YearWithout(gap, record.may_stage(gap.span.last))
        for gap in gaps_of_twelve_months(record.gaps, record.counted_from)
    ]
    counting = [year for year in found if year.counts]
    if counting or not found:
        return counting[0] if counting else None
    return found[0] if record.age_unknown else found[-1]


def declared_late(declared: Stage | None) -> bool:
    """Whether what she declares says that her last period was more than twelve months ago."""
    return declared in {
        Stage.EARLY_POSTMENOPAUSE_B,
        Stage.EARLY_POSTMENOPAUSE_C,
        Stage.LATE_POSTMENOPAUSE,
    }


def bleeding_after(record: StageRecord, confirmed: date) -> Sequence[date]:
    """Return the readable bleeding from a date on: first days of flow, and any other bleeding."""
    return [
        day
        for day in (*record.bleeds, *record.spotting)
        if day >= confirmed and record.readable(day)
    ]
