"""What only the owner can say about a file to import: one box for each question, never required."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Final

import streamlit as st

from journal.domain.catalogues import CatalogueName
from journal.domain.days import SignStrength
from journal.domain.journal import ReadableJournal
from journal.domain.labels import STRENGTH_WORDS
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
from journal.views.words import literal

_INTIMATE: Final = "Intimate practices"
_NUMBERS: Final = {str(number): str(number) for number in range(LOWEST, HIGHEST + 1)}
_HEADINGS: Final = {
    QuestionKind.RATING: "What its words mean, from 0 to 10",
    QuestionKind.STRENGTH: "How strong a ticked sign counts",
    QuestionKind.MOMENT: "Intimate moments",
    QuestionKind.HOURS: "Hours",
    QuestionKind.SCALE: "Scales of ten",
    QuestionKind.ACTIVITY: "Activities",
}


def ask_questions(journal: ReadableJournal, questions: Sequence[Question], *, key: str) -> Choices:
    """Draw a box for each question; return the answers that differ from what holds anyway."""
    options = {kind: _options(journal, kind) for kind in QuestionKind}
    answers = {}
    for kind, heading in _HEADINGS.items():
        of_kind = [question for question in questions if question.kind is kind]
        if not of_kind:
            continue
        # What works without her is folded away; a mood without a number waits for her.
        waiting = any(question.default == LEAVE_OUT for question in of_kind)
        with st.expander(heading, expanded=waiting or kind is QuestionKind.RATING):
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
        f"{literal(question.words)} ({question.count}×)",
        codes,
        index=codes.index(question.default) if question.default in codes else 0,
        format_func=options.__getitem__,
        key=_box(question, key),
    )


def _options(journal: ReadableJournal, kind: QuestionKind) -> dict[str, str]:
    note = {KEEP_IN_NOTE: "Keep in the note"}
    match kind:
        case QuestionKind.RATING:
            return {LEAVE_OUT: "No number"} | _NUMBERS
        case QuestionKind.STRENGTH:
            strengths = [item for item in SignStrength if item is not SignStrength.ABSENT]
            return {item.value: STRENGTH_WORDS[item] for item in strengths} | note
        case QuestionKind.MOMENT:
            return {"yes": "Bring along", LEAVE_OUT: "Leave out"}
        case QuestionKind.HOURS:
            return note | {"sleep_hours": "Hours slept"}
        case QuestionKind.SCALE:
            return note | {scale.code: scale.name for scale in RATINGS.values()}
        case QuestionKind.ACTIVITY:
            return note | {LEAVE_OUT: "Leave out"} | _moments(journal) | _signs(journal)


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
