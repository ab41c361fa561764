"""Every item, cycle, domain and person of the published C-PASS example, as its program has it."""

from functools import cache
from pathlib import Path

import pytest

from bench.reference_cpass import compare_cpass
from bench.reference_files import rows_of
from bench.reference_result import Compared

FOLDER = Path(__file__).parent / "reference" / "cpass"


@cache
def compared() -> dict[str, Compared]:
    return {result.file: result for result in compare_cpass(FOLDER)}


def test_the_whole_example_is_there() -> None:
    names = ("input", "items", "domains", "cycles", "persons")
    sizes = {name: len(rows_of(FOLDER / f"{name}.csv.gz")) for name in names}
    assert sizes == {"input": 12_432, "items": 888, "domains": 407, "cycles": 37, "persons": 20}


@pytest.mark.parametrize(
    ("table", "cells"), [("items", 9_768), ("domains", 814), ("cycles", 259), ("persons", 105)]
)
def test_every_cell_has_the_same_answer(table: str, cells: int) -> None:
    result = compared()[f"{table}.csv.gz"]
    assert (cells, ()) == (result.cells, result.differences)
