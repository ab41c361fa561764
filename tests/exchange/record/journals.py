"""A journal with a little of everything, and its record."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from uuid import uuid4

from sqlalchemy import Engine

from journal.domain.catalogues import OWN_GROUP, CatalogueName, Entry
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.grants import LinkTerms, Passes
from journal.domain.intentions import Intention
from journal.domain.journal import ImportBatch
from journal.domain.moments import Initiator, Moment
from journal.domain.ranges import DateRange
from journal.domain.replies import Reply, ReplyKind
from journal.domain.snapshot import RecordSnapshot
from journal.domain.stages import Stage, StageDeclaration
from journal.exchange.record.writing import record_pieces
from journal.storage import OwnerJournal, owner_named
from journal.storage.engine import memory_engine

PASSPHRASE = "lantern pier"  # noqa: S105  # of a link made here
DAY = date(2026, 5, 14)
TODAY = date(2026, 11, 23)


@cache
def database() -> Engine:
    """Return one database for all: making the tables for each journal would cost far more."""
    return memory_engine()


def empty_journal() -> OwnerJournal:
    """Return a new owner's journal."""
    owner = owner_named(database(), uuid4().hex)
    return OwnerJournal(database(), owner, lambda: datetime(2026, 5, 14, 12, tzinfo=UTC))


def filled_journal() -> OwnerJournal:
    """Return a journal with a little of everything; its newest import was taken back."""
    journal = empty_journal()
    journal.save_day(DAY, {"mood": 4, "note": "a quiet day", "temperature_c": 36.6})
    journal.save_day(DAY, {"mood": 7, "sign:cramps": "mild", "sensation:heart:flutter": True})
    journal.add_moment(Moment(DAY, "long_hug", id="m1", initiator=Initiator.PARTNER))
    journal.save_context(Context(ContextKind.EVENT, DAY, date(2026, 5, 20), "moved house"))
    journal.declare_stage(StageDeclaration(DAY, Stage.LATE_TRANSITION))
    journal.answer_cycle_question(
        CycleAnswer(DAY, CycleQuestion.EARLY_BLEED, CycleReply.SAME_PERIOD)
    )
    journal.save_intention(Intention(DAY, "A walk"))
    journal.save_entry(CatalogueName.SIGNS, Entry("own_x", "X", OWN_GROUP, own=True))
    journal.change_settings(lambda kept: replace(kept, birth_year=1975, ratings=("calm",)))
    change = journal.import_all(ImportBatch("a file", {DAY: {"desire": 3}}))
    assert change is not None
    journal.undo(change.id)
    return sharing(journal)


def sharing(journal: OwnerJournal) -> OwnerJournal:
    """Share by a link and in a file; the link was opened twice, and both were answered."""
    passes = Passes(dates=DateRange(DAY, date(2026, 6, 1)), ratings=frozenset({"mood"}), cycle=True)
    terms = LinkTerms("This is May.", may_reply=True, zone="Europe/Vienna")
    link, _ = journal.make_link("Ada", passes, terms, lasting_days=30, passphrase=PASSPHRASE)
    file = journal.make_grant("Bea", Passes(notes=True), lasting_days=None, as_file=True)
    for _ in range(2):
        journal.note_opening(link.id)
    by_link = [
        Reply(ReplyKind.COMMENT, "You sound rested", DAY, "ratings", "How it was"),
        Reply(ReplyKind.AGREED, "A walk on Sunday", moment="walk"),
    ]
    journal.take_replies(link.id, by_link)
    journal.take_replies(file.id, [Reply(ReplyKind.COMMENT, "Thank you")])
    ids = {reply.words: reply.id for reply in journal.replies()}
    journal.answer_reply(ids["You sound rested"], "I was")
    journal.note_taken(ids["A walk on Sunday"])
    return journal


def text_of(snapshot: RecordSnapshot) -> bytes:
    """Return a record as the file holds it."""
    return b"".join(record_pieces(snapshot, TODAY))
