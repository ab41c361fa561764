"""Anything an owner can do to her journal, one act after the other, for tests of the whole."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from hypothesis import strategies as st

from journal.domain.catalogues import OWN_GROUP, CatalogueName, Entry
from journal.domain.contexts import LONGEST_NAME, Context, ContextKind
from journal.domain.errors import JournalError
from journal.domain.journal import ImportBatch, Journal
from journal.domain.snapshot import RecordSnapshot
from journal.domain.stages import Stage, StageDeclaration
from tests.strategies import (
    DATES,
    INTENTIONS,
    LETTERS,
    MOMENTS,
    SETTINGS,
    cycle_answers,
    day_changes,
)

Act: TypeAlias = Callable[[Journal], object]

NAMES = st.text(LETTERS, min_size=1, max_size=LONGEST_NAME).filter(str.strip)


@st.composite
def contexts(draw: st.DrawFn) -> Context:
    """Any context, closed or going on."""
    start, other = draw(DATES), draw(DATES)
    kind = draw(st.sampled_from(ContextKind))
    named = NAMES if kind is ContextKind.EVENT else st.none() | NAMES
    end = other if other > start and draw(st.booleans()) else None
    return Context(kind, start, end, draw(named), draw(st.uuids()).hex)


@st.composite
def entries(draw: st.DrawFn) -> tuple[CatalogueName, Entry]:
    """A word of her own, or a shipped one that she renamed or hid."""
    code = draw(st.sampled_from(["cramps", "long_hug", "own_tea", "own_walk"]))
    own = code.startswith("own_")
    step = draw(st.none() | st.booleans()) if own else None
    entry = Entry(
        code,
        draw(NAMES)[:60],
        OWN_GROUP if own else "Body",
        hidden=draw(st.booleans()),
        own=own,
        touch=step,
        place=draw(st.none() | st.integers(0, 5)) if own else None,
    )
    return draw(st.sampled_from(CatalogueName)), entry


def _batches() -> st.SearchStrategy[ImportBatch]:
    return st.builds(
        ImportBatch,
        words=st.just("a file"),
        days=st.dictionaries(DATES, day_changes(), max_size=3),
        moments=st.lists(MOMENTS, max_size=2, unique_by=lambda moment: moment.id),
        contexts=st.lists(contexts(), max_size=1),
        intentions=st.lists(INTENTIONS, max_size=1),
        entries=st.lists(entries(), max_size=1),
    )


def _change_a_moment(journal: Journal, note: str | None) -> None:
    for moment in journal.snapshot().moments[:1]:
        journal.save_moment(replace(moment, note=note))


def _delete_one(journal: Journal) -> None:
    kept = journal.snapshot()
    for moment in kept.moments[:1]:
        journal.delete_moment(moment.id)
    for context in kept.contexts[:1]:
        journal.delete_context(context.id)
    for declared in kept.stages[:1]:
        journal.withdraw_stage(declared.date)


def _undo_one(journal: Journal) -> None:
    days: list[date] = [day.date for day in journal.snapshot().days]
    newest = [journal.last_change(day) for day in days[:1]] + list(journal.imports()[:1])
    for change in newest:
        if change is not None and not change.undone:
            journal.undo(change.id)


STAGES = st.builds(StageDeclaration, DATES, st.sampled_from(Stage))
ACTS: st.SearchStrategy[Act] = st.one_of(
    st.tuples(DATES, day_changes()).map(lambda act: lambda journal: journal.save_day(*act)),
    MOMENTS.map(lambda moment: lambda journal: journal.add_moment(moment)),
    MOMENTS.map(lambda moment: lambda journal: _change_a_moment(journal, moment.note)),
    contexts().map(lambda context: lambda journal: journal.save_context(context)),
    STAGES.map(lambda declared: lambda journal: journal.declare_stage(declared)),
    cycle_answers().map(lambda answer: lambda journal: journal.answer_cycle_question(answer)),
    INTENTIONS.map(lambda chosen: lambda journal: journal.save_intention(chosen)),
    SETTINGS.map(lambda wanted: lambda journal: journal.change_settings(lambda _: wanted)),
    entries().map(lambda entry: lambda journal: journal.save_entry(*entry)),
    _batches().map(lambda batch: lambda journal: journal.import_all(batch)),
    st.just(_undo_one),
    st.just(_delete_one),
)


def perform(journal: Journal, acts: Sequence[Act]) -> RecordSnapshot:
    """Do what can be done of the acts, and return what the journal is then."""
    for act in acts:
        with suppress(JournalError):  # a week that is full, a thing that is gone
            act(journal)
    return journal.snapshot()
