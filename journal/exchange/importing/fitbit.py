"""Fitbit's menstrual health tables from Google Takeout, alone or in the whole zip.

By the description Google puts beside the tables; no real export was read. A period, ovulation or
fertile window counts as noted only where its source is `Manual`; `Computed` is a prediction.
"""

import re
from collections.abc import Mapping, Sequence
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
from journal.exchange.importing.rows_apart import RowsApart
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
_PERIOD, _LAST = "period", "last day"
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
        apart = RowsApart(gathering)
        if _has_cycles(columns):
            for row in rows:
                _read_cycle(reading, apart, columns, row)
        elif stamp := columns.find("timestamp"):
            for row in rows:
                if day := apart.dated(row.place, partial(day_of, row.get(stamp), row.place)):
                    _read_symptoms(reading, columns, row, day)
        else:
            raise ColumnMissing("timestamp")
        apart.require_enough()
    return reading.parsed(NAME, Answers(choices))


def _leave_out_columns(gathering: Gathering, columns: Columns, rows: Sequence[Row]) -> None:
    for column in columns.names:
        name = plain_name(column)
        known = name in _TECHNICAL or name in _HEADINGS or _OF_CYCLES.fullmatch(name)
        if not known and (count := sum(bool(row.get(column)) for row in rows)):
            gathering.leave_out(f"The column “{column}”", "the journal does not know it", count)


def _read_cycle(reading: WordReading, apart: RowsApart, columns: Columns, row: Row) -> None:
    entered = _entered(columns, row)
    days = apart.dated(row.place, partial(_days, entered, row.place)) if entered else {}
    if days is None:
        return
    gathering = reading.gathering
    _leave_out_computed(gathering, columns, row, entered)
    if _PERIOD in days:
        put_period(reading, days[_PERIOD], days.get(_LAST), row.place)
    for phase, words in _PHASES.items():
        if phase in days:
            gathering.add_note(days[phase], f"{words}, as entered in Fitbit", "")
            gathering.leave_out(
                f"{words} you entered", "the journal has no field for it; it is in the day's note"
            )


def _entered(columns: Columns, row: Row) -> dict[str, str]:
    """Return the dates she entered, as they stand there, by the phase they begin."""
    entered = {}
    for phase in (_PERIOD, *_PHASES):
        begins = row.get(_column(columns, phase, _DATES))
        if begins and plain_name(row.get(columns.find(f"{phase} source"))) == _MANUAL:
            entered[phase] = begins
    last = row.get(_column(columns, _PERIOD, _LAST_DATES))
    return entered | ({_LAST: last} if last and _PERIOD in entered else {})


def _days(cells: Mapping[str, str], place: str) -> dict[str, date]:
    return {name: day_of(cell, place) for name, cell in cells.items()}


def _leave_out_computed(
    gathering: Gathering, columns: Columns, row: Row, entered: Mapping[str, str]
) -> None:
    manual = plain_name(row.get(columns.find("period source"))) == _MANUAL
    ends = [row.get(_column(columns, _PERIOD, names)) for names in (_DATES, _LAST_DATES)]
    if any(ends) and not manual:
        gathering.leave_out("A period Fitbit computed", "it is a prediction, not your entry")
    for phase, words in _PHASES.items():
        if phase not in entered and row.get(_column(columns, phase, _DATES)):
            gathering.leave_out(f"{words} Fitbit computed", "a prediction, not your entry")


def _read_symptoms(reading: WordReading, columns: Columns, row: Row, day: date) -> None:
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
