from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.phase_bands import (
    DayStanding,
    PhaseShare,
    day_standings,
    likely_period,
    phase_bands,
    phase_positions,
)
from journal.cycle.basis import Basis
from journal.cycle.cycles import Cycle, CycleEnd
from journal.cycle.forecast import Forecast, Silence, SilentBecause
from journal.cycle.onsets import Bleed
from journal.cycle.ovulation import OvulationSign
from journal.cycle.phases import Phase, PhaseSpan
from journal.cycle.reading import CycleReading, ReadCycle
from journal.domain.ranges import DateRange
from tests.builders import on
from tests.cycle_builders import closed_cycle, likely, open_cycle, ovulation_on, reading_of

TODAY = on("2026-05-20")
ONSET = on("2026-05-01")
MAY = DateRange(on("2026-05-01"), on("2026-06-01"))
BOTH = (Basis.OBSERVED, Basis.ESTIMATED)


def _may(cycle_day: int, sign: OvulationSign = OvulationSign.CALENDAR) -> DayStanding | None:
    """Say where a day of May stands, in a cycle of 28 days with its ovulation on day 15."""
    reading = reading_of(closed_cycle(ONSET, 28, sign=sign), today=on("2026-06-30"))
    return day_standings(reading, MAY).get(ONSET + timedelta(days=cycle_day - 1))


@pytest.mark.parametrize(
    ("sign", "basis"), [(OvulationSign.LH_TEST, BOTH[0]), (OvulationSign.CALENDAR, BOTH[1])]
)
def test_a_day_stands_in_its_phase_with_what_that_rests_on(
    sign: OvulationSign, basis: Basis
) -> None:
    assert _may(1, sign) == DayStanding(1, Phase.MENSTRUAL, Basis.OBSERVED)
    assert _may(14, sign) == DayStanding(14, Phase.AROUND_OVULATION, basis)
    assert _may(15, sign) == DayStanding(15, Phase.AROUND_OVULATION, basis, ovulation=basis)


def test_a_day_after_the_reading_stands_nowhere() -> None:
    reading = reading_of(open_cycle(ONSET, 29, ovulation=ovulation_on(ONSET)), today=TODAY)
    assert max(day_standings(reading, MAY)) == TODAY
    assert max(band.range_.last for band in phase_bands(reading, MAY)) <= TODAY


def test_a_day_after_a_cycle_that_a_context_ended_stands_nowhere() -> None:
    ended = Cycle(ONSET, on("2026-05-11"), CycleEnd.CONTEXT)
    read = ReadCycle(ended, Bleed(ONSET, ONSET, starts_cycle=True), None, ())
    found = day_standings(reading_of(read, today=TODAY), MAY)
    assert list(found) == list(DateRange(ONSET, on("2026-05-11")))


def test_from_the_sixty_first_day_a_cycle_day_says_nothing_any_more() -> None:
    reading = reading_of(open_cycle(on("2026-03-02"), 90), today=TODAY)
    assert day_standings(reading, MAY) == {}
    april = day_standings(reading, DateRange(on("2026-04-29"), MAY.end))
    assert {on("2026-04-29"): DayStanding(59), on("2026-04-30"): DayStanding(60)} == april


def test_bands_are_cut_to_the_span() -> None:
    reading = reading_of(closed_cycle(on("2026-04-29"), 28), today=TODAY)
    first = phase_bands(reading, MAY)[0]
    assert PhaseSpan(DateRange(MAY.start, on("2026-05-04")), Phase.MENSTRUAL, BOTH[0]) == first


def test_shares_are_of_the_cycles_whose_phase_is_known_on_that_day() -> None:
    observed = closed_cycle(on("2026-01-01"), 28, sign=OvulationSign.LH_TEST)
    estimated = closed_cycle(on("2026-01-29"), 28)
    unknown = closed_cycle(on("2026-02-26"), 28, sign=None)
    positions = phase_positions(reading_of(observed, estimated, unknown, today=TODAY), 15)
    assert [at.position for at in positions] == list(range(1, 16))
    assert positions[0].shares == (PhaseShare(Phase.MENSTRUAL, Basis.OBSERVED, 3, 1.0),)
    assert positions[14].cycles == 2
    assert positions[14].shares == (
        PhaseShare(Phase.AROUND_OVULATION, Basis.OBSERVED, 1, 0.5),
        PhaseShare(Phase.AROUND_OVULATION, Basis.ESTIMATED, 1, 0.5),
    )


@given(lengths=st.lists(st.integers(21, 35), min_size=1, max_size=12))
def test_the_shares_of_a_cycle_day_make_a_whole(lengths: list[int]) -> None:
    made, start = [], on("2025-01-01")
    for length in lengths:
        made.append(closed_cycle(start, length))
        start += timedelta(days=length)
    for at in phase_positions(reading_of(*made, today=TODAY), 60):
        assert sum(share.share for share in at.shares) == pytest.approx(1)
        assert sum(share.cycles for share in at.shares) == at.cycles <= len(lengths)


def _with_forecast(today: str) -> CycleReading:
    outlook = Forecast(likely(on("2026-05-30"), 3), None, 5)
    return reading_of(open_cycle(ONSET, 29), outlook=outlook, today=on(today))


def test_the_next_period_is_likely_when_the_reading_of_today_says_so() -> None:
    assert likely_period(_with_forecast("2026-05-20"), TODAY) == DateRange(
        on("2026-05-27"), on("2026-06-03")
    )


def test_what_was_likely_at_another_time_is_not_said_today() -> None:
    assert likely_period(_with_forecast("2026-05-19"), TODAY) is None


def test_with_forecasts_switched_off_no_period_is_likely() -> None:
    silent = reading_of(outlook=Silence(SilentBecause.SWITCHED_OFF), today=TODAY)
    assert likely_period(silent, TODAY) is None
