"""A sentence read elsewhere is found again beside the finding that asks the same."""

import itertools
from collections.abc import Iterator
from datetime import date

import pytest

from journal.analysis.relations.answers import Contrast, Sureness
from journal.analysis.relations.questions import (
    BALANCE,
    MOMENTS,
    SLEEP_HOURS,
    ChangeQuestion,
    ChangeSource,
    CycleWholeQuestion,
    CycleWindowQuestion,
    DatedChange,
    ModerationQuestion,
    Question,
    RelationQuestion,
    Timing,
)
from journal.analysis.relations.same_finding import says_the_same
from journal.analysis.relations.words import WINDOW_WORDS, finding_words
from tests.relation_builders import answered, found

MEASURES = ("mood", "stress", SLEEP_HOURS, MOMENTS, BALANCE, "sign:b12", "sign:headache")
NAMES = {"sign:b12": "Vitamin B12 (2 pills)", "sign:headache": "Headache"}
SIZES = ((-1.0, (-2.0, -0.5)), (0.02, (0.01, 0.04)), (4.2, (0.1, 12.0)))


def questions() -> Iterator[Question]:
    """Return questions of every kind; two differ in no more than they must."""
    for outcome, other in itertools.permutations(MEASURES, 2):
        yield from (RelationQuestion(outcome, other, timing) for timing in Timing)
    for outcome in MEASURES:
        yield CycleWholeQuestion(outcome)
        yield from (CycleWindowQuestion(outcome, window) for window in WINDOW_WORDS)
    yield from (ModerationQuestion("mood", MOMENTS, other) for other in ("stress", "energy"))
    for day, source in itertools.product((3, 5), ChangeSource):
        yield ChangeQuestion("mood", DatedChange(date(2026, 5, day), f"Job {day}", source))


QUESTIONS = tuple(questions())


def sentence(question: Question, size: int = 0, contrast: Contrast | None = None) -> str:
    estimate, ends = SIZES[size]
    answer = answered(question, estimate, contrast=contrast, days=90 + size, groups=3)
    return finding_words(found(answer, ends=ends), NAMES)


@pytest.mark.parametrize("sureness", Sureness)
def test_of_other_days_a_sentence_is_known_by_what_it_asks(sureness: Sureness) -> None:
    for question, size in itertools.product(QUESTIONS, range(len(SIZES))):
        said = sentence(question, size, Contrast(3, 7))
        hers = found(answered(question, 0.4, contrast=Contrast(1.5, 2.5)), sureness, (-0.1, 0.9))
        assert says_the_same(said, hers, NAMES), said


def test_one_more_and_two_more_are_compared_alike() -> None:
    question = RelationQuestion("mood", MOMENTS)
    two = found(answered(question, contrast=Contrast(0, 2)))
    assert says_the_same(sentence(question, 0, Contrast(0, 1)), two, NAMES)


def test_no_sentence_is_that_of_another_question() -> None:
    said = {question: sentence(question) for question in QUESTIONS}
    for asked in QUESTIONS:
        hers = found(answered(asked))
        same = [other for other, words in said.items() if says_the_same(words, hers, NAMES)]
        assert [said[asked]] == list({said[other] for other in same})


@pytest.mark.parametrize("said", ["", "What goes with what, over 3 years", "Your mood is"])
def test_other_words_are_no_finding(said: str) -> None:
    for question in QUESTIONS:
        assert not says_the_same(said, found(answered(question)), NAMES)
