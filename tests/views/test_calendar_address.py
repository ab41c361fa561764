"""The address of a calendar as she handles it: switched on, shown once, made anew, switched off."""

from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.errors import JournalNotWritten
from journal.domain.journal import Journal
from journal.domain.link_secrets import is_secret
from journal.storage import OwnerJournal, memory_journal, opened_calendar
from journal.views.calendar_address import ANEW_KEY, HOW_REACHED, SWITCH_KEY

MADE = datetime(2026, 11, 22, 19, 15, tzinfo=UTC)


@pytest.fixture
def journal() -> OwnerJournal:
    return memory_journal(lambda: MADE)


def opened(journal: Journal, *, zone: str = "Europe/Vienna") -> AppTest:
    """Draw the card alone, as a browser in a zone of its own sees it."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal") -> None:
        from journal.views.calendar_address import calendar_address  # noqa: PLC0415  # as above

        calendar_address(journal)

    page = AppTest.from_function(run, kwargs={"journal": journal}, default_timeout=30)
    page.context["timezone"] = zone
    page.context["url"] = "http://localhost:8501/connection"
    page.run()
    assert not page.exception
    return page


def captions(page: AppTest) -> str:
    return "\n".join(caption.value for caption in page.caption).replace("\\", "")


def switch(page: AppTest, *, on: bool) -> AppTest:
    page.toggle(key=SWITCH_KEY).set_value(on).run()
    assert not page.exception
    return page


def shown(page: AppTest) -> list[str]:
    return [block.value for block in page.code]


def still_opens(journal: OwnerJournal, address: str) -> bool:
    secret = address.removeprefix("http://localhost:8501/days-ahead/").removesuffix(".ics")
    assert is_secret(secret)
    return opened_calendar(journal._engine, secret, MADE) is not None


def test_it_is_off_until_she_switches_it_on(journal: OwnerJournal) -> None:
    page = opened(journal)
    assert not page.toggle(key=SWITCH_KEY).value
    assert "Off, there is no such address." in captions(page)
    assert shown(page) == []
    assert journal.calendar_address() is None


def test_switched_on_the_address_is_shown_once(journal: OwnerJournal) -> None:
    page = switch(opened(journal), on=True)
    (address,) = shown(page)
    assert still_opens(journal, address)
    assert "Made on 22 November 2026, 20:15; not fetched yet." in captions(page)
    page.run()
    assert page.toggle(key=SWITCH_KEY).value
    assert shown(page) == shown(opened(journal)) == []
    assert "ahead.address_secret" not in page.session_state


def test_what_day_it_is_goes_by_where_she_made_it(journal: OwnerJournal) -> None:
    switch(opened(journal, zone="Pacific/Kiritimati"), on=True)
    address = journal.calendar_address()
    assert address is not None
    assert address.zone == "Pacific/Kiritimati"


def test_when_it_was_last_fetched_is_told_by_her_own_clock(journal: OwnerJournal) -> None:
    secret = journal.make_calendar_address("UTC")
    opened_calendar(journal._engine, secret, MADE + timedelta(hours=5))
    assert (
        "Made on 22 November 2026, 20:15; last fetched on 23 November 2026, 01:15."
    ) in captions(opened(journal))


def test_made_anew_the_one_before_is_answered_no_more(journal: OwnerJournal) -> None:
    page = switch(opened(journal), on=True)
    (before,) = shown(page)
    page.button(key=ANEW_KEY).click().run()
    (after,) = shown(page)
    assert [still_opens(journal, address) for address in (before, after)] == [False, True]


def test_switched_off_it_is_withdrawn_in_one_tap(journal: OwnerJournal) -> None:
    page = switch(opened(journal), on=True)
    (address,) = shown(page)
    switch(page, on=False)
    assert journal.calendar_address() is None
    assert not still_opens(journal, address)
    assert shown(page) == []
    assert ANEW_KEY not in [button.key for button in page.button]


def test_withdrawn_in_another_tab_it_is_off_here_too(journal: OwnerJournal) -> None:
    page = switch(opened(journal), on=True)
    journal.withdraw_calendar_address()
    page.run()
    assert not page.toggle(key=SWITCH_KEY).value


def test_an_address_that_could_not_be_made_is_told_and_stays_off(
    journal: OwnerJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_zone: str) -> str:
        raise JournalNotWritten

    page = opened(journal)
    monkeypatch.setattr(journal, "make_calendar_address", refuse)
    switch(page, on=True)
    assert "could not be written" in page.toast[0].value
    assert not page.toggle(key=SWITCH_KEY).value
    assert shown(page) == []


def test_who_can_reach_it_is_said_in_plain_words() -> None:
    said = " ".join(HOW_REACHED)
    assert "only programs on that machine reach it" in said
    assert "Google Calendar" in said
    assert "only where the journal is hosted" in said


def test_an_example_has_no_address(journal: OwnerJournal) -> None:
    page = opened(journal)
    page.session_state["example"] = "cycles"
    page.run()
    assert not page.toggle
    assert "an example is not given away" in captions(page)
