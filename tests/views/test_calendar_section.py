from datetime import UTC, date, datetime, time

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.intentions import Intention
from journal.domain.journal import Journal
from journal.domain.own_calendar import OwnCalendar
from journal.domain.owner_settings import OwnerSettings
from journal.storage import memory_journal
from tests.builders import on

TODAY = on("2026-11-18")
MARKUP = "<b>I</b> **take** his hand"


@pytest.fixture
def journal() -> Journal:
    made = memory_journal(lambda: datetime(2026, 11, 18, 12, tzinfo=UTC))
    made.save_intention(Intention(on("2026-11-16"), MARKUP))
    return made


def opened(journal: Journal) -> AppTest:
    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", today: "date") -> None:
        from journal.views.calendar_section import calendar_section  # noqa: PLC0415  # as above

        calendar_section(journal, today)

    app = AppTest.from_function(run, kwargs={"journal": journal, "today": TODAY}).run(timeout=30)
    assert not app.exception
    return app


def in_file(app: AppTest) -> str:
    return next(item.value for item in app.markdown if "n the file" in item.value)


def test_plans_are_left_out_until_she_says_otherwise(journal: Journal) -> None:
    app = opened(journal)
    assert app.segmented_control(key="calendar.planned").value == "left_out"
    assert in_file(app) == "Nothing is in the file yet."
    assert app.get("download_button")[0].proto.disabled


def test_what_others_could_read_is_shown_before_the_file_is_taken(journal: Journal) -> None:
    app = opened(journal)
    app.segmented_control(key="calendar.planned").set_value("in_her_words").run()
    (shown,) = [item.value for item in app.caption if "can read" in item.value]
    assert "\\<b\\>I" in shown
    assert in_file(app) == "In the file: 1 entry."
    app.segmented_control(key="calendar.planned").set_value("one_a_week").run()
    assert any("says nothing of what that is" in item.value for item in app.caption)


def test_a_reminder_is_on_where_she_has_one_and_only_this_file_follows(journal: Journal) -> None:
    assert opened(journal).toggle(key="calendar.remind").value is False
    journal.change_settings(lambda _: OwnerSettings(own_calendar=OwnCalendar("", time(7, 15))))
    app = opened(journal)
    assert app.time_input(key="calendar.time").value == time(7, 15)
    assert in_file(app) == "In the file: a daily reminder."
    app.toggle(key="calendar.remind").set_value(False).run()  # its only parameter
    assert journal.settings().own_calendar.remind_at == time(7, 15)


def test_without_plans_it_says_so() -> None:
    app = opened(memory_journal(lambda: datetime(2026, 11, 18, 12, tzinfo=UTC)))
    assert any("Nothing is chosen for this week" in item.value for item in app.caption)
