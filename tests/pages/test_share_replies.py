"""What readers wrote, on Share: answered, removed, chosen for the week, brought in from a file."""

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from journal.connection.intentions import week_of
from journal.domain.grants import Grant, LinkTerms, Passes
from journal.domain.intentions import Intention, IntentionSource
from journal.domain.replies import Reply, ReplyKind
from journal.sharing.reply_file import ReplyFile, written_reply
from journal.storage import OwnerJournal
from tests.support.share_page import TODAY, button, journal_to_share, opened, said

WORDS = "Two lines <b>of hers</b>\n\nand **another**"
COMMENT = Reply(ReplyKind.COMMENT, WORDS, date(2026, 11, 20), "ratings-1", "Mood over time")
AGREED = Reply(ReplyKind.AGREED, "A long hug on Sunday", moment="long_hug")
PASSPHRASE = "lantern pier meadow coast"  # noqa: S105  # of a test


@pytest.fixture
def journal() -> OwnerJournal:
    return journal_to_share()


@pytest.fixture
def link(journal: OwnerJournal) -> Grant:
    terms = LinkTerms(may_reply=True)
    return journal.make_link("Ada", Passes(cycle=True), terms, lasting_days=30)[0]


def written(journal: OwnerJournal, link: Grant, *replies: Reply) -> list[Reply]:
    journal.take_replies(link.id, replies)
    return journal.replies()


def chosen(journal: OwnerJournal) -> list[Intention]:
    return [replace(item, id="") for item in journal.intentions()]


def answering(journal: OwnerJournal, reply: Reply) -> AppTest:
    """Open the page with the answer to a reply open."""
    return opened(journal, **{f"share.reply.{reply.id}.answering": True})


def test_a_comment_says_who_when_about_what_and_its_words_are_words(
    journal: OwnerJournal, link: Grant
) -> None:
    written(journal, link, COMMENT)
    page = opened(journal)
    about = "Ada wrote on 22 November 2026, about 20 November 2026, “Mood over time”"
    assert about in said(page)
    assert any(r"\<b\>of hers\</b\>" in item.value for item in page.markdown)
    assert any(r"and \*\*another\*\*" in item.value for item in page.markdown)


def test_she_answers_changes_the_answer_and_takes_it_back(
    journal: OwnerJournal, link: Grant
) -> None:
    (reply,) = written(journal, link, COMMENT)
    for words in ("Thank you", "Thank you, Ada"):
        page = answering(journal, reply)
        assert "the next time they open the link" in said(page)
        page.text_area(key=f"share.reply.{reply.id}.answer").input(words)
        page.button(key=f"share.reply.{reply.id}.keep").click().run()
        assert words == journal.replies()[0].answer
        assert "You answered on 22 November 2026" in said(page)
        assert words in said(page)
    page = answering(journal, reply)
    assert page.text_area(key=f"share.reply.{reply.id}.answer").value == "Thank you, Ada"
    page.button(key=f"share.reply.{reply.id}.take_back").click().run()
    assert not journal.replies()[0].answer
    assert "You answered" not in said(page)


def test_a_reply_is_removed_with_a_second_tap(journal: OwnerJournal, link: Grant) -> None:
    written(journal, link, COMMENT)
    page = opened(journal)
    assert "It goes for good" in said(page)
    page.button(key=button(page, "Remove it for good")).click().run()
    assert journal.replies() == []
    assert "Mood over time" not in said(page)


def test_something_agreed_becomes_an_intention_of_this_week(
    journal: OwnerJournal, link: Grant
) -> None:
    (reply,) = written(journal, link, AGREED)
    page = opened(journal)
    page.button(key=button(page, "Choose for this week")).click().run()
    week = week_of(TODAY, journal.settings().week_start).start
    words = "A long hug on Sunday"
    assert [Intention(week, words, IntentionSource.MOMENT, "long_hug")] == chosen(journal)
    assert journal.replies()[0].taken_at is not None
    assert "Chosen for this week." in said(page)
    assert "Choose for this week" not in {item.label for item in page.button}
    assert reply.taken_at is None


def test_what_names_no_kind_of_moment_is_ticked_by_hand(journal: OwnerJournal, link: Grant) -> None:
    written(journal, link, replace(AGREED, moment="nothing_like_it"))
    page = opened(journal)
    page.button(key=button(page, "Choose for this week")).click().run()
    assert [item.source for item in journal.intentions()] == [IntentionSource.OWN]


def test_a_full_week_takes_no_more_and_the_page_says_so(journal: OwnerJournal, link: Grant) -> None:
    week = week_of(TODAY, journal.settings().week_start).start
    for words in ("One", "Two", "Three"):
        journal.save_intention(Intention(week, words))
    written(journal, link, AGREED)
    page = opened(journal)
    assert page.button(key=button(page, "Choose for this week")).disabled
    assert "This week is full." in said(page)


def with_file(journal: OwnerJournal, content: bytes) -> AppTest:
    page = opened(journal, **{"share.reply_file.open": True})
    page.file_uploader[0].set_value(("tending-reply.json", content, "application/json")).run()
    assert not page.exception
    return page


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_reply_file_is_brought_in_once_however_often_it_is_chosen(
    journal: OwnerJournal, passphrase: str | None
) -> None:
    file = journal.make_grant("Bea", Passes(cycle=True), lasting_days=None, as_file=True)
    content = written_reply(ReplyFile(file.id, (COMMENT, AGREED)), passphrase)
    for told in ("Brought in: 2 replies from Bea.", "Everything in that file was here already."):
        page = with_file(journal, content)
        if passphrase:
            page.text_input(key="share.reply_file.passphrase").input(passphrase)
        page.button(key="share.reply_file.take").click().run()
        assert told in said(page)
        assert len(journal.replies()) == 2
    assert "“Mood over time”; brought in on 22 November 2026" in said(page)
    assert "Bea agreed; brought in on 22 November 2026" in said(page)
    assert "keeps their own words" in said(page)
    assert "for them too" not in said(page)


def test_a_wrong_passphrase_brings_nothing_in(journal: OwnerJournal) -> None:
    file = journal.make_grant("Bea", Passes(cycle=True), lasting_days=None, as_file=True)
    page = with_file(journal, written_reply(ReplyFile(file.id, (COMMENT,)), PASSPHRASE))
    page.button(key="share.reply_file.take").click().run()
    assert "Please type the passphrase first." in said(page)
    page.text_input(key="share.reply_file.passphrase").input("another")
    page.button(key="share.reply_file.take").click().run()
    assert "does not open this reply" in said(page)
    assert journal.replies() == []


def test_a_file_that_is_no_reply_or_answers_nothing_of_hers_brings_nothing_in(
    journal: OwnerJournal,
) -> None:
    assert "This file is no reply." in said(with_file(journal, b"{}"))
    page = with_file(journal, written_reply(ReplyFile("0" * 32, (COMMENT,)), None))
    page.button(key="share.reply_file.take").click().run()
    assert "no longer among what you share" in said(page)
    assert journal.replies() == []
