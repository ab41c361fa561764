"""Fertility Friend's CSV: one row a day.

No real export was read: the columns have the names, several for each, that a program which reads
it looks for. Dates may have the day or the month first, temperatures either unit.
"""

from typing import Final

from journal.exchange.importing.app_words import AppWords, Word
from journal.exchange.importing.dated_rows import dated_rows
from journal.exchange.importing.errors import ColumnMissing
from journal.exchange.importing.export_tables import (
    Columns,
    columns_in,
    plain_name,
    read_table,
    unknown_columns,
)
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.parsed import Answers, Choices, Importer, Parsed
from journal.exchange.importing.tables import Row
from journal.exchange.importing.temperature_cells import TemperatureCells
from journal.exchange.importing.upload import Upload, decoded
from journal.exchange.importing.word_reading import WordReading
from journal.exchange.importing.yes_no import NO

NAME: Final = "Fertility Friend CSV"
WORDS: Final = AppWords("fertility_friend", "Fertility Friend")
_NAMES: Final = {
    "date": ("date",),
    "temperature": ("temp", "temp c", "temp f", "temperature", "bbt", "bbt c", "bbt f"),
    "mucus": ("cervical fluid", "cervical mucus", "cf", "cm", "fluid"),
    "opk": ("opk", "ovulation test", "lh test"),
    "sex": ("intercourse", "bd", "sex"),
    "flow": ("menses", "flow", "period", "menstruation"),
    "notes": ("notes", "note", "comments", "memo"),
}
# Names that tell it from other tables with a date and a temperature.
_ITS_OWN: Final = frozenset({"cervical fluid", "cf", "cm", "opk", "intercourse", "bd", "menses"})
_SIGNED: Final = {"-": "negative", "−": "negative", "+": "positive"}
_HEADINGS: Final = {
    "mucus": "Cervical fluid",
    "opk": "Ovulation test",
    "flow": "Flow",
    "sex": "Sex",
}
_FILLED: Final = {"flow": NO, "sex": NO}


def _detects(upload: Upload) -> bool:
    columns = columns_in(upload)
    named = [name for name, names in _NAMES.items() if columns.find(*names)]
    return "date" in named and "temperature" in named and bool(columns.plain & _ITS_OWN)


def _read(upload: Upload, choices: Choices) -> Parsed:
    reading, answers = WordReading(WORDS), Answers(choices)
    gathering = reading.gathering
    columns, rows = read_table(decoded(upload.content))
    named = {name: columns.find(*names) for name, names in _NAMES.items()}
    if not named["date"]:
        raise ColumnMissing("Date")
    temperatures = TemperatureCells(reading)
    for day, row in dated_rows(rows, named["date"], gathering, answers, WORDS.key):
        if degrees := row.get(named["temperature"]):
            temperatures.put(day, degrees, named["temperature"], row.place)
        for name, heading in _HEADINGS.items():
            word = _SIGNED.get(row.get(named[name]), row.get(named[name]))
            if plain_name(word) not in _FILLED.get(name, ()):
                reading.say(Word(day, row.place, heading, word, about=""))
        gathering.add_note(day, row.get(named["notes"]))
    temperatures.remark()
    _leave_out_columns(gathering, columns, rows, list(named.values()))
    return reading.parsed(NAME, answers)


def _leave_out_columns(
    gathering: Gathering, columns: Columns, rows: list[Row], read: list[str]
) -> None:
    for column in unknown_columns(columns, read):
        if count := sum(bool(row.get(column)) for row in rows):
            gathering.leave_out(f"The column “{column}”", "the journal does not know it", count)


FERTILITY_FRIEND: Final = Importer(
    name=NAME,
    how="the table Fertility Friend exports your charts to",
    detects=_detects,
    read=_read,
)
