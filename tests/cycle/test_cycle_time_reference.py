"""Cycle time is what other people's program computes, cell by cell."""

from pathlib import Path

import pytest

from bench.reference_pacts import Limits, compare_pacts
from journal.cycle.cycle_time_values import PACTS_BOUNDS, PACTS_GATES, LengthBounds
from journal.environment import PROJECT

TABLES = PROJECT / "tests" / "cycle" / "reference" / "pacts"
DAYS = 721
COLUMNS = 12
# A cycle that is open has no length here; the package writes how long it has run.
DAYS_OF_OPEN_CYCLES = 58
DAYS_BEFORE_AN_ONSET = 9


def test_every_cell_of_six_irregular_diaries_agrees() -> None:
    (compared,) = compare_pacts(TABLES)
    assert compared.differences == ()
    assert compared.cells == DAYS * COLUMNS - DAYS_OF_OPEN_CYCLES - DAYS_BEFORE_AN_ONSET


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("0.142857142857143,0.142857142857143,0", "0.142857142857143,0.142857144,0"),
        ("0.142857142857143,0.142857142857143,0", ",0.142857142857143,0"),
        ("2024-01-03,1,0,1,21,0,1,0,", "2024-01-03,1,0,1,21,0,1,1,"),
    ],
)
def test_a_cell_that_differs_is_told(written: str, instead: str, tmp_path: Path) -> None:
    text = (TABLES / "irregular_output.csv").read_text(encoding="utf-8")
    given = tmp_path / "other_input.csv"
    given.write_text(text, encoding="utf-8")
    (tmp_path / "other_output.csv").write_text(text.replace(written, instead, 1), encoding="utf-8")
    (compared,) = compare_pacts(tmp_path)
    assert len(compared.differences) == 1


def test_a_table_says_in_its_name_what_bounds_it_was_made_with() -> None:
    wider = Limits.of_table("diary_bounds18_45_output.csv")
    assert (LengthBounds(18, 45), 28) == (wider.bounds, wider.gates.longest_luteal)
    assert Limits(PACTS_BOUNDS, PACTS_GATES) == Limits.of_table("diary_output.csv")
