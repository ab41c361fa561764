from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.any_two import any_two
from journal.analysis.relations.ask import ask
from journal.analysis.relations.days_behind import (
    MOST_GROUPS,
    DayBehind,
    DayGroup,
    DaysBehind,
    GroupKind,
    days_behind,
)
from journal.analysis.relations.questions import (
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
from tests.analysis.relations.made_up import LAST, record_of, whole_record

NAN = float("nan")
CHANGE = DatedChange(LAST - timedelta(days=100), "We moved", ChangeSource.OWN)
QUESTIONS: list[Question] = [
    RelationQuestion("mood", "stress"),
    RelationQuestion("mood", "sleep_hours", Timing.DAYS_AFTER),
    RelationQuestion("mood", "sign:sign_0"),
    RelationQuestion("mood", "apart"),
    CycleWindowQuestion("mood", Window.PREMENSTRUAL),
    CycleWholeQuestion("mood"),
    ChangeQuestion("mood", CHANGE),
    ModerationQuestion("mood", "moments", "stress"),
]


def kinds(found: DaysBehind) -> list[GroupKind]:
    return [group.kind for group in found.groups]


def test_each_value_is_a_group_with_every_day_of_it() -> None:
    record = record_of(
        {
            "mood": np.array([1, 2, 6, NAN, 4, 8.0]),
            "moments": np.array([0, 1, 0, 1, 0, NAN]),
        }
    )
    found = days_behind(record, RelationQuestion("mood", "moments"))
    assert found.days == (
        DayBehind(LAST - timedelta(days=5), 0, 1, 0),
        DayBehind(LAST - timedelta(days=4), 1, 2, 1),
        DayBehind(LAST - timedelta(days=3), 0, 6, 0),
        DayBehind(LAST - timedelta(days=1), 0, 4, 0),
    )
    assert found.groups == (
        DayGroup(GroupKind.VALUES, 0, 0, 3, 2.5, 4, 5),
        DayGroup(GroupKind.VALUES, 1, 1, 1, None, None, None),
    )


def test_for_the_days_after_a_day_stands_with_the_day_before_it() -> None:
    record = record_of({"mood": np.array([1, 2, 6.0]), "moments": np.array([3, NAN, 5])})
    found = days_behind(record, RelationQuestion("mood", "moments", Timing.DAYS_AFTER))
    assert [(day.exposure, day.outcome) for day in found.days] == [(3, 2)]


def test_many_values_are_put_in_six_stretches_of_about_as_many_days() -> None:
    values = np.arange(120) % 11.0
    record = record_of({"mood": values, "stress": values})
    found = days_behind(record, RelationQuestion("mood", "stress"))
    assert len(found.groups) == MOST_GROUPS
    assert [(group.low, group.high) for group in found.groups] == [
        (0, 1),
        (2, 3),
        (4, 5),
        (6, 7),
        (8, 9),
        (10, 10),
    ]
    assert [group.days for group in found.groups] == [22, 22, 22, 22, 22, 10]


def test_windows_of_the_cycle_are_groups_and_days_count_back_from_the_next_period() -> None:
    found = days_behind(whole_record(1), CycleWholeQuestion("mood"))
    assert kinds(found) == [
        GroupKind.PREMENSTRUAL,
        GroupKind.AROUND_OVULATION,
        GroupKind.OTHER_CYCLE_DAYS,
    ]
    before, around, _ = found.groups
    assert (before.low, before.high) == (-5, -1)
    assert (around.low, around.high) == (-17, -13)


def test_the_first_days_of_a_period_are_a_group_only_where_they_are_asked_about() -> None:
    record = whole_record(1)
    found = days_behind(record, CycleWindowQuestion("mood", Window.PERIOD))
    period = found.groups[kinds(found).index(GroupKind.PERIOD)]
    places = dict(zip(record.days, record.placed, strict=True))
    numbers = [
        (day.day - place.read.cycle.onset).days + 1
        for day in found.days
        if found.groups[day.group] is period and (place := places[day.day]) is not None
    ]
    assert set(numbers) == {1, 2, 3, 4}
    assert period.days == len(numbers)
    others = days_behind(record, CycleWindowQuestion("mood", Window.PREMENSTRUAL))
    assert GroupKind.PERIOD not in kinds(others)


def test_a_change_has_days_before_it_and_since() -> None:
    found = days_behind(whole_record(1), ChangeQuestion("mood", CHANGE))
    assert kinds(found) == [GroupKind.BEFORE, GroupKind.SINCE]
    assert found.groups[0].high < 0 <= found.groups[1].low
    on_the_day = [day for day in found.days if day.day == CHANGE.day]
    assert {0.0} >= {day.exposure for day in on_the_day}


def test_a_moderator_divides_the_days_once_more() -> None:
    found = days_behind(whole_record(1), ModerationQuestion("mood", "moments", "stress"))
    assert {GroupKind.MODERATOR_LOW, GroupKind.MODERATOR_HIGH} == set(kinds(found))
    assert sorted(kinds(found), key=list(GroupKind).index) == kinds(found)


def test_without_a_day_there_is_nothing_behind() -> None:
    found = days_behind(record_of({"mood": np.full(9, NAN)}), RelationQuestion("mood", "moments"))
    assert (found.days, found.groups) == ((), ())


@given(st.sampled_from(QUESTIONS), st.integers(0, 50))
@settings(max_examples=25, deadline=None)
def test_every_day_lies_in_one_group_and_inside_its_values(question: Question, seed: int) -> None:
    found = days_behind(whole_record(seed, days=150), question)
    counts = np.bincount([day.group for day in found.days], minlength=len(found.groups))
    assert [group.days for group in found.groups] == counts.tolist()
    for day in found.days:
        group = found.groups[day.group]
        assert group.low <= day.exposure <= group.high
    assert [day.day for day in found.days] == sorted(day.day for day in found.days)
    for kind in GroupKind:
        edges = [edge for of in found.groups if of.kind is kind for edge in (of.low, of.high)]
        assert edges == sorted(edges)


@pytest.mark.parametrize("question", QUESTIONS[:4], ids=str)
def test_an_answer_counts_the_days_that_are_behind_it(question: Question) -> None:
    record = whole_record(1)
    (reply,) = ask(record, [question])
    assert len(days_behind(record, question).days) == reply.days  # type: ignore[union-attr]


def test_any_two_measures_are_asked_in_both_directions() -> None:
    record = whole_record(1)
    found = any_two(record, "mood", "moments")
    asked = [
        RelationQuestion("mood", "moments"),
        RelationQuestion("moments", "mood"),
        RelationQuestion("mood", "moments", Timing.DAYS_AFTER),
        RelationQuestion("moments", "mood", Timing.DAYS_AFTER),
    ]
    replies = (
        found.same_day,
        found.same_day_reverse,
        found.days_after,
        found.days_after_reverse,
    )
    assert asked == [reply.question for reply in replies]
    assert found.asked == 4
    assert ask(record, asked) == replies
    assert asked[0] == found.behind.question
