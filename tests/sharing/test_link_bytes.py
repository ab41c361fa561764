"""What a reader gets, to the last letter: random grants of a journal whose every word is known."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from journal.domain.grants import PRESETS, Grant, GrantPreset, LinkTerms
from journal.domain.readers import OpenedGrant
from journal.sharing.payload import DeskTerms, plain_text, reader_text
from journal.sharing.sealed_file import sealed_file
from journal.sharing.sealing import opened_text
from journal.sharing.shared_view import ShareWish, reader_span, shared_view
from journal.storage import OwnerJournal, memory_journal, owner_named
from journal.storage.engine import memory_engine
from journal.storage.shared_door import SharedDoor
from tests.sharing import rich_record
from tests.sharing.records import NOW, TODAY
from tests.sharing.rich_record import (
    GivenLink,
    Rest,
    dates_in,
    give_links,
    without_card,
    words_in,
)

MANY = 10  # two hundred pass through a browser: tests/browser/test_shared_bytes.py
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
    rest = Rest(engine)
    for one in given:
        found = opened(engine, one)
        text = reader_text(found)
        assert without_card(rest.text(one, found)) == without_card(text), one.passes
        assert words_in(text) <= one.words, one.passes
        assert dates_in(text) <= one.dates, one.passes


def test_words_that_look_like_markup_are_text_in_the_page_and_its_charts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    marked = '<a href="https://evil.example/">x</a><b>'
    monkeypatch.setattr(rich_record, "word", lambda kind, number=0: f"{marked}{kind}{number}")
    journal = rich_record.rich_record().written_into(memory_journal(lambda: NOW))
    passes = replace(PRESETS[GrantPreset.COACH], notes=True, card=True, findings=False)
    grant = Grant("g", marked, passes, as_file=False, made_at=NOW, terms=LinkTerms(marked))
    said = json.loads(reader_text(OpenedGrant(grant, journal, TODAY)))
    figures = json.dumps([[figure["light"], figure["dark"]] for figure in said["figures"]])
    for written in (said["html"], figures):
        assert "&lt;a href" in written
        assert "<a " not in written
        assert "x</a>" not in written


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
        # Random letters of the seal may make up any word.
        around = page.replace(document, "")
        assert words_in(around) == set()
        assert not dates_in(around) & one.dates
