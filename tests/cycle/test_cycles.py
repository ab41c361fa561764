from datetime import date

import pytest

from journal.cycle.cycles import Cycle, CycleEnd, cycle_at, cycles
from journal.domain.ranges import DateRange
from tests.builders import on

TODAY = on("2026-03-10")
ONSETS = [on("2026-01-03"), on("2026-01-31"), on("2026-03-01")]


def _span(start: str, end: str) -> DateRange:
    return DateRange(on(start), on(end))


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


def test_a_pregnancy_never_makes_a_long_cycle() -> None:
    onsets = [on("2024-01-05"), on("2024-02-02"), on("2025-06-10"), on("2025-07-08")]
    expecting = _span("2024-02-20", "2025-04-01")
    found = cycles(onsets, on("2025-07-20"), unreadable=[expecting])
    assert [
        Cycle(on("2024-01-05"), on("2024-02-02")),
        Cycle(on("2024-02-02"), on("2024-02-20"), CycleEnd.CONTEXT),
        Cycle(on("2025-06-10"), on("2025-07-08")),
        Cycle(on("2025-07-08")),
    ] == found
    assert [cycle.length_days for cycle in found] == [28, None, 28, None]


def test_an_onset_inside_an_unreadable_span_begins_no_cycle() -> None:
    found = cycles(ONSETS, TODAY, unreadable=[_span("2026-01-20", "2026-02-10")])
    assert [
        Cycle(on("2026-01-03"), on("2026-01-20"), CycleEnd.CONTEXT),
        Cycle(on("2026-03-01")),
    ] == found


def test_an_onset_on_the_first_day_of_a_span_still_gives_the_cycle_before_its_length() -> None:
    found = cycles(ONSETS, TODAY, unreadable=[_span("2026-01-31", "2026-02-10")])
    assert [Cycle(on("2026-01-03"), on("2026-01-31")), Cycle(on("2026-03-01"))] == found
    assert found[0].length_days == 28


def test_an_onset_on_the_last_day_before_a_span_begins_a_cycle_of_one_day() -> None:
    found = cycles(ONSETS, TODAY, unreadable=[_span("2026-02-01", "2026-02-10")])
    assert Cycle(on("2026-01-31"), on("2026-02-01"), CycleEnd.CONTEXT) == found[1]


def test_an_onset_on_the_first_day_after_a_span_begins_a_cycle() -> None:
    found = cycles(ONSETS, TODAY, unreadable=[_span("2026-01-10", "2026-01-31")])
    assert Cycle(on("2026-01-31"), on("2026-03-01")) == found[1]


def test_while_a_context_lasts_no_cycle_is_open() -> None:
    found = cycles(ONSETS, TODAY, unreadable=[_span("2026-03-05", "2026-03-11")])
    assert Cycle(on("2026-03-01"), on("2026-03-05"), CycleEnd.CONTEXT) == found[-1]


def test_a_span_after_today_has_not_begun() -> None:
    assert cycles(ONSETS, TODAY) == cycles(
        ONSETS, TODAY, unreadable=[_span("2026-03-11", "2026-04-01")]
    )


def test_a_context_that_covers_everything_leaves_no_cycle() -> None:
    assert cycles(ONSETS, TODAY, unreadable=[_span("2025-01-01", "2026-03-11")]) == []


def test_two_spans_in_one_cycle_end_it_once() -> None:
    spans = [_span("2026-02-05", "2026-02-07"), _span("2026-02-20", "2026-02-22")]
    assert (
        Cycle(on("2026-01-31"), on("2026-02-05"), CycleEnd.CONTEXT)
        == cycles(ONSETS, TODAY, unreadable=spans)[1]
    )


def test_a_cycle_in_which_a_period_went_unrecorded_ends_there_without_a_length() -> None:
    found = cycles(ONSETS, TODAY, unrecorded={on("2026-01-31"): on("2026-02-14")})
    assert Cycle(on("2026-01-31"), on("2026-02-14"), CycleEnd.NOT_RECORDED) == found[1]
    assert found[1].length_days is None
    assert Cycle(on("2026-03-01")) == found[2]


@pytest.mark.parametrize("outside", ["2026-01-31", "2026-01-30", "2026-03-01", "2026-04-01"])
def test_an_unrecorded_date_outside_its_cycle_is_not_used(outside: str) -> None:
    assert cycles(ONSETS, TODAY) == cycles(
        ONSETS, TODAY, unrecorded={on("2026-01-31"): on(outside)}
    )


@pytest.mark.parametrize(
    ("missed", "end", "because"),
    [
        ("2026-02-10", "2026-02-10", CycleEnd.NOT_RECORDED),
        ("2026-02-20", "2026-02-15", CycleEnd.CONTEXT),
        ("2026-02-15", "2026-02-15", CycleEnd.CONTEXT),
    ],
)
def test_what_comes_first_ends_a_cycle(missed: str, end: str, because: CycleEnd) -> None:
    found = cycles(
        ONSETS,
        TODAY,
        unreadable=[_span("2026-02-15", "2026-02-20")],
        unrecorded={on("2026-01-31"): on(missed)},
    )
    assert Cycle(on("2026-01-31"), on(end), because) == found[1]


def test_a_cycle_over_the_leap_day_is_a_day_longer() -> None:
    leap, plain = (
        cycles([date(year, 2, 10), date(year, 3, 10)], date(year, 3, 10))[0].length_days
        for year in (2024, 2026)
    )
    assert (leap, plain) == (29, 28)


def test_a_date_lies_in_the_cycle_that_holds_it() -> None:
    found = cycles(ONSETS, TODAY, unreadable=[_span("2026-02-15", "2026-02-20")])
    assert cycle_at(found, on("2026-01-02")) is None
    assert found[0] == cycle_at(found, on("2026-01-30"))
    assert found[1] == cycle_at(found, on("2026-02-14"))
    assert cycle_at(found, on("2026-02-15")) is None
    assert cycle_at(found, on("2026-02-28")) is None
    assert found[2] == cycle_at(found, on("2027-01-01"))
    assert cycle_at([], TODAY) is None
