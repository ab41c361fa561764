"""Where on her pages a reply stands: told from its subject and from what it was called there.

A subject names a part of the shared view ("ratings"), or one of its charts ("ratings-2"); of which
chart or finding of hers it is, the title tells, as the two views count theirs differently.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.analysis.report.choices import PART_NAMES, PartCode
from journal.domain.replies import LONGEST_TITLE, Reply, ReplyKind

# Where the parts of a shared view stand in the journal itself.
PARTS_OF_PAGES: Final[Mapping[str, Sequence[str]]] = {
    "over-time": ("ratings",),
    "by-cycle-day": ("by_cycle",),
    "patterns": ("findings", "signs"),
    "review": ("newer_half", "completeness", "contexts"),
    "cycle": ("standing", "stage", "cycles", "bleeding"),
    "connection": ("moments", "bids", "account", "felt", "card"),
}
# The section that shows them, on the pages that are made of sections.
SECTIONS_OF_PARTS: Final[Mapping[str, str]] = {
    "findings": "What goes with what",
    "signs": "Signs",
    "cycles": "Cycles",
    "bleeding": "Cycles",
    "stage": "Stage",
    "moments": "Now",
    "bids": "Bids",
    "account": "Account",
    "felt": "Felt",
    "card": "For my partner",
}
TODAY_PLACE: Final = "today"
SHARE_PLACE: Final = "share"
_OVER_TIME: Final = " over time"
_AMONG: Final = re.compile(r", | and ")


@dataclass(frozen=True, slots=True)
class ReplyPlace:
    """Where something stands.

    Attributes:
        page: Its place in the address.
        section: That has to be chosen there; may be empty.
        day: That has to be open there; None on every page but that of a day.
    """

    page: str
    section: str = ""
    day: date | None = None


def place_of(reply: Reply, today: date) -> ReplyPlace:
    """Return where a reply stands; on Share, where all of them do, if nowhere else.

    Args:
        reply: What was written.
        today: The date where she is; no day after it can be opened.
    """
    if reply.kind is ReplyKind.AGREED:
        return ReplyPlace("connection", "Now")  # among her intentions
    if reply.date is not None and reply.date <= today:
        return ReplyPlace(TODAY_PLACE, day=reply.date)
    part = part_of(reply.subject)
    pages = (page for page, parts in PARTS_OF_PAGES.items() if part in parts)
    page = next(pages, SHARE_PLACE)
    return ReplyPlace(page, SECTIONS_OF_PARTS.get(part, ""))


def part_of(subject: str) -> str:
    """Return the part a part or a chart belongs to: "ratings" of "ratings-2"."""
    part, _, number = subject.rpartition("-")
    return part if part and number.isdecimal() else subject


def is_about_a_part(reply: Reply) -> bool:
    """Say whether it is about a whole part, and not about a chart or a finding of it."""
    return reply.subject == part_of(reply.subject) and not is_about_a_finding(reply)


def is_about_a_finding(reply: Reply) -> bool:
    """Say whether it is about one sentence of the findings, which has the subject of them all."""
    findings = PartCode.FINDINGS
    return reply.subject == findings and not reply.title.startswith(PART_NAMES[findings])


def is_about_chart(reply: Reply, title: str) -> bool:
    """Say whether it is about the chart of hers with a title.

    Ratings over time share one chart, so one that draws them all is theirs, whatever else it draws.
    """
    if reply.subject == part_of(reply.subject):
        return False
    read, drawn = reply.title, title[:LONGEST_TITLE].strip()
    if read.endswith(_OVER_TIME) and drawn.endswith(_OVER_TIME):
        return _drawn_over_time(read) <= _drawn_over_time(drawn)
    return read == drawn


def _drawn_over_time(title: str) -> frozenset[str]:
    return frozenset(_AMONG.split(title.removesuffix(_OVER_TIME).lower()))
