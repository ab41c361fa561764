"""What is shared and what was written back, as a backup keeps it: never what a link opens with.

A backup may be older than a withdrawal. So a link that comes back opens nothing, and a grant that
is there already stays as it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeAlias

from journal.domain.grants import Grant
from journal.domain.replies import Reply

_Said: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class KeptGrant:
    """A grant, and when it was opened, each time in its order."""

    grant: Grant
    opened_at: Sequence[datetime] = ()


@dataclass(frozen=True, slots=True)
class SharedRecord:
    """Everything that is shared, oldest first; it is falsy where nothing is.

    Attributes:
        grants: What was given to whom, ended and withdrawn too, by when it was made.
        replies: What was written by any of these grants, with her answers.
    """

    grants: Sequence[KeptGrant] = ()
    replies: Sequence[Reply] = ()

    def __bool__(self) -> bool:
        return bool(self.grants or self.replies)


NOTHING_SHARED: Final = SharedRecord()


def missing_from(
    grants: Iterable[Grant], replies: Iterable[Reply], wanted: SharedRecord
) -> SharedRecord:
    """Return what of `wanted` is not among what she has.

    A reply is there if its id is, or if the same was said by the same grant and no answer to it
    would be lost: a reply file that is brought in twice gives its replies other ids.

    Args:
        grants: What she shares.
        replies: What was written by that.
        wanted: What comes back.
    """
    grant_ids = {grant.id for grant in grants}
    here = list(replies)
    reply_ids = {reply.id for reply in here}
    said = {_said(reply) for reply in here}
    answered = {(_said(reply), reply.answer) for reply in here}

    def is_here(reply: Reply) -> bool:
        if reply.id in reply_ids:
            return True
        return (_said(reply), reply.answer) in answered or (
            not reply.answer and _said(reply) in said
        )

    return SharedRecord(
        tuple(kept for kept in wanted.grants if kept.grant.id not in grant_ids),
        tuple(reply for reply in wanted.replies if not is_here(reply)),
    )


def _said(reply: Reply) -> _Said:
    # A finding has no name of its own: what a reply to it is about is told by its title.
    about = (reply.date, reply.subject, reply.title, reply.moment)
    return (reply.grant_id, reply.kind, reply.words, *about)
