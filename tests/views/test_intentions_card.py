"""Choosing for the week, ticking by hand and by record, rewording, removing, taking along."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.days import Touch
from journal.domain.errors import JournalNotWritten
from journal.domain.intentions import Intention, IntentionSource
from journal.domain.journal import Journal
from journal.domain.moments import Moment
from journal.storage import memory_journal
from tests import opened_pages
from tests.builders import on
from tests.opened_pages import text

TODAY = date(2026, 11, 22)
WEEK, LAST_WEEK = on("2026-11-16"), on("2026-11-09")
MARKUP = "<b>I</b> **take** [his](https://example.org) hand"


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


def opened(journal: Journal) -> AppTest:
    """Open the card."""
    return opened_pages.opened("journal.views.intentions_card.intentions_card", journal, TODAY)


def chosen(journal: Journal) -> list[tuple[str, str]]:
    return [(item.words, item.code) for item in journal.intentions()]


def suggested(page: AppTest) -> Sequence[Any]:
    return [item for item in page.button if (item.key or "").startswith("intentions.suggested.")]


def save(journal: Journal, *intentions: Intention) -> list[Intention]:
    return [journal.save_intention(item) for item in intentions]


def test_an_empty_week_invites_and_suggests_three_with_their_reasons(journal: Journal) -> None:
    page = opened(journal)
    assert "Nothing is chosen for this week." in text(page)
    assert len(suggested(page)) == 3
    assert text(page).count("A step of the ladder: without touch.") == 3


def test_a_tap_on_a_suggestion_chooses_it(journal: Journal) -> None:
    page = opened(journal)
    first = suggested(page)[0]
    first.click().run()
    assert [words for words, _ in chosen(journal)] == [first.label]
    assert first.key not in [item.key for item in suggested(page)]
    assert journal.intentions()[0].week == WEEK


def test_any_kind_of_moment_can_be_chosen(journal: Journal) -> None:
    page = opened(journal)
    page.selectbox(key="intentions.kind").select("long_hug").run()
    assert chosen(journal) == [("Long hug", "long_hug")]
    assert page.selectbox(key="intentions.kind").value is None


def test_intimate_practices_are_not_among_the_kinds_until_switched_on(journal: Journal) -> None:
    assert "Sex" not in opened(journal).selectbox(key="intentions.kind").options


def test_words_of_her_own_can_be_chosen_and_are_shown_as_typed(journal: Journal) -> None:
    page = opened(journal)
    page.text_input(key="intentions.own").input(f"  {MARKUP} ")
    page.button(key="FormSubmitter:intentions.own_form-Choose it").click().run()
    assert chosen(journal) == [(MARKUP, "")]
    assert "\\<b\\>" in page.checkbox[0].label
    assert "**" not in page.checkbox[0].label.replace("\\*", "")


def test_empty_words_choose_nothing(journal: Journal) -> None:
    page = opened(journal)
    page.text_input(key="intentions.own").input("   ")
    page.button(key="FormSubmitter:intentions.own_form-Choose it").click().run()
    assert chosen(journal) == []
    assert not page.toast


def test_the_same_is_chosen_once(journal: Journal) -> None:
    save(journal, Intention(WEEK, "I hug him", IntentionSource.MOMENT, "long_hug"))
    page = opened(journal)
    page.selectbox(key="intentions.kind").select("long_hug").run()
    assert len(chosen(journal)) == 1
    assert [toast.value for toast in page.toast] == ["That is chosen for this week already."]


def test_three_are_enough(journal: Journal) -> None:
    save(journal, *(Intention(WEEK, words) for words in ("Tea", "A walk", "Read")))
    page = opened(journal)
    assert suggested(page) == []
    assert not page.selectbox
    assert len(page.checkbox) == 3


def test_her_own_words_are_ticked_by_hand_and_unticked(journal: Journal) -> None:
    (tea,) = save(journal, Intention(WEEK, "Tea in bed"))
    page = opened(journal)
    key = f"intentions.done.{tea.id}"
    page.checkbox(key=key).check().run()
    assert journal.intentions()[0].done_on == TODAY
    assert "ticked by you" in text(page)
    page.checkbox(key=key).uncheck().run()
    assert journal.intentions()[0].done_on is None


def test_what_she_records_ticks_a_moment_and_a_step(journal: Journal) -> None:
    save(
        journal,
        Intention(WEEK, "A long hug", IntentionSource.MOMENT, "long_hug"),
        Intention(WEEK, "I take his hand", IntentionSource.STEP, "hold_hands"),
    )
    page = opened(journal)
    assert [box.label for box in page.checkbox] == ["I take his hand"]
    assert ":material/radio_button_unchecked: A long hug" in text(page)
    for kind in ("long_hug", "long_hug", "held_hands"):
        journal.add_moment(Moment(TODAY, kind))
    page.run()
    assert not page.checkbox
    assert ":material/check_circle: A long hug" in text(page)
    assert "came twice" in text(page)
    assert "came once" in text(page)


def test_an_intention_can_be_said_in_her_words(journal: Journal) -> None:
    (hug,) = save(journal, Intention(WEEK, "Long hug", IntentionSource.MOMENT, "long_hug"))
    page = opened(journal)
    page.text_input(key=f"intentions.words.{hug.id}").input("I hold on a little longer").run()
    assert chosen(journal) == [("I hold on a little longer", "long_hug")]
    page.text_input(key=f"intentions.words.{hug.id}").input(" ").run()
    assert chosen(journal) == [("I hold on a little longer", "long_hug")]
    assert len(page.toast) == 1


def test_an_intention_can_be_removed_and_brought_back(journal: Journal) -> None:
    (tea,) = save(journal, Intention(WEEK, "Tea in bed"))
    page = opened(journal)
    page.button(key=f"intentions.remove.{tea.id}").click().run()
    assert chosen(journal) == []
    page.button(key="intentions.undo").click().run()
    assert chosen(journal) == [("Tea in bed", "")]


def test_last_week_is_told_and_taken_along_on_request(journal: Journal) -> None:
    save(
        journal,
        Intention(LAST_WEEK, "Thanks", IntentionSource.MOMENT, "thanks"),
        Intention(LAST_WEEK, "Tea in bed", done_on=LAST_WEEK),
    )
    journal.add_moment(Moment(on("2026-11-10"), "thanks"))
    page = opened(journal)
    assert "You had chosen two. “Thanks” came once; you ticked “Tea in bed” yourself." in text(page)
    assert not page.checkbox
    page.button(key="intentions.along").click().run()
    along = [item for item in journal.intentions() if item.week == WEEK]
    assert {(item.words, item.done_on) for item in along} == {
        ("Thanks", None),
        ("Tea in bed", None),
    }
    assert len(along) == 2
    assert "intentions.along" not in [item.key for item in page.button]


def test_where_touch_is_unwelcome_no_touch_is_suggested(journal: Journal) -> None:
    journal.save_day(TODAY, {"touch": Touch.UNWELCOME})
    page = opened(journal)
    assert len(suggested(page)) == 3
    said = "A step of the ladder without touch, as touch is unwelcome today."
    assert text(page).count(said) == 3


def test_a_failed_write_is_told(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_intention: Intention) -> Intention:
        raise JournalNotWritten

    page = opened(journal)
    monkeypatch.setattr(journal, "save_intention", refuse)
    suggested(page)[0].click().run()
    assert not page.exception
    assert "could not be written" in page.toast[0].value
