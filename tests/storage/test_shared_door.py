"""Links: what opens, what does not, and what a reader may leave behind."""

import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Final

import pytest
from sqlalchemy import Engine, select

from journal.domain.errors import MomentMissing
from journal.domain.grants import LinkTerms, Passes
from journal.domain.moments import Author, Moment
from journal.domain.ranges import DateRange
from journal.domain.readers import (
    MOST_PARTNER_MOMENTS,
    NotForReaders,
    PartnerMomentsTooMany,
)
from journal.domain.replies import MOST_REPLIES, RepliesTooMany, Reply, ReplyKind
from journal.storage import OwnerJournal, owner_named
from journal.storage.shared_door import SharedDoor
from journal.storage.tables import ShareGrantRow

SOME: Final = Passes(ratings=frozenset({"mood"}))
NOON: Final = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY: Final = NOON.date()
RIGHT: Final = "the right one"
REPLIES: Final = LinkTerms(may_reply=True)
PARTNER: Final = LinkTerms(may_add_moments=True)


class Clock:  # noqa: D101
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:  # noqa: D102
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def door(engine: Engine, clock: Clock) -> SharedDoor:
    return SharedDoor(lambda: engine, clock)


@pytest.fixture
def hers(engine: Engine, clock: Clock) -> OwnerJournal:
    return OwnerJournal(engine, owner_named(engine, "hers"), clock)


def opens(door: SharedDoor, secret: str, passphrase: str = "") -> bool:
    return door.opened(secret, passphrase, noted=False) is not None


def test_a_link_opens_her_journal_as_it_is_today(door: SharedDoor, hers: OwnerJournal) -> None:
    hers.save_day(TODAY, {"mood": 7})
    terms = LinkTerms("For Ada", zone="Pacific/Kiritimati")
    grant, secret = hers.make_link("Ada", SOME, terms, lasting_days=30)
    opened = door.opened(secret, "", noted=True)
    assert opened is not None
    assert grant == opened.grant
    assert terms == opened.grant.terms
    assert date(2026, 11, 24) == opened.today
    assert opened.journal.day(TODAY).mood == 7
    assert [opening.at for opening in hers.openings(grant.id)] == [NOON]


def test_whoever_only_asks_whether_it_is_open_is_not_noted(
    door: SharedDoor, hers: OwnerJournal
) -> None:
    grant, secret = hers.make_link("Ada", SOME, LinkTerms(), lasting_days=30)
    assert opens(door, secret)
    assert hers.openings(grant.id) == []


def test_a_link_ends_at_the_very_second(door: SharedDoor, hers: OwnerJournal, clock: Clock) -> None:
    _, secret = hers.make_link("Ada", SOME, LinkTerms(), lasting_days=1)
    clock.now = NOON + timedelta(days=1, microseconds=-1)
    assert opens(door, secret)
    clock.now = NOON + timedelta(days=1)
    assert not opens(door, secret)


@pytest.mark.parametrize("take_back", ["withdraw_grant", "forget_grant"])
def test_what_was_taken_back_opens_nothing(
    door: SharedDoor, hers: OwnerJournal, take_back: str
) -> None:
    grant, secret = hers.make_link("Ada", SOME, REPLIES, lasting_days=30)
    getattr(hers, take_back)(grant.id)
    assert not opens(door, secret)
    assert door.replied(secret, "", [Reply(ReplyKind.COMMENT, "hello")]) is None


def test_a_file_has_no_link(door: SharedDoor, hers: OwnerJournal, engine: Engine) -> None:
    hers.make_grant("Ada", SOME, lasting_days=30, as_file=True)
    with engine.connect() as connection:
        assert connection.execute(select(ShareGrantRow.digest)).scalars().all() == [None]
    assert not opens(door, "")


def test_a_link_with_a_passphrase_opens_with_it_alone(door: SharedDoor, hers: OwnerJournal) -> None:
    _, secret = hers.make_link(
        "Ada",
        SOME,
        LinkTerms(),
        lasting_days=30,
        passphrase=" caf\u00e9 au lait ",  # noqa: S106  # made up
    )
    assert not opens(door, secret)
    assert not opens(door, secret, "cafe au lait")
    assert opens(door, secret, "cafe\u0301 au lait")


def test_wrong_passphrases_make_even_the_right_one_wait(
    door: SharedDoor, hers: OwnerJournal
) -> None:
    _, secret = hers.make_link("Ada", SOME, LinkTerms(), lasting_days=30, passphrase=RIGHT)
    for _ in range(3):
        assert not opens(door, secret, "wrong")
    assert not opens(door, secret, RIGHT)
    _, other = hers.make_link("Bea", SOME, LinkTerms(), lasting_days=30, passphrase=RIGHT)
    assert opens(door, other, RIGHT)


def test_a_hundred_thousand_guesses_open_nothing(
    door: SharedDoor, hers: OwnerJournal, engine: Engine
) -> None:
    many = 100_000 if engine.dialect.name == "sqlite" else 1_000  # each is a journey to a server
    _, secret = hers.make_link("Ada", SOME, LinkTerms(), lasting_days=30)
    guesses = (secrets.token_urlsafe(32) for _ in range(many))
    assert [guess for guess in guesses if opens(door, guess)] == []
    assert opens(door, secret)


def test_neither_secret_nor_passphrase_is_kept(hers: OwnerJournal, engine: Engine) -> None:
    _, secret = hers.make_link("Ada", SOME, LinkTerms(), lasting_days=30, passphrase=RIGHT)
    with engine.connect() as connection:
        kept = repr(connection.execute(select(ShareGrantRow.__table__)).all())
    assert secret not in kept
    assert RIGHT not in kept


def test_a_reader_replies_and_reads_her_answer(door: SharedDoor, hers: OwnerJournal) -> None:
    _, secret = hers.make_link("Ada", SOME, REPLIES, lasting_days=30)
    first = Reply(ReplyKind.COMMENT, "A good week", TODAY, "ratings", "Ratings")
    second = Reply(ReplyKind.AGREED, "A walk on Sunday", moment="walk")
    assert door.replied(secret, "", [first, second]) is not None
    kept = hers.replies()
    assert [reply.words for reply in kept] == ["A good week", "A walk on Sunday"]
    assert [kept[0]] == hers.replies_about(TODAY)
    hers.answer_reply(kept[0].id, "It was")
    hers.note_taken(kept[1].id)
    opened = door.opened(secret, "", noted=False)
    assert opened is not None
    assert [reply.answer for reply in opened.replies] == ["It was", ""]
    assert [reply.taken_at for reply in opened.replies] == [None, NOON]


def test_what_is_sent_twice_is_kept_once(door: SharedDoor, hers: OwnerJournal) -> None:
    _, secret = hers.make_link("Ada", SOME, REPLIES, lasting_days=30)
    reply = Reply(ReplyKind.COMMENT, "A good week")
    for _ in range(2):
        door.replied(secret, "", [reply, reply])
    assert len(hers.replies()) == 1


def test_replies_have_room_and_no_more(door: SharedDoor, hers: OwnerJournal) -> None:
    _, secret = hers.make_link("Ada", SOME, REPLIES, lasting_days=30)
    many = [Reply(ReplyKind.COMMENT, f"{number}") for number in range(MOST_REPLIES)]
    door.replied(secret, "", many)
    with pytest.raises(RepliesTooMany):
        door.replied(secret, "", [Reply(ReplyKind.COMMENT, "one more")])
    assert len(hers.replies()) == MOST_REPLIES


@pytest.mark.parametrize("terms", [LinkTerms(), PARTNER])
def test_a_link_takes_replies_only_where_she_said_so(
    door: SharedDoor, hers: OwnerJournal, terms: LinkTerms
) -> None:
    _, secret = hers.make_link("Ada", SOME, terms, lasting_days=30)
    with pytest.raises(NotForReaders):
        door.replied(secret, "", [Reply(ReplyKind.COMMENT, "hello")])
    assert hers.replies() == []


def test_replies_are_read_by_their_own_link_alone(door: SharedDoor, hers: OwnerJournal) -> None:
    _, one = hers.make_link("Ada", SOME, REPLIES, lasting_days=30)
    _, other = hers.make_link("Bea", SOME, REPLIES, lasting_days=30)
    door.replied(one, "", [Reply(ReplyKind.COMMENT, "hello")])
    opened = door.opened(other, "", noted=False)
    assert opened is not None
    assert opened.replies == ()


def test_a_partner_adds_a_moment_and_takes_it_back(door: SharedDoor, hers: OwnerJournal) -> None:
    _, secret = hers.make_link("Sam", Passes(card=True), PARTNER, lasting_days=30)
    added = door.moment_added(secret, "", "long_hug", TODAY)
    assert added is not None
    assert hers.moment(added.id).author is Author.PARTNER
    assert door.moment_taken_back(secret, "", added.id)
    with pytest.raises(MomentMissing):
        hers.moment(added.id)


def test_what_a_partner_added_she_declines(door: SharedDoor, hers: OwnerJournal) -> None:
    _, secret = hers.make_link("Sam", Passes(card=True), PARTNER, lasting_days=30)
    added = door.moment_added(secret, "", "long_hug", TODAY)
    assert added is not None
    hers.delete_moment(added.id)
    assert door.moment_taken_back(secret, "", added.id) is False


def test_a_partner_takes_nothing_of_hers_back(door: SharedDoor, hers: OwnerJournal) -> None:
    own = hers.add_moment(Moment(TODAY, "long_hug"))
    _, secret = hers.make_link("Sam", Passes(card=True), PARTNER, lasting_days=30)
    assert door.moment_taken_back(secret, "", own.id) is False
    assert own == hers.moment(own.id)


@pytest.mark.parametrize(
    ("kind", "days"), [("own_x", 0), ("", 0), ("long_hug", 1), ("long_hug", -2)]
)
def test_a_partner_adds_what_is_offered_of_today_or_yesterday(
    door: SharedDoor, hers: OwnerJournal, kind: str, days: int
) -> None:
    _, secret = hers.make_link("Sam", Passes(card=True), PARTNER, lasting_days=30)
    with pytest.raises(NotForReaders):
        door.moment_added(secret, "", kind, TODAY + timedelta(days=days))
    assert hers.moments(DateRange.last_days(9, TODAY + timedelta(days=3))) == []


def test_a_partner_adds_so_many_a_day(door: SharedDoor, hers: OwnerJournal) -> None:
    _, secret = hers.make_link("Sam", Passes(card=True), PARTNER, lasting_days=30)
    for _ in range(MOST_PARTNER_MOMENTS):
        door.moment_added(secret, "", "long_hug", TODAY)
    with pytest.raises(PartnerMomentsTooMany):
        door.moment_added(secret, "", "long_hug", TODAY)


def test_another_owners_grant_takes_no_reply(
    journal_of: Callable[[str], OwnerJournal], door: SharedDoor, hers: OwnerJournal
) -> None:
    another = journal_of("another")
    _, secret = hers.make_link("Ada", SOME, REPLIES, lasting_days=30)
    door.replied(secret, "", [Reply(ReplyKind.COMMENT, "hello")])
    assert another.replies() == []
    assert another.replies_about(TODAY) == []
