"""What is new says so at the first visit; to be counted, or drawn, is not to be seen."""

from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.grants import Grant, LinkTerms, Passes
from journal.domain.replies import Reply, ReplyKind
from journal.storage import OwnerJournal, memory_journal
from journal.views.replies_here import SHOWN_AT_ONCE
from tests.opened_pages import opened, text

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NEW = "**New** · **Ada**"


@pytest.fixture
def journal() -> OwnerJournal:
    return memory_journal(lambda: NOW)


@pytest.fixture
def link(journal: OwnerJournal) -> Grant:
    return journal.make_link("Ada", Passes(cycle=True), LinkTerms(), lasting_days=30)[0]


def written(journal: OwnerJournal, link: Grant, *words: str) -> list[Reply]:
    journal.take_replies(link.id, [Reply(ReplyKind.COMMENT, said) for said in words])
    return journal.replies()


def looked_for(page: AppTest) -> str:
    """Return what her browser is asked to look for."""
    asked = [str(piece.proto) for piece in page.get("bidi_component")]
    return "".join(piece for piece in asked if "looked_at" in piece)


def share(journal: OwnerJournal) -> AppTest:
    return opened("journal.views.replies_here.all_replies", journal, TODAY)


def unseen(journal: OwnerJournal) -> list[str]:
    return [reply.words for reply in journal.replies() if reply.seen_at is None]


def come_back(page: AppTest) -> AppTest:
    """Go elsewhere, and open the same again."""
    del page.session_state["replies.visit"]
    return page.run()


def test_it_says_new_for_the_whole_of_the_first_visit_and_not_at_the_next(
    journal: OwnerJournal, link: Grant
) -> None:
    (reply,) = written(journal, link, "One")
    page = share(journal)
    assert NEW in text(page)
    assert unseen(journal) == ["One"]  # drawn, and not in front of her yet
    assert f"st-key-reply_end_share_{reply.id}" in looked_for(page)
    journal.note_replies_seen([reply.id])
    assert NEW in text(page.run())
    assert not looked_for(page)
    assert NEW not in text(come_back(page))
    assert "One" in text(page)


def test_what_she_did_not_look_at_is_new_at_the_next_visit_too(
    journal: OwnerJournal, link: Grant
) -> None:
    written(journal, link, "One")
    assert NEW in text(come_back(share(journal)))


def test_a_visit_ends_where_another_page_or_day_is_opened(
    journal: OwnerJournal, link: Grant
) -> None:
    (reply,) = written(journal, link, "One")

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "OwnerJournal", where: "list[str]") -> None:
        from datetime import date  # noqa: PLC0415  # as above

        from journal.views.replies_here import all_replies  # noqa: PLC0415  # as above
        from journal.views.replies_seen import begin_visit  # noqa: PLC0415  # as above

        begin_visit(where[0])
        all_replies(journal, date(2026, 11, 22))

    where = ["share"]
    page = AppTest.from_function(run, kwargs={"journal": journal, "where": where}).run()
    journal.note_replies_seen([reply.id])
    assert NEW in text(page.run())
    where[0] = "over-time"
    assert NEW not in text(page.run())


def test_only_what_is_drawn_is_looked_for(journal: OwnerJournal, link: Grant) -> None:
    replies = written(journal, link, *(f"Number {n}" for n in range(SHOWN_AT_ONCE + 1)))
    page = share(journal)
    asked = [reply.words for reply in replies if reply.id in looked_for(page)]
    assert asked == [f"Number {n}" for n in range(1, SHOWN_AT_ONCE + 1)]


def test_what_is_answered_is_new_no_more(journal: OwnerJournal, link: Grant) -> None:
    (reply,) = written(journal, link, "One")
    page = share(journal)
    journal.answer_reply(reply.id, "Yes")
    assert NEW not in text(page.run())


@pytest.mark.parametrize(("tells", "left"), [(True, ["Two"]), (False, ["One", "Two"])])
def test_what_her_browser_tells_is_noted(
    journal: OwnerJournal, link: Grant, left: list[str], *, tells: bool
) -> None:
    first, _ = written(journal, link, "One", "Two")

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "OwnerJournal", told: "dict[str, object]") -> None:
        import streamlit as st  # noqa: PLC0415  # as above

        from journal.views.replies_seen import _seen  # noqa: PLC0415  # as above

        st.session_state["looked"] = told
        _seen(journal, "looked")

    state = {"seen": [first.id, "gone"]} if tells else {}
    page = AppTest.from_function(run, kwargs={"journal": journal, "told": state}).run()
    assert not page.exception
    assert left == unseen(journal)


def test_what_was_agreed_is_looked_for_among_the_intentions(
    journal: OwnerJournal, link: Grant
) -> None:
    journal.take_replies(link.id, [Reply(ReplyKind.AGREED, "A walk")])
    page = opened("journal.views.intentions_card.intentions_card", journal, TODAY)
    assert f"st-key-agreed_{journal.replies()[0].id}" in looked_for(page)
