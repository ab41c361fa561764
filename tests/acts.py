"""Anything an owner can do to her journal, one act after the other, for tests of the whole."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from hypothesis import strategies as st

from journal.domain.catalogues import OWN_GROUP, CatalogueName, Entry
from journal.domain.contexts import LONGEST_NAME, Context, ContextKind
from journal.domain.errors import JournalError
from journal.domain.grants import LONGEST_RECIPIENT, MOST_LASTING_DAYS, LinkTerms, Passes
from journal.domain.journal import ImportBatch, Journal
from journal.domain.replies import Reply
from journal.domain.snapshot import RecordSnapshot
from journal.domain.stages import Stage, StageDeclaration
from tests.strategies import (
    DATES,
    INTENTIONS,
    LETTERS,
    LINK_TERMS,
    MOMENTS,
    PASSES,
    SETTINGS,
    TEXTS,
    WRITTEN_BACK,
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


@dataclass(frozen=True)
class Given:
    """Something shared, as it is asked for."""

    recipient: str
    passes: Passes
    terms: LinkTerms
    lasting_days: int | None
    passphrase: str
    as_file: bool

    def __call__(self, journal: Journal) -> object:
        """Give it."""
        if self.as_file:
            lasting = self.lasting_days
            return journal.make_grant(
                self.recipient, self.passes, lasting_days=lasting, as_file=True
            )
        return journal.make_link(
            self.recipient,
            self.passes,
            self.terms,
            lasting_days=self.lasting_days,
            passphrase=self.passphrase,
        )


def _write_back(journal: Journal, replies: Sequence[Reply]) -> None:
    for grant in journal.grants()[:1]:
        journal.note_opening(grant.id)
        journal.take_replies(grant.id, replies)


def _answer_one(journal: Journal, words: str) -> None:
    for reply in journal.replies()[:1]:
        journal.answer_reply(reply.id, words)
    for reply in journal.replies()[-1:]:
        journal.note_taken(reply.id)
    journal.note_replies_seen([reply.id for reply in journal.replies()[1:2]])


def _withdraw_one(journal: Journal) -> None:
    for grant in journal.grants()[-1:]:
        journal.withdraw_grant(grant.id)


def _forget_one(journal: Journal) -> None:
    for reply in journal.replies()[1:2]:
        journal.remove_reply(reply.id)
    for grant in journal.grants()[1:2]:
        journal.forget_grant(grant.id)


SHARING: st.SearchStrategy[Act] = st.one_of(
    st.builds(
        Given,
        recipient=NAMES.map(lambda name: name[:LONGEST_RECIPIENT]),
        passes=PASSES,
        terms=LINK_TERMS,
        lasting_days=st.none() | st.integers(1, MOST_LASTING_DAYS),
        passphrase=st.just("") | st.just("lantern pier"),
        as_file=st.booleans(),
    ),
    st.lists(WRITTEN_BACK, min_size=1, max_size=3).map(
        lambda replies: lambda journal: _write_back(journal, replies)
    ),
    TEXTS.map(lambda words: lambda journal: _answer_one(journal, words)),
    st.just(_withdraw_one),
    st.just(_forget_one),
)
"""What she shares, what is written back, and what becomes of both."""

STAGES = st.builds(StageDeclaration, DATES, st.sampled_from(Stage))
ACTS: st.SearchStrategy[Act] = st.one_of(
    SHARING,
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
