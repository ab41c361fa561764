"""A journal whole, at one moment: everything it keeps, the history of every change included.

Two journals with equal snapshots are the same journal. Not in it, on purpose: what opens something,
which is the secret of the address at which a calendar fetches the days ahead, and that of a link.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.changes import ChangeKind
from journal.domain.contexts import Context
from journal.domain.cycle_answers import CycleAnswer
from journal.domain.days import Day
from journal.domain.intentions import Intention
from journal.domain.moments import Moment
from journal.domain.shared_record import SharedRecord
from journal.domain.stages import StageDeclaration

StoredSettings: TypeAlias = Mapping[str, Any]
"""Every setting by its name, as JSON keeps it."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What one act did to one field.

    Attributes:
        entity: What was changed: a day, a moment, a context, a stage, a cycle_answer, an
            intention or an entry.
        key: Which one: a day's date, a moment's id; parts are joined by "|".
        field: A day's field; empty for what is changed whole.
        before: Its stored form, a document for what is changed whole; None for not recorded.
        after: The same, afterwards.
    """

    entity: str
    key: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class PastChange:
    """One act of the history with everything it did, and when it was undone, if it was."""

    kind: ChangeKind
    made_at: datetime
    words: str
    day: date | None
    undone_at: datetime | None
    fields: Sequence[FieldChange]


@dataclass(frozen=True, slots=True)
class RecordSnapshot:
    """Everything a journal keeps, oldest first.

    Attributes:
        entries: Catalogue entries that are her own, or that she renamed or hid.
        settings: Those that exist, each as it holds now.
        changes: The history, in the order the acts were made.
        shared: What is shared and what was written back, without what a link opens with.
    """

    days: Sequence[Day]
    moments: Sequence[Moment]
    contexts: Sequence[Context]
    stages: Sequence[StageDeclaration]
    cycle_answers: Sequence[CycleAnswer]
    intentions: Sequence[Intention]
    entries: Sequence[tuple[CatalogueName, Entry]]
    settings: StoredSettings
    changes: Sequence[PastChange]
    shared: SharedRecord
