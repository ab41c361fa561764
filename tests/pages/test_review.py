"""The page of the review without a browser: what it offers, says, keeps and forgets."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from journal.analysis.review.spans import ReviewKind
from journal.analysis.review.words import Theme
from journal.domain.journal import Journal
from journal.domain.moments import Moment
from journal.storage import memory_journal
from journal.views.review_away import PRIVATE
from journal.views.words import literal
from tests.support.journals import write_days

TODAY = date(2026, 11, 22)
DAYS = 80
MARKUP = "<img src=x onerror=alert(1)> **bold**"
KIND, THEMES, NOTES = "review.kind", "review.themes", "review.include_notes"
CONVERSATION = "review.conversation"


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture
def weeks(journal: Journal) -> Journal:
    """Eleven weeks of mood with two periods, a moment and two notes."""
    days = {TODAY - timedelta(days=ago): {"mood": 4 + ago % 4} for ago in range(DAYS)}
    write_days(journal, days)
    for onset in (date(2026, 10, 12), date(2026, 11, 10)):
        for place in range(4):
            journal.save_day(onset + timedelta(days=place), {"bleeding": "medium"})
    journal.save_day(date(2026, 11, 12), {"note": MARKUP})
    journal.add_moment(Moment(date(2026, 11, 14), "thanks", note="For the tea."))
    return journal


def opened(journal: Journal, **state: object) -> AppTest:
    """Open the page with choices already made."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", today: "date") -> None:
        from journal.pages import review  # noqa: PLC0415  # as above

        review.render(journal, today)

    page = AppTest.from_function(
        run, kwargs={"journal": journal, "today": TODAY}, default_timeout=60
    )
    for key, value in state.items():
        page.session_state[key.replace("__", ".")] = value
    page.run()
    assert not page.exception
    return page


def said(page: AppTest) -> str:
    return "\n".join(_texts(page))


def _texts(page: AppTest) -> Iterator[str]:
    for elements in (page.header, page.subheader, page.markdown, page.caption):
        yield from (item.value for item in elements)


def test_an_empty_journal_has_an_empty_review_and_nothing_to_take_along(journal: Journal) -> None:
    page = opened(journal)
    assert "Nothing is recorded in these days\\." in said(page)
    assert "Take it along" not in said(page)


def test_the_last_month_is_reviewed_until_she_picks_another_span(weeks: Journal) -> None:
    page = opened(weeks)
    assert page.header[0].value == "23 October to 22 November 2026"
    assert "31 of 31 days hold something" in said(page)
    titles = [item.value for item in page.header]
    assert titles[-1] == "Take it along"
    assert "What goes with what, over the last three years" in titles


def test_this_cycle_is_offered_and_named_only_with_cycles(weeks: Journal) -> None:
    page = opened(weeks, review__kind=ReviewKind.THIS_CYCLE.value)
    assert page.header[0].value == "10 to 22 November 2026"
    assert "the same days of the cycle before, 12 to 24 October 2026" in said(page)


def test_a_cycle_chosen_in_another_journal_is_no_choice_here(journal: Journal) -> None:
    journal.save_day(TODAY, {"mood": 5})
    page = opened(journal, review__kind=ReviewKind.THIS_CYCLE.value)
    assert page.header[0].value == "23 October to 22 November 2026"
    assert "This cycle" not in page.segmented_control(key=KIND).options


def test_the_day_of_the_last_conversation_is_asked_for_and_kept(weeks: Journal) -> None:
    page = opened(weeks, review__kind=ReviewKind.SINCE_CONVERSATION.value)
    assert "Name a day" in said(page)
    assert len(page.header) == 0
    page.date_input(key=CONVERSATION).set_value(date(2026, 11, 9)).run()
    assert weeks.settings().last_conversation == date(2026, 11, 9)
    assert page.header[0].value == "9 to 22 November 2026"
    again = opened(weeks, review__kind=ReviewKind.SINCE_CONVERSATION.value)
    assert again.header[0].value == "9 to 22 November 2026"


def test_a_conversation_that_is_still_to_come_is_asked_for_again(weeks: Journal) -> None:
    weeks.change_settings(lambda kept: replace(kept, last_conversation=date(2026, 12, 1)))
    page = opened(weeks, review__kind=ReviewKind.SINCE_CONVERSATION.value)
    assert "Name a day" in said(page)


def test_dates_of_her_own_are_reviewed(weeks: Journal) -> None:
    page = opened(weeks, review__kind=ReviewKind.OWN_DATES.value)
    page.date_input(key="review.first").set_value(date(2026, 11, 1)).run()
    page.date_input(key="review.last").set_value(date(2026, 11, 10)).run()
    assert page.header[0].value == "1 to 10 November 2026"
    assert "Where you stood on 10 November 2026" in said(page)


def test_no_note_is_read_out_until_she_ticks_it(weeks: Journal) -> None:
    page = opened(weeks)
    assert "What you noted" not in said(page)
    page.toggle(key=NOTES).set_value(True).run()
    assert PRIVATE in said(page)
    assert [box.value for box in page.checkbox] == [False, False]
    assert "What you noted" not in said(page)
    page.checkbox[0].check().run()
    assert f"- {literal(f'Thursday 12 November 2026: {MARKUP}')}" in said(page)
    assert "For the tea" not in said(page)


def test_which_notes_were_chosen_is_written_down_nowhere(weeks: Journal) -> None:
    before = weeks.revision()
    page = opened(weeks)
    page.toggle(key=NOTES).set_value(True).run()
    page.checkbox[0].check().run()
    assert weeks.revision() == before
    assert not opened(weeks).toggle(key=NOTES).value


def test_what_she_leaves_out_is_not_on_the_page(weeks: Journal) -> None:
    kept = [theme.value for theme in Theme if theme not in {Theme.RATINGS, Theme.MATTERS}]
    page = opened(weeks, review__themes=kept)
    titles = {item.value for item in (*page.header, *page.subheader)}
    assert "What changed" not in titles
    assert "What goes with what, over the last three years" not in titles
    assert "Moments and bids" in titles
    assert not page.get("plotly_chart")


def test_a_note_ticked_in_an_example_is_not_ticked_in_her_own_journal(weeks: Journal) -> None:
    page = opened(weeks, example="cycles", **{"review.include_notes": True})
    page.checkbox[0].check().run()
    assert page.checkbox[0].value
    page.session_state["example"] = None
    page.run()
    assert [box.value for box in page.checkbox] == [False, False]
