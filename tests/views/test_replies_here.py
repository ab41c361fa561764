"""Replies on their day and among the intentions, and the line that says that there are new ones."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import event
from streamlit.testing.v1 import AppTest

from journal.domain.grants import Grant, LinkTerms, Passes
from journal.domain.moments import Author, Moment
from journal.domain.ranges import DateRange
from journal.domain.replies import Reply, ReplyKind
from journal.storage import OwnerJournal, memory_journal
from journal.views.replies_here import SHOWN_AT_ONCE
from journal.views.reply_words import about_words, noticed_words
from tests.opened_pages import opened, text

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ABOUT_TODAY = Reply(ReplyKind.COMMENT, "A good day", TODAY)
ABOUT_A_CHART = Reply(ReplyKind.COMMENT, "It rises", subject="ratings-2", title="Mood")
AGREED = Reply(ReplyKind.AGREED, "A long hug on Sunday", moment="long_hug")


@pytest.fixture
def journal() -> OwnerJournal:
    return memory_journal(lambda: NOW)


@pytest.fixture
def link(journal: OwnerJournal) -> Grant:
    return journal.make_link("Ada", Passes(cycle=True), LinkTerms(), lasting_days=30)[0]


def today_page(journal: OwnerJournal) -> AppTest:
    """Open the page Today."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "OwnerJournal", today: "date") -> None:
        from datetime import UTC  # noqa: PLC0415  # as above

        from journal.pages import today as page  # noqa: PLC0415  # as above

        page.render(journal, today, UTC)

    kwargs = {"journal": journal, "today": TODAY}
    page = AppTest.from_function(run, kwargs=kwargs, default_timeout=60).run()
    assert not page.exception
    return page


@contextmanager
def counted(journal: OwnerJournal) -> Iterator[list[str]]:
    """Gather every statement the database is asked."""
    asked: list[str] = []

    def note(*said: object) -> None:
        asked.append(str(said[2]))

    event.listen(journal._engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(journal._engine, "before_cursor_execute", note)


def test_a_comment_on_a_day_stands_on_that_day_and_no_other(
    journal: OwnerJournal, link: Grant
) -> None:
    journal.take_replies(link.id, [ABOUT_TODAY, replace(ABOUT_TODAY, date=date(2026, 11, 1))])
    page = today_page(journal)
    assert "What was written about this day" in text(page)
    assert text(page).count("A good day") == 1
    assert "1 November" not in text(page)


def test_a_day_shows_the_newest_of_very_many_and_the_others_when_asked(
    journal: OwnerJournal, link: Grant
) -> None:
    many = [replace(ABOUT_TODAY, words=f"Number {n}.") for n in range(SHOWN_AT_ONCE + 3)]
    journal.take_replies(link.id, many)
    page = today_page(journal)
    assert text(page).count("Number ") == SHOWN_AT_ONCE
    assert "Number 22." in text(page)
    assert "Number 2." not in text(page)
    (more,) = [button for button in page.button if button.label == "Show 3 more, of 3"]
    more.click().run()
    assert text(page).count("Number ") == SHOWN_AT_ONCE + 3
    assert not [button for button in page.button if button.label.startswith("Show ")]


def test_the_day_asks_once_for_replies_where_there_are_none(journal: OwnerJournal) -> None:
    with counted(journal) as asked:
        today_page(journal)
    of_replies = [said for said in asked if "share_" in said]
    assert len(of_replies) == 1


def test_what_was_agreed_stands_among_the_intentions_until_it_is_chosen(
    journal: OwnerJournal, link: Grant
) -> None:
    journal.take_replies(link.id, [AGREED])
    page = opened("journal.views.intentions_card.intentions_card", journal, TODAY)
    assert "A long hug on Sunday (with Ada)" in text(page)
    page.button(key=f"intentions.agreed.{journal.replies()[0].id}").click().run()
    assert [item.code for item in journal.intentions()] == ["long_hug"]
    assert "(with Ada)" not in text(page)


def test_something_new_is_said_in_one_line_until_it_was_in_front_of_her(
    journal: OwnerJournal, link: Grant
) -> None:
    journal.take_replies(link.id, [ABOUT_A_CHART, AGREED])
    chart, agreed = journal.replies()
    page = today_page(journal)
    assert "1 new comment and 1 thing agreed from Ada" in text(page)
    journal.note_replies_seen([chart.id])
    assert "1 thing agreed from Ada" in text(page.run())
    assert "new comment" not in text(page)
    journal.note_replies_seen([agreed.id])
    assert "from Ada" not in text(page.run())


def test_what_quotes_a_name_of_hers_is_not_quoted_once_more() -> None:
    said = "“Cramps” is about one step stronger."
    plain, quoting = (replace(ABOUT_A_CHART, title=title) for title in ("Mood over time", said))
    assert about_words(plain, UTC) == "wrote, about “Mood over time”"
    assert about_words(quoting, UTC) == f"wrote, about {said}"


def test_new_replies_of_several_name_each_of_them_once() -> None:
    replies = [replace(ABOUT_TODAY, grant_id=grant) for grant in ("a", "b", "a")]
    assert noticed_words(replies, {"a": "Ada", "b": "Bea"}) == "3 new comments from Ada and Bea"


def test_what_her_partner_noted_is_named_on_the_day_and_can_be_declined_and_brought_back(
    journal: OwnerJournal,
) -> None:
    moment = journal.add_moment(Moment(TODAY, "long_hug", author=Author.PARTNER))
    journal.add_moment(Moment(TODAY, "long_hug"))
    page = today_page(journal)
    assert "Noted by my partner: Long hug" in text(page)
    page.button(key=f"today.2026-11-22.moment.{moment.id}.decline").click().run()
    only = DateRange.last_days(1, TODAY)
    assert [kept.author for kept in journal.moments(only)] == [Author.OWNER]
    assert "Noted by my partner" not in text(page)
    page.button(key="today.2026-11-22.moments.undo").click().run()
    assert len(journal.moments(only)) == 2
