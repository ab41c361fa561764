"""A record of a little of everything, whole or with one thing in it changed by hand."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from journal.domain.snapshot import RecordSnapshot
from journal.exchange.record.writing import VERSION
from tests.exchange.record.journals import filled_journal, text_of

FOLDER = Path(__file__).parents[3] / "data" / "schemas"
Spoil = Callable[[dict[str, Any]], object]


@cache
def schema(version: int = VERSION) -> Any:
    """The schema of a version; of the one that is written, unless another is named."""
    file = FOLDER / f"tending-record-{version}.schema.json"
    return json.loads(file.read_text(encoding="utf-8"))


@cache
def filled_journal_snapshot() -> RecordSnapshot:
    """A little of everything."""
    return filled_journal().snapshot()


@cache
def record_text() -> bytes:
    """A record of a little of everything."""
    return text_of(filled_journal_snapshot())


def spoilt(spoil: Spoil) -> bytes:
    """Return the record with one thing in it changed by hand."""
    document = json.loads(record_text())
    spoil(document)
    return json.dumps(document).encode()
