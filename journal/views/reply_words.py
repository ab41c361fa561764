"""What is said of a reply: who wrote it, when, and about what."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, tzinfo
from typing import Final

from journal.domain.grants import Grant
from journal.domain.journal import Journal
from journal.domain.labels import counted, date_words, listed
from journal.domain.replies import Reply, ReplyKind

SOMEBODY: Final = "somebody"


def recipients(journal: Journal) -> Mapping[str, str]:
    """Return whom each grant is for, by its id."""
    names: dict[str, str] = defaultdict(lambda: SOMEBODY)
    return names | {grant.id: grant.recipient for grant in journal.grants()}


def about_words(
    reply: Reply, zone: tzinfo, day: date | None = None, *, as_file: bool = False, said: str = ""
) -> str:
    """Say when it was written, and about what: "wrote on 3 May 2026, about 1 May 2026".

    Args:
        reply: What was written.
        zone: Where she is.
        day: The day that is open, which need not be said.
        as_file: It came in a file, of which only the day it was brought in is known.
        said: What it stands at, as it is called there, which need not be said again.
    """
    wrote = "agreed" if reply.kind is ReplyKind.AGREED else "wrote"
    at = date_words(reply.made_at.astimezone(zone).date()) if reply.made_at else ""
    about = [date_words(reply.date)] if reply.date not in {None, day} else []
    title = reply.title or reply.subject
    if title and title != said:
        about.append(title if "“" in title else f"“{title}”")  # it may quote a name of hers
    if at and not as_file:
        wrote += f" on {at}"
    wrote += f", about {', '.join(about)}" if about else ""
    return f"{wrote}; brought in on {at}" if at and as_file else wrote


def answer_seen_words(grant: Grant | None, today: date, zone: tzinfo) -> str:
    """Say when the reader sees an answer of hers."""
    if grant is None or grant.as_file:
        return (
            "A file does not change: your answer goes along with the next file you make for them."
        )
    if grant.came_back:
        return "This link came back from a backup and is closed, so they will not see an answer."
    if grant.withdrawn_at is not None:
        return "You withdrew this link, so they will not see an answer."
    if grant.expires_at is not None and grant.expires_at.astimezone(zone).date() < today:
        return "This link has ended, so they will not see an answer."
    return "They see your answer the next time they open the link."


def noticed_words(replies: Sequence[Reply], names: Mapping[str, str]) -> str:
    """Say what is new: "2 new comments from Ada"."""
    agreed = sum(reply.kind is ReplyKind.AGREED for reply in replies)
    comments = len(replies) - agreed
    what = [counted(comments, "new comment")] if comments else []
    what += [counted(agreed, "thing agreed", "things agreed")] if agreed else []
    who = listed(list(dict.fromkeys(names[reply.grant_id] for reply in replies)))
    return f"{listed(what)} from {who}"
