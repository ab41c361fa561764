"""The page of patterns without a browser: what it says, offers and leaves alone."""

from datetime import UTC, date, datetime, timedelta
from itertools import chain
from random import Random

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.journal import DayChanges, Journal
from journal.domain.moments import BidResponse, Initiator, Moment
from journal.storage import memory_journal
from tests.opened_pages import as_read, pieces
from tests.opened_pages import opened as open_page
from tests.support.journals import write_days

TODAY = date(2026, 11, 22)
DAYS = 100
SECTIONS = (
    "What goes with what",
    "By cycle",
    "Phases and stages",
    "Signs",
    "Before and after",
    "Compare two",
)
OWN_SIGN = "own_walk"
OWN_NAME = "Walk <b>far</b> **now**"
KEPT = "patterns.kept"


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture
def months(journal: Journal) -> Journal:
    """A journal whose mood follows its stress, and nothing else."""
    chance = Random(7)
    days: dict[date, DayChanges] = {}
    bids = []
    journal.save_entry(CatalogueName.SIGNS, Entry(OWN_SIGN, OWN_NAME, "own", own=True))
    for ago in range(DAYS):
        day, stress = TODAY - timedelta(days=ago), chance.randint(1, 8)
        mood = max(0, min(10, 9 - stress + chance.choice((-1, 0, 0, 1))))
        sign = chance.choice(("absent", "mild"))
        ratings = {"mood": mood, "stress": stress, "desire": chance.randint(2, 8)}
        days[day] = {**ratings, f"sign:{OWN_SIGN}": sign}
        for _ in range(chance.randint(0, 2)):
            met = chance.choice(list(BidResponse))
            bids.append(Moment(day, "bid", initiator=Initiator.SELF, response=met))
    write_days(journal, days, bids)
    return journal


def opened(journal: Journal, section: str | None = None, **state: object) -> AppTest:
    """Open the page, in a section of it if one is named."""
    if section is not None:
        state["patterns.section"] = section
    return open_page("journal.pages.patterns.render", journal, TODAY, **state)


def text(page: AppTest) -> str:
    """Return everything that is written on the page, findings to tap too, as it reads."""
    labels = (element.label for element in page.expander)
    return as_read(chain(pieces(page), labels))


@pytest.mark.parametrize("section", [SECTIONS[0], SECTIONS[-1]])
def test_an_empty_journal_is_invited(journal: Journal, section: str) -> None:
    page = opened(journal, section)
    assert "appear here" in text(page)
    assert not page.get("plotly_chart")


def test_the_page_begins_with_how_many_were_looked_at(months: Journal) -> None:
    page = opened(months)
    first = next(element.value for element in page.markdown)
    assert "relations looked at" in first
    assert "sure" in first


def test_a_finding_is_a_line_to_tap(months: Journal) -> None:
    page = opened(months)
    said = [one for one in text(page).splitlines() if one.startswith("Your mood is about")]
    assert any("lower when stress is" in one for one in said)
    assert "The largest: " in text(page)


def test_what_is_not_sure_is_not_on_the_page_until_she_asks(months: Journal) -> None:
    page = opened(months)
    chance = [one for one in page.toggle if one.key == "patterns.chance"]
    assert "it may be chance" not in text(page)
    if chance:
        chance[0].set_value(True).run()
        assert "it may be chance" in text(page)


def test_the_findings_are_worked_out_once_for_each_change_of_the_record(months: Journal) -> None:
    page = opened(months)
    before = page.session_state[KEPT]
    page.run()
    assert page.session_state[KEPT] is before
    months.save_day(TODAY, {"mood": 5})
    page.run()
    assert page.session_state[KEPT] is not before


def test_another_owner_on_the_same_page_never_gets_what_was_worked_out_for_her(
    months: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(months)
    before = page.session_state[KEPT]
    monkeypatch.setattr(type(months), "owner_key", lambda _: "another")
    page.run()
    assert page.session_state[KEPT] is not before
    assert page.session_state[KEPT][0][1:] != before[0][1:]


def test_another_span_is_another_result(months: Journal) -> None:
    page = opened(months)
    before = page.session_state[KEPT]
    page.segmented_control(key="patterns.span").set_value("three_months").run()
    assert not page.exception
    assert page.session_state[KEPT][0] != before[0]


def test_a_scope_shows_its_own_findings_and_counts_them_all(months: Journal) -> None:
    page = opened(months)
    said = next(element.value for element in page.markdown)
    page.pills(key="patterns.scope").set_value("desire").run()
    assert not page.exception
    assert next(element.value for element in page.markdown) == said
    assert "lower when stress is" not in text(page)


def test_looking_at_any_section_changes_nothing(months: Journal) -> None:
    before = months.revision()
    page = opened(months)
    assert list(SECTIONS) == list(page.pills(key="patterns.section").options)
    for section in SECTIONS:
        page.pills(key="patterns.section").set_value(section).run()
        assert not page.exception
    assert before == months.revision()


def test_any_two_are_compared_in_both_directions_and_said_to_stand_alone(months: Journal) -> None:
    page = opened(months, "Compare two")
    page.selectbox(key="patterns.two.first").set_value("mood").run()
    page.selectbox(key="patterns.two.second").set_value("stress").run()
    assert not page.exception
    said = text(page)
    assert "Your mood is about" in said
    assert "Your stress is about" in said
    assert "its 4 questions stand alone" in said
    assert "looked at so far" in said
    assert "The days behind it: mood by stress" in said
    page.selectbox(key="patterns.two.second").set_value("mood").run()
    assert "Choose two different things." in text(page)


def test_her_words_are_written_as_she_wrote_them(months: Journal) -> None:
    state = {"patterns.two.first": "mood", "patterns.two.second": f"sign:{OWN_SIGN}"}
    page = opened(months, "Compare two", **state)
    assert "Walk <b>far</b> **now" in text(page)
    assert all("**now" not in element.value for element in page.markdown)
    assert all("<b>far" not in element.proto.body for element in page.get("html"))


def test_pairs_of_an_example_are_not_counted_with_her_own(months: Journal) -> None:
    page = opened(months, "Compare two", example="cycles")
    page.selectbox(key="patterns.two.first").set_value("stress").run()
    page.session_state["example"] = None
    page.run()
    assert "1 pair looked at so far" in text(page)
