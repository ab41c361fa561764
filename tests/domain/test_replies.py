"""Replies: short enough, never empty, and kept without what only she may say."""

from datetime import UTC, datetime

import pytest

from journal.domain.errors import TextTooLong
from journal.domain.readers import NotForReaders, PartnerMomentsTooMany, partner_kinds
from journal.domain.replies import (
    LONGEST_AGREED,
    RepliesTooMany,
    Reply,
    ReplyEmpty,
    ReplyKind,
    ReplyMissing,
)

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize("words", ["", "  \n", "\x00"])
def test_a_reply_says_something(words: str) -> None:
    with pytest.raises(ReplyEmpty):
        Reply(ReplyKind.COMMENT, words)


def test_what_was_agreed_is_as_short_as_an_intention() -> None:
    assert Reply(ReplyKind.AGREED, "a" * LONGEST_AGREED).words
    with pytest.raises(TextTooLong):
        Reply(ReplyKind.AGREED, "a" * (LONGEST_AGREED + 1))


def test_a_reader_answers_nothing_in_her_name() -> None:
    sent = Reply(ReplyKind.COMMENT, " so it is\x00 ", answer="Yes", answered_at=NOW, taken_at=NOW)
    assert Reply(ReplyKind.COMMENT, "so it is") == sent.kept()


def test_a_partner_is_offered_no_intimate_practice() -> None:
    assert partner_kinds()["long_hug"] == "Long hug"
    assert not [code for code in partner_kinds() if "massage" in code and "breast" in code]


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (ReplyEmpty(), "Please write something before you send it."),
        (
            ReplyMissing(),
            "That reply is no longer there; it may have been removed in another tab.",
        ),
        (
            RepliesTooMany(1_000),
            (
                "There are already 1,000 replies here, and there is no room for more. "
                "Nothing was written."
            ),
        ),
        (NotForReaders(), "This link does not allow that. Nothing was written."),
        (PartnerMomentsTooMany(20), "There are already 20 moments of yours on this day."),
    ],
)
def test_each_failure_says_its_sentence(failure: Exception, sentence: str) -> None:
    assert sentence == str(failure)
