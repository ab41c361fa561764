import pytest

from journal.analysis.completeness import Completeness, completeness_words, recent_completeness
from journal.analysis.frames import build_rating_frame
from journal.analysis.spans import (
    Span,
    chosen_range,
    dates_between,
    rating_choices,
    span_range,
)
from journal.domain.moments import Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from tests.builders import day, on
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")


@pytest.mark.parametrize(
    ("span", "first_date"),
    [
        (Span.TWO_WEEKS, "2026-11-09"),
        (Span.ONE_MONTH, "2026-10-23"),
        (Span.THREE_MONTHS, "2026-08-23"),
        (Span.ONE_YEAR, "2025-11-23"),
        (Span.THREE_YEARS, "2023-11-23"),
        (Span.ALL, "1990-01-01"),
    ],
)
def test_a_span_ends_today_and_counts_calendar_months_back(span: Span, first_date: str) -> None:
    range_ = span_range(span, TODAY, on("1990-01-01"))
    assert (range_.start, range_.last) == (on(first_date), TODAY)


def test_all_of_a_record_begun_today_is_still_two_weeks_wide() -> None:
    assert len(span_range(Span.ALL, TODAY, TODAY)) == 14
    assert len(chosen_range(InMemoryJournal(), Span.ALL.value, TODAY)) == 14


def test_dates_the_wrong_way_round_are_the_same_dates() -> None:
    there = dates_between(on("2026-01-05"), on("2026-01-20"), TODAY)
    assert there == dates_between(on("2026-01-20"), on("2026-01-05"), TODAY)
    assert DateRange(on("2026-01-05"), on("2026-01-21")) == there


def test_no_dates_of_her_own_reach_beyond_today() -> None:
    days = dates_between(on("2026-11-20"), on("2026-12-24"), TODAY)
    assert DateRange(on("2026-11-20"), on("2026-11-23")) == days


def test_nothing_chosen_is_three_months() -> None:
    journal = InMemoryJournal()
    assert chosen_range(journal, None, TODAY) == chosen_range(journal, "three_months", TODAY)


def test_ratings_to_choose_are_the_core_those_switched_on_and_those_recorded() -> None:
    recorded = [day("2026-11-01", stress=4)]
    settings = OwnerSettings(ratings=("energy",))
    journal = InMemoryJournal(recorded, kept_settings=settings)
    assert rating_choices(journal) == ["mood", "desire", "connection", "energy", "stress"]
    later = DateRange(on("2026-11-02"), TODAY)
    assert rating_choices(journal, later) == ["mood", "desire", "connection", "energy"]


def test_completeness_is_said_in_words() -> None:
    assert completeness_words(Completeness(18, 30)) == "18 of the last 30 days"
    assert completeness_words(Completeness(0, 30)) == "0 of the last 30 days"
    assert completeness_words(Completeness(1, 1)) == "today"
    assert completeness_words(Completeness(0, 1)) == "nothing yet today"


def test_completeness_counts_a_day_with_only_a_moment() -> None:
    journal = InMemoryJournal(
        [day("2026-10-01", mood=3), day("2026-11-21", mood=0)], [Moment(TODAY, "hug")]
    )
    assert recent_completeness(journal, TODAY) == Completeness(2, 30)


def test_a_young_record_is_measured_from_its_first_day() -> None:
    journal = InMemoryJournal([day("2026-11-18", mood=3)])
    assert recent_completeness(journal, TODAY) == Completeness(1, 5)


def test_a_frame_keeps_zero_apart_from_not_recorded() -> None:
    journal = InMemoryJournal([day("2026-11-18", mood=0), day("2026-11-19", desire=2)])
    frame = build_rating_frame(journal, ["mood", "desire"])
    assert frame["mood"].iloc[0] == 0
    assert frame["mood"].isna().tolist() == [False, True]
    assert {str(kind) for kind in frame.dtypes} == {"float64"}
    assert build_rating_frame(journal, []).empty
