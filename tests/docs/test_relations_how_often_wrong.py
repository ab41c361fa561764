"""What docs/relations/how_often_wrong.md says of its own tables is what stands in them."""

import importlib
import re

import pytest

from bench import relations_pages, relations_power, relations_tables, relations_variation
from bench.relations import JOURNALS, PARTS
from bench.relations_claims import Kind
from bench.relations_rates import SEED
from bench.relations_second_look import CASES
from bench.relations_settings import Trouble
from bench.relations_speed import YEARS
from journal.analysis.relations.variation import Share, VariationShares
from journal.analysis.relations.variation_words import variation_words
from journal.environment import PROJECT

PAGE = (PROJECT / "docs" / "relations" / "how_often_wrong.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The rows of the table whose head begins like this."""
    table = PAGE.partition(f"\n| {heading} |")[2].split("\n\n")[0]
    found = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    return [[cell.strip(" `") for cell in row] for row in found]


def share(cell: str) -> tuple[float, float]:
    """A share in percent, and twice its error."""
    number, _, twice = cell.partition(" ±")
    return float(number), float(twice)


ALARMS, MISSING, TROUBLES = rows("φ, length"), rows("what"), rows("what is amiss")
PAGES, POWER, SHARES = rows("journals with"), rows("effect"), rows("what varies")
TIMES = rows("years")
WORDS, CHOSEN, SECOND = rows("cycle"), rows("constant"), rows("what is asked")
OURS = slice(1, 1 + len(Kind))
# Where nothing is missed, one cell in forty still lies so far off by chance.
BY_CHANCE = 1 / 40


def cells(table: list[list[str]]) -> list[tuple[str, str, float, float]]:
    return [
        (row[0], kind, *share(cell))
        for row in table
        for kind, cell in zip(Kind, row[OURS], strict=True)
        if cell != "–"
    ]


def test_every_table_is_the_one_the_program_prints() -> None:
    lengths = len(relations_tables.LENGTHS) + 1
    assert len(ALARMS) == len(relations_tables.MEMORIES) * lengths
    assert len(MISSING) == 10
    assert len(TROUBLES) == 2 * (len(Trouble) - 1)
    pages = 3 * len(relations_pages.MEMORIES) * len(relations_pages.LENGTHS)
    assert len(PAGES) == pages + len(relations_pages.TROUBLES)
    assert len(POWER) == 6 * len(relations_power.MEMORIES) * len(relations_power.LENGTHS)
    told = len(relations_variation.MEMORIES) * len(relations_variation.LENGTHS)
    assert len(SHARES) == len(relations_variation.TRUTHS) * told
    assert len(TIMES) == len(YEARS)
    assert f"{JOURNALS} journals in each row" in PAGE
    assert str(SEED) in PAGE
    assert len(SECOND) == len(CASES)
    assert len(PARTS) == 8


def test_no_more_shares_than_chance_brings_lie_above_their_promise() -> None:
    every = [*cells(ALARMS), *cells(MISSING), *cells(TROUBLES)]
    above = [f"{name}: {kind}" for name, kind, number, twice in every if number - twice > 5]
    assert f"{len(every)} shares" in PAGE
    assert f"{len(above)} of them lie" in PAGE
    assert len(above) <= BY_CHANCE * len(every)


def test_what_is_sure_is_false_no_more_often_than_is_promised() -> None:
    for row in PAGES:
        number, twice = share(row[4])
        assert number - twice <= 10


def test_what_is_false_is_told_no_more_often_than_is_promised_after_a_second_look() -> None:
    for name, first, second in SECOND:
        assert name.startswith(("false: ", "true: "))
        number, twice = share(second)
        assert number <= share(first)[0]
        if name.startswith("false"):
            assert number - twice <= 5 < share(first)[0] - share(first)[1]


def test_intervals_hold_the_truth_as_often_as_they_promise() -> None:
    held = [share(cell) for row in POWER for cell in [row[5]]]
    held += [share(row[at]) for row in SHARES for at in (4, 7)]
    low = [number for number, twice in held if number + twice < 93]
    assert len(low) <= BY_CHANCE * len(held)


def test_the_sentences_about_shares_are_those_of_the_page() -> None:
    for cycle, others, days, cycles, words in WORDS:
        found = VariationShares(
            "mood", *(shares_of(cell) for cell in (cycle, others)), (), int(days), int(cycles)
        )
        assert words == variation_words(found, {})


def shares_of(cell: str) -> Share:
    return Share(*(float(number) for number in re.findall(r"[\d.]+", cell)))


@pytest.mark.parametrize("row", CHOSEN, ids=lambda row: row[0])
def test_a_chosen_number_is_the_one_of_the_page(row: list[str]) -> None:
    module, _, constant = row[0].rpartition(".")
    found = getattr(importlib.import_module(f"journal.analysis.{module}"), constant)
    assert row[1] == f"{found:,}".replace("1e-06", "0.000001").replace("-", "−")


def test_there_are_chosen_numbers() -> None:
    assert len(CHOSEN) == 8
