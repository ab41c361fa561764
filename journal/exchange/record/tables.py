"""Days, moments and contexts as CSV that a spreadsheet opens, zipped with a README of the columns.

Lines end as RFC 4180 says, in UTF-8 with a byte order mark; not recorded is an empty cell, and a
text that a spreadsheet would calculate is marked as text.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from journal.domain.catalogues import CatalogueName
from journal.domain.contexts import Context
from journal.domain.day_fields import stored_form
from journal.domain.days import PLAIN_FIELDS, SIGN_PREFIX, Day, Sensation
from journal.domain.journal import ReadableJournal
from journal.domain.moments import Moment
from journal.domain.ranges import ONE_DAY, DateRange
from journal.exchange.csv_cells import Cell, safe_cell
from journal.exchange.record.table_columns import (
    BETWEEN_SENSATIONS,
    CONTEXT_COLUMNS,
    CONTEXTS_FILE,
    DAY_COLUMNS,
    DAYS_FILE,
    MOMENT_COLUMNS,
    MOMENTS_FILE,
    NO,
    README_FILE,
    SIGN_MEANING,
    WORD_COLUMNS,
    WORDS_FILE,
    YES,
)

ZIP_MIME: Final = "application/zip"
_EVERY_DAY: Final = DateRange(date.min, date.max)
_EARLIEST_ZIP_YEAR: Final = 1980


def tables_zip(journal: ReadableJournal, today: date) -> bytes:
    """Return everything she recorded as a zip of tables."""
    days, moments = journal.days(_EVERY_DAY), journal.moments(_EVERY_DAY)
    files = {
        DAYS_FILE: days_csv(days),
        MOMENTS_FILE: moments_csv(moments),
        CONTEXTS_FILE: contexts_csv(journal.contexts()),
        WORDS_FILE: words_csv(journal, days, moments),
        README_FILE: readme(today),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            at = (max(today.year, _EARLIEST_ZIP_YEAR), today.month, today.day, 0, 0, 0)
            archive.writestr(zipfile.ZipInfo(name, at), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def tables_name(today: date) -> str:
    """Return the name of the zip's file."""
    return f"tending-tables-{today.isoformat()}.zip"


def days_csv(days: Sequence[Day]) -> bytes:
    """Return one row for each day; a column for each sign that was ever recorded."""
    codes = sorted({code for day in days for code in day.signs})
    rows = (
        [
            day.date.isoformat(),
            *(_cell(day.value(name)) for name in PLAIN_FIELDS),
            _felt(day.sensations),
            *(_cell(day.signs.get(code)) for code in codes),
        ]
        for day in days
    )
    return _csv([*DAY_COLUMNS, *(SIGN_PREFIX + code for code in codes)], rows)


def moments_csv(moments: Sequence[Moment]) -> bytes:
    """Return one row for each moment."""
    rows = (
        [
            moment.date.isoformat(),
            moment.at.isoformat() if moment.at else None,
            *(_cell(getattr(moment, name)) for name in ("kind", "initiator", "response")),
            *(_cell(getattr(moment, name)) for name in ("with_whom", "phone_in_way", "minutes")),
            _felt(moment.sensations),
            *(_cell(getattr(moment, name)) for name in ("note", "author", "id")),
        ]
        for moment in moments
    )
    return _csv([*MOMENT_COLUMNS], rows)


def contexts_csv(contexts: Sequence[Context]) -> bytes:
    """Return one row for each context, with its last day as she entered it."""
    rows = (
        [
            context.kind.value,
            context.start.isoformat(),
            (context.end - ONE_DAY).isoformat() if context.end else None,
            context.name,
            context.id,
        ]
        for context in contexts
    )
    return _csv([*CONTEXT_COLUMNS], rows)


def words_csv(journal: ReadableJournal, days: Iterable[Day], moments: Iterable[Moment]) -> bytes:
    """Return what each code in the other tables is called on her screen."""
    used: dict[CatalogueName, set[str]] = {name: set() for name in CatalogueName}
    for day in days:
        used[CatalogueName.SIGNS].update(day.signs)
        _note_felt(used, day.sensations)
    for moment in moments:
        used[CatalogueName.MOMENTS].add(moment.kind)
        _note_felt(used, moment.sensations)
    rows = []
    for name, codes in used.items():
        catalogue = journal.catalogue(name)
        own = {entry.code for entry in catalogue.own}
        rows += [
            [name.value, code, catalogue.name(code), YES if code in own else None]
            for code in sorted(codes)
        ]
    return _csv([*WORD_COLUMNS], rows)


def readme(today: date) -> bytes:
    """Return what the files are and what each column means."""
    parts = [
        (DAYS_FILE, "one row for each day", DAY_COLUMNS, SIGN_MEANING),
        (MOMENTS_FILE, "one row for each moment", MOMENT_COLUMNS, ""),
        (CONTEXTS_FILE, "one row for each thing that lasted a while", CONTEXT_COLUMNS, ""),
        (WORDS_FILE, "what the codes in the other files are called", WORD_COLUMNS, ""),
    ]
    lines = [
        f"Everything recorded in Tending up to {today.isoformat()}, as tables.",
        "",
        "An empty cell was not recorded; that is never zero. Dates are year-month-day. The files",
        "are UTF-8 with commas between the cells. An apostrophe before a text that begins with",
        "=, +, - or @ keeps a spreadsheet from calculating it and belongs to no note.",
        "Tending reads these tables again, under “Bring along”. For everything, history and",
        "settings included, take a backup.",
    ]
    for name, what, columns, more in parts:
        lines += ["", f"{name}: {what}", ""]
        lines += [f"  {column}: {meaning}" for column, meaning in columns.items()]
        lines += [f"  {more}"] if more else []
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def _cell(value: object) -> Cell:
    if isinstance(value, bool):
        return YES if value else NO
    return stored_form(value)


def _felt(sensations: frozenset[Sensation]) -> str:
    return BETWEEN_SENSATIONS.join(f"{felt.place}:{felt.quality}" for felt in sorted(sensations))


def _note_felt(used: Mapping[CatalogueName, set[str]], sensations: frozenset[Sensation]) -> None:
    used[CatalogueName.PLACES].update(felt.place for felt in sensations)
    used[CatalogueName.QUALITIES].update(felt.quality for felt in sensations)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([safe_cell(column) for column in columns])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
