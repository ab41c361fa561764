"""The journal's own complete record or backup, added to what is here; nothing of it is replaced."""

from dataclasses import replace
from typing import Final

from journal.domain.labels import date_words
from journal.exchange.importing.parsed import Choices, Importer, NotCarried, Parsed
from journal.exchange.importing.upload import Upload
from journal.exchange.record.backup import is_backup, open_backup
from journal.exchange.record.reading import Record

NAME: Final = "Tending record"
_SETTINGS_STAY: Final = "the settings of this journal stay as they are"
_SHARED_STAYS: Final = "what was shared comes back under “Take along”, in the section “Backup”"
_HISTORY_STAYS: Final = "a history belongs to the journal it was made in"


def parsed_record(record: Record) -> Parsed:
    """Return what a record holds, to be compared with a journal and added to it."""
    kept = record.snapshot
    not_carried = [NotCarried("Settings", 1, _SETTINGS_STAY)]
    if kept.changes:
        not_carried.append(NotCarried("The history of changes", len(kept.changes), _HISTORY_STAYS))
    return Parsed(
        format=NAME,
        days={day.date: day.recorded for day in kept.days},
        moments=kept.moments,
        entries=kept.entries,
        not_carried=not_carried,
        remarks=[f"It was written on {date_words(record.written_on)}."],
        contexts=kept.contexts,
        stages=kept.stages,
        cycle_answers=kept.cycle_answers,
        intentions=kept.intentions,
    )


def _detects(upload: Upload) -> bool:
    return is_backup(upload.head)


def _read(upload: Upload, choices: Choices) -> Parsed:
    del choices  # a record of our own leaves no question open
    record = open_backup(upload.content)
    parsed = parsed_record(record)
    whole = "To put it back whole, open it under “Take along”, in the section “Backup”."
    return replace(
        parsed,
        remarks=[*parsed.remarks, whole],
        not_carried=[*parsed.not_carried, *_shared_stays(record)],
    )


def _shared_stays(record: Record) -> list[NotCarried]:
    """Say of what was shared that it stays where it is; beside a backup it is offered whole."""
    shared = record.snapshot.shared
    numbers = {"What was shared": len(shared.grants), "Replies to it": len(shared.replies)}
    return [NotCarried(what, number, _SHARED_STAYS) for what, number in numbers.items() if number]


OWN_RECORD: Final = Importer(
    name=NAME,
    how="the complete record or a backup from “Take along”; a sealed one is opened there",
    detects=_detects,
    read=_read,
)
