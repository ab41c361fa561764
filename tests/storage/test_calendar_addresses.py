"""The address of a calendar: shown once, kept as a digest, withdrawn for good."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import Engine, MetaData, event, select

from journal.domain.calendar_address import CalendarAddress
from journal.domain.link_secrets import new_secret, secret_digest
from journal.domain.own_calendar import OwnCalendar
from journal.storage import OwnerJournal, opened_calendar
from journal.storage.tables import CalendarAddressRow

DAY = date(2026, 5, 14)
NOW = datetime(2026, 5, 14, 15, 0, tzinfo=UTC)


def stored_texts(engine: Engine) -> str:
    """Return everything that is stored anywhere, as one text."""
    there = MetaData()
    there.reflect(engine)
    with engine.connect() as connection:
        return "\n".join(
            str(row) for table in there.sorted_tables for row in connection.execute(select(table))
        )


def test_there_is_no_address_until_she_makes_one(journal: OwnerJournal) -> None:
    assert journal.calendar_address() is None


def test_an_address_opens_her_journal_to_be_read(journal: OwnerJournal, engine: Engine) -> None:
    journal.save_day(DAY, {"mood": 7})
    opened = opened_calendar(engine, journal.make_calendar_address("Europe/London"), NOW)
    assert opened is not None
    assert opened.journal.day(DAY).mood == 7
    assert not hasattr(opened.journal, "save_day")


@pytest.mark.parametrize(
    ("zone", "today"),
    [
        ("Pacific/Kiritimati", date(2026, 5, 15)),
        ("Europe/London", date(2026, 5, 14)),
        ("Pacific/Pago_Pago", date(2026, 5, 14)),
        ("Nowhere/At_All", date(2026, 5, 14)),
    ],
)
def test_the_day_is_that_of_the_place_where_the_address_was_made(
    journal: OwnerJournal, engine: Engine, zone: str, today: date
) -> None:
    opened = opened_calendar(engine, journal.make_calendar_address(zone), NOW)
    assert opened is not None
    assert today == opened.today


def test_the_digest_alone_is_kept(journal: OwnerJournal, engine: Engine) -> None:
    secret = journal.make_calendar_address("UTC")
    stored = stored_texts(engine)
    assert secret not in stored
    assert secret_digest(secret) in stored


def test_an_address_made_anew_closes_the_one_before(journal: OwnerJournal, engine: Engine) -> None:
    before, after = (journal.make_calendar_address("UTC") for _ in range(2))
    assert opened_calendar(engine, before, NOW) is None
    assert opened_calendar(engine, after, NOW) is not None
    assert secret_digest(before) not in stored_texts(engine)


def test_a_withdrawn_address_opens_nothing_and_leaves_nothing(
    journal: OwnerJournal, engine: Engine
) -> None:
    secret = journal.make_calendar_address("UTC")
    journal.withdraw_calendar_address()
    assert opened_calendar(engine, secret, NOW) is None
    assert journal.calendar_address() is None
    assert secret_digest(secret) not in stored_texts(engine)


def test_withdrawing_where_nothing_is_open_does_nothing(journal: OwnerJournal) -> None:
    journal.withdraw_calendar_address()
    assert journal.calendar_address() is None


@pytest.mark.parametrize("text", ["", "x" * 43, "../owner", "%' OR 1=1 --", "\x00" * 43])
def test_what_is_no_address_opens_nothing(journal: OwnerJournal, engine: Engine, text: str) -> None:
    journal.make_calendar_address("UTC")
    assert opened_calendar(engine, text, NOW) is None
    assert journal.calendar_address() == CalendarAddress(made_at(journal), "UTC", None)


def made_at(journal: OwnerJournal) -> datetime:
    address = journal.calendar_address()
    assert address is not None
    return address.made_at


def test_the_digest_of_a_secret_opens_nothing(journal: OwnerJournal, engine: Engine) -> None:
    digest = secret_digest(journal.make_calendar_address("UTC"))
    assert opened_calendar(engine, digest, NOW) is None
    assert opened_calendar(engine, digest[:43], NOW) is None


def test_when_it_was_last_asked_for_is_told(journal: OwnerJournal, engine: Engine) -> None:
    secret = journal.make_calendar_address("Europe/London")
    made = journal.calendar_address()
    assert made == CalendarAddress(datetime(2026, 5, 14, 12, 3, 1, tzinfo=UTC), "Europe/London")
    for now in (NOW, NOW + timedelta(hours=12)):
        opened_calendar(engine, secret, now)
        assert replace(made, fetched_at=now) == journal.calendar_address()


def test_an_address_made_anew_was_not_asked_for_yet(journal: OwnerJournal, engine: Engine) -> None:
    opened_calendar(engine, journal.make_calendar_address("UTC"), NOW)
    journal.make_calendar_address("UTC")
    address = journal.calendar_address()
    assert address is not None
    assert address.fetched_at is None


def test_a_calendar_that_asks_changes_nothing_in_the_journal(
    journal: OwnerJournal, engine: Engine
) -> None:
    secret = journal.make_calendar_address("UTC")
    before = journal.revision()
    opened_calendar(engine, secret, NOW)
    assert before == journal.revision()


def test_a_guess_takes_no_lock_her_saving_would_wait_for(
    journal: OwnerJournal, engine: Engine
) -> None:
    journal.make_calendar_address("UTC")
    said: list[str] = []
    event.listen(
        engine, "before_cursor_execute", lambda *about: said.append(about[2].split()[0].upper())
    )
    assert opened_calendar(engine, new_secret(), NOW) is None
    assert said
    assert not {"UPDATE", "INSERT", "DELETE"} & set(said)


def test_an_address_withdrawn_while_it_is_looked_up_opens_nothing(
    journal: OwnerJournal, engine: Engine
) -> None:
    secret = journal.make_calendar_address("UTC")
    withdrawing = iter([journal.withdraw_calendar_address])

    def withdraw(*about: object) -> None:
        if "SELECT calendar_address" in str(about[2]):
            next(withdrawing, lambda: None)()

    event.listen(engine, "after_cursor_execute", withdraw)
    assert opened_calendar(engine, secret, NOW) is None


def test_each_owner_has_an_address_of_her_own(
    journal_of: Callable[[str], OwnerJournal], engine: Engine
) -> None:
    hers, anothers = journal_of("hers"), journal_of("another")
    hers.save_day(DAY, {"mood": 7})
    anothers.save_day(DAY, {"mood": 2})
    secrets = [owner.make_calendar_address("UTC") for owner in (hers, anothers)]
    opened = [opened_calendar(engine, secret, NOW) for secret in secrets]
    assert [found and found.journal.day(DAY).mood for found in opened] == [7, 2]
    anothers.withdraw_calendar_address()
    assert hers.calendar_address() is not None
    assert opened_calendar(engine, secrets[0], NOW) is not None
    assert opened_calendar(engine, secrets[1], NOW) is None


def test_an_address_goes_with_its_owner(journal: OwnerJournal, engine: Engine) -> None:
    secret = journal.make_calendar_address("UTC")
    there = MetaData()
    there.reflect(engine)
    with engine.begin() as connection:
        connection.execute(there.tables["owner"].delete())
        assert connection.execute(select(CalendarAddressRow.__table__)).all() == []
    assert opened_calendar(engine, secret, NOW) is None


def test_an_address_is_no_act_that_undo_finds(journal: OwnerJournal) -> None:
    journal.save_day(DAY, {"mood": 7})
    journal.make_calendar_address("UTC")
    journal.withdraw_calendar_address()
    last = journal.last_change(DAY)
    assert last is not None
    assert journal.undo(last.id)
    assert journal.calendar_address() is None
    assert journal.day(DAY).mood is None


def test_a_journal_gets_the_key_of_its_entries_with_the_first_fetch_and_keeps_it(
    journal_of: Callable[[str], OwnerJournal], engine: Engine
) -> None:
    keys = []
    for journal in (journal_of("owner"), journal_of("other")):
        wanted = OwnCalendar("A softer week", time(20, 30))
        journal.change_settings(lambda kept, wanted=wanted: replace(kept, own_calendar=wanted))
        secret = journal.make_calendar_address("UTC")
        fetched = [opened_calendar(engine, secret, NOW) for _ in range(2)]
        seen = [one.journal.settings().own_calendar for one in fetched if one]
        assert [replace(wanted, key=seen[0].key)] * 2 == seen
        keys.append(seen[0].key)
    assert len({*keys, ""}) == 3


def test_a_fetch_leaves_a_key_that_is_there(journal: OwnerJournal, engine: Engine) -> None:
    wanted = OwnCalendar(key="0123456789abcdef0123456789abcdef")
    journal.change_settings(lambda kept: replace(kept, own_calendar=wanted))
    assert opened_calendar(engine, journal.make_calendar_address("UTC"), NOW) is not None
    assert wanted == journal.settings().own_calendar
