"""What is shared, taken out and brought back: nothing is lost, touched or opened by it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from journal.domain.errors import GrantMissing, LinkNotRenewed, LinkPassphraseMissing
from journal.domain.grants import LinkTerms, Passes
from journal.domain.journal import ImportBatch
from journal.domain.replies import Reply, ReplyKind
from journal.domain.shared_record import NOTHING_SHARED, SharedRecord, missing_from
from journal.exchange.record.backup import open_backup, packed_backup
from journal.storage import OwnerJournal
from journal.storage.shared_door import SharedDoor
from tests.acts import SHARING, Act, perform
from tests.exchange.record.journals import DAY, PASSPHRASE, sharing

NOW = datetime(2026, 5, 14, 13, tzinfo=UTC)
READING = LinkTerms(may_reply=True)
NEW_PASSPHRASE = "tern in the reeds"  # noqa: S105  # of a test
BLANK = " "


def door(journal: OwnerJournal) -> SharedDoor:
    """Return where the readers of its links ask."""
    return SharedDoor(lambda: journal._engine, lambda: NOW)


def by_name(journal: OwnerJournal, recipient: str) -> str:
    """Return the id of what was given to somebody."""
    (grant_id,) = [grant.id for grant in journal.grants() if grant.recipient == recipient]
    return grant_id


def missing(journal: OwnerJournal, wanted: SharedRecord) -> SharedRecord:
    """Return what a journal lacks of it."""
    return missing_from(journal.grants(), journal.replies(), wanted)


def test_what_is_shared_comes_back_as_it_was(
    journal: OwnerJournal, journal_of: Callable[[str], OwnerJournal]
) -> None:
    taken = sharing(journal).snapshot()
    another = journal_of("another")
    another.restore(open_backup(packed_backup(taken, DAY)).snapshot)
    assert taken == another.snapshot()
    assert journal.replies() == another.replies()
    link = by_name(journal, "Ada")
    assert journal.openings(link) == another.openings(link)
    assert len(another.openings(link)) == 2


def test_a_link_that_came_back_says_so_and_opens_nothing(
    journal: OwnerJournal, journal_of: Callable[[str], OwnerJournal]
) -> None:
    terms = LinkTerms("This is May.", may_reply=True)
    _, secret = journal.make_link("Ada", Passes(cycle=True), terms, lasting_days=None)
    _, sealed = journal.make_link(
        "Cleo", Passes(cycle=True), terms, lasting_days=None, passphrase=PASSPHRASE
    )
    another = journal_of("another")
    another.restore(journal.snapshot())
    journal.forget_grant(by_name(journal, "Ada"))
    journal.forget_grant(by_name(journal, "Cleo"))
    assert [grant.came_back for grant in another.grants()] == [True, True]
    assert not any(grant.opens(NOW) for grant in another.grants())
    for passphrase in ("", PASSPHRASE, "gone"):
        assert door(another).opened(secret, passphrase, noted=False) is None
        assert door(another).opened(sealed, passphrase, noted=False) is None


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_a_link_that_came_back_is_renewed_and_all_of_it_stays_but_its_secret(
    journal: OwnerJournal, journal_of: Callable[[str], OwnerJournal], passphrase: str
) -> None:
    made, secret = journal.make_link(
        "Ada", Passes(cycle=True), READING, lasting_days=30, passphrase=passphrase
    )
    journal.note_opening(made.id)
    journal.take_replies(made.id, [Reply(ReplyKind.COMMENT, "Hello", DAY)])
    another = journal_of("another")
    another.restore(journal.snapshot())
    journal.forget_grant(made.id)
    before = another.snapshot().shared
    renewed, new = another.renew_link(made.id, passphrase=NEW_PASSPHRASE if passphrase else "")
    assert made == renewed
    assert [made] == another.grants()
    assert before == another.snapshot().shared
    for old in ("", PASSPHRASE):
        assert door(another).opened(secret, old, noted=False) is None
        if passphrase:
            assert door(another).opened(new, old, noted=False) is None
    opened = door(another).opened(new, NEW_PASSPHRASE, noted=True)
    assert opened is not None
    assert [reply.words for reply in opened.replies] == ["Hello"]
    assert len(another.openings(made.id)) == 2
    with pytest.raises(LinkNotRenewed):
        another.renew_link(made.id, passphrase=NEW_PASSPHRASE)
    assert door(another).opened(new, NEW_PASSPHRASE, noted=False) is not None


def test_a_link_that_asked_for_a_passphrase_is_not_renewed_without_one(
    journal: OwnerJournal, journal_of: Callable[[str], OwnerJournal]
) -> None:
    another = journal_of("another")
    another.restore(sharing(journal).snapshot())
    with pytest.raises(LinkPassphraseMissing):
        another.renew_link(by_name(another, "Ada"), passphrase=BLANK)
    assert [grant.came_back for grant in another.grants() if not grant.as_file] == [True]


def test_nothing_that_stands_was_taken_back_or_has_ended_is_renewed(
    journal: OwnerJournal, journal_of: Callable[[str], OwnerJournal]
) -> None:
    kept = {
        name: journal.make_link(name, Passes(cycle=True), READING, lasting_days=1)[0]
        for name in ("Ada", "Bea")
    }
    file = journal.make_grant("Cleo", Passes(cycle=True), lasting_days=None, as_file=True)
    journal.withdraw_grant(kept["Bea"].id)
    withdrawn = journal.snapshot()
    for grant_id in (kept["Ada"].id, kept["Bea"].id, file.id):
        with pytest.raises(LinkNotRenewed):
            journal.renew_link(grant_id)
    another = journal_of("another")
    with pytest.raises(GrantMissing):
        another.renew_link(kept["Ada"].id)
    another.restore(withdrawn)
    with pytest.raises(LinkNotRenewed):
        another.renew_link(kept["Bea"].id)
    another._clock = lambda: NOW + timedelta(days=2)
    with pytest.raises(LinkNotRenewed):
        another.renew_link(kept["Ada"].id)
    assert withdrawn.shared == another.snapshot().shared


def test_a_file_that_came_back_still_takes_replies(
    journal: OwnerJournal, journal_of: Callable[[str], OwnerJournal]
) -> None:
    file = by_name(sharing(journal), "Bea")
    another = journal_of("another")
    another.restore(journal.snapshot())
    (kept,) = [grant for grant in another.grants() if grant.id == file]
    assert not kept.came_back
    assert kept.opens(NOW)
    assert another.take_replies(file, [Reply(ReplyKind.COMMENT, "Thank you")]) == 0
    assert another.take_replies(file, [Reply(ReplyKind.COMMENT, "And once more")]) == 1


def test_a_link_that_is_open_stays_as_it_is(journal: OwnerJournal) -> None:
    taken = sharing(journal).snapshot()
    grant, secret = journal.make_link("Cleo", Passes(cycle=True), READING, lasting_days=30)
    before = journal.snapshot().shared
    journal.restore(taken)
    assert before == journal.snapshot().shared
    opened = door(journal).opened(secret, "", noted=True)
    assert opened is not None
    assert grant == opened.grant
    journal.restore(replace(taken, shared=before))
    assert door(journal).opened(secret, "", noted=False) is not None
    assert len(journal.openings(grant.id)) == 1


def test_what_was_withdrawn_since_stays_withdrawn(journal: OwnerJournal) -> None:
    taken = sharing(journal).snapshot()
    for grant in journal.grants():
        journal.withdraw_grant(grant.id)
    before = journal.grants()
    journal.restore(taken)
    assert before == journal.grants()
    assert all(grant.withdrawn_at for grant in before)


def test_a_reply_that_is_missing_comes_back_and_her_answer_stays(journal: OwnerJournal) -> None:
    taken = sharing(journal).snapshot()
    first, *others = sorted(journal.replies(), key=lambda reply: reply.words, reverse=True)
    journal.answer_reply(first.id, "Another answer")
    for reply in others:
        journal.remove_reply(reply.id)
    (kept,) = journal.replies()
    journal.restore(taken)
    assert kept in journal.replies()
    assert {reply.id: reply for reply in others} == {
        reply.id: reply for reply in journal.replies() if reply != kept
    }


def test_what_was_forgotten_comes_back_and_can_be_forgotten_again(journal: OwnerJournal) -> None:
    taken = sharing(journal).snapshot()
    link = by_name(journal, "Ada")
    journal.forget_grant(link)
    journal.restore(taken)
    assert taken.shared == journal.snapshot().shared
    journal.withdraw_grant(link)
    journal.forget_grant(link)
    assert [grant.recipient for grant in journal.grants()] == ["Bea"]
    assert [reply.words for reply in journal.replies()] == ["Thank you"]


def test_an_import_brings_along_what_was_shared_and_its_undo_leaves_it(
    journal: OwnerJournal, journal_of: Callable[[str], OwnerJournal]
) -> None:
    shared = sharing(journal).snapshot().shared
    another = journal_of("another")
    change = another.import_all(ImportBatch("a file", {DAY: {"mood": 3}}, shared=shared))
    assert shared == another.snapshot().shared
    assert change is not None
    assert another.undo(change.id)
    assert shared == another.snapshot().shared
    assert another.first_date() is None
    assert another.import_all(ImportBatch("a file", {}, shared=shared)) is None
    assert shared == another.snapshot().shared


def test_what_one_brings_back_is_hers_alone(
    journal: OwnerJournal, journal_of: Callable[[str], OwnerJournal]
) -> None:
    _, secret = journal.make_link("Cleo", Passes(cycle=True), READING, lasting_days=30)
    taken = sharing(journal).snapshot()
    another = journal_of("another")
    another.restore(taken)
    for grant in another.grants():
        another.forget_grant(grant.id)
    assert taken == journal.snapshot()
    assert door(journal).opened(secret, "", noted=False) is not None


@pytest.mark.parametrize("count", [0, 1, 2])
def test_an_answer_is_never_lost_to_a_reply_that_says_the_same(
    count: int, journal: OwnerJournal, journal_of: Callable[[str], OwnerJournal]
) -> None:
    file = by_name(sharing(journal), "Bea")
    another = journal_of("another")
    another.make_grant("Bea", Passes(), lasting_days=None, as_file=True, grant_id=file)
    another.take_replies(file, [Reply(ReplyKind.COMMENT, "Thank you")])
    (hers,), theirs = (
        [reply for reply in one.replies() if reply.words == "Thank you"]
        for one in (another, journal)
    )
    if count:
        journal.answer_reply(theirs[0].id, "It was nothing")
    if count == 2:
        another.answer_reply(hers.id, "It was nothing")
    another.restore(journal.snapshot())
    answers = [reply.answer for reply in another.replies() if reply.words == "Thank you"]
    assert [[""], ["", "It was nothing"], ["It was nothing"]][count] == sorted(answers)


@given(
    before=st.lists(SHARING, min_size=1, max_size=6),
    since=st.lists(SHARING, max_size=4),
    both=st.booleans(),
)
@hypothesis_settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_was_done_since_nothing_is_lost_or_touched_and_a_second_time_changes_nothing(
    journal_of: Callable[[str], OwnerJournal], before: list[Act], since: list[Act], *, both: bool
) -> None:
    owner = f"{datetime.now(UTC).timestamp()}"
    taken = perform(journal_of(f"{owner} one"), before)
    another = journal_of(f"{owner} two")
    if both:  # so that the two journals know the same grants
        another.restore(taken)
    here = perform(another, since).shared
    another.restore(taken)
    restored = another.snapshot()
    assert set(here.replies) <= set(restored.shared.replies)
    assert all(kept in restored.shared.grants for kept in here.grants)
    assert missing(another, taken.shared) == NOTHING_SHARED
    assert len(restored.shared.grants) == len(
        {kept.grant.id for kept in (*here.grants, *taken.shared.grants)}
    )
    another.restore(taken)
    assert restored == another.snapshot()
