from collections.abc import Sequence

import pytest

from journal.analysis.apart import FEWEST_SPELLS, Apart, Middle, Stretch, apart
from journal.analysis.quartiles import FEWEST_DAYS
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Day, Partner
from journal.domain.moments import Moment
from journal.domain.ranges import DateRange, days_after
from tests.builders import day, on, rated
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")
YEAR = DateRange.last_days(365, TODAY)


def days_apart(start: str, count: int) -> list[Day]:
    return [Day(days_after(on(start), n), partner=Partner.APART) for n in range(count)]


def told(
    *recorded: Sequence[Day],
    moments: Sequence[Moment] = (),
    contexts: Sequence[Context] = (),
    range_: DateRange = YEAR,
) -> Apart:
    days = [item for part in recorded for item in part]
    return apart(InMemoryJournal(days, moments, contexts), range_, TODAY)


def three_times() -> list[Sequence[Day]]:
    """Three spells of three days, connection 6 before, 4 apart and 7 after, shifted by 0, 1, 2."""
    made: list[Sequence[Day]] = []
    for start, shift in (("2026-06-10", 0), ("2026-08-10", 1), ("2026-10-10", 2)):
        before = days_after(on(start), -7).isoformat()
        course = [*[6 + shift] * 7, *[4 + shift] * 3, *[7 + shift] * 7]
        made += [days_apart(start, 3), rated(before, "connection", course)]
    return made


def test_each_stretch_has_its_median_with_its_rated_days() -> None:
    result = told(*three_times())
    found = [item.ratings["connection"] for item in result.spells[0].stretches]
    assert [Middle(6.0, 7), Middle(4.0, 3), Middle(7.0, 7)] == found
    assert [item.days for item in result.spells[0].stretches] == [7, 3, 7]


def test_a_stretch_with_too_few_rated_days_has_none() -> None:
    few = rated("2026-10-03", "connection", [5] * (FEWEST_DAYS - 1))
    result = told(days_apart("2026-10-10", 3), few)
    before = result.spells[0].stretches[0].ratings["connection"]
    assert Middle(None, FEWEST_DAYS - 1) == before


def test_all_spells_together_have_the_median_of_their_medians() -> None:
    result = told(*three_times())
    overall = {item.stretch: item.ratings["connection"] for item in result.overall}
    assert {
        Stretch.BEFORE: Middle(7.0, 3),
        Stretch.DURING: Middle(5.0, 3),
        Stretch.AFTER: Middle(8.0, 3),
    } == overall
    assert Middle(8.0, 3) == result.on_return
    assert result.days == 9


def test_two_spells_make_no_median() -> None:
    result = told(*three_times()[2:])
    assert len(result.spells) == FEWEST_SPELLS - 1
    assert [Middle(None, 2)] * 3 == [item.ratings["connection"] for item in result.overall]
    assert Middle(None, 2) == result.from_start[0]


def test_days_are_counted_from_parting_and_from_meeting_again() -> None:
    result = told(*three_times())
    first = result.spells[0]
    assert {**dict.fromkeys(range(-7, 0), 6), **dict.fromkeys(range(3), 4)} == first.from_start
    assert {**dict.fromkeys(range(-3, 0), 4), **dict.fromkeys(range(7), 7)} == first.from_return
    assert (Middle(7.0, 3), Middle(5.0, 3)) == (result.from_start[-1], result.from_return[-1])


def test_a_day_that_is_not_rated_is_no_zero() -> None:
    result = told(days_apart("2026-10-10", 3), rated("2026-10-08", "connection", [6, None, 5]))
    assert result.spells[0].from_start == {-2: 6, 0: 5}


def test_moments_a_day_are_counted_where_anything_was_recorded() -> None:
    noted = [Moment(on("2026-10-05"), "smile", str(place)) for place in range(4)]
    recorded = [day("2026-10-03", mood=5), day("2026-10-04", mood=5)]
    result = told(days_apart("2026-10-10", 3), recorded, moments=noted)
    before, during, after = result.spells[0].stretches
    assert (3, pytest.approx(4 / 3)) == (before.recorded, before.moments_a_day)
    assert (during.recorded, during.moments_a_day) == (3, 0.0)
    assert (after.recorded, after.moments_a_day) == (0, None)


def test_a_named_time_apart_is_a_spell_as_well() -> None:
    away = Context(ContextKind.TIME_APART, on("2026-10-10"), on("2026-10-20"))
    result = told(contexts=[away])
    assert [len(one.around.during) for one in result.spells] == [10]


def test_a_spell_that_began_before_the_span_is_not_told() -> None:
    november = DateRange(on("2026-11-01"), days_after(TODAY, 1))
    assert told(days_apart("2026-10-30", 5), range_=november).spells == ()
    assert len(told(days_apart("2026-11-01", 4), range_=november).spells) == 1


def test_coming_back_together_is_the_first_day_after_and_nothing_while_it_is_on() -> None:
    back = told(days_apart("2026-11-10", 3), [day("2026-11-13", connection=8)])
    assert (on("2026-11-13"), 8) == (
        back.spells[0].around.together_again,
        back.spells[0].on_return,
    )
    still = told(days_apart("2026-11-20", 3)).spells[0]
    assert (still.on_return, still.from_return) == (None, {})


def test_without_time_apart_there_is_nothing_to_tell() -> None:
    result = told(rated("2026-10-01", "connection", [5] * 30))
    assert (result.spells, result.days, result.from_start) == ((), 0, {})
