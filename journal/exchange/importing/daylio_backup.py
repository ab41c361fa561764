"""Daylio's backup (`.daylio`): a zip whose `backup.daylio` is JSON written as base64.

Months count from 0. An entry's own year, month, day, hour and minute are the person's; the instant
beside them is never converted. Mood group 1 is the best, 5 the worst.
"""

import base64
import binascii
from datetime import date, time
from typing import Any, Final

from journal.exchange.importing.archives import ZIP_START, read_member
from journal.exchange.importing.daylio_entries import (
    RATING_BY_GROUP,
    STANDARD_MOODS,
    DaylioEntry,
    MoodName,
    opened,
    parsed_entries,
)
from journal.exchange.importing.errors import (
    BackupUnreadable,
    DateUnreadable,
    PartMissing,
    TooManyLines,
)
from journal.exchange.importing.gathering import EARLIEST_YEAR, Gathering
from journal.exchange.importing.json_files import document
from journal.exchange.importing.parsed import LEAVE_OUT, Choices, Importer, Parsed
from journal.exchange.importing.tables import MOST_ROWS
from journal.exchange.importing.upload import Upload, clean_text

NAME: Final = "Daylio backup"
MEMBER: Final = "backup.daylio"
_NAME_BY_GROUP: Final = {group: name for name, group in STANDARD_MOODS.items()}
_NOT_OURS: Final = {
    "assets": "Photos and recordings",
    "goals": "Goals",
    "goalEntries": "Goal entries",
    "scales": "Scales of the backup",
}


def _detects(upload: Upload) -> bool:
    return upload.content.startswith(ZIP_START) and MEMBER.encode() in upload.content


def _read(upload: Upload, choices: Choices) -> Parsed:
    whole = _document(read_member(upload.content, MEMBER))
    file = opened(choices)
    moods = {mood.key: mood for mood in map(_mood, _objects(whole, "customMoods"))}
    tags = {_key(tag.get("id")): _text(tag, "name") for tag in _objects(whole, "tags")}
    found = _objects(whole, "dayEntries")
    if len(found) > MOST_ROWS:
        raise TooManyLines(MOST_ROWS)
    entries = [_entry(number, entry, tags) for number, entry in enumerate(found, start=1)]
    for entry in entries:
        # A mood the backup does not describe is asked about under its number.
        moods.setdefault(entry.mood, MoodName(entry.mood, f"mood {entry.mood}", LEAVE_OUT))
    _leave_out(file.gathering, whole)
    # Sorted newest first, as the CSV is: what follows relies on one order.
    entries.sort(key=lambda entry: (entry.day, entry.at or time.min), reverse=True)
    return parsed_entries(NAME, file, entries, moods)


def _document(content: bytes) -> dict[str, Any]:
    try:
        raw = base64.b64decode(content.translate(None, b" \t\r\n"), validate=True)
    except binascii.Error:
        raise BackupUnreadable(
            1, len(content), "its base64 text does not end as it should"
        ) from None
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        raise BackupUnreadable(1, error.start + 1, "no UTF-8 text") from None
    whole = document(text)
    if not isinstance(whole, dict):
        raise PartMissing("dayEntries")
    return whole


def _objects(whole: dict[str, Any], part: str) -> list[dict[str, Any]]:
    found = whole.get(part)
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise PartMissing(part)
    return found


def _mood(found: dict[str, Any]) -> MoodName:
    group = found.get("mood_group_id")
    default = RATING_BY_GROUP.get(group, LEAVE_OUT) if isinstance(group, int) else LEAVE_OUT
    standard = found.get("predefined_name_id")
    named = _NAME_BY_GROUP.get(standard) if isinstance(standard, int) else None
    key = _key(found.get("id"))
    words = _text(found, "custom_name") or named or f"mood {clean_text(key)}"
    return MoodName(key, words, default)


def _entry(number: int, found: dict[str, Any], tags: dict[str, str]) -> DaylioEntry:
    place = f"Entry {number} of the backup"
    marks = found.get("tags") or []
    if not isinstance(marks, list) or "mood" not in found:
        raise PartMissing("tags" if "mood" in found else "mood", place)
    names = (tags.get(_key(mark), "") for mark in marks)
    return DaylioEntry(
        place=place,
        day=_day(found, place),
        at=_time(found),
        mood=_key(found["mood"]),
        title=_text(found, "note_title"),
        note=_text(found, "note"),
        activities=[name for name in names if name],
    )


def _day(found: dict[str, Any], place: str) -> date:
    parts = [found.get(name) for name in ("year", "month", "day")]
    year, month, day = (part if type(part) is int else -1 for part in parts)
    try:
        read = date(year, month + 1, day)  # months count from 0
    except (ValueError, OverflowError):
        shown = (parts[0], month + 1 if type(parts[1]) is int else parts[1], parts[2])
        raise DateUnreadable(place, "-".join(_key(part)[:8] for part in shown)) from None
    if read.year < EARLIEST_YEAR:
        raise DateUnreadable(place, read.isoformat())
    return read


def _time(found: dict[str, Any]) -> time | None:
    hour, minute = found.get("hour"), found.get("minute")
    try:
        return time(hour, minute) if type(hour) is int and type(minute) is int else None
    except (ValueError, OverflowError):
        return None


def _key(value: object) -> str:
    """Return an id as text; anything else in its place is none."""
    return clean_text(str(value)) if isinstance(value, int | str) else ""


def _text(found: dict[str, Any], name: str) -> str:
    text = found.get(name)
    return clean_text(text) if isinstance(text, str) else ""


def _leave_out(gathering: Gathering, whole: dict[str, Any]) -> None:
    for part, words in _NOT_OURS.items():
        found = whole.get(part)
        if isinstance(found, list) and found:
            gathering.leave_out(words, "the journal has no place for them", len(found))


DAYLIO_BACKUP: Final = Importer(
    name=NAME,
    how="the .daylio file of Daylio’s own backup",
    detects=_detects,
    read=_read,
)
