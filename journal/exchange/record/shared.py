"""What is shared, in a record: both ways. Nothing here is what a link opens with."""

from collections.abc import Collection
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final

from journal.domain.grants import (
    LONGEST_COMMENT,
    LONGEST_RECIPIENT,
    MOST_ROLLING_DAYS,
    Grant,
    LinkTerms,
    MomentsShown,
    Passes,
)
from journal.domain.ranges import DateRange
from journal.domain.ratings import RATINGS
from journal.domain.replies import Reply, ReplyKind
from journal.domain.shared_record import KeptGrant
from journal.domain.zones import LONGEST_ZONE
from journal.exchange.record.item import Item
from journal.exchange.record.said import said

_PASS_FLAGS: Final = ("cycle", "signs", "contexts", "findings", "notes", "card")
_TERM_FLAGS: Final = ("may_reply", "may_add_moments", "has_passphrase")
_RATING_CODES: Final = tuple(RATINGS)  # a list and no set: JSON holds what has no hash
_REPLY_FIELDS: Final = ("date", "made_at", "answered_at", "taken_at", "seen_at")
_REPLY_TEXTS: Final = ("subject", "title", "moment", "answer")


def grant_document(kept: KeptGrant) -> dict[str, Any]:
    """Return a grant as the record holds it, with the times at which it was opened."""
    grant, terms = kept.grant, kept.grant.terms
    document = said(
        {
            "id": grant.id,
            "recipient": grant.recipient,
            "as_file": grant.as_file,
            "made_at": grant.made_at,
            "expires_at": grant.expires_at,
            "withdrawn_at": grant.withdrawn_at,
        }
    )
    words = {"words": terms.words or None, "zone": terms.zone}
    return document | {
        "passes": _passes_document(grant.passes),
        "terms": said(words | {name: getattr(terms, name) for name in _TERM_FLAGS}),
        "opened_at": [at.isoformat() for at in kept.opened_at],
    }


def reply_document(reply: Reply) -> dict[str, Any]:
    """Return a reply as the record holds it, with her answer."""
    whose = {"id": reply.id, "grant": reply.grant_id, "kind": reply.kind, "words": reply.words}
    texts = {name: getattr(reply, name) or None for name in _REPLY_TEXTS}
    return said(whose | {name: getattr(reply, name) for name in _REPLY_FIELDS} | texts)


def read_grant(document: object, place: str) -> KeptGrant:
    """Read a grant.

    Raises:
        RecordUnreadable: Something in it no grant keeps.
    """
    item = Item(document, place)
    values: dict[str, Any] = {
        "id": item.needed("id", item.id),
        "recipient": item.needed(
            "recipient", lambda name: item.text(name, LONGEST_RECIPIENT) or None
        ),
        "as_file": item.needed("as_file", item.flag),
        "made_at": item.needed("made_at", item.instant),
        "expires_at": item.instant("expires_at"),
        "withdrawn_at": item.instant("withdrawn_at"),
        "passes": _passes(item.take("passes"), f"{place}, what passes"),
        "terms": _terms(item.take("terms"), f"{place}, its terms"),
    }
    opened_at = item.take("opened_at")
    item.end()
    if not isinstance(opened_at, list):
        raise item.refused("“opened_at” is missing, or no list")
    return KeptGrant(Grant(**values), tuple(_instant(at, place) for at in opened_at))


def read_reply(grants: Collection[str], document: object, place: str) -> Reply:
    """Read a reply.

    Args:
        grants: Ids of the grants in the record.
        document: What the file has there.
        place: Names it in a sentence.

    Raises:
        RecordUnreadable: Something in it no reply keeps, or it belongs to no grant of the record.
    """
    item = Item(document, place)
    values: dict[str, Any] = {
        "id": item.needed("id", item.id),
        "grant_id": item.needed("grant", item.id),
        "kind": item.needed("kind", lambda name: item.choice(name, ReplyKind)),
        "words": item.needed("words", item.text),
        "date": item.date("date"),
        "made_at": item.needed("made_at", item.instant),
        "answered_at": item.instant("answered_at"),
        "taken_at": item.instant("taken_at"),
        "seen_at": item.instant("seen_at"),
        **{name: item.text(name) or "" for name in _REPLY_TEXTS},
    }
    item.end()
    if values["grant_id"] not in grants:
        raise item.refused("it was written by something shared that the record does not hold")
    return item.checked(lambda: Reply(**values))


def _passes_document(passes: Passes) -> dict[str, Any]:
    dates = passes.dates
    span = {"start": dates and dates.start, "end": dates and dates.end}
    return said(span | {name: getattr(passes, name) for name in _PASS_FLAGS}) | {
        "rolling_days": passes.rolling_days,
        "ratings": sorted(passes.ratings),
        "moments": passes.moments,
    }


def _passes(document: object, place: str) -> Passes:
    item = Item(document, place)
    start, end = item.date("start"), item.date("end")
    ratings = item.take("ratings")
    values: dict[str, Any] = {
        "rolling_days": item.needed(
            "rolling_days", lambda name: item.whole(name, 1, MOST_ROLLING_DAYS)
        ),
        "moments": item.needed("moments", lambda name: item.choice(name, MomentsShown)),
        **{name: item.needed(name, item.flag) for name in _PASS_FLAGS},
    }
    item.end()
    if not isinstance(ratings, list) or not all(code in _RATING_CODES for code in ratings):
        raise item.refused("“ratings” is missing, or no list of ratings there are")
    dates = None
    if start is not None and end is not None:
        dates = item.checked(partial(DateRange, start, end))
    elif start != end:
        raise item.refused("of “start” and “end” one is missing")
    return Passes(dates=dates, ratings=frozenset(ratings), **values)


def _terms(document: object, place: str) -> LinkTerms:
    item = Item(document, place)
    values: dict[str, Any] = {
        "words": item.text("words", LONGEST_COMMENT) or "",
        "zone": item.needed("zone", lambda name: item.text(name, LONGEST_ZONE)),
        **{name: item.needed(name, item.flag) for name in _TERM_FLAGS},
    }
    item.end()
    return LinkTerms(**values)


def _instant(value: object, place: str) -> datetime:
    item = Item({"at": value}, f"{place}, when it was opened")
    return item.needed("at", item.instant).astimezone(UTC)
