from datetime import date

import pytest

from journal.connection.intention_words import closed_words, ticked_words, times_words
from journal.connection.intentions import (
    Ticked,
    WeekClosed,
    of_last_week,
    of_now,
    taken_along,
    ticked,
    week_closes,
    week_of,
)
from journal.domain.intentions import Intention, IntentionSource
from journal.domain.moments import Author, BidResponse
from journal.domain.ranges import DateRange
from journal.domain.tallies import MomentTally
from tests.builders import on

WEEK = on("2026-11-16")
NOVEMBER_16 = DateRange(WEEK, on("2026-11-23"))


def moment(code: str, words: str = "") -> Intention:
    return Intention(WEEK, words or code, IntentionSource.MOMENT, code, id=code)


def step(code: str, words: str = "", done_on: date | None = None) -> Intention:
    return Intention(WEEK, words or code, IntentionSource.STEP, code, done_on, id=code)


def own(words: str, done_on: date | None = None) -> Intention:
    return Intention(WEEK, words, done_on=done_on, id=words)


def noted(kind: str, *days: str, count: int = 1) -> list[MomentTally]:
    return [MomentTally(on(day), kind, count) for day in days]


@pytest.mark.parametrize(
    ("start", "first"),
    [(0, "2026-11-16"), (6, "2026-11-22"), (5, "2026-11-21"), (1, "2026-11-17")],
)
def test_a_week_begins_on_the_weekday_she_says(start: int, first: str) -> None:
    assert DateRange(on(first), date.fromordinal(on(first).toordinal() + 7)) == week_of(
        on("2026-11-22"), start
    )


def test_a_moment_of_its_kind_ticks_an_intention_however_it_was_met() -> None:
    tallies = [
        *noted("long_hug", "2026-11-16", count=2),
        MomentTally(on("2026-11-18"), "long_hug", 1, response=BidResponse.TURNED_AWAY),
        *noted("thanks", "2026-11-17"),
    ]
    found = ticked(moment("long_hug"), tallies)
    assert found == Ticked(3, (WEEK, on("2026-11-18")))


def test_moments_outside_its_week_tick_nothing() -> None:
    tallies = noted("long_hug", "2026-11-15", "2026-11-23")
    assert not ticked(moment("long_hug"), tallies)
    assert ticked(moment("long_hug"), noted("long_hug", "2026-11-22")).times == 1


def test_what_a_partner_noted_ticks_nothing() -> None:
    tallies = [MomentTally(WEEK, "long_hug", 1, author=Author.PARTNER)]
    assert not ticked(moment("long_hug"), tallies)


def test_a_step_is_ticked_by_the_moments_it_stands_for_or_by_hand() -> None:
    assert ticked(step("hold_hands"), noted("held_hands", "2026-11-17")) == Ticked(
        1, (on("2026-11-17"),)
    )
    assert ticked(step("say_no_touch", done_on=WEEK), []) == Ticked(by_hand=True)


def test_words_of_her_own_are_ticked_by_hand_alone() -> None:
    tallies = noted("held_hands", "2026-11-17") + noted("", "2026-11-17")
    assert not ticked(own("held_hands"), tallies)
    assert ticked(own("held_hands", done_on=WEEK), tallies) == Ticked(by_hand=True)


def test_a_week_closes_with_what_happened() -> None:
    chosen = [
        moment("long_hug", "A long hug"),
        moment("thanks", "Thanks"),
        step("sit_near", "Sit near each other"),
    ]
    tallies = [
        *noted("long_hug", "2026-11-16", "2026-11-17", count=2),
        *noted("thanks", "2026-11-18", "2026-11-19"),
    ]
    assert closed_words(week_closes(chosen, tallies, NOVEMBER_16)) == (
        "You had chosen three. “A long hug” came four times, “Thanks” twice; "
        "“Sit near each other” is not in your journal."
    )


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ([], "You had chosen nothing for that week."),
        ([own("Tea")], "You had chosen one. “Tea” is not in your journal."),
        (
            [own("Tea"), own("Walk")],
            "You had chosen two. “Tea” and “Walk” are not in your journal.",
        ),
        ([own("Tea", WEEK)], "You had chosen one. You ticked “Tea” yourself."),
        (
            [own("Tea", WEEK), moment("thanks", "Thanks")],
            "You had chosen two. “Thanks” came once; you ticked “Tea” yourself.",
        ),
    ],
)
def test_the_sentence_fits_whatever_was_chosen(chosen: list[Intention], words: str) -> None:
    assert words == closed_words(week_closes(chosen, noted("thanks", "2026-11-20"), NOVEMBER_16))


def test_a_week_closes_over_its_own_intentions_only() -> None:
    assert week_closes([moment("thanks")], [], DateRange(on("2026-11-23"), on("2026-11-30"))) == (
        WeekClosed(DateRange(on("2026-11-23"), on("2026-11-30")), ())
    )


@pytest.mark.parametrize(
    ("times", "words"), [(1, "once"), (2, "twice"), (3, "three times"), (14, "14 times")]
)
def test_how_often_is_written_as_people_say_it(times: int, words: str) -> None:
    assert words == times_words(times)


def test_beside_an_intention_stands_what_ticked_it() -> None:
    assert ticked_words(Ticked()) == ""
    assert ticked_words(Ticked(2, (WEEK,), by_hand=True)) == "came twice, ticked by you"


def test_an_intention_lasts_seven_days_from_its_own_first_day() -> None:
    chosen = [moment("thanks")]
    for text, now, last in [
        ("2026-11-15", False, False),
        ("2026-11-16", True, False),
        ("2026-11-22", True, False),
        ("2026-11-23", False, True),
        ("2026-11-29", False, True),
        ("2026-11-30", False, False),
    ]:
        found = (of_now(chosen, on(text)) == chosen, of_last_week(chosen, on(text)) == chosen)
        assert (now, last) == found, text


def test_last_weeks_are_taken_along_without_their_ticks() -> None:
    along = taken_along([own("Tea", WEEK), moment("thanks")], [], on("2026-11-23"))
    assert along == [
        Intention(on("2026-11-23"), "Tea"),
        Intention(on("2026-11-23"), "thanks", IntentionSource.MOMENT, "thanks"),
    ]


def test_what_is_chosen_already_is_not_taken_along_again_and_three_are_enough() -> None:
    last = [own("Tea"), moment("thanks"), moment("smile")]
    assert [i.words for i in taken_along(last, [own("tea ")], WEEK)] == ["thanks", "smile"]
    chosen = [own("Walk"), moment("thanks", "I say thank you")]
    assert [i.words for i in taken_along(last, chosen, WEEK)] == ["Tea"]
    assert taken_along(last, [*chosen, own("Read")], WEEK) == []
