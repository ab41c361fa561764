"""Rows into domain values; nothing of the database leaves this room."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import MAXYEAR, UTC
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Row

from journal.domain.catalogues import OWN_GROUP, Entry
from journal.domain.changes import Change, ChangeKind
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.day_fields import CHOICES
from journal.domain.days import PLAIN_FIELDS, Day, Sensation, SignStrength
from journal.domain.moments import BidResponse, Initiator, Moment, WithWhom
from journal.domain.owner_settings import EARLIEST_BIRTH_YEAR, OwnerSettings, Situation
from journal.domain.stages import Stage, StageDeclaration

_MOMENT_FIELDS: Final = tuple(item.name for item in fields(Moment))


def day_from(row: Row[Any], signs: Mapping[str, str], sensations: Iterable[tuple[str, str]]) -> Day:
    """Return the day a row and its signs and sensations record."""
    stored = row._mapping  # noqa: SLF001  # SQLAlchemy's public name for it
    values = {name: stored[name] for name in PLAIN_FIELDS}
    for name, kind in CHOICES.items():
        values[name] = None if values[name] is None else kind(values[name])
    return Day(
        date=stored["date"],
        signs=MappingProxyType({code: SignStrength(word) for code, word in signs.items()}),
        sensations=frozenset(Sensation(place, quality) for place, quality in sensations),
        **values,
    )


def moment_from(row: Row[Any]) -> Moment:
    """Return the moment a row holds."""
    values = {name: getattr(row, name) for name in _MOMENT_FIELDS}
    for name, kind in (
        ("initiator", Initiator),
        ("response", BidResponse),
        ("with_whom", WithWhom),
    ):
        values[name] = None if values[name] is None else kind(values[name])
    values["sensations"] = frozenset(Sensation(*pair) for pair in values["sensations"])
    return Moment(**values)


def moment_document(moment: Moment) -> dict[str, object]:
    """Return a moment as its row's columns, in stored form."""
    document: dict[str, object] = {name: getattr(moment, name) for name in _MOMENT_FIELDS}
    document["sensations"] = [[felt.place, felt.quality] for felt in sorted(moment.sensations)]
    return document


def context_from(row: Row[Any]) -> Context:
    """Return the context a row holds."""
    return Context(ContextKind(row.kind), row.start, row.end, row.name, row.id)


def stage_from(row: Row[Any]) -> StageDeclaration:
    """Return the declaration a row holds."""
    return StageDeclaration(row.date, Stage(row.stage))


def cycle_answer_from(row: Row[Any]) -> CycleAnswer:
    """Return the answer a row holds."""
    return CycleAnswer(row.date, CycleQuestion(row.question), CycleReply(row.reply))


def entry_from(row: Row[Any]) -> Entry:
    """Return the owner's catalogue entry a row holds."""
    return Entry(row.code, row.name, row.heading, hidden=row.hidden, own=row.heading == OWN_GROUP)


def change_from(row: Row[Any]) -> Change:
    """Return the act a row tells of; SQLite forgets the zone, which is always UTC."""
    made_at = row.made_at if row.made_at.tzinfo else row.made_at.replace(tzinfo=UTC)
    return Change(
        row.id, ChangeKind(row.kind), made_at, row.words, row.day, undone=row.undone_at is not None
    )


def settings_from(stored: Mapping[str, Any]) -> OwnerSettings:
    """Return the settings; a name or value that cannot be read counts as not told.

    Whether a birth year has come yet is for those who know what day it is.
    """
    read = {name: _SETTINGS[name](value) for name, value in stored.items() if name in _SETTINGS}
    return OwnerSettings(**{name: value for name, value in read.items() if value is not None})


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _situation(value: object) -> Situation | None:
    return next((situation for situation in Situation if situation == value), None)


def _birth_year(value: object) -> int | None:
    return _whole(value, EARLIEST_BIRTH_YEAR, MAXYEAR)


def _week_start(value: object) -> int | None:
    return _whole(value, 0, 6)


def _whole(value: object, lowest: int, highest: int) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if lowest <= value <= highest else None


def _codes(value: object) -> tuple[str, ...] | None:
    return tuple(map(str, value)) if isinstance(value, list) else None


_SETTINGS: Final[Mapping[str, Callable[[object], Any]]] = {
    "welcomed": _flag,
    "situation": _situation,
    "birth_year": _birth_year,
    "ratings": _codes,
    "body_signs": _flag,
    "intimate_practices": _flag,
    "week_start": _week_start,
    "forecasts": _flag,
}
