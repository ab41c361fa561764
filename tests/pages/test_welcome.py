"""The questions of the first minute, without a browser."""

from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.journal import Journal
from journal.domain.owner_settings import Situation
from journal.storage import memory_journal

TODAY = date(2026, 11, 22)


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


def opened(journal: Journal) -> AppTest:
    """Open the page."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", today: "date") -> None:
        from journal.pages import welcome  # noqa: PLC0415  # as above

        welcome.render(journal, today)

    return AppTest.from_function(
        run, kwargs={"journal": journal, "today": TODAY}, default_timeout=30
    ).run()


def test_it_asks_only_what_the_first_minute_needs(journal: Journal) -> None:
    page = opened(journal)
    assert not page.exception
    assert [box.label for box in page.radio] == ["What describes you now?"]
    assert page.radio[0].value is None
    assert [box.value for box in (*page.date_input, *page.number_input)] == [None, None, None]
    assert page.selectbox.len == 0


@pytest.mark.parametrize(
    ("situation", "asked"),
    [("as_usual", 0), ("irregular", 1), ("stopped", 1), ("hormones", 0), ("just_write", 0)],
)
def test_a_stage_is_asked_for_only_where_it_can_be_one(
    journal: Journal, situation: str, asked: int
) -> None:
    page = opened(journal)
    page.radio(key="welcome.situation").set_value(Situation(situation)).run()
    assert not page.exception
    assert page.selectbox.len == asked


def test_nothing_is_written_before_she_opens_her_journal(journal: Journal) -> None:
    page = opened(journal)
    page.number_input(key="welcome.cycle_day").set_value(5).run()
    assert journal.revision() == 0
    page.button(key="welcome.begin").click().run()
    assert not page.exception
    assert journal.settings().welcomed
    assert [bled.date for bled in journal.bleeding_days()] == [date(2026, 11, 18)]


def test_answers_that_contradict_each_other_are_said(journal: Journal) -> None:
    page = opened(journal)
    page.number_input(key="welcome.cycle_day").set_value(5)
    page.date_input(key="welcome.onset").set_value(date(2026, 11, 1)).run()
    page.button(key="welcome.begin").click().run()
    (error,) = page.error
    assert "1 November 2026, and “day 5” name two different days" in error.value
    assert journal.revision() == 0
