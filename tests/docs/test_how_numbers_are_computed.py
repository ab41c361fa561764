"""What docs/HOW_NUMBERS_ARE_COMPUTED.md says of the numbers is what the code does."""

import csv
import importlib
import re

import pytest

from journal.analysis.steps import Step, step_for
from journal.environment import PROJECT

PAGE = (PROJECT / "docs" / "HOW_NUMBERS_ARE_COMPUTED.md").read_text(encoding="utf-8")
CHOSEN = re.findall(
    r"^\| `([\w.]+)\.([A-Z_]+)(?:\[(\w+)\])?` \| (\d+) \| .{4,} \|$", PAGE, re.MULTILINE
)


def cells(heading: str) -> list[list[str]]:
    """The rows of the table that begins with this heading."""
    table = PAGE.partition(f"| {heading} |")[2].split("\n\n")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    return [[cell.strip(" `") for cell in row] for row in rows]


def test_the_cases_are_those_of_the_reference_file() -> None:
    with (PROJECT / "data/reference/cycles.csv").open(encoding="utf-8", newline="") as file:
        expected = [
            [
                row["case"],
                row["bleeding"],
                ", ".join(row["answers"].split()) or "–",
                ", ".join(row["onsets"].split()) or "–",
                ", ".join(row["intermenstrual"].split()) or "–",
                row["source"],
            ]
            for row in csv.DictReader(file)
        ]
    assert expected == cells("case")


def test_there_are_chosen_numbers_to_check() -> None:
    assert len(cells("constant")) == len(CHOSEN) > 0


@pytest.mark.parametrize(("module", "name", "key", "value"), CHOSEN, ids=str)
def test_a_chosen_number_is_the_one_in_use(module: str, name: str, key: str, value: str) -> None:
    found = getattr(importlib.import_module(f"journal.{module}"), name)
    assert int(value) == (found[key] if key else found)


@pytest.mark.parametrize(
    ("days", "step", "words"),
    [
        (400, Step.DAY, "up to 400 days"),
        (800, Step.WEEK, "up to 800 days"),
        (5_500, Step.MONTH, "up to 5,500 days"),
        (5_501, Step.QUARTER, "longer"),
    ],
)
def test_a_span_is_drawn_in_the_steps_it_says(days: int, step: Step, words: str) -> None:
    (row,) = [row for row in cells("span") if row[0].startswith(words)]
    assert step is step_for(days)
    assert step.value in row[1]
