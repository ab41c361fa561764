"""Flo: the JSON of the zip it sends on request.

`operationalData` holds the cycles, a list of single events, one of repeated events and the notes;
an event list may also stand in `pointEventsManualData`, under its name or without. The person's own
day is `local_date`, or `date` without one, of both the first ten characters. What is marked as
deleted is passed over.
"""

import json
import re
from typing import Final

from journal.exchange.importing.app_words import AppWords, Word, in_short, plain_words
from journal.exchange.importing.errors import PartMissing
from journal.exchange.importing.flo_periods import read_periods
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.json_files import JsonObject, document, json_text
from journal.exchange.importing.parsed import Answers, Choices, Importer, Parsed
from journal.exchange.importing.temperatures import celsius
from journal.exchange.importing.upload import Upload, decoded
from journal.exchange.importing.word_reading import WordReading

NAME: Final = "Flo"
WORDS: Final = AppWords("flo", NAME)
MAIN: Final = "operationalData"
EVENTS: Final = "point_events_manual_v2"
REPEATED: Final = "repeatable_child_point_events"
ALSO: Final = "pointEventsManualData"
_MAIN_KEY: Final = re.compile(r'"operationalData"\s*:\s*\{|"pointEventsManualData"\s*:\s*[\[{]')
_KNOWN: Final = frozenset({MAIN, ALSO, "cycles", EVENTS, REPEATED, "notes"})
_NOTHING: Final = frozenset({"", "n a"})  # how Flo writes that there is no subcategory
_WAKING: Final = frozenset({"", "basal"})


def _detects(upload: Upload) -> bool:
    text = json_text(upload)
    return text.startswith("{") and _MAIN_KEY.search(text) is not None


def _read(upload: Upload, choices: Choices) -> Parsed:
    whole = document(decoded(upload.content))
    if not isinstance(whole, dict):
        raise PartMissing(MAIN, "The file")
    file = JsonObject("The file", whole)
    main = file.inner(MAIN)
    reading = WordReading(WORDS)
    gathering = reading.gathering
    read_periods(reading, _present(gathering, main.objects("cycles", "Cycle")))
    for event in _present(gathering, _events(file, main)):
        _read_event(reading, event)
    for event in _present(gathering, main.objects(REPEATED, "Repeated event")):
        _read_event(reading, event)
    for note in _present(gathering, main.objects("notes", "Note")):
        if text := note.text("text"):
            gathering.add_note(_local(note).day("date"), text)
    for name, part in [*file.fields.items(), *main.fields.items()]:
        if name not in _KNOWN and isinstance(part, list | dict) and part:
            what = f"The part “{in_short(name)}”"
            gathering.leave_out(what, "the journal does not know it", len(part))
    return reading.parsed(NAME, Answers(choices))


def _events(file: JsonObject, main: JsonObject) -> list[JsonObject]:
    """Return the single events of both places; one that stands in both is one event."""
    events = main.objects(EVENTS, "Event")
    beside = file.fields.get(ALSO)
    within = JsonObject("The file", {EVENTS: beside}) if isinstance(beside, list) else None
    also = (within or file.inner(ALSO)).objects(EVENTS, "Manual event")
    if not events or not also:
        return events or also
    seen = {json.dumps(event.fields, sort_keys=True) for event in events}
    return events + [
        event for event in also if json.dumps(event.fields, sort_keys=True) not in seen
    ]


def _present(gathering: Gathering, found: list[JsonObject]) -> list[JsonObject]:
    """Return what is not marked as deleted."""
    present = [entry for entry in found if not entry.flag("deleted")]
    if deleted := len(found) - len(present):
        gathering.leave_out("Entries deleted in Flo", "they are marked as deleted", deleted)
    return present


def _local(entry: JsonObject) -> JsonObject:
    """Return an entry whose `date` is the person's own day."""
    own = entry.text("local_date")
    return JsonObject(entry.place, {**entry.fields, "date": own}) if own else entry


def _read_event(reading: WordReading, event: JsonObject) -> None:
    day, place = _local(event).day("date"), event.place
    heading, words = plain_words(event.text("category")), plain_words(event.text("subcategory"))
    words = "" if words in _NOTHING else words
    about = event.inner("properties")
    if heading == "temperature" and words in _WAKING:
        degrees = about.number("value")
        if degrees is None:
            reading.gathering.leave_out("A temperature", "its value cannot be read with certainty")
        else:
            reading.put(day, "temperature_c", celsius(degrees), place)
    elif heading == "medication" and "missed_pill" in about.fields:
        taken = "missed" if about.flag("missed_pill") else "taken"
        reading.say(Word(day, place, heading, f"{words or 'pill'}, {taken}"))
    elif words:
        reading.say(Word(day, place, heading or "noted", words))
    else:
        what = heading.capitalize() or "An event without a name"
        reading.gathering.leave_out(what, "the journal has no place for it")


FLO: Final = Importer(
    name=NAME,
    how="the JSON file in the zip Flo sends when you ask for your data; unpack it first",
    detects=_detects,
    read=_read,
)
