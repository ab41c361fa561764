"""Sharing a part of the journal: chosen, seen as the reader sees it, handed over as a file."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.grants import LinkTerms, MomentsShown, Passes
from journal.domain.journal import Journal
from journal.domain.ranges import DateRange
from journal.domain.replies import Reply, ReplyKind
from journal.sharing.payload import DeskTerms
from journal.storage import OwnerJournal
from journal.views.share_choice import CARD_ALONE, PART_NAMES
from journal.views.share_list import passing_words
from journal.views.share_making import OF_AN_EXAMPLE
from tests.support.share_page import NOTE, TODAY, journal_to_share, opened, said

PASSPHRASE = "lantern pier meadow coast"  # noqa: S105  # of a test


@pytest.fixture
def journal() -> OwnerJournal:
    return journal_to_share()


def file_button(page: AppTest) -> bool:
    """Say whether the file can be made."""
    return not page.get("download_button")[0].proto.disabled


def typed(page: AppTest, first: str, second: str) -> AppTest:
    page.text_input(key="share.file.typed").input(first)
    page.text_input(key="share.file.again").input(second)
    return page.button(key="share.file.use").click().run()


def test_what_they_will_see_stands_on_the_page_before_anything_goes(journal: Journal) -> None:
    page = opened(journal)
    assert "Shared from a private journal" in said(page)
    assert "Mood" in said(page) or "mood" in said(page)
    assert journal.grants() == []
    assert "Nothing is shared with anybody." in said(page)


def test_a_note_is_seen_only_once_marked_notes_are_switched_on(journal: Journal) -> None:
    page = opened(journal)
    assert NOTE not in said(page)
    page.button_group(key="share.parts").set_value(["notes"]).run()
    assert NOTE in said(page)
    journal.save_day(TODAY, {"note_shared": None})
    assert NOTE not in said(page.run())


def test_no_file_without_a_name_and_a_passphrase(journal: Journal) -> None:
    page = opened(journal)
    assert not file_button(page)
    assert "Say for whom it is" in said(page)
    page.text_input(key="share.recipient").input("Ada").run()
    assert not file_button(page)
    page.button(key="share.file.suggest").click().run()
    assert file_button(page)
    assert "Ada" in said(page)


def test_a_slip_in_the_passphrase_makes_no_file(journal: Journal) -> None:
    page = opened(journal)
    page.text_input(key="share.recipient").input("Ada").run()
    assert not file_button(typed(page, PASSPHRASE, f"{PASSPHRASE}t"))
    assert "The two are not the same yet." in said(page)
    assert file_button(typed(page, PASSPHRASE, f" {PASSPHRASE} "))


def test_the_grant_of_a_file_is_another_once_the_file_would_be_or_it_was_withdrawn(
    journal: Journal,
) -> None:
    page = opened(journal)
    page.text_input(key="share.recipient").input("Ada").run()
    given = [page.session_state["share.grant"][1]]
    journal.make_grant("Ada", Passes(), lasting_days=None, as_file=True, grant_id=given[0])
    assert given[0] == page.run().session_state["share.grant"][1]
    journal.withdraw_grant(given[0])
    given.append(page.run().session_state["share.grant"][1])
    page.text_input(key="share.recipient").input("Bea").run()
    given.append(page.session_state["share.grant"][1])
    assert len(set(given)) == len(given)


def test_what_was_written_before_goes_along_to_the_same_person_alone(journal: Journal) -> None:
    given = journal.make_grant("Ada  Lee", Passes(), lasting_days=None, as_file=True)
    journal.take_replies(given.id, [Reply(ReplyKind.COMMENT, "A good week?")])
    page = opened(journal)
    for_whom = page.text_input(key="share.recipient")
    for_whom.input("Bea").run()
    assert "share.answers" not in page.session_state
    for_whom.input("ada lee").run()
    assert "1 reply by ada lee, shown to them on their desk." in said(page)
    along = page.session_state["share.grant"]
    page.toggle(key="share.answers").set_value(False).run()
    assert along != page.session_state["share.grant"]


def test_a_file_takes_along_what_is_answered_when_it_is_written(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    write: list[Callable[[str | None], DeskTerms]] = []
    monkeypatch.setattr("journal.pages.share.share_making", lambda how, *_, **__: write.append(how))
    monkeypatch.setattr("journal.pages.share.open_file", lambda _, desk: desk)
    given = journal.make_grant("Ada", Passes(), lasting_days=None, as_file=True)
    comments = [Reply(ReplyKind.COMMENT, words) for words in ("A good week?", "A hard one?")]
    journal.take_replies(given.id, comments)
    opened(journal).text_input(key="share.recipient").input("Ada").run()
    answered, removed = journal.replies()
    journal.answer_reply(answered.id, "Yes, a good one")
    journal.remove_reply(removed.id)
    (along,) = write[-1](None).replies
    assert along.words == "A good week?"
    assert along.answer == "Yes, a good one"


def test_an_ended_link_is_taken_off_the_list_in_one_tap(journal: Journal) -> None:
    grant, _ = journal.make_link("Ada", Passes(), LinkTerms(), lasting_days=1)
    page = opened(journal, today=TODAY + timedelta(days=3))
    page.button(key=f"share.forget.{grant.id}").click().run()
    assert journal.grants() == []


def test_a_weak_passphrase_is_said_to_be_weak_and_an_open_file_to_be_open(
    journal: Journal,
) -> None:
    page = typed(opened(journal), "1234", "1234")
    assert "This passphrase is weak" in said(page)
    page.button_group(key="share.kind").set_value("Open").run()
    assert "can read all of it" in said(page)


def test_a_file_of_the_example_is_said_to_show_somebody_invented(journal: Journal) -> None:
    assert OF_AN_EXAMPLE in said(opened(journal, example="cycles"))
    assert OF_AN_EXAMPLE not in said(opened(journal))


def test_a_partner_sees_the_card_and_nothing_else_until_she_says_so(journal: Journal) -> None:
    page = opened(journal)
    page.button_group(key="share.preset").set_value("partner").run()
    assert page.session_state["share.ratings"] == []
    assert page.session_state["share.parts"] == ["card"]
    assert CARD_ALONE in said(page)
    assert page.session_state["share.moments"] == MomentsShown.NONE


def test_every_part_that_can_pass_can_be_chosen() -> None:
    flags = {name for name in Passes.__dataclass_fields__ if getattr(Passes(), name) is False}
    assert flags == set(PART_NAMES)


@pytest.mark.parametrize(
    ("passes", "words"),
    [
        (Passes(rolling_days=30, cycle=True), "The last 30 days, moving on: cycle and stage."),
        (
            Passes(
                DateRange(date(2026, 6, 1), date(2026, 7, 1)),
                ratings=frozenset({"desire", "mood"}),
                moments=MomentsShown.COUNTED,
                notes=True,
            ),
            "1 to 30 June 2026: mood, desire, how many moments and notes you marked.",
        ),
        (
            Passes(rolling_days=7, card=True),
            "The card for your partner.",
        ),
        (
            Passes(rolling_days=7, card=True, cycle=True),
            "The last 7 days, moving on: cycle and stage and the card for your partner.",
        ),
        (Passes(rolling_days=7), "The last 7 days, moving on: nothing."),
    ],
)
def test_the_list_says_what_they_have(passes: Passes, words: str) -> None:
    assert words == passing_words(passes)
