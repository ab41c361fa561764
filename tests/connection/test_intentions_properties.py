"""What holds of intentions whatever was chosen and recorded."""

import re
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from journal.connection.intention_words import closed_words
from journal.connection.intentions import (
    of_last_week,
    of_now,
    taken_along,
    ticked,
    week_closes,
    week_of,
)
from journal.connection.ladder import step_groups, steps_for
from journal.domain.days import Touch
from journal.domain.intentions import MOST_A_WEEK, Intention, IntentionSource
from journal.domain.moments import Author
from journal.domain.ranges import ONE_DAY, DateRange
from journal.domain.tallies import MomentTally
from tests.builders import on

KINDS = ["long_hug", "thanks", "held_hands", "sat_near"]
STEPS = ["hold_hands", "sit_near", "say_no_touch"]
WEEK = on("2026-11-16")
DATES = st.dates(on("2026-11-01"), on("2026-12-05"))
INTENTIONS = st.one_of(
    st.builds(
        Intention,
        week=st.just(WEEK),
        words=st.sampled_from(["I take his hand", "Tea"]),
        source=st.just(IntentionSource.MOMENT),
        code=st.sampled_from(KINDS),
    ),
    st.builds(
        Intention,
        week=st.just(WEEK),
        words=st.just("One step"),
        source=st.just(IntentionSource.STEP),
        code=st.sampled_from(STEPS),
        done_on=st.none() | st.just(WEEK),
    ),
    st.builds(Intention, week=st.just(WEEK), words=st.sampled_from(["Tea", "A walk"])),
)
TALLIES = st.lists(
    st.builds(
        MomentTally,
        date=DATES,
        kind=st.sampled_from(KINDS),
        count=st.integers(1, 5),
        author=st.sampled_from(Author),
    ),
    max_size=12,
)
PRAISE_OR_BLAME = re.compile(
    r"!|\b(well done|great|good job|only|fail\w*|missed|should|streak|sorry|unfortunately)\b",
    re.IGNORECASE,
)


@given(DATES, st.integers(0, 6))
def test_a_week_holds_its_day_and_begins_where_she_says(day: date, start: int) -> None:
    week = week_of(day, start)
    assert (day in week, len(week), week.start.weekday()) == (True, 7, start)


@given(DATES, st.integers(0, 6))
def test_weeks_follow_one_another_without_a_gap(day: date, start: int) -> None:
    week = week_of(day, start)
    assert week_of(week.end, start).start == week.end
    assert week_of(week.start - ONE_DAY, start).end == week.start


@given(INTENTIONS, TALLIES, TALLIES)
def test_another_moment_never_takes_a_tick_away(
    intention: Intention, tallies: list[MomentTally], more: list[MomentTally]
) -> None:
    before, after = ticked(intention, tallies), ticked(intention, tallies + more)
    assert after.times >= before.times
    assert set(before.dates) <= set(after.dates)
    assert after.by_hand is before.by_hand


@given(INTENTIONS, TALLIES, st.randoms())
def test_the_order_of_moments_is_indifferent(
    intention: Intention, tallies: list[MomentTally], random: Random
) -> None:
    shuffled = random.sample(tallies, len(tallies))
    assert ticked(intention, tallies) == ticked(intention, shuffled)


@given(INTENTIONS, TALLIES)
def test_there_are_at_least_as_many_moments_as_days(
    intention: Intention, tallies: list[MomentTally]
) -> None:
    found = ticked(intention, tallies)
    assert len(found.dates) <= found.times
    assert all(day in DateRange(WEEK, on("2026-11-23")) for day in found.dates)


@given(st.lists(INTENTIONS, max_size=3), DATES)
def test_no_intention_is_of_this_week_and_of_the_last(chosen: list[Intention], today: date) -> None:
    assert not (of_now(chosen, today) and of_last_week(chosen, today))


@given(st.lists(INTENTIONS, max_size=3), st.lists(INTENTIONS, max_size=3))
def test_taking_along_never_fills_a_week_over_its_room(
    last: list[Intention], chosen: list[Intention]
) -> None:
    along = taken_along(last, chosen, on("2026-11-23"))
    assert len(chosen) + len(along) <= max(MOST_A_WEEK, len(chosen))
    assert {(item.id, item.done_on) for item in along} <= {("", None)}


@given(st.lists(INTENTIONS, max_size=3), TALLIES)
def test_a_closed_week_neither_praises_nor_blames(
    chosen: list[Intention], tallies: list[MomentTally]
) -> None:
    words = closed_words(week_closes(chosen, tallies, DateRange(WEEK, on("2026-11-23"))))
    assert PRAISE_OR_BLAME.findall(words) == []
    assert words.endswith(".")


@given(
    touch=st.none() | st.sampled_from(Touch),
    up_to=st.none() | st.sampled_from(step_groups()),
    intimate=st.booleans(),
    pregnant=st.booleans(),
)
def test_steps_keep_their_order_and_a_limit_only_takes_away(
    touch: Touch | None, up_to: str | None, *, intimate: bool, pregnant: bool
) -> None:
    every = [step.code for step in steps_for(None, None, intimate=True)]
    steps = steps_for(touch, up_to, intimate=intimate, pregnant=pregnant)
    codes = [step.code for step in steps]
    assert codes == [code for code in every if code in codes]
    assert steps  # without touch there is always something to offer
