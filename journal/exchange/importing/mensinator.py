"""Mensinator: its database as JSON, a list of rows a table, every value written as text.

A day of bleeding is a row of `periods`; how much, and everything else, is a symptom the owner may
have named herself, with its days in `symptom_date`.
"""

import re
from typing import Final

from journal.domain.days import Bleeding
from journal.exchange.importing.app_words import AppWords, Word, plain_words
from journal.exchange.importing.errors import PartMissing
from journal.exchange.importing.json_files import JsonObject, document, json_text
from journal.exchange.importing.parsed import Answers, Choices, Importer, Parsed
from journal.exchange.importing.upload import Upload, decoded
from journal.exchange.importing.word_reading import WordReading

NAME: Final = "Mensinator"
WORDS: Final = AppWords("mensinator", NAME)
_TABLES: Final = tuple(
    re.compile(rf'"{table}"\s*:\s*\[') for table in ("periods", "symptoms", "symptom_date")
)
_FLOWS: Final = frozenset({"light flow", "medium flow", "heavy flow"})


def _detects(upload: Upload) -> bool:
    text = json_text(upload)
    return text.startswith("{") and all(table.search(text) for table in _TABLES)


def _read(upload: Upload, choices: Choices) -> Parsed:
    whole = document(decoded(upload.content))
    if not isinstance(whole, dict):
        raise PartMissing("periods", "The file")
    file = JsonObject("The file", whole)
    reading = WordReading(WORDS)
    for row in file.objects("periods", "Period day"):
        reading.put(row.day("date"), "bleeding", Bleeding.UNSPECIFIED, row.place)
    names = {row.text("id"): _name(row) for row in file.objects("symptoms", "Symptom")}
    for row in file.objects("symptom_date", "Symptom day"):
        day, name = row.day("symptom_date"), names.get(row.text("symptom_id"), "")
        reading.say(Word(day, row.place, "symptom", name))
        if not name:
            reading.gathering.leave_out(
                "A symptom without a name", "the file does not say which it is"
            )
    for row in file.objects("ovulations", "Ovulation"):
        reading.say(Word(row.day("date"), row.place, "ovulation", "noted by you"))
    if settings := file.objects("app_settings", "Setting"):
        reading.gathering.leave_out("Settings of the app", "the journal has its own", len(settings))
    return reading.parsed(NAME, Answers(choices))


def _name(row: JsonObject) -> str:
    """Return a symptom's name: her own as she wrote it, the app's in plain words."""
    name = row.text("symptom_name")
    return plain_words(name) if plain_words(name) in _FLOWS else name


MENSINATOR: Final = Importer(
    name=NAME,
    how="the JSON file Mensinator exports its data to",
    detects=_detects,
    read=_read,
)
