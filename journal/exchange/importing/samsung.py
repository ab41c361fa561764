"""Samsung Health's cycle tables: a banner in the first line, the columns in the second.

By the columns that programs reading them name; no real export was read, and what its numbers for
flow and mood mean is not described anywhere, so numbers are asked about. Predictions stand in a
table of their own and are never taken.
"""

import re
from collections.abc import Sequence
from functools import partial
from typing import Final

from journal.exchange.importing.app_words import AppWords, Word
from journal.exchange.importing.archives import read_members
from journal.exchange.importing.errors import ColumnMissing
from journal.exchange.importing.export_tables import (
    Columns,
    plain_name,
    read_table,
    tables_in,
    text_head,
    unknown_columns,
)
from journal.exchange.importing.gathering import day_of
from journal.exchange.importing.parsed import Answers, Choices, Going, Importer, Parsed
from journal.exchange.importing.rows_apart import RowsApart
from journal.exchange.importing.tables import Row
from journal.exchange.importing.upload import Upload, decoded
from journal.exchange.importing.word_reading import WordReading

NAME: Final = "Samsung Health cycle tables"
WORDS: Final = AppWords("samsung", "Samsung Health")
_BANNER: Final = re.compile(r"com\.samsung\.s?health\.cycle\.([a-z_]+)[^\n]*")
_MEMBER: Final = re.compile(r"com\.samsung\.s?health\.cycle\.[a-z_]+\.[^/]*csv", re.IGNORECASE)
_PREDICTION: Final = "prediction"
_COLUMNS: Final = {
    "flow": ("flow", "flow level", "amount"),
    "mood": ("mood",),
    "symptom": ("symptom", "symptoms"),
}
# Bookkeeping of the app's, nothing anybody entered.
_TECHNICAL: Final = frozenset(
    {
        *("datauuid", "update time", "create time", "pkg name", "deviceuuid", "time offset"),
        *("day time", "custom", "sync status"),
    }
)
_JOINTS: Final = re.compile(r"[;,|\[\]\"]")


def _detects(upload: Upload) -> bool:
    if _BANNER.match(text_head(upload).lstrip("\n")):
        return True
    return any(_MEMBER.fullmatch(name) for name in tables_in(upload))


def _read(upload: Upload, choices: Choices) -> Parsed:
    return _parsed(_texts(upload), choices)


def _begin(upload: Upload) -> Going:
    """Take the few tables of the cycle out of a zip that holds everything the watch measured."""
    yield 0, upload.size
    texts = _texts(upload)
    return partial(_parsed, texts)


def _texts(upload: Upload) -> list[str]:
    if not tables_in(upload):
        return [decoded(upload.content)]
    with upload.open() as file:
        return [decoded(content) for _, content in read_members(file, _MEMBER.fullmatch)]


def _parsed(texts: Sequence[str], choices: Choices) -> Parsed:
    reading = WordReading(WORDS)
    gathering = reading.gathering
    for text in texts:
        banner = _BANNER.match(text.lstrip("\n"))
        kind = banner[1] if banner else ""
        columns, rows = read_table(_without_banner(text))
        if kind == _PREDICTION:
            gathering.leave_out("Predictions", "what was not noted is not taken", max(len(rows), 1))
        elif kind in _COLUMNS:
            _read_rows(reading, kind, columns, rows)
        else:
            words = f"The table “{kind}”" if kind else "A table without a name"
            gathering.leave_out(words, "what it means is not described", max(len(rows), 1))
    return reading.parsed(NAME, Answers(choices))


def _without_banner(text: str) -> str:
    """Leave the first line blank, so that lines keep their numbers.

    Rows may end with a comma more than the line of names: a field without a column.
    """
    _, _, rest = text.lstrip("\n").partition("\n")
    names, _, rows = rest.partition("\n")
    blank = "\n" * (text.count("\n", 0, len(text) - len(rest)))
    first = rows.lstrip("\n").partition("\n")[0]
    spare = first.endswith(",") and first.count(",") == names.count(",") + 1
    return f"{blank}{names}{',' if spare else ''}\n{rows}"


def _read_rows(reading: WordReading, kind: str, columns: Columns, rows: Sequence[Row]) -> None:
    dates, values = _column(columns, "date"), _column(columns, *_COLUMNS[kind])
    for name, found in (("date", dates), (kind, values)):
        if not found:
            raise ColumnMissing(name)
    for column in unknown_columns(columns, [dates, values]):
        technical = plain_name(column.rpartition(".")[2]) in _TECHNICAL
        if not technical and (count := sum(bool(row.get(column)) for row in rows)):
            reading.gathering.leave_out(
                f"The column “{column}”", "what it means is not described", count
            )
    apart = RowsApart(reading.gathering)
    for row in rows:
        day = apart.dated(row.place, partial(day_of, row.get(dates), row.place))
        if day is None:
            continue
        for word in _JOINTS.split(row.get(values)):
            if not plain_name(word):
                continue
            bare = word.strip().isdecimal() and kind != "flow"
            shown = f"{kind} {word.strip()}" if bare else word.strip()
            reading.say(Word(day, row.place, kind, shown))
    apart.require_enough()


def _column(columns: Columns, *names: str) -> str:
    """Find a column by its name or by the last part of a name such as `com.samsung.….flow`."""
    if found := columns.find(*names):
        return found
    last = {plain_name(name.rpartition(".")[2]): name for name in columns.names if "." in name}
    return next((last[name] for name in names if name in last), "")


SAMSUNG: Final = Importer(
    name=NAME,
    how="the tables com.samsung.health.cycle… of “Download personal data”, or a zip of them",
    detects=_detects,
    read=_read,
    begin=_begin,
)
