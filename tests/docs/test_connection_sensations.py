"""What docs/connection/sensations.md says of sensations is what the code does, row by row."""

import importlib
from collections.abc import Iterator
from datetime import timedelta

import pytest

from journal.analysis.sensations import Felt, felt_in
from journal.domain.catalogues import CatalogueName, shipped_catalogue
from journal.domain.days import Day, Sensation
from journal.domain.moments import Author, Moment
from journal.domain.ranges import DateRange
from journal.environment import PROJECT
from tests.builders import FIRST_DAY
from tests.in_memory_journal import InMemoryJournal

PAGE = (PROJECT / "docs" / "connection" / "sensations.md").read_text(encoding="utf-8")
SENSATIONS = {
    "w": Sensation("heart", "warmth"),
    "c": Sensation("heart", "calm"),
    "t": Sensation("throat", "tightness"),
}
KINDS = {"H": "long_hug", "K": "lingering_kiss"}


def rows(heading: str) -> list[list[str]]:
    """The rows of the table whose head begins like this."""
    table = PAGE.partition(f"\n| {heading} |")[2].split("\n\n")[0]
    found = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    return [[cell.strip(" `") for cell in row] for row in found]


def felt(letters: str) -> frozenset[Sensation]:
    return frozenset(SENSATIONS[letter] for letter in letters)


def moments(strips: list[str]) -> Iterator[Moment]:
    for place, strip in enumerate(strips):
        for said in strip.partition(":")[2].split():
            author = Author.PARTNER if said.endswith("*") else Author.OWNER
            day, kind = FIRST_DAY + timedelta(days=place), KINDS[said[0]]
            yield Moment(day, kind, sensations=felt(said[1:].rstrip("*")), author=author)


def read(text: str) -> Felt:
    strips = [strip.strip() for strip in text.split("/")]
    days = [
        Day(FIRST_DAY + timedelta(days=place), sensations=felt(strip.partition(":")[0]))
        for place, strip in enumerate(strips)
    ]
    span = DateRange(FIRST_DAY, FIRST_DAY + timedelta(days=len(strips)))
    return felt_in(InMemoryJournal(days, list(moments(strips))), span, span.last)


def test_the_page_has_its_tables() -> None:
    assert [len(rows("days")), len(rows("constant"))] == [11, 4]


@pytest.mark.parametrize("row", rows("days"), ids=" / ".join)
def test_an_example_is_counted_as_the_page_says(row: list[str]) -> None:
    text, letter, days, kind, on_moments, on_days = row
    found = read(text)
    name = shipped_catalogue(CatalogueName.MOMENTS).name(KINDS[kind])
    beside = [
        [f"{item.on_moments} of {item.moments}", f"{item.on_days} of {item.days}"]
        for item in found.with_moments
        if item.felt.sensation == SENSATIONS[letter] and item.kind == name
    ]
    assert [int(days)] == [
        item.days for item in found.sensations if item.sensation == SENSATIONS[letter]
    ]
    assert ([] if on_moments == "–" else [[on_moments, on_days]]) == beside


@pytest.mark.parametrize("row", rows("constant"), ids=lambda row: row[0])
def test_a_chosen_number_is_the_one_in_use(row: list[str]) -> None:
    module, _, constant = row[0].rpartition(".")
    assert int(row[1]) == getattr(importlib.import_module(f"journal.{module}"), constant)
    assert len(row[2]) > 4
