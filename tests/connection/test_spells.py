from datetime import date, timedelta

import pytest

from journal.connection.spells import Spell, spells
from journal.domain.contexts import Context, ContextKind
from journal.domain.ranges import DateRange
from tests.builders import FIRST_DAY

UNTIL = FIRST_DAY + timedelta(days=29)


def _date(place: int) -> date:
    return FIRST_DAY + timedelta(days=place - 1)


def _spells(strip: str, *spans: tuple[int, int | None]) -> list[tuple[int, int]]:
    """Read A apart, T together, . nothing; spans of days are contexts of time apart."""
    marked = {
        letter: [_date(place) for place, found in enumerate(strip, 1) if found == letter]
        for letter in "AT"
    }
    contexts = [
        Context(ContextKind.TIME_APART, _date(first), last and _date(last + 1))  # type: ignore[arg-type]  # 0 is no day here
        for first, last in spans
    ]
    found = spells(marked["A"], marked["T"], contexts, UNTIL)
    places = [(spell.range_.start, spell.range_.last) for spell in found]
    return [((one - FIRST_DAY).days + 1, (last - FIRST_DAY).days + 1) for one, last in places]


@pytest.mark.parametrize(
    ("strip", "expected"),
    [
        ("", []),
        ("....", []),
        ("TTT", []),
        ("A", [(1, 1)]),
        ("TAAAT", [(2, 4)]),
        ("A...A", [(1, 5)]),
        ("A....A", [(1, 1), (6, 6)]),
        ("A.T.A", [(1, 1), (5, 5)]),
        ("ATA", [(1, 1), (3, 3)]),
        ("AA..T", [(1, 2)]),
        ("..A..A..A", [(3, 9)]),
    ],
)
def test_marked_days_make_spells(strip: str, expected: list[tuple[int, int]]) -> None:
    assert expected == _spells(strip)


@pytest.mark.parametrize(
    ("strip", "spans", "expected"),
    [
        ("", [(3, 9)], [(3, 9)]),
        ("", [(3, 9), (5, 12)], [(3, 12)]),
        ("", [(3, 5), (6, 9)], [(3, 9)]),
        ("", [(3, 5), (7, 9)], [(3, 5), (7, 9)]),
        ("", [(3, None)], [(3, 30)]),
        ("", [(3, None), (8, 12)], [(3, 30)]),
        ("", [(3, 60)], [(3, 30)]),
        ("", [(31, None)], []),
        ("A.A", [(4, 6)], [(1, 6)]),
        (".....T", [(3, 9)], [(3, 5), (7, 9)]),
        ("..T", [(3, 9)], [(4, 9)]),
        ("........T", [(3, 9)], [(3, 8)]),
    ],
)
def test_marked_days_and_contexts_are_united(
    strip: str, spans: list[tuple[int, int | None]], expected: list[tuple[int, int]]
) -> None:
    assert expected == _spells(strip, *spans)


def test_only_time_apart_is_read_of_the_contexts() -> None:
    event = Context(ContextKind.EVENT, FIRST_DAY, name="A move")
    assert spells([], [], [event], UNTIL) == []


def _ago(days: int) -> date:
    return UNTIL - timedelta(days=days)


@pytest.mark.parametrize(("ago", "still_on"), [(0, True), (1, True), (3, True), (4, False)])
def test_a_spell_is_still_on_until_more_than_a_few_days_say_nothing(
    ago: int, *, still_on: bool
) -> None:
    day = _ago(ago)
    expected = Spell(DateRange(day, day + timedelta(days=1)), still_on=still_on)
    assert [expected] == spells([day], [], [], UNTIL)


def test_a_day_together_since_ends_it() -> None:
    assert [spell.still_on for spell in spells([_ago(2)], [_ago(0)], [], UNTIL)] == [False]


def test_a_context_with_an_end_is_over_on_that_day() -> None:
    context = Context(ContextKind.TIME_APART, _ago(5), _ago(1))
    assert [Spell(DateRange(_ago(5), _ago(1)))] == spells([], [], [context], UNTIL)
    assert [Spell(DateRange(_ago(5), _ago(1)))] == spells([_ago(2)], [], [context], UNTIL)


def test_only_the_last_spell_can_be_still_on() -> None:
    found = spells([_ago(3), _ago(1)], [_ago(2)], [], UNTIL)
    assert [spell.still_on for spell in found] == [False, True]


def test_days_after_the_last_one_looked_at_say_nothing() -> None:
    later = UNTIL + timedelta(days=3)
    assert spells([later], [later], [], UNTIL) == []
