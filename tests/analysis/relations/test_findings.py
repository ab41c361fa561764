from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from journal.analysis.day_memory import DayEffect, JointEffect
from journal.analysis.day_memory_gate import Lack, LackKind
from journal.analysis.day_memory_mixture import StudentMixture, intervals
from journal.analysis.relations.answers import FALSE_SHARE, Answer, Finding, NotYet, Sureness
from journal.analysis.relations.findings import alone, findings
from journal.analysis.relations.questions import (
    CycleWholeQuestion,
    ModerationQuestion,
    RelationQuestion,
)

DEGREES = 200


def answer(estimate: float, error: float, outcome: str = "mood", exposure: str = "x") -> Answer:
    effect = DayEffect(StudentMixture((1.0,), (estimate,), (error,), DEGREES), 212)
    return Answer(RelationQuestion(outcome, exposure), effect, effect.p, 212)


def whole(p: float) -> Answer:
    return Answer(CycleWholeQuestion("mood"), None, p, 212, joint=JointEffect(p, 2, 212))


def kinds(*answers: Answer) -> list[Sureness]:
    found = {item.answer: item.sureness for item in findings(answers).answered}
    return [found[item] for item in answers]


def test_one_answer_is_sure_where_its_interval_leaves_out_zero() -> None:
    assert kinds(answer(1.0, 0.4)) == [Sureness.SURE]
    assert kinds(answer(1.0, 0.6)) == [Sureness.UNCLEAR]
    assert Sureness.SURE is alone(answer(1.0, 0.4)).sureness


def test_the_more_are_asked_the_less_is_sure() -> None:
    nothing = [answer(0.1, 0.8, exposure=str(place)) for place in range(30)]
    assert Sureness.LIKELY is kinds(answer(1.0, 0.4), *nothing)[0]
    assert Sureness.SURE is kinds(answer(2.0, 0.4), *nothing)[0]


def test_an_interval_within_half_a_point_hardly_differs_even_where_it_may_not_be_zero() -> None:
    nothing = [answer(0.1, 0.8, exposure=str(place)) for place in range(30)]
    assert kinds(answer(0.1, 0.1)) == [Sureness.HARDLY]
    assert Sureness.HARDLY is kinds(answer(0.2, 0.09), *nothing)[0]
    assert Sureness.SURE is kinds(answer(0.2, 0.01), *nothing)[0]
    assert kinds(answer(0.3, 0.2)) == [Sureness.UNCLEAR]


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("sleep_hours", Sureness.HARDLY),
        ("sign:headache", Sureness.HARDLY),
        ("moments", Sureness.UNCLEAR),
        ("bids_met", Sureness.UNCLEAR),
    ],
)
def test_a_count_is_never_said_to_hardly_differ(outcome: str, expected: Sureness) -> None:
    assert [expected] == kinds(answer(0.1, 0.1, outcome))


def test_what_a_moderator_changes_is_never_said_to_be_little() -> None:
    little = answer(0.1, 0.1)
    asked = replace(little, question=ModerationQuestion("mood", "moments", "stress"))
    assert kinds(little, asked) == [Sureness.HARDLY, Sureness.UNCLEAR]


def many(seed: int, asked: int) -> list[Answer]:
    random = np.random.default_rng(seed)
    shifts = np.where(random.random(asked) < 0.3, random.normal(0, 3, asked), 0)
    estimates = shifts + random.normal(0, 1, asked)
    return [answer(size, 1.0, exposure=str(place)) for place, size in enumerate(estimates)]


@pytest.mark.parametrize("seed", range(20))
def test_what_is_sure_is_what_scipy_says_with_benjamini_and_hochberg(seed: int) -> None:
    answers = many(seed, 5 + 20 * seed)
    adjusted = stats.false_discovery_control([one.p for one in answers], method="bh")
    found = findings(answers)
    sure = {item.answer for item in found.of(Sureness.SURE)}
    assert {one for one, p in zip(answers, adjusted, strict=True) if p <= FALSE_SHARE} == sure
    assert found.asked == len(answers)


@pytest.mark.parametrize("seed", range(5))
def test_intervals_of_what_is_sure_leave_out_zero_at_the_level_of_all_that_was_asked(
    seed: int,
) -> None:
    found = findings(many(seed, 100))
    sure = found.of(Sureness.SURE)
    assert len(sure) > 3
    for item in found.answered:
        assert item.answer.effect is not None
        assert item.low is not None
        assert item.high is not None
        level = 1 - FALSE_SHARE * len(sure) / 100 if item in sure else 0.95
        assert item.level == pytest.approx(level)
        assert (item.low, item.high) == pytest.approx(item.answer.effect.interval(level))
        if item in sure:
            assert item.low > 0 or item.high < 0


def test_the_surest_kind_comes_first_and_within_it_the_largest_size() -> None:
    answers = [
        answer(0.3, 3.0),
        answer(1.0, 0.01, exposure="small"),
        answer(-2.0, 0.01, exposure="large"),
        answer(0.9, 0.01, "sign:headache"),
        answer(0.05, 0.05),
        whole(1e-9),
    ]
    found = [item.answer for item in findings(answers).answered]
    # Nine tenths of a step of three are more than two points of ten.
    assert [answers[place] for place in (3, 2, 1, 5, 4, 0)] == found


def test_the_whole_cycle_has_no_interval() -> None:
    (found,) = findings([whole(0.2)]).answered
    assert Finding(whole(0.2), Sureness.UNCLEAR, 0.95, None, None) == found
    assert kinds(whole(0.001), whole(0.2)) == [Sureness.SURE, Sureness.UNCLEAR]


def test_what_has_least_missing_comes_first_and_what_days_cannot_help_last() -> None:
    def waiting(*missing: int) -> NotYet:
        kind = LackKind.RATED_DAYS, LackKind.DAYS_SPANNED
        lacks = tuple(Lack(of, number) for of, number in zip(kind, missing, strict=False))
        return NotYet(RelationQuestion("mood", str(missing)), lacks)

    found = findings([waiting(), waiting(12), waiting(3, 20), waiting(2, 3)])
    assert [waiting(2, 3), waiting(12), waiting(3, 20), waiting()] == list(found.not_yet)
    assert (found.asked, found.answered) == (0, ())


def test_nothing_asked_is_nothing_found() -> None:
    assert findings([]).asked == 0


def test_intervals_together_are_those_of_each() -> None:
    random = np.random.default_rng(4)
    mixtures = []
    for cells in (1, 5, 33):
        weights = random.dirichlet(np.ones(cells))
        mixtures.append(
            StudentMixture(
                tuple(weights.tolist()),
                tuple(random.normal(size=cells).tolist()),
                tuple((0.1 + random.random(cells)).tolist()),
                20 + cells,
            )
        )
    levels = [0.9, 0.95, 0.999]
    expected = [one.interval(level) for one, level in zip(mixtures, levels, strict=True)]
    for one, two in zip(expected, intervals(mixtures, levels), strict=True):
        assert two == pytest.approx(one)
    assert intervals([], []) == []


def test_a_finding_keeps_its_answer() -> None:
    in_spells = replace(answer(1.0, 0.1), groups=3)
    assert in_spells == alone(in_spells).answer
