from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from journal.cycle.record import RECENT_FLOW_DAYS
from journal.domain.journal import BleedingDay
from journal.domain.owner_settings import OwnerSettings
from journal.storage import OwnerJournal
from tests.support.journals import journal_at

TODAY = date(2026, 5, 20)


@pytest.fixture
def journal(tmp_path: Path) -> OwnerJournal:
    """An empty journal."""
    return journal_at(tmp_path / "journal.db", lambda: datetime(2026, 5, 20, tzinfo=UTC))


def run(journal: "OwnerJournal", today: "date") -> None:
    """Be the script of the page."""
    import streamlit as st  # noqa: PLC0415 - the function runs as a script of its own

    from journal.pages import calendar  # noqa: PLC0415 - as above

    calendar.render(journal, today, lambda day: st.text(f"open {day}"))


def opened(journal: OwnerJournal) -> AppTest:
    """Open the page."""
    page = AppTest.from_function(
        run, kwargs={"journal": journal, "today": TODAY}, default_timeout=30
    ).run()
    assert not page.exception
    return page


def test_an_empty_journal_has_a_calendar(journal: OwnerJournal) -> None:
    assert opened(journal).title[0].value == "Calendar"


def test_completeness_is_said_in_words(journal: OwnerJournal) -> None:
    journal.save_day(date(2026, 4, 1), {"mood": 5})
    journal.save_day(date(2026, 5, 18), {"mood": 5})
    assert opened(journal).text[0].value == "Recorded: 1 of the last 30 days."


def test_days_can_be_coloured_by_every_rating_she_uses(journal: OwnerJournal) -> None:
    journal.change_settings(lambda _: OwnerSettings(ratings=("calm",)))
    choice = opened(journal).pills(key="calendar.rating")
    assert list(choice.options) == ["Mood", "Desire", "Connection", "Calm"]


def test_it_begins_with_the_month_and_turns_to_the_year(journal: OwnerJournal) -> None:
    page = opened(journal)
    assert page.segmented_control(key="calendar.span").value == "Month"
    page.segmented_control(key="calendar.span").set_value("Year").run()
    assert not page.exception
    assert page.segmented_control(key="calendar.span").value == "Year"


def test_what_it_reads_of_the_bleeding_does_not_grow_with_the_years(
    journal: OwnerJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for year in (1996, 2006, 2026):
        journal.save_day(date(year, 5, 1), {"bleeding": "medium"})
    asked: list[int] = []
    read = journal.recent_bleeding

    def recent(until: date, limit: int = 60) -> list[BleedingDay]:
        asked.append(limit)
        return read(until, limit)

    monkeypatch.setattr(journal, "recent_bleeding", recent)
    monkeypatch.setattr(journal, "bleeding_days", None)  # to call it would be an error
    opened(journal)
    assert asked == [RECENT_FLOW_DAYS]
