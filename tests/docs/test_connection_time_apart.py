"""What docs/connection/time_apart.md says of time apart is what the code does."""

import importlib
import re
from datetime import date

import pytest

from journal.connection.apart import around
from journal.connection.spells import spells
from journal.domain.ranges import days_after
from journal.environment import PROJECT

PAGE = (PROJECT / "docs/connection/time_apart.md").read_text(encoding="utf-8")
CHOSEN = re.findall(r"^\| `([a-z][\w.]+)\.([A-Z_]+)` \| ([\d.]+) \| .{4,} \|$", PAGE, re.MULTILINE)
FIRST = date(2026, 3, 1)


def rows(heading: str) -> list[list[str]]:
    """The rows of the table that begins with this heading."""
    table = PAGE.partition(f"| {heading} |")[2].split("\n\n")[0]
    return [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]


def test_there_are_examples_and_chosen_numbers_to_check() -> None:
    assert len(rows("days")) >= 6
    assert len(rows("constant")) == len(CHOSEN) > 0


@pytest.mark.parametrize("row", rows("days"), ids=" | ".join)
def test_the_days_around_are_those_of_the_page(row: list[str]) -> None:
    drawn, before, during, after = row
    letters = drawn.strip("`")
    apart, together = (
        [days_after(FIRST, place) for place, letter in enumerate(letters) if letter == wanted]
        for wanted in "AT"
    )
    today = days_after(FIRST, len(letters) - 1)
    found = around(spells(apart, together, [], today), today)[0]
    assert [before, during, after] == [
        str(len(part)) for part in (found.before, found.during, found.after)
    ]


@pytest.mark.parametrize(("module", "name", "value"), CHOSEN, ids=str)
def test_a_chosen_number_is_the_one_in_use(module: str, name: str, value: str) -> None:
    assert float(value) == getattr(importlib.import_module(f"journal.{module}"), name)
