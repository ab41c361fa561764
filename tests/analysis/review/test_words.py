"""A whole review of a small journal, and what it says where the record holds little."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from journal.analysis.relations.answers import Finding, Findings, Sureness
from journal.analysis.relations.daily import daily_record
from journal.analysis.review.measure_words import NONE_CHANGED, NOT_YET
from journal.analysis.review.method_words import HOW_COMPARED
from journal.analysis.review.notes import notes_in
from journal.analysis.review.review import Matters, Review, with_findings
from journal.analysis.review.spans import ReviewKind, own_dates, this_cycle
from journal.analysis.review.words import (
    KIND_NAMES,
    NOTHING,
    THEME_CODES,
    THEME_NAMES,
    Part,
    Theme,
    compared_words,
    heading_words,
    review_parts,
)
from journal.cycle.engine import read_cycles
from journal.cycle.record import load_cycle_record
from journal.domain.days import Bleeding, Day
from journal.domain.ranges import DateRange
from tests.analysis.review.test_matters import MOMENTS_SAME, SLEEP, STRESS, found
from tests.in_memory_journal import InMemoryJournal
from tests.support.reviews import MARKUP, TODAY, made, small_journal


def by_code(parts: Sequence[Part]) -> dict[str, tuple[str, ...]]:
    return {part.code: (*part.lines, *part.items) for part in parts}


@pytest.fixture(scope="module")
def small() -> Review:
    return made(small_journal(rise=2))


def test_a_review_says_everything_in_its_order(small: Review) -> None:
    parts = by_code(review_parts(small))
    assert list(parts) == [
        *("recorded", "standing", "changed", "held", "too_few"),
        *("signs", "moments", "felt", "intentions"),
    ]
    assert parts["recorded"][0] == (
        "31 of 31 days hold something; of the 31 days compared with, 31."
    )
    assert parts["standing"][0].startswith("Cycle day 13")
    assert "A period began on 10 November 2026, after a cycle of 29 days." in parts["standing"]
    assert "Began on 1 November 2026: A move." in parts["standing"]
    assert parts["changed"][-1].startswith("Your mood was about two points of ten higher than")
    assert parts["held"] == ("Your calm differed by less than one point (31 and 31 days).",)
    assert parts["signs"] == ("Headache: 1 of 1 day noted, before not noted",)
    assert "6 moments on 1 day; before, none." in parts["moments"]
    assert (
        "Bids you made that were turned toward: 6 of 6, 100 % (61 to 100 %); before, none noted."
        in parts["moments"]
    )
    assert parts["felt"] == ("Heart: warmth: 1 day, before 0",)
    assert "9 to 15 November 2026: You had chosen one." in parts["intentions"][0]


def test_where_nothing_changed_that_is_said() -> None:
    parts = by_code(review_parts(made(small_journal())))
    assert parts["changed"][-1] == NONE_CHANGED


def test_a_journal_of_a_few_days_says_what_a_difference_takes() -> None:
    days = [Day(TODAY - timedelta(days=ago), mood=5 + ago) for ago in range(4)]
    parts = by_code(review_parts(made(InMemoryJournal(days))))
    assert parts["changed"] == (NOT_YET,)
    assert parts["too_few"] == ("Mood: 4 days, before 0",)


def test_a_span_without_a_record_says_so_and_nothing_else() -> None:
    assert by_code(review_parts(made(InMemoryJournal()))) == {"nothing": (NOTHING,)}


def test_notes_are_there_only_as_chosen_and_as_typed(small: Review) -> None:
    notes = notes_in(small_journal(), small.span.range_)
    assert "notes" not in by_code(review_parts(small))
    assert by_code(review_parts(small, notes))["notes"][-1] == (
        f"Thursday 12 November 2026: {MARKUP}"
    )


@pytest.mark.parametrize("theme", Theme)
def test_what_she_leaves_out_is_not_said(small: Review, theme: Theme) -> None:
    told = with_matters(small, STRESS)
    codes = set(by_code(review_parts(told))) - set(by_code(review_parts(told, (), [theme])))
    assert codes
    assert codes <= set(THEME_CODES[theme])


def with_matters(small: Review, *questions: object) -> Review:
    findings = tuple(map(found, questions))  # type: ignore[arg-type]  # any question
    return replace(small, matters=Matters(findings, looked_at=40, sure=7))


@pytest.mark.parametrize(
    ("questions", "ending"),
    [
        ((), "None that is sure concerns these days."),
        ((STRESS,), "This one concerns these days:"),
        ((STRESS, SLEEP), "These two concern these days:"),
        ((STRESS, SLEEP, MOMENTS_SAME), "These three concern these days:"),
    ],
)
def test_fewer_than_three_findings_are_said_to_be_fewer(
    small: Review, questions: tuple[object, ...], ending: str
) -> None:
    said = by_code(review_parts(with_matters(small, *questions)))["matters"]
    assert said[0] == f"40 relations looked at, 7 of them sure. {ending}"
    assert len(said) == 1 + len(questions)


def test_a_record_of_which_nothing_can_be_asked_says_so(small: Review) -> None:
    told = replace(small, matters=Matters((), 0, 0))
    said = by_code(review_parts(told))["matters"]
    assert said == ("No relation can be looked at yet: each needs more days.",)


def test_findings_of_the_longer_record_are_added(small: Review) -> None:
    journal = small_journal()
    reading = read_cycles(load_cycle_record(journal, TODAY), TODAY)
    daily = daily_record(journal, reading, small.span.range_)
    sure: Finding = found(SLEEP)
    told = with_findings(small, Findings((found(STRESS, Sureness.LIKELY), sure), ()), daily)
    assert told.matters == Matters((), 2, 1)  # sleep is not recorded in these days


def test_the_days_compared_with_are_named(small: Review) -> None:
    assert heading_words(small) == "23 October to 22 November 2026"
    assert compared_words(small.span) == (
        "Compared with the 31 days before, 22 September to 22 October 2026."
    )
    record = load_cycle_record(small_journal(), TODAY)
    cycle = this_cycle(record, read_cycles(record, TODAY))
    assert cycle is not None
    assert compared_words(cycle) == (
        "Compared with the same days of the cycle before, 12 to 24 October 2026."
    )
    day = own_dates(DateRange.last_days(1, TODAY))
    assert compared_words(day) == "Compared with the 1 day before, 21 November 2026."


def test_every_choice_has_words() -> None:
    assert set(KIND_NAMES) == set(ReviewKind)
    assert set(THEME_NAMES) == set(THEME_CODES) == set(Theme)


def test_no_word_praises_blames_or_explains(small: Review) -> None:
    notes = notes_in(small_journal(), small.span.range_)[:0]
    said = " ".join(
        text for part in review_parts(small, notes) for text in (*part.lines, *part.items)
    )
    words = set(re.findall(r"[a-z]+", f"{said} {' '.join(HOW_COMPARED)}".lower()))
    assert not words & {
        "because",
        "better",
        "worse",
        "improved",
        "well",
        "only",
        "causes",
        "boosts",
    }
    assert "!" not in said


def test_the_cycle_is_said_to_be_allowed_for_only_where_it_is() -> None:
    onsets = [TODAY - timedelta(days=28 * back + 4) for back in range(6)]
    bled = [
        Day(onset + timedelta(days=place), bleeding=Bleeding.MEDIUM)
        for onset in onsets
        for place in range(4)
    ]
    for rated, allowed in ((52, False), (120, True)):
        days = [Day(TODAY - timedelta(days=ago), mood=4 + ago % 3) for ago in range(rated)]
        told = made(InMemoryJournal([*bled, *days]))
        assert told.looked_at == 1
        assert told.by_cycle is allowed
        assert ("Where in your cycle" in by_code(review_parts(told))["changed"][0]) is allowed
