from datetime import date, timedelta

import pytest

from journal.analysis.by_cycle_day import ByCycleDay, Position, by_cycle_day, usual_since
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Bleeding, Day, Partner
from journal.domain.owner_settings import OwnerSettings, TimeAxis
from tests.builders import bleeding_on, day, on, rated
from tests.cycle_builders import closed_cycle, open_cycle, reading_of
from tests.in_memory_journal import InMemoryJournal
from tests.plain_readings import plain_reading

TODAY = on("2026-04-10")
ONSETS = ("2026-01-01", "2026-01-29", "2026-02-26", "2026-03-26")
FOUR_CYCLES = bleeding_on(*ONSETS)


def _mood(*days: Day, axis: TimeAxis = TimeAxis.CYCLE_DAY, since: date | None = None) -> ByCycleDay:
    journal = InMemoryJournal(days)
    return by_cycle_day(
        journal, "mood", axis=axis, reading=plain_reading(journal, TODAY), since=since
    )


def _on_cycle_day(number: int, *ratings: int) -> list[Day]:
    return [
        Day(on(onset) + timedelta(days=number - 1), mood=rating)
        for onset, rating in zip(ONSETS, ratings, strict=False)
    ]


def test_the_onset_is_cycle_day_one_of_its_cycle() -> None:
    result = _mood(*FOUR_CYCLES, *_on_cycle_day(1, 3, 5, 9))
    assert result.positions == (Position(1, 3, 5, 4, 7),)


def test_two_days_at_one_place_are_counted_but_have_no_median() -> None:
    assert _mood(*FOUR_CYCLES, *_on_cycle_day(5, 3, 9)).positions == (Position(5, 2),)


def test_a_rating_of_zero_counts_and_a_missing_one_does_not() -> None:
    result = _mood(*FOUR_CYCLES, *_on_cycle_day(5, 0, 0, 0))
    assert result.positions == (Position(5, 3, 0, 0, 0),)


def test_days_before_the_first_onset_have_no_place() -> None:
    result = _mood(*FOUR_CYCLES, day("2025-12-31", mood=7))
    assert result.rated_days == 0
    assert result.positions == ()
    assert result.dates is None


def test_the_open_cycle_is_the_current_one_and_not_among_the_others() -> None:
    result = _mood(*FOUR_CYCLES, *_on_cycle_day(3, 4, 5, 6, 7))
    assert result.current is not None
    assert result.current.start == on("2026-03-26")
    assert [run.start for run in result.runs] == [on(onset) for onset in ONSETS[:3]]
    assert result.runs_rated == 4


def test_without_a_rated_day_the_open_cycle_is_not_drawn() -> None:
    result = _mood(*FOUR_CYCLES, *_on_cycle_day(3, 4, 5, 6))
    assert result.current is None
    assert len(result.runs) == 3


def test_the_line_of_a_cycle_breaks_where_a_day_was_not_rated() -> None:
    result = _mood(*FOUR_CYCLES, *rated("2026-01-01", "mood", [4, 5, None, None, 6]))
    assert result.runs[0].positions == (1, 2, 3, 5)
    assert result.runs[0].values == (4, 5, None, 6)


def test_days_after_the_sixtieth_are_left_out_and_counted() -> None:
    result = _mood(
        *bleeding_on("2025-01-01", "2026-04-01"),
        day("2025-03-01", mood=5),  # cycle day 60
        day("2025-03-02", mood=5),
        day("2025-06-01", mood=5),
    )
    assert [place.position for place in result.positions] == [60]
    assert result.days_left_out == 2


@pytest.mark.parametrize(
    ("onsets", "enough"), [((), False), (ONSETS[:1], False), (ONSETS[:2], True)]
)
def test_two_onsets_are_needed_for_cycle_days(onsets: tuple[str, ...], enough: bool) -> None:  # noqa: FBT001 - parametrised
    result = _mood(*bleeding_on(*onsets), *rated("2026-01-01", "mood", [5]))
    assert result.enough_starts is enough


def test_bleeding_between_menses_restarts_the_days_since_a_bleed_only() -> None:
    days = [*FOUR_CYCLES, *bleeding_on("2026-02-08"), day("2026-02-10", mood=5)]
    assert [place.position for place in _mood(*days).positions] == [13]
    since_bleed = _mood(*days, axis=TimeAxis.DAYS_SINCE_BLEED)
    assert [place.position for place in since_bleed.positions] == [3]


def test_months_begin_on_the_day_of_the_chosen_date() -> None:
    days = [day(text, mood=5) for text in ("2026-01-31", "2026-02-27", "2026-02-28", "2026-03-31")]
    result = _mood(*days, axis=TimeAxis.MONTHS_SINCE, since=on("2026-01-31"))
    assert [(place.position, place.days) for place in result.positions] == [(0, 2), (1, 1), (2, 1)]
    assert result.current is None


def test_days_before_the_chosen_date_do_not_count() -> None:
    days = [day("2026-01-30", mood=5), day("2026-01-31", mood=6)]
    assert _mood(*days, axis=TimeAxis.MONTHS_SINCE, since=on("2026-01-31")).rated_days == 1


@pytest.mark.parametrize("since", [None, on("2026-04-11")])
def test_without_a_date_up_to_today_no_months_are_counted(since: date | None) -> None:
    result = _mood(day("2026-01-30", mood=5), axis=TimeAxis.MONTHS_SINCE, since=since)
    assert result.positions == ()


@pytest.mark.parametrize("axis", list(TimeAxis))
def test_an_empty_journal_gives_an_empty_result(axis: TimeAxis) -> None:
    result = _mood(axis=axis, since=TODAY)
    assert (result.rated_days, result.runs, result.current) == (0, (), None)


def test_forty_years_draw_the_newest_cycles_and_take_the_median_of_all() -> None:
    first = TODAY - timedelta(days=14_599)
    days = [
        Day(
            first + timedelta(days=n), mood=n % 28 % 11, bleeding=None if n % 28 else Bleeding.LIGHT
        )
        for n in range(14_600)
    ]
    result = _mood(*days)
    assert len(result.runs) == 24
    assert result.current is not None
    assert max(run.start for run in result.runs) < result.current.start
    assert result.runs_rated == 522
    assert sum(place.days for place in result.positions) == 14_600
    assert sum(len(run.values) + 1 for run in result.runs) <= 1_500


def test_months_are_counted_from_the_last_bleed_until_a_date_is_chosen() -> None:
    journal = InMemoryJournal([*bleeding_on("2024-07-22", "2024-07-23"), day("2020-01-01", mood=4)])
    assert usual_since(journal, plain_reading(journal, TODAY)) == on("2024-07-22")


def test_without_a_bleed_months_are_counted_from_the_first_record_or_today() -> None:
    recorded, empty = InMemoryJournal([day("2020-01-01", mood=4)]), InMemoryJournal()
    assert usual_since(recorded, plain_reading(recorded, TODAY)) == on("2020-01-01")
    assert usual_since(empty, plain_reading(empty, TODAY)) == TODAY


def _with_pregnancy(*days: Day) -> ByCycleDay:
    away = Context(ContextKind.PREGNANCY, on("2026-02-10"), on("2026-03-20"))
    journal = InMemoryJournal([*FOUR_CYCLES, *days], kept_contexts=[away])
    reading = plain_reading(journal, TODAY)
    return by_cycle_day(journal, "mood", axis=TimeAxis.CYCLE_DAY, reading=reading)


def test_a_context_ends_a_cycle_and_the_next_onset_begins_anew() -> None:
    result = _with_pregnancy()
    assert result.starts == (on(ONSETS[0]), on(ONSETS[1]), on(ONSETS[3]))


def test_a_day_that_lies_in_no_cycle_has_no_cycle_day_and_is_counted() -> None:
    result = _with_pregnancy(day("2026-02-09", mood=4), day("2026-02-10", mood=5))
    assert [place.position for place in result.positions] == [12]
    assert (result.days_in_no_cycle, result.days_left_out) == (1, 0)


def test_a_cycle_that_a_context_ended_is_not_the_current_one() -> None:
    away = Context(ContextKind.PREGNANCY, on("2026-04-01"))
    days = [*FOUR_CYCLES, *_on_cycle_day(3, 4, 5, 6, 7)]
    journal = InMemoryJournal(days, kept_contexts=[away])
    reading = plain_reading(journal, TODAY)
    result = by_cycle_day(journal, "mood", axis=TimeAxis.CYCLE_DAY, reading=reading)
    assert result.current is None
    assert result.runs[-1].start == on(ONSETS[3])


@pytest.mark.parametrize(
    ("axis", "last"), [(TimeAxis.CYCLE_DAY, 10), (TimeAxis.DAYS_SINCE_BLEED, None)]
)
def test_phases_reach_as_far_as_the_days_and_belong_to_cycle_days(
    axis: TimeAxis, last: int | None
) -> None:
    journal = InMemoryJournal(_on_cycle_day(10, 4, 5, 6))
    made = [closed_cycle(on(onset), 28) for onset in ONSETS[:3]]
    reading = reading_of(*made, open_cycle(on(ONSETS[3]), 28), today=TODAY)
    result = by_cycle_day(journal, "mood", axis=axis, reading=reading)
    assert last == (result.phases[-1].position if result.phases else None)


@pytest.mark.parametrize(("leave_out", "rated", "left_out"), [(False, 3, 0), (True, 2, 1)])
def test_days_apart_are_left_out_only_where_she_chose_it(
    leave_out: bool,  # noqa: FBT001  # parametrised
    rated: int,
    left_out: int,
) -> None:
    away = day("2026-02-02", mood=2, partner=Partner.APART)
    journal = InMemoryJournal(
        [*FOUR_CYCLES, away, day("2026-02-03", mood=7), day("2026-02-04", mood=6)],
        kept_settings=OwnerSettings(leave_apart_out=leave_out),
    )
    result = by_cycle_day(
        journal, "mood", axis=TimeAxis.CYCLE_DAY, reading=plain_reading(journal, TODAY)
    )
    assert (result.rated_days, result.days_apart_left_out) == (rated, left_out)
