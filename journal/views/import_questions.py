"""What only the owner can say about a file to import: one box for each question, never required."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Final

import streamlit as st

from journal.domain.catalogues import CatalogueName
from journal.domain.csv_mapping import DateOrder
from journal.domain.days import Bleeding, SignStrength
from journal.domain.journal import ReadableJournal
from journal.domain.labels import BLEEDING_WORDS, STRENGTH_WORDS
from journal.domain.ratings import HIGHEST, LOWEST, RATINGS
from journal.exchange.importing.parsed import (
    KEEP_IN_NOTE,
    LEAVE_OUT,
    MOMENT_PREFIX,
    SIGN_ANSWER_PREFIX,
    Choices,
    Question,
    QuestionKind,
)
from journal.views.words import literal_start

_INTIMATE: Final = "Intimate practices"
_NUMBERS: Final = {str(number): str(number) for number in range(LOWEST, HIGHEST + 1)}
_STEPS: Final = {"1-5": "1 to 5", "0-5": "0 to 5", "1-10": "1 to 10", "0-10": "0 to 10"}
_ORDERS: Final = {
    LEAVE_OUT: "Not chosen yet",
    DateOrder.DAY_FIRST.value: "Day first",
    DateOrder.MONTH_FIRST.value: "Month first",
}
# In the order of the page: without the first nothing can be read.
_HEADINGS: Final = {
    QuestionKind.DATE_ORDER: "How its dates are written",
    QuestionKind.STEPS: "How far its scales go",
    QuestionKind.FLOW: "How much bleeding",
    QuestionKind.RATING: "What its words mean, from 0 to 10",
    QuestionKind.STRENGTH: "How strong a ticked sign counts",
    QuestionKind.MOMENT: "Intimate moments",
    QuestionKind.HOURS: "Hours",
    QuestionKind.SCALE: "Scales of ten",
    QuestionKind.SIGN: "Words that could be signs",
    QuestionKind.ACTIVITY: "Activities",
}
# Numbers and amounts are looked at even where each has one already.
_OPEN: Final = frozenset({QuestionKind.RATING, QuestionKind.STEPS, QuestionKind.FLOW})


def ask_questions(journal: ReadableJournal, questions: Sequence[Question], *, key: str) -> Choices:
    """Draw a box for each question; return the answers that differ from what holds anyway."""
    options = {kind: _options(journal, kind) for kind in {item.kind for item in questions}}
    answers = {}
    for kind, heading in _HEADINGS.items():
        of_kind = [question for question in questions if question.kind is kind]
        if not of_kind:
            continue
        # What works without her is folded away; a mood without a number waits for her.
        waiting = any(question.default == LEAVE_OUT for question in of_kind)
        with st.expander(heading, expanded=waiting or kind in _OPEN):
            for question in of_kind:
                answers[question.key] = _ask(question, options[kind], key)
    return {
        question.key: answers[question.key]
        for question in questions
        if answers[question.key] != question.default
    }


def _box(question: Question, key: str) -> str:
    # A name from the file must not become part of a style sheet's class.
    return f"{key}.{sha256(question.key.encode()).hexdigest()[:16]}"


def _ask(question: Question, options: dict[str, str], key: str) -> str:
    codes = list(options)
    return st.selectbox(
        f"{literal_start(question.words)} ({question.count}×)",
        codes,
        index=codes.index(question.default) if question.default in codes else 0,
        format_func=options.__getitem__,
        key=_box(question, key),
    )


def _options(journal: ReadableJournal, kind: QuestionKind) -> dict[str, str]:
    note, leave_out = {KEEP_IN_NOTE: "Keep in the note"}, {LEAVE_OUT: "Leave out"}
    strengths = [item for item in SignStrength if item is not SignStrength.ABSENT]
    options = {
        QuestionKind.RATING: lambda: {LEAVE_OUT: "No number"} | _NUMBERS,
        QuestionKind.STRENGTH: lambda: (
            {item.value: STRENGTH_WORDS[item] for item in strengths} | note
        ),
        QuestionKind.MOMENT: lambda: {"yes": "Bring along"} | leave_out,
        QuestionKind.HOURS: lambda: note | {"sleep_hours": "Hours slept"},
        QuestionKind.SCALE: lambda: note | {scale.code: scale.name for scale in RATINGS.values()},
        QuestionKind.STEPS: lambda: note | _STEPS,
        QuestionKind.FLOW: lambda: (
            leave_out | {amount.value: BLEEDING_WORDS[amount] for amount in Bleeding}
        ),
        QuestionKind.DATE_ORDER: lambda: _ORDERS,
        QuestionKind.SIGN: lambda: note | leave_out | _signs(journal),
        QuestionKind.ACTIVITY: lambda: note | leave_out | _moments(journal) | _signs(journal),
    }
    return options[kind]()


def _moments(journal: ReadableJournal) -> dict[str, str]:
    intimate = journal.settings().intimate_practices
    offered = journal.catalogue(CatalogueName.MOMENTS).offered
    return {
        MOMENT_PREFIX + entry.code: f"Moment: {entry.name}"
        for entry in offered
        if intimate or entry.group != _INTIMATE
    }


def _signs(journal: ReadableJournal) -> dict[str, str]:
    offered = journal.catalogue(CatalogueName.SIGNS).offered
    return {SIGN_ANSWER_PREFIX + entry.code: f"Sign: {entry.name}" for entry in offered}
