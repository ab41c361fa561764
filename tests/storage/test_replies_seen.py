"""What a reader wrote is new until it was in front of her, and the first time is kept."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from journal.domain.grants import Grant, LinkTerms, Passes
from journal.domain.replies import Reply, ReplyKind
from journal.storage import OwnerJournal


@pytest.fixture
def link(journal: OwnerJournal) -> Grant:
    return journal.make_link("Ada", Passes(cycle=True), LinkTerms(), lasting_days=30)[0]


@pytest.fixture
def replies(journal: OwnerJournal, link: Grant) -> list[Reply]:
    kinds = [ReplyKind.COMMENT, ReplyKind.AGREED, ReplyKind.COMMENT]
    journal.take_replies(link.id, [Reply(kind, f"Number {n}") for n, kind in enumerate(kinds)])
    return journal.replies()


def new(journal: OwnerJournal) -> list[str]:
    return [reply.words for reply in journal.replies() if reply.seen_at is None]


@contextmanager
def writes(journal: OwnerJournal) -> Iterator[list[str]]:
    """Gather every statement that changes something."""
    asked: list[str] = []

    def note(*said: object) -> None:
        if not str(said[2]).startswith(("SELECT", "BEGIN", "PRAGMA")):
            asked.append(str(said[2]))

    event.listen(journal._engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(journal._engine, "before_cursor_execute", note)


def test_it_is_new_until_it_is_noted_as_seen_and_the_others_stay_new(
    journal: OwnerJournal, replies: list[Reply]
) -> None:
    assert new(journal) == ["Number 0", "Number 1", "Number 2"]
    journal.note_replies_seen([replies[0].id, replies[2].id])
    assert new(journal) == ["Number 1"]


def test_all_that_was_seen_at_once_is_one_statement_and_of_a_second_time_nothing_is_kept(
    journal: OwnerJournal, replies: list[Reply]
) -> None:
    with writes(journal) as asked:
        journal.note_replies_seen([reply.id for reply in replies])
    assert len(asked) == 1
    seen = [reply.seen_at for reply in journal.replies()]
    assert len(set(seen)) == 1
    journal.note_replies_seen([reply.id for reply in replies])
    assert seen == [reply.seen_at for reply in journal.replies()]


def test_what_is_gone_is_none_to_note(journal: OwnerJournal, replies: list[Reply]) -> None:
    journal.remove_reply(replies[0].id)
    journal.note_replies_seen([replies[0].id, replies[1].id, ""])
    journal.note_replies_seen([])
    assert new(journal) == ["Number 2"]


def test_to_see_is_no_act_and_changes_nothing_of_the_record(
    journal: OwnerJournal, replies: list[Reply]
) -> None:
    revision, before = journal.revision(), journal.imports()
    journal.note_replies_seen([replies[0].id])
    assert revision == journal.revision()
    assert before == journal.imports()


def test_what_she_does_something_about_she_has_seen(
    journal: OwnerJournal, replies: list[Reply]
) -> None:
    journal.answer_reply(replies[0].id, "Yes")
    journal.note_taken(replies[1].id)
    first = [reply.seen_at for reply in journal.replies()]
    assert new(journal) == ["Number 2"]
    journal.answer_reply(replies[0].id, "")
    assert first == [reply.seen_at for reply in journal.replies()]


def test_the_same_words_about_two_findings_are_two_replies(
    journal: OwnerJournal, link: Grant
) -> None:
    about = [
        Reply(ReplyKind.COMMENT, "Since when?", subject="findings", title=title)
        for title in ("Mood is lower.", "Calm is lower.", "Mood is lower.")
    ]
    assert journal.take_replies(link.id, about) == 2
    assert journal.take_replies(link.id, about) == 0
