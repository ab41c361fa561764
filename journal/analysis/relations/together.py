"""Questions of outcomes that are rated on the same days, with everything weighed once.

What bases hold is weighed in every cell of the grid of memories, what is asked about only where it
counts (`day_memory_panel`). Most of what a person records she records at one sitting, so that many
outcomes share their days.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import numpy as np

from journal.analysis.day_memory import DayEffect
from journal.analysis.day_memory_columns import base_columns
from journal.analysis.day_memory_panel import (
    Base,
    Model,
    beside,
    candidates,
    effect_of,
    effects_of,
    joint_of,
    panel,
    seen_from,
)
from journal.analysis.relations.answers import Answer, NotYet, Reply
from journal.analysis.relations.outcome import Column, Outcome
from journal.analysis.relations.wanted import Wanted

Columns: TypeAlias = tuple[Column, ...]


class Together:
    """Answers to questions of outcomes that share their rated days.

    Args:
        asked: Each outcome with its questions, all of which passed their gates.
    """

    def __init__(self, asked: Sequence[tuple[Outcome, Sequence[Wanted]]]) -> None:
        # A column of these days is the same whichever of the outcomes asks for it.
        rows = asked[0][0]
        every = [item for _, questions in asked for item in questions]
        self._choices = _numbered(_weighed_everywhere(every))
        self._panel = panel(
            rows.rated.days,
            base_columns(rows.rated.days),
            rows.columns(list(self._choices)),
            np.column_stack([outcome.rated.ratings for outcome, _ in asked]),
        )
        self._bases: dict[Columns, Base | None] = {}
        self._models = {
            (rating, columns): self._model(rating, columns)
            for rating, (_, questions) in enumerate(asked)
            for item in questions
            for columns in item.bases
        }
        self._effects: dict[tuple[int, Columns, Column], DayEffect | None] = {}
        self._ask_alone(rows, [questions for _, questions in asked])

    def reply(self, rating: int, item: Wanted) -> Reply:
        """Answer one of the questions of the outcome in this place."""
        if len(item.columns) > 1:
            return self._joint(rating, item)
        effects = [self._effects[rating, base, item.columns[0]] for base in item.bases]
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

    def _joint(self, rating: int, item: Wanted) -> Reply:
        model = self._models[rating, item.bases[0]]
        places = [self._choices[column] for column in item.columns]
        joint = None if model is None else joint_of(model, places)
        if joint is None:
            return NotYet(item.question, ())
        return Answer(item.question, None, joint.p, item.days, None, joint, item.groups)

    def _ask_alone(self, rows: Outcome, asked: Sequence[Sequence[Wanted]]) -> None:
        """Ask about each single column beside each of its bases, all of one base at once."""
        by_model: dict[tuple[int, Columns], list[Column]] = {}
        for rating, questions in enumerate(asked):
            for item in questions:
                for base in item.bases if len(item.columns) == 1 else ():
                    by_model.setdefault((rating, base), []).append(item.columns[0])
                    self._effects[rating, base, item.columns[0]] = None
        models = {key: model for key in by_model if (model := self._models[key]) is not None}
        columns = (column for found in by_model.values() for column in found)
        places = _numbered(column for column in columns if column not in self._choices)
        alone = candidates(self._panel, rows.columns(list(places)), models.values())
        for key, model in models.items():
            others = [column for column in by_model[key] if column in places]
            found = effects_of(model, alone, [places[column] for column in others])
            for column, effect in zip(others, found, strict=True):
                self._effects[*key, column] = effect
            for column in by_model[key]:
                if column in self._choices:
                    self._effects[*key, column] = effect_of(model, self._choices[column])

    def _model(self, rating: int, columns: Columns) -> Model | None:
        if columns not in self._bases:
            places = [self._choices[column] for column in columns]
            self._bases[columns] = beside(self._panel, places)
        base = self._bases[columns]
        return None if base is None else seen_from(base, rating)


def _weighed_everywhere(questions: Iterable[Wanted]) -> Iterator[Column]:
    """Yield columns that a base holds, or that are asked about several at once."""
    for item in questions:
        for base in item.bases:
            yield from base
        if len(item.columns) > 1:
            yield from item.columns


def _numbered(columns: Iterable[Column]) -> dict[Column, int]:
    return {column: place for place, column in enumerate(dict.fromkeys(columns))}
