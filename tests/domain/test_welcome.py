"""The first minute: every answer can be left out, and nothing she did not say is written."""

from datetime import UTC, datetime

import pytest

from journal.domain.days import Bleeding
from journal.domain.errors import BirthYearOutOfRange, DayInFuture
from journal.domain.journal import Journal
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage, StageDeclaration
from journal.domain.welcome import FirstAnswers, TwoLastBleeds, begin
from journal.storage import memory_journal
from tests.builders import on

TODAY = on("2026-11-22")
ALL = DateRange(on("1900-01-01"), on("2100-01-01"))


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


def bleeding_dates(journal: Journal) -> list[str]:
    return [day.date.isoformat() for day in journal.bleeding_days()]


def test_with_every_question_left_out_nothing_is_recorded(journal: Journal) -> None:
    begin(journal, FirstAnswers(), TODAY)
    assert journal.settings() == OwnerSettings(welcomed=True)
    assert journal.days(ALL) == []
    assert journal.stages() == []


def test_what_she_answered_is_kept(journal: Journal) -> None:
    answers = FirstAnswers(
        situation=Situation.IRREGULAR,
        last_onset=on("2026-10-30"),
        stage=Stage.LATE_TRANSITION,
        birth_year=1974,
        ratings=("calm",),
    )
    begin(journal, answers, TODAY)
    assert journal.settings() == OwnerSettings(
        welcomed=True, situation=Situation.IRREGULAR, birth_year=1974, ratings=("calm",)
    )
    assert journal.day(on("2026-10-30")).bleeding is Bleeding.UNSPECIFIED
    assert journal.stages() == [StageDeclaration(TODAY, Stage.LATE_TRANSITION)]


@pytest.mark.parametrize(
    ("cycle_day", "onset"), [(1, "2026-11-22"), (23, "2026-10-31"), (400, "2025-10-19")]
)
def test_a_cycle_day_is_counted_from_1(journal: Journal, cycle_day: int, onset: str) -> None:
    begin(journal, FirstAnswers(cycle_day=cycle_day), TODAY)
    assert bleeding_dates(journal) == [onset]


def test_two_answers_that_agree_are_one_bleed(journal: Journal) -> None:
    begin(journal, FirstAnswers(last_onset=on("2026-10-31"), cycle_day=23), TODAY)
    assert bleeding_dates(journal) == ["2026-10-31"]


def test_two_answers_that_disagree_write_nothing(journal: Journal) -> None:
    with pytest.raises(TwoLastBleeds, match="1 November 2026, and “day 23” name two different"):
        begin(journal, FirstAnswers(last_onset=on("2026-11-01"), cycle_day=23), TODAY)
    assert journal.revision() == 0
    assert not journal.settings().welcomed


@pytest.mark.parametrize(
    ("answers", "failure"),
    [
        (FirstAnswers(last_onset=on("2026-11-23")), DayInFuture),
        (FirstAnswers(cycle_day=0), DayInFuture),
        (FirstAnswers(last_onset=on("2026-11-01"), birth_year=2027), BirthYearOutOfRange),
    ],
)
def test_an_answer_that_cannot_be_writes_nothing(
    journal: Journal, answers: FirstAnswers, failure: type[Exception]
) -> None:
    with pytest.raises(failure):
        begin(journal, answers, TODAY)
    assert journal.revision() == 0


def test_bleeding_she_recorded_is_not_overwritten(journal: Journal) -> None:
    journal.save_day(on("2026-11-01"), {"bleeding": "heavy"})
    begin(journal, FirstAnswers(last_onset=on("2026-11-01")), TODAY)
    assert journal.day(on("2026-11-01")).bleeding is Bleeding.HEAVY
