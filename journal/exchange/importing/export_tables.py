"""Tables in other apps' exports: known by what their columns are called, alone or inside a zip.

Names are compared without regard to case and punctuation: `Rating/Amount` is `rating amount`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from journal.exchange.importing.archives import ZIP_START, member_name, opened_zip, read_member
from journal.exchange.importing.errors import FileEmpty, FileUnreadable
from journal.exchange.importing.tables import Row, columns_of, read_rows
from journal.exchange.importing.upload import HEAD_BYTES, Upload, decoded

_LONGEST_CHARACTER: Final = 4  # bytes, in UTF-8 and UTF-16
MOST_TABLES: Final = 60  # a zip with more tables is an archive of something else


def plain_name(text: str) -> str:
    """Return a name or a word as it is compared: lower case, words apart by one space."""
    return " ".join(re.findall(r"[^\W_]+|[+]+", text.casefold()))


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, found by any of the names an app may give them."""

    names: tuple[str, ...]

    @property
    def plain(self) -> frozenset[str]:
        """The names as they are compared."""
        return frozenset(plain_name(name) for name in self.names)

    def find(self, *names: str) -> str:
        """Return the name in the file of the first of these that is there; empty for none."""
        plain: dict[str, str] = {}
        for name in self.names:
            plain.setdefault(plain_name(name), name)
        return next((plain[name] for name in names if name in plain), "")


def text_head(upload: Upload) -> str:
    """Return the beginning of a text; empty for what is no text.

    Enough to tell a table by, without decoding a long file once for each format.
    """
    head = upload.head
    if head.startswith(ZIP_START):
        return ""
    return _begun(head, cut=upload.size > len(head))


def _begun(head: bytes, *, cut: bool) -> str:
    """Return the text of first bytes; empty for what is no text."""
    for less in range(_LONGEST_CHARACTER if cut else 1):  # the last character may be cut in two
        try:
            return decoded(head[: len(head) - less])
        except FileUnreadable:
            continue
    return ""


def columns_in(upload: Upload) -> Columns:
    """Return the columns a file names in its first line; none for what is no text."""
    head = text_head(upload)
    return Columns(tuple(columns_of(head))) if head else Columns(())


def read_table(text: str) -> tuple[Columns, list[Row]]:
    """Read a table whole.

    Raises:
        FileEmpty: It does not even name columns.
        ColumnTwice, RowWidthWrong, QuoteUnclosed, TooManyLines: It cannot be read.
    """
    columns = Columns(tuple(columns_of(text)))
    if not any(columns.names):
        raise FileEmpty
    return columns, list(read_rows(text, ()))


def tables_in(upload: Upload) -> list[str]:
    """Return the names of the tables in a zip; none for what is no readable zip."""
    if not upload.head.startswith(ZIP_START):
        return []
    try:
        with upload.open() as file, opened_zip(file) as archive:
            names = [member_name(path) for path in archive.namelist()]
    except FileUnreadable:
        return []
    return [name for name in names if name.casefold().endswith(".csv")]


def table_text(upload: Upload, member: str) -> str:
    """Return the text of a table in a zip.

    Raises:
        FileUnreadable: It cannot be read.
    """
    with upload.open() as file:
        return decoded(read_member(file, member))


def tables_with(upload: Upload, members: Iterable[str]) -> Iterator[tuple[str, Columns]]:
    """Give the readable ones of these tables of a zip, with their columns.

    Only the beginning of each is unpacked: there may be many large ones of other concerns.
    """
    for member in members:
        try:
            with upload.open() as file:
                head = read_member(file, member, HEAD_BYTES)
        except FileUnreadable:
            continue
        if text := _begun(head, cut=len(head) == HEAD_BYTES):
            yield member, Columns(tuple(columns_of(text)))


def unknown_columns(columns: Columns, known: Iterable[str]) -> list[str]:
    """Return the columns nothing was read from, as the file calls them."""
    read = frozenset(known)
    return [name for name in columns.names if name and name not in read]
