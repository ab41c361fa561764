"""Menstrudel: its database as JSON, in a file for the days and one for each of its other parts.

What a level of flow means has changed twice, so the version of the database decides:

    db_version   below 5               5                          6 and above
    flow         light medium heavy    none light medium heavy    none spotting light medium heavy

The app cannot save a day without a flow, and before version 8 not without a level of pain: there
`none` may be what was chosen, or nothing at all.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from journal.domain.moments import WithWhom
from journal.exchange.importing.app_words import AppWords, Word, plain_words
from journal.exchange.importing.clock_times import time_of
from journal.exchange.importing.errors import PartMissing
from journal.exchange.importing.json_files import JsonObject, document, json_text
from journal.exchange.importing.parsed import Answers, Choices, Importer, Parsed
from journal.exchange.importing.upload import Upload, decoded
from journal.exchange.importing.word_reading import WordReading

NAME: Final = "Menstrudel"
WORDS: Final = AppWords("menstrudel", NAME)
_DAYS: Final = "period_logs"
_SEX: Final = "sexual_activity_logs"
# Files of their own that hold no day the journal could record.
_OTHERS: Final[Mapping[str, str]] = {
    "pill_intake": "Pills taken",
    "pill_regimen": "Plans for the pill",
    "pill_reminder": "Reminders of the pill",
    "larc_logs": "Long-acting contraception",
    "sanitary_product_logs": "Period products",
}
_PARTS: Final = tuple(re.compile(rf'"{part}"\s*:\s*\[') for part in (_DAYS, _SEX, *_OTHERS))
_VERSION: Final = re.compile(r'"db_version"\s*:')
_FLOWS_SINCE: Final[Mapping[int, Sequence[str]]] = {
    6: ("none", "spotting", "light", "medium", "heavy"),
    5: ("none", "light", "medium", "heavy"),
    0: ("light", "medium", "heavy"),
}
_PAIN_OPTIONAL_SINCE: Final = 8
_PAINS: Final = ("none", "mild", "moderate", "severe", "unbearable")
_COMPANY: Final = {"partner": WithWhom.PARTNER, "solo": WithWhom.SELF}
_TIME: Final = slice(len("2026-03-21T"), len("2026-03-21T09:30"))
_FILLED: Final = "Menstrudel writes it also where nothing was chosen"


def _detects(upload: Upload) -> bool:
    text = json_text(upload)
    versioned = text.startswith("{") and _VERSION.search(text) is not None
    return versioned and any(part.search(text) for part in _PARTS)


def _read(upload: Upload, choices: Choices) -> Parsed:
    whole = document(decoded(upload.content))
    if not isinstance(whole, dict):
        raise PartMissing(_DAYS, "The file")
    file = JsonObject("The file", whole)
    reading = WordReading(WORDS)
    gathering = reading.gathering
    version = file.number("db_version")
    if version is None:
        raise PartMissing("db_version", "The file")
    symptoms: dict[str, list[str]] = {}
    for row in file.objects("log_symptoms", "Symptom"):
        symptoms.setdefault(row.text("log_id_fk"), []).append(row.text("symptom"))
    for log in file.objects(_DAYS, "Log"):
        _read_log(reading, log, version)
        for words in symptoms.get(log.text("id"), []) or _written_in(log):
            reading.say(Word(log.day("date"), log.place, "symptom", words))
    for entry in file.objects(_SEX, "Intimate entry"):
        _read_sex(reading, entry)
    if periods := file.objects("periods", "Period"):
        why = "the days of bleeding are taken from the logs of the days"
        gathering.leave_out("Periods as a first and a last moment", why, len(periods))
    for part, words in _OTHERS.items():
        if found := file.objects(part, "Row"):
            gathering.leave_out(words, "the journal has no place for them", len(found))
    return reading.parsed(NAME, Answers(choices))


def _read_log(reading: WordReading, log: JsonObject, version: float) -> None:
    day = log.day("date")
    flows = next((flows for since, flows in _FLOWS_SINCE.items() if version >= since), ())
    flow, pain = _level(log, "flow", flows), _level(log, "painLevel", _PAINS)
    if flow == "none":
        reading.gathering.leave_out("No flow on a day with an entry", _FILLED)
    elif flow:
        reading.say(Word(day, log.place, "flow", flow))
    if pain == "none" and version < _PAIN_OPTIONAL_SINCE:
        reading.gathering.leave_out("No pain on a day with an entry", _FILLED)
    elif pain:
        reading.say(Word(day, log.place, "pain", pain))


def _level(log: JsonObject, name: str, words: Sequence[str]) -> str:
    """Return the word for a level; empty where none is noted."""
    level = log.number(name)
    if level is None:
        return ""
    if level not in range(len(words)):
        raise log.unreadable(name, "a level this version of the app has")
    return words[int(level)]


def _written_in(log: JsonObject) -> list[str]:
    """Return the symptoms that versions before 7 wrote into the log itself, as a list in a text."""
    if not (text := log.text("symptoms")):
        return []
    found = document(text)
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise log.unreadable("symptoms", "a list of words")
    return [plain_words(item) for item in found]


def _read_sex(reading: WordReading, entry: JsonObject) -> None:
    company = _COMPANY.get(entry.text("participation_type"))
    protection = entry.text("protection_type") if entry.flag("protection_used") else ""
    about = [
        entry.text("sex_type"),
        f"protection: {protection}" if protection else "",
        entry.text("note"),
    ]
    heading = "on my own" if company is WithWhom.SELF else "sex"
    words = ", ".join(filter(None, about)) or "noted"
    at = time_of(entry.text("date_time")[_TIME])
    reading.say(Word(entry.day("date_time"), entry.place, heading, words, at=at, company=company))


MENSTRUDEL: Final = Importer(
    name=NAME,
    how="one of the JSON files Menstrudel exports: its logs, or its intimate entries",
    detects=_detects,
    read=_read,
)
