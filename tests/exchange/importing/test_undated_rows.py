"""A row of another app's table whose date is none is left out and listed; too many refuse it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.exchange.importing.errors import DateUnreadable
from journal.exchange.importing.parsed import NotCarried
from journal.exchange.importing.rows_apart import enough_dated
from tests.builders import on
from tests.exchange.importing.app_files import daylio, drip, read
from tests.exchange.importing.text_files import (
    bearable,
    cycles,
    fertility_friend,
    natural_cycles,
    ovumcy,
    samsung,
    symptoms,
)

Table = Callable[..., bytes]


def of_days(write: Table, date_column: str, **cells: str) -> Table:
    """Return what writes an app's table with a row of some days each."""
    fields: dict[str, Any] = {name.replace("_", " "): cell for name, cell in cells.items()}
    return lambda *dates: write(*({date_column: text, **fields} for text in dates))


TABLES: dict[str, Table] = {
    "drip": of_days(lambda *rows: drip(*({"bleeding.value": "1"} | row for row in rows)), "date"),
    "daylio": of_days(daylio, "full_date"),
    "bearable": of_days(bearable, "date", category="Mood", detail="Calm"),
    "natural cycles": of_days(natural_cycles, "Date", Period="true"),
    "fertility friend": of_days(fertility_friend, "Date", BBT="36.5"),
    "ovumcy": of_days(ovumcy, "Date", Period="Yes"),
    "fitbit symptoms": of_days(symptoms, "timestamp", flow="light"),
    "fitbit cycles": lambda *dates: cycles(
        *({"period_start_date": text, "period_source": "Manual"} for text in dates)
    ),
    "samsung": lambda *dates: samsung("flow", *((text, "light") for text in dates)),
}
MONTHS = 12
GOOD = ("2026-03-03", "2026-03-04", "2026-03-06", "2026-03-07")


def line_of(name: str, place: int) -> int:
    """Return the line of a row: behind the columns, and with Samsung behind a banner."""
    return place + (3 if name == "samsung" else 2)


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(
    ("slip", "shown"),
    [("2026-02-30", "“2026-02-30”"), ("soon", "“soon”"), ("1826-03-05", "“1826-03-05”")],
)
def test_a_row_whose_date_is_none_goes_alone(name: str, slip: str, shown: str) -> None:
    write = TABLES[name]
    slipped, alone = read(write(*GOOD[:2], slip, *GOOD[2:])), read(write(*GOOD))
    assert [on(day) for day in GOOD] == list(alone.days)
    assert alone.days == slipped.days
    assert alone.moments == slipped.moments
    why = f"{shown} stands where a date such as 2026-03-21 is expected"
    left = [item for item in slipped.not_carried if item not in alone.not_carried]
    assert [NotCarried(f"All of line {line_of(name, 2)}", 1, why)] == left


@pytest.mark.parametrize("name", TABLES)
def test_a_table_most_of_whose_dates_are_none_is_refused(name: str) -> None:
    with pytest.raises(DateUnreadable, match=f"^Line {line_of(name, 1)} needs a date"):
        read(TABLES[name](GOOD[0], "2026-02-30", "soon"))


def test_an_empty_date_is_listed_as_nothing() -> None:
    parsed = read(TABLES["drip"](GOOD[0], "", GOOD[1]))
    why = "nothing stands where a date such as 2026-03-21 is expected"
    assert NotCarried("All of line 3", 1, why) in parsed.not_carried


def test_a_date_a_spreadsheet_turned_round_is_not_guessed_at() -> None:
    parsed = read(TABLES["drip"](*GOOD, "05/03/2026"))
    assert [on(day) for day in GOOD] == list(parsed.days)


def test_a_slip_does_not_answer_which_way_round_dates_are_written() -> None:
    parsed = read(TABLES["fertility friend"]("05/03/2026", "31/02/2026", "06/03/2026"))
    assert [question.words for question in parsed.questions] == ["Dates such as “05/03/2026”"]
    assert parsed.days == {}


def test_a_period_with_one_date_that_is_none_is_no_period() -> None:
    period = {"period_source": "Manual", "period_start_date": "2026-03-05"}
    whole = period | {"period_end_date": "2026-03-06"}
    later = {"period_source": "Manual", "period_start_date": "2026-04-02"}
    parsed = read(cycles(whole | {"period_end_date": "2026-03-32"}, later))
    assert [on("2026-04-02")] == list(parsed.days)


@pytest.mark.parametrize(
    ("dated", "undated", "enough"),
    [(1, 0, True), (1, 1, True), (1, 2, False), (0, 1, False), (49, 51, False), (500, 500, True)],
)
def test_half_of_the_dates_have_to_be_dates(dated: int, undated: int, enough: bool) -> None:  # noqa: FBT001  # a case
    assert enough is enough_dated(dated, undated)


@given(year=st.integers(1930, 2026))
def test_days_taken_for_months_are_too_few_for_a_year(year: int) -> None:
    first = date(year, 1, 1).toordinal()
    days = [date.fromordinal(first + place) for place in range(365)]
    as_month = sum(day.day <= MONTHS for day in days)
    assert not enough_dated(as_month, len(days) - as_month)
