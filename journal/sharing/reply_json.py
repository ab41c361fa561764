"""A reply as JSON, the same by a link and in a file: written plainly, and looked at strictly."""

import re
from datetime import date
from typing import Final

from journal.domain.errors import JournalError
from journal.domain.replies import Reply, ReplyKind

_TEXTS: Final = ("subject", "title", "moment")
_NAMES: Final = frozenset({"kind", "words", "date", *_TEXTS})
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class NotAReply(ValueError):
    """Something that no page of ours would write."""


def reply_json(reply: Reply) -> dict[str, str | None]:
    """Return what its writer said."""
    return {
        "kind": reply.kind.value,
        "words": reply.words,
        "date": reply.date.isoformat() if reply.date else None,
        "subject": reply.subject,
        "title": reply.title,
        "moment": reply.moment,
    }


def reply_from(said: object) -> Reply:
    """Return the reply, as it may be kept.

    Raises:
        NotAReply: It is none, or one that no page lets anybody write.
    """
    if not isinstance(said, dict) or not said.keys() <= _NAMES:
        raise NotAReply
    kind, words, *texts = (said.get(name, "") for name in ("kind", "words", *_TEXTS))
    if not all(isinstance(text, str) for text in (kind, words, *texts)):
        raise NotAReply
    day = None if said.get("date") is None else day_from(said["date"])
    try:
        return Reply(ReplyKind(kind), words, day, *texts).kept()
    except (ValueError, JournalError):  # the sentences of both are for whoever writes a reply
        raise NotAReply from None


def day_from(said: object) -> date:
    """Return a date written as 2026-06-03.

    Raises:
        NotAReply: It is none.
    """
    if not isinstance(said, str) or not _DATE.fullmatch(said):
        raise NotAReply
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise NotAReply from None
