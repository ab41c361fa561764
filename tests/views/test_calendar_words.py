import pytest

from journal.analysis.calendar import CalendarDay, MonthView
from journal.domain.days import Bleeding
from journal.domain.ratings import HIGHEST, LOWEST, RATINGS
from journal.views.calendar_words import (
    BLEEDING_MARKS,
    colour_step,
    day_words,
    legend,
    month_words,
)
from tests.builders import on

MOOD = RATINGS["mood"]
DAY = on("2026-05-14")


def may(*days: CalendarDay) -> MonthView:
    return MonthView(on("2026-05-01"), "mood", (days,))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (
            CalendarDay(DAY, rating=7, bleeding=Bleeding.MEDIUM, moments=2, recorded=True),
            "14 May 2026, mood 7, medium bleeding, 2 moments",
        ),
        (CalendarDay(DAY), "14 May 2026, nothing recorded"),
        (CalendarDay(DAY, is_today=True), "14 May 2026, today, nothing recorded"),
        (CalendarDay(DAY, future=True), "14 May 2026, still to come"),
        (
            CalendarDay(DAY, moments=1, recorded=True),
            "14 May 2026, mood not recorded, 1 moment",
        ),
        (CalendarDay(DAY, rating=0, recorded=True), "14 May 2026, mood 0"),
        (
            CalendarDay(DAY, rating=5, bleeding=Bleeding.NONE, recorded=True),
            "14 May 2026, mood 5, no bleeding",
        ),
    ],
)
def test_a_day_is_called_what_it_shows(day: CalendarDay, words: str) -> None:
    assert words == day_words(day, MOOD)


@pytest.mark.parametrize(
    ("month", "words"),
    [
        (may(), "May 2026: no mood recorded"),
        (may(CalendarDay(DAY, rating=4)), "May 2026: mood on 1 day, always 4"),
        (
            may(
                CalendarDay(DAY, rating=8, bleeding=Bleeding.LIGHT),
                CalendarDay(DAY, rating=3, bleeding=Bleeding.NONE),
            ),
            "May 2026: mood on 2 days, from 3 to 8, bleeding on 1 day",
        ),
    ],
)
def test_a_month_is_called_what_it_shows(month: MonthView, words: str) -> None:
    assert words == month_words(month, MOOD)


def test_the_colour_rises_with_the_rating_from_a_step_of_its_own_for_zero() -> None:
    assert [colour_step(rating) for rating in range(LOWEST, HIGHEST + 1)] == [
        0,
        1,
        1,
        2,
        2,
        3,
        3,
        4,
        4,
        5,
        5,
    ]


def test_every_amount_of_bleeding_is_marked_in_its_own_way_and_none_is_not() -> None:
    marks = [tuple(mark.values()) for mark in BLEEDING_MARKS.values()]
    assert len(marks) == len(set(marks))
    assert set(Bleeding) - {Bleeding.NONE} == set(BLEEDING_MARKS)


def test_the_legend_says_in_words_what_both_ends_of_the_scale_are() -> None:
    words = [item["words"] for item in legend(MOOD, with_moments=True)]
    assert words[:3] == ["Mood: very low", "Mood: in between", "Mood: very good"]
    assert "Nothing recorded" in words
