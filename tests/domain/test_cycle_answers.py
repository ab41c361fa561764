"""What she answered to what her record leaves open: each question has its own replies."""

import pytest

from journal.domain.cycle_answers import REPLIES, CycleAnswer, CycleQuestion, CycleReply
from journal.domain.errors import ChoiceUnknown
from tests.builders import on

EVERY_PAIR = [(question, reply) for question in CycleQuestion for reply in CycleReply]


def test_every_question_has_replies_and_every_reply_a_question() -> None:
    assert set(CycleQuestion) == set(REPLIES)
    assert {reply for replies in REPLIES.values() for reply in replies} == set(CycleReply)


@pytest.mark.parametrize("question", CycleQuestion)
def test_she_can_always_say_that_she_is_not_sure(question: CycleQuestion) -> None:
    assert CycleReply.NOT_SURE in REPLIES[question]


@pytest.mark.parametrize(
    ("question", "reply"),
    [pair for pair in EVERY_PAIR if pair[1] in REPLIES[pair[0]]],
)
def test_a_reply_to_its_own_question_is_an_answer(
    question: CycleQuestion, reply: CycleReply
) -> None:
    assert reply is CycleAnswer(on("2026-05-14"), question, reply).reply


@pytest.mark.parametrize(
    ("question", "reply"),
    [pair for pair in EVERY_PAIR if pair[1] not in REPLIES[pair[0]]],
)
def test_a_reply_to_the_other_question_is_none(question: CycleQuestion, reply: CycleReply) -> None:
    with pytest.raises(ChoiceUnknown):
        CycleAnswer(on("2026-05-14"), question, reply)


def test_a_refused_reply_is_told_with_what_it_can_be() -> None:
    with pytest.raises(ChoiceUnknown) as failure:
        CycleAnswer(on("2026-05-14"), CycleQuestion.MISSED_PERIOD, CycleReply.SAME_PERIOD)
    assert str(failure.value) == (
        "'same_period' is not a choice for missed period; "
        "it can be not_recorded, none_came, not_sure."
    )


def test_answers_are_ordered_by_their_date() -> None:
    later = CycleAnswer(on("2026-05-14"), CycleQuestion.EARLY_BLEED, CycleReply.NEW_PERIOD)
    earlier = CycleAnswer(on("2026-03-01"), CycleQuestion.MISSED_PERIOD, CycleReply.NOT_SURE)
    assert [earlier, later] == sorted([later, earlier])
