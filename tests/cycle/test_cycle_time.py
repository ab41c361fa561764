from datetime import date, timedelta

import pytest

from journal.cycle.cycle_time import LayerShares, cycle_times, layer_shares
from journal.cycle.cycle_time_values import (
    CycleTime,
    Layer,
    LengthBounds,
    PhaseGates,
    Position,
)
from journal.domain.ranges import DateRange
from tests.builders import on

ONSET = on("2024-02-10")
NEXT = on("2024-03-09")
CYCLE = DateRange(ONSET, NEXT + timedelta(days=1))
CYCLE_DAYS = 28


def days_after(day: date, days: int) -> date:
    return day + timedelta(days=days)


def placed(
    ovulations: list[date], onsets: list[date] | None = None, **rules: object
) -> dict[date, CycleTime]:
    """One cycle of 28 days, its closing onset included."""
    starts = [ONSET, NEXT] if onsets is None else onsets
    times = cycle_times(starts, ovulations, CYCLE, **rules)  # type: ignore[arg-type]  # passed on
    return {time.date: time for time in times}


def test_time_runs_from_onset_to_ovulation_and_from_there_to_the_next_onset() -> None:
    ovulation = days_after(ONSET, 14)
    times = placed([ovulation])
    assert Position(0, -1) == times[ONSET].confirmed
    assert Position(0.5, -0.5) == times[days_after(ONSET, 7)].confirmed
    assert Position(1, 0) == times[ovulation].confirmed
    assert Position(-0.5, 0.5) == times[days_after(ovulation, 7)].confirmed
    assert Position(0, 1) == times[NEXT].confirmed


def test_a_leap_day_is_a_day_like_any_other() -> None:
    times = placed([days_after(ONSET, 14)])
    # 24 February is the ovulation, 9 March the next onset: fourteen days with 29 February inside.
    assert Position(-9 / 14, 5 / 14) == times[on("2024-02-29")].confirmed
    assert Position(-8 / 14, 6 / 14) == times[on("2024-03-01")].confirmed
    assert len(times) == CYCLE_DAYS + 1


def test_the_luteal_length_is_said_between_ovulation_and_onset_only() -> None:
    ovulation = days_after(ONSET, 14)
    times = placed([ovulation])
    said = [day for day, time in times.items() if time.luteal_length is not None]
    assert list(DateRange(days_after(ovulation, 1), NEXT)) == said
    assert {13} == {times[day].luteal_length for day in said}


@pytest.mark.parametrize(
    ("ovulation_after_days", "follicular", "luteal"),
    [
        (6, Layer.NONE, Layer.EXTENDED),
        (7, Layer.CONFIRMED, Layer.EXTENDED),
        (8, Layer.CONFIRMED, Layer.EXTENDED),
        (9, Layer.CONFIRMED, Layer.CONFIRMED),
        (20, Layer.CONFIRMED, Layer.CONFIRMED),
        (21, Layer.CONFIRMED, Layer.NONE),
        (24, Layer.CONFIRMED, Layer.NONE),
        (25, Layer.EXTENDED, Layer.NONE),
    ],
)
def test_a_phase_too_short_is_placed_nowhere_and_one_too_long_in_a_layer_of_its_own(
    ovulation_after_days: int, follicular: Layer, luteal: Layer
) -> None:
    ovulation = days_after(ONSET, ovulation_after_days)
    times = placed([ovulation])
    assert follicular == times[days_after(ONSET, 1)].layer
    assert luteal == times[days_after(NEXT, -1)].layer
    assert Position(1, 0) == times[ovulation].confirmed


def test_a_phase_too_long_is_placed_only_in_a_cycle_of_usual_length() -> None:
    onsets = [ONSET, days_after(ONSET, 36)]
    times = cycle_times(onsets, [days_after(ONSET, 26)], DateRange(*onsets))
    assert times[5].layer == Layer.NONE
    assert times[30].layer == Layer.CONFIRMED


def test_only_the_phase_that_is_closed_is_placed_in_an_open_cycle() -> None:
    ovulation = days_after(ONSET, 14)
    times = placed([ovulation], [ONSET])
    assert times[days_after(ONSET, 3)].layer == Layer.CONFIRMED
    assert times[days_after(ovulation, 1)].layer == Layer.NONE


def test_an_ovulation_before_the_first_onset_places_the_days_between() -> None:
    times = placed([days_after(ONSET, 14)], [NEXT])
    assert times[days_after(ONSET, 13)].layer == Layer.NONE
    assert Position(-0.5, 0.5) == times[days_after(ONSET, 21)].confirmed


def test_between_two_ovulations_of_one_cycle_no_day_is_placed() -> None:
    first, last = days_after(ONSET, 10), days_after(ONSET, 14)
    times = placed([first, last])
    assert Position(0.5, -0.5) == times[days_after(ONSET, 5)].confirmed
    assert Position(1, 0) == times[first].confirmed == times[last].confirmed
    assert {None} == {times[day].position for day in DateRange(days_after(first, 1), last)}
    assert Position(-0.5, 0.5) == times[days_after(last, 7)].confirmed


def test_without_a_confirmed_ovulation_one_is_imputed_fifteen_days_before_the_onset() -> None:
    times = placed([])
    ovulation = days_after(NEXT, -15)
    assert Position(1, 0) == times[ovulation].imputed
    assert Position(7 / 13, -6 / 13) == times[days_after(ONSET, 7)].imputed
    assert Position(-1 / 15, 14 / 15) == times[days_after(NEXT, -1)].imputed
    assert {None} == {time.confirmed for time in times.values()}
    assert {None} == {time.luteal_length for time in times.values()}


@pytest.mark.parametrize(
    ("length", "imputes"), [(20, False), (21, True), (35, True), (36, False)], ids=str
)
def test_cycles_of_21_to_35_days_have_an_ovulation_imputed(length: int, *, imputes: bool) -> None:
    onsets = [ONSET, days_after(ONSET, length)]
    times = cycle_times(onsets, [], DateRange(*onsets))
    assert imputes == (times[length - 1].layer is Layer.IMPUTED)


def test_other_bounds_of_length_may_be_chosen() -> None:
    onsets = [ONSET, days_after(ONSET, 38)]
    times = cycle_times(onsets, [], DateRange(*onsets), bounds=LengthBounds(18, 45))
    assert times[30].layer == Layer.IMPUTED


@pytest.mark.parametrize(("days_off", "imputes"), [(7, False), (8, True)])
def test_none_is_imputed_within_a_week_of_a_confirmed_one(days_off: int, *, imputes: bool) -> None:
    onsets = [ONSET, days_after(ONSET, 21)]
    # The imputed day is six days into the cycle, so the confirmed one lies before the onset.
    times = cycle_times(onsets, [days_after(ONSET, 6 - days_off)], DateRange(*onsets))
    assert imputes == (times[-1].imputed is not None)


def test_an_onset_between_two_layers_keeps_what_each_of_them_says() -> None:
    third = days_after(NEXT, 28)
    range_ = DateRange(ONSET, third)
    (time,) = [
        time
        for time in cycle_times([ONSET, NEXT, third], [days_after(NEXT, 14)], range_)
        if time.date == NEXT
    ]
    assert (Position(0, -1), Position(0, 1)) == (time.confirmed, time.imputed)
    assert (Layer.CONFIRMED, Position(0, 1)) == (time.layer, time.position)


def test_an_estimated_ovulation_takes_the_place_of_the_fifteen_days() -> None:
    estimated = days_after(NEXT, -12)
    times = placed([], imputed={NEXT: estimated})
    assert Position(1, 0) == times[estimated].imputed
    assert Position(-0.5, 0.5) == times[days_after(estimated, 6)].imputed


def test_a_cycle_without_an_estimate_stays_empty_where_estimates_are_given() -> None:
    assert {Layer.NONE} == {time.layer for time in placed([], imputed={}).values()}


def test_an_estimate_never_moves_a_confirmed_ovulation() -> None:
    ovulation = days_after(ONSET, 14)
    assert placed([ovulation]) == placed([ovulation], imputed={NEXT: days_after(NEXT, -12)})


def test_an_estimate_outside_its_cycle_is_passed_over() -> None:
    times = placed([], imputed={NEXT: days_after(ONSET, -1)})
    assert {Layer.NONE} == {time.layer for time in times.values()}


def test_a_cycle_that_did_not_end_with_the_next_onset_is_read_like_an_open_one() -> None:
    ovulation = days_after(ONSET, 14)
    assert placed([], unended={ONSET})[ovulation].layer == Layer.NONE
    times = placed([ovulation], unended={ONSET})
    assert times[days_after(ONSET, 3)].layer == Layer.CONFIRMED
    assert times[days_after(ovulation, 1)].layer == Layer.NONE


def test_other_gates_may_be_chosen() -> None:
    times = placed([days_after(ONSET, 24)], gates=PhaseGates(1, 20, 3, 18))
    assert times[days_after(ONSET, 3)].layer == Layer.EXTENDED
    assert Position(-0.5, 0.5) == times[days_after(NEXT, -2)].confirmed


def test_an_ovulation_on_the_onset_itself_leaves_no_follicular_phase() -> None:
    times = placed([ONSET], gates=PhaseGates(1, 30, 0, 30))
    assert Position(1, 0) == times[ONSET].confirmed
    assert Position(-0.5, 0.5) == times[days_after(ONSET, 14)].confirmed


def test_no_day_is_placed_without_an_onset() -> None:
    times = cycle_times([], [], CYCLE)
    assert [CycleTime(day, None, None, None, None) for day in CYCLE] == times


def test_an_empty_span_has_no_days() -> None:
    assert cycle_times([ONSET, NEXT], [], DateRange(ONSET, ONSET)) == []


def test_shares_count_each_day_in_its_surest_layer() -> None:
    third = days_after(NEXT, 28)
    ovulation = days_after(NEXT, 8)
    times = cycle_times([ONSET, NEXT, third], [ovulation], DateRange(ONSET, third))
    shares = layer_shares(times)
    # 28 imputed days; then 9 confirmed up to the ovulation, and 19 luteal days, one too many.
    assert LayerShares(days=56, confirmed=9, imputed=28, extended=19) == shares
    assert shares.unplaced == 0
    assert shares.rate(Layer.IMPUTED) == 0.5
    assert shares.rate(Layer.NONE) == 0.0


def test_no_days_have_no_shares() -> None:
    assert layer_shares([]).rate(Layer.CONFIRMED) is None
