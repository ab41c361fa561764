from journal.connection.apart import Around, around, without_apart
from journal.connection.spells import Spell
from journal.domain.ranges import DateRange
from tests.builders import on

TODAY = on("2026-11-22")


def spell(start: str, end: str, *, still_on: bool = False) -> Spell:
    return Spell(DateRange(on(start), on(end)), still_on)


def only(*spells: Spell) -> Around:
    (found,) = around(spells, TODAY)
    return found


def test_a_week_lies_before_a_spell_and_a_week_after_it() -> None:
    found = only(spell("2026-10-10", "2026-10-14"))
    assert DateRange(on("2026-10-03"), on("2026-10-10")) == found.before
    assert DateRange(on("2026-10-10"), on("2026-10-14")) == found.during
    assert DateRange(on("2026-10-14"), on("2026-10-21")) == found.after
    assert on("2026-10-14") == found.together_again


def test_days_apart_never_count_as_days_before_or_after_another_spell() -> None:
    first, second = around(
        [spell("2026-10-10", "2026-10-14"), spell("2026-10-17", "2026-10-19")], TODAY
    )
    assert DateRange(on("2026-10-14"), on("2026-10-17")) == first.after == second.before


def test_a_spell_that_is_still_on_has_no_days_after_it() -> None:
    found = only(spell("2026-11-20", "2026-11-23", still_on=True))
    assert (len(found.during), len(found.after)) == (3, 0)
    assert found.together_again is None


def test_days_that_have_not_come_yet_are_no_days_after() -> None:
    found = only(spell("2026-11-18", "2026-11-21"))
    assert DateRange(on("2026-11-21"), on("2026-11-23")) == found.after


def test_a_spell_that_begins_after_today_is_left_out() -> None:
    assert around([spell("2026-11-23", "2026-11-25")], TODAY) == []


def test_the_last_days_before_the_first_of_years_are_none() -> None:
    assert not only(spell("0001-01-01", "0001-01-03")).before


def test_a_comparison_can_be_made_without_the_days_apart() -> None:
    days = [on(f"2026-10-{day}") for day in ("09", "10", "13", "14")]
    left = without_apart(days, [spell("2026-10-10", "2026-10-14")])
    assert [on("2026-10-09"), on("2026-10-14")] == left
