"""The section of the report without a browser: what it offers, shows, keeps and leaves out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from journal.analysis.report.choices import PRESET_PARTS, PartCode, Preset
from journal.domain.contexts import Context, ContextKind
from journal.domain.journal import Journal
from journal.storage import memory_journal
from journal.views import report_making
from journal.views.drawn_pictures import DrawnPicture, PictureFormat
from tests.opened_pages import opened, text
from tests.support.journals import write_days
from tests.support.reports import DRAWING

TODAY = date(2026, 11, 22)
SECTION = "journal.views.report_section.report_section"
MARKUP = "<img src=x onerror=alert(1)> **bold**"
# Nothing to draw and nothing to work out for long.
SHORT = {"report.parts": [PartCode.STANDING.value, PartCode.BLEEDING.value]}


@pytest.fixture
def journal() -> Journal:
    """Seven weeks of mood with two periods, a note and a move."""
    made = memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))
    days = {TODAY - timedelta(days=ago): {"mood": 4 + ago % 4} for ago in range(50)}
    write_days(made, days)
    for onset in (date(2026, 10, 12), date(2026, 11, 10)):
        for place in range(4):
            made.save_day(onset + timedelta(days=place), {"bleeding": "medium"})
    made.save_day(date(2026, 11, 12), {"note": MARKUP})
    made.save_context(Context(ContextKind.EVENT, date(2026, 11, 1), name="A move"))
    return made


def labels(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


def downloads(page: AppTest) -> list[str]:
    return [button.proto.label for button in page.get("download_button")]


@contextmanager
def drawing(monkeypatch: pytest.MonkeyPatch, content: bytes | None) -> Iterator[None]:
    """Let every picture come back at once."""
    monkeypatch.setattr(
        report_making,
        "drawn_pictures",
        lambda requests, key: tuple(  # noqa: ARG005  # called by name
            DrawnPicture(request.name, PictureFormat.SVG, content) for request in requests
        ),
    )
    yield


def test_it_opens_for_a_coach_with_what_will_be_in_it(journal: Journal) -> None:
    page = opened(SECTION, journal, TODAY)
    assert "A report from a private journal" in text(page)
    assert "Left out by choice: menopause stage, lengths of cycles and bleeding." in text(page)
    assert "Make the report" in labels(page)
    assert downloads(page) == []


def test_a_preset_chooses_the_parts_and_she_may_choose_others(journal: Journal) -> None:
    page = opened(SECTION, journal, TODAY, **SHORT)
    assert "Where you stand" in [part.value for part in page.subheader]
    page.button_group(key="report.preset").set_value(Preset.CLINICIAN.value).run()
    chosen = page.session_state["report.parts"]
    assert PRESET_PARTS[Preset.CLINICIAN] == {PartCode(code) for code in chosen}


def test_no_note_is_in_it_until_she_ticks_it_and_then_as_she_typed_it(journal: Journal) -> None:
    page = opened(SECTION, journal, TODAY, **SHORT)
    assert "onerror" not in text(page)
    page.toggle(key="report.include_notes").set_value(True).run()
    assert "nothing is ticked for you" in text(page)
    page.checkbox[0].set_value(True).run()
    assert MARKUP in text(page)


def test_a_name_goes_into_the_report_and_not_into_the_journal(journal: Journal) -> None:
    before = journal.revision()
    page = opened(SECTION, journal, TODAY, **SHORT)
    page.text_input(key="report.name").set_value("Ida *x*").run()
    assert "Ida *x*, who keeps this journal" in text(page)
    assert before == journal.revision()


def test_the_year_of_birth_is_offered_only_where_it_is_known(journal: Journal) -> None:
    assert "report.born" not in {
        item.key for item in opened(SECTION, journal, TODAY, **SHORT).toggle
    }
    journal.change_settings(lambda now: replace(now, birth_year=1978))
    page = opened(SECTION, journal, TODAY, **SHORT)
    assert "1978" not in text(page)
    page.toggle(key="report.born").set_value(True).run()
    assert "1978, 48 years old in 2026" in text(page)


@pytest.mark.parametrize(
    ("content", "missing"), [(DRAWING.encode(), False), (None, True), (b"<svg><script/>", True)]
)
def test_it_is_made_in_both_kinds_and_a_picture_that_failed_is_said(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, content: bytes | None, *, missing: bool
) -> None:
    with drawing(monkeypatch, content):
        parts = [PartCode.RATINGS.value]
        page = opened(SECTION, journal, TODAY, **{"report.parts": parts})
        page.button(key="report.make").click().run()
    assert not page.exception
    pdf, html = downloads(page)
    assert pdf.startswith("The report as PDF, ")
    assert html.startswith("As a page for any browser, ")
    assert missing is ("Not every picture could be drawn" in text(page))


def test_another_choice_asks_to_make_it_anew(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with drawing(monkeypatch, DRAWING.encode()):
        page = opened(SECTION, journal, TODAY, **SHORT)
        page.button(key="report.make").click().run()
        assert downloads(page)
        page.text_input(key="report.reader").set_value("Dr Weber").run()
    assert downloads(page) == []
    assert "Make the report" in labels(page)


def test_a_report_of_an_empty_journal_can_be_made() -> None:
    empty = memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))
    page = opened(SECTION, empty, TODAY)
    assert "Nothing is recorded in these days." in text(page)
    page.button(key="report.make").click().run()
    assert len(downloads(page)) == 2


def test_two_dates_of_her_own_take_the_place_of_how_far_back(journal: Journal) -> None:
    page = opened(SECTION, journal, TODAY)
    page.toggle(key="report.span.between").set_value(True).run()
    page.date_input(key="report.span.first").set_value(TODAY).run()
    assert not page.exception
    assert "Mood was rated on 1 day" in text(page)
