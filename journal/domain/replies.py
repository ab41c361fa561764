"""What a reader writes back: comments, and what the two agreed on.

Convention: a reply belongs to the grant it answers, is none of the record's history, and is shown
to nobody but her and whoever reads by that grant.
"""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from journal.domain.errors import JournalError, TextTooLong
from journal.domain.texts import storable

LONGEST_REPLY: Final = 4_000
LONGEST_AGREED: Final = 120  # as an intention, which it may become
LONGEST_SUBJECT: Final = 80
LONGEST_TITLE: Final = 200
MOST_REPLIES: Final = 1_000  # by one grant: a reader must not be able to fill a disk


class ReplyKind(StrEnum):
    """What a reader wrote."""

    COMMENT = "comment"
    AGREED = "agreed"


class ReplyEmpty(JournalError):
    """A reply that says nothing."""

    def __init__(self) -> None:
        super().__init__("Please write something before you send it.")


class ReplyMissing(JournalError):
    """A reply that is no longer there."""

    def __init__(self) -> None:
        super().__init__("That reply is no longer there; it may have been removed in another tab.")


class RepliesTooMany(JournalError):
    """More replies than one grant has room for."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"There are already {most:,} replies here, and there is no room for more. "
            "Nothing was written."
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing a reader wrote.

    Attributes:
        kind: A comment, or something agreed on.
        words: What it says, 1–4,000 characters; something agreed on up to 120.
        date: The day it is about; None where it is about none.
        subject: Code of the part or chart it is about ("ratings"); empty where about none.
        title: What that was called where it was read; for people, and never looked up.
        moment: Of something agreed on: the kind of moment that would tick it; may be empty.
        id: Unique within the journal; an empty string until it is saved.
        grant_id: By which grant.
        made_at: When it was written, as far as whoever keeps it knows.
        answer: What she answered; empty until she does.
        answered_at: When.
        taken_at: Of something agreed on: when she made it an intention of hers.
        seen_at: When its words were first in front of her; None while it is new.

    Raises:
        ReplyEmpty: Without words.
        TextTooLong: Too many words, or too long a subject or title.
    """

    kind: ReplyKind
    words: str
    date: dt.date | None = None
    subject: str = ""
    title: str = ""
    moment: str = ""
    id: str = ""
    grant_id: str = ""
    made_at: dt.datetime | None = None
    answer: str = ""
    answered_at: dt.datetime | None = None
    taken_at: dt.datetime | None = None
    seen_at: dt.datetime | None = None

    def __post_init__(self) -> None:
        if not storable(self.words).strip():
            raise ReplyEmpty
        longest = LONGEST_AGREED if self.kind is ReplyKind.AGREED else LONGEST_REPLY
        for what, text, most in (
            ("A reply", self.words, longest),
            ("An answer", self.answer, LONGEST_REPLY),
            ("What a reply is about", self.subject, LONGEST_SUBJECT),
            ("What a reply is about", self.title, LONGEST_TITLE),
            ("A kind of moment", self.moment, LONGEST_SUBJECT),
        ):
            if len(text) > most:
                raise TextTooLong(what, len(text), most)

    def kept(self) -> "Reply":
        """Return it as it may be kept: only what its writer says, its words trimmed."""
        return replace(
            self,
            words=storable(self.words).strip(),
            subject=storable(self.subject).strip(),
            title=storable(self.title).strip(),
            moment=storable(self.moment).strip(),
            answer="",
            answered_at=None,
            taken_at=None,
            seen_at=None,
        )
