"""The example is written through the import door, with its stages and settings."""

from collections.abc import Callable
from datetime import date
from typing import Any

from journal.domain.journal import ImportBatch
from journal.domain.owner_settings import OwnerSettings
from journal.example.generator import synthetic_record
from journal.example.load import load_example


class Notebook:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[Any] = []

    def import_all(self, batch: ImportBatch) -> None:
        """Keep a batch."""
        self.told.append(batch)

    def declare_stage(self, declaration: object) -> None:
        """Keep a declaration."""
        self.told.append(declaration)

    def change_settings(self, change: Callable[[OwnerSettings], OwnerSettings]) -> None:
        """Keep the settings."""
        self.told.append(change(OwnerSettings()))


def test_every_part_of_the_example_is_written() -> None:
    record = synthetic_record(2, date(2026, 11, 22))
    notebook = Notebook()
    load_example(record, notebook)  # type: ignore[arg-type]
    batch, *rest = notebook.told
    parts = ("days", "moments", "contexts", "intentions")
    assert [getattr(record, part) for part in parts] == [getattr(batch, part) for part in parts]
    assert rest == [*record.stages, record.settings]
