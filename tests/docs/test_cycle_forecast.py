"""What docs/cycle/forecast.md says of forecasts is what the code does, row by row."""

import importlib
import re

import pytest

from journal.cycle.length_model import SHIPPED, predict_length, prior_for_age
from journal.cycle.ovulation_model import (
    length_given_ovulation,
    ovulation_day_given_length,
    predict_ovulation_day,
)
from journal.cycle.whole_days import WholeDays
from journal.environment import PROJECT

PAGE = (PROJECT / "docs" / "cycle" / "forecast.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The rows of the table whose head begins like this."""
    table = PAGE.partition(f"| {heading} |")[2].split("\n\n")[0]
    found = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    return [[cell.strip(" `") for cell in row] for row in found]


def numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def asked(what: str, observed: list[tuple[int, int]], given: int) -> WholeDays:
    if what == "looking back":
        return ovulation_day_given_length(given, observed)
    if what == "looking ahead":
        return predict_ovulation_day(observed, at_least_day=given)
    return length_given_ovulation(given, observed)


LENGTHS = rows("past lengths | prior")
QUANTILES = rows("past lengths | 10 %")
OVULATIONS = rows("asked")
CHOSEN = rows("constant")


def test_the_page_has_its_tables() -> None:
    assert [len(table) for table in (LENGTHS, QUANTILES, OVULATIONS, CHOSEN)] == [13, 4, 11, 10]


@pytest.mark.parametrize("row", LENGTHS, ids=lambda row: " / ".join(row[:3]))
def test_a_length_is_forecast_as_the_page_says(row: list[str]) -> None:
    past, prior, at_least, low, median, high, _source = row
    known = SHIPPED if prior == "as fitted" else prior_for_age(*numbers(prior))
    found = predict_length(numbers(past), prior=known, at_least_days=int(at_least))
    assert (int(low), int(median), int(high)) == (
        found.interval()[0],
        found.median,
        found.interval()[1],
    )


@pytest.mark.parametrize("row", QUANTILES, ids=lambda row: row[0])
def test_the_quantiles_are_those_of_the_page(row: list[str]) -> None:
    past, *expected, _source = row
    found = predict_length(numbers(past))
    assert expected == [f"{found.quantile(share):.1f}" for share in (0.1, 0.5, 0.9)]


@pytest.mark.parametrize("row", OVULATIONS, ids=lambda row: " / ".join(row[:3]))
def test_ovulation_is_estimated_as_the_page_says(row: list[str]) -> None:
    what, cycles, given, low, median, high = row
    known = numbers(cycles)
    pairs = list(zip(known[::2], known[1::2], strict=True))
    days = asked(what, pairs, *numbers(given))
    span = days.shortest_interval() if what == "looking back" else days.interval()
    assert (int(low), int(median), int(high)) == (span[0], days.median, span[1])


@pytest.mark.parametrize("row", CHOSEN, ids=lambda row: row[0])
def test_a_chosen_number_is_the_one_in_use(row: list[str]) -> None:
    name, value, _why = row
    module, _, constant = name.rpartition(".")
    assert float(value) == getattr(importlib.import_module(f"journal.{module}"), constant)
