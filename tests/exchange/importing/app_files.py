"""Files as other apps write them, invented; each shows only what matters to the claim."""

import base64
import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from journal.domain.journal import DayChanges
from journal.exchange.importing.formats import importer_for
from journal.exchange.importing.parsed import NO_CHOICES, Choices, Parsed
from journal.exchange.importing.upload import Upload

TODAY = date(2026, 6, 30)
DRIP_COLUMNS = (
    *("date", "temperature.value", "temperature.exclude", "temperature.time", "temperature.note"),
    *("bleeding.value", "bleeding.exclude", "mucus.feeling", "mucus.texture", "mucus.value"),
    *("mucus.exclude", "cervix.opening", "cervix.firmness", "cervix.position", "cervix.exclude"),
    *("note.value", "desire.value", "sex.solo", "sex.partner", "sex.condom", "sex.pill"),
    *("sex.iud", "sex.patch", "sex.ring", "sex.implant", "sex.diaphragm", "sex.none", "sex.other"),
    *("sex.note", "pain.cramps", "pain.ovulationPain", "pain.headache", "pain.backache"),
    *("pain.nausea", "pain.tenderBreasts", "pain.migraine", "pain.other", "pain.note"),
    *("mood.happy", "mood.sad", "mood.stressed", "mood.balanced", "mood.fine", "mood.anxious"),
    *("mood.energetic", "mood.fatigue", "mood.angry", "mood.other", "mood.note"),
)
DAYLIO_COLUMNS = (
    *("full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note"),
)
STANDARD_MOODS = [
    {"id": group, "custom_name": "", "mood_group_id": group, "predefined_name_id": group}
    for group in range(1, 6)
]


def drip(*rows: Mapping[str, str], columns: Sequence[str] = DRIP_COLUMNS) -> bytes:
    """Write drip's CSV, one mapping a row; columns that are not named stay empty."""
    lines = [",".join(columns)]
    lines += [",".join(row.get(column, "") for column in columns) for row in rows]
    return "\n".join(lines).encode()


def daylio(
    *rows: Mapping[str, str], columns: Sequence[str] = DAYLIO_COLUMNS, delimiter: str = ","
) -> bytes:
    """Write Daylio's CSV, one mapping an entry."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows({"full_date": "2026-03-05", "mood": "good", **row} for row in rows)
    return text.getvalue().encode()


def backup_document(*entries: Mapping[str, Any], **parts: Any) -> dict[str, Any]:
    """Describe a Daylio backup as its JSON."""
    day = {"year": 2026, "month": 2, "day": 5, "hour": 20, "minute": 15, "mood": 2, "tags": []}
    return {
        "version": 15,
        "customMoods": STANDARD_MOODS,
        "tags": [{"id": 7, "name": "a long walk"}],
        "dayEntries": [{**day, "note": "", "note_title": "", **entry} for entry in entries],
        **parts,
    }


def zipped(
    content: bytes, name: str = "backup.daylio", *, packing: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """Put one member into a zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def daylio_backup(*entries: Mapping[str, Any], **parts: Any) -> bytes:
    """Write a `.daylio` file."""
    text = json.dumps(backup_document(*entries, **parts))
    return zipped(base64.b64encode(text.encode()))


def read(content: bytes, choices: Choices = NO_CHOICES) -> Parsed:
    """Read a file as the journal does: by its content."""
    upload = Upload("a file", content)
    return importer_for(upload).read(upload, choices)


def only_day(content: bytes, choices: Choices = NO_CHOICES) -> DayChanges:
    """Return the fields of a file's only day."""
    ((_, fields),) = read(content, choices).days.items()
    return fields


def whys(parsed: Parsed) -> dict[str, int]:
    """Return what is not carried, with how often."""
    return {item.what: item.count for item in parsed.not_carried}
