from dataclasses import replace

import pytest

from journal.cycle.cycles import Cycle, CycleEnd
from journal.cycle.ovulation import Basis, OvulationSign
from journal.cycle.ovulation_model import (
    SHIPPED_OVULATION,
    estimated_ovulation,
    length_given_ovulation,
    ovulation_day_given_length,
    predict_ovulation_day,
)
from tests.builders import on

EARLY = [(28, 12), (30, 14), (27, 11), (29, 13)]
CYCLE = Cycle(on("2026-05-01"), on("2026-05-29"))


def test_without_observed_cycles_ovulation_is_estimated_as_other_women_have_it() -> None:
    found = estimated_ovulation(CYCLE, ())
    assert found is not None
    # 0.719 × 28 − 5.06 = 15.1, so cycle day 15, which is 15 May.
    assert (on("2026-05-15"), OvulationSign.CALENDAR) == (found.date, found.sign)
    assert found.basis is Basis.ESTIMATED
    assert found.earliest < found.date < found.latest


def test_her_own_cycles_move_the_estimate_and_narrow_it() -> None:
    alone, hers = estimated_ovulation(CYCLE, ()), estimated_ovulation(CYCLE, EARLY)
    assert alone is not None
    assert hers is not None
    assert on("2026-05-12") == hers.date < alone.date
    assert hers.latest - hers.earliest < alone.latest - alone.earliest


@pytest.mark.parametrize(("days", "estimated"), [(20, False), (21, True), (35, True), (36, False)])
def test_only_cycles_of_21_to_35_days_are_estimated(days: int, *, estimated: bool) -> None:
    end = CYCLE.onset.fromordinal(CYCLE.onset.toordinal() + days)
    assert estimated == (estimated_ovulation(Cycle(CYCLE.onset, end), ()) is not None)


def test_a_cycle_without_a_length_has_no_estimate() -> None:
    assert estimated_ovulation(Cycle(CYCLE.onset), ()) is None
    assert estimated_ovulation(replace(CYCLE, ended_by=CycleEnd.CONTEXT), ()) is None


def test_an_ovulation_lies_inside_its_cycle() -> None:
    days = ovulation_day_given_length(21, [(60, 58)] * 5)
    assert (days.first, days.last) == (1, 21)


def test_ovulation_ahead_follows_her_newest_six() -> None:
    early, late = [(28, 13)] * 12, [(33, 19)] * 6
    assert predict_ovulation_day(late) == predict_ovulation_day([*early, *late])
    assert predict_ovulation_day(late).median == 19


def test_lengths_count_until_an_ovulation_was_observed() -> None:
    short, usual, long = (
        predict_ovulation_day((), lengths=lengths).median for lengths in ([24] * 6, (), [35] * 6)
    )
    assert short < usual == 16 < long
    assert predict_ovulation_day(EARLY) == predict_ovulation_day(EARLY, lengths=[35] * 6)


def test_days_on_which_signs_showed_nothing_are_dropped() -> None:
    days = predict_ovulation_day(EARLY, at_least_day=18)
    assert days.first == 18 <= days.median


def test_the_days_after_an_observed_ovulation_are_her_own() -> None:
    # Her cycles end 16 days after ovulation, those of other women 13.
    assert length_given_ovulation(14, ()).median == 28
    assert length_given_ovulation(14, EARLY).median == 30


def test_an_onset_never_comes_before_the_ovulation_nor_before_what_is_possible() -> None:
    assert length_given_ovulation(30, [(28, 27)] * 3).first == 30
    assert length_given_ovulation(14, EARLY, at_least_days=36).first == 36


def test_only_the_newest_cycles_count() -> None:
    newest = EARLY * 9
    strange = [(35, 30)] * 5
    assert ovulation_day_given_length(28, newest) == ovulation_day_given_length(
        28, [*strange, *newest]
    )
    assert length_given_ovulation(14, newest) == length_given_ovulation(14, [*strange, *newest])


def test_other_women_are_described_in_the_same_way_by_every_part() -> None:
    """A cycle of usual length gets the usual ovulation day, whichever way it is asked."""
    looking_back = ovulation_day_given_length(29, (), priors=SHIPPED_OVULATION).median
    assert looking_back == predict_ovulation_day(()).median == 16
    assert length_given_ovulation(16, ()).median == 29
