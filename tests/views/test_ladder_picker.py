"""The ladder on the page: as far as she goes, as touch is today, chosen with a tap."""

from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from journal.connection.ladder_words import INTIMATE_CAUTION, WITHOUT_TOUCH_TODAY
from journal.domain.catalogues import OWN_GROUP, CatalogueName, Entry
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Touch
from journal.domain.intentions import Intention, IntentionSource
from journal.domain.journal import Journal
from journal.domain.owner_settings import OwnerSettings
from journal.storage import memory_journal
from tests import opened_pages
from tests.builders import on
from tests.opened_pages import text

TODAY = date(2026, 11, 22)
WEEK = on("2026-11-16")


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


def opened(journal: Journal) -> AppTest:
    """Open the ladder."""
    return opened_pages.opened("journal.views.ladder_picker.ladder_picker", journal, TODAY)


def steps(page: AppTest) -> list[str]:
    return [(button.key or "").removeprefix("ladder.step.") for button in page.button]


def test_a_tap_on_a_step_chooses_it_for_the_week(journal: Journal) -> None:
    page = opened(journal)
    page.button(key="ladder.step.sit_near").click().run()
    assert not page.exception
    (chosen,) = journal.intentions()
    assert (chosen.week, chosen.words) == (WEEK, "Sit near each other")
    assert (chosen.source, chosen.code) == (IntentionSource.STEP, "sit_near")


def test_a_fourth_is_refused_with_a_sentence(journal: Journal) -> None:
    for words in ("Tea", "A walk", "Read"):
        journal.save_intention(Intention(WEEK, words))
    page = opened(journal)
    page.button(key="ladder.step.sit_near").click().run()
    assert len(journal.intentions()) == 3
    assert "up to 3 intentions" in page.toast[0].value


def test_where_touch_is_unwelcome_the_ladder_is_without_touch(journal: Journal) -> None:
    assert "hold_hands" in steps(opened(journal))
    journal.save_day(TODAY, {"touch": Touch.UNWELCOME})
    page = opened(journal)
    assert len(steps(page)) == 9
    assert "hold_hands" not in steps(page)
    assert WITHOUT_TOUCH_TODAY in text(page)


def test_how_far_she_goes_is_saved_as_she_says_it(journal: Journal) -> None:
    page = opened(journal)
    limit = page.selectbox(key="ladder.up_to")
    assert limit.value == "I set no limit"
    limit.select("Light touch").run()
    assert journal.settings().ladder_up_to == "Light touch"
    assert "hold_hands" in steps(page)
    assert "hug_until_calm" not in steps(page)
    page.selectbox(key="ladder.up_to").select("I set no limit").run()
    assert journal.settings().ladder_up_to is None


def test_intimate_steps_come_with_their_caution_once_switched_on(journal: Journal) -> None:
    page = opened(journal)
    assert "Intimate" not in page.selectbox(key="ladder.up_to").options
    assert "breast_touch" not in steps(page)
    journal.change_settings(lambda _: OwnerSettings(intimate_practices=True))
    page = opened(journal)
    assert "Intimate" in page.selectbox(key="ladder.up_to").options
    assert "breast_touch" in steps(page)
    assert INTIMATE_CAUTION in text(page)
    journal.save_context(Context(ContextKind.PREGNANCY, on("2026-09-01")))
    assert "breast_touch" not in steps(opened(journal))


def test_a_limit_she_set_before_switching_intimate_practices_off_still_opens(
    journal: Journal,
) -> None:
    journal.change_settings(lambda _: OwnerSettings(ladder_up_to="Intimate"))
    page = opened(journal)
    assert page.selectbox(key="ladder.up_to").value == "Intimate"
    assert "breast_touch" not in steps(page)


def test_a_step_of_her_own_stands_under_her_own_heading_as_typed(journal: Journal) -> None:
    journal.save_entry(CatalogueName.LADDER, Entry("own_tea", "*Tea*", OWN_GROUP, own=True))
    page = opened(journal)
    assert "**My own**" in [element.value for element in page.markdown]
    assert page.button(key="ladder.step.own_tea").label == "\\*Tea\\*"
