"""What came of comparing the engine with one file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Compared:
    """One file of a reference.

    Attributes:
        cells: How many values were compared.
        differences: A sentence for each value that differs.
        note: What must be known to read the numbers; empty if nothing.
    """

    file: str
    cells: int
    differences: tuple[str, ...]
    note: str = ""
