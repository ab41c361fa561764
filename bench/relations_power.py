"""What is there: how often it is found, and how often intervals hold it."""

from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median
from typing import Final

from bench.relations_claims import questions_of, true_size
from bench.relations_rates import PROMISED, Count, journals_of, words
from bench.relations_rivals import rivals
from bench.relations_settings import LOW_IN_A_PERIOD, ORDINARY, Setting
from bench.table import markdown
from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.answers import Answer
from journal.analysis.relations.ask import ask
from journal.analysis.relations.questions import (
    ChangeQuestion,
    CycleWindowQuestion,
    Question,
    RelationQuestion,
)

LENGTHS: Final = (90, 180, 365)
MEMORIES: Final = (0.3, 0.7)


@dataclass(slots=True)
class Found:
    """What was said of one true effect."""

    ours: Count = field(default_factory=Count)
    correlation: Count = field(default_factory=Count)
    lagged: Count = field(default_factory=Count)
    holds: Count = field(default_factory=Count)
    off: list[float] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)


def found_in(setting: Setting, journals: int) -> dict[str, Found]:
    """Ask made-up journals what is there."""
    by_effect: dict[str, Found] = defaultdict(Found)
    for made in journals_of(setting, journals):
        asked = [question for question in questions_of(made) if _is_asked(question)]
        for question, reply in zip(asked, ask(made.record, asked), strict=True):
            if not isinstance(reply, Answer) or reply.effect is None:
                continue
            size = true_size(question, made, reply)
            beside = rivals(made.record, question)
            if size is None or beside is None:
                continue
            of = by_effect[_name(question)]
            low, high = reply.effect.interval()
            of.ours.add([reply.p < PROMISED])
            of.correlation.add([beside.correlation < PROMISED])
            of.lagged.add([beside.lagged < PROMISED])
            of.holds.add([low <= size <= high])
            of.off.append(reply.effect.estimate / size)
            of.widths.append(high - low)
    return by_effect


def coverage_table(journals: int) -> str:
    """Write power, coverage and width of what is there."""
    heads = ["effect", "φ, length", "found %", "correlation %", "lagged regression %"]
    heads += ["95 % interval holds it %", "estimate / truth", "width, points"]
    lines = []
    for memory in MEMORIES:
        for days in LENGTHS:
            found = {
                name: of
                for truth in (ORDINARY, LOW_IN_A_PERIOD)
                for name, of in found_in(Setting(days, memory, truth=truth), journals).items()
            }
            for name, of in sorted(found.items()):
                lines.append(
                    [
                        name,
                        f"{memory:g}, {days} days",
                        words(of.ours),
                        words(of.correlation),
                        words(of.lagged),
                        words(of.holds),
                        f"{sum(of.off) / len(of.off):.2f}",
                        f"{median(of.widths):.1f}",
                    ]
                )
    return markdown([heads, *sorted(lines)])


def _is_asked(question: Question) -> bool:
    return isinstance(question, RelationQuestion | CycleWindowQuestion | ChangeQuestion)


def _name(question: Question) -> str:
    match question:
        case RelationQuestion(outcome=outcome, exposure=exposure, timing=timing):
            return f"{outcome}, {exposure}, {timing.replace('_', ' ')}"
        case CycleWindowQuestion(outcome=outcome, window=window):
            return f"{outcome} {'in' if window is Window.PERIOD else 'before'} a period"
        case _:
            return f"{question.outcome} before and after"
