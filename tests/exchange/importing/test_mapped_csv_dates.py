from datetime import time

import pytest

from journal.domain.csv_mapping import DateOrder
from journal.exchange.importing.mapped_csv_dates import (
    certain_order,
    day_in,
    doubtful_cell,
    month_words,
    orders_of,
    time_in,
)
from tests.builders import on

DAY = on("2026-03-05")


@pytest.mark.parametrize(
    "cell",
    [
        *("2026-03-05", "2026/3/5", "20260305", "2026-03-05T23:59:59-11:00", "2026-03-05 08:00"),
        *("5 Mar 2026", "5th March 2026", "Thu, 5 Mar 2026", "Mar 5, 2026", "5-Mar-2026"),
        *("5. März 2026", "5 mars 2026", "5 de março de 2026", "Thursday, March 5, 2026 9:00 AM"),
    ],
)
def test_a_date_with_its_year_first_or_a_named_month_has_one_reading(cell: str) -> None:
    assert [day_in(cell, order) for order in DateOrder] == [DAY] * 3
    assert certain_order([cell]) is DateOrder.YEAR_FIRST


@pytest.mark.parametrize("cell", ["05/03/2026", "5.3.2026", "5. 3. 2026", "05-03-2026 21:30"])
def test_a_date_that_could_be_two_days_is_always_asked_about(cell: str) -> None:
    assert day_in(cell, DateOrder.DAY_FIRST) == DAY
    assert day_in(cell, DateOrder.MONTH_FIRST) == on("2026-05-03")
    assert certain_order([cell, "2026-03-05"]) is None
    assert doubtful_cell(["06/06/2026", cell], orders_of([cell])) == cell


def test_a_day_that_is_no_month_settles_the_order_of_all() -> None:
    assert certain_order(["05/03/2026", "13/03/2026"]) is DateOrder.DAY_FIRST
    assert certain_order(["05/03/2026", "03/13/2026"]) is DateOrder.MONTH_FIRST


def test_a_year_of_two_digits_can_stand_in_front_too() -> None:
    assert set(orders_of(["05-03-12"])) == set(DateOrder)
    assert certain_order(["05-03-12"]) is None
    assert day_in("26-03-31", DateOrder.YEAR_FIRST) == on("2026-03-31")


def test_the_same_day_read_either_way_is_asked_about_all_the_same() -> None:
    assert certain_order(["05/05/2026"]) is None
    assert doubtful_cell(["05/05/2026"], orders_of(["05/05/2026"])) == "05/05/2026"


@pytest.mark.parametrize(
    "cell",
    [
        *("", "5", "rain", "2026-02-30", "31/04/2026", "1899-12-31", "1/1/1", "46086", "7.5"),
        *("5 Foo 2026", "2026-03-05x", "1772668800000", "x" * 200),
    ],
)
def test_what_is_no_date_is_none_in_any_order(cell: str) -> None:
    assert orders_of([cell]) == ()


def test_no_cells_are_no_dates() -> None:
    assert orders_of([]) == ()
    assert certain_order([]) is None
    assert doubtful_cell([], ()) is None


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("2026-03-05", None),
        ("2026-03-05T21:30:00Z", time(21, 30)),
        ("2026-03-05 21:30:00+02:00", time(21, 30)),
        ("05/03/2026 9:05 pm", time(21, 5)),
        ("5 Mar 2026, 09:05", time(9, 5)),
        ("2026-03-05 in the evening", None),
    ],
)
def test_a_time_behind_a_date_is_the_persons_own(cell: str, at: time | None) -> None:
    assert at == time_in(cell)


def test_every_month_has_names_and_no_name_two_months() -> None:
    assert set(month_words().values()) == set(range(1, 13))
    assert all(word == word.casefold() for word in month_words())
