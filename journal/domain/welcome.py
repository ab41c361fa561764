"""The first minute: what she answers, and what of it goes into the record."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from journal.domain.days import Bleeding
from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.domain.labels import date_words
from journal.domain.owner_settings import Situation, validated_birth_year
from journal.domain.recording import require_recordable
from journal.domain.stages import Stage, StageDeclaration

LONGEST_CYCLE_DAY_ASKED: Final = 400


class TwoLastBleeds(JournalError):
    """The first day of the last bleed and the cycle day say different things."""

    def __init__(self, first_day: date, cycle_day: int) -> None:
        super().__init__(
            f"The first day of your last bleed, {date_words(first_day)}, and “day {cycle_day}” "
            "name two different days. Please keep the one you are sure of and clear the other."
        )


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """What she answered; every question can be left out.

    Attributes:
        last_onset: First day of the last bleed.
        cycle_day: The day of the cycle she is on, 1 being the first day of bleeding.
        stage: The stage she says she is in.
        ratings: Codes of the optional ratings she wants.
        week_start: 0 Monday … 6 Sunday, as is usual where she is.
    """

    situation: Situation | None = None
    last_onset: date | None = None
    cycle_day: int | None = None
    stage: Stage | None = None
    birth_year: int | None = None
    ratings: tuple[str, ...] = ()
    week_start: int = 0


def begin(journal: Journal, answers: FirstAnswers, today: date) -> None:
    """Write the answers and end the first minute.

    The day of the last bleed is recorded as a bleed whose amount was not noted.

    Raises:
        JournalError: An answer that cannot be; nothing is written then.
    """
    onset = _onset(answers, today)
    if answers.birth_year is not None:
        validated_birth_year(answers.birth_year, today.year)
    if onset is not None and journal.day(onset).bleeding is None:
        journal.save_day(onset, {"bleeding": Bleeding.UNSPECIFIED})
    if answers.stage is not None:
        journal.declare_stage(StageDeclaration(today, answers.stage))
    journal.change_settings(
        lambda kept: replace(
            kept,
            welcomed=True,
            situation=answers.situation,
            birth_year=answers.birth_year,
            ratings=answers.ratings,
            week_start=answers.week_start,
        )
    )


def _onset(answers: FirstAnswers, today: date) -> date | None:
    """Return the first day of the last bleed, by date or counted back from the cycle day."""
    counted = None
    if answers.cycle_day is not None:
        counted = today - timedelta(days=answers.cycle_day - 1)
        require_recordable(counted, today)
    if answers.last_onset is None:
        return counted
    require_recordable(answers.last_onset, today)
    if counted is not None and answers.cycle_day is not None and counted != answers.last_onset:
        raise TwoLastBleeds(answers.last_onset, answers.cycle_day)
    return answers.last_onset
