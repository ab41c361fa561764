"""Reading the tables of a reference, whatever the order of their columns, compressed or not."""

import csv
import gzip
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeAlias

Row: TypeAlias = dict[str, str]
Cell: TypeAlias = float | str | bool | None
TOLERANCE: Final = 1e-9
MISSING: Final = frozenset({"", "NA", "NaN"})


def first_file(folder: Path, names: Sequence[str]) -> Path | None:
    """Return the first of these files that the folder has, as it is named or compressed."""
    paths = (folder / f"{name}{ending}" for name in names for ending in ("", ".gz"))
    return next((path for path in paths if path.is_file()), None)


def rows_of(path: Path) -> list[Row]:
    """Read a table; a byte order mark before its first column is not part of the name."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def same_cell(written: str, computed: Cell) -> bool:
    """Say whether a cell holds a value; an empty one, or NA, holds none."""
    if written in MISSING or computed is None:
        return written in MISSING and computed is None
    if isinstance(computed, bool):
        return written.upper() == str(computed).upper()
    if isinstance(computed, str):
        return written == computed
    return math.isclose(float(written), computed, rel_tol=0.0, abs_tol=TOLERANCE)
