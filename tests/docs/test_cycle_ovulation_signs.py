"""What docs/cycle/ovulation_signs.md says, row by row, is what the code does."""

import importlib
import re

import pytest

from journal.cycle.mucus import mucus_peak
from journal.cycle.ovulation import OvulationSign
from journal.cycle.ovulation_signs import SPANS, observed_ovulation
from journal.cycle.ovulation_words import SIGN_WORDS
from journal.cycle.temperature import temperature_shift
from journal.environment import PROJECT
from tests.support.symptothermal import body_signs, place

PAGE = (PROJECT / "docs" / "cycle" / "ovulation_signs.md").read_text(encoding="utf-8")
SIGNS = {words: sign for sign, words in SIGN_WORDS.items()}


def rows(heading: str) -> list[list[str]]:
    """The rows of the table that begins with this heading."""
    table = PAGE.partition(f"\n| {heading} |")[2].split("\n\n")[0]
    lines = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    return [[cell.strip(" `") for cell in line] for line in lines]


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("case | temperatures", 12),
        ("case | mucus", 6),
        ("sign | ovulation", 3),
        ("case | rise on day", 10),
        ("constant", 14),
    ],
)
def test_the_tables_are_there_and_every_row_names_its_source(heading: str, count: int) -> None:
    assert count == len(rows(heading))
    assert all(re.search(r"\w{4}", row[-1]) for row in rows(heading))


@pytest.mark.parametrize("row", rows("case | temperatures"), ids=lambda row: row[0])
def test_a_rise_is_found_as_written(row: list[str]) -> None:
    _, temperatures, first_high, rule, complete, _ = row
    shift = temperature_shift(body_signs(temperatures))
    expected = None if rule == "–" else (int(rule), place(first_high), place(complete))
    assert expected == (shift and (shift.rule, shift.first_high, shift.complete_on))


@pytest.mark.parametrize("row", rows("case | mucus"), ids=lambda row: row[0])
def test_a_peak_is_found_as_written(row: list[str]) -> None:
    _, mucus, day, complete, _ = row
    peak = mucus_peak(body_signs(mucus=mucus))
    expected = None if day == "–" else (place(day), place(complete))
    assert expected == (peak and (peak.date, peak.complete_on))


@pytest.mark.parametrize("row", rows("case | rise on day"), ids=lambda row: row[0])
def test_an_ovulation_is_placed_as_written(row: list[str]) -> None:
    _, rise, mucus, tests, sign, day, first, last, _ = row
    low = "36.40 " * (int(rise) - 1) + "36.65 36.70 36.75" if rise != "–" else ""
    found = observed_ovulation(body_signs(low, mucus.strip("–"), tests.strip("–")))
    expected = None if sign == "–" else (SIGNS[sign], place(day), place(first), place(last))
    assert expected == (found and (found.sign, found.date, found.earliest, found.latest))


@pytest.mark.parametrize("row", rows("sign | ovulation"), ids=lambda row: row[0])
def test_the_span_of_a_sign_is_the_one_in_use(row: list[str]) -> None:
    sign, _, span, _ = row
    before, after = SPANS[SIGNS[sign]]
    assert f"{before} and {after}" == span


def test_every_sign_of_the_body_has_its_span() -> None:
    assert set(OvulationSign) - {OvulationSign.CALENDAR} == set(SPANS)


@pytest.mark.parametrize("row", rows("constant"), ids=lambda row: row[0])
def test_a_chosen_number_is_the_one_in_use(row: list[str]) -> None:
    constant, value, _ = row
    module, _, name = constant.rpartition(".")
    assert int(value) == getattr(importlib.import_module(f"journal.{module}"), name)
