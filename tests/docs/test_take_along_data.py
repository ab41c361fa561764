"""What docs/take_along/data_and_backup.md says of the tables is what is in them."""

import re

import pytest

from journal.environment import PROJECT
from journal.exchange.record.table_columns import (
    CONTEXT_COLUMNS,
    CONTEXTS_FILE,
    DAY_COLUMNS,
    DAYS_FILE,
    MOMENT_COLUMNS,
    MOMENTS_FILE,
    WORD_COLUMNS,
    WORDS_FILE,
)

PAGE = (PROJECT / "docs/take_along/data_and_backup.md").read_text(encoding="utf-8")
SAID_OF_CELLS = {"place:quality", "sign:…"}


@pytest.mark.parametrize(
    ("file", "columns"),
    [
        (DAYS_FILE, DAY_COLUMNS),
        (MOMENTS_FILE, MOMENT_COLUMNS),
        (CONTEXTS_FILE, CONTEXT_COLUMNS),
        (WORDS_FILE, WORD_COLUMNS),
    ],
)
def test_the_page_names_every_column_of_a_table_and_no_other(
    file: str, columns: dict[str, str]
) -> None:
    (row,) = (line for line in PAGE.splitlines() if line.startswith(f"| `{file}`"))
    named = re.findall(r"`([^`]+)`", row.removeprefix(f"| `{file}`"))
    assert list(columns) == [name for name in named if name not in SAID_OF_CELLS]
