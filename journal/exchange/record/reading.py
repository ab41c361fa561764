"""A record from its text: wholly what a journal keeps, or refused with the place and the reason."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import partial
from typing import Any, Final, TypeVar

from journal.domain.changes import ChangeKind
from journal.domain.day_fields import stored_form, validated_field
from journal.domain.owner_settings import OwnerSettings
from journal.domain.shared_record import SharedRecord
from journal.domain.snapshot import FieldChange, PastChange, RecordSnapshot
from journal.domain.texts import storable
from journal.exchange.importing.errors import NestedTooDeep, shown
from journal.exchange.record.errors import NoRecord, RecordCutOff, RecordFromLater, RecordTooLarge
from journal.exchange.record.item import Item
from journal.exchange.record.items import (
    KEYED,
    answer_key,
    entry_key,
    is_key,
    read_answer,
    read_context,
    read_day,
    read_entry,
    read_intention,
    read_moment,
    read_stage,
)
from journal.exchange.record.shared import read_grant, read_reply
from journal.exchange.record.writing import FORMAT, VERSION

# Forty years with every field and three moments a day are 40 MB with 2.6 million values; each value
# takes some hundred bytes of memory, so that the dearest file stays below a gigabyte.
LARGEST_RECORD: Final = 120_000_000
MOST_VALUES: Final = 8_000_000
_DAY: Final = "day"
_LONGEST_WORDS: Final = 200
_STARTS: Final = (b",", b"[", b"{")
_SETTINGS: Final = tuple(item.name for item in fields(OwnerSettings))
Read = TypeVar("Read")
Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

UPGRADES: Final[Mapping[int, Upgrade]] = {
    1: lambda document: {"grants": [], "replies": []} | document,  # nothing shared was in it
}
"""What makes a record of one version into one of the next, by the version it starts from."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record, read.

    Attributes:
        written_on: The day of the owner on which it was written.
    """

    written_on: date
    snapshot: RecordSnapshot


def read_record(text: bytes) -> Record:
    """Read a record.

    Raises:
        FileUnreadable: It is no record, of a later version, cut off, or says what no journal keeps.
    """
    try:
        return _record(upgraded(_document(text)))
    except RecursionError:
        raise NestedTooDeep from None


def upgraded(
    document: dict[str, Any], upgrades: Mapping[int, Upgrade] = UPGRADES, newest: int = VERSION
) -> dict[str, Any]:
    """Return a record as this version writes it.

    Raises:
        RecordFromLater: Its version is not one that can be read.
    """
    version = document.get("version")
    if type(version) is not int or not 1 <= version <= newest:
        raise RecordFromLater(storable(str(version))[:20], newest)
    while version < newest:
        document = upgrades[version](document) | {"version": version + 1}
        version += 1
    return document


def _document(text: bytes) -> dict[str, Any]:
    if len(text) > LARGEST_RECORD or sum(map(text.count, _STARTS)) > MOST_VALUES:
        raise RecordTooLarge(LARGEST_RECORD)
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise RecordCutOff(error.lineno) from None
    except UnicodeDecodeError as error:
        raise RecordCutOff(text.count(b"\n", 0, error.start) + 1) from None
    except ValueError:  # a number with thousands of digits
        raise RecordCutOff(1) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NoRecord
    return document


def _record(document: dict[str, Any]) -> Record:
    whole = Item(document, "This record")
    for name in ("format", "version"):
        whole.take(name)
    written_on = whole.needed("written_on", whole.date)
    snapshot = RecordSnapshot(
        days=_all(whole, "days", read_day, lambda day: day.date),
        moments=_all(whole, "moments", read_moment, lambda moment: moment.id),
        contexts=_all(whole, "contexts", read_context, lambda context: context.id),
        stages=_all(whole, "stages", read_stage, lambda declared: declared.date),
        cycle_answers=_all(whole, "cycle_answers", read_answer, answer_key),
        intentions=_all(whole, "intentions", read_intention, lambda chosen: chosen.id),
        entries=_all(whole, "entries", read_entry, lambda pair: entry_key(*pair)),
        settings=_settings(whole.take("settings")),
        changes=_all(whole, "changes", _change),
        shared=_shared(whole),
    )
    whole.end()
    return Record(written_on, snapshot)


def _all(
    whole: Item,
    name: str,
    read: Callable[[object, str], Read],
    key: Callable[[Read], object] | None = None,
) -> list[Read]:
    """Read a list, each of whose items must be told apart from the others by its key."""
    found = whole.take(name)
    if not isinstance(found, list):
        raise whole.refused(f"“{name}” is missing, or no list")
    items = [read(item, f"{name}, item {number:,}") for number, item in enumerate(found, start=1)]
    if key is not None and len({key(item) for item in items}) < len(items):
        raise whole.refused(f"two items of “{name}” are one and the same")
    return items


def _shared(whole: Item) -> SharedRecord:
    grants = _all(whole, "grants", read_grant, lambda kept: kept.grant.id)
    ids = frozenset(kept.grant.id for kept in grants)
    replies = _all(whole, "replies", partial(read_reply, ids), lambda reply: reply.id)
    return SharedRecord(tuple(grants), tuple(replies))


def _settings(document: object) -> dict[str, Any]:
    item = Item(document, "The settings")
    kept = {name: _clean(item.take(name)) for name in _SETTINGS}
    item.end()
    return kept


def _change(document: object, place: str) -> PastChange:
    item = Item(document, place)
    made_at = item.needed("made_at", item.instant)
    kind = item.needed("kind", lambda name: item.choice(name, ChangeKind))
    words = item.text("words", _LONGEST_WORDS) or ""
    day, undone_at = item.date("day"), item.instant("undone_at")
    found = item.take("fields")
    item.end()
    if not isinstance(found, list):
        raise item.refused("“fields” is missing, or no list")
    return PastChange(kind, made_at, words, day, undone_at, _fields(found, place))


def _fields(found: Sequence[object], place: str) -> list[FieldChange]:
    return [_field_change(field, place) for field in found]


def _field_change(document: object, place: str) -> FieldChange:
    item = Item(document, place)
    entity = item.needed("entity", item.text)
    before, after = item.take("before"), item.take("after")
    if entity == _DAY:
        key = item.needed("key", item.date).isoformat()
        field = item.needed("field", item.text)
        before, after = (
            stored_form(item.checked(partial(validated_field, field, value)))
            for value in (before, after)
        )
    elif entity in KEYED:
        key, field = item.needed("key", item.text), ""
        if not is_key(entity, key):  # else an undo would break at it
            raise item.refused(f"its history tells of {shown(key[:200])}, which is no key")
        for value in (before, after):
            if value is not None and KEYED[entity](value, place) != key:
                raise item.refused("its history tells of another key")
        before, after = _clean(before), _clean(after)
    else:
        raise item.refused("its history tells of something this version does not know")
    item.end()
    return FieldChange(entity, key, field, before, after)


def _clean(value: Any) -> Any:  # noqa: ANN401  # JSON holds anything
    """Return a value without what no database takes."""
    match value:
        case str():
            return storable(value)
        case list():
            return [_clean(item) for item in value]
        case dict():
            return {storable(name): _clean(item) for name, item in value.items()}
        case _:
            return value
