"""What docs/cycle/stage.md says of the menopause stages is what the code does."""

import importlib
import re

import pytest

from journal.environment import PROJECT
from tests.stage_builders import evidence_for

PAGE = (PROJECT / "docs/cycle/stage.md").read_text(encoding="utf-8")
NOTHING = "–"
CHOSEN = re.findall(r"^\| `([\w.]+)\.([A-Z_]+)` \| (\d+) \| .{4,} \|$", PAGE, re.MULTILINE)


def rows(heading: str) -> list[list[str]]:
    """The rows of the table that begins with this heading."""
    table = PAGE.partition(f"| {heading} |")[2].split("\n\n")[0]
    return [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]


def number(cell: str) -> int | None:
    return None if cell == NOTHING else int(cell)


def test_there_are_examples_and_chosen_numbers_to_check() -> None:
    assert len(rows("lengths")) > 20
    assert len(rows("constant")) == len(CHOSEN) > 0


@pytest.mark.parametrize("row", rows("lengths"), ids=" | ".join)
def test_an_example_is_what_the_rules_say(row: list[str]) -> None:
    lengths, since, age, stage, beside, source = row
    found = evidence_for(
        [] if lengths == NOTHING else [int(length) for length in lengths.split()],
        number(since),
        age=number(age),
    )
    said = [item.value for item in (*found.remarks, *found.cautions)]
    assert stage == (found.stage.value if found.stage else NOTHING)
    assert beside == (", ".join(said) or NOTHING)
    assert source


@pytest.mark.parametrize(("module", "name", "value"), CHOSEN, ids=str)
def test_a_chosen_number_is_the_one_in_use(module: str, name: str, value: str) -> None:
    assert int(value) == getattr(importlib.import_module(f"journal.{module}"), name)
