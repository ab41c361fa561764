"""Fertility Friend's CSV: one row a day.

No real export was read: the columns have the names, several for each, that a program which reads
it looks for. Dates may have the day or the month first, temperatures either unit.
"""

from datetime import date
from typing import Final

from journal.domain.moments import Moment, WithWhom
from journal.exchange.importing.dated_rows import dated_rows
from journal.exchange.importing.errors import ColumnMissing
from journal.exchange.importing.export_tables import (
    Columns,
    columns_in,
    plain_name,
    read_table,
    unknown_columns,
)
from journal.exchange.importing.flow_words import Flow, carry_flow
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.parsed import (
    LEAVE_OUT,
    Answers,
    Choices,
    Importer,
    Parsed,
    QuestionKind,
)
from journal.exchange.importing.said_words import AppWords, Said, carry_words
from journal.exchange.importing.tables import Row
from journal.exchange.importing.temperature_cells import TemperatureCells
from journal.exchange.importing.upload import Upload, decoded
from journal.exchange.importing.yes_no import NO, YES

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
_SEX_KEY: Final = "fertility_friend.sex"
_LEFT_OUT: Final = "you chose to leave it out"


def _detects(upload: Upload) -> bool:
    columns = columns_in(upload)
    named = [name for name, names in _NAMES.items() if columns.find(*names)]
    return "date" in named and "temperature" in named and bool(columns.plain & _ITS_OWN)


def _read(upload: Upload, choices: Choices) -> Parsed:
    gathering, answers = Gathering(), Answers(choices)
    columns, rows = read_table(decoded(upload.content))
    named = {name: columns.find(*names) for name, names in _NAMES.items()}
    if not named["date"]:
        raise ColumnMissing("Date")
    wanted = _wants_sex(answers, rows, named["sex"])
    flows: list[Flow] = []
    said: list[Said] = []
    temperatures = TemperatureCells()
    for day, row in dated_rows(rows, named["date"], gathering, answers, WORDS.key):
        if reading := row.get(named["temperature"]):
            temperatures.put(gathering, day, reading, named["temperature"], row.place)
        said += _words(day, row, named)
        if plain_name(amount := row.get(named["flow"])) not in NO:
            flows.append(Flow(day, row.place, amount))
        _read_sex(gathering, day, row.get(named["sex"]), wanted=wanted)
        gathering.add_note(day, row.get(named["notes"]))
    carry_flow(WORDS, gathering, answers, flows)
    carry_words(WORDS, gathering, answers, said)
    temperatures.remark(gathering)
    _leave_out_columns(gathering, columns, rows, list(named.values()))
    return gathering.parsed(NAME, answers)


def _words(day: date, row: Row, named: dict[str, str]) -> list[Said]:
    cells = (
        ("Cervical fluid", row.get(named["mucus"])),
        ("Ovulation test", row.get(named["opk"])),
    )
    return [
        Said(day, row.place, group, _SIGNED.get(word, word), ask=False)
        for group, word in cells
        if word
    ]


def _wants_sex(answers: Answers, rows: list[Row], column: str) -> bool:
    """Ask before any date is read, so that it is asked also while the order of dates is open."""
    count = sum(plain_name(row.get(column)) in YES for row in rows)
    if not count:
        return True
    words = "Sex, as intimate moments"
    answer = answers.ask(_SEX_KEY, QuestionKind.MOMENT, words, default="yes", count=count)
    return answer != LEAVE_OUT


def _read_sex(gathering: Gathering, day: date, cell: str, *, wanted: bool) -> None:
    if plain_name(cell) in NO:
        return
    if plain_name(cell) not in YES:
        gathering.add_note(day, cell, "Sex")
        gathering.leave_out(
            "Sex noted in other words than yes and no", "it is kept as words in the day's note"
        )
    elif wanted:
        gathering.add_moment(Moment(day, "sex", with_whom=WithWhom.PARTNER))
    else:
        gathering.leave_out("Sex, as intimate moments", _LEFT_OUT)


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
