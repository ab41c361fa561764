"""Whatever one owner does, by whatever method there is: another reads what she read before.

The two journals hold the same ids on the same dates, and each act is given ids of both: of
moments, grants, replies and acts to undo.
"""

import inspect
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any, Final, TypeAlias

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, Select, Table, bindparam, select

from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.days import PLAIN_FIELDS, Sensation, SignStrength
from journal.domain.errors import JournalError, MomentMissing
from journal.domain.grants import LinkTerms, Passes
from journal.domain.intentions import Intention
from journal.domain.journal import ImportBatch, Journal
from journal.domain.moments import Author, Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.partner_card import CardPart, PartnerCard
from journal.domain.ranges import DateRange
from journal.domain.replies import Reply, ReplyKind
from journal.domain.stages import Stage, StageDeclaration
from journal.storage import OwnerJournal, open_database, owner_named
from journal.storage.engine import memory_engine
from journal.storage.shared_door import SharedDoor
from journal.storage.tables import Base, ChangeRow, FieldChangeRow, OwnerRow
from tests.sharing import test_granted_properties as granted

NOW: Final = datetime(2026, 6, 30, 12, tzinfo=UTC)
DAYS: Final = st.sampled_from([date(2026, 5, 25), date(2026, 6, 1), date(2026, 6, 2)])
IDS: Final = st.sampled_from(["one", "two", "three"])
MONDAY: Final = date(2026, 6, 1)
LINK: Final = LinkTerms(may_reply=True, may_add_moments=True)
EVERY_DAY: Final = DateRange(date.min, date.max)
NAMES: Final = ("heron", "plover")  # each writes hers into everything
Draw: TypeAlias = Callable[[st.SearchStrategy[Any]], Any]


def written(name: str) -> ImportBatch:
    """What stands in a journal to begin with: something of everything, her name in every word."""
    return ImportBatch(
        f"{name} an import",
        {
            MONDAY: {
                "mood": 3,
                "bleeding": "light",
                "note": f"{name} a note",
                "note_shared": True,
                f"sign:{name}_ache": "mild",
                f"sensation:heart:{name}": True,
            }
        },
        [a_moment(name, "one", MONDAY), a_moment(name, "two", date(2026, 6, 2))],
        [Context(ContextKind.EVENT, MONDAY, None, f"{name} a move", "one")],
        [Intention(MONDAY, f"{name} a walk", id="one")],
        [(CatalogueName.MOMENTS, an_entry(name))],
        [StageDeclaration(MONDAY, Stage.LATE_TRANSITION)],
        [CycleAnswer(MONDAY, CycleQuestion.EARLY_BLEED, CycleReply.SAME_PERIOD)],
    )


def a_moment(name: str, id_: str, day: date, author: Author = Author.OWNER) -> Moment:
    felt = frozenset({Sensation("heart", name)})
    return Moment(
        day, f"own_{name}", id=id_, at=time(8), sensations=felt, note=f"{name} said", author=author
    )


def an_entry(name: str) -> Entry:
    return Entry(f"own_{name}", f"{name} her word", "own", own=True)


def her_settings(name: str, year: int) -> OwnerSettings:
    card = PartnerCard(f"{name} her card", frozenset(CardPart), (f"{name} tea",))
    return OwnerSettings(welcomed=True, birth_year=year, partner_card=card)


class Pair:
    """Two journals in one database, and what can be named in either."""

    def __init__(self, engine: Engine, number: int) -> None:
        self.engine = engine
        # No two things are made at one instant, so that their order is not that of random ids.
        ticks = count()
        self.clock = lambda: NOW + timedelta(seconds=next(ticks))
        self.each = tuple(self._begun(name, number) for name in NAMES)
        self.at_first = {name: one.snapshot() for name, one in zip(NAMES, self.each, strict=True)}

    def _begun(self, name: str, number: int) -> OwnerJournal:
        owner = owner_named(self.engine, f"{name} {number}")
        journal = OwnerJournal(self.engine, owner, self.clock)
        journal.import_all(written(name))
        journal.change_settings(lambda _: her_settings(name, 1980))
        journal.make_calendar_address("UTC")
        grant, _ = journal.make_link(f"{name} Ada", Passes(cycle=True), LINK, lasting_days=30)
        journal.take_replies(grant.id, [Reply(ReplyKind.COMMENT, f"{name} was told", MONDAY)])
        journal.note_opening(grant.id)
        return journal

    def grants(self) -> st.SearchStrategy[str]:
        """Name a grant of either."""
        return st.sampled_from([grant.id for one in self.each for grant in one.grants()] or [""])

    def replies(self) -> st.SearchStrategy[str]:
        """Name a reply to either."""
        return st.sampled_from([reply.id for one in self.each for reply in one.replies()] or [""])

    def acts(self) -> st.SearchStrategy[int]:
        """Number an act of either's history."""
        owners = [one._owner_id for one in self.each]
        with self.engine.connect() as connection:
            query = select(ChangeRow.id).where(ChangeRow.owner_id.in_(owners))
            query = query.order_by(ChangeRow.id)
            return st.sampled_from(connection.execute(query).scalars().all())


def renew(hers: OwnerJournal, grant_id: str) -> None:
    """Renew a link, of those of hers that came back from a backup or of another's."""
    taken = hers.snapshot()
    for grant in hers.grants():
        hers.forget_grant(grant.id)
    hers.restore(taken)
    hers.renew_link(grant_id)


def _rows_of_table(table: Table) -> Select[Any]:
    owner = bindparam("owner")
    if table is FieldChangeRow.__table__:
        acts = select(ChangeRow.id).where(ChangeRow.owner_id == owner)
        hers = table.c.change_id.in_(acts)
    else:
        hers = table.c["id" if table is OwnerRow.__table__ else "owner_id"] == owner
    return select(table).where(hers).order_by(*table.primary_key)


ROWS: Final = {name: _rows_of_table(table) for name, table in Base.metadata.tables.items()}


def rows_of(journal: OwnerJournal) -> dict[str, list[Any]]:
    """Return every row of an owner, as it stands in the database."""
    owner = {"owner": journal._owner_id}
    with journal._engine.connect() as connection:
        return {name: [*connection.execute(query, owner)] for name, query in ROWS.items()}


READINGS: Final[dict[str, Callable[[OwnerJournal], object]]] = {
    **granted.READINGS,
    "day_columns": lambda journal: journal.day_columns(PLAIN_FIELDS),
    "last_change": lambda journal: [journal.last_change(day) for day in granted.FEW_DAYS],
    "revision": lambda journal: journal.revision(),
    "owner_key": lambda journal: journal.owner_key(),
    "calendar_address": lambda journal: journal.calendar_address(),
    "grants": lambda journal: journal.grants(),
    "openings": lambda journal: [journal.openings(grant.id) for grant in journal.grants()],
    "replies": lambda journal: journal.replies(),
    "replies_about": lambda journal: [journal.replies_about(day) for day in granted.FEW_DAYS],
    "imports": lambda journal: journal.imports(),
    "removals": lambda journal: journal.removals(),
    "snapshot": lambda journal: journal.snapshot(),
}

Act: TypeAlias = Callable[[OwnerJournal, str, Pair, Draw], object]
# What each way of writing is given: whose journal, her name, both journals, and what is drawn.
ACTS: Final[dict[str, Act]] = {
    "save_day": lambda hers, name, _, draw: hers.save_day(
        draw(DAYS), {"mood": draw(st.integers(0, 10)), "note": f"{name} {draw(IDS)}"}, f"{name} day"
    ),
    "add_moment": lambda hers, name, _, draw: hers.add_moment(a_moment(name, "", draw(DAYS))),
    "save_moment": lambda hers, name, _, draw: hers.save_moment(
        a_moment(name, draw(IDS), draw(DAYS), Author.PARTNER)
    ),
    "delete_moment": lambda hers, _, __, draw: hers.delete_moment(draw(IDS)),
    "save_context": lambda hers, name, _, draw: hers.save_context(
        Context(ContextKind.EVENT, draw(DAYS), None, f"{name} a job", draw(st.just("") | IDS))
    ),
    "delete_context": lambda hers, _, __, draw: hers.delete_context(draw(IDS)),
    "declare_stage": lambda hers, _, __, draw: hers.declare_stage(
        StageDeclaration(draw(DAYS), draw(st.sampled_from(Stage)))
    ),
    "withdraw_stage": lambda hers, _, __, draw: hers.withdraw_stage(draw(DAYS)),
    "answer_cycle_question": lambda hers, _, __, draw: hers.answer_cycle_question(
        CycleAnswer(draw(DAYS), CycleQuestion.EARLY_BLEED, CycleReply.NEW_PERIOD)
    ),
    "withdraw_cycle_answer": lambda hers, _, __, draw: hers.withdraw_cycle_answer(
        draw(DAYS), CycleQuestion.EARLY_BLEED
    ),
    "save_intention": lambda hers, name, _, draw: hers.save_intention(
        Intention(MONDAY, f"{name} tea", id=draw(st.just("") | IDS))
    ),
    "delete_intention": lambda hers, _, __, draw: hers.delete_intention(draw(IDS)),
    "change_settings": lambda hers, name, _, draw: hers.change_settings(
        lambda _: her_settings(name, draw(st.integers(1950, 1990)))
    ),
    "make_calendar_address": lambda hers, _, __, ___: hers.make_calendar_address("Asia/Tokyo"),
    "withdraw_calendar_address": lambda hers, _, __, ___: hers.withdraw_calendar_address(),
    "make_grant": lambda hers, name, both, draw: hers.make_grant(
        f"{name} Bea",
        Passes(),
        lasting_days=None,
        as_file=True,
        grant_id=draw(st.just("") | both.grants()),
    ),
    "make_link": lambda hers, name, _, __: hers.make_link(
        f"{name} Cleo", Passes(card=True), LINK, lasting_days=1
    ),
    "renew_link": lambda hers, _, both, draw: renew(hers, draw(both.grants())),
    "withdraw_grant": lambda hers, _, both, draw: hers.withdraw_grant(draw(both.grants())),
    "forget_grant": lambda hers, _, both, draw: hers.forget_grant(draw(both.grants())),
    "note_opening": lambda hers, _, both, draw: hers.note_opening(draw(both.grants())),
    "take_replies": lambda hers, name, both, draw: hers.take_replies(
        draw(both.grants()), [Reply(ReplyKind.AGREED, f"{name} agreed {draw(IDS)}", draw(DAYS))]
    ),
    "answer_reply": lambda hers, name, both, draw: hers.answer_reply(
        draw(both.replies()), f"{name} {draw(IDS)}"
    ),
    "note_replies_seen": lambda hers, _, both, draw: hers.note_replies_seen([draw(both.replies())]),
    "remove_reply": lambda hers, _, both, draw: hers.remove_reply(draw(both.replies())),
    "note_taken": lambda hers, _, both, draw: hers.note_taken(draw(both.replies())),
    "save_entry": lambda hers, name, _, draw: hers.save_entry(
        CatalogueName.SIGNS, Entry(f"{name}_ache", f"{name} {draw(IDS)}", "own", own=True)
    ),
    "undo": lambda hers, _, both, draw: hers.undo(draw(both.acts())),
    "import_all": lambda hers, name, both, draw: hers.import_all(
        ImportBatch(
            f"{name} more",
            {draw(DAYS): {"sign:cramps": draw(st.sampled_from(SignStrength))}},
            shared=both.at_first[name].shared,
        )
    ),
    "restore": lambda hers, name, both, _: hers.restore(both.at_first[name]),
}


def view(journal: OwnerJournal) -> dict[str, object]:
    """Return all she reads, in every way there is."""
    return {name: read(journal) for name, read in READINGS.items()}


def holds_in(engine: Engine, examples: int) -> set[str]:
    """Let one owner act in every way, in any order; return the acts that changed her journal."""
    numbers, effective = count(), set()

    # Looking for fewer acts that fail as well would take minutes.
    @settings(max_examples=examples, phases=[Phase.generate])
    @given(st.sampled_from([0, 1]), st.permutations(sorted(ACTS)), st.data())
    def holds(who: int, acts: list[str], data: st.DataObject) -> None:
        both = Pair(engine, next(numbers))
        hers, another = both.each[who], both.each[1 - who]
        read, kept = view(another), rows_of(another)
        for act in acts:
            before = rows_of(hers)
            with suppress(JournalError):  # what was named is not hers, or not there
                ACTS[act](hers, NAMES[who], both, data.draw)
            if before != rows_of(hers):
                effective.add(act)
            assert kept == rows_of(another), act
        after = view(another)
        assert read == after
        assert NAMES[who] not in repr(after)
        assert NAMES[1 - who] not in repr(view(hers))

    holds()
    return effective


def test_every_method_of_the_store_has_its_example() -> None:
    public = {name for name, _ in inspect.getmembers(OwnerJournal) if not name.startswith("_")}
    assert public == READINGS.keys() | ACTS.keys()
    assert READINGS.keys().isdisjoint(ACTS)
    assert {name for name, _ in inspect.getmembers(Journal) if not name.startswith("_")} <= public


def test_what_one_does_another_cannot_read() -> None:
    engine = memory_engine()
    assert holds_in(engine, 16) == ACTS.keys()
    engine.dispose()


def test_nor_on_postgresql(postgres_url: str) -> None:
    engine = open_database(postgres_url)
    assert len(holds_in(engine, 2)) > len(ACTS) / 2
    engine.dispose()


def test_another_copy_of_her_backup_is_her_own(database_url: str) -> None:
    engine = open_database(database_url)
    hers, another = Pair(engine, 0).each
    read, kept = view(hers), rows_of(hers)
    another.restore(hers.snapshot())
    assert hers.days(EVERY_DAY) == another.days(EVERY_DAY)
    another.save_day(MONDAY, {"note": "plover again"})
    another.delete_moment("one")
    assert (read, kept) == (view(hers), rows_of(hers))
    engine.dispose()


def test_what_is_named_by_an_id_of_hers_another_does_not_find(database_url: str) -> None:
    engine = open_database(database_url)
    hers, another = Pair(engine, 0).each
    moment = hers.add_moment(Moment(MONDAY, "kiss"))
    with pytest.raises(MomentMissing):
        another.moment(moment.id)
    assert another.openings(hers.grants()[0].id) == []
    engine.dispose()


def test_a_link_leads_to_whoever_made_it(database_url: str) -> None:
    engine = open_database(database_url)
    door = SharedDoor(lambda: engine, lambda: NOW)
    hers, another = Pair(engine, 0).each
    _, secret = hers.make_link("Ada", Passes(cycle=True), LINK, lasting_days=30)
    read, kept = view(another), rows_of(another)
    opened = door.opened(secret, "", noted=True)
    assert opened is not None
    assert opened.journal.days(EVERY_DAY) == hers.days(EVERY_DAY)
    door.replied(secret, "", [Reply(ReplyKind.COMMENT, "heron hello", MONDAY)])
    added = door.moment_added(secret, "", "long_hug", NOW.date())
    assert added is not None
    assert hers.moment(added.id) == added
    assert door.moment_taken_back(secret, "", "one") is False
    assert (read, kept) == (view(another), rows_of(another))
    engine.dispose()
