"""Rules of phases that hold for every cycle, bleed, ovulation and expectation."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from journal.cycle.basis import Basis
from journal.cycle.cycles import Cycle, CycleEnd
from journal.cycle.forecast import LikelyDay
from journal.cycle.onsets import Bleed
from journal.cycle.ovulation import Ovulation, OvulationSign
from journal.cycle.phase_spans import (
    DAYS_AFTER_OVULATION,
    DAYS_BEFORE_OVULATION,
    PREMENSTRUAL_DAYS,
    phase_at,
    phase_spans,
)
from journal.cycle.phases import Phase, PhaseSpan
from journal.domain.ranges import ONE_DAY, DateRange

ORDER = list(Phase)


@dataclass(frozen=True)
class Known:
    """All that phases are read from."""

    cycle: Cycle
    menses: Bleed
    ovulation: Ovulation | None
    today: date
    expected: LikelyDay | None

    def spans(self) -> tuple[PhaseSpan, ...]:
        """The phases of it."""
        return phase_spans(
            self.cycle,
            self.menses,
            self.ovulation,
            today=self.today,
            expected_onset=self.expected,
        )


@st.composite
def known(draw: st.DrawFn) -> Known:
    """Cycles of a day to most of a year, closed, open and ended by something else."""
    # February 2024 has a leap day.
    onset = draw(st.dates(date(2023, 11, 1), date(2024, 3, 5)))
    length = draw(st.integers(1, 45) | st.integers(1, 250))
    end = onset + timedelta(days=length)
    is_closed = draw(st.booleans())
    today = draw(st.integers(0, 60)) if is_closed else draw(st.integers(-length, 60))
    bleed = draw(st.integers(0, 9) | st.integers(0, 60))
    middle = onset + timedelta(days=draw(st.integers(-3, length + 3)))
    spread = timedelta(days=2)
    ovulation = Ovulation(
        middle, draw(st.sampled_from(OvulationSign)), middle - spread, middle + spread
    )
    median = onset + timedelta(days=draw(st.integers(0, 60)))
    expected = LikelyDay(median, DateRange(median - spread, median + spread))
    return Known(
        Cycle(onset, end, draw(st.sampled_from(CycleEnd))) if is_closed else Cycle(onset),
        Bleed(onset, onset + timedelta(days=bleed), starts_cycle=True),
        draw(st.sampled_from([ovulation, None])),
        end + timedelta(days=today),
        draw(st.sampled_from([expected, None])),
    )


def days_of(spans: tuple[PhaseSpan, ...], *phases: Phase) -> set[date]:
    return {day for span in spans if span.phase in phases for day in span.range_}


@given(known())
def test_spans_follow_one_another_and_none_is_empty(case: Known) -> None:
    spans = case.spans()
    assert all(span.range_ for span in spans)
    assert all(one.range_.end <= next_.range_.start for one, next_ in pairwise(spans))


@given(known())
def test_every_phase_comes_once_and_in_its_order(case: Known) -> None:
    places = [ORDER.index(span.phase) for span in case.spans()]
    assert sorted(set(places)) == places


@given(known())
def test_a_cycle_begins_with_observed_menses_and_is_never_left(case: Known) -> None:
    spans = case.spans()
    assert (case.cycle.onset, Phase.MENSTRUAL, Basis.OBSERVED) == (
        spans[0].range_.start,
        spans[0].phase,
        spans[0].basis,
    )
    assert case.cycle.end is None or spans[-1].range_.end <= case.cycle.end


@given(known())
def test_menses_are_days_of_the_bleed(case: Known) -> None:
    (menses, *_) = case.spans()
    assert menses.range_.last <= case.menses.last


@given(known())
def test_only_an_observed_ovulation_ends_menses_before_the_flow(case: Known) -> None:
    (menses, *_) = case.spans()
    flow_over = min(case.menses.last + ONE_DAY, case.cycle.end or date.max)
    seen = case.ovulation is not None and case.ovulation.basis is Basis.OBSERVED
    assert seen or menses.range_.end == flow_over


@given(known())
def test_the_last_seven_days_of_a_closed_cycle_are_observed_and_premenstrual(case: Known) -> None:
    if case.cycle.length_days is None or case.cycle.end is None:
        return
    spans = case.spans()
    week = DateRange.last_days(PREMENSTRUAL_DAYS, case.cycle.end - ONE_DAY)
    inside = set(week) - days_of(spans, Phase.MENSTRUAL)
    assert {day for day in inside if day >= case.cycle.onset} == days_of(spans, Phase.PREMENSTRUAL)
    assert all(s.basis is Basis.OBSERVED for s in spans if s.phase is Phase.PREMENSTRUAL)


@given(known())
def test_only_a_closed_cycle_or_an_expected_onset_has_premenstrual_days(case: Known) -> None:
    expects = case.cycle.is_open and case.expected is not None
    if case.cycle.length_days is None and not expects:
        assert set() == days_of(case.spans(), Phase.PREMENSTRUAL)


@given(known())
def test_days_around_ovulation_lie_two_before_to_one_after_it(case: Known) -> None:
    for day in days_of(case.spans(), Phase.AROUND_OVULATION):
        assert case.ovulation is not None
        after = (day - case.ovulation.date).days
        assert -DAYS_BEFORE_OVULATION <= after <= DAYS_AFTER_OVULATION


@given(known())
def test_nothing_but_menses_and_last_days_is_said_without_an_ovulation(case: Known) -> None:
    named = {span.phase for span in replace(case, ovulation=None).spans()}
    assert named <= {Phase.MENSTRUAL, Phase.PREMENSTRUAL}


@given(known())
def test_what_rests_on_an_estimate_is_never_called_observed(case: Known) -> None:
    guessed = case.ovulation is None or case.ovulation.basis is Basis.ESTIMATED
    not_closed = case.cycle.length_days is None
    for span in case.spans():
        if span.phase in {Phase.FOLLICULAR, Phase.AROUND_OVULATION}:
            assert guessed == (span.basis is Basis.ESTIMATED)
        if span.phase is Phase.LUTEAL:
            assert (guessed or not_closed) == (span.basis is Basis.ESTIMATED)
        if span.phase is Phase.PREMENSTRUAL:
            assert not_closed == (span.basis is Basis.ESTIMATED)


@given(known())
def test_an_estimate_never_covers_a_day_that_was_observed(case: Known) -> None:
    """Days observed without any expectation stay as they are with one."""
    without = replace(case, expected=None).spans()
    with_ = case.spans()
    for span in without:
        if span.basis is Basis.OBSERVED:
            assert span in with_


@given(known())
def test_spans_reach_no_further_than_what_is_expected_or_today(case: Known) -> None:
    if not case.cycle.is_open:
        return
    reach = [case.menses.last, case.today, case.cycle.onset]
    reach += [case.ovulation.date + ONE_DAY] if case.ovulation else []
    reach += [case.expected.median - ONE_DAY] if case.expected else []
    assert case.spans()[-1].range_.last <= max(reach)


@given(known(), st.integers(-10, 320))
def test_phase_at_finds_the_one_span_that_holds_a_day(case: Known, days: int) -> None:
    day = case.cycle.onset + timedelta(days=days)
    spans = case.spans()
    assert [span for span in spans if day in span.range_] == (
        [found] if (found := phase_at(spans, day)) else []
    )


@given(known(), st.integers(-4000, 4000))
def test_shifting_every_date_shifts_every_span(case: Known, days: int) -> None:
    by = timedelta(days=days)
    cycle, menses, ovulation, expected = case.cycle, case.menses, case.ovulation, case.expected
    shifted = Known(
        replace(cycle, onset=cycle.onset + by, end=cycle.end and cycle.end + by),
        replace(menses, start=menses.start + by, last=menses.last + by),
        ovulation and replace(ovulation, date=ovulation.date + by),
        case.today + by,
        expected and replace(expected, median=expected.median + by),
    )
    assert shifted.spans() == tuple(
        replace(span, range_=DateRange(span.range_.start + by, span.range_.end + by))
        for span in case.spans()
    )
