from datetime import date

from journal.cycle.cycles import Cycle, cycle_day, cycles
from tests.builders import on

TODAY = on("2026-03-10")
ONSETS = [on("2026-01-03"), on("2026-01-31"), on("2026-03-01")]


def test_the_day_of_the_onset_is_cycle_day_one() -> None:
    assert cycle_day(ONSETS, on("2026-01-31")) == 1
    assert cycle_day(ONSETS, on("2026-01-30")) == 28


def test_a_date_before_the_first_onset_has_no_cycle_day() -> None:
    assert cycle_day(ONSETS, on("2026-01-02")) is None
    assert cycle_day([], TODAY) is None


def test_the_current_cycle_is_open_and_has_no_length() -> None:
    *closed, current = cycles(ONSETS, TODAY)
    assert [cycle.length_days for cycle in closed] == [28, 29]
    assert Cycle(on("2026-03-01")) == current
    assert current.is_open
    assert current.length_days is None


def test_an_onset_after_today_has_not_begun() -> None:
    today: date = on("2026-02-27")
    assert [Cycle(on("2026-01-03"), on("2026-01-31")), Cycle(on("2026-01-31"))] == cycles(
        ONSETS, today
    )


def test_without_an_onset_there_is_no_cycle() -> None:
    assert cycles([], TODAY) == []
