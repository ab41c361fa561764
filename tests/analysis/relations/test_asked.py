from collections import Counter
from dataclasses import replace
from datetime import timedelta

import numpy as np

from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.asked import usual_questions
from journal.analysis.relations.questions import (
    ChangeQuestion,
    ChangeSource,
    CycleWholeQuestion,
    CycleWindowQuestion,
    DatedChange,
    ModerationQuestion,
    RelationQuestion,
    Timing,
)
from tests.analysis.relations.made_up import LAST, record_of, whole_record

AFTER = Timing.DAYS_AFTER
RECORD = whole_record(1)
MOOD = np.arange(100) % 7.0


def test_no_question_is_asked_twice() -> None:
    questions = usual_questions(RECORD)
    assert {1} == set(Counter(questions).values())


def test_two_ratings_are_one_question_on_the_same_day_and_two_on_the_days_after() -> None:
    questions = usual_questions(record_of({"mood": MOOD, "stress": MOOD}, cycles=False))
    assert questions == (
        RelationQuestion("mood", "stress"),
        RelationQuestion("mood", "stress", AFTER),
        RelationQuestion("stress", "mood", AFTER),
    )


def test_what_was_never_recorded_is_not_asked_about() -> None:
    nothing = np.full(100, np.nan)
    record = record_of({"mood": MOOD, "desire": nothing, "moments": nothing}, cycles=False)
    assert usual_questions(record) == ()
    assert usual_questions(record_of({"mood": np.zeros(0)}, cycles=False)) == ()


def test_the_balance_and_signs_are_asked_about_the_same_day_alone() -> None:
    questions = usual_questions(RECORD, ["mood"])
    assert RelationQuestion("mood", "balance") in questions
    assert RelationQuestion("mood", "sign:sign_1") in questions
    after = {
        question.exposure
        for question in questions
        if isinstance(question, RelationQuestion) and question.timing is AFTER
    }
    assert after >= {"moments", "bids_met", "bids_unmet", "sleep_hours", "stress", "desire"}
    assert not after & {"balance", "apart", "sign:sign_1"}


def test_everything_that_may_last_has_its_reverse_beside_it() -> None:
    questions = usual_questions(RECORD)
    for question in questions:
        if isinstance(question, RelationQuestion) and question.timing is AFTER:
            assert RelationQuestion(question.exposure, question.outcome, AFTER) in questions


def test_the_cycle_is_asked_of_ratings_and_of_signs() -> None:
    questions = usual_questions(RECORD)
    for outcome in ("mood", "energy", "sign:sign_0"):
        assert CycleWholeQuestion(outcome) in questions
        for window in (Window.PREMENSTRUAL, Window.AROUND_OVULATION, Window.PERIOD):
            assert CycleWindowQuestion(outcome, window) in questions
    without = usual_questions(replace(RECORD, placed=[None] * len(RECORD.days)))
    assert not any(isinstance(question, CycleWholeQuestion) for question in without)


def test_with_outcomes_named_only_they_are_asked_about() -> None:
    questions = usual_questions(RECORD, ["energy", "never_recorded"])
    same_day = [
        question
        for question in questions
        if isinstance(question, RelationQuestion) and question.timing is Timing.SAME_DAY
    ]
    about_stress = {RelationQuestion("moments", "stress"), RelationQuestion("bids_met", "stress")}
    assert {"energy"} == {question.outcome for question in set(same_day) - about_stress}
    assert RelationQuestion("energy", "mood") in same_day
    assert RelationQuestion("moments", "energy", AFTER) in questions
    assert CycleWholeQuestion("sign:sign_0") not in questions


def test_time_apart_is_no_question_where_she_leaves_it_out_or_there_is_none() -> None:
    def asks_apart(record: object) -> bool:
        return RelationQuestion("mood", "apart") in usual_questions(record)  # type: ignore[arg-type]

    assert asks_apart(RECORD)
    assert not asks_apart(replace(RECORD, leave_apart_out=True))
    assert not asks_apart(record_of({"mood": MOOD, "apart": np.zeros(100)}))


def test_a_change_is_asked_about_where_there_ever_will_be_days_enough_before_it() -> None:
    late, early = (
        DatedChange(LAST - timedelta(days=days), name, ChangeSource.OWN)
        for days, name in ((10, "late"), (85, "early"))
    )
    record = record_of({"mood": MOOD}, changes=[early, late], cycles=False)
    assert (ChangeQuestion("mood", late),) == usual_questions(record)


def test_what_changed_on_one_day_is_asked_about_once() -> None:
    day = LAST - timedelta(days=30)
    changes = [
        DatedChange(day, "Gel", ChangeSource.CONTEXT_START),
        DatedChange(day, "Pill", ChangeSource.CONTEXT_END),
    ]
    record = record_of({"mood": MOOD}, changes=changes, cycles=False)
    together = DatedChange(day, "Gel, Pill", ChangeSource.SEVERAL)
    assert (ChangeQuestion("mood", together),) == usual_questions(record)


def test_stress_is_asked_about_what_moments_leave_and_about_moments() -> None:
    questions = usual_questions(RECORD)
    assert ModerationQuestion("connection", "moments", "stress") in questions
    assert ModerationQuestion("stress", "moments", "stress") not in questions
    assert RelationQuestion("moments", "stress") in questions
    assert RelationQuestion("bids_met", "stress") in questions
    calm = usual_questions(record_of({"mood": MOOD, "moments": MOOD}))
    assert not any(isinstance(question, ModerationQuestion) for question in calm)
