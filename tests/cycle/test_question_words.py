from datetime import timedelta

import pytest

from journal.cycle.question_words import (
    REPLY_WORDS,
    UNEXPECTED_WORDS,
    oddity_words,
    question_words,
    reason_words,
)
from journal.cycle.questions import BLEEDING_UNEXPECTED, Oddity, OddityKind, OpenQuestion
from journal.domain.contexts import ContextKind
from journal.domain.cycle_answers import CycleQuestion, CycleReply
from tests.builders import on

ONSET = on("2026-04-24")


def _missed(*around: str) -> OpenQuestion:
    dates = tuple(on(day) for day in around)
    return OpenQuestion(
        CycleQuestion.MISSED_PERIOD, on("2026-04-13"), on("2026-06-10"), dates, usual_days=28.5
    )


def _early(first: str, last: str) -> OpenQuestion:
    return OpenQuestion(CycleQuestion.EARLY_BLEED, on(first), on(last), onset=ONSET)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (_missed("2026-05-12"), "Did a period around 12 May 2026 go unrecorded?"),
        (
            _missed("2026-05-12", "2026-06-09"),
            "Did periods around 12 May 2026 and 9 June 2026 go unrecorded?",
        ),
        (
            _missed("2026-04-23", "2026-05-03", "2026-05-13", "2026-05-23"),
            "Did periods between 13 April 2026 and 10 June 2026 go unrecorded?",
        ),
        (
            _early("2026-05-03", "2026-05-05"),
            "You noted bleeding from 3 to 5 May 2026, 9 days after a period began. What was it?",
        ),
        (
            _early("2026-05-03", "2026-05-03"),
            "You noted bleeding on 3 May 2026, 9 days after a period began. What was it?",
        ),
    ],
)
def test_a_question_names_the_dates_it_is_about(asked: OpenQuestion, words: str) -> None:
    assert words == question_words(asked)


def test_the_reason_for_a_question_says_what_it_rests_on() -> None:
    said = reason_words(_missed("2026-05-12"))
    assert said.startswith(
        "58 days lie between the periods that began on 13 April 2026 and 10 June 2026; "
        "about 29 days are usual for you."
    )
    assert "less than 15 days" in reason_words(_early("2026-05-03", "2026-05-05"))


def test_every_reply_has_words_of_its_own() -> None:
    assert set(CycleReply) == set(REPLY_WORDS)
    assert len(set(REPLY_WORDS.values())) == len(CycleReply)


def test_bleeding_that_is_not_expected_has_words_for_each_context() -> None:
    assert set(BLEEDING_UNEXPECTED) == set(UNEXPECTED_WORDS)


@pytest.mark.parametrize(
    ("odd", "begins"),
    [
        (
            Oddity(OddityKind.LONG_BLEED, on("2026-05-01"), on("2026-05-21"), 20),
            "You noted bleeding from 1 to 21 May 2026, 20 days of flow. It counts as one bleed.",
        ),
        (
            Oddity(OddityKind.BEFORE_BIRTH, on("1978-12-30"), on("1978-12-31"), 2),
            "2 days with bleeding, from 30 to 31 December 1978, lie before the year you were born.",
        ),
        (
            Oddity(OddityKind.BEFORE_BIRTH, on("1978-12-30"), on("1978-12-30"), 1),
            "1 day with bleeding, on 30 December 1978, lies before the year you were born.",
        ),
        (
            Oddity(OddityKind.BIRTH_IN_FUTURE, on("2050-01-01"), on("2050-01-01")),
            "2050 stands in your journal as the year you were born, and it is still to come.",
        ),
        *(
            (
                Oddity(
                    OddityKind.BLEEDING_UNDER_CONTEXT, on("2026-05-01"), on("2026-05-02"), 2, kind
                ),
                f"You noted bleeding from 1 to 2 May 2026, {words}",
            )
            for kind, words in (
                (ContextKind.PREGNANCY, "during a pregnancy."),
                (ContextKind.HYSTERECTOMY_OVARIES_KEPT, "after a hysterectomy."),
            )
        ),
    ],
)
def test_an_oddity_says_what_is_seen_and_what_she_can_do(odd: Oddity, begins: str) -> None:
    said = oddity_words(odd)
    assert said.startswith(begins)
    assert "you can" in said or "Until you" in said or "doctor" in said


def test_no_words_shout_or_scold() -> None:
    day = on("2026-05-01")
    said = [
        *REPLY_WORDS.values(),
        *(
            oddity_words(Oddity(kind, day, day + timedelta(days=3), 3, told_as))
            for kind in OddityKind
            for told_as in (None, *UNEXPECTED_WORDS)
        ),
    ]
    for words in said:
        assert "!" not in words
        assert not {"forgot", "should", "must", "wrong", "abnormal"} & set(words.lower().split())
