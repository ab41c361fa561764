"""Questions asked of a record, each with one honest answer or with what is missing.

Questions of one outcome are asked together: what their bases hold is weighed once, in every cell of
the grid of memories, and what they ask about only where it counts (`day_memory_panel`). What is
answered does not depend on which other questions are asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from journal.analysis.day_memory import DayEffect
from journal.analysis.day_memory_columns import base_columns
from journal.analysis.day_memory_panel import (
    Model,
    beside,
    candidates,
    effect_of,
    effects_of,
    joint_of,
    panel,
)
from journal.analysis.relations.answers import Answer, NotYet, Reply
from journal.analysis.relations.cycle_places import cycle_places
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.exposures import Exposures
from journal.analysis.relations.outcome import Column, Outcome, outcome_of
from journal.analysis.relations.questions import APART, Question, RelationQuestion
from journal.analysis.relations.wanted import Wanted, wanted

Base: TypeAlias = tuple[Column, ...]


def ask(record: DailyRecord, questions: Sequence[Question]) -> tuple[Reply, ...]:
    """Answer questions, one reply for each in order.

    Nothing that can stand in a record raises: what cannot be told is `NotYet`, with nothing missing
    where more days would not help.
    """
    exposures, places = Exposures(record), cycle_places(record.placed)
    replies: dict[Question, Reply] = {}
    for (measure, with_apart), of_outcome in _by_outcome(questions).items():
        outcome = outcome_of(record, measure, exposures, places, with_apart=with_apart)
        replies |= _replies(outcome, of_outcome)
    return tuple(replies[question] for question in questions)


def _by_outcome(questions: Sequence[Question]) -> dict[tuple[str, bool], list[Question]]:
    """Group questions by outcome; those about days apart need days that others may leave out."""
    found: dict[tuple[str, bool], list[Question]] = {}
    for question in dict.fromkeys(questions):
        about_apart = isinstance(question, RelationQuestion) and APART in {
            question.outcome,
            question.exposure,
        }
        found.setdefault((question.outcome, about_apart), []).append(question)
    return found


def _replies(outcome: Outcome, questions: Sequence[Question]) -> dict[Question, Reply]:
    asked = [wanted(question, outcome) for question in questions]
    replies: dict[Question, Reply] = {
        item.question: item for item in asked if isinstance(item, NotYet)
    }
    can_be_asked = [item for item in asked if isinstance(item, Wanted)]
    if can_be_asked:
        together = _Together(outcome, can_be_asked)
        replies |= {item.question: together.reply(item) for item in can_be_asked}
    return replies


class _Together:
    """Questions of one outcome, with everything weighed once that any of them needs."""

    def __init__(self, outcome: Outcome, questions: Sequence[Wanted]) -> None:
        self._choices = _numbered(chain.from_iterable(_weighed_everywhere(questions)))
        choices = outcome.columns(list(self._choices))
        self._panel = panel(outcome.rated, base_columns(outcome.rated.days), choices)
        self._models = {base: self._model(base) for base in _bases(questions)}
        self._effects: dict[tuple[Base, Column], DayEffect | None] = {}
        self._ask_alone(outcome, questions)

    def reply(self, item: Wanted) -> Reply:
        """Answer one of the questions."""
        if len(item.columns) > 1:
            return self._joint(item)
        effects = [self._effects[base, item.columns[0]] for base in item.bases]
        told = [effect for effect in effects if effect is not None]
        if len(told) < len(effects):
            return NotYet(item.question, ())
        weakest = max(told, key=lambda effect: effect.p)
        # Up beside one base and down beside the other is no answer.
        agree = len({effect.estimate > 0 for effect in told}) == 1
        return Answer(
            question=item.question,
            effect=weakest,
            p=weakest.p if agree else 1.0,
            days=item.days,
            contrast=item.contrast,
            groups=item.groups,
        )

    def _joint(self, item: Wanted) -> Reply:
        model = self._models[item.bases[0]]
        places = [self._choices[column] for column in item.columns]
        joint = None if model is None else joint_of(model, places)
        if joint is None:
            return NotYet(item.question, ())
        return Answer(item.question, None, joint.p, item.days, None, joint, item.groups)

    def _ask_alone(self, outcome: Outcome, questions: Sequence[Wanted]) -> None:
        """Ask about each single column beside each of its bases, all of one base at once."""
        by_base: dict[Base, list[Column]] = {}
        for item in questions:
            for base in item.bases if len(item.columns) == 1 else ():
                by_base.setdefault(base, []).append(item.columns[0])
                self._effects[base, item.columns[0]] = None
        places = _numbered(
            column
            for columns in by_base.values()
            for column in columns
            if column not in self._choices
        )
        models = {base: model for base in by_base if (model := self._models[base]) is not None}
        if self._panel is None or not models:
            return
        alone = candidates(self._panel, outcome.columns(list(places)), models.values())
        for base, model in models.items():
            others = [column for column in by_base[base] if column in places]
            found = effects_of(model, alone, [places[column] for column in others])
            for column, effect in zip(others, found, strict=True):
                self._effects[base, column] = effect
            for column in by_base[base]:
                if column in self._choices:
                    self._effects[base, column] = effect_of(model, self._choices[column])

    def _model(self, base: Base) -> Model | None:
        if self._panel is None:
            return None
        return beside(self._panel, [self._choices[column] for column in base])


def _bases(questions: Iterable[Wanted]) -> dict[Base, None]:
    return dict.fromkeys(base for item in questions for base in item.bases)


def _weighed_everywhere(questions: Iterable[Wanted]) -> Iterator[Base]:
    """Yield columns that a base holds, or that are asked about several at once."""
    for item in questions:
        yield from item.bases
        if len(item.columns) > 1:
            yield item.columns


def _numbered(columns: Iterable[Column]) -> dict[Column, int]:
    return {column: place for place, column in enumerate(dict.fromkeys(columns))}
