"""Clue: the list of measurements of its current export, and the days of its old `.cluedata`.

A measurement is `{type, id, date, value}`; `value` is one option, a list of options, a text or a
number with its unit as its name. An old file has a list of days, each with a field for a type.
A type may occur several times a day.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from journal.exchange.importing.app_words import AppWords, Word, plain_words
from journal.exchange.importing.archives import ZIP_START, read_member
from journal.exchange.importing.errors import PartMissing
from journal.exchange.importing.json_files import (
    JsonObject,
    document,
    first_fields,
    json_text,
    member_names,
    objects_of,
)
from journal.exchange.importing.parsed import Answers, Choices, Importer, Parsed
from journal.exchange.importing.temperatures import celsius
from journal.exchange.importing.upload import Upload, clean_text, decoded
from journal.exchange.importing.word_reading import WordReading

NAME: Final = "Clue"
WORDS: Final = AppWords("clue", NAME)
MEMBER: Final = "measurements.json"
_TEMPERATURES: Final = ("bbt", "temperature")
_UNITS: Final = ("celsius", "fahrenheit", "temperature", "value")
_NO_PLACE: Final = frozenset({"weight", "steps", "heart_rate", "resting_heart_rate"})
_MINUTES: Final = 60
_OLD_DAY: Final = re.compile(r'"day"\s*:\s*"\d{4}-\d{2}-\d{2}')
_UNCERTAIN: Final = "its value cannot be read with certainty"


def _detects(upload: Upload) -> bool:
    if MEMBER in member_names(upload):
        return True
    text = json_text(upload)
    old = text.startswith("{") and '"data"' in text and _OLD_DAY.search(text)
    return bool(old) or {"type", "date", "value"} <= first_fields(text)


def _read(upload: Upload, choices: Choices) -> Parsed:
    words = WordReading(WORDS)
    whole = document(decoded(_content(words, upload)))
    reading = _Reading(words)
    if isinstance(whole, list):
        for entry in objects_of(whole, "Entry"):
            reading.measurement(entry, entry.text("type"), entry.day("date"), entry.fields)
    elif isinstance(whole, dict) and isinstance(whole.get("data"), list):
        for entry in objects_of(whole["data"], "Day"):
            reading.old_day(entry)
    else:
        raise PartMissing("data", "The file")
    return words.parsed(NAME, Answers(choices))


def _content(reading: WordReading, upload: Upload) -> bytes:
    """Return the bytes of the measurements, out of the zip where there is one."""
    if not upload.head.startswith(ZIP_START):
        return upload.content
    for name in member_names(upload):
        if name != MEMBER:
            why = f"the journal reads only {MEMBER}"
            reading.gathering.leave_out(f"The file “{clean_text(name)}” of the zip", why)
    with upload.open() as file:
        return read_member(file, MEMBER)


class _Reading:
    """A file on its way to `Parsed`."""

    def __init__(self, reading: WordReading) -> None:
        self._reading = reading
        self._gathering = reading.gathering

    def old_day(self, entry: JsonObject) -> None:
        """Read a day of an old file; `period/light: true` is another way to write its fields."""
        day = entry.day("day")
        for name, value in entry.fields.items():
            kind, _, option = name.partition("/")
            if name == "day" or value in (None, False, "", []):
                continue
            inner = {"value": {"option": option}} if option else {"value": value}
            self.measurement(entry, kind, day, inner)

    def measurement(
        self, entry: JsonObject, kind: str, day: date, fields: Mapping[str, object]
    ) -> None:
        """Read one measurement; its value stands in `fields`."""
        value = fields.get("value")
        heading = plain_words(kind)
        inner = JsonObject(entry.place, value if isinstance(value, dict) else {"value": value})
        if kind in _TEMPERATURES:
            self._temperature(day, inner)
        elif kind == "sleep_duration":
            self._sleep(day, inner)
        elif kind == "notes":
            self._gathering.add_note(day, inner.text("text") or inner.text("value"))
        elif kind in _NO_PLACE:
            self._gathering.leave_out(heading.capitalize(), "the journal has no place for it")
        else:
            self._options(entry.place, kind, day, value)

    def _options(self, place: str, kind: str, day: date, value: object) -> None:
        found = 0
        for option in _options(value):
            found += 1
            # Her own words stay as she wrote them.
            words = clean_text(option) if kind == "tags" else plain_words(clean_text(option))
            self._reading.say(Word(day, place, plain_words(clean_text(kind)), words))
        if not found:
            self._gathering.leave_out(f"An entry under “{plain_words(kind)}”", _UNCERTAIN)

    def _temperature(self, day: date, inner: JsonObject) -> None:
        unit = next((unit for unit in _UNITS if inner.fields.get(unit) is not None), "")
        reading = inner.number(unit) if unit else None
        if reading is None:
            self._gathering.leave_out("A temperature", _UNCERTAIN)
            return
        flags = ["temperature_disturbed"] if inner.flag("excluded") else []
        self._reading.put(day, "temperature_c", celsius(reading), inner.place, flags=flags)

    def _sleep(self, day: date, inner: JsonObject) -> None:
        minutes = inner.number("minutes")
        if minutes is None:
            self._gathering.leave_out("Time slept", _UNCERTAIN)
        else:
            hours = round(minutes / _MINUTES, 2)
            self._reading.put(day, "sleep_hours", hours, inner.place)


def _options(value: object) -> Iterator[str]:
    """Return the options of a value, in whichever way it is written."""
    for item in value if isinstance(value, list) else [value]:
        option = item.get("option") if isinstance(item, dict) else item
        if isinstance(option, str) and option.strip():
            yield option
        elif option is True:  # an old file ticks some types without an option
            yield "yes"


CLUE: Final = Importer(
    name=NAME,
    how="the zip Clue makes of your data, its measurements.json, or an old .cluedata file",
    detects=_detects,
    read=_read,
)
