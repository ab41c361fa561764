import numpy as np

from journal.analysis.day_memory import DayEffect
from journal.analysis.day_memory_mixture import StudentMixture
from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.answers import Answer, Finding, Findings, Sureness
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.questions import (
    ChangeQuestion,
    ChangeSource,
    CycleWindowQuestion,
    DatedChange,
    Question,
    RelationQuestion,
    Timing,
)
from journal.analysis.review.matters import findings_that_matter
from journal.domain.ranges import DateRange
from tests.builders import on

TODAY = on("2026-11-22")
SPAN = DateRange.last_days(31, TODAY)
MOVE = DatedChange(on("2026-11-01"), "A move", ChangeSource.CONTEXT_START)
OLD_MOVE = DatedChange(on("2026-06-01"), "A move", ChangeSource.CONTEXT_START)
MOMENTS_SAME = RelationQuestion("mood", "moments")
MOMENTS_AFTER = RelationQuestion("mood", "moments", Timing.DAYS_AFTER)
REVERSE = RelationQuestion("moments", "mood", Timing.DAYS_AFTER)
STRESS = RelationQuestion("mood", "stress")
SLEEP = RelationQuestion("calm", "sleep_quality")
APART = RelationQuestion("connection", "apart")
ALL = ("mood", "moments", "stress", "calm", "sleep_quality", "connection", "apart")


def found(question: Question, sureness: Sureness = Sureness.SURE) -> Finding:
    effect = DayEffect(StudentMixture((1.0,), (1.0,), (0.2,), 50), 90)
    return Finding(Answer(question, effect, 0.001, 90), sureness, 0.95, 0.6, 1.4)


def record(*measures: str) -> DailyRecord:
    days = tuple(DateRange.last_days(100, TODAY))
    return DailyRecord(days, {name: np.ones(100) for name in measures}, {}, [None] * 100)


def asked(*questions: Question, measures: tuple[str, ...] = ALL) -> list[Question]:
    answered = Findings(tuple(map(found, questions)), ())
    told = findings_that_matter(answered, record(*measures), SPAN)
    return [item.answer.question for item in told]


def test_three_are_told_in_their_order_and_no_more() -> None:
    assert asked(STRESS, SLEEP, APART, MOMENTS_SAME) == [STRESS, SLEEP, APART]


def test_one_pair_of_measures_is_told_of_once() -> None:
    assert asked(MOMENTS_AFTER, MOMENTS_SAME, REVERSE, STRESS) == [MOMENTS_AFTER, STRESS]


def test_what_changed_in_the_span_comes_first() -> None:
    question = ChangeQuestion("mood", MOVE)
    assert [question, STRESS, SLEEP] == asked(STRESS, SLEEP, APART, question)


def test_what_changed_before_the_span_does_not_concern_it() -> None:
    assert asked(ChangeQuestion("mood", OLD_MOVE), STRESS) == [STRESS]


def test_what_is_not_recorded_in_the_span_does_not_concern_it() -> None:
    assert asked(STRESS, SLEEP, measures=("mood", "calm", "sleep_quality")) == [SLEEP]


def test_a_window_no_day_of_the_span_lies_in_does_not_concern_it() -> None:
    assert asked(CycleWindowQuestion("mood", Window.PREMENSTRUAL)) == []


def test_only_what_is_sure_is_told() -> None:
    unsure = (Sureness.LIKELY, Sureness.HARDLY, Sureness.UNCLEAR)
    answered = Findings(tuple(found(STRESS, kind) for kind in unsure), ())
    assert findings_that_matter(answered, record(*ALL), SPAN) == ()
