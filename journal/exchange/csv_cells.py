"""Cells of a CSV file that no spreadsheet takes for a formula, and the way back.

A text that a spreadsheet could calculate gets one leading apostrophe, which spreadsheets read as
"this is text"; numbers stay numbers, so −3 is never touched. `plain_cell` takes exactly that
apostrophe off again.
"""

import re
from typing import Final, TypeAlias

Cell: TypeAlias = str | int | float | None

# = + - @ begin a formula, also in their full-width forms and after blanks that some programs trim;
# a tab, a carriage return or a line feed in front hides one (OWASP, "CSV injection").
_FORMULA: Final = re.compile(r"'*(?: *[\t\r\n]|\s*[=+\-@＝＋－＠])")  # noqa: RUF001
_MARK: Final = "'"


def safe_cell(cell: Cell) -> Cell:
    """Return a cell as it may stand in a spreadsheet."""
    if isinstance(cell, str) and _FORMULA.match(cell):
        return _MARK + cell
    return cell


def plain_cell(text: str) -> str:
    """Return the text that `safe_cell` was given."""
    if text.startswith(_MARK) and _FORMULA.match(text[len(_MARK) :]):
        return text[len(_MARK) :]
    return text
