"""Daylio's CSV: one row an entry, newest first.

`full_date` is ISO; `date` and `weekday` are in the person's language and not needed. A mood is a
name the person can edit, so its number is asked for.
"""

from datetime import date
from functools import partial
from typing import Final

from journal.exchange.importing.clock_times import time_of
from journal.exchange.importing.daylio_entries import (
    RATING_BY_GROUP,
    STANDARD_MOODS,
    DaylioEntry,
    DaylioFile,
    MoodName,
    opened,
    parsed_entries,
)
from journal.exchange.importing.daylio_scales import scales_of
from journal.exchange.importing.errors import FileUnreadable
from journal.exchange.importing.gathering import day_of
from journal.exchange.importing.parsed import LEAVE_OUT, Choices, Importer, Parsed
from journal.exchange.importing.rows_apart import RowsApart
from journal.exchange.importing.tables import Row, columns_of, read_rows
from journal.exchange.importing.upload import Upload, clean_text, decoded

NAME: Final = "Daylio CSV"
_REQUIRED: Final = ("full_date", "time", "mood", "activities", "note")
# Newer versions write a field for scales here, some of them without naming its column.
_SPARE_AFTER: Final = "activities"
_ALSO: Final = frozenset({"date", "weekday", "note_title", "scales"})


def _detects(upload: Upload) -> bool:
    try:
        return {"full_date", "mood"} <= set(columns_of(decoded(upload.content)))
    except FileUnreadable:
        return False


def _read(upload: Upload, choices: Choices) -> Parsed:
    file = opened(choices)
    rows = read_rows(decoded(upload.content), _REQUIRED, spare_after=_SPARE_AFTER)
    apart = RowsApart(file.gathering)
    entries = []
    for row in rows:
        day = apart.dated(row.place, partial(day_of, row.get("full_date"), row.place))
        if day is not None:
            entries.append(_entry(file, row, day))
    apart.require_enough()
    names = {entry.mood: entry.mood for entry in entries if entry.mood}
    moods = {key: MoodName(key, words, _default(key)) for key, words in names.items()}
    return parsed_entries(NAME, file, entries, moods)


def _default(mood: str) -> str:
    group = STANDARD_MOODS.get(mood.casefold())
    return RATING_BY_GROUP[group] if group else LEAVE_OUT


def _entry(file: DaylioFile, row: Row, day: date) -> DaylioEntry:
    at = time_of(row.get("time"))
    if at is None and row.get("time"):
        file.gathering.leave_out(
            f"The time of day “{row.get('time')}”", "it cannot be read with certainty"
        )
    if row.spared:
        file.gathering.leave_out(
            f"{row.place}: an empty field without a column", "it holds nothing; the rest is read"
        )
    for column, cell in row.cells.items():
        if cell.strip() and column not in _ALSO and column not in _REQUIRED:
            file.gathering.leave_out(f"The column “{column}”", "the journal does not know it")
    activities = (clean_text(name) for name in row.get("activities").split("|"))
    return DaylioEntry(
        place=row.place,
        day=day,
        at=at,
        mood=clean_text(row.get("mood")),
        title=row.get("note_title"),
        note=row.get("note"),
        activities=[name for name in activities if name],
        scales=scales_of(clean_text(row.get("scales"))),
    )


DAYLIO_CSV: Final = Importer(
    name=NAME,
    how="the table Daylio exports your entries to",
    detects=_detects,
    read=_read,
)
