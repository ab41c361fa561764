"""What docs/cycle/premenstrual.md says of the premenstrual pattern is what the code does."""

import importlib
import re

import pytest

from journal.cycle.premenstrual import premenstrual_summary
from journal.cycle.premenstrual_domains import MODERATE
from journal.cycle.premenstrual_values import DayRating, ItemSummary, PremenstrualScale
from journal.environment import PROJECT

PAGE = (PROJECT / "docs/cycle/premenstrual.md").read_text(encoding="utf-8")
NOTHING = "–"
CHOSEN = re.findall(r"^\| `([\w.]+)\.([A-Z_]+)` \| ([\d.]+) \| .{4,} \|$", PAGE, re.MULTILINE)
SCALE = PremenstrualScale(
    lowest=0,
    highest=10,
    moderate=MODERATE,
    domains={"this": "this", "other": None},
    core=frozenset({"this"}),
)


def rows(heading: str) -> list[list[str]]:
    """The rows of the table that begins with this heading."""
    table = PAGE.partition(f"| {heading} |")[2].split("\n\n")[0]
    return [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]


def item_of(before: str, after: str) -> ItemSummary:
    days = zip([*range(-7, 0), *range(4, 11)], [*before.split(), *after.split()], strict=True)
    ratings = [DayRating(1, day, "this", int(value)) for day, value in days if value != "."]
    summary = premenstrual_summary([*ratings, DayRating(2, -1, "other", 10)], SCALE)
    return summary.cycles[0].items[0]


def answer(item: ItemSummary) -> str:
    if item.meets is None:
        return "not known"
    return "yes" if item.meets else "stays" if item.stays else "no"


def test_there_are_examples_and_chosen_numbers_to_check() -> None:
    assert len(rows("week before")) > 10
    assert len(rows("constant")) == len(CHOSEN) > 0


@pytest.mark.parametrize("row", rows("week before"), ids=" | ".join)
def test_an_example_is_what_the_rules_say(row: list[str]) -> None:
    before, after, change, meets, source = row
    item = item_of(before, after)
    assert change == (NOTHING if item.change_percent is None else f"{item.change_percent:.0f}")
    assert meets == answer(item)
    assert source


@pytest.mark.parametrize(("module", "name", "value"), CHOSEN, ids=str)
def test_a_chosen_number_is_the_one_in_use(module: str, name: str, value: str) -> None:
    assert float(value) == getattr(importlib.import_module(f"journal.{module}"), name)
