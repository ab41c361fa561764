import pytest

from journal.analysis.calendar import CalendarDay, MonthView
from journal.analysis.phase_bands import DayStanding
from journal.cycle.basis import Basis
from journal.cycle.phases import Phase
from journal.domain.days import Bleeding
from journal.domain.ranges import DateRange
from journal.domain.ratings import HIGHEST, LOWEST, RATINGS
from journal.views.calendar_words import (
    BLEEDING_MARKS,
    colour_step,
    day_words,
    legend,
    likely_words,
    month_words,
    standing_legend,
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
def test_a_day_is_called_what_was_recorded_of_it(day: CalendarDay, words: str) -> None:
    assert words == day_words(day, MOOD)


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (DayStanding(30), "cycle day 30"),
        (
            DayStanding(2, Phase.MENSTRUAL, Basis.OBSERVED),
            "cycle day 2, menstrual days, observed",
        ),
        (
            DayStanding(14, Phase.AROUND_OVULATION, Basis.ESTIMATED),
            "cycle day 14, around ovulation, estimated",
        ),
        (
            DayStanding(15, Phase.AROUND_OVULATION, Basis.ESTIMATED, Basis.ESTIMATED),
            "cycle day 15, around ovulation, estimated, likeliest day of ovulation",
        ),
        (
            DayStanding(15, None, None, Basis.OBSERVED),
            "cycle day 15, likeliest day of ovulation, observed",
        ),
        (
            DayStanding(None, Phase.PREMENSTRUAL, Basis.OBSERVED),
            "premenstrual days, observed",
        ),
    ],
)
def test_a_day_is_called_where_it_stands_and_what_that_rests_on(
    standing: DayStanding, words: str
) -> None:
    called = day_words(CalendarDay(DAY, standing=standing), MOOD)
    assert f"14 May 2026, nothing recorded, {words}" == called


@pytest.mark.parametrize(
    ("first", "after", "words"),
    [
        ("2026-05-03", "2026-05-08", "between 3 and 7 May"),
        ("2026-05-28", "2026-06-04", "between 28 May and 3 June"),
        ("2026-12-29", "2027-01-04", "between 29 December 2026 and 3 January 2027"),
        ("2026-05-03", "2026-05-04", "on 3 May"),
    ],
)
def test_a_likely_period_is_a_span_of_dates(first: str, after: str, words: str) -> None:
    assert f"a period is likely {words}" == likely_words(DateRange(on(first), on(after)))


def test_a_day_of_a_likely_period_says_the_whole_span() -> None:
    span = DateRange(on("2026-05-12"), on("2026-05-17"))
    called = day_words(CalendarDay(DAY, future=True, period_likely=True), MOOD, span)
    assert called == "14 May 2026, still to come, a period is likely between 12 and 16 May"


def test_the_legend_of_standings_explains_only_what_is_shown() -> None:
    observed = DayStanding(2, Phase.MENSTRUAL, Basis.OBSERVED)
    estimated = DayStanding(20, Phase.LUTEAL, Basis.ESTIMATED, Basis.ESTIMATED)
    month = may(CalendarDay(DAY, standing=estimated), CalendarDay(DAY, standing=observed))
    assert [item["words"] for item in standing_legend(month)] == [
        "Cycle day",
        "Menstrual days, observed",
        "Luteal phase, estimated",
        "Likeliest day of ovulation, estimated",
    ]
    assert standing_legend(may(CalendarDay(DAY))) == []
    likely = may(CalendarDay(DAY, future=True, period_likely=True))
    assert [item["words"] for item in standing_legend(likely)] == ["A period is likely to begin"]


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
