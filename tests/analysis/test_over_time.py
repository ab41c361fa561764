from datetime import timedelta

import pytest

from journal.analysis.apart_days import READ_BEFORE_DAYS
from journal.analysis.over_time import OverTime, over_time
from journal.analysis.phase_bands import DayStanding
from journal.analysis.steps import Step
from journal.cycle.basis import Basis
from journal.cycle.ovulation import OvulationSign
from journal.cycle.phases import Phase, PhaseSpan
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Bleeding, Day, Partner
from journal.domain.moments import Moment
from journal.domain.ranges import ONE_DAY, DateRange
from tests.builders import bleeding_on, day, on, rated
from tests.cycle_builders import closed_cycle, open_cycle, reading_of
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-03-31")
MARCH = DateRange(on("2026-03-01"), on("2026-04-01"))
FORTY_YEARS = DateRange(on("1986-04-01"), on("2026-04-01"))


def _mood(*days: Day, range_: DateRange = MARCH) -> OverTime:
    return over_time(InMemoryJournal(days), codes=["mood"], range_=range_)


def _every_day(range_: DateRange = FORTY_YEARS) -> list[Day]:
    return [Day(date_, mood=date_.day % 11) for date_ in range_]


def test_every_rated_day_is_a_point_and_no_other_day() -> None:
    (mood,) = _mood(*rated("2026-03-01", "mood", [6, None, 8])).courses
    assert (on("2026-03-01"), on("2026-03-03")) == mood.dates
    assert mood.values == (6, 8)
    assert mood.days == (1, 1)


def test_a_rating_of_zero_is_a_point_at_zero() -> None:
    (mood,) = _mood(day("2026-03-05", mood=0)).courses
    assert mood.values == (0,)
    assert mood.spread is not None
    assert mood.spread.lowest == 0


def test_a_day_with_other_things_recorded_is_not_a_rated_day() -> None:
    result = _mood(day("2026-03-05", desire=4), day("2026-03-06", mood=7))
    assert result.rated_days == 1
    assert result.courses[0].values == (7,)


def test_the_line_is_the_mean_of_the_rated_days_within_seven() -> None:
    (mood,) = _mood(*rated("2026-03-01", "mood", [1, 2, 3, 4, 5, 6, 10])).courses
    assert mood.line.dates[3] == on("2026-03-04")
    assert mood.line.values[3] == pytest.approx(31 / 7, abs=0.01)
    assert mood.line.values[0] == 2.5  # four days, the first three after it


def test_fewer_than_three_rated_days_within_seven_have_no_line() -> None:
    (mood,) = _mood(*rated("2026-03-01", "mood", [5, 6])).courses
    assert mood.line.values == ()


def test_the_line_breaks_where_more_than_seven_days_are_missing() -> None:
    ratings = [5, 5, 5, *[None] * 7, 6, 6, 6]
    (mood,) = _mood(*rated("2026-03-01", "mood", ratings)).courses
    assert mood.line.values == (5, 5, 5, None, 6, 6, 6)


def test_the_line_runs_on_over_a_few_missing_days() -> None:
    ratings = [5, 5, 5, None, None, None, 6, 6, 6]
    (mood,) = _mood(*rated("2026-03-01", "mood", ratings)).courses
    assert None not in mood.line.values


def test_a_line_never_stands_on_a_day_that_was_not_rated() -> None:
    ratings = [5, None, 6, 7, None, None, 8, *[None] * 9, 3, 3, None, 3]
    (mood,) = _mood(*rated("2026-03-01", "mood", ratings)).courses
    drawn = [
        day
        for day, value in zip(mood.line.dates, mood.line.values, strict=True)
        if value is not None
    ]
    assert set(drawn) <= set(mood.dates)


def test_days_before_the_span_carry_the_line_but_are_no_points() -> None:
    (mood,) = _mood(*rated("2026-02-26", "mood", [5, 5, 5, 8])).courses
    assert mood.dates == (on("2026-03-01"),)
    assert mood.line.values == (5.75,)


def _cycles(*, range_: DateRange = MARCH) -> OverTime:
    reading = reading_of(
        closed_cycle(on("2026-02-05"), 28, sign=OvulationSign.LH_TEST),
        closed_cycle(on("2026-03-05"), 20),
        open_cycle(on("2026-03-25"), 28),
        today=TODAY,
    )
    return over_time(InMemoryJournal(), codes=["mood"], range_=range_, reading=reading)


def test_the_onsets_of_the_span_are_those_of_its_cycles() -> None:
    assert _cycles().onsets == (on("2026-03-05"), on("2026-03-25"))


def test_every_day_of_the_span_that_lies_in_a_cycle_stands_there() -> None:
    standings = dict(_cycles().standings)
    assert list(standings) == list(MARCH)
    assert standings[on("2026-03-06")] == DayStanding(2, Phase.MENSTRUAL, Basis.OBSERVED)


def test_the_phases_are_those_of_the_span() -> None:
    phases = _cycles().phases
    assert (
        PhaseSpan(DateRange(on("2026-03-01"), on("2026-03-05")), Phase.PREMENSTRUAL, Basis.OBSERVED)
        == phases[0]
    )
    assert phases[-1].range_.start == on("2026-03-25")


def test_only_ovulations_inside_the_span_are_counted() -> None:
    assert _cycles().ovulations == (Basis.ESTIMATED,)


def test_where_days_are_gathered_nothing_is_said_of_cycles() -> None:
    result = _cycles(range_=FORTY_YEARS)
    assert (
        result.onsets,
        result.phases,
        result.standings,
        result.ovulations,
    ) == ((), (), (), ())


def test_bleeding_before_the_span_is_no_mark() -> None:
    marks = _mood(*bleeding_on("2026-02-25", "2026-03-03", "2026-03-25")).bleeding
    assert [mark.date for mark in marks] == [on("2026-03-03"), on("2026-03-25")]


def test_bleeding_keeps_its_amount_and_whose_it_is() -> None:
    marks = _mood(day("2026-03-02", bleeding=Bleeding.HEAVY, not_my_period=True)).bleeding
    assert [(mark.bleeding, mark.not_my_period) for mark in marks] == [(Bleeding.HEAVY, True)]


def test_moments_are_counted_by_day_whatever_their_kind() -> None:
    moments = [
        Moment(on("2026-03-02"), "hug"),
        Moment(on("2026-03-02"), "smile"),
        Moment(on("2026-02-02"), "hug"),
    ]
    result = over_time(InMemoryJournal(kept_moments=moments), codes=["mood"], range_=MARCH)
    assert result.moments == ((on("2026-03-02"), 2),)


def test_contexts_are_cut_to_the_span() -> None:
    contexts = [
        Context(ContextKind.HORMONE_THERAPY, on("2025-01-01")),
        Context(ContextKind.TIME_APART, on("2026-03-10"), on("2026-03-12")),
        Context(ContextKind.PREGNANCY, on("2020-01-01"), on("2020-09-01")),
    ]
    result = over_time(InMemoryJournal(kept_contexts=contexts), codes=["mood"], range_=MARCH)
    assert [(band.start, band.end) for band in result.contexts] == [
        (MARCH.start, MARCH.end),
        (on("2026-03-10"), on("2026-03-12")),
    ]


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (14, Step.DAY),
        (400, Step.DAY),
        (401, Step.WEEK),
        (1096, Step.MONTH),
        (14_610, Step.QUARTER),
    ],
)
def test_the_longer_the_span_the_longer_the_step(days: int, step: Step) -> None:
    range_ = DateRange.last_days(days, TODAY)
    result = _mood(*_every_day(range_), range_=range_)
    assert result.step is step
    assert all(len(course.values) <= 1_500 for course in result.courses)


def test_every_rated_day_is_behind_one_gathered_point() -> None:
    result = _mood(*_every_day(), range_=FORTY_YEARS)
    (mood,) = result.courses
    assert sum(mood.days) == len(FORTY_YEARS) == result.rated_days
    assert mood.dates[0] == on("1986-04-01")
    assert mood.dates[-1] == on("2026-01-01")


def test_a_gathered_point_is_the_median_with_its_quartiles() -> None:
    range_ = DateRange(on("2023-04-01"), on("2026-04-01"))
    (mood,) = _mood(*rated("2026-03-01", "mood", [1, 2, 4, 5, 8]), range_=range_).courses
    assert mood.values == (4,)
    assert mood.days == (5,)
    assert mood.line.values == (4,)
    assert (mood.line.lower, mood.line.upper) == ((2,), (5,))


def test_a_gathered_point_of_two_days_has_an_n_and_no_median() -> None:
    range_ = DateRange(on("2023-04-01"), on("2026-04-01"))
    (mood,) = _mood(*rated("2026-03-01", "mood", [1, 2]), range_=range_).courses
    assert mood.values == (None,)
    assert mood.days == (2,)
    assert mood.line.values == ()


def test_a_gathered_line_breaks_at_a_month_without_enough_days() -> None:
    range_ = DateRange(on("2023-04-01"), on("2026-04-01"))
    days = [*rated("2025-01-01", "mood", [5] * 3), *rated("2025-03-01", "mood", [6] * 3)]
    (mood,) = _mood(*days, range_=range_).courses
    assert mood.line.dates == (on("2025-01-01"), on("2025-02-01"), on("2025-03-01"))
    assert mood.line.values == (5, None, 6)


def test_gathered_bleeding_counts_days_and_gives_no_onsets() -> None:
    range_ = DateRange(on("2023-04-01"), on("2026-04-01"))
    result = _mood(*bleeding_on("2026-03-03", "2026-03-04", "2026-02-01"), range_=range_)
    assert [(mark.date, mark.days) for mark in result.bleeding] == [
        (on("2026-02-01"), 1),
        (on("2026-03-01"), 2),
    ]
    assert result.onsets == ()


def test_an_empty_journal_has_courses_without_points() -> None:
    for range_ in (MARCH, FORTY_YEARS):
        (mood,) = _mood(range_=range_).courses
        assert mood.values == ()
        assert mood.spread is None


def test_no_rating_chosen_is_no_course() -> None:
    assert over_time(InMemoryJournal(), codes=[], range_=MARCH).courses == ()


def test_only_the_span_is_read() -> None:
    journal = InMemoryJournal(_every_day(DateRange(on("2020-01-01"), on("2026-04-01"))))
    asked: list[DateRange | None] = []
    read = journal.day_columns
    journal.day_columns = lambda names, range_=None: (  # type: ignore[method-assign]
        asked.append(range_) or read(names, range_)
    )
    over_time(journal, codes=["mood"], range_=MARCH)
    ratings = DateRange(MARCH.start - timedelta(days=3), MARCH.last + ONE_DAY)
    apart = DateRange(MARCH.start - timedelta(days=READ_BEFORE_DAYS), MARCH.last + ONE_DAY)
    assert asked == [ratings, apart]


def test_a_day_apart_is_told_from_the_others_by_day_and_not_in_longer_steps() -> None:
    journal = InMemoryJournal(
        [
            day("2026-03-02", connection=7, partner=Partner.TOGETHER),
            day("2026-03-03", connection=4, partner=Partner.APART),
            day("2026-03-09", connection=6),
        ]
    )
    (course,) = over_time(journal, codes=["connection"], range_=MARCH).courses
    assert course.apart == (False, True, False)
    years = DateRange(on("2024-01-01"), MARCH.end)
    (gathered,) = over_time(journal, codes=["connection"], range_=years).courses
    assert gathered.apart == ()
