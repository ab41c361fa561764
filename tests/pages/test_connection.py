"""The page of connection without a browser: what each section says, saves and leaves alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from journal.analysis.half_life import HalfLifeFit
from journal.domain.account_rules import AccountRules
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Sensation
from journal.domain.intentions import Intention
from journal.domain.journal import DayChanges, Journal
from journal.domain.moments import Author, BidResponse, Initiator, Moment
from journal.domain.own_calendar import OwnCalendar
from journal.domain.owner_settings import OwnerSettings
from journal.domain.partner_card import CardPart, PartnerCard
from journal.domain.ranges import DateRange
from journal.storage import memory_journal
from journal.views import account_section
from tests import opened_pages
from tests.builders import on
from tests.opened_pages import pieces, text
from tests.support.journals import write_days

TODAY = date(2026, 11, 22)
MARKUP = "<img src=x onerror=alert(1)> **bold** [link](https://example.org)"
SECTIONS = ("Now", "Account", "Bids", "Time apart", "Felt", "Days ahead", "For my partner")
INVITATIONS = {
    "Now": "Nothing is chosen for this week.",
    "Account": "Note a moment, and the line of your account begins with it.",
    "Bids": "Say on a moment how it was met",
    "Time apart": "Note on a day that you were apart",
    "Felt": "Tap a place and how it felt",
    "Days ahead": "No period is recorded from which the next one could be counted.",
    "For my partner": "Nothing is on the card.",
}
# What stands only where the record is: none of it is on the page of an empty journal.
OF_THE_RECORD = {
    "Now": "1 moment today; your balance stands at",
    "Account": "It was 3.4 when time apart began on 10 November",
    "Bids": "turned toward: 33 of 42, 79 %",
    "Time apart": "One time apart of 4 days, from 10 November 2026 on",
    "Felt": "Felt most: warmth (heart) on 42 days.",
    "Days ahead": "Your record cannot tell yet",
    "For my partner": "your partner 1.",
}
WEEKS = 6
WARM_HEART = frozenset({Sensation("heart", "warmth")})
FIT_KEY = "connection.account.fit"
FITS = HalfLifeFit(2.18, (1.0, 4.36), (0.84, 5.2), 212, 0.01, ((2.18, 1.0),))


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture
def weeks(journal: Journal) -> Journal:
    """A journal with a few weeks in it: ratings, moments, bids, four days apart, two periods."""
    days: dict[date, DayChanges] = {}
    bids = []
    for ago in range(WEEKS * 7):
        day = TODAY - timedelta(days=ago)
        days[day] = {"mood": 5 + ago % 3, "connection": 4 + ago % 4}
        met = BidResponse.TURNED_AWAY if ago % 5 == 1 else BidResponse.TURNED_TOWARD
        bids.append(
            Moment(day, "bid", initiator=Initiator.SELF, response=met, sensations=WARM_HEART)
        )
    write_days(journal, days, bids)
    for onset in (on("2026-10-14"), on("2026-11-11")):
        for days in range(4):
            journal.save_day(onset + timedelta(days=days), {"bleeding": "medium"})
    for ago in range(9, 13):
        journal.save_day(TODAY - timedelta(days=ago), {"partner": "apart"})
    journal.save_day(TODAY - timedelta(days=8), {"partner": "together"})
    journal.add_moment(Moment(on("2026-11-20"), "thanks", author=Author.PARTNER))
    return journal


def opened(journal: Journal, section: str | None = None) -> AppTest:
    """Open the page, in a section of it if one is named."""
    state = {} if section is None else {"connection.section": section}
    return opened_pages.opened("journal.pages.connection.render", journal, TODAY, **state)


def calendar_file(page: AppTest) -> Any:
    """Find the button that gives the calendar file away."""
    (found,) = (
        button.proto
        for button in page.get("download_button")
        if button.proto.label == "Take the calendar file"
    )
    return found


def test_the_page_opens_on_now(journal: Journal) -> None:
    page = opened(journal)
    assert page.session_state["connection.section"] == "Now"
    assert INVITATIONS["Now"] in text(page)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_of_an_empty_journal_invites(journal: Journal, section: str) -> None:
    page = opened(journal, section)
    assert INVITATIONS[section] in text(page)
    assert OF_THE_RECORD[section] not in text(page)
    assert not page.get("plotly_chart")


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_tells_of_a_few_weeks(weeks: Journal, section: str) -> None:
    assert OF_THE_RECORD[section] in text(opened(weeks, section))


@pytest.mark.parametrize("section", SECTIONS)
def test_looking_at_a_section_changes_nothing(weeks: Journal, section: str) -> None:
    before = weeks.revision()
    opened(weeks, section)
    assert weeks.revision() == before


def test_every_section_can_be_gone_to(journal: Journal) -> None:
    page = opened(journal)
    (pills,) = page.pills
    assert list(SECTIONS) == list(pills.options)
    for name in SECTIONS:
        page.pills[0].set_value(name).run()
        assert not page.exception
        assert INVITATIONS[name] in text(page)


def test_a_half_life_she_changes_is_what_the_account_counts_with(weeks: Journal) -> None:
    page = opened(weeks, "Account")
    page.number_input(key="account.rules.half_life_days").set_value(7.0).run()
    assert AccountRules(half_life_days=7) == weeks.settings().account
    assert "It fades by half every 7 days, as set." in text(page)
    page.button(key="account.rules.reset").click().run()
    assert AccountRules() == weeks.settings().account
    assert "It fades by half every 3 days, as set." in text(page)


def test_the_half_life_is_worked_out_only_when_she_asks(
    weeks: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[date] = []
    worked_out = account_section.journal_half_life

    def watched(journal: Journal, today: date) -> object:
        asked.append(today)
        return worked_out(journal, today)

    monkeypatch.setattr(account_section, "journal_half_life", watched)
    page = opened(weeks, "Account")
    assert asked == []
    assert "Your record cannot tell yet" not in text(page)
    page.toggle(key=FIT_KEY).set_value(True).run()
    assert asked == [TODAY]
    assert AccountRules() == weeks.settings().account


def test_a_half_life_she_accepts_is_what_the_account_counts_with(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.add_moment(Moment(TODAY, "thanks"))
    hers = AccountRules(half_life_days=5, weights={"long_hug": 2.0}, away=0.5)
    journal.change_settings(lambda kept: replace(kept, offers=False, account=hers))
    monkeypatch.setattr(account_section, "journal_half_life", lambda *_: FITS)
    page = opened(journal, "Account")
    page.toggle(key=FIT_KEY).set_value(True).run()
    assert journal.settings().account == hers
    offer = page.button(key="account.take_half_life")
    assert offer.label == "Let the account fade by half in 2 days"
    # Another tab changes another rule before she accepts.
    elsewhere = replace(hers, against=4.0)
    journal.change_settings(lambda kept: replace(kept, account=elsewhere))
    offer.click().run()
    assert not page.exception
    expected = replace(elsewhere, half_life_days=2.0)
    assert OwnerSettings(offers=False, account=expected) == journal.settings()
    assert "account.take_half_life" not in [button.key for button in page.button]
    assert "It fades by half every 2 days, as set." in text(opened(journal, "Account"))


@pytest.mark.parametrize("days", [0, 1, 20])
def test_a_short_record_cannot_tell_the_half_life_yet(journal: Journal, days: int) -> None:
    for ago in range(days):
        day = TODAY - timedelta(days=ago)
        journal.save_day(day, {"connection": ago % 7})
        journal.add_moment(Moment(day, "thanks"))
    page = opened(journal, "Account")
    page.toggle(key=FIT_KEY).set_value(True).run()
    assert not page.exception
    assert "Your record cannot tell yet" in text(page)
    assert "account.take_half_life" not in [button.key for button in page.button]


def test_leaving_days_apart_out_is_saved_and_taken_back(journal: Journal) -> None:
    page = opened(journal, "Time apart")
    for chosen in (True, False):
        page.toggle(key="connection.leave_apart_out").set_value(chosen).run()
        assert not page.exception
        assert chosen is journal.settings().leave_apart_out


def test_without_days_ahead_a_reminder_alone_makes_the_calendar_file(journal: Journal) -> None:
    page = opened(journal, "Days ahead")
    assert calendar_file(page).disabled
    page.toggle(key="ahead.remind").set_value(True).run()
    assert not calendar_file(page).disabled
    page.toggle(key="ahead.remind").set_value(False).run()
    assert calendar_file(page).disabled


def test_what_she_wants_in_her_calendar_is_kept(journal: Journal) -> None:
    page = opened(journal, "Days ahead")
    assert page.text_input(key="ahead.title").value == "More care may be welcome"
    page.text_input(key="ahead.title").set_value(" A softer week ").run()
    page.toggle(key="ahead.remind").set_value(True).run()
    assert OwnCalendar("A softer week", time(21)) == journal.settings().own_calendar
    page.time_input(key="ahead.time").set_value(time(20, 30)).run()
    assert not page.exception
    assert OwnCalendar("A softer week", time(20, 30)) == journal.settings().own_calendar
    again = opened(journal, "Days ahead")
    assert again.text_input(key="ahead.title").value == "A softer week"
    assert again.time_input(key="ahead.time").value == time(20, 30)
    again.text_input(key="ahead.title").set_value("").run()
    assert again.text_input(key="ahead.title").value == "More care may be welcome"
    again.toggle(key="ahead.remind").set_value(False).run()
    assert OwnCalendar() == journal.settings().own_calendar


def test_the_days_ahead_can_be_fetched_by_a_calendar(journal: Journal) -> None:
    page = opened(journal, "Days ahead")
    assert "An address for my calendar" in text(page)
    page.toggle(key="ahead.address").set_value(True).run()
    assert not page.exception
    assert len(page.code) == 1
    assert journal.calendar_address() is not None


def test_what_she_chose_and_wrote_is_shown_as_typed(journal: Journal) -> None:
    journal.save_intention(Intention(on("2026-11-16"), MARKUP))
    journal.save_intention(Intention(on("2026-11-09"), MARKUP))
    card = PartnerCard(words=MARKUP, things=(MARKUP,), shows=frozenset(CardPart))
    journal.change_settings(lambda _: OwnerSettings(welcomed=True, partner_card=card))
    now = opened(journal, "Now")
    (box,) = (box for box in now.checkbox if "onerror" in box.label)
    hers = [box.label, *(piece for piece in pieces(now) if "onerror" in piece)]
    hers += [piece for piece in pieces(opened(journal, "For my partner")) if "onerror" in piece]
    assert len(hers) == 5  # chosen, last week's, the card, its small thing there and in the editor
    for piece in hers:
        assert not [sign for sign in ("<img", "**bold", "[link](") if has_unescaped(piece, sign)]
        assert MARKUP in piece.replace("\\", "").replace("\u2060", "")


def has_unescaped(piece: str, sign: str) -> bool:
    """Say whether a sign of Markdown or HTML stands for more than itself."""
    return sign in piece.replace(f"\\{sign[0]}", "")


def test_the_name_of_an_event_is_shown_as_typed(weeks: Journal) -> None:
    weeks.save_context(Context(ContextKind.EVENT, on("2026-11-01"), on("2026-11-05"), MARKUP))
    page = opened(weeks, "Account")
    bodies = [element.proto.body for element in page.get("html")]
    drawn = [element.proto.spec for element in page.get("plotly_chart")]
    for written in (bodies, drawn):
        hers = [part for part in written if "onerror" in part]
        assert hers
        assert not [part for part in hers if "<img" in part]


def test_a_moment_taken_back_is_taken_out_of_the_account(journal: Journal) -> None:
    for kind in ("thanks", "long_hug"):
        journal.add_moment(Moment(TODAY, kind))
    assert "2 moments today; your balance stands at 2.0." in text(opened(journal))
    journal.delete_moment(journal.moments(DateRange.last_days(1, TODAY))[0].id)
    assert "1 moment today; your balance stands at 1.0." in text(opened(journal))


def test_days_after_the_last_moment_are_no_moments_and_not_nothing(journal: Journal) -> None:
    journal.add_moment(Moment(TODAY - timedelta(days=3), "thanks"))
    assert "No moment noted today; your balance stands at 0.5." in text(opened(journal))
