"""A part of the findings: those about one rating, about signs, or about moments.

Two ratings of the same day are asked about once, so what is found stands with both of them.
"""

from typing import Final

import numpy as np

from journal.analysis.relations.answers import Findings
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.questions import (
    BIDS_MET,
    BIDS_UNMET,
    MOMENTS,
    Question,
    RelationQuestion,
    Timing,
)
from journal.domain.days import SIGN_PREFIX
from journal.domain.ratings import RATINGS

ALL: Final = "all"
SIGNS: Final = "signs"
MOMENTS_AND_BIDS: Final = "moments"
_COUNTED: Final = frozenset({MOMENTS, BIDS_MET, BIDS_UNMET})


def scopes(found: Findings) -> list[str]:
    """List what can be chosen: everything, each rating that was asked about, signs, moments."""
    asked = _questions(found)
    choices = (*RATINGS, SIGNS, MOMENTS_AND_BIDS)
    return [ALL, *(scope for scope in choices if any(_is_in(one, scope) for one in asked))]


def within(found: Findings, scope: str) -> Findings:
    """Return the findings of a scope, in the same order; how sure they are stays as it was."""
    return Findings(
        tuple(one for one in found.answered if _is_in(one.answer.question, scope)),
        tuple(one for one in found.not_yet if _is_in(one.question, scope)),
    )


def measures_held(record: DailyRecord) -> list[str]:
    """List the measures with two different numbers: of others nothing can be compared."""
    spans = {
        measure: values[np.isfinite(values)]
        for measure, values in record.values.items()
        if np.isfinite(values).any()
    }
    return [measure for measure, values in spans.items() if values.min() < values.max()]


def _questions(found: Findings) -> list[Question]:
    return [
        *(one.answer.question for one in found.answered),
        *(one.question for one in found.not_yet),
    ]


def _is_in(question: Question, scope: str) -> bool:
    measures = {question.outcome}
    if isinstance(question, RelationQuestion) and question.timing is Timing.SAME_DAY:
        measures |= {question.exposure} & RATINGS.keys()
    return scope == ALL or any(_scope_of(measure) == scope for measure in measures)


def _scope_of(measure: str) -> str:
    if measure.startswith(SIGN_PREFIX):
        return SIGNS
    return MOMENTS_AND_BIDS if measure in _COUNTED else measure
