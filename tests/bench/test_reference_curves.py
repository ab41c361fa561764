import csv
from pathlib import Path

import numpy as np

from bench.reference_curves import CURVES, INPUT, compare_curves
from bench.references import main

DAYS = 84
CYCLE = 28


def bend(time: float) -> float:
    return 3 + 1.5 * float(np.cos(np.pi * time))


def tables(folder: Path, *, off: float = 0.0) -> Path:
    """Write a made-up diary and the curve it was made from, which a program might have found."""
    random = np.random.default_rng(5)
    diary = [
        {
            "id": "a",
            "date": str(np.datetime64("2026-01-01") + day),
            "cyclic_time_impute": f"{2 * (day % CYCLE) / CYCLE - 1}" if day % 9 else "NA",
            "symptom": f"{bend(2 * (day % CYCLE) / CYCLE - 1) + random.normal(0, 0.5)}",
        }
        for day in range(DAYS)
    ]
    curve = [
        {"id": "a", "cyclic_time_impute": f"{at}", "fit": f"{bend(at) + off}", "se": "0.2"}
        for at in np.linspace(-1, 1, 11)
    ]
    for name, rows in ((INPUT, diary), (CURVES, curve)):
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder


def test_a_curve_that_bends_alike_differs_nowhere(tmp_path: Path) -> None:
    (found,) = compare_curves(tables(tmp_path))
    assert (found.cells, found.differences) == (11, ())
    assert found.note.endswith("two 100 %")


def test_a_curve_that_lies_elsewhere_differs_at_every_point(tmp_path: Path) -> None:
    (found,) = compare_curves(tables(tmp_path, off=2.0))
    assert len(found.differences) == 11


def test_without_curves_nothing_is_compared(tmp_path: Path) -> None:
    assert list(compare_curves(tmp_path)) == []


def test_the_command_compares_the_curves_beside_the_positions(tmp_path: Path) -> None:
    (tmp_path / "pacts").mkdir()
    tables(tmp_path / "pacts")
    assert main([str(tmp_path)]) == 0
