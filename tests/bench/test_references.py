from pathlib import Path

import pytest

from bench.references import main
from journal.environment import PROJECT

TABLES = PROJECT / "tests" / "cycle" / "reference"


def test_it_says_how_many_cells_of_each_file_were_compared(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([str(TABLES)]) == 0
    assert "| pacts/irregular_output.csv | 8,585 | 0 |" in capsys.readouterr().out


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
