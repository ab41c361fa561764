"""A journal as JSON text, written piece by piece: one line for each day, moment or act.

What was not recorded is absent. The shapes are described in `data/schemas`.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from datetime import date
from itertools import islice
from typing import Any, Final, TypeVar

from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.contexts import Context
from journal.domain.cycle_answers import CycleAnswer
from journal.domain.day_fields import stored_form
from journal.domain.days import PLAIN_FIELDS, Day, Sensation
from journal.domain.intentions import Intention
from journal.domain.moments import Moment
from journal.domain.snapshot import FieldChange, PastChange, RecordSnapshot
from journal.domain.stages import StageDeclaration
from journal.exchange.record.said import said
from journal.exchange.record.shared import grant_document, reply_document

FORMAT: Final = "tending-record"
VERSION: Final = 2
_LINES_AT_ONCE: Final = 1000
_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_MOMENT_FIELDS: Final = tuple(item.name for item in fields(Moment))
Item = TypeVar("Item")


def record_pieces(snapshot: RecordSnapshot, written_on: date) -> Iterator[bytes]:
    """Yield the record as UTF-8 text, in pieces of some hundred kilobytes at most.

    Args:
        snapshot: The journal.
        written_on: The day of the owner.
    """
    head = {"format": FORMAT, "version": VERSION, "written_on": written_on.isoformat()}
    opening = ",\n".join(f'"{name}": {_ENCODE(value)}' for name, value in head.items())
    yield f'{{\n{opening},\n"settings": {_ENCODE(dict(snapshot.settings))}'.encode()
    yield from _part("entries", snapshot.entries, lambda pair: entry_document(*pair))
    yield from _part("days", snapshot.days, day_document)
    yield from _part("moments", snapshot.moments, moment_document)
    yield from _part("contexts", snapshot.contexts, context_document)
    yield from _part("stages", snapshot.stages, stage_document)
    yield from _part("cycle_answers", snapshot.cycle_answers, answer_document)
    yield from _part("intentions", snapshot.intentions, intention_document)
    yield from _part("changes", snapshot.changes, change_document)
    yield from _part("grants", snapshot.shared.grants, grant_document)
    yield from _part("replies", snapshot.shared.replies, reply_document)
    yield b"\n}\n"


def day_document(day: Day) -> dict[str, Any]:
    """Return a day as the record holds it."""
    document: dict[str, Any] = {"date": day.date.isoformat()}
    for name in PLAIN_FIELDS:
        value = getattr(day, name)
        if value is not None:
            document[name] = stored_form(value)
    if day.signs:
        document["signs"] = {code: day.signs[code].value for code in sorted(day.signs)}
    if day.sensations:
        document["sensations"] = _pairs(day.sensations)
    return document


def moment_document(moment: Moment) -> dict[str, Any]:
    """Return a moment as the record holds it."""
    values = {name: getattr(moment, name) for name in _MOMENT_FIELDS}
    return said(values | {"sensations": _pairs(moment.sensations) or None})


def context_document(context: Context) -> dict[str, Any]:
    """Return a context as the record holds it."""
    return said(
        {
            "id": context.id,
            "kind": context.kind,
            "start": context.start,
            "end": context.end,
            "name": context.name,
        }
    )


def stage_document(declared: StageDeclaration) -> dict[str, Any]:
    """Return a declared stage as the record holds it."""
    return said({"date": declared.date, "stage": declared.stage})


def answer_document(answer: CycleAnswer) -> dict[str, Any]:
    """Return an answer as the record holds it."""
    return said({"date": answer.date, "question": answer.question, "reply": answer.reply})


def intention_document(intention: Intention) -> dict[str, Any]:
    """Return an intention as the record holds it."""
    return said(
        {
            "id": intention.id,
            "week": intention.week,
            "words": intention.words,
            "source": intention.source,
            "code": intention.code,
            "done_on": intention.done_on,
        }
    )


def entry_document(catalogue: CatalogueName, entry: Entry) -> dict[str, Any]:
    """Return a catalogue entry of hers as the record holds it."""
    return said(
        {
            "catalogue": catalogue,
            "code": entry.code,
            "name": entry.name,
            "heading": entry.group,
            "hidden": entry.hidden,
            "touch": entry.touch,
            "place": entry.place,
        }
    )


def change_document(change: PastChange) -> dict[str, Any]:
    """Return one act of the history as the record holds it."""
    act = {
        "kind": change.kind,
        "made_at": change.made_at,
        "words": change.words or None,
        "day": change.day,
        "undone_at": change.undone_at,
    }
    return said(act) | {"fields": [_field_document(field) for field in change.fields]}


def _field_document(field: FieldChange) -> dict[str, Any]:
    document = {"entity": field.entity, "key": field.key}
    if field.field:
        document["field"] = field.field
    if field.before is not None:
        document["before"] = field.before
    if field.after is not None:
        document["after"] = field.after
    return document


def _pairs(sensations: Iterable[Sensation]) -> list[list[str]]:
    return [[felt.place, felt.quality] for felt in sorted(sensations)]


def _part(
    name: str, items: Iterable[Item], document: Callable[[Item], dict[str, Any]]
) -> Iterator[bytes]:
    yield f',\n"{name}": ['.encode()
    lines = (_ENCODE(document(item)) for item in items)
    before = "\n"
    while some := list(islice(lines, _LINES_AT_ONCE)):
        yield (before + ",\n".join(some)).encode()
        before = ",\n"
    yield b"]"
