"""What docs/connection/half_life.md says of the half-life is what the code does, row by row."""

import importlib
import re

import numpy as np
import pytest

from bench.half_life import DAYS, JOURNALS, TRUTHS, score
from bench.half_life_journals import Link, Truth
from journal.analysis.day_memory import RatedDays, day_effect
from journal.analysis.day_memory_columns import banks
from journal.analysis.day_memory_gate import Lack, LackKind
from journal.analysis.half_life import HalfLifeFit, HalfLifeNotYet, UntoldBecause
from journal.analysis.half_life_words import half_life_words
from journal.environment import PROJECT

PAGE = (PROJECT / "docs" / "connection" / "half_life.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The rows of the table whose head begins like this."""
    table = PAGE.partition(f"\n| {heading} |")[2].split("\n\n")[0]
    found = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    return [[cell.strip(" `") for cell in row] for row in found]


def numbers(text: str) -> list[float]:
    return [float(found) for found in re.findall(r"-?[\d.]+", text.replace("−", "-"))]


EFFECTS = rows("rated on days")
BANKS = rows("net, day by day")
FITS = rows("best")
MISSING = rows("missing")
MEASURED = rows("truth")
CHOSEN = rows("constant")


def test_the_page_has_its_tables() -> None:
    found = [len(table) for table in (EFFECTS, BANKS, FITS, MISSING, MEASURED, CHOSEN)]
    assert found == [4, 4, 4, 3, len(TRUTHS) * len(DAYS), 14]


@pytest.mark.parametrize("row", EFFECTS, ids=lambda row: row[0])
def test_an_effect_is_the_one_of_the_page(row: list[str]) -> None:
    days, ratings, column, estimate, interval, p = row
    rated = RatedDays(np.array(numbers(days), dtype=np.int64), np.array(numbers(ratings)))
    found = day_effect(rated, np.ones((rated.count, 1)), np.array(numbers(column)))
    assert found is not None
    low, high = found.interval()
    said = f"{low:.2f} to {high:.2f}".replace("-", "−")
    assert (estimate, interval, p) == (f"{found.estimate:.2f}", said, f"{found.p:.3f}")


@pytest.mark.parametrize("row", BANKS, ids=" | ".join)
def test_what_the_days_before_left_is_that_of_the_page(row: list[str]) -> None:
    net, half_life, left = row
    found = banks(np.array(numbers(net)), np.array([float(half_life)]))[:, 0]
    assert left.split() == [f"{value:.2f}" for value in found]


@pytest.mark.parametrize("row", FITS, ids=lambda row: row[0])
def test_a_fit_is_said_in_the_words_of_the_page(row: list[str]) -> None:
    best, span, rated, words = row
    low, high = numbers(span)
    found = HalfLifeFit(float(best), (low, high), (low, high), int(rated), 0.01, ())
    assert words == half_life_words(found)


@pytest.mark.parametrize("row", MISSING, ids=lambda row: row[0])
def test_what_is_missing_is_said_in_the_words_of_the_page(row: list[str]) -> None:
    missing, words = row
    pairs = [one.split(" ") for one in missing.split(", ")]
    lacks = tuple(Lack(LackKind(kind), int(count)) for count, kind in pairs)
    assert words == half_life_words(HalfLifeNotYet(UntoldBecause.TOO_LITTLE, 50, lacks))


def test_the_table_of_measurements_has_every_truth_and_length() -> None:
    named = [(truth.words, str(days)) for truth in TRUTHS for days in DAYS]
    assert named == [(row[0], row[1]) for row in MEASURED]


def test_where_there_is_no_half_life_at_most_one_in_twenty_is_told_one() -> None:
    none = {truth.words for truth in TRUTHS if truth.link is not Link.FADING}
    shares = [float(cell) for row in MEASURED if row[0] in none for cell in row[2:4]]
    assert len(shares) == 2 * len(none) * len(DAYS)
    assert max(shares) <= 5


def test_a_line_of_the_table_is_what_the_bench_measures() -> None:
    found = score(Truth(Link.NONE), DAYS[0], JOURNALS)
    (row,) = [row for row in MEASURED if row[:2] == ["none", str(DAYS[0])]]
    assert row[2:4] == [f"{100 * found.told / found.journals:.1f}", f"{100 * found.worst:.1f}"]


@pytest.mark.parametrize("row", CHOSEN, ids=lambda row: row[0])
def test_a_chosen_number_is_the_one_in_use(row: list[str]) -> None:
    name, value, _why = row
    module, _, constant = name.rpartition(".")
    found = getattr(importlib.import_module(f"journal.analysis.{module}"), constant)
    assert float(value) == float(found)
