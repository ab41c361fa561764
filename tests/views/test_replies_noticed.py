"""The line that says what is new leads to where the first of it stands, as she would go there."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.grants import Grant, LinkTerms, Passes
from journal.domain.replies import Reply, ReplyKind
from journal.storage import OwnerJournal, memory_journal
from journal.views.replies_noticed import ALL_OF_IT, BELOW, GO_KEY
from tests.opened_pages import text

TODAY = date(2026, 11, 22)
THE_DAY_BEFORE = TODAY - timedelta(1)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FINDING = Reply(ReplyKind.COMMENT, "Really?", subject="findings", title="Mood is higher.")
OF_TODAY = Reply(ReplyKind.COMMENT, "How was it?", date=TODAY)
OF_YESTERDAY = Reply(ReplyKind.COMMENT, "And this?", date=THE_DAY_BEFORE)
OF_ALL = Reply(ReplyKind.COMMENT, "Thank you")


@pytest.fixture
def journal() -> OwnerJournal:
    ticks = count()  # so that what was written first is the first
    return memory_journal(lambda: NOW + timedelta(seconds=next(ticks)))


@pytest.fixture
def link(journal: OwnerJournal) -> Grant:
    return journal.make_link("Ada", Passes(cycle=True), LinkTerms(), lasting_days=30)[0]


def noticing(journal: OwnerJournal, link: Grant, *replies: Reply) -> AppTest:
    """Show the line on a day, of what was written one after the other; going is noted."""
    for reply in replies:
        journal.take_replies(link.id, [reply])

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "OwnerJournal", today: "date") -> None:
        import streamlit as st  # noqa: PLC0415  # as above

        from journal.views.replies_noticed import (  # noqa: PLC0415  # as above
            WaysToReplies,
            replies_noticed,
        )
        from journal.views.state import open_day  # noqa: PLC0415  # as above

        def go(place: "object") -> None:
            st.session_state["gone_to"] = place.page  # type: ignore[attr-defined]

        def drawn() -> None:
            ways = WaysToReplies(share, go)
            replies_noticed(journal, journal.replies(), open_day(today), today, ways)

        share = st.Page(lambda: None, title="Share", url_path="share")
        st.navigation([st.Page(drawn, title="Today", default=True), share]).run()

    page = AppTest.from_function(run, kwargs={"journal": journal, "today": TODAY}).run()
    assert not page.exception
    return page


def ways_to_share(page: AppTest) -> list[str]:
    """Return what the links to the page Share say."""
    found = [link.proto for link in page.get("page_link")]
    assert all(link.page == "share" for link in found)
    return [str(link.label).replace("\\", "") for link in found]


def test_one_comment_leads_to_its_page_with_its_section_chosen(
    journal: OwnerJournal, link: Grant
) -> None:
    page = noticing(journal, link, FINDING)
    assert page.button(key=GO_KEY).label == "1 new comment from Ada"
    assert ways_to_share(page) == []
    page.button(key=GO_KEY).click().run()
    assert page.session_state["gone_to"] == "patterns"
    assert page.session_state["patterns.section"] == "What goes with what"


def test_one_on_another_day_leads_to_that_day(journal: OwnerJournal, link: Grant) -> None:
    page = noticing(journal, link, OF_YESTERDAY)
    page.button(key=GO_KEY).click().run()
    assert page.session_state["gone_to"] == "today"
    assert page.session_state["today.open_day"] == THE_DAY_BEFORE.isoformat()
    # The day is open now, and what is about it stands below.
    assert BELOW in text(page.run())


def test_of_several_the_first_that_is_unseen_is_led_to_and_all_of_them_can_be_reached(
    journal: OwnerJournal, link: Grant
) -> None:
    page = noticing(journal, link, FINDING, OF_YESTERDAY, OF_TODAY)
    assert page.button(key=GO_KEY).label == "3 new comments from Ada"
    assert ways_to_share(page) == [ALL_OF_IT]
    assert BELOW in text(page)
    journal.note_replies_seen([journal.replies()[0].id])
    page.run().button(key=GO_KEY).click().run()
    assert page.session_state["gone_to"] == "today"
    assert "patterns.section" not in page.session_state


def test_what_is_about_the_open_day_stands_below_and_all_of_it_can_be_reached(
    journal: OwnerJournal, link: Grant
) -> None:
    page = noticing(journal, link, OF_TODAY)
    assert ways_to_share(page) == ["1 new comment from Ada"]
    assert BELOW in text(page)


def test_what_is_about_no_part_leads_to_where_all_of_it_stands(
    journal: OwnerJournal, link: Grant
) -> None:
    page = noticing(journal, link, OF_ALL)
    assert ways_to_share(page) == ["1 new comment from Ada"]
    assert BELOW not in text(page)
