"""ovumcy's exports: the table and the JSON of the web version, and the JSON of the app.

By the code that writes them (ovumcy-web and ovumcy-app, version 3 of its backup); no real export
was read. `None` and `No` fill a row there and are never "not today". A cell that a spreadsheet
could calculate has an apostrophe in front, which is taken off again.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final

from journal.exchange.csv_cells import plain_cell
from journal.exchange.importing.errors import ColumnMissing, DayTwice, PartMissing, ValueUnreadable
from journal.exchange.importing.export_tables import (
    Columns,
    columns_in,
    plain_name,
    read_table,
    text_head,
    unknown_columns,
)
from journal.exchange.importing.gathering import Gathering, day_of
from journal.exchange.importing.json_files import JsonObject, document
from journal.exchange.importing.ovumcy_entries import OvumcyEntry, read_entries, word_reading
from journal.exchange.importing.parsed import Answers, Choices, Importer, Parsed
from journal.exchange.importing.rows_apart import RowsApart
from journal.exchange.importing.tables import Row
from journal.exchange.importing.upload import Upload, decoded
from journal.exchange.importing.yes_no import NO, ticked

NAME: Final = "ovumcy export"
_NEEDED: Final = frozenset({"date", "period", "flow", "breast tenderness", "back pain", "other"})
_SYMPTOMS: Final = (
    *("cramps", "headache", "acne", "mood", "bloating", "fatigue", "breast tenderness"),
    *("back pain", "nausea", "spotting", "irritability", "insomnia", "food cravings", "diarrhea"),
    *("constipation", "swelling"),
)
_CELLS: Final = ("sex activity", "cervical mucus", "lh test", "pregnancy test")
_OTHER_COLUMNS: Final = (
    *("date", "period", "flow", "mood rating", "cycle factors", "other", "notes", "uncertain"),
    *("bbt c", "bbt f", "bbt", "cycle start"),
)
# Parts of the app's backup the journal has no place for, or whose days it does not state.
_PARTS: Final = {
    "pregnancies": "Pregnancies",
    "kickSessions": "Kick counts",
    "contractionSessions": "Contractions",
    "postpartumRecords": "Weeks after a birth",
    "screeningResponses": "Answers to questionnaires",
}
_APP_BACKUP: Final = re.compile(r'\{\s*"app"\s*:\s*"ovumcy"')
_OF_THE_WEB: Final = {
    "period": "period",
    "mood": "mood_rating",
    "sex": "sex_activity",
    "mucus": "cervical_mucus",
    "lh_test": "lh_test",
    "pregnancy_test": "pregnancy_test",
    "uncertain": "is_uncertain",
}
_OF_THE_APP: Final = {
    "period": "isPeriod",
    "mood": "mood",
    "sex": "sexActivity",
    "mucus": "cervicalMucus",
    "lh_test": "lhTest",
    "pregnancy_test": "pregnancyTest",
    "uncertain": "isUncertain",
}
_MEASURES: Final = ("weightKg", "bpSystolic", "bpDiastolic")
_NO_PLACE: Final = "the journal has no place for it"


def _detects(upload: Upload) -> bool:
    if columns_in(upload).plain >= _NEEDED:
        return True
    head = text_head(upload).lstrip()
    of_the_web = head.startswith("{") and '"entries"' in head and '"other_symptoms"' in head
    return of_the_web or bool(_APP_BACKUP.match(head))


def _read(upload: Upload, choices: Choices) -> Parsed:
    reading = word_reading()
    gathering = reading.gathering
    text = decoded(upload.content)
    if text.lstrip().startswith("{"):
        entries = _json_entries(gathering, text)
    else:
        entries = _csv_entries(gathering, text)
    read_entries(reading, entries)
    return reading.parsed(NAME, Answers(choices))


def _csv_entries(gathering: Gathering, text: str) -> list[OvumcyEntry]:
    columns, rows = read_table(text)
    for name in _NEEDED:
        if not columns.find(name):
            raise ColumnMissing(name.capitalize())
    read = [columns.find(name) for name in (*_OTHER_COLUMNS, *_CELLS, *_SYMPTOMS)]
    for column in unknown_columns(columns, read):
        if count := sum(plain_name(row.get(column)) not in NO for row in rows):
            gathering.leave_out(f"The column “{column}”", _NO_PLACE, count)
    seen: dict[date, Row] = {}
    entries, apart = [], RowsApart(gathering)
    for row in rows:
        day = apart.dated(row.place, partial(_row_day, columns, row))
        if day is None or not apart.reads(row.place, partial(_row_entry, columns, row, day)):
            continue
        entry = _row_entry(columns, row, day)
        if entry.day not in seen:
            seen[entry.day] = row
            entries.append(entry)
        elif seen[entry.day].cells != row.cells:
            raise DayTwice(entry.day, row.line, seen[entry.day].line)
    apart.require_enough()
    return entries


def _row_day(columns: Columns, row: Row) -> date:
    return day_of(plain_cell(row.get(columns.find("date"))), row.place)


def _row_entry(columns: Columns, row: Row, day: date) -> OvumcyEntry:
    def cell(name: str) -> str:
        return plain_cell(row.get(columns.find(name)))

    bbt = columns.find("bbt c", "bbt f", "bbt")
    temperature, uncertain = row.get(bbt), columns.find("uncertain")
    ticks = [name for name in map(columns.find, _SYMPTOMS) if name and ticked(row, name)]
    return OvumcyEntry(
        day=day,
        place=row.place,
        period=ticked(row, columns.find("period")),
        flow=cell("flow"),
        mood=_mood(row.place, cell("mood rating")),
        sex=cell("sex activity"),
        temperature="" if plain_name(temperature) in NO else temperature,
        unit=bbt,
        mucus=cell("cervical mucus"),
        lh_test=cell("lh test"),
        pregnancy_test=cell("pregnancy test"),
        symptoms=[*ticks, *cell("other").split(";")],
        factors=cell("cycle factors").split(";"),
        note=cell("notes"),
        uncertain=bool(uncertain) and ticked(row, uncertain),
    )


def _mood(place: str, text: str) -> int | None:
    if text.removesuffix(".0") in {"", "0"}:
        return None
    if text.removesuffix(".0") not in {"1", "2", "3", "4", "5"}:
        raise ValueUnreadable(place, "mood", text, "a number from 1 to 5")
    return int(text.removesuffix(".0"))


def _json_entries(gathering: Gathering, text: str) -> list[OvumcyEntry]:
    root = document(text)
    if not isinstance(root, dict):
        raise PartMissing("entries")
    file = JsonObject("The file", root)
    if "dayLogs" in root:
        names = {
            item.text("id"): item.text("label") for item in file.objects("symptoms", "Symptom")
        }
        for part, words in _PARTS.items():
            if found := file.objects(part, words):
                gathering.leave_out(words, _NO_PLACE, len(found))
        return [_app_entry(gathering, item, names) for item in file.objects("dayLogs", "Day")]
    if "entries" not in root:
        raise PartMissing("entries")
    return [_web_entry(item) for item in file.objects("entries", "Entry")]


def _web_entry(item: JsonObject) -> OvumcyEntry:
    ticks = item.inner("symptoms")
    symptoms = [name.replace("_", " ") for name in ticks.fields if ticks.flag(name)]
    symptoms += _texts(item, "other_symptoms")
    return _json_entry(item, _OF_THE_WEB, symptoms, _texts(item, "cycle_factors"))


def _app_entry(gathering: Gathering, item: JsonObject, names: dict[str, str]) -> OvumcyEntry:
    for name in _MEASURES:
        if item.text(name):
            gathering.leave_out("Weight and blood pressure", _NO_PLACE)
    symptoms = [names.get(key) or key for key in _texts(item, "symptomIDs")]
    return _json_entry(item, _OF_THE_APP, symptoms, _texts(item, "cycleFactorKeys"))


def _json_entry(
    item: JsonObject, fields: Mapping[str, str], symptoms: Sequence[str], factors: Sequence[str]
) -> OvumcyEntry:
    """Read an entry; `fields` says what its fields are called."""
    return OvumcyEntry(
        day=item.day("date"),
        place=item.place,
        period=item.flag(fields["period"]),
        flow=item.text("flow"),
        mood=_mood(item.place, item.text(fields["mood"])),
        sex=item.text(fields["sex"]),
        temperature=_degrees(item),
        unit="BBT (C)",
        mucus=item.text(fields["mucus"]),
        lh_test=item.text(fields["lh_test"]),
        pregnancy_test=item.text(fields["pregnancy_test"]),
        symptoms=symptoms,
        factors=[factor.replace("_", " ") for factor in factors],
        note=item.text("notes"),
        uncertain=item.flag(fields["uncertain"]),
    )


def _degrees(item: JsonObject) -> str:
    """Return the temperature, which the app writes as 0 where none was taken."""
    return item.text("bbt") if item.number("bbt") else ""


def _texts(item: JsonObject, name: str) -> Sequence[str]:
    found = item.fields.get(name)
    if found is not None and not isinstance(found, list):
        raise item.unreadable(name, "a list")
    return [str(text) for text in found or [] if isinstance(text, str | int)]


OVUMCY: Final = Importer(
    name=NAME,
    how="the CSV or JSON ovumcy exports, from the web version or the app",
    detects=_detects,
    read=_read,
)
