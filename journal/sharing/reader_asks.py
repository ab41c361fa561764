"""What the page of a link asks, as JSON objects: looked at strictly, answered as JSON.

Convention: None is "no open link", whatever the reason, and is also the answer to anything that no
page of ours would send. Nothing that was asked is repeated in an answer or an error.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from journal.domain.errors import JournalError, JournalNotWritten
from journal.domain.link_secrets import is_secret
from journal.domain.readers import (
    NotForReaders,
    OpenedGrant,
    PartnerMomentsTooMany,
    Readers,
)
from journal.domain.replies import RepliesTooMany, Reply
from journal.sharing.payload import reader_text, replies_json
from journal.sharing.reply_json import NotAReply, day_from, reply_from

NOT_KEPT: Final = "The journal could not keep it just now. Please try again in a while."
LONGEST_PASSPHRASE: Final = 1_000
MOST_AT_ONCE: Final = 50  # replies
_LONGEST_ID: Final = 64
_LINK: Final = frozenset({"secret", "passphrase"})
# Said of an open link only: whoever reads one of these sentences has the right secret.
_DECLINED: Final = (NotForReaders, PartnerMomentsTooMany, RepliesTooMany, JournalNotWritten)

Asked: TypeAlias = Mapping[str, object]


class _NotOurs(Exception):
    """Something that no page of ours would send."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What an open link answers.

    Attributes:
        written: Returns it as JSON; empty for none, None when the link was closed meanwhile.
        declined: The link is open and does not allow what was asked; the answer says so.
    """

    written: Callable[[], str | None]
    declined: bool = False


class ReaderAsks:
    """Answers what the page of a link asks.

    Args:
        readers: Returns where readers ask; called anew each time.
        write: Returns what a reader gets.
    """

    def __init__(
        self,
        readers: Callable[[], Readers],
        write: Callable[[OpenedGrant], str] = reader_text,
    ) -> None:
        self._readers, self._write = readers, write

    def by_name(self) -> dict[str, Callable[[Asked], Answered | None]]:
        """Return everything that can be asked, by the last word of its address."""
        return {
            "open": self.open,
            "still": self.still,
            "reply": self.reply,
            "moment": self.moment,
            "take-back": self.take_back,
        }

    def open(self, asked: Asked) -> Answered | None:
        """Answer with what the link opens, and note for her that it was opened."""

        def look() -> Answered | None:
            link = _link(asked, _LINK)
            opened = self._readers().opened(*link, noted=True)
            return Answered(lambda: self._written(opened, link)) if opened else None

        return _answered(look)

    def still(self, asked: Asked) -> Answered | None:
        """Answer whether what is shown may still be shown."""

        def look() -> Answered | None:
            opened = self._readers().opened(*_link(asked, _LINK), noted=False)
            return Answered(lambda: "") if opened else None

        return _answered(look)

    def reply(self, asked: Asked) -> Answered | None:
        """Keep what the reader wrote; answer with all of it."""

        def keep() -> Answered | None:
            link = _link(asked, _LINK | {"replies"})
            kept = self._readers().replied(*link, _replies(asked.get("replies")))
            return None if kept is None else _told({"replies": replies_json(kept)})

        return _answered(keep)

    def moment(self, asked: Asked) -> Answered | None:
        """Add a moment as the partner's; answer with it, so that it can be taken back."""

        def add() -> Answered | None:
            link = _link(asked, _LINK | {"kind", "date"})
            kind, day = _text(asked.get("kind"), _LONGEST_ID), day_from(asked.get("date"))
            added = self._readers().moment_added(*link, kind, day)
            if added is None:
                return None
            told = {"id": added.id, "kind": added.kind, "date": added.date.isoformat()}
            return _told(told)

        return _answered(add)

    def take_back(self, asked: Asked) -> Answered | None:
        """Take back a moment the partner added; answer whether it was there."""

        def take() -> Answered | None:
            link = _link(asked, _LINK | {"id"})
            gone = self._readers().moment_taken_back(*link, _text(asked.get("id"), _LONGEST_ID))
            return None if gone is None else _told({"gone": gone})

        return _answered(take)

    def _written(self, opened: OpenedGrant, link: tuple[str, str]) -> str | None:
        try:
            text = self._write(opened)
            # Writing takes a second or two, in which she may have withdrawn it.
            return text if self._readers().opened(*link, noted=False) else None
        except JournalError:  # it was locked in between
            return None


def _answered(look: Callable[[], Answered | None]) -> Answered | None:
    """Ask; whatever no link of ours would be asked is answered as no link is."""
    try:
        return look()
    except _DECLINED as declined:
        said = NOT_KEPT if isinstance(declined, JournalNotWritten) else str(declined)
        return Answered(lambda: _json({"said": said}), declined=True)
    except (_NotOurs, NotAReply, JournalError):  # a journal that cannot be opened opens nothing
        return None


def _told(told: Mapping[str, object]) -> Answered:
    return Answered(lambda: _json(told))


def _link(asked: Asked, names: frozenset[str]) -> tuple[str, str]:
    """Return the secret and the passphrase of what was asked, which has no other names."""
    secret, passphrase = asked.get("secret"), asked.get("passphrase", "")
    if not asked.keys() <= names or not isinstance(secret, str) or not is_secret(secret):
        raise _NotOurs
    return secret, _text(passphrase, LONGEST_PASSPHRASE)


def _replies(said: object) -> Sequence[Reply]:
    if not isinstance(said, list) or not 1 <= len(said) <= MOST_AT_ONCE:
        raise _NotOurs
    return tuple(map(reply_from, said))


def _text(said: object, longest: int | None = None) -> str:
    if not isinstance(said, str) or (longest is not None and len(said) > longest):
        raise _NotOurs
    return said


def _json(told: Mapping[str, object]) -> str:
    return json.dumps(told, separators=(",", ":"))
