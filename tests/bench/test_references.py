import csv
import gzip
import json
import random
from pathlib import Path

import pytest

from bench.reference_cpass import compare_cpass
from bench.reference_pacts import compare_pacts
from bench.reference_stages import compare_stages
from bench.reference_symptothermal import compare_symptothermal
from bench.references import main
from journal.environment import PROJECT

TABLES = PROJECT / "tests" / "cycle" / "reference"
RISE = [36.4] * 13 + [36.65, 36.7, 36.75]
WET = [1] * 12 + [4, 3, 2, 1]


def cycle(**more: object) -> dict[str, object]:
    days = [
        {"date": f"2026-03-{day:02}", "temperature": degrees, "mucus": seen}
        for day, (degrees, seen) in enumerate(zip(RISE, WET, strict=True), start=1)
    ]
    shift = {
        "rule": 0,
        "ltl": 36.4,
        "firstHighMeasurementDay": "2026-03-14",
        "evaluationCompleteDay": "2026-03-16",
    }
    both = {
        "mucusPeak": "2026-03-13",
        "phases": {"postOvulatory": {"start": {"date": "2026-03-16", "time": "18:00"}}},
    }
    expected = {"temperatureShift": shift, "symptothermal": both}
    return {"id": "a", "cycle": days, "expected": expected} | more


def write(folder: Path, name: str, rows: list[dict[str, str]], *, without: str = "") -> None:
    """Write a table with its columns in another order, and one of them left out."""
    columns = [column for column in reversed(rows[0]) if column != without]
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def renamed(rows: list[dict[str, str]], column: str) -> list[dict[str, str]]:
    return [row | {column: f"woman {row[column]}"} for row in rows]


def table(kind: str, name: str) -> list[dict[str, str]]:
    with gzip.open(TABLES / kind / name, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_it_says_how_many_cells_of_each_file_were_compared(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([str(TABLES)]) == 0
    said = capsys.readouterr().out
    assert "| pacts/irregular_output.csv | 8,585 | 0 |" in said
    assert "| cpass/items.csv.gz | 9,768 | 0 |" in said
    assert "| stages/cases.json | 13 | 0 |" in said


def test_a_difference_is_shown_and_ends_the_command_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (TABLES / "pacts" / "irregular_output.csv").read_text(encoding="utf-8")
    folder = tmp_path / "pacts"
    folder.mkdir()
    (folder / "input.csv").write_text(text, encoding="utf-8")
    changed = text.replace("2024-01-03,1,0,1,21,", "2024-01-03,1,0,2,21,")
    (folder / "output.csv").write_text(changed, encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert "| pacts/output.csv | 8,585 | 1 |" in said
    assert "1 on 2024-01-03, m2mcount: 2 there, 1 here" in said


def test_a_folder_without_tables_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 1
    assert "pacts" in capsys.readouterr().err


def test_cycle_time_is_found_under_other_names_orders_and_columns(tmp_path: Path) -> None:
    text = (TABLES / "pacts" / "irregular_output.csv").read_text(encoding="utf-8")
    rows = renamed(list(csv.DictReader(text.splitlines())), "id")
    write(tmp_path, "output.csv", rows, without="luteal_length")
    dated = [{"daterated": row["date"]} | row for row in rows]
    random.Random(1).shuffle(dated)
    write(tmp_path, "input.csv", dated, without="date")
    (result,) = compare_pacts(tmp_path)
    assert (8_585 - len(rows), ()) == (result.cells, result.differences)


def test_a_day_that_the_input_lacks_is_a_difference(tmp_path: Path) -> None:
    row = {"id": "1", "date": "2026-03-01", "menses": "1", "m2mcount": "1"}
    write(tmp_path, "input.csv", [row])
    write(tmp_path, "output.csv", [row, row | {"id": "2"}])
    (result,) = compare_pacts(tmp_path)
    assert (result.cells, result.differences) == (1, ("2 on 2026-03-01: not in the input",))


def test_patterns_are_found_under_other_names_and_orders(tmp_path: Path) -> None:
    write(tmp_path, "input.csv", renamed(table("cpass", "input.csv.gz"), "subject"))
    persons = renamed(table("cpass", "persons.csv.gz"), "subject")
    write(tmp_path, "output_subject_level_diagnosis.csv", persons, without="avgdsm5crit")
    (result,) = compare_cpass(tmp_path)
    assert (105 - len(persons), ()) == (result.cells, result.differences)


def test_a_person_without_a_usable_cycle_has_not_enough_ratings(tmp_path: Path) -> None:
    rating = {"subject": "9", "cycle": "1", "day": "-3", "item": "7", "drsp_score": "5"}
    write(tmp_path, "input.csv", [rating, rating | {"day": "-2", "drsp_score": "NA"}])
    said = {"subject": "9", "Ncycles": "0", "dx": "no diagnosis"}
    write(tmp_path, "output_subject_level_diagnosis.csv", [said])
    (result,) = compare_cpass(tmp_path)
    assert (result.cells, result.differences) == (1, ())


def test_the_signs_of_a_cycle_are_compared_one_by_one(tmp_path: Path) -> None:
    cases = [cycle(), cycle(secondarySymptom="cervix")]
    (tmp_path / "some.json").write_text(json.dumps(cases), encoding="utf-8")
    (result,) = compare_symptothermal(tmp_path)
    assert (result.cells, result.differences) == (10, ())
    assert result.note == "1 cycles: temperature only"


def test_a_cycle_that_differs_is_named(tmp_path: Path) -> None:
    other = cycle(expected={"temperatureShift": None, "symptothermal": None})
    (tmp_path / "some.json").write_text(json.dumps([other]), encoding="utf-8")
    (result,) = compare_symptothermal(tmp_path)
    assert "cycle a, firstHighMeasurementDay: none there, 2026-03-14 here" in result.differences
    assert len(result.differences) == result.cells == 6


def test_a_stage_that_differs_is_named_and_an_unknown_answer_is_counted(tmp_path: Path) -> None:
    regular = {"lengths": [28, 29, 28], "age": 45, "days_since_last": 5}
    cases = [regular | {"stage": stage} for stage in ("-1", "reproductive", "who knows")]
    (tmp_path / "some.json").write_text(json.dumps(cases), encoding="utf-8")
    (result,) = compare_stages(tmp_path)
    assert result.differences == ("record 1: -1 there, reproductive here",)
    assert (result.cells, result.note) == (2, "1 answers not understood")
