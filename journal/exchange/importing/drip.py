"""drip's CSV: one row a day, columns `group.field`, any of them in any order.

Written from the meaning of the columns in drip's code (schema 4 and its CSV export). A tick box
that is `false` is drip's way of filling a row, never "not today". `isCycleStart` is left aside:
the journal derives onsets itself.
"""

from collections.abc import Collection
from datetime import date
from functools import partial
from typing import Final

from journal.domain.days import Bleeding, Mucus
from journal.exchange.importing.app_words import AppWords, Word, plain_words
from journal.exchange.importing.errors import DayTwice, FileUnreadable, ValueUnreadable
from journal.exchange.importing.gathering import Gathering, day_of
from journal.exchange.importing.mapped_csv import number_in
from journal.exchange.importing.parsed import Answers, Choices, Importer, Parsed
from journal.exchange.importing.rows_apart import RowsApart
from journal.exchange.importing.tables import Row, columns_of, read_rows
from journal.exchange.importing.upload import Upload, decoded
from journal.exchange.importing.word_reading import WordReading

NAME: Final = "drip CSV"
WORDS: Final = AppWords("drip", "drip")
_BLEEDING: Final = {
    "0": Bleeding.SPOTTING,
    "1": Bleeding.LIGHT,
    "2": Bleeding.MEDIUM,
    "3": Bleeding.HEAVY,
}
# Our steps of mucus, by drip's code of the symptothermal method (t, Ø, f, S, S+).
_MUCUS: Final = (Mucus.DRY, Mucus.NOTHING, Mucus.WET, Mucus.CREAMY, Mucus.EGG_WHITE)
_MUCUS_CODES: Final = ("0", "1", "2", "3", "4")
_FEELING_RANK: Final = {"0": 0, "1": 1, "2": 2, "3": 4}  # dry, nothing, wet, slippery
_TEXTURE_RANK: Final = {"0": 0, "1": 3, "2": 4}  # nothing, creamy, egg white
_DESIRE: Final = {"0": "low", "1": "medium", "2": "high"}
_TICK_BOXES: Final = frozenset({"pain", "mood"})
_TICKS: Final = {"true": True, "false": False, "": False}
_CONTRACEPTION: Final = (
    "condom", "pill", "iud", "patch", "ring", "implant", "diaphragm", "none", "other",
)  # fmt: skip
_NOTE_HEADINGS: Final = {
    "temperature.note": "Temperature",
    "pain.note": "Pain",
    "mood.note": "Mood",
}
_GROUPS: Final = frozenset(
    {"bleeding", "temperature", "mucus", "cervix", "note", "desire", "sex", "pain", "mood"}
)
_NO_PLACE: Final = "the journal has no place for it"


def _detects(upload: Upload) -> bool:
    try:
        columns = columns_of(decoded(upload.content))
    except FileUnreadable:
        return False
    groups = {column.partition(".")[0] for column in columns if "." in column}
    return "full_date" not in columns and bool(groups & _GROUPS)


def _read(upload: Upload, choices: Choices) -> Parsed:
    reading = WordReading(WORDS)
    apart = RowsApart(reading.gathering)
    seen: dict[date, Row] = {}
    for row in read_rows(decoded(upload.content), ["date"]):
        day = apart.dated(row.place, partial(day_of, row.get("date"), row.place))
        if day is None:
            continue
        if day not in seen:
            seen[day] = row
            if apart.reads(row.place, partial(_read_row, WordReading(WORDS), day, row)):
                _read_row(reading, day, row)
        elif seen[day].cells != row.cells:
            raise DayTwice(day, row.line, seen[day].line)
    apart.require_enough()
    reading.gathering.remarks.append(
        "drip writes all text in lower case; notes come as they stand in the file."
    )
    return reading.parsed(NAME, Answers(choices))


def _read_row(reading: WordReading, day: date, row: Row) -> None:
    gathering = reading.gathering
    gathering.add_note(day, row.get("note.value"))
    _read_bleeding(reading, day, row)
    _read_temperature(reading, day, row)
    _read_mucus(reading, day, row)
    if code := _code(row, "desire.value", _DESIRE):
        reading.say(Word(day, row.place, "desire", _DESIRE[code]))
    _read_tick_boxes(reading, day, row)
    _read_sex(reading, day, row)
    for column, heading in _NOTE_HEADINGS.items():
        gathering.add_note(day, row.get(column), heading)
    _read_rest(gathering, row)


def _read_bleeding(reading: WordReading, day: date, row: Row) -> None:
    flags = ["not_my_period"] if _ticked(row, "bleeding.exclude") else []
    if code := _code(row, "bleeding.value", _BLEEDING):
        reading.put(day, "bleeding", _BLEEDING[code], row.place, flags=flags)


def _read_temperature(reading: WordReading, day: date, row: Row) -> None:
    flags = ["temperature_disturbed"] if _ticked(row, "temperature.exclude") else []
    if row.get("temperature.time"):
        reading.gathering.leave_out("The time of a temperature reading", _NO_PLACE)
    if text := row.get("temperature.value"):
        if (degrees := number_in(text)) is None:
            expected = "a number of degrees Celsius"
            problem = ValueUnreadable(row.place, "temperature.value", text, expected)
            reading.gathering.leave_value_out(row.place, problem.why)
        else:
            reading.put(day, "temperature_c", degrees, row.place, flags=flags)


def _read_mucus(reading: WordReading, day: date, row: Row) -> None:
    excluded = _ticked(row, "mucus.exclude")
    feeling = _code(row, "mucus.feeling", _FEELING_RANK)
    texture = _code(row, "mucus.texture", _TEXTURE_RANK)
    computed = _code(row, "mucus.value", _MUCUS_CODES)
    if not (feeling or texture or computed):
        return
    if excluded:
        reading.gathering.leave_out(
            "Mucus marked as excluded", "the journal cannot mark it as unreliable, as drip does"
        )
        return
    if feeling:
        rank = max(_FEELING_RANK[feeling], _TEXTURE_RANK.get(texture, 0))
    elif texture:
        rank = _TEXTURE_RANK[texture] or _MUCUS.index(Mucus.NOTHING)
    else:
        rank = int(computed)
    reading.put(day, "mucus", _MUCUS[rank], row.place)


def _read_tick_boxes(reading: WordReading, day: date, row: Row) -> None:
    for column in row.cells:
        heading, _, name = column.partition(".")
        known = heading in _TICK_BOXES and WORDS.knows(heading, name)
        if known and _ticked(row, column):
            reading.say(Word(day, row.place, heading, plain_words(name)))


def _read_sex(reading: WordReading, day: date, row: Row) -> None:
    used = [name for name in _CONTRACEPTION if _ticked(row, f"sex.{name}")]
    with_partner, solo = _ticked(row, "sex.partner"), _ticked(row, "sex.solo")
    about = [f"Contraception: {', '.join(used)}"] if used else []
    text = "\n".join([*about, *filter(None, [row.get("sex.note")])])
    if not with_partner and not solo:
        reading.gathering.add_note(day, text, "Sex")
    if with_partner:
        reading.say(Word(day, row.place, "sex", "with partner", about=text))
    if solo:
        alone = "" if with_partner else text
        reading.say(Word(day, row.place, "sex", "on my own", about=alone))


def _read_rest(gathering: Gathering, row: Row) -> None:
    cervix = ("cervix.opening", "cervix.firmness", "cervix.position")
    if any(row.get(column) for column in cervix):
        gathering.leave_out("The cervix", _NO_PLACE)
    for column, cell in row.cells.items():
        known = column in {"date", "isCycleStart"} or column.partition(".")[0] in _GROUPS
        if not known and cell.strip():
            gathering.leave_out(f"The column “{column}”", "the journal does not know it")


def _code(row: Row, column: str, codes: Collection[str]) -> str:
    text = _number(row, column)
    if text and text not in codes:
        raise ValueUnreadable(row.place, column, text, f"one of {', '.join(codes)}")
    return text


def _number(row: Row, column: str) -> str:
    return row.get(column).removesuffix(".0")  # a spreadsheet on the way may have made it 2.0


def _ticked(row: Row, column: str) -> bool:
    text = row.get(column)
    if (ticked := _TICKS.get(text.lower())) is None:
        raise ValueUnreadable(row.place, column, text, "true, false or nothing")
    return ticked


DRIP_CSV: Final = Importer(
    name=NAME,
    how="the table drip exports your data to",
    detects=_detects,
    read=_read,
)
