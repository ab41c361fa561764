"""What was shared, in a backup: what of it is missing here, said before it comes back and after."""

from typing import Final

from journal.domain.journal import Journal
from journal.domain.labels import counted, listed
from journal.domain.shared_record import SharedRecord, missing_from

OPEN_NOTHING: Final = (
    "No link that comes back opens anything: make new ones under Share where you want them."
)
UNDO_LEAVES: Final = "An undo leaves them there; you take them off the list under Share."


def missing_here(journal: Journal, shared: SharedRecord) -> SharedRecord:
    """Return what of it a journal has not."""
    if not shared:
        return shared
    return missing_from(journal.grants(), journal.replies(), shared)


def coming_back_words(missing: SharedRecord) -> str:
    """Say how much comes back: "2 shares and 3 replies come back, too."; empty for nothing."""
    if not missing:
        return ""
    said = f"{_counts(missing)} {'comes' if _number(missing) == 1 else 'come'} back, too."
    links = any(not kept.grant.as_file for kept in missing.grants)
    return f"{said} {OPEN_NOTHING}" if links else said


def came_back_words(missing: SharedRecord) -> str:
    """Say how much came back: "2 shares and 3 replies came back."; empty for nothing."""
    return f"{_counts(missing)} came back." if missing else ""


def _counts(missing: SharedRecord) -> str:
    grants, replies = len(missing.grants), len(missing.replies)
    parts = [counted(grants, "share")] if grants else []
    parts += [counted(replies, "reply", "replies")] if replies else []
    return listed(parts)


def _number(missing: SharedRecord) -> int:
    return len(missing.grants) + len(missing.replies)
