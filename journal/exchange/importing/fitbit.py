"""Fitbit's menstrual health tables from Google Takeout, alone or in the whole zip.

By the description Google puts beside the tables; no real export was read. A period, ovulation or
fertile window counts as noted only where its source is `Manual`; `Computed` is a prediction.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from journal.exchange.importing.app_words import AppWords, Word
from journal.exchange.importing.day_values import Amounts, DayValues
from journal.exchange.importing.errors import ColumnMissing
from journal.exchange.importing.export_tables import (
    Columns,
    columns_in,
    plain_name,
    read_table,
    table_text,
    tables_in,
)
from journal.exchange.importing.gathering import Gathering, day_of
from journal.exchange.importing.parsed import Answers, Choices, Going, Importer, Parsed
from journal.exchange.importing.periods import put_period
from journal.exchange.importing.tables import Row
from journal.exchange.importing.upload import Upload, decoded
from journal.exchange.importing.word_reading import WordReading

NAME: Final = "Fitbit menstrual health (Google Takeout)"
WORDS: Final = AppWords("fitbit", "Fitbit")
_CYCLES: Final = "menstrual_health_cycles.csv"
_SYMPTOMS: Final = "menstrual_health_symptoms.csv"
_OTHERS: Final = ("menstrual_health_birth_control.csv", "menstrual_health_settings.csv")
# The description calls the days by either name.
_DATES: Final = ("start date", "start", "date", "")
_LAST_DATES: Final = ("end date", "end")
_SYMPTOM_COLUMNS: Final = frozenset({"timestamp", "flow", "fluids", "conditions"})
_MANUAL: Final = "manual"
# One cell holds several; how they are joined is not described.
_JOINTS: Final = re.compile(r"[;,|\[\]\"]")
_HEADINGS: Final = {
    "flow": "Flow",
    "fluids": "Fluids",
    "ovulation test": "Ovulation test",
    "sex": "Sex",
    "conditions": "Conditions",
    "mood": "Mood",
    "cycle altering event": "Fitbit",
}
_PHASES: Final = {"ovulation": "Ovulation", "fertile": "Fertile days"}
_TECHNICAL: Final = frozenset({"id", "user id", "timestamp"})
_OF_CYCLES: Final = re.compile(r"(?:cycle|ovulation|period|fertile)\b.*")


def _detects(upload: Upload) -> bool:
    plain = columns_in(upload).plain
    if _has_cycles(columns_in(upload)) or plain >= _SYMPTOM_COLUMNS:
        return True
    return bool({_CYCLES, _SYMPTOMS} & set(tables_in(upload)))


def _has_cycles(columns: Columns) -> bool:
    dated = all(_column(columns, "period", names) for names in (_DATES, _LAST_DATES))
    return dated and bool(columns.find("period source"))


def _column(columns: Columns, phase: str, names: Sequence[str]) -> str:
    return columns.find(*(f"{phase} {name}".strip() for name in names))


def _read(upload: Upload, choices: Choices) -> Parsed:
    return _parsed(*_tables(upload), choices)


def _begin(upload: Upload) -> Going:
    """Take the two tables out of a zip that holds years of pulse and steps besides."""
    yield 0, upload.size
    tables = _tables(upload)
    return partial(_parsed, *tables)


def _tables(upload: Upload) -> tuple[list[str], list[str]]:
    """Return the texts of the tables that can be read, and the names of those that cannot."""
    members = tables_in(upload)
    if not members:
        return [decoded(upload.content)], []
    texts = [table_text(upload, name) for name in (_CYCLES, _SYMPTOMS) if name in members]
    return texts, [name for name in _OTHERS if name in members]


def _parsed(texts: Sequence[str], others: Sequence[str], choices: Choices) -> Parsed:
    reading = WordReading(WORDS, values=DayValues(Amounts.LEAST_SAID), moments_apart=True)
    gathering = reading.gathering
    for other in others:
        gathering.leave_out(f"The table “{other}”", "its words are not described well enough")
    for text in texts:
        columns, rows = read_table(text)
        _leave_out_columns(gathering, columns, rows)
        if _has_cycles(columns):
            for row in rows:
                _read_cycle(reading, columns, row)
        elif columns.find("timestamp"):
            for row in rows:
                _read_symptoms(reading, columns, row)
        else:
            raise ColumnMissing("timestamp")
    return reading.parsed(NAME, Answers(choices))


def _leave_out_columns(gathering: Gathering, columns: Columns, rows: Sequence[Row]) -> None:
    for column in columns.names:
        name = plain_name(column)
        known = name in _TECHNICAL or name in _HEADINGS or _OF_CYCLES.fullmatch(name)
        if not known and (count := sum(bool(row.get(column)) for row in rows)):
            gathering.leave_out(f"The column “{column}”", "the journal does not know it", count)


def _read_cycle(reading: WordReading, columns: Columns, row: Row) -> None:
    gathering = reading.gathering
    first = row.get(_column(columns, "period", _DATES))
    last = row.get(_column(columns, "period", _LAST_DATES))
    if plain_name(row.get(columns.find("period source"))) != _MANUAL:
        if first or last:
            gathering.leave_out("A period Fitbit computed", "it is a prediction, not your entry")
    elif first:
        start, end = day_of(first, row.place), day_of(last, row.place) if last else None
        put_period(reading, start, end, row.place)
    for phase, words in _PHASES.items():
        begins = row.get(_column(columns, phase, _DATES))
        if not begins:
            continue
        if plain_name(row.get(columns.find(f"{phase} source"))) == _MANUAL:
            day = day_of(begins, row.place)
            gathering.add_note(day, f"{words}, as entered in Fitbit", "")
            gathering.leave_out(
                f"{words} you entered", "the journal has no field for it; it is in the day's note"
            )
        else:
            gathering.leave_out(f"{words} Fitbit computed", "a prediction, not your entry")


def _read_symptoms(reading: WordReading, columns: Columns, row: Row) -> None:
    day: date = day_of(row.get(columns.find("timestamp")), row.place)
    for name, heading in _HEADINGS.items():
        for word in _words(row, columns.find(name)):
            reading.say(Word(day, row.place, heading, _spaced(word)))


def _words(row: Row, column: str) -> list[str]:
    return [word.strip() for word in _JOINTS.split(row.get(column)) if plain_name(word)]


def _spaced(word: str) -> str:
    """Write a word of a code as people do: `TENDER_BREASTS` → tender breasts."""
    return word.replace("_", " ").lower() if "_" in word or word.isupper() else word


FITBIT: Final = Importer(
    name=NAME,
    how="the zip Google Takeout makes of your Fitbit data, or its tables menstrual_health_…",
    detects=_detects,
    read=_read,
    begin=_begin,
)
