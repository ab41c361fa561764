"""SECURITY.md: each thing that is said to protect names a test that is there."""

import ast
import gzip
import re
from datetime import UTC, datetime
from functools import cache
from typing import Final

import pytest
from sqlalchemy import select

from journal.domain.grants import LinkTerms, Passes
from journal.exchange.record.backup import open_backup, packed_backup
from journal.storage.engine import memory_engine
from journal.storage.owner_journal import OwnerJournal
from journal.storage.owners import owner_named
from journal.storage.shared_door import SharedDoor
from journal.storage.tables import ShareGrantRow
from tests.support.server import PROJECT

TEXT: Final = (PROJECT / "SECURITY.md").read_text(encoding="utf-8")
PASSPHRASE: Final = "lantern pier"  # noqa: S105  # of a link made here
PROTECTS: Final = "What protects:"
NOT: Final = "What does not:"
# What stands before the tests a claim names, which end it.
CLAIM: Final = re.compile(r"- (?P<said>[^`]+\.)(?P<tests>( `tests/[\w/.]+::test_\w+`)+)")


def watchers() -> dict[str, str]:
    """Return what is said about each who might look, by who it is."""
    sections = re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]
    named = {title: body for title, _, body in (part.partition("\n") for part in sections)}
    del named["Reporting a vulnerability"]
    return named


def bullets(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("- ")]


def claims() -> list[str]:
    """Return everything that is said to protect."""
    return [
        line
        for body in watchers().values()
        for line in bullets(body.partition(PROTECTS)[2].partition(NOT)[0])
    ]


@cache
def names_in(file: str) -> frozenset[str]:
    """Return the names of the tests that pytest finds in a file."""
    path = PROJECT / file
    if not path.is_file() or not path.name.startswith("test_"):
        return frozenset()
    found = ast.parse(path.read_text(encoding="utf-8")).body
    return frozenset(
        item.name
        for item in found
        if isinstance(item, ast.FunctionDef) and item.name.startswith("test_")
    )


@pytest.mark.parametrize("who", watchers())
def test_of_each_who_might_look_it_says_what_protects_and_what_does_not(who: str) -> None:
    said = watchers()[who]
    assert bullets(said.partition(PROTECTS)[2].partition(NOT)[0])
    assert bullets(said.partition(NOT)[2])
    assert bullets(said.partition(PROTECTS)[0]) == []


@pytest.mark.parametrize("claim", claims())
def test_each_claim_ends_with_tests_that_are_there(claim: str) -> None:
    made = CLAIM.fullmatch(claim)
    assert made is not None
    for named in made["tests"].split():
        file, _, name = named.strip("`").partition("::")
        assert name in names_in(file), named


def test_a_test_that_is_not_there_is_missed() -> None:
    assert "test_no_such_claim" not in names_in("tests/test_security_claims.py")
    assert names_in("tests/no_such_file.py") == frozenset()
    assert CLAIM.fullmatch("- Nothing can be read.") is None


def test_what_does_not_protect_claims_no_test() -> None:
    assert all(
        "`tests/" not in line
        for body in watchers().values()
        for line in bullets(body.partition(NOT)[2])
    )


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_a_backup_that_is_brought_back_opens_no_link_again(passphrase: str) -> None:
    engine = memory_engine()
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    journal, another = (
        OwnerJournal(engine, owner_named(engine, name), lambda: now) for name in ("one", "two")
    )
    door = SharedDoor(lambda: engine, lambda: now)
    grant, secret = journal.make_link(
        "Ada", Passes(cycle=True), LinkTerms(), lasting_days=30, passphrase=passphrase
    )
    taken = open_backup(packed_backup(journal.snapshot(), now.date())).snapshot
    journal.withdraw_grant(grant.id)
    journal.restore(taken)
    assert door.opened(secret, passphrase, noted=False) is None
    journal.forget_grant(grant.id)
    for one in (journal, another):
        one.restore(taken)
        assert [(grant.id, True)] == [(kept.id, kept.came_back) for kept in one.grants()]
        assert door.opened(secret, passphrase, noted=False) is None
        assert door.replied(secret, passphrase, []) is None
    engine.dispose()


def test_a_backup_holds_nothing_by_which_a_link_could_open() -> None:
    engine = memory_engine()
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    journal = OwnerJournal(engine, owner_named(engine, "owner"), lambda: now)
    _, secret = journal.make_link(
        "Ada", Passes(cycle=True), LinkTerms(), lasting_days=30, passphrase=PASSPHRASE
    )
    with engine.connect() as connection:
        (kept,) = connection.execute(select(ShareGrantRow.__table__))
    text = gzip.decompress(packed_backup(journal.snapshot(), now.date()))
    assert b"Ada" in text
    assert kept.passphrase.startswith("$argon2id$")
    held = [secret, kept.digest, kept.passphrase, kept.passphrase.rpartition("$")[2], PASSPHRASE]
    assert [one for one in held if one.encode() in text] == []
    engine.dispose()
