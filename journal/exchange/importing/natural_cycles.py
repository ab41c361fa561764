"""Natural Cycles' table, alone or in the zip of its export.

No real export was read: the names of the columns are those that two programs which read it look
for. Its colours and its ovulation are calculated by the app and never taken as noted.
"""

from datetime import date
from functools import partial
from typing import Final

from journal.domain.days import Bleeding
from journal.exchange.importing.app_words import AppWords, Word, in_short
from journal.exchange.importing.dated_rows import dated_rows
from journal.exchange.importing.day_values import Amounts, DayValues
from journal.exchange.importing.errors import ColumnMissing, PartMissing
from journal.exchange.importing.export_tables import (
    MOST_TABLES,
    Columns,
    columns_in,
    plain_name,
    read_table,
    table_text,
    tables_in,
    tables_with,
    unknown_columns,
)
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.parsed import Answers, Choices, Importer, Parsed
from journal.exchange.importing.rows_apart import RowsApart
from journal.exchange.importing.tables import Row
from journal.exchange.importing.temperature_cells import TemperatureCells
from journal.exchange.importing.upload import Upload, decoded
from journal.exchange.importing.word_reading import WordReading
from journal.exchange.importing.yes_no import NO, YES, ticked

NAME: Final = "Natural Cycles CSV"
WORDS: Final = AppWords("natural_cycles", "Natural Cycles")
_NAMES: Final = {
    "date": ("date", "day", "calendar date", "measurement date"),
    "temperature": (
        *("temperature", "temperature c", "temperature f", "temperature value", "temp", "bbt"),
        "basal body temperature",
    ),
    "disturbed": ("temperature excluded", "exclude temperature", "excluded temperature"),
    "period": ("menstruation", "period", "is period", "bleeding"),
    "flow": ("flow quantity", "period flow", "flow"),
    "spotting": ("spotting", "is spotting"),
    "mucus": ("cervical mucus consistency", "cervical mucus", "cervical mucus quality", "mucus"),
    "lh": ("lh test", "lh result", "ovulation test", "ovulation test result"),
    "mood": ("mood flags", "mood"),
    "symptoms": ("symptoms", "symptom", "trackers"),
    "notes": ("notes", "note", "comment"),
}
# Names only this app gives its columns.
_ITS_OWN: Final = frozenset(
    {
        *("fertility status", "fertility color", "fertility colour", "ovulation status"),
        *("cervical mucus consistency", "flow quantity", "period flow", "mood flags"),
        *("data flags", "measurement device", "red day", "green day"),
    }
)
_ESTIMATES: Final = ("fertility status", "fertility color", "fertility colour", "ovulation status")
_COUNTED: Final = ("cycle day", "cycle number")
_AS_WORDS: Final = ("data flags", "cervical mucus quantity")
_SPOTTING: Final = YES | {"spotting"}
_PERIOD: Final = YES | {"menstruation", "period"}
_NO_AMOUNT: Final = frozenset({"uncategorized", "uncategorised", "unspecified"})
_NOT_SAID: Final = NO | {"not taken"}


def _detects(upload: Upload) -> bool:
    if _is_its_table(columns_in(upload)):
        return True
    return bool(_member(upload))


def _is_its_table(columns: Columns) -> bool:
    plain = columns.plain
    noted = any(columns.find(*_NAMES[name]) for name in ("temperature", "period", "flow"))
    return bool(columns.find(*_NAMES["date"]) and noted and plain & _ITS_OWN)


def _member(upload: Upload) -> str:
    members = tables_in(upload)
    if len(members) > MOST_TABLES:
        return ""
    found = tables_with(upload, members)
    return next((member for member, columns in found if _is_its_table(columns)), "")


def _read(upload: Upload, choices: Choices) -> Parsed:
    reading = WordReading(WORDS, values=DayValues(Amounts.LEAST_SAID))
    gathering, answers = reading.gathering, Answers(choices)
    text = _text(gathering, upload)
    columns, rows = read_table(text)
    named = {name: columns.find(*names) for name, names in _NAMES.items()}
    if not named["date"]:
        raise ColumnMissing("Date")
    _leave_out_columns(gathering, columns, rows, named)
    of_rows = _Rows(reading, named, TemperatureCells(reading))
    apart = RowsApart(gathering)
    for day, row in dated_rows(rows, named["date"], gathering, answers, WORDS.key):
        kept_apart = WordReading(WORDS)
        trying = _Rows(kept_apart, named, TemperatureCells(kept_apart))
        if apart.reads(row.place, partial(trying.read, day, row, columns)):
            of_rows.read(day, row, columns)
    apart.require_enough()
    of_rows.temperatures.remark()
    return reading.parsed(NAME, answers)


def _text(gathering: Gathering, upload: Upload) -> str:
    if not tables_in(upload):
        return decoded(upload.content)
    member = _member(upload)
    if not member:
        raise PartMissing("table of days", "The zip file")
    for other in tables_in(upload):
        if other != member:
            gathering.leave_out(f"The table “{other}” of the zip", "the days are in another one")
    return table_text(upload, member)


class _Rows:
    """Reads one row after the other."""

    def __init__(
        self, reading: WordReading, named: dict[str, str], temperatures: TemperatureCells
    ) -> None:
        self.reading = reading
        self.gathering = reading.gathering
        self.named = named
        self.temperatures = temperatures

    def read(self, day: date, row: Row, columns: Columns) -> None:
        """Read one day."""
        named = self.named
        self._bleeding(day, row)
        if reading := row.get(named["temperature"]):
            disturbed = named["disturbed"] and ticked(row, named["disturbed"])
            flags = ["temperature_disturbed"] if disturbed else []
            self.temperatures.put(day, reading, named["temperature"], row.place, flags=flags)
        self._words(day, row, "Mucus", named["mucus"])
        self._words(day, row, "LH test", named["lh"])
        self._words(day, row, "Mood", named["mood"])
        self._words(day, row, "Symptoms", named["symptoms"])
        for column in _symptom_columns(columns):
            if ticked(row, column):
                self.reading.say(Word(day, row.place, "Symptoms", column))
        self.gathering.add_note(day, row.get(named["notes"]))
        for column in (columns.find(name) for name in _AS_WORDS):
            if plain_name(row.get(column)) not in _NOT_SAID:
                self.gathering.add_note(day, row.get(column), column)

    def _words(self, day: date, row: Row, heading: str, column: str) -> None:
        separators = str.maketrans({";": ",", "|": ","})
        for word in row.get(column).translate(separators).split(","):
            if plain_name(word) not in _NOT_SAID:
                self.reading.say(Word(day, row.place, heading, word.strip()))

    def _bleeding(self, day: date, row: Row) -> None:
        period, flow = (row.get(self.named[name]) for name in ("period", "flow"))
        is_period = plain_name(period) in _PERIOD
        amounts = [] if is_period or plain_name(period) in NO else [period]
        if plain_name(flow) in _NO_AMOUNT:
            if not is_period:
                self.gathering.leave_out(
                    f"A flow noted as “{in_short(flow)}”",
                    "the file does not say whether it was bleeding",
                )
        elif plain_name(flow) not in NO:
            amounts.append(flow)
        for amount in amounts:
            self.reading.say(Word(day, row.place, "Flow", amount))
        if is_period:
            self.reading.put(day, "bleeding", Bleeding.UNSPECIFIED, row.place)
        spotting = row.get(self.named["spotting"])
        if plain_name(spotting) in _SPOTTING:
            self.reading.put(day, "bleeding", Bleeding.SPOTTING, row.place)
        elif plain_name(spotting) not in NO:
            self.gathering.leave_out(
                f"Spotting noted as “{in_short(spotting)}”", "the word says neither yes nor no"
            )


def _symptom_columns(columns: Columns) -> list[str]:
    return [name for name in columns.names if WORDS.knows("symptoms", name)]


def _leave_out_columns(
    gathering: Gathering, columns: Columns, rows: list[Row], named: dict[str, str]
) -> None:
    for names, what, why in (
        (_ESTIMATES, "Fertility and ovulation", "the app calculates them; you did not note them"),
        (_COUNTED, "Cycle days and numbers", "the journal counts them itself"),
    ):
        found = [column for name in names if (column := columns.find(name))]
        if count := sum(any(row.get(column) for column in found) for row in rows):
            gathering.leave_out(what, why, count)
    read = [*named.values(), *_symptom_columns(columns)]
    read += [columns.find(name) for name in (*_ESTIMATES, *_COUNTED, *_AS_WORDS)]
    for column in unknown_columns(columns, read):
        if count := sum(plain_name(row.get(column)) not in NO for row in rows):
            gathering.leave_out(f"The column “{column}”", "the journal does not know it", count)


NATURAL_CYCLES: Final = Importer(
    name=NAME,
    how="the table, or the zip with it, from your data export in Natural Cycles",
    detects=_detects,
    read=_read,
)
