"""Whatever she did with what she brought along, the same file changes nothing, a newer adds itself.

file A  →  anything she does  →  file A again: nothing  →  file A with more: only what is more
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import TypeAlias
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Day
from journal.domain.journal import DayChanges, Journal
from journal.domain.moments import Moment
from journal.domain.ranges import DateRange
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.parsed import Answers, Parsed
from journal.exchange.importing.planning import plan
from journal.storage import OwnerJournal, owner_named
from journal.storage.engine import memory_engine

TODAY = date(2026, 6, 30)
ALL = DateRange(date(1900, 1, 1), date(2100, 1, 1))
DATES = st.dates(date(2026, 6, 20), date(2026, 6, 24))
LATER = st.dates(date(2026, 6, 25), date(2026, 6, 29))
VALUES: Mapping[str, st.SearchStrategy[object]] = {
    "mood": st.integers(0, 3),
    "note": st.sampled_from(["a", "b"]),
    "bleeding": st.sampled_from(["light", "heavy"]),
    "not_my_period": st.just(value=True),
    "sign:headache": st.sampled_from(["mild", "severe"]),
}
# Each example writes some ten times.
FEW = settings(max_examples=40)
Act: TypeAlias = Callable[[Journal], object]


def fields() -> st.SearchStrategy[dict[str, object]]:
    """Some values of a day."""
    return st.fixed_dictionaries({}, optional=dict(VALUES))


def moments(dates: st.SearchStrategy[date]) -> st.SearchStrategy[list[Moment]]:
    """Moments of a file, some of them equal."""
    kinds = st.sampled_from(["long_hug", "kiss"])
    return st.lists(st.builds(Moment, dates, kinds), max_size=4)


CONTEXTS = st.lists(
    st.builds(Context, st.just(ContextKind.EVENT), DATES, st.none(), st.sampled_from("xyz")),
    max_size=2,
    unique=True,  # one that says the same as one that is here is known
)


def gathered(
    days: Mapping[date, DayChanges], found: list[Moment], lasting: list[Context]
) -> Parsed:
    """Return a file that says these things."""
    gathering = Gathering()
    for day, said in days.items():
        for name, value in said.items():
            gathering.put(day, name, value, "here")
    for moment in found:
        gathering.add_moment(moment)
    for context in lasting:
        gathering.add_context(context)
    return gathering.parsed("a file", Answers({}))


def delete_moment(journal: Journal, which: int) -> None:
    """Delete a moment, if there are as many."""
    for moment in journal.moments(ALL)[which : which + 1]:
        journal.delete_moment(moment.id)


def delete_context(journal: Journal, which: int) -> None:
    """Delete a context, if there are as many."""
    for context in journal.contexts()[which : which + 1]:
        journal.delete_context(context.id)


def move_moment(journal: Journal, which: int, day: date) -> None:
    """Change a moment, if there are as many."""
    for moment in journal.moments(ALL)[which : which + 1]:
        journal.save_moment(replace(moment, date=day, note="mine"))


def undo_last(journal: Journal, day: date) -> None:
    """Take back the last act on a day; an import belongs to no day."""
    if change := journal.last_change(day):
        journal.undo(change.id)


NAMES = st.sampled_from(sorted(VALUES))
WHICH = st.integers(0, 3)
SETS = NAMES.flatmap(lambda name: st.tuples(st.just(name), st.none() | VALUES[name]))
REMOVALS: st.SearchStrategy[Act] = st.one_of(
    WHICH.map(lambda which: lambda journal: delete_moment(journal, which)),
    WHICH.map(lambda which: lambda journal: delete_context(journal, which)),
    st.builds(lambda day, name: lambda journal: journal.save_day(day, {name: None}), DATES, NAMES),
    DATES.map(lambda day: lambda journal: journal.save_day(day, dict.fromkeys(VALUES))),
)
EDITS: st.SearchStrategy[Act] = REMOVALS | st.one_of(
    st.builds(lambda day, told: lambda journal: journal.save_day(day, dict([told])), DATES, SETS),
    st.builds(lambda which, day: lambda journal: move_moment(journal, which, day), WHICH, DATES),
    DATES.map(lambda day: lambda journal: journal.add_moment(Moment(day, "kiss"))),
)
# What she takes back of her own from before an import is as if she had never written it.
ACTS: st.SearchStrategy[Act] = EDITS | DATES.map(
    lambda day: lambda journal: undo_last(journal, day)
)


@cache
def database() -> Engine:
    return memory_engine()


def empty_journal() -> Journal:
    """A new owner's journal; making the tables for each example would cost far more."""
    owner = owner_named(database(), uuid4().hex)
    return OwnerJournal(database(), owner, lambda: datetime(2026, 6, 30, tzinfo=UTC))


def kept(journal: Journal) -> tuple[list[Day], list[Moment], list[Context]]:
    """Return everything the record says."""
    return journal.days(ALL), journal.moments(ALL), journal.contexts()


def brought(journal: Journal, parsed: Parsed) -> None:
    """Import a file."""
    journal.import_all(plan(parsed, journal, today=TODAY).batch)


FILES = st.builds(gathered, st.dictionaries(DATES, fields()), moments(DATES), CONTEXTS)


@FEW
@given(
    mine=st.dictionaries(DATES, fields(), max_size=3),
    parsed=FILES,
    done=st.lists(EDITS, max_size=5),
)
def test_what_she_did_since_stays_as_she_did_it(
    mine: dict[date, dict[str, object]], parsed: Parsed, done: list[Act]
) -> None:
    journal = empty_journal()
    for day, said in mine.items():
        journal.save_day(day, said)
    brought(journal, parsed)
    there = {day.date: day for day in journal.days(ALL)}
    for act in done:
        act(journal)
    before = {day.date: day for day in journal.days(ALL)}
    brought(journal, parsed)
    for day in {*there, *before}:
        now = journal.day(day)
        for name in VALUES:
            was, left = (held.get(day, Day(day)).value(name) for held in (there, before))
            if was != left:
                assert left == now.value(name)


@FEW
@given(
    parsed=FILES,
    more=st.tuples(st.dictionaries(LATER, fields()), moments(LATER)),
    done=st.lists(ACTS, max_size=5),
)
def test_the_same_file_adds_nothing_and_a_newer_one_only_what_is_newer(
    parsed: Parsed, more: tuple[dict[date, dict[str, object]], list[Moment]], done: list[Act]
) -> None:
    journal = empty_journal()
    brought(journal, parsed)
    for act in done:
        act(journal)
    days, moments_, contexts = kept(journal)
    brought(journal, parsed)
    assert (days, moments_, contexts) == kept(journal)
    added = gathered(more[0], more[1], [])
    newer = replace(
        parsed,
        days={**parsed.days, **added.days},
        moments=[*parsed.moments, *added.moments],
    )
    brought(journal, newer)
    alone = empty_journal()
    brought(alone, added)
    new_days, new_moments, _ = kept(alone)
    assert [*days, *new_days] == journal.days(ALL)
    by_id = {moment.id: moment for moment in [*moments_, *new_moments]}
    assert by_id == {moment.id: moment for moment in journal.moments(ALL)}
    assert contexts == journal.contexts()


@FEW
@given(parsed=FILES, done=st.lists(ACTS, max_size=5))
def test_what_she_removed_comes_back_whole_where_she_wants_it(
    parsed: Parsed, done: list[Act]
) -> None:
    journal = empty_journal()
    brought(journal, parsed)
    for act in done:
        act(journal)
    journal.import_all(plan(parsed, journal, today=TODAY, bring_back=True).batch)
    assert {item.id for item in parsed.moments} <= {item.id for item in journal.moments(ALL)}
    assert {item.id for item in parsed.contexts} <= {item.id for item in journal.contexts()}
    for day, said in parsed.days.items():
        if "not_my_period" not in said:  # said of a bleeding she may have changed
            assert said.keys() <= journal.day(day).recorded.keys()
    assert not plan(parsed, journal, today=TODAY).removed


@FEW
@given(parsed=FILES, done=st.lists(REMOVALS, max_size=5))
def test_after_the_import_was_taken_back_it_all_comes_again(
    parsed: Parsed, done: list[Act]
) -> None:
    journal, fresh = empty_journal(), empty_journal()
    brought(fresh, parsed)
    brought(journal, parsed)
    for act in done:
        act(journal)
    for change in journal.imports():
        journal.undo(change.id)
    brought(journal, parsed)
    assert kept(fresh) == kept(journal)
