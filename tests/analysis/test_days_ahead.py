from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from journal.analysis.day_memory import DayEffect
from journal.analysis.day_memory_mixture import StudentMixture
from journal.analysis.days_ahead import (
    ASKED,
    DaysAhead,
    LowerRating,
    NoDaysAhead,
    NoDaysBecause,
    days_ahead,
    lower_ratings,
    span_before,
)
from journal.analysis.days_ahead_words import (
    days_ahead_sentences,
    days_ahead_words,
    hardly_differs,
    lower_words,
    when_words,
)
from journal.analysis.premenstrual_days import PREMENSTRUAL, PremenstrualDays, PremenstrualNotYet
from journal.cycle.forecast import Forecast, Silence, SilentBecause
from journal.cycle.reading import CycleReading
from journal.domain.days import Day
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.ranges import DateRange
from tests.builders import on
from tests.cycle_builders import cycles_before, likely, open_cycle, reading_of
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")
LENGTH = 28
FREEDOM = 100


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def regular(cycles: int = 8) -> CycleReading:
    onset = ago(9)
    outlook = Forecast(likely(onset + timedelta(days=LENGTH), 2), None, cycles)
    closed = cycles_before(onset, *[LENGTH] * cycles)
    return replace(reading_of(*closed, open_cycle(onset, LENGTH), today=TODAY), outlook=outlook)


def journal(
    *, mood_dip: float = 0.0, connection_dip: float = 0.0, days: int = 200
) -> InMemoryJournal:
    """Mood and connection around 6, lower on the five days before each period by so many points."""
    random = np.random.default_rng(0)
    onset = ago(9)
    kept = []
    for n in range(days - 1, -1, -1):
        before = -(((onset - ago(n)).days - 1) % LENGTH + 1) in PREMENSTRUAL
        mood, connection = random.normal(6, 1, 2) - np.array([mood_dip, connection_dip]) * before
        kept.append(Day(ago(n), mood=round(mood), connection=round(connection)))
    return InMemoryJournal(kept)


def answered(code: str, estimate: float, error: float) -> PremenstrualDays:
    effect = DayEffect(StudentMixture((1.0,), (estimate,), (error,), FREEDOM), 90)
    return PremenstrualDays(code, effect, None, None, 84, 20, 9)


def test_lower_connection_names_the_five_days_before_the_forecast_span() -> None:
    found = days_ahead(journal(connection_dip=1.5), regular(), TODAY)
    assert isinstance(found, DaysAhead)
    assert [rating.code for rating in found.lower] == ["connection"]
    # The onset is likely from 9 to 13 December.
    assert found.span == DateRange(on("2026-12-04"), on("2026-12-13"))
    assert (found.title, found.asked) == ("More care may be welcome", 2)


def test_both_ratings_are_named_the_larger_difference_first() -> None:
    found = days_ahead(journal(mood_dip=1.2, connection_dip=2.5), regular(), TODAY, title="Gently")
    assert isinstance(found, DaysAhead)
    assert [rating.code for rating in found.lower] == ["connection", "mood"]
    assert found.title == "Gently"


def test_a_higher_rating_before_the_period_names_no_days() -> None:
    found = days_ahead(journal(mood_dip=-2), regular(), TODAY)
    assert isinstance(found, NoDaysAhead)
    assert NoDaysBecause.NOT_LOWER is found.because
    assert days_ahead_words(found, TODAY).startswith(
        "Your record does not show so far that mood or connection is lower"
    )


def test_without_a_forecast_the_reason_is_that_of_the_forecast() -> None:
    reading = replace(regular(), outlook=Silence(SilentBecause.SWITCHED_OFF))
    found = days_ahead(journal(connection_dip=2), reading, TODAY)
    assert isinstance(found, NoDaysAhead)
    assert NoDaysBecause.NO_FORECAST is found.because
    assert days_ahead_words(found, TODAY) == ("Forecasts are switched off, so no date is shown.")


def test_a_situation_without_dates_is_said_in_its_own_words() -> None:
    reading = replace(regular(), outlook=Silence(SilentBecause.SITUATION))
    stopped = InMemoryJournal(kept_settings=OwnerSettings(situation=Situation.STOPPED))
    found = days_ahead(stopped, reading, TODAY)
    assert "your periods have stopped" in days_ahead_words(found, TODAY)


def test_too_little_is_said_of_the_rating_that_lacks_least() -> None:
    few = journal(connection_dip=2, days=30)
    more = InMemoryJournal([*few.recorded, Day(ago(40), connection=5)])
    found = days_ahead(more, regular(), TODAY)
    assert isinstance(found, NoDaysAhead)
    assert NoDaysBecause.TOO_LITTLE is found.because
    assert [missing.code for missing in found.not_yet] == ["connection", "mood"]
    assert days_ahead_words(found, TODAY) == (
        "Your record cannot tell yet whether mood or connection is lower before a period: for "
        "connection, 9 more rated days and 4 more days from the first rated day to the last are "
        "needed."
    )


def test_a_rating_that_cannot_be_asked_about_is_not_counted_as_asked() -> None:
    kept = journal(connection_dip=2)
    alone = InMemoryJournal([replace(day, mood=None) for day in kept.recorded])
    found = days_ahead(alone, regular(), TODAY)
    assert isinstance(found, DaysAhead)
    assert found.asked == 1


@pytest.mark.parametrize(
    ("first", "second", "named"),
    [
        # p = .05 is t = 1.984 at 100 degrees of freedom, p = .025 is 2.276.
        (2.2, 1.0, 0),  # the smaller p has to pass .025
        (2.3, 1.0, 1),
        (2.0, 2.0, 2),  # both pass .05
        (2.3, -2.3, 1),  # one lower, one higher
        (-2.3, -2.3, 0),
    ],
)
def test_asking_two_ratings_asks_more_of_each(first: float, second: float, named: int) -> None:
    found = lower_ratings([answered("mood", -first, 1.0), answered("connection", -second, 1.0)])
    assert named == len(found)
    assert all(0 < one.low < one.points < one.high for one in found)


def test_the_interval_is_wider_where_one_of_two_passed() -> None:
    alone, one_of_two = (
        lower_ratings(asked)[0]
        for asked in (
            [answered("mood", -3, 1)],
            [answered("mood", -3, 1), answered("connection", 0, 1)],
        )
    )
    assert one_of_two.low < alone.low < alone.high < one_of_two.high


def test_no_rating_asked_is_none_lower() -> None:
    assert lower_ratings([]) == ()


def test_the_span_reaches_today_at_least() -> None:
    ahead = span_before(likely(TODAY + timedelta(days=20), 2), TODAY)
    assert ahead == DateRange(TODAY + timedelta(days=13), TODAY + timedelta(days=22))
    late = span_before(likely(TODAY, 0), TODAY)
    assert late == DateRange(ago(5), TODAY + timedelta(days=1))


LOWER = LowerRating("connection", 1.2, 0.5, 1.9, 84, 9)


def found_at(start: str, end: str) -> DaysAhead:
    return DaysAhead("Care", DateRange(on(start), on(end)), (LOWER,), 2)


def test_what_was_found_is_said_with_its_numbers_and_the_dates() -> None:
    assert days_ahead_sentences(found_at("2026-12-18", "2026-12-27"), TODAY) == [
        (
            "In your record connection was about 1.2 points of ten lower on the five days before "
            "a period (between 0.5 and 1.9; 84 rated days, 9 cycles)."
        ),
        "The next such days are likely between 18 and 26 December.",
    ]


def test_days_placed_by_the_forecast_are_said() -> None:
    said = lower_words(replace(LOWER, forecast_days=11))
    assert "84 rated days, 9 cycles, 11 days of them placed by the forecast)." in said


def test_a_span_that_has_begun_is_said_by_its_end() -> None:
    begun = found_at("2026-11-18", "2026-11-27")
    assert when_words(begun, TODAY) == "Such days are likely now, until 26 November."
    assert begun.to_come(TODAY) == DateRange(TODAY, on("2026-11-27"))
    last = found_at("2026-11-18", "2026-11-23")
    assert when_words(last, TODAY) == "Today is likely still one of such days."


def test_what_lies_ahead_of_a_span_is_all_of_it_or_nothing() -> None:
    found = found_at("2026-12-18", "2026-12-27")
    assert found.span == found.to_come(TODAY)
    assert not found.to_come(on("2027-01-01"))


def test_ratings_that_hardly_differ_are_said_to() -> None:
    alike = tuple(answered(code, 0.05, 0.1) for code in ASKED)
    found = NoDaysAhead(NoDaysBecause.NOT_LOWER, not_lower=alike)
    assert days_ahead_words(found, TODAY) == (
        "In your record mood and connection hardly differ on the five days before a period: by "
        "less than half a point of ten (84 rated days, 9 cycles)."
    )
    one = replace(found, not_lower=alike[:1])
    assert "In your record mood hardly differs" in days_ahead_words(one, TODAY)


@pytest.mark.parametrize(("estimate", "error", "hardly"), [(0, 0.1, True), (0.4, 0.1, False)])
def test_hardly_is_an_interval_within_half_a_point(
    estimate: float, error: float, *, hardly: bool
) -> None:
    for sign in (-1, 1):
        assert hardly == hardly_differs(answered("mood", sign * estimate, error), 2)


def test_a_question_that_the_week_alone_answers_lacks_nothing_countable() -> None:
    found = NoDaysAhead(NoDaysBecause.TOO_LITTLE, not_yet=(PremenstrualNotYet("mood", ()),))
    assert days_ahead_words(found, TODAY) == (
        "Your record cannot tell yet whether mood or connection is lower before a period."
    )
