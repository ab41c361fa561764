"""What an act of hers sets, as edits: domain values into fields and documents in stored form."""

from dataclasses import asdict
from datetime import date
from typing import Any

from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.contexts import Context
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion
from journal.domain.day_fields import stored_form, validated_field
from journal.domain.intentions import Intention
from journal.domain.journal import DayChanges
from journal.domain.moments import Moment
from journal.domain.stages import StageDeclaration
from journal.storage.editing import DAY, FieldEdit, stored_value
from journal.storage.rows import moment_document


def day_edits(day: date, changes: DayChanges) -> list[FieldEdit]:
    """Return the edits that set the named fields of a day.

    Raises:
        JournalError: A field or value that cannot be.
    """
    return [
        FieldEdit(DAY, day.isoformat(), name, stored_form(validated_field(name, value)))
        for name, value in changes.items()
    ]


def moment_edit(moment: Moment) -> FieldEdit:
    """Return the edit that records a moment whole."""
    return FieldEdit("moment", moment.id, "", _stored(moment_document(moment)))


def context_edit(context: Context) -> FieldEdit:
    """Return the edit that records a context whole."""
    return FieldEdit("context", context.id, "", _stored(asdict(context)))


def intention_edit(intention: Intention) -> FieldEdit:
    """Return the edit that records an intention whole."""
    return FieldEdit("intention", intention.id, "", _stored(asdict(intention)))


def stage_edit(declaration: StageDeclaration) -> FieldEdit:
    """Return the edit that records a declared stage."""
    stored = _stored(asdict(declaration))
    return FieldEdit("stage", stored["date"], "", stored)


def answer_edit(answer: CycleAnswer) -> FieldEdit:
    """Return the edit that records an answer."""
    key = answer_key(answer.date, answer.question)
    return FieldEdit("cycle_answer", key, "", _stored(asdict(answer)))


def answer_key(day: date, question: CycleQuestion) -> str:
    """Return what one question about one date is addressed by."""
    return f"{day.isoformat()}|{question.value}"


def entry_edit(catalogue: CatalogueName, entry: Entry) -> FieldEdit:
    """Return the edit that records a catalogue entry of hers whole."""
    stored = {
        "catalogue": catalogue.value,
        "code": entry.code,
        "name": entry.name,
        "heading": entry.group,
        "hidden": entry.hidden,
        "touch": entry.touch,
        "place": entry.place,
    }
    return FieldEdit("entry", f"{catalogue.value}|{entry.code}", "", stored)


def _stored(values: dict[str, object]) -> dict[str, Any]:
    """Return values in stored form."""
    return {name: stored_value(value) for name, value in values.items()}
