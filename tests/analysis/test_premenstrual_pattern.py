from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pytest

from journal.analysis.premenstrual_pattern import (
    MOST_ONSETS,
    PremenstrualPattern,
    premenstrual_pattern,
)
from journal.cycle.cycles import Cycle, CycleEnd
from journal.cycle.forecast import Silence, SilentBecause
from journal.cycle.onsets import Bleed
from journal.cycle.premenstrual_values import Pattern
from journal.cycle.reading import CycleReading, ReadCycle
from journal.cycle.stage_evidence import StageEvidence
from journal.domain.days import Day, SignStrength
from tests.builders import on
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")
ONSETS = [on("2026-08-01"), on("2026-08-29"), on("2026-09-26"), on("2026-10-24")]
DAYS_OF_BOTH_WEEKS = (*range(-7, 0), *range(3, 10))  # days -7 … -1, and 4 … 10 as day 1 is 0


def reading_of(cycles: Sequence[Cycle]) -> CycleReading:
    return CycleReading(
        today=TODAY,
        bleeds=(),
        cycles=tuple(
            ReadCycle(cycle, Bleed(cycle.onset, cycle.onset, starts_cycle=True), None, ())
            for cycle in cycles
        ),
        questions=(),
        oddities=(),
        outlook=Silence(SilentBecause.SWITCHED_OFF),
        evidence=StageEvidence(None, None, ()),
    )


def cycles_of(onsets: Sequence[date]) -> list[Cycle]:
    ends = [*onsets[1:], None]
    return [Cycle(onset, end) for onset, end in zip(onsets, ends, strict=True)]


def around(
    onset: date,
    before: Mapping[str, object],
    after: Mapping[str, object],
    days: Sequence[int] = DAYS_OF_BOTH_WEEKS,
) -> list[Day]:
    """Record the same on every day of the week before, and of the week after an onset."""
    return [
        Day(onset + timedelta(days=days_on), **(before if days_on < 0 else after))  # type: ignore[arg-type]  # the values are the test's business
        for days_on in days
    ]


def pattern_of(
    days: Sequence[Day], cycles: Sequence[Cycle] | None = None, today: date = TODAY
) -> PremenstrualPattern:
    reading = reading_of(cycles_of(ONSETS) if cycles is None else cycles)
    return premenstrual_pattern(InMemoryJournal(days), reading, today)


def recorded(before: Mapping[str, object], after: Mapping[str, object]) -> list[Day]:
    return [day for onset in ONSETS[1:] for day in around(onset, before, after)]


def test_low_mood_before_every_bleed_is_a_pattern_in_feelings() -> None:
    found = pattern_of(recorded({"mood": 2}, {"mood": 8}))
    assert Pattern.CORE is found.summary.pattern
    assert tuple(ONSETS[1:]) == found.onsets
    assert [cycle.domains_met for cycle in found.summary.cycles] == [1, 1, 1]


@pytest.mark.parametrize("code", ["mood", "calm", "energy", "connection", "desire"])
def test_ratings_where_low_is_worse_are_turned_over(code: str) -> None:
    low_before = pattern_of(recorded({code: 1}, {code: 9})).summary.cycles[0]
    high_before = pattern_of(recorded({code: 9}, {code: 1})).summary.cycles[0]
    assert (low_before.domains_met, high_before.domains_met) == (1, 0)


def test_stress_is_worse_where_it_is_high() -> None:
    assert pattern_of(recorded({"stress": 9}, {"stress": 1})).summary.cycles[0].domains_met == 1


@pytest.mark.parametrize(
    ("before", "after", "met"),
    [
        (SignStrength.MODERATE, SignStrength.ABSENT, 1),
        (SignStrength.MODERATE, SignStrength.MILD, 1),
        (SignStrength.SEVERE, SignStrength.MODERATE, 0),
        (SignStrength.MILD, SignStrength.ABSENT, 0),
    ],
)
def test_signs_count_from_moderate_and_clear_below_it(
    before: SignStrength, after: SignStrength, met: int
) -> None:
    days = recorded({"signs": {"anxiety": before}}, {"signs": {"anxiety": after}})
    assert met == pattern_of(days).summary.cycles[0].domains_met


def test_a_sign_that_was_not_recorded_afterwards_is_not_taken_as_absent() -> None:
    days = recorded({"signs": {"anxiety": SignStrength.SEVERE}}, {"mood": 8})
    (item,) = (
        item for item in pattern_of(days).summary.cycles[0].items if item.item == "sign:anxiety"
    )
    assert (item.days_before, item.days_after, item.meets) == (7, 0, None)


def test_ratings_and_signs_make_one_wide_pattern() -> None:
    strong = dict.fromkeys(("anxiety", "irritability", "cravings", "bloating"), SignStrength.SEVERE)
    none = dict.fromkeys(strong, SignStrength.ABSENT)
    days = recorded({"mood": 2, "signs": strong}, {"mood": 8, "signs": none})
    assert Pattern.WIDE is pattern_of(days).summary.pattern


def test_a_sign_that_stands_for_no_domain_changes_nothing() -> None:
    days = recorded({"mood": 2}, {"mood": 8})
    headache = {"headache": SignStrength.SEVERE}
    more = recorded({"mood": 2, "signs": headache}, {"mood": 8})
    assert pattern_of(days) == pattern_of(more)


def test_the_first_onset_has_no_closed_cycle_before_it() -> None:
    days = around(ONSETS[0], {"mood": 2}, {"mood": 8})
    assert pattern_of(days).summary.cycles == ()


def test_an_onset_counts_once_its_tenth_day_has_passed() -> None:
    days = recorded({"mood": 2}, {"mood": 8})
    tenth = ONSETS[-1] + timedelta(days=9)
    assert len(ONSETS) - 1 == len(pattern_of(days, today=tenth).onsets)
    assert len(ONSETS) - 2 == len(pattern_of(days, today=tenth - timedelta(days=1)).onsets)


def test_an_onset_after_a_cycle_without_a_length_is_left_out() -> None:
    cut = Cycle(ONSETS[0], ONSETS[0] + timedelta(days=10), CycleEnd.CONTEXT)
    found = pattern_of([], [cut, *cycles_of(ONSETS[1:])])
    assert tuple(ONSETS[2:]) == found.onsets


def test_a_cycle_that_ends_within_the_week_after_is_left_out() -> None:
    short = Cycle(ONSETS[1], ONSETS[1] + timedelta(days=9), CycleEnd.CONTEXT)
    assert pattern_of([], [Cycle(*ONSETS[:2]), short]).onsets == ()


def test_no_cycles_and_no_ratings_are_not_enough() -> None:
    for found in (pattern_of([], []), pattern_of([])):
        assert Pattern.NOT_ENOUGH is found.summary.pattern


def test_only_the_newest_onsets_are_looked_at() -> None:
    onsets = [TODAY - timedelta(days=28 * n + 20) for n in range(30, -1, -1)]
    assert tuple(onsets[-MOST_ONSETS:]) == pattern_of([], cycles_of(onsets)).onsets


def test_a_day_between_two_short_cycles_belongs_to_both_weeks() -> None:
    onsets = [ONSETS[0], ONSETS[1], ONSETS[1] + timedelta(days=15), ONSETS[2]]
    shared = [Day(onsets[1] + timedelta(days=8), mood=5)]
    cycles = pattern_of(shared, cycles_of(onsets)).summary.cycles
    assert [(cycle.days_before, cycle.days_after) for cycle in cycles] == [(0, 1), (1, 0)]
