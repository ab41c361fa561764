from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.journal import Journal
from journal.domain.owner_settings import OwnerSettings
from journal.storage import memory_journal
from tests.builders import on

TODAY = on("2026-06-30")


@pytest.fixture
def journal() -> Journal:
    """A journal with a day of everything."""
    made = memory_journal(lambda: datetime(2026, 6, 30, 12, tzinfo=UTC))
    made.save_day(on("2026-06-05"), {"bleeding": "medium", "mood": 7, "sign:headache": "mild"})
    made.save_day(on("2024-06-05"), {"mood": 7})
    return made


def opened(journal: Journal) -> AppTest:
    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", today: "date") -> None:
        from journal.views.clinic_section import clinic_section  # noqa: PLC0415  # as above

        clinic_section(journal, today)

    app = AppTest.from_function(run, kwargs={"journal": journal, "today": TODAY})
    return app.run(timeout=30)


def words(app: AppTest) -> str:
    assert not app.exception
    return "\n".join(item.value for item in app.markdown).replace("\\", "")


def test_she_sees_how_much_is_in_it_before_she_takes_it(journal: Journal) -> None:
    said = words(opened(journal))
    assert "4 entries, 1 July 2025 to 30 June 2026:" in said
    # A day of bleeding, and the first day of the last period.
    assert "- Bleeding and cycles: 2" in said
    assert "- Temperature, tests and mucus: 0" in said


def test_time_and_parts_are_hers_to_choose(journal: Journal) -> None:
    app = opened(journal)
    app.pills(key="clinic.parts").set_value(["ratings"]).run()
    assert "1 entry, " in words(app)
    app.segmented_control(key="clinic.span").set_value("all").run()
    said = words(app)
    assert "2 entries, 5 June 2024 to 30 June 2026:" in said
    assert "Signs" not in said


def test_without_anything_there_is_nothing_to_take(journal: Journal) -> None:
    app = opened(journal)
    app.pills(key="clinic.parts").set_value([]).run()
    assert app.info[0].value == "Nothing of this is recorded in the chosen time."
    assert app.get("download_button")[0].proto.disabled


def test_a_birth_year_is_offered_only_where_she_told_it_and_is_off(journal: Journal) -> None:
    assert [item.label for item in opened(journal).toggle if "birth" in item.label] == []
    journal.change_settings(lambda _: OwnerSettings(birth_year=1975))
    (toggle,) = (item for item in opened(journal).toggle if "birth" in item.label)
    assert (toggle.label, toggle.value) == ("With my birth year, 1975", False)


def test_what_is_never_in_it_is_said(journal: Journal) -> None:
    captions = [item.value for item in opened(journal).caption]
    assert any("Not in it: notes, moments" in text for text in captions)
