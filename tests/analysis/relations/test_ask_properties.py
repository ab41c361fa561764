"""What must not change an answer does not, and nothing a record holds breaks a question."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analysis.day_memory_grid import Floats
from journal.analysis.relations.answers import Answer, NotYet, Reply
from journal.analysis.relations.ask import ask
from journal.analysis.relations.asked import usual_questions
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.days_behind import days_behind
from journal.analysis.relations.findings import findings
from journal.analysis.relations.lags import lag_effects
from journal.analysis.relations.questions import Question, RelationQuestion, Timing
from tests.analysis.relations.made_up import record_of, whole_record

CLOSE = 1e-6
SEEDS = st.integers(0, 10**6)
DAYS = 110
Change = Callable[[Floats], Floats]


def changed(record: DailyRecord, **changes: Change) -> DailyRecord:
    values = {
        code: changes[code](column) if code in changes else column
        for code, column in record.values.items()
    }
    return replace(record, values=values)


def asked(record: DailyRecord, outcomes: tuple[str, ...] = ("mood",)) -> dict[Question, Reply]:
    questions = usual_questions(record, outcomes)
    return dict(zip(questions, ask(record, questions), strict=True))


def assert_same(expected: Reply, found: Reply, scale: float = 1.0) -> None:
    assert isinstance(found, type(expected))
    if isinstance(expected, NotYet) or isinstance(found, NotYet):
        assert expected == found
        return
    assert found.days == expected.days
    assert found.p == pytest.approx(expected.p, abs=CLOSE)
    if expected.estimate is not None:
        assert found.estimate == pytest.approx(scale * expected.estimate, abs=CLOSE * abs(scale))


@given(SEEDS, st.floats(-100, 100))
@settings(max_examples=4, deadline=None)
def test_adding_the_same_to_every_day_of_an_outcome_changes_nothing(seed: int, more: float) -> None:
    record = whole_record(seed, DAYS)
    after = asked(changed(record, mood=lambda mood: mood + more))
    for question, reply in asked(record).items():
        # As an exposure her mood has other quartiles, and the same distance between them.
        assert_same(reply, after[question])


@given(SEEDS, st.sampled_from([0.1, 2.0, 60.0]))
@settings(max_examples=4, deadline=None)
def test_an_outcome_in_other_units_goes_along_in_the_same_units(seed: int, unit: float) -> None:
    record = whole_record(seed, DAYS)
    after = asked(changed(record, mood=lambda mood: mood * unit))
    for question, reply in asked(record).items():
        if question.outcome == "mood":
            assert_same(reply, after[question], unit)


@given(SEEDS, st.sampled_from([0.25, 60.0]))
@settings(max_examples=4, deadline=None)
def test_hours_in_minutes_are_the_same_hours(seed: int, unit: float) -> None:
    record = whole_record(seed, DAYS)
    after = changed(record, sleep_hours=lambda hours: hours * unit)
    questions = [
        RelationQuestion(outcome, exposure, timing)
        for timing in Timing
        for outcome, exposure in (("mood", "sleep_hours"), ("sleep_hours", "mood"))
    ]
    for one, two in zip(ask(record, questions), ask(after, questions), strict=True):
        assert_same(one, two, unit if one.question.outcome == "sleep_hours" else 1.0)


@given(SEEDS)
@settings(max_examples=4, deadline=None)
def test_a_measure_that_nobody_asks_about_changes_no_answer(seed: int) -> None:
    record = whole_record(seed, DAYS)
    more = replace(record, values={**record.values, "sign:new": np.arange(DAYS) % 4.0})
    after = asked(more)
    for question, reply in asked(record).items():
        assert_same(reply, after[question])


@given(SEEDS)
@settings(max_examples=4, deadline=None)
def test_other_names_of_signs_and_another_order_of_questions_change_no_answer(seed: int) -> None:
    record = whole_record(seed, DAYS)
    names = {"sign:sign_0": "sign:sign_1", "sign:sign_1": "sign:sign_0"}
    swapped = {names.get(code, code): column for code, column in record.values.items()}
    questions = list(usual_questions(record, ["mood"]))
    order = np.random.default_rng(seed).permutation(len(questions))
    shuffled = [questions[place] for place in order]
    expected = dict(zip(questions, ask(record, questions), strict=True))
    found = dict(zip(shuffled, ask(replace(record, values=swapped), shuffled), strict=True))
    for question, reply in expected.items():
        if isinstance(question, RelationQuestion) and question.exposure in names:
            other = replace(question, exposure=names[question.exposure])
            assert_same(replace(reply, question=other), found[other])
        else:
            assert_same(reply, found[question])


@given(SEEDS, st.integers(-300, 300))
@settings(max_examples=4, deadline=None)
def test_whole_weeks_earlier_or_later_the_answers_are_the_same(seed: int, weeks: int) -> None:
    record = replace(whole_record(seed, DAYS), placed=[None] * DAYS)
    days = [day.fromordinal(day.toordinal() + 7 * weeks) for day in record.days]
    after = asked(replace(record, days=days))
    for question, reply in asked(record).items():
        assert_same(reply, after[question])


@given(SEEDS, st.integers(1, 400))
@settings(max_examples=4, deadline=None)
def test_days_without_a_record_before_and_after_it_change_no_answer(seed: int, more: int) -> None:
    record = whole_record(seed, DAYS)
    empty = np.full(more, np.nan)
    first = record.days[0].toordinal()
    wider = replace(
        record,
        days=[record.days[0].fromordinal(first + place) for place in range(-more, DAYS + more)],
        values={
            code: np.concatenate(
                [np.zeros(more), column, np.zeros(more)]
                if code == "apart"
                else [empty, column, empty]
            )
            for code, column in record.values.items()
        },
        placed=[*[None] * more, *record.placed, *[None] * more],
    )
    after = asked(wider)
    for question, reply in asked(record).items():
        assert_same(reply, after[question])


NAN = float("nan")
STRANGE: Mapping[str, Callable[[np.random.Generator, int], Floats]] = {
    "nothing": lambda _, days: np.full(days, NAN),
    "one day": lambda _, days: np.where(np.arange(days) == days // 2, 5.0, NAN),
    "always the same": lambda _, days: np.full(days, 7.0),
    "always nothing": lambda _, days: np.zeros(days),
    "one other day": lambda _, days: np.where(np.arange(days) == 3, 10.0, 0.0),
    "the floor": lambda random, days: np.where(random.random(days) < 0.8, 0.0, 1.0),
    "the ceiling": lambda random, days: np.where(random.random(days) < 0.8, 10.0, 4.0),
    "mondays": lambda random, days: np.where(
        np.arange(days) % 7, NAN, random.integers(0, 11, days)
    ),
    "up and up": lambda _, days: np.arange(days) * 1.0,
    "a step": lambda _, days: np.where(np.arange(days) < days // 2, 2.0, 8.0),
    "in and out": lambda _, days: np.arange(days) % 2 * 10.0,
    "two years between": lambda random, days: np.where(
        np.abs(np.arange(days) - days / 2) < days / 2 - 60, NAN, random.integers(0, 11, days)
    ),
    "usual": lambda random, days: random.integers(0, 11, days) * 1.0,
}
MEASURES = ("mood", "stress", "moments", "bids_met", "sleep_hours", "sign:headache", "apart")


@st.composite
def strange_records(draw: st.DrawFn) -> DailyRecord:
    """Measures that hold nothing, or hardly anything, or the very same as each other."""
    days = draw(st.sampled_from([1, 7, 45, 120, 900]))
    seed = draw(SEEDS)
    kinds = {code: draw(st.sampled_from(sorted(STRANGE))) for code in MEASURES}
    values = {
        code: STRANGE[kind](np.random.default_rng(seed if kind == "usual" else [seed, place]), days)
        for place, (code, kind) in enumerate(kinds.items())
    }
    apart = np.nan_to_num(values["apart"]) > 0
    return record_of(
        {**values, "apart": apart * 1.0},
        cycles=draw(st.booleans()),
        leave_apart_out=draw(st.booleans()),
    )


@given(strange_records())
@settings(max_examples=40, deadline=None)
def test_nothing_a_record_holds_breaks_a_question(record: DailyRecord) -> None:
    questions = usual_questions(record)
    replies = ask(record, questions)
    assert [reply.question for reply in replies] == list(questions)
    found = findings(replies)
    assert found.asked + len(found.not_yet) == len(questions)
    for reply in replies:
        if isinstance(reply, Answer):
            assert 0 <= reply.p <= 1
            assert reply.estimate is None or np.isfinite(reply.estimate)
    for item in found.answered:
        if item.low is not None and item.high is not None:
            assert item.low <= item.high
    lag_effects(record, "mood", "stress")
    for question in questions[:5]:
        days_behind(record, question)


def test_an_empty_record_is_asked_nothing_and_answers_nothing() -> None:
    record = record_of({"mood": np.zeros(0)}, cycles=False)
    (reply,) = ask(record, [RelationQuestion("mood", "stress")])
    assert isinstance(reply, NotYet)
    assert ask(record, []) == ()
    assert isinstance(lag_effects(record, "mood", "stress"), NotYet)
    assert days_behind(record, RelationQuestion("mood", "stress")).days == ()
