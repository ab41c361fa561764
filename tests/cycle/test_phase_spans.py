from datetime import date, timedelta
from itertools import groupby

import pytest

from journal.cycle.basis import Basis
from journal.cycle.cycles import Cycle, CycleEnd
from journal.cycle.forecast import LikelyDay
from journal.cycle.onsets import Bleed
from journal.cycle.ovulation import Ovulation, OvulationSign
from journal.cycle.phase_spans import phase_at, phase_spans
from journal.cycle.phases import Phase, PhaseSpan
from journal.domain.ranges import DateRange
from tests.builders import on

ONSET = on("2024-02-10")
TODAY = on("2026-01-20")
LETTERS = {
    Phase.MENSTRUAL: "m",
    Phase.FOLLICULAR: "f",
    Phase.AROUND_OVULATION: "o",
    Phase.LUTEAL: "l",
    Phase.PREMENSTRUAL: "p",
}


def cycle_day(number: int) -> date:
    return ONSET + timedelta(days=number - 1)


def menses(days: int = 5) -> Bleed:
    return Bleed(ONSET, cycle_day(days), starts_cycle=True)


def closed(length: int) -> Cycle:
    return Cycle(ONSET, cycle_day(length + 1))


def ovulation(day: int, sign: OvulationSign = OvulationSign.LH_TEST) -> Ovulation:
    middle = cycle_day(day)
    return Ovulation(middle, sign, middle - timedelta(days=1), middle + timedelta(days=1))


def estimate(day: int) -> Ovulation:
    return ovulation(day, OvulationSign.CALENDAR)


def expected(day: int) -> LikelyDay:
    median = cycle_day(day)
    week = timedelta(days=3)
    return LikelyDay(median, DateRange(median - week, median + week))


def strip(spans: tuple[PhaseSpan, ...]) -> str:
    """One letter per cycle day: small observed, large estimated, a dot where nothing is said."""
    days = [phase_at(spans, day) for day in DateRange(ONSET, spans[-1].range_.end)]
    return " ".join("".join(letter(span) for span in same) for _, same in groupby(days))


def letter(span: PhaseSpan | None) -> str:
    if span is None:
        return "."
    small = LETTERS[span.phase]
    return small if span.basis is Basis.OBSERVED else small.upper()


@pytest.mark.parametrize(
    ("length", "bleed_days", "day", "days"),
    [
        pytest.param(28, 5, 14, "mmmmm ffffff oooo llllll ppppppp", id="28 days"),
        pytest.param(21, 5, 10, "mmmmm ff oooo lll ppppppp", id="21 days"),
        pytest.param(28, 5, 20, "mmmmm ffffffffffff oooo ppppppp", id="eight luteal days"),
        pytest.param(28, 5, 24, "mmmmm ffffffffffffffff ppppppp", id="ovulation in last week"),
        pytest.param(28, 14, 14, "m" * 11 + " oooo llllll ppppppp", id="flow at ovulation"),
        pytest.param(28, 5, 2, "m oo " + "l" * 18 + " ppppppp", id="ovulation on day 2"),
        pytest.param(28, 5, 1, "m o " + "l" * 19 + " ppppppp", id="ovulation on the onset"),
        pytest.param(1, 1, 1, "m", id="one day"),
        pytest.param(5, 5, 3, "m pppp", id="five days, ovulation inside"),
        pytest.param(10, 4, 5, "mm o ppppppp", id="ten days"),
    ],
)
def test_a_closed_cycle_with_an_observed_ovulation_is_observed_throughout(
    length: int, bleed_days: int, day: int, days: str
) -> None:
    spans = phase_spans(closed(length), menses(bleed_days), ovulation(day), today=TODAY)
    assert days == strip(spans)


def test_what_rests_on_an_estimated_ovulation_is_estimated() -> None:
    spans = phase_spans(closed(28), menses(), estimate(14), today=TODAY)
    assert strip(spans) == "mmmmm FFFFFF OOOO LLLLLL ppppppp"


def test_an_estimated_ovulation_never_cuts_recorded_flow_short() -> None:
    spans = phase_spans(closed(28), menses(14), estimate(14), today=TODAY)
    assert strip(spans) == "m" * 14 + " O LLLLLL ppppppp"


@pytest.mark.parametrize(
    ("length", "bleed_days", "days"),
    [
        pytest.param(200, 5, "mmmmm " + "." * 188 + " ppppppp", id="200 days"),
        pytest.param(10, 5, "mmmmm ppppp", id="10 days"),
        pytest.param(5, 5, "mmmmm", id="5 days"),
        pytest.param(5, 2, "mm ppp", id="5 days, flow on 2"),
        pytest.param(1, 1, "m", id="1 day"),
        pytest.param(30, 25, "m" * 25 + " ppppp", id="flow into the last week"),
        pytest.param(30, 40, "m" * 30, id="flow beyond the next onset"),
    ],
)
def test_without_an_ovulation_menses_and_the_last_week_are_said(
    length: int, bleed_days: int, days: str
) -> None:
    assert days == strip(phase_spans(closed(length), menses(bleed_days), None, today=TODAY))


def test_a_leap_day_takes_its_place() -> None:
    spans = phase_spans(closed(28), menses(), ovulation(14), today=TODAY)
    assert DateRange(on("2024-03-02"), on("2024-03-09")) == spans[-1].range_
    assert PhaseSpan(
        DateRange(on("2024-02-25"), on("2024-03-02")), Phase.LUTEAL, Basis.OBSERVED
    ) == (phase_at(spans, on("2024-02-29")))


def test_of_an_open_cycle_without_anything_else_only_menses_is_said() -> None:
    assert strip(phase_spans(Cycle(ONSET), menses(), None, today=cycle_day(20))) == "mmmmm"


def test_an_expected_onset_carries_spans_into_the_future() -> None:
    spans = phase_spans(
        Cycle(ONSET), menses(), estimate(15), today=cycle_day(8), expected_onset=expected(30)
    )
    assert strip(spans) == "mmmmm FFFFFFF OOOO LLLLLL PPPPPPP"


def test_an_observed_ovulation_leaves_what_follows_estimated_until_the_next_onset() -> None:
    spans = phase_spans(
        Cycle(ONSET), menses(), ovulation(15), today=cycle_day(20), expected_onset=expected(30)
    )
    assert strip(spans) == "mmmmm fffffff oooo LLLLLL PPPPPPP"


def test_an_expected_onset_alone_says_its_last_week() -> None:
    spans = phase_spans(
        Cycle(ONSET), menses(), None, today=cycle_day(8), expected_onset=expected(30)
    )
    assert strip(spans) == "mmmmm " + "." * 17 + " PPPPPPP"


@pytest.mark.parametrize(("today", "last_days"), [(29, 7), (30, 8), (33, 11)])
def test_the_premenstrual_days_of_a_late_cycle_run_to_today(today: int, last_days: int) -> None:
    spans = phase_spans(
        Cycle(ONSET), menses(), estimate(15), today=cycle_day(today), expected_onset=expected(30)
    )
    assert spans[-1].phase == Phase.PREMENSTRUAL
    assert last_days == len(spans[-1].range_)
    assert (spans[-1].range_.start - ONSET).days + 1 == 23


def test_an_observed_ovulation_comes_before_an_onset_only_expected() -> None:
    spans = phase_spans(
        Cycle(ONSET), menses(), ovulation(26), today=cycle_day(27), expected_onset=expected(29)
    )
    assert strip(spans) == "mmmmm " + "f" * 18 + " oooo P"


def test_an_onset_expected_before_an_observed_ovulation_is_over_waits_for_it() -> None:
    spans = phase_spans(
        Cycle(ONSET), menses(), ovulation(30), today=cycle_day(30), expected_onset=expected(29)
    )
    assert strip(spans) == "mmmmm " + "f" * 22 + " oooo"


@pytest.mark.parametrize(
    ("today", "days"),
    [
        pytest.param(12, "oooo", id="the window may reach tomorrow and beyond"),
        pytest.param(15, "oooo", id="its last day"),
        pytest.param(18, "oooo LLL", id="luteal up to today"),
        pytest.param(32, "oooo " + "L" * 17, id="luteal for 18 days after ovulation"),
        pytest.param(60, "oooo " + "L" * 17, id="nothing said after that"),
    ],
)
def test_without_an_expected_onset_the_luteal_phase_runs_to_today(today: int, days: str) -> None:
    spans = phase_spans(Cycle(ONSET), menses(), ovulation(14), today=cycle_day(today))
    assert "mmmmm ffffff " + days == strip(spans)


@pytest.mark.parametrize("ended_by", [CycleEnd.CONTEXT, CycleEnd.NOT_RECORDED])
def test_a_cycle_no_onset_ended_has_no_premenstrual_days(ended_by: CycleEnd) -> None:
    cycle = Cycle(ONSET, cycle_day(21), ended_by)
    spans = phase_spans(cycle, menses(), ovulation(14), today=TODAY, expected_onset=expected(29))
    assert strip(spans) == "mmmmm ffffff oooo LLLLL"


def test_a_cycle_that_something_else_ended_is_left_there() -> None:
    cycle = Cycle(ONSET, cycle_day(4), CycleEnd.CONTEXT)
    assert strip(phase_spans(cycle, menses(5), ovulation(14), today=TODAY)) == "mmm"


@pytest.mark.parametrize("day", [-3, 29, 40])
def test_an_ovulation_outside_the_cycle_is_passed_over(day: int) -> None:
    without = phase_spans(closed(28), menses(), None, today=TODAY)
    assert without == phase_spans(closed(28), menses(), ovulation(day), today=TODAY)


def test_phase_at_finds_the_span_of_a_day() -> None:
    spans = phase_spans(closed(40), menses(), None, today=TODAY)
    assert spans[0] == phase_at(spans, ONSET) == phase_at(spans, cycle_day(5))
    assert spans[1] == phase_at(spans, cycle_day(34)) == phase_at(spans, cycle_day(40))


@pytest.mark.parametrize("day", [0, 6, 33, 41])
def test_phase_at_finds_nothing_where_nothing_is_said(day: int) -> None:
    spans = phase_spans(closed(40), menses(), None, today=TODAY)
    assert phase_at(spans, cycle_day(day)) is None


def test_phase_at_finds_nothing_in_no_spans() -> None:
    assert phase_at((), ONSET) is None
