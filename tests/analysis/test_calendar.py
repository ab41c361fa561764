from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.calendar import CalendarDay, month_view, year_view
from journal.analysis.phase_bands import DayStanding
from journal.cycle.basis import Basis
from journal.cycle.forecast import Forecast
from journal.cycle.phases import Phase
from journal.cycle.reading import CycleReading
from journal.domain.days import Bleeding, Day
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from tests.builders import day, on
from tests.cycle_builders import closed_cycle, likely, open_cycle, reading_of
from tests.plain_readings import nothing_read

TODAY = on("2026-05-20")
NOTHING = nothing_read(TODAY)


class KeptDays:
    """As much of a journal as a calendar reads, kept in memory."""

    def __init__(
        self, *days: Day, moments: Sequence[tuple[str, int]] = (), week_start: int = 0
    ) -> None:
        self.kept = days
        self.counted = [(on(text), "hug", count) for text, count in moments]
        self.week_start = week_start

    def day_columns(self, names: Sequence[str], range_: DateRange) -> dict[str, list[object]]:
        """Return the named fields as columns."""
        days = [
            kept
            for kept in self.kept
            if kept.date in range_ and any(kept.value(name) is not None for name in names)
        ]
        columns = {name: [kept.value(name) for kept in days] for name in names}
        return {"date": [kept.date for kept in days], **columns}

    def moment_counts(self, range_: DateRange) -> list[tuple[date, str, int]]:
        """Count moments by date and kind."""
        return [found for found in self.counted if found[0] in range_]

    def recorded_dates(self, range_: DateRange) -> list[date]:
        """List the dates with anything recorded."""
        dates = {kept.date for kept in self.kept} | {found[0] for found in self.counted}
        return sorted(found for found in dates if found in range_)

    def settings(self) -> OwnerSettings:
        """Return where her week starts."""
        return OwnerSettings(week_start=self.week_start)


def field(journal: KeptDays, text: str, rating: str = "mood") -> CalendarDay:
    view = month_view(journal, on(text), rating, TODAY, NOTHING)  # type: ignore[arg-type]  # reads no more
    return next(found for found in view.days if found.date == on(text))


@given(month=st.dates(date(1900, 1, 1), date(2100, 12, 31)), week_start=st.integers(0, 6))
def test_a_month_is_whole_weeks_that_start_where_hers_do(month: date, week_start: int) -> None:
    view = month_view(KeptDays(week_start=week_start), month, "mood", TODAY, NOTHING)  # type: ignore[arg-type]  # reads no more
    assert {7} == {len(week) for week in view.weeks}
    assert {week_start} == {week[0].date.weekday() for week in view.weeks}
    assert list(DateRange.month_of(month)) == [found.date for found in view.days]


@given(month=st.dates(date(1900, 1, 1), date(2100, 12, 31)), week_start=st.integers(0, 6))
def test_no_week_lies_wholly_outside_the_month(month: date, week_start: int) -> None:
    view = month_view(KeptDays(week_start=week_start), month, "mood", TODAY, NOTHING)  # type: ignore[arg-type]  # reads no more
    assert not [week for week in view.weeks if all(found.outside for found in week)]


def test_a_day_shows_what_was_recorded_of_it() -> None:
    journal = KeptDays(
        day("2026-05-14", mood=7, bleeding=Bleeding.MEDIUM), moments=[("2026-05-14", 2)]
    )
    assert field(journal, "2026-05-14") == CalendarDay(
        on("2026-05-14"), rating=7, bleeding=Bleeding.MEDIUM, moments=2, recorded=True
    )


def test_moments_of_all_kinds_are_counted_together() -> None:
    journal = KeptDays(moments=[("2026-05-14", 2), ("2026-05-14", 3)])
    assert field(journal, "2026-05-14").moments == 5


def test_a_day_without_the_rating_has_none_and_no_zero() -> None:
    assert field(KeptDays(day("2026-05-14", desire=4)), "2026-05-14").rating is None


def test_a_rating_of_zero_is_a_rating() -> None:
    assert field(KeptDays(day("2026-05-14", mood=0)), "2026-05-14").rating == 0


def test_a_day_with_moments_alone_counts_as_recorded() -> None:
    assert field(KeptDays(moments=[("2026-05-14", 1)]), "2026-05-14").recorded


def test_a_day_nothing_is_known_of_is_not_recorded() -> None:
    assert not field(KeptDays(), "2026-05-14").recorded


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2026-05-19", (False, False)), ("2026-05-20", (True, False)), ("2026-05-21", (False, True))],
)
def test_only_days_after_today_are_still_to_come(text: str, expected: tuple[bool, bool]) -> None:
    found = field(KeptDays(), text)
    assert expected == (found.is_today, found.future)


def test_a_month_knows_its_ratings_and_its_bleeding() -> None:
    journal = KeptDays(
        day("2026-05-02", mood=3, bleeding=Bleeding.NONE),
        day("2026-05-03", mood=8, bleeding=Bleeding.SPOTTING),
        day("2026-06-01", mood=1, bleeding=Bleeding.HEAVY),
    )
    view = month_view(journal, on("2026-05-31"), "mood", TODAY, NOTHING)  # type: ignore[arg-type]  # reads no more
    assert (view.ratings, view.bleeding_days, view.words) == ((3, 8), 1, "May 2026")


def test_a_year_is_its_twelve_months() -> None:
    journal = KeptDays(day("2026-01-01", mood=1), day("2026-12-31", mood=9), week_start=6)
    view = year_view(journal, 2026, "mood", TODAY)  # type: ignore[arg-type]  # reads no more
    months = [
        month_view(journal, date(2026, number, 1), "mood", TODAY, NOTHING)  # type: ignore[arg-type]  # reads no more
        for number in range(1, 13)
    ]
    assert months == list(view.months)


def shown(month: str, reading: CycleReading) -> list[CalendarDay]:
    view = month_view(KeptDays(), on(month), "mood", TODAY, reading)  # type: ignore[arg-type]  # reads no more
    return list(view.days)


def late_in_may() -> CycleReading:
    outlook = Forecast(likely(on("2026-05-30"), 3), None, 5)
    return reading_of(
        closed_cycle(on("2026-04-03"), 28),
        open_cycle(on("2026-05-01"), 29),
        outlook=outlook,
        today=TODAY,
    )


def test_a_day_stands_where_the_reading_puts_it() -> None:
    may = shown("2026-05-01", late_in_may())
    assert may[1].standing == DayStanding(2, Phase.MENSTRUAL, Basis.OBSERVED)
    assert may[19].standing == DayStanding(20)


def test_where_a_day_stands_is_no_record_of_it() -> None:
    assert not shown("2026-05-01", late_in_may())[1].recorded


def test_a_day_to_come_stands_nowhere() -> None:
    assert {None} == {found.standing for found in shown("2026-05-01", late_in_may())[20:]}


@pytest.mark.parametrize(
    ("month", "days"), [("2026-05-01", [27, 28, 29, 30, 31]), ("2026-06-01", [1, 2])]
)
def test_a_likely_period_is_shown_in_this_month_and_in_the_next(
    month: str, days: list[int]
) -> None:
    likely_days = [found.date.day for found in shown(month, late_in_may()) if found.period_likely]
    assert days == likely_days


def test_a_likely_period_is_shown_from_today_on() -> None:
    outlook = Forecast(likely(TODAY, 3), None, 5)
    reading = reading_of(open_cycle(on("2026-04-20"), 29), outlook=outlook, today=TODAY)
    days = [found.date.day for found in shown("2026-05-01", reading) if found.period_likely]
    assert days == [20, 21, 22, 23]


def test_without_a_forecast_nothing_of_the_future_is_shown() -> None:
    reading = reading_of(open_cycle(on("2026-05-01"), 29), today=TODAY)
    assert not [
        found
        for found in shown("2026-05-01", reading)
        if found.future and (found.standing or found.period_likely)
    ]
