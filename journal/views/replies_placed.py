"""Replies at what they are about: under its chart, its finding or its part; below the page if none.

What a page shows is known while it is drawn, so each chart and part asks in turn for what is about
it, and what none has asked for stands at the end. One reading serves the whole page.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from journal.analysis.relations.answers import Finding
from journal.analysis.relations.same_finding import says_the_same
from journal.analysis.relations.words import Names, finding_words, question_code
from journal.charts.chart import Chart
from journal.domain.journal import Journal
from journal.domain.replies import Reply
from journal.views.replies_here import ReplyBlock, some_replies
from journal.views.reply_places import (
    PARTS_OF_PAGES,
    is_about_a_finding,
    is_about_a_part,
    is_about_chart,
    part_of,
)

ON_CHART: Final = "What readers wrote about this chart"
ON_FINDING: Final = "What readers wrote about this finding"
ON_PART: Final = "What readers wrote about this part"
ELSEWHERE: Final = "What readers wrote about what is not shown here now"


@dataclass(frozen=True, slots=True)
class PageReplies:
    """What was written about what a page can show.

    Attributes:
        page: Its place in the address.
        about: Newest first.
        placed: Ids of those that stand somewhere on it already; grows while the page is drawn.
    """

    journal: Journal
    today: date
    page: str
    about: tuple[Reply, ...]
    placed: set[str] = field(default_factory=set)


def replies_of_page(journal: Journal, today: date, page: str) -> PageReplies:
    """Read what was written about what a page can show."""
    parts = PARTS_OF_PAGES[page]
    about = (reply for reply in journal.replies()[::-1] if part_of(reply.subject) in parts)
    return PageReplies(journal, today, page, tuple(about))


def placed_so_far(written: PageReplies) -> PageReplies:
    """Return it for a part of the page that is drawn again by itself, from where it stands now."""
    return replace(written, placed=set(written.placed))


def replies_under_chart(written: PageReplies | None, chart: Chart) -> None:
    """Show below a chart what is about it."""
    block = ReplyBlock("", f"chart-{chart.key}", ON_CHART, small=True, said=chart.title)
    _place(written, lambda reply: is_about_chart(reply, chart.title), block)


def replies_under_finding(written: PageReplies | None, finding: Finding, names: Names) -> None:
    """Show below a finding what is about it, or about the same of other days."""
    code = question_code(finding.answer.question)
    said = finding_words(finding, names)
    block = ReplyBlock("", f"finding-{code}", ON_FINDING, small=True, said=said)

    def is_about(reply: Reply) -> bool:
        return is_about_a_finding(reply) and says_the_same(reply.title, finding, names)

    _place(written, is_about, block)


def replies_under_part(written: PageReplies | None, *parts: str) -> None:
    """Show at the end of a part of the page what is about the whole of it.

    Args:
        written: About the page.
        parts: Those of a shared view that it holds.
    """
    block = ReplyBlock("", "-".join(("part", *parts)), ON_PART, small=True)
    _place(written, lambda reply: reply.subject in parts and is_about_a_part(reply), block)


def replies_left(written: PageReplies) -> None:
    """Show at the end of the page what found no place on it, as something else is chosen."""
    _place(written, lambda _: True, ReplyBlock("", "left", ELSEWHERE))


def _place(
    written: PageReplies | None, is_about: Callable[[Reply], bool], block: ReplyBlock
) -> None:
    if written is None:
        return
    free = (reply for reply in written.about if reply.id not in written.placed)
    ids = frozenset(reply.id for reply in free if is_about(reply))
    if ids:
        written.placed.update(ids)
        here = replace(block, place=written.page)
        some_replies(written.journal, ids, written.today, here)
