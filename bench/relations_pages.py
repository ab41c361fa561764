"""Whole pages of findings: how often one is sure of anything that is not there."""

from typing import Final

from bench.relations_claims import is_null
from bench.relations_journals import MadeUp
from bench.relations_rates import Count, journals_of, words
from bench.relations_settings import ALIKE, NOTHING, ORDINARY, Setting, Trouble
from bench.table import markdown
from journal.analysis.relations.answers import Sureness
from journal.analysis.relations.ask import ask
from journal.analysis.relations.asked import usual_questions
from journal.analysis.relations.findings import findings

LENGTHS: Final = (90, 365)
MEMORIES: Final = (0.3, 0.7)
TROUBLES: Final = (
    Trouble.WHITE,
    Trouble.DRIFT_BOTH,
    Trouble.VOLATILE,
    Trouble.MISSING_LOW,
    Trouble.FEEDBACK,
)
# A page asks twice as much as the questions that are counted one by one.
JOURNALS_SHARE: Final = 2


class Page:
    """What was said on the pages of one setting."""

    def __init__(self) -> None:
        self.any_false = Count()
        self.false_share: list[float] = []
        self.asked: list[int] = []
        self.sure: list[int] = []

    def add(self, made: MadeUp) -> None:
        """Ask a journal everything, and count what is sure and false."""
        page = findings(ask(made.record, usual_questions(made.record)))
        sure = [found.answer.question for found in page.of(Sureness.SURE)]
        false = [question for question in sure if is_null(question, made.setting)]
        self.asked.append(page.asked)
        self.sure.append(len(sure))
        self.any_false.add([bool(false)])
        self.false_share.append(len(false) / max(len(sure), 1))


def page_table(journals: int) -> str:
    """Write how often pages are wrong, with nothing there and with ordinary effects."""
    settings = [
        (f"{what}, φ {memory:g}, {days} days", Setting(days, memory, alike=alike, truth=truth))
        for what, alike, truth in (
            ("nothing at all", 0.0, NOTHING),
            ("ratings that are alike", ALIKE, NOTHING),
            ("ordinary effects, and ratings that are alike", ALIKE, ORDINARY),
        )
        for memory in MEMORIES
        for days in LENGTHS
    ]
    settings += [
        (f"{trouble}, φ .5, 365 days", Setting(365, 0.5, trouble=trouble)) for trouble in TROUBLES
    ]
    heads = ["journals with", "looked at", "sure", "pages with any false one %"]
    heads.append("false of what is sure %")
    lines = [_line(name, of, max(journals // JOURNALS_SHARE, 1)) for name, of in settings]
    return markdown([heads, *lines])


def _line(name: str, setting: Setting, journals: int) -> list[str]:
    page = Page()
    for made in journals_of(setting, journals):
        page.add(made)
    return [
        name,
        f"{sum(page.asked) / journals:.0f}",
        f"{sum(page.sure) / journals:.1f}",
        words(page.any_false),
        _mean(page.false_share),
    ]


def _mean(shares: list[float]) -> str:
    mean = sum(shares) / len(shares)
    scatter = (sum((share - mean) ** 2 for share in shares) ** 0.5) / len(shares)
    return f"{100 * mean:.1f} ±{200 * scatter:.1f}"
