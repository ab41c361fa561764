"""Spans of time that explain the days: from a date on, or until a last day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.contexts import LONGEST_NAME, Context, ContextKind
from journal.domain.errors import NameMissing, RangeBackwards, TextTooLong
from tests.builders import on
from tests.strategies import DATES


def test_a_context_without_an_end_goes_on() -> None:
    therapy = Context(ContextKind.HORMONE_THERAPY, on("2026-03-01"))
    assert not therapy.covers(on("2026-02-28"))
    assert therapy.covers(on("2026-03-01"))
    assert therapy.covers(on("2056-03-01"))


def test_the_end_is_the_first_date_outside() -> None:
    apart = Context(ContextKind.TIME_APART, on("2026-03-01"), on("2026-03-08"))
    assert apart.covers(on("2026-03-07"))
    assert not apart.covers(on("2026-03-08"))


def test_a_context_may_last_one_day() -> None:
    move = Context(ContextKind.EVENT, on("2026-03-01"), on("2026-03-02"), "We moved")
    assert move.covers(on("2026-03-01"))
    assert not move.covers(on("2026-03-02"))


@pytest.mark.parametrize(("end", "last"), [("2026-03-10", "9"), ("2026-03-05", "4")])
def test_a_last_day_before_the_first_is_said_as_she_entered_it(end: str, last: str) -> None:
    with pytest.raises(RangeBackwards) as failure:
        Context(ContextKind.TIME_APART, on("2026-03-10"), on(end))
    assert str(failure.value) == (
        f"A span cannot end on {last} March 2026, before it starts on 10 March 2026."
    )


@pytest.mark.parametrize("name", [None, "", "  \n"])
def test_an_event_needs_a_name(name: str | None) -> None:
    with pytest.raises(NameMissing) as failure:
        Context(ContextKind.EVENT, on("2026-03-01"), name=name)
    assert str(failure.value) == "Please give this event a name."


@pytest.mark.parametrize("kind", [kind for kind in ContextKind if kind is not ContextKind.EVENT])
def test_everything_else_may_go_without_a_name(kind: ContextKind) -> None:
    assert Context(kind, on("2026-03-01")).name is None


def test_a_name_has_a_longest_length() -> None:
    longest = "a" * LONGEST_NAME
    assert Context(ContextKind.EVENT, on("2026-03-01"), name=longest).name == longest
    with pytest.raises(TextTooLong) as failure:
        Context(ContextKind.EVENT, on("2026-03-01"), name=longest + "a")
    assert str(failure.value) == "A name can be up to 120 characters long; this has 121."


@given(st.lists(DATES, min_size=3, max_size=3, unique=True).map(sorted))
def test_a_date_lies_in_one_of_two_contexts_that_follow_each_other(dates: list[date]) -> None:
    start, change, day = dates[0], dates[1], dates[2]
    before = Context(ContextKind.TIME_APART, start, change)
    after = Context(ContextKind.TIME_APART, change)
    for date_ in (start, change, day):
        assert before.covers(date_) != after.covers(date_)
