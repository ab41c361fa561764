"""The things a record holds, each from its object; a history holds them in the same shapes."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from journal.domain.catalogues import OWN_GROUP, CatalogueName, Entry
from journal.domain.contexts import LONGEST_NAME, Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.day_fields import LONGEST_CODE, validated_field
from journal.domain.days import PLAIN_FIELDS, SIGN_PREFIX, Day
from journal.domain.intentions import LONGEST_WORDS, Intention, IntentionSource
from journal.domain.moments import LONGEST_MINUTES as _LONGEST_MINUTES
from journal.domain.moments import Author, BidResponse, Initiator, Moment, WithWhom
from journal.domain.stages import Stage, StageDeclaration
from journal.exchange.record.item import LONGEST_ID, Item

_NOTE: Final = "note"
_LONGEST_HEADING: Final = 120
_MOST_PLACES: Final = 32_767  # as the databases keep it


def read_day(document: object, place: str) -> Day:
    """Read a day, each value as its field keeps it.

    Raises:
        RecordUnreadable: Something in it no day keeps.
    """
    item = Item(document, place)
    day = item.needed("date", item.date)
    signs = item.take("signs")
    if signs is None:
        signs = {}
    if not isinstance(signs, dict):
        raise item.refused("“signs” is no object")
    felt = item.sensations("sensations")
    plain = {name: item.text(name) if name == _NOTE else item.take(name) for name in PLAIN_FIELDS}
    item.end()
    values: dict[str, Any] = {
        name: item.checked(partial(validated_field, name, plain[name]))
        for name in PLAIN_FIELDS
        if plain[name] is not None
    }
    strengths: dict[str, Any] = {
        code: item.checked(partial(validated_field, SIGN_PREFIX + code, signs[code]))
        for code in signs
        if signs[code] is not None
    }
    return Day(day, signs=MappingProxyType(strengths), sensations=felt, **values)


def read_moment(document: object, place: str) -> Moment:
    """Read a moment.

    Raises:
        RecordUnreadable: Something in it no moment keeps.
    """
    item = Item(document, place)
    values: dict[str, Any] = {
        "date": item.needed("date", item.date),
        "kind": item.needed("kind", item.code),
        "id": item.needed("id", item.id),
        "at": item.time("at"),
        "initiator": item.choice("initiator", Initiator),
        "response": item.choice("response", BidResponse),
        "with_whom": item.choice("with_whom", WithWhom),
        "phone_in_way": item.flag("phone_in_way"),
        "minutes": item.whole("minutes", 1, _LONGEST_MINUTES),
        "sensations": item.sensations("sensations"),
        "note": item.text("note"),
        "author": item.choice("author", Author) or Author.OWNER,
    }
    item.end()
    return item.checked(lambda: Moment(**values))


def read_context(document: object, place: str) -> Context:
    """Read a context.

    Raises:
        RecordUnreadable: Something in it no context keeps.
    """
    item = Item(document, place)
    values: dict[str, Any] = {
        "kind": item.needed("kind", lambda name: item.choice(name, ContextKind)),
        "start": item.needed("start", item.date),
        "end": item.date("end"),
        "name": item.text("name", LONGEST_NAME),
        "id": item.needed("id", item.id),
    }
    item.end()
    return item.checked(lambda: Context(**values))


def read_stage(document: object, place: str) -> StageDeclaration:
    """Read a declared stage.

    Raises:
        RecordUnreadable: It is none.
    """
    item = Item(document, place)
    day = item.needed("date", item.date)
    stage = item.needed("stage", lambda name: item.choice(name, Stage))
    item.end()
    return StageDeclaration(day, stage)


def read_answer(document: object, place: str) -> CycleAnswer:
    """Read an answer.

    Raises:
        RecordUnreadable: It answers no question there is.
    """
    item = Item(document, place)
    day = item.needed("date", item.date)
    question = item.needed("question", lambda name: item.choice(name, CycleQuestion))
    reply = item.needed("reply", lambda name: item.choice(name, CycleReply))
    item.end()
    return item.checked(lambda: CycleAnswer(day, question, reply))


def read_intention(document: object, place: str) -> Intention:
    """Read an intention.

    Raises:
        RecordUnreadable: Something in it no intention keeps.
    """
    item = Item(document, place)
    values: dict[str, Any] = {
        "week": item.needed("week", item.date),
        "words": item.needed("words", lambda name: item.text(name, LONGEST_WORDS)),
        "source": item.choice("source", IntentionSource) or IntentionSource.OWN,
        "code": item.code("code") or "",
        "done_on": item.date("done_on"),
        "id": item.needed("id", item.id),
    }
    item.end()
    return item.checked(lambda: Intention(**values))


def read_entry(document: object, place: str) -> tuple[CatalogueName, Entry]:
    """Read a catalogue entry of hers.

    Raises:
        RecordUnreadable: It is none.
    """
    item = Item(document, place)
    catalogue = item.needed("catalogue", lambda name: item.choice(name, CatalogueName))
    heading = item.needed("heading", lambda name: item.text(name, _LONGEST_HEADING))
    entry = Entry(
        item.needed("code", item.code),
        item.needed("name", lambda name: item.text(name, _LONGEST_HEADING)),
        heading,
        hidden=item.flag("hidden") or False,
        own=heading == OWN_GROUP,
        touch=item.flag("touch"),
        place=item.whole("place", 0, _MOST_PLACES),
    )
    item.end()
    return catalogue, entry


def entry_key(catalogue: CatalogueName, entry: Entry) -> str:
    """Return what a catalogue entry is known by."""
    return f"{catalogue.value}|{entry.code}"


def answer_key(answer: CycleAnswer) -> str:
    """Return what an answer is known by."""
    return f"{answer.date.isoformat()}|{answer.question.value}"


KEYED: Final[Mapping[str, Callable[[object, str], str]]] = {
    "moment": lambda document, place: read_moment(document, place).id,
    "context": lambda document, place: read_context(document, place).id,
    "stage": lambda document, place: read_stage(document, place).date.isoformat(),
    "cycle_answer": lambda document, place: answer_key(read_answer(document, place)),
    "intention": lambda document, place: read_intention(document, place).id,
    "entry": lambda document, place: entry_key(*read_entry(document, place)),
}
"""What is changed whole, by its entity in a history: reads it, and returns its key."""


def is_key(entity: str, key: str) -> bool:
    """Say whether something changed whole could be known by this key."""
    parts = key.split("|")
    try:
        match entity, parts:
            case "stage", [day]:
                return date.fromisoformat(day).isoformat() == day
            case "cycle_answer", [day, question]:
                return date.fromisoformat(day).isoformat() == day and bool(CycleQuestion(question))
            case "entry", [catalogue, code]:
                return bool(CatalogueName(catalogue)) and len(code) <= LONGEST_CODE
            case "moment" | "context" | "intention", [one]:
                return len(one) <= LONGEST_ID
    except ValueError:
        return False
    return False
