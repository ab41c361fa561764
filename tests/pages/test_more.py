"""What is needed now and then: each setting is saved as it is touched."""

from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.catalogues import CatalogueName
from journal.domain.changes import ChangeKind
from journal.domain.contexts import Context, ContextKind
from journal.domain.errors import JournalNotWritten
from journal.domain.journal import Journal
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.stages import Stage, StageDeclaration
from journal.storage import memory_journal
from journal.views.context_editor import MENOPAUSE_DATE
from tests.builders import on

TODAY = date(2026, 11, 22)


@pytest.fixture
def journal() -> Journal:
    journal = memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))
    journal.change_settings(lambda _: OwnerSettings(welcomed=True))
    return journal


def opened(journal: Journal) -> AppTest:
    """Open the page."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", today: "date") -> None:
        import streamlit as st  # noqa: PLC0415  # as above

        from journal.pages import more  # noqa: PLC0415  # as above

        bring = st.Page(lambda: None, title="Bring along", url_path="bring-along")
        take = st.Page(lambda: None, title="Take along", url_path="take-along")
        page = st.Page(
            lambda: more.render(journal, today, bring, take),
            title="More",
            url_path="more",
            default=True,
        )
        st.navigation([page, bring, take], position="hidden").run()

    app = AppTest.from_function(
        run, kwargs={"journal": journal, "today": TODAY}, default_timeout=30
    ).run()
    assert not app.exception
    return app


def sentences(page: AppTest) -> list[str]:
    return [error.value.replace("\\", "") for error in page.error]


def test_settings_are_saved_as_they_are_touched(journal: Journal) -> None:
    page = opened(journal)
    page.radio(key="more.situation").set_value("stopped").run()
    page.number_input(key="more.birth_year").set_value(1972).run()
    page.toggle(key="more.intimate_practices").set_value(True).run()  # its only parameter
    assert not page.exception
    assert journal.settings() == OwnerSettings(
        welcomed=True, situation=Situation.STOPPED, birth_year=1972, intimate_practices=True
    )


def test_forecasts_are_shown_until_she_switches_them_off(journal: Journal) -> None:
    page = opened(journal)
    switch = page.toggle(key="more.forecasts")
    assert (switch.label, switch.value) == ("Show when a period is likely", True)
    assert any("never for contraception" in caption.value for caption in page.caption)
    switch.set_value(False).run()  # its only parameter
    assert not journal.settings().forecasts
    assert not opened(journal).toggle(key="more.forecasts").value


@pytest.mark.parametrize("year", [2027, 1899, -1975])
def test_a_birth_year_that_cannot_be_is_told_and_not_saved(journal: Journal, year: int) -> None:
    journal.change_settings(lambda _: OwnerSettings(welcomed=True, birth_year=1972))
    page = opened(journal)
    page.number_input(key="more.birth_year").set_value(year).run()
    assert not page.exception
    assert sentences(page) == [f"A birth year must be between 1900 and 2026, got {year}."]
    assert page.number_input(key="more.birth_year").value == year
    assert journal.settings().birth_year == 1972


def test_a_corrected_birth_year_is_saved_and_the_sentence_goes(journal: Journal) -> None:
    page = opened(journal)
    page.number_input(key="more.birth_year").set_value(2072).run()
    page.number_input(key="more.birth_year").set_value(1972).run()
    assert sentences(page) == []
    assert journal.settings().birth_year == 1972


def test_a_stored_birth_year_in_the_future_is_shown_with_its_sentence(journal: Journal) -> None:
    journal.change_settings(lambda _: OwnerSettings(welcomed=True, birth_year=3000))
    page = opened(journal)
    assert page.number_input(key="more.birth_year").value == 3000
    assert sentences(page) == ["A birth year must be between 1900 and 2026, got 3000."]


def test_a_setting_that_could_not_be_written_is_told(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_change: object) -> None:
        raise JournalNotWritten

    page = opened(journal)
    monkeypatch.setattr(journal, "change_settings", full_disk)
    page.toggle(key="more.forecasts").set_value(False).run()  # its only parameter
    assert not page.exception
    assert "could not be written" in page.toast[0].value
    assert page.toggle(key="more.forecasts").value


def test_a_birth_year_can_be_taken_back(journal: Journal) -> None:
    journal.change_settings(lambda _: OwnerSettings(welcomed=True, birth_year=1972))
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
    assert sentences(page) == ["Please give this event a name."]
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


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("ovaries_removed", "Date of the operation, and of this menopause"),
        ("hysterectomy_ovaries_removed", "Date of the operation, and of this menopause"),
        ("medical_menopause", "Date this menopause began"),
    ],
)
def test_an_induced_menopause_is_asked_for_its_own_date(
    journal: Journal, kind: str, label: str
) -> None:
    page = opened(journal)
    page.selectbox(key="context.kind").set_value(kind).run()
    start = page.date_input(key="context.start")
    assert label == start.label
    assert MENOPAUSE_DATE in [caption.value for caption in page.caption]
    start.set_value(on("1998-02-03")).run()
    page.button(key="context.add").click().run()
    assert not page.exception
    assert [(kind, on("1998-02-03"))] == [(item.kind, item.start) for item in journal.contexts()]


@pytest.mark.parametrize("kind", ["not_recorded", "pcos", "hysterectomy_ovaries_kept"])
def test_any_other_context_is_asked_for_its_first_day(journal: Journal, kind: str) -> None:
    page = opened(journal)
    page.selectbox(key="context.kind").set_value(kind).run()
    assert page.date_input(key="context.start").label == "From"
    assert MENOPAUSE_DATE not in [caption.value for caption in page.caption]


def test_a_date_stays_when_another_context_is_chosen(journal: Journal) -> None:
    page = opened(journal)
    page.selectbox(key="context.kind").set_value("pcos").run()
    page.date_input(key="context.start").set_value(on("2011-02-03")).run()
    page.selectbox(key="context.kind").set_value("medical_menopause").run()
    assert page.date_input(key="context.start").value == on("2011-02-03")


def test_a_removed_context_comes_back_by_undo(journal: Journal) -> None:
    kept = journal.save_context(Context(ContextKind.HORMONE_THERAPY, on("2026-11-01")))
    page = opened(journal)
    page.button(key=f"context.remove.{kept.id}").click().run()
    assert journal.contexts() == []
    page.button(key="context.undo").click().run()
    assert not page.exception
    assert [kept] == journal.contexts()
    assert [toast.value for toast in page.toast] == ["The last change to contexts was undone."]


def test_undo_goes_on_until_nothing_is_left_to_undo(journal: Journal) -> None:
    journal.save_context(Context(ContextKind.PCOS, on("2026-11-01")))
    journal.declare_stage(StageDeclaration(TODAY, Stage.LATE_TRANSITION))
    page = opened(journal)
    page.button(key="context.undo").click().run()
    assert journal.contexts() == []
    assert "context.undo" not in [button.key for button in page.button]
    assert len(journal.stages()) == 1


def test_a_withdrawn_stage_comes_back_by_undo(journal: Journal) -> None:
    said = StageDeclaration(on("1999-01-01"), Stage.LATE_TRANSITION)
    journal.declare_stage(said)
    page = opened(journal)
    page.button(key="stage.remove.1999-01-01").click().run()
    assert journal.stages() == []
    page.button(key="stage.undo").click().run()
    assert not page.exception
    assert [said] == journal.stages()


def test_a_change_undone_in_another_tab_is_told(journal: Journal) -> None:
    journal.declare_stage(StageDeclaration(TODAY, Stage.LATE_TRANSITION))
    page = opened(journal)
    last = journal.last_change_of(ChangeKind.STAGE)
    assert last is not None
    journal.undo(last.id)
    page.button(key="stage.undo").click().run()
    assert not page.exception
    assert "undone already" in page.toast[0].value


def test_a_stage_may_have_begun_long_ago(journal: Journal) -> None:
    page = opened(journal)
    page.selectbox(key="stage.stage").set_value("+2").run()
    page.date_input(key="stage.since").set_value(on("1996-05-14")).run()
    page.button(key="stage.declare").click().run()
    assert not page.exception
    assert journal.stages() == [StageDeclaration(on("1996-05-14"), Stage.LATE_POSTMENOPAUSE)]


def test_a_stage_is_declared_and_withdrawn_by_her_alone(journal: Journal) -> None:
    page = opened(journal)
    assert journal.stages() == []
    page.selectbox(key="stage.stage").set_value("-1").run()
    page.button(key="stage.declare").click().run()
    assert journal.stages() == [StageDeclaration(TODAY, Stage.LATE_TRANSITION)]
    page.button(key="stage.remove.2026-11-22").click().run()
    assert not page.exception
    assert journal.stages() == []
