import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from journal.analysis.calendar import CalendarDay, MonthView, YearView
from journal.analysis.phase_bands import DayStanding
from journal.charts.chart import Shade
from journal.charts.theme import phase_colour
from journal.cycle.basis import Basis
from journal.cycle.phases import Phase
from journal.domain.ranges import DateRange
from journal.environment import PROJECT
from journal.views import calendar_grid
from journal.views.calendar_grid import month_data, month_grid, year_data, year_grid
from tests.builders import on

TODAY = on("2026-05-20")


class Browser:
    """Stands in for the component: keeps what it was given and answers as told."""

    def __init__(self, **sent: object) -> None:
        self.day: object = None
        self.go: object = None
        self.month: object = None
        self.given: dict[str, Any] = {}
        for name, value in sent.items():
            setattr(self, name, value)

    def __call__(self, *, key: str, data: list[dict[str, Any]], **callbacks: Any) -> "Browser":
        """Take the data, and act as the browser would."""
        (self.given,) = data
        calendar_grid.st.session_state[key] = self
        for name in ("go", "month"):
            if getattr(self, name) is not None and f"on_{name}_change" in callbacks:
                callbacks[f"on_{name}_change"]()
        return self


@pytest.fixture
def sends(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Puts a browser in place that sends what it is told."""

    def place(**sent: object) -> Browser:
        browser = Browser(**sent)
        monkeypatch.setattr(calendar_grid, "_CALENDAR", browser)
        monkeypatch.setattr(calendar_grid.st, "session_state", {})
        return browser

    return place


def month(first: str, *days: CalendarDay) -> MonthView:
    start = on(first)
    return MonthView(start, "mood", ((CalendarDay(start), *days),))


def tapped(
    first: str = "2026-05-01", likely: DateRange | None = None
) -> tuple[date | None, list[date]]:
    went: list[date] = []
    view = replace(month(first), likely_period=likely)
    day = month_grid(view, key="c", today=TODAY, go=went.append)
    return day, went


def turned(year: int, **asked: Any) -> list[date]:
    went: list[date] = []
    view = YearView(year, "mood", (month(f"{year}-01-01"),))
    year_grid(view, key="c", today=TODAY, go=went.append, opened=went.append, **asked)
    return went


def test_a_tapped_day_is_handed_back(sends: Any) -> None:
    sends(day="2026-05-14")
    assert (on("2026-05-14"), []) == tapped()


@pytest.mark.parametrize(
    "sent", ["2026-05-21", "1700-01-01", "14 May", "", 5, None, ["2026-05-14"]]
)
def test_what_cannot_have_been_tapped_is_no_day(sends: Any, sent: object) -> None:
    sends(day=sent)
    assert tapped() == (None, [])


def test_turning_tells_the_page_the_first_of_the_month(sends: Any) -> None:
    sends(go="2026-04-17")
    assert (None, [on("2026-04-01")]) == tapped()


def test_turning_to_a_month_to_come_goes_nowhere(sends: Any) -> None:
    sends(go="2026-06-01")
    assert tapped() == (None, [])


@pytest.mark.parametrize(
    ("first", "targets"),
    [
        ("2026-05-01", ("2026-04-01", None, None)),
        ("2026-04-01", ("2026-03-01", "2026-05-01", "2026-05-01")),
        ("2026-01-01", ("2025-12-01", "2026-02-01", "2026-05-01")),
        ("1900-01-01", (None, "1900-02-01", "2026-05-01")),
    ],
)
def test_the_buttons_of_a_month_lead_to_its_neighbours(
    sends: Any, first: str, targets: tuple[str | None, ...]
) -> None:
    browser = sends()
    tapped(first)
    assert targets == tuple(browser.given[name] for name in ("previous", "next", "now"))


@pytest.mark.parametrize(
    ("year", "targets"),
    [
        (2026, ("2025-11-01", None, None)),
        (2025, ("2024-11-01", "2026-05-01", "2026-05-01")),
        (2024, ("2023-11-01", "2025-11-01", "2026-05-01")),
    ],
)
def test_the_buttons_of_a_year_keep_the_month_where_they_can(
    sends: Any, year: int, targets: tuple[str | None, ...]
) -> None:
    browser = sends()
    turned(year, month=11)
    assert targets == tuple(browser.given[name] for name in ("previous", "next", "now"))


def test_a_month_tapped_in_the_year_is_opened(sends: Any) -> None:
    sends(month="2026-03-01")
    assert [on("2026-03-01")] == turned(2026, month=5)


def test_a_day_without_a_rating_has_no_number_and_no_colour() -> None:
    field = month_data(month("2026-05-01"), TODAY)["weeks"][0][0]  # type: ignore[index]  # plain data
    assert (field["state"], field["rating"], field["step"]) == ("empty", None, None)


def test_a_rating_of_zero_has_a_number_and_a_colour() -> None:
    rated = CalendarDay(on("2026-05-02"), rating=0, recorded=True)
    field = month_data(month("2026-05-01", rated), TODAY)["weeks"][0][1]  # type: ignore[index]  # plain data
    assert (field["state"], field["rating"], field["step"]) == ("rated", 0, 0)


def test_days_of_other_months_are_left_out() -> None:
    other = CalendarDay(on("2026-06-01"), outside=True)
    assert month_data(month("2026-05-01", other), TODAY)["weeks"][0][1] is None  # type: ignore[index]  # plain data


def test_a_month_to_come_cannot_be_opened_from_the_year() -> None:
    view = YearView(2026, "mood", (month("2026-05-01"), month("2026-06-01")))
    months: Any = year_data(view, TODAY)["months"]
    assert [found["future"] for found in months] == [False, True]


EARLY_JUNE = DateRange(on("2026-05-30"), on("2026-06-04"))


def test_a_month_to_come_can_be_turned_to_where_a_period_is_likely_in_it(sends: Any) -> None:
    browser = sends(go="2026-06-01")
    assert tapped(likely=EARLY_JUNE) == (None, [on("2026-06-01")])
    assert browser.given["next"] == "2026-06-01"
    assert browser.given["today"] == "2026-05-20"


def test_the_month_after_a_likely_period_cannot_be_turned_to(sends: Any) -> None:
    browser = sends(go="2026-07-01")
    assert tapped("2026-06-01", EARLY_JUNE) == (None, [])
    assert browser.given["next"] is None
    assert browser.given["now"] == "2026-05-01"


def test_a_day_of_a_likely_period_cannot_be_opened(sends: Any) -> None:
    sends(day="2026-06-01")
    assert tapped(likely=EARLY_JUNE) == (None, [])


def test_under_a_day_stands_where_it_is_in_the_cycle() -> None:
    standing = DayStanding(15, Phase.AROUND_OVULATION, Basis.ESTIMATED, Basis.ESTIMATED)
    known = CalendarDay(on("2026-05-02"), standing=standing)
    field = month_data(month("2026-05-01", known), TODAY)["weeks"][0][1]  # type: ignore[index]  # plain data
    assert field["foot"] == {
        "number": 15,
        "phase": "around_ovulation",
        "basis": "estimated",
        "ovulation": "estimated",
        "likely": False,
    }


def test_nothing_stands_under_a_day_of_no_cycle() -> None:
    field = month_data(month("2026-05-01"), TODAY)["weeks"][0][0]  # type: ignore[index]  # plain data
    assert field["foot"] is None


@pytest.mark.parametrize("phase", list(Phase))
def test_a_phase_has_the_colours_it_has_in_the_charts(phase: Phase) -> None:
    style = (PROJECT / "journal/views/components/calendar.css").read_text(encoding="utf-8")
    found = re.search(rf"--{phase}: light-dark\((#\w+), (#\w+)\);", style)
    assert found is not None
    assert found.groups() == (phase_colour(phase, Shade.LIGHT), phase_colour(phase, Shade.DARK))
