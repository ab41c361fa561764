from journal.analysis.relations.answers import Findings, NotYet
from journal.analysis.relations.questions import (
    MOMENTS,
    CycleWholeQuestion,
    Question,
    RelationQuestion,
    Timing,
)
from journal.analysis.relations.scope import ALL, MOMENTS_AND_BIDS, SIGNS, scopes, within
from tests.relation_builders import answered, found

PAIR = RelationQuestion("mood", "desire")
LASTING = RelationQuestion("mood", "desire", Timing.DAYS_AFTER)
CYCLE = CycleWholeQuestion("sign:headache")
FEWER = RelationQuestion(MOMENTS, "stress")
FOUND = Findings(
    tuple(found(answered(question)) for question in (PAIR, LASTING, CYCLE)),
    (NotYet(FEWER, ()),),
)


def asked(scope: str) -> list[Question]:
    part = within(FOUND, scope)
    return [
        *(one.answer.question for one in part.answered),
        *(one.question for one in part.not_yet),
    ]


def test_everything_keeps_its_order() -> None:
    assert asked(ALL) == [PAIR, LASTING, CYCLE, FEWER]


def test_a_pair_of_ratings_of_one_day_stands_with_both() -> None:
    assert asked("mood") == [PAIR, LASTING]
    assert asked("desire") == [PAIR]
    assert asked("stress") == [FEWER]


def test_signs_and_moments_are_kept_together() -> None:
    assert asked(SIGNS) == [CYCLE]
    assert asked(MOMENTS_AND_BIDS) == [FEWER]


def test_only_what_was_asked_about_can_be_chosen() -> None:
    assert scopes(FOUND) == [ALL, "mood", "desire", "stress", SIGNS, MOMENTS_AND_BIDS]
    assert scopes(Findings((), ())) == [ALL]
