"""What docs/connection/days_ahead.md says of the days ahead is what the code does, row by row."""

import importlib
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from scipy import special

from journal.analysis.day_memory import DayEffect
from journal.analysis.day_memory_cycle import PlacedDay
from journal.analysis.day_memory_mixture import StudentMixture
from journal.analysis.days_ahead import DaysAhead, LowerRating, lower_ratings, span_before
from journal.analysis.days_ahead_words import lower_words, when_words
from journal.analysis.premenstrual_days import PremenstrualDays, Window, window_of
from journal.cycle.forecast import LikelyDay
from journal.cycle.ovulation import OvulationSign
from journal.domain.ranges import ONE_DAY, DateRange
from journal.environment import PROJECT
from tests.builders import on
from tests.cycle_builders import closed_cycle, ovulation_on

PAGE = (PROJECT / "docs" / "connection" / "days_ahead.md").read_text(encoding="utf-8")
NOTHING = "–"
FREEDOM = 200
ONSET = on("2026-10-01")
LENGTH = 40


def rows(heading: str) -> list[list[str]]:
    """The rows of the table whose head begins like this."""
    table = PAGE.partition(f"\n| {heading} |")[2].split("\n\n")[0]
    found = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    return [[cell.strip(" `") for cell in row] for row in found]


WINDOWS = rows("days to the next onset")
PASSED = rows("p, and where the rating stands")
DATES = rows("today")
WORDS = rows("points")
CHOSEN = rows("constant")


def span(text: str) -> DateRange:
    """Read a span whose last day is named."""
    first, last = text.split(" to ")
    return DateRange(on(first), on(last) + ONE_DAY)


def answered(text: str) -> PremenstrualDays:
    """Make an answer with a p, lower or higher: its error is 1, its difference as p needs it."""
    p, stands = text.split()
    size = -float(special.stdtrit(FREEDOM, float(p) / 2))
    mixture = StudentMixture((1.0,), (size if stands == "higher" else -size,), (1.0,), FREEDOM)
    return PremenstrualDays("mood", DayEffect(mixture, 90), None, None, 84, 20, 9)


def test_the_page_has_its_tables() -> None:
    found = [len(table) for table in (WINDOWS, PASSED, DATES, WORDS, CHOSEN)]
    assert found == [13, 6, 4, 2, 10]


@pytest.mark.parametrize("row", WINDOWS, ids=" | ".join)
def test_a_day_lies_in_the_window_of_the_page(row: list[str]) -> None:
    days, observed, window = row
    read = closed_cycle(ONSET, LENGTH)
    following = ONSET + timedelta(days=LENGTH)
    if observed != NOTHING:
        seen = ovulation_on(following - timedelta(days=int(observed)), OvulationSign.LH_TEST)
        read = replace(read, ovulation=seen)
    placed = None
    if days != NOTHING:
        placed = PlacedDay(following - timedelta(days=int(days)), 0, read, following)
    assert Window(window) is window_of(placed)


@pytest.mark.parametrize("row", PASSED, ids=lambda row: row[0])
def test_as_many_ratings_pass_as_the_page_says(row: list[str]) -> None:
    asked, named, level = row
    answers = [answered(one) for one in asked.split(", ")]
    found = lower_ratings(answers)
    assert int(named) == len(found)
    if level != NOTHING:
        share = float(level.removesuffix(" %")) / 100
        intervals = [answer.effect.interval(share) for answer in answers]
        assert {(one.low, one.high) for one in found} <= {(-high, -low) for low, high in intervals}


@pytest.mark.parametrize("row", DATES, ids=lambda row: row[1])
def test_the_dates_are_those_of_the_page(row: list[str]) -> None:
    today, likely, ahead, words = row
    onset = span(likely)
    found = span_before(LikelyDay(onset.start, onset), on(today))
    assert span(ahead) == found
    assert words == when_words(DaysAhead("Care", found, (), 1), on(today))


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row[0])
def test_a_lower_rating_is_said_in_the_words_of_the_page(row: list[str]) -> None:
    points, interval, counts, words = row
    low, high = (float(end) for end in interval.split(" to "))
    days, cycles, forecast = (int(count) for count in re.findall(r"\d+", counts))
    assert words == lower_words(
        LowerRating("connection", float(points), low, high, days, cycles, forecast)
    )


@pytest.mark.parametrize("row", CHOSEN, ids=lambda row: row[0])
def test_a_chosen_number_is_the_one_in_use(row: list[str]) -> None:
    name, value, _why = row
    module, _, constant = name.rpartition(".")
    found = getattr(importlib.import_module(f"journal.analysis.{module}"), constant)
    assert float(value) == float(found)
