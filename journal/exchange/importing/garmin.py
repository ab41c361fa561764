"""Garmin: the daily logs and the cycles of women's health in an export of Garmin Connect.

Both are lists, in `DI_CONNECT/DI-Connect-Wellness`. A log is what was entered on a day. A cycle
mixes what was entered with what Garmin predicts; only the actual length of a period is taken, and
only on days no log speaks of.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

from journal.domain.days import Bleeding
from journal.exchange.importing.app_words import AppWords, Word, plain_words
from journal.exchange.importing.archives import read_members
from journal.exchange.importing.errors import PartMissing
from journal.exchange.importing.json_files import (
    JsonObject,
    document,
    first_fields,
    json_text,
    member_names,
    objects_of,
)
from journal.exchange.importing.parsed import Answers, Choices, Going, Importer, Parsed
from journal.exchange.importing.periods import LONGEST_PERIOD_DAYS
from journal.exchange.importing.upload import Upload, clean_text, decoded
from journal.exchange.importing.word_reading import WordReading

NAME: Final = "Garmin"
WORDS: Final = AppWords("garmin", NAME)
LOGS: Final = "_DailyMenstrualLogs.json"
CYCLES: Final = "_MenstrualCycles.json"
_ENTERED: Final = frozenset({"flow", "symptoms", "moods", "ovulationDay"})
_LENGTHS: Final = frozenset({"predictedPeriodLength", "actualPeriodLength"})
_LISTS: Final = {"symptoms": "symptom", "moods": "mood"}
_NAMES: Final = ("name", "type", "symptom", "mood", "value")
# Bookkeeping of Garmin's, nothing anybody entered.
_TECHNICAL: Final = ("calendardate", "userprofilepk", "id", "timestamp", "version")
_LATEST: Final = date.max - timedelta(days=LONGEST_PERIOD_DAYS)
_UNCERTAIN: Final = "its value cannot be read with certainty"


def _detects(upload: Upload) -> bool:
    if _members(upload):
        return True
    fields = first_fields(json_text(upload))
    return _is_log(fields) or _is_cycle(fields)


def _members(upload: Upload) -> list[str]:
    return [name for name in member_names(upload) if _is_member(name)]


def _is_member(name: str) -> bool:
    return name.endswith((LOGS, CYCLES))


def _is_log(fields: Iterable[str]) -> bool:
    found = set(fields)
    return "calendarDate" in found and bool(found & _ENTERED)


def _is_cycle(fields: Iterable[str]) -> bool:
    found = set(fields)
    return "startDate" in found and bool(found & _LENGTHS)


def _read(upload: Upload, choices: Choices) -> Parsed:
    return _parsed(_entries(upload), _others(upload), choices)


def _begin(upload: Upload) -> Going:
    """Take the logs and cycles out of a zip that holds everything the watch measured."""
    yield 0, upload.size
    entries, others = _entries(upload), _others(upload)
    return partial(_parsed, entries, others)


def _others(upload: Upload) -> int:
    return sum(not _is_member(name) for name in member_names(upload))


def _parsed(entries: Sequence[JsonObject], others: int, choices: Choices) -> Parsed:
    reading = WordReading(WORDS)
    if others:
        why = "the journal reads only those of the cycle"
        reading.gathering.leave_out("Other files of the zip", why, others)
    logs = [entry for entry in entries if "calendarDate" in entry.fields]
    spoken_of = {log.day("calendarDate") for log in logs if WORDS.knows("flow", log.text("flow"))}
    for log in logs:
        _read_log(reading, log)
    for cycle in entries:
        if "calendarDate" not in cycle.fields:
            _read_cycle(reading, cycle, spoken_of)
    return reading.parsed(NAME, Answers(choices))


def _entries(upload: Upload) -> list[JsonObject]:
    """Return the logs and cycles of a file, or of all files of a zip."""
    if not _members(upload):
        return _listed(document(decoded(upload.content)), "Entry")
    with upload.open() as file:
        members = sorted(read_members(file, _is_member))
    entries = []
    for name, content in members:
        entries += _listed(document(decoded(content)), f"“{clean_text(name)}”: entry")
    return entries


def _listed(whole: object, each: str) -> list[JsonObject]:
    if not isinstance(whole, list):
        raise PartMissing("list", "The file")
    return objects_of(whole, each)


def _read_log(reading: WordReading, log: JsonObject) -> None:
    gathering = reading.gathering
    day, place = log.day("calendarDate"), log.place
    reading.say(Word(day, place, "flow", plain_words(log.text("flow"))))
    for name, heading in _LISTS.items():
        found = log.fields.get(name)
        for item in found if isinstance(found, list) else [found] if found else []:
            if words := _words(item):
                reading.say(Word(day, place, heading, plain_words(clean_text(words))))
            else:
                gathering.leave_out(f"A {heading}", _UNCERTAIN)
    if log.fields.get("ovulationDay") not in (None, False, "", 0, "false"):
        reading.say(Word(day, place, "ovulation", "noted by you"))
    gathering.add_note(day, log.text("notes"))
    for name, value in log.fields.items():
        known = name in _ENTERED or name == "notes" or name.lower().endswith(_TECHNICAL)
        if not known and value not in (None, False, "", [], {}):
            gathering.leave_out(f"The field “{clean_text(name)}”", "the journal does not know it")


def _words(item: object) -> str:
    """Return what a symptom or a mood is called, whether it is a word or has one."""
    if isinstance(item, dict):
        item = next((item[name] for name in _NAMES if isinstance(item.get(name), str)), "")
    return item if isinstance(item, str) else ""


def _read_cycle(reading: WordReading, cycle: JsonObject, spoken_of: set[date]) -> None:
    gathering = reading.gathering
    start = cycle.day("startDate")
    said = f"{cycle.text('status')} {cycle.text('cycleType')}".upper()
    length = cycle.number("actualPeriodLength")
    if cycle.fields.get("fertileWindowStart"):
        gathering.leave_out("Fertile days", "Garmin calculates them; you did not note them")
    if cycle.fields.get("hormonalContraception") not in (None, False, "", "NONE", "none"):
        why = "only you know from when to when; you can enter it as a context"
        gathering.leave_out("Hormonal contraception, as Garmin has it", why)
    if "PREGNAN" in said:
        why = "the file does not say from when to when; you can enter it as a context"
        gathering.leave_out(f"A pregnancy, in the cycle that began on {start.isoformat()}", why)
    elif "PREDICT" in said or not length:
        gathering.leave_out("Cycles Garmin predicts", "a prediction is no record")
    elif not 1 <= length <= LONGEST_PERIOD_DAYS or start > _LATEST:
        gathering.leave_out("A period of a length nobody has", _UNCERTAIN)
    else:
        for number in range(int(length)):
            if (day := start + timedelta(days=number)) not in spoken_of:
                reading.put(day, "bleeding", Bleeding.UNSPECIFIED, cycle.place)


GARMIN: Final = Importer(
    name=NAME,
    how="the zip of your Garmin data, or its files DailyMenstrualLogs and MenstrualCycles",
    detects=_detects,
    read=_read,
    begin=_begin,
)
