"""What is needed now and then: each setting is saved as it is touched."""

from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.catalogues import CatalogueName
from journal.domain.contexts import Context, ContextKind
from journal.domain.journal import Journal
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.stages import Stage, StageDeclaration
from journal.storage import memory_journal
from tests.builders import on

TODAY = date(2026, 11, 22)


@pytest.fixture
def journal() -> Journal:
    journal = memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))
    journal.save_settings(OwnerSettings(welcomed=True))
    return journal


def opened(journal: Journal) -> AppTest:
    """Open the page."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", today: "date") -> None:
        import streamlit as st  # noqa: PLC0415  # as above

        from journal.pages import more  # noqa: PLC0415  # as above

        other = st.Page(lambda: None, title="Bring along", url_path="bring-along")
        page = st.Page(
            lambda: more.render(journal, today, other), title="More", url_path="more", default=True
        )
        st.navigation([page, other], position="hidden").run()

    app = AppTest.from_function(
        run, kwargs={"journal": journal, "today": TODAY}, default_timeout=30
    ).run()
    assert not app.exception
    return app


def test_settings_are_saved_as_they_are_touched(journal: Journal) -> None:
    page = opened(journal)
    page.radio(key="more.situation").set_value("stopped").run()
    page.number_input(key="more.birth_year").set_value(1972).run()
    page.toggle(key="more.intimate_practices").set_value(True).run()  # its only parameter
    assert not page.exception
    assert journal.settings() == OwnerSettings(
        welcomed=True, situation=Situation.STOPPED, birth_year=1972, intimate_practices=True
    )


def test_a_birth_year_can_be_taken_back(journal: Journal) -> None:
    journal.save_settings(OwnerSettings(welcomed=True, birth_year=1972))
    page = opened(journal)
    page.number_input(key="more.birth_year").set_value(None).run()
    assert journal.settings().birth_year is None


def test_an_entry_of_her_own_is_added_once(journal: Journal) -> None:
    page = opened(journal)
    for typed in ("Tea in bed", " Tea  in bed "):
        page.text_input(key="own.moments.name").set_value(typed)
        next(button for button in page.button if button.label == "Add").click().run()
        assert not page.exception
    entries = journal.catalogue(CatalogueName.MOMENTS).entries.values()
    assert [entry.name for entry in entries if entry.own] == ["Tea in bed"]


def test_an_event_without_a_name_is_refused_in_a_sentence(journal: Journal) -> None:
    page = opened(journal)
    page.selectbox(key="context.kind").set_value("event").run()
    page.button(key="context.add").click().run()
    assert [error.value.replace("\\", "") for error in page.error] == [
        "Please give this event a name."
    ]
    assert journal.contexts() == []


def test_the_last_day_of_a_context_lies_inside_it(journal: Journal) -> None:
    page = opened(journal)
    page.selectbox(key="context.kind").set_value("time_apart").run()
    page.date_input(key="context.start").set_value(on("2026-11-01"))
    page.date_input(key="context.last").set_value(on("2026-11-07")).run()
    page.button(key="context.add").click().run()
    assert not page.exception
    (context,) = journal.contexts()
    assert (context.kind, context.start) == (ContextKind.TIME_APART, on("2026-11-01"))
    assert context.end == on("2026-11-08")


def test_a_context_that_goes_on_can_end_today(journal: Journal) -> None:
    kept = journal.save_context(Context(ContextKind.HORMONE_THERAPY, on("2026-11-01")))
    page = opened(journal)
    page.button(key=f"context.end.{kept.id}").click().run()
    (context,) = journal.contexts()
    assert context.end == on("2026-11-23")


def test_a_stage_is_declared_and_withdrawn_by_her_alone(journal: Journal) -> None:
    page = opened(journal)
    assert journal.stages() == []
    page.selectbox(key="stage.stage").set_value("-1").run()
    page.button(key="stage.declare").click().run()
    assert journal.stages() == [StageDeclaration(TODAY, Stage.LATE_TRANSITION)]
    page.button(key="stage.remove.2026-11-22").click().run()
    assert not page.exception
    assert journal.stages() == []
