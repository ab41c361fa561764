"""Rows into domain values; nothing of the database leaves this room."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Row

from journal.domain.catalogues import OWN_GROUP, Entry
from journal.domain.changes import Change, ChangeKind
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.day_fields import CHOICES
from journal.domain.days import PLAIN_FIELDS, Day, Sensation, SignStrength
from journal.domain.intentions import Intention, IntentionSource
from journal.domain.moments import Author, BidResponse, Initiator, Moment, WithWhom
from journal.domain.stages import Stage, StageDeclaration
from journal.domain.tallies import MomentTally

_MOMENT_FIELDS: Final = tuple(item.name for item in fields(Moment))
_INITIATORS: Final = {choice.value: choice for choice in Initiator}
_RESPONSES: Final = {choice.value: choice for choice in BidResponse}
_WITH_WHOM: Final = {choice.value: choice for choice in WithWhom}
_AUTHORS: Final = {choice.value: choice for choice in Author}
_MOMENT_CHOICES: Final = {
    "initiator": Initiator,
    "response": BidResponse,
    "with_whom": WithWhom,
    "author": Author,
}


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
    for name, kind in _MOMENT_CHOICES.items():
        values[name] = None if values[name] is None else kind(values[name])
    values["sensations"] = frozenset(Sensation(*pair) for pair in values["sensations"])
    return Moment(**values)


def moment_document(moment: Moment) -> dict[str, object]:
    """Return a moment as its row's columns, in stored form."""
    document: dict[str, object] = {name: getattr(moment, name) for name in _MOMENT_FIELDS}
    document["sensations"] = [[felt.place, felt.quality] for felt in sorted(moment.sensations)]
    return document


def tally_from(row: Sequence[Any]) -> MomentTally:
    """Return the tally a row tells: the fields of a tally in their order, then its count."""
    day, kind, initiator, response, phone_in_way, author, with_whom, count = row
    return MomentTally(
        day,
        kind,
        count,
        initiator and _INITIATORS[initiator],
        response and _RESPONSES[response],
        phone_in_way,
        _AUTHORS[author],
        with_whom and _WITH_WHOM[with_whom],
    )


def sensations_from(stored: str) -> list[Sensation]:
    """Return the sensations of a moment from their stored form."""
    return [Sensation(*pair) for pair in json.loads(stored)]


def intention_from(row: Row[Any]) -> Intention:
    """Return the intention a row holds."""
    source = IntentionSource(row.source)
    return Intention(row.week, row.words, source, row.code, row.done_on, row.id)


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
    return Entry(
        row.code,
        row.name,
        row.heading,
        hidden=row.hidden,
        own=row.heading == OWN_GROUP,
        touch=row.touch,
        place=row.place,
    )


def change_from(row: Row[Any]) -> Change:
    """Return the act a row tells of; SQLite forgets the zone, which is always UTC."""
    made_at = row.made_at if row.made_at.tzinfo else row.made_at.replace(tzinfo=UTC)
    return Change(
        row.id, ChangeKind(row.kind), made_at, row.words, row.day, undone=row.undone_at is not None
    )
