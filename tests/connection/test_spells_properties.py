from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from journal.connection.spells import Spell, spells
from journal.domain.contexts import Context, ContextKind

FIRST = date(2026, 1, 1)
UNTIL = FIRST + timedelta(days=59)
PLACES = st.integers(0, 70)
MARKS = st.dictionaries(PLACES, st.sampled_from("AT"), max_size=30)


def _date(place: int) -> date:
    return FIRST + timedelta(days=place)


@st.composite
def apart_contexts(draw: st.DrawFn) -> Context:
    """A span of time apart, perhaps without an end."""
    start = draw(PLACES)
    length = draw(st.none() | st.integers(1, 20))
    return Context(
        ContextKind.TIME_APART, _date(start), None if length is None else _date(start + length)
    )


CONTEXTS = st.lists(apart_contexts(), max_size=4)


def _found(marks: dict[int, str], contexts: list[Context]) -> list[Spell]:
    marked = {
        letter: [_date(place) for place, found in marks.items() if found == letter]
        for letter in "AT"
    }
    return spells(marked["A"], marked["T"], contexts, UNTIL)


def _days(found: list[Spell]) -> set[date]:
    return {day for spell in found for day in spell.range_}


@given(MARKS, CONTEXTS)
def test_a_day_marked_as_apart_is_in_a_spell_and_one_together_in_none(
    marks: dict[int, str], contexts: list[Context]
) -> None:
    days = _days(_found(marks, contexts))
    for place, letter in marks.items():
        if _date(place) <= UNTIL:
            assert (letter == "A") == (_date(place) in days)


@given(MARKS, CONTEXTS)
def test_spells_are_in_order_with_a_day_at_least_between_them(
    marks: dict[int, str], contexts: list[Context]
) -> None:
    found = _found(marks, contexts)
    assert all(spell.range_ for spell in found)
    for one, following in pairwise(found):
        assert one.range_.end < following.range_.start


@given(MARKS, CONTEXTS)
def test_no_spell_reaches_beyond_today_and_only_the_last_is_still_on(
    marks: dict[int, str], contexts: list[Context]
) -> None:
    found = _found(marks, contexts)
    assert all(spell.range_.last <= UNTIL for spell in found)
    assert not any(spell.still_on for spell in found[:-1])
    assert all(spell.still_on for spell in found if spell.range_.last == UNTIL)


@given(MARKS)
def test_of_days_that_say_nothing_only_three_in_a_row_are_ever_apart(
    marks: dict[int, str],
) -> None:
    silent = 0
    for day in sorted(_days(_found(marks, []))):
        silent = 0 if marks.get((day - FIRST).days) == "A" else silent + 1
        assert silent <= 3


@given(MARKS, CONTEXTS)
def test_a_day_of_a_context_is_apart_unless_it_was_together(
    marks: dict[int, str], contexts: list[Context]
) -> None:
    days = _days(_found(marks, contexts))
    for place in range(60):
        if any(context.covers(_date(place)) for context in contexts):
            assert (_date(place) in days) == (marks.get(place) != "T")
