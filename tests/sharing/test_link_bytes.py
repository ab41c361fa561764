"""What a reader gets, to the last letter: random grants of a journal whose every word is known."""

import json
import re
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from journal.domain.readers import OpenedGrant
from journal.sharing.payload import DeskTerms, plain_text, reader_text
from journal.sharing.sealed_file import sealed_file
from journal.sharing.sealing import opened_text
from journal.sharing.shared_view import ShareWish, reader_span, shared_view
from journal.storage import OwnerJournal, owner_named
from journal.storage.engine import memory_engine
from journal.storage.shared_door import SharedDoor
from tests.sharing.records import NOW, TODAY
from tests.sharing.rich_record import (
    KINDS_SEEN,
    GivenLink,
    Rest,
    dates_in,
    give_links,
    kinds_of,
    without_card,
    words_in,
)

MANY = 24  # a few hundred pass through a browser: tests/browser/test_shared_bytes.py
SEALED = 2  # each costs a key of 600,000 rounds, twice
PASSPHRASE = "four words, none together"  # noqa: S105  # of a test
DOCUMENT = re.compile(r'<script type="application/json" id="sealed">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    made = memory_engine()
    yield made
    made.dispose()


@pytest.fixture(scope="module")
def given(engine: Engine) -> list[GivenLink]:
    return give_links(OwnerJournal(engine, owner_named(engine, "hers"), lambda: NOW), MANY)


def opened(engine: Engine, given: GivenLink) -> OpenedGrant:
    found = SharedDoor(lambda: engine, lambda: NOW).opened(given.secret, "", noted=True)
    assert found is not None
    assert found.today == TODAY
    return found


def test_a_link_tells_nothing_that_was_not_granted(engine: Engine, given: list[GivenLink]) -> None:
    rest, seen = Rest(engine), set()
    for one in given:
        found = opened(engine, one)
        text = reader_text(found)
        assert without_card(rest.text(one, found)) == without_card(text), one.passes
        assert words_in(text) <= one.words, one.passes
        assert dates_in(text) <= one.dates, one.passes
        seen |= words_in(text)
    assert kinds_of(seen) >= KINDS_SEEN


def as_a_file(opened: OpenedGrant) -> str:
    """Write what a sealed file of the same grant holds."""
    grant = opened.grant
    wish = ShareWish(grant.recipient, grant.passes, grant.terms.words, grant.id)
    desk = DeskTerms(grant.id, reader_span(grant.passes, TODAY), may_reply=True)
    return plain_text(shared_view(opened.journal, wish, TODAY), desk)


def test_a_sealed_file_tells_nothing_that_was_not_granted(
    engine: Engine, given: list[GivenLink]
) -> None:
    rest = Rest(engine, as_a_file)
    for one in given[-SEALED:]:
        found = opened(engine, one)
        grant = found.grant
        wish = ShareWish(grant.recipient, grant.passes, grant.terms.words, grant.id)
        desk = DeskTerms(grant.id, reader_span(grant.passes, TODAY), may_reply=True)
        view = shared_view(found.journal, wish, TODAY)
        page = sealed_file(view, PASSPHRASE, desk).decode()
        (document,) = DOCUMENT.findall(page)
        text = opened_text(json.loads(document), PASSPHRASE)
        assert without_card(rest.text(one, found)) == without_card(text), one.passes
        assert words_in(text) <= one.words, one.passes
        assert dates_in(text) <= one.dates, one.passes
        assert words_in(page) == set()
        assert not dates_in(page) & one.dates
