"""What a second look at doubtful answers prevents, and what it costs."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final
from unittest.mock import patch

from bench.relations_claims import Kind, kind_of, questions_of
from bench.relations_rates import PROMISED, Count, journals_of, words
from bench.relations_settings import CONNECTION, MOOD, Setting, Trouble, Truth
from bench.table import markdown
from journal.analysis.relations.answers import Answer, Reply
from journal.analysis.relations.ask import ask
from journal.analysis.relations.questions import MOMENTS, Question, RelationQuestion
from journal.analysis.relations.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Case:
    """A question, and journals in which it is asked."""

    words: str
    setting: Setting
    is_asked: Callable[[Question], bool]


def _of_moments_and_mood(question: Question) -> bool:
    return question == RelationQuestion(MOOD, MOMENTS)


def _of_days_after(question: Question) -> bool:
    return kind_of(question) is Kind.DAYS_AFTER


def _of_change(question: Question) -> bool:
    return kind_of(question) is Kind.CHANGE


def _of_step(question: Question) -> bool:
    return _of_change(question) and question.outcome == CONNECTION


def _of_lasting(question: Question) -> bool:
    return _of_days_after(question) and getattr(question, "exposure", "") == MOMENTS


CASES: Final = (
    Case(
        "false: mood and moments, yesterday’s mood drives them, 1,500 days",
        Setting(1500, trouble=Trouble.FEEDBACK),
        _of_moments_and_mood,
    ),
    Case(
        "false: before and after, slow drift, 730 days",
        Setting(730, trouble=Trouble.DRIFT),
        _of_change,
    ),
    Case(
        "false: days after, all drifts, 730 days",
        Setting(730, trouble=Trouble.DRIFT_BOTH),
        _of_days_after,
    ),
    Case(
        "true: a step of .9 points, φ .3, 365 days",
        Setting(365, 0.3, truth=Truth(step=0.9)),
        _of_step,
    ),
    Case(
        "true: moments and the days after, φ .3, 365 days",
        Setting(365, 0.3, truth=Truth(carry_over=0.12)),
        lambda question: _of_lasting(question) and question.outcome == CONNECTION,
    ),
)


def second_look_table(journals: int) -> str:
    """Write how often something is told at first, and after the second look."""
    lines = [[case.words, *(words(count) for count in _told(case, journals))] for case in CASES]
    return markdown([["what is asked", "told at first %", "after a second look %"], *lines])


def _told(case: Case, journals: int) -> tuple[Count, Count]:
    first, second = Count(), Count()
    for made in journals_of(case.setting, journals):
        asked = [question for question in questions_of(made) if case.is_asked(question)]
        second.add(_alarms(ask(made.record, asked)))
        with _first_looks():
            first.add(_alarms(ask(made.record, asked)))
    return first, second


def _alarms(replies: Sequence[Reply]) -> list[bool]:
    return [reply.p < PROMISED for reply in replies if isinstance(reply, Answer)]


@contextmanager
def _first_looks() -> Iterator[None]:
    def as_told(told: Sequence[tuple[Wanted, Answer]], _: object) -> list[Answer]:
        return [answer for _, answer in told]

    with patch("journal.analysis.relations.ask.second_look", as_told):
        yield
