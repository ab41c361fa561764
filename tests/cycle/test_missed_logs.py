from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from journal.cycle.cycles import Cycle, CycleEnd, cycles
from journal.cycle.missed_logs import (
    LENGTHS_AROUND,
    MissedLog,
    asks_until,
    likely_missed,
    unrecorded,
    usable_lengths,
    usual_length,
)
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.owner_settings import Situation
from journal.domain.stages import Stage, StageDeclaration
from tests.builders import on

FIRST = on("2026-01-03")
TODAY = on("2026-11-22")


def _cycles(lengths: Sequence[int], first: date = FIRST) -> list[Cycle]:
    onsets = [first + timedelta(days=sum(lengths[:place])) for place in range(len(lengths) + 1)]
    return cycles(onsets, onsets[-1])


def _answer(onset: str, reply: CycleReply) -> CycleAnswer:
    return CycleAnswer(on(onset), CycleQuestion.MISSED_PERIOD, reply)


def _missed_days(lengths: Sequence[int]) -> list[tuple[int, int]]:
    return [(gap.length_days, len(gap.around)) for gap in likely_missed(_cycles(lengths))]


def test_a_cycle_twice_as_long_as_usual_probably_lacks_a_period() -> None:
    (gap,) = likely_missed(_cycles([28, 29, 57, 28]))
    assert (
        MissedLog(on("2026-03-01"), on("2026-04-27"), 57, 28.0, around=(on("2026-03-30"),)) == gap
    )


@pytest.mark.parametrize(
    ("lengths", "missed"),
    [
        ([28, 28, 28, 42], [(42, 1)]),
        ([28, 28, 28, 41], []),
        ([28, 28, 28, 69], [(69, 1)]),
        ([28, 28, 28, 70], [(70, 2)]),
        ([28, 28, 28, 112], [(112, 3)]),
        ([28, 56, 29, 58, 28], [(56, 1), (58, 1)]),
        ([56, 28, 29], [(56, 1)]),
        ([24, 38, 27, 45, 33], []),
        ([60, 62, 59, 61], []),
    ],
    ids=str,
)
def test_what_is_missing_is_counted_by_what_is_usual(
    lengths: list[int], missed: list[tuple[int, int]]
) -> None:
    assert missed == _missed_days(lengths)


def test_dates_that_may_be_missing_are_spread_evenly() -> None:
    (gap,) = likely_missed(_cycles([28, 28, 28, 112]))
    assert [(day - gap.onset).days for day in gap.around] == [28, 56, 84]


def test_nothing_is_asked_before_three_cycles_are_known() -> None:
    assert _missed_days([28, 90]) == []
    assert _missed_days([28, 90, 28]) == [(90, 2)]


def test_the_cycle_that_goes_on_is_not_asked_about() -> None:
    known = cycles([cycle.onset for cycle in _cycles([28, 28, 28])], on("2027-03-01"))
    assert known[-1].is_open
    assert likely_missed(known) == []


def test_a_cycle_that_a_context_ended_is_neither_asked_about_nor_learned_from() -> None:
    pregnant = Cycle(on("2025-01-01"), on("2025-03-15"), CycleEnd.CONTEXT)
    known = [pregnant, *_cycles([28, 29])]
    assert likely_missed(known) == []
    assert usable_lengths(known, []) == [28, 29]


def test_what_is_usual_is_said_by_the_cycles_around() -> None:
    long_ago, lately = [40] * 2 * LENGTHS_AROUND, [27] * LENGTHS_AROUND
    assert _missed_days([*long_ago, 45, *long_ago]) == []
    assert _missed_days([*long_ago, *lately, 45]) == [(45, 1)]


@pytest.mark.parametrize(
    ("lengths", "usual"),
    [
        ([28, 29], None),
        ([28, 29, 30], 29.0),
        ([28, 29, 57], 28.5),
        ([28, 56, 57, 29, 30], 29.0),
        ([27, 28, 28, 49, 56], 28.0),
        ([27, 28, 28, 48, 56], 28.0),
        ([24, 38, 27, 45, 33], 33.0),
    ],
    ids=str,
)
def test_doubled_lengths_do_not_count_as_usual(lengths: list[int], usual: float | None) -> None:
    assert usual == usual_length(lengths)


def test_a_gap_keeps_its_length_until_she_says_a_period_was_not_recorded() -> None:
    known = _cycles([28, 29, 62, 28])
    missed = likely_missed(known)
    for reply in (CycleReply.NONE_CAME, CycleReply.NOT_SURE):
        assert unrecorded(missed, [_answer("2026-03-01", reply)]) == {}
    assert known[2].length_days == 62
    split = unrecorded(missed, [_answer("2026-03-01", CycleReply.NOT_RECORDED)])
    assert {on("2026-03-01"): on("2026-04-01")} == split
    answered = cycles([cycle.onset for cycle in known], known[-1].onset, unrecorded=split)
    assert Cycle(on("2026-03-01"), on("2026-04-01"), CycleEnd.NOT_RECORDED) == answered[2]


def test_an_answer_is_not_used_once_the_missing_period_is_recorded() -> None:
    answers = [_answer("2026-03-01", CycleReply.NOT_RECORDED)]
    assert unrecorded(likely_missed(_cycles([28, 29, 29, 28, 28])), answers) == {}


@pytest.mark.parametrize(
    ("reply", "usable"),
    [
        (None, [28, 29, 28]),
        (CycleReply.NOT_SURE, [28, 29, 28]),
        (CycleReply.NOT_RECORDED, [28, 29, 28]),
        (CycleReply.NONE_CAME, [28, 29, 57, 28]),
    ],
)
def test_a_gap_in_question_is_learned_from_only_when_none_came(
    reply: CycleReply | None, usable: list[int]
) -> None:
    known = _cycles([28, 29, 57, 28])
    answers = [_answer("2026-03-01", reply)] if reply else []
    assert usable == usable_lengths(known, likely_missed(known), answers)


def test_an_answer_about_an_early_bleed_says_nothing_of_a_gap() -> None:
    known = _cycles([28, 29, 57, 28])
    early = CycleAnswer(on("2026-03-01"), CycleQuestion.EARLY_BLEED, CycleReply.NOT_SURE)
    assert usable_lengths(known, likely_missed(known), [early]) == [28, 29, 28]
    assert unrecorded(likely_missed(known), [early]) == {}


def test_gaps_that_begin_from_her_year_of_45_on_are_left_alone() -> None:
    known = _cycles([28, 28, 56, 28, 28, 56, 28], first=on("2025-09-01"))
    until = asks_until(birth_year=1981, situation=None, stages=[], today=TODAY)
    assert on("2026-01-01") == until
    assert [on("2025-10-27")] == [gap.onset for gap in likely_missed(known, asks_until=until)]
    assert len(likely_missed(known)) == 2


TRANSITION = StageDeclaration(on("2024-05-01"), Stage.EARLY_TRANSITION)
PEAK = StageDeclaration(on("2020-05-01"), Stage.PEAK_REPRODUCTIVE)


@pytest.mark.parametrize(
    ("birth_year", "situation", "stages", "until"),
    [
        (1990, None, [], "2035-01-01"),
        (1990, Situation.IRREGULAR, [], "2035-01-01"),
        (1990, None, [PEAK, TRANSITION], "2024-05-01"),
        (1970, None, [PEAK, TRANSITION], "2015-01-01"),
        (None, None, [], None),
        (None, Situation.AS_USUAL, [PEAK], None),
        (None, Situation.IRREGULAR, [], "0001-01-01"),
        (None, None, [TRANSITION], "0001-01-01"),
        (2050, Situation.AS_USUAL, [], None),
        (99999, Situation.AS_USUAL, [], None),
        (0, Situation.AS_USUAL, [], None),
        (1990, Situation.STOPPED, [], "0001-01-01"),
        (1990, Situation.HORMONES, [], "0001-01-01"),
        (None, Situation.JUST_WRITE, [], "0001-01-01"),
    ],
)
def test_until_when_she_is_asked_depends_on_her_age_and_what_she_declared(
    birth_year: int | None,
    situation: Situation | None,
    stages: list[StageDeclaration],
    until: str | None,
) -> None:
    found = asks_until(birth_year=birth_year, situation=situation, stages=stages, today=TODAY)
    assert (on(until) if until else None) == found


def test_a_gap_over_the_leap_day_is_divided_by_its_days() -> None:
    (gap,) = likely_missed(_cycles([28, 28, 28, 56], first=on("2023-11-21")))
    assert (on("2024-02-13"), on("2024-04-09")) == (gap.onset, gap.next_onset)
    assert (on("2024-03-12"),) == gap.around
