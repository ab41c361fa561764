"""The partner's card on the page: what she switches on is on it, and nothing else."""

from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from journal.cycle.reading import CycleReading
from journal.domain.days import Touch
from journal.domain.journal import Journal
from journal.domain.moments import Author, Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.partner_card import CardPart, PartnerCard
from journal.storage import memory_journal
from tests.cycle_builders import days, open_cycle, reading_of

TODAY = date(2026, 11, 22)
DAY_20 = reading_of(open_cycle(TODAY - days(19), 28))
EMPTY = "Nothing is on the card."


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


def opened(journal: Journal) -> AppTest:
    """Open the card and its editor."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", today: "date", reading: "CycleReading") -> None:
        from journal.views.partner_card_view import partner_card_view  # noqa: PLC0415  # as above

        partner_card_view(journal, reading, today)

    given = {"journal": journal, "today": TODAY, "reading": DAY_20}
    page = AppTest.from_function(run, kwargs=given, default_timeout=30).run()
    assert not page.exception
    return page


def text(page: AppTest) -> str:
    said = [element.value for element in (*page.markdown, *page.caption)]
    return "\n".join(said).replace("\\", "")


def card(journal: Journal) -> PartnerCard:
    return journal.settings().partner_card


def test_the_card_begins_empty_and_says_that_nobody_sees_it(journal: Journal) -> None:
    page = opened(journal)
    assert EMPTY in text(page)
    assert "Nobody sees it unless you say so" in text(page)


def test_what_she_writes_stands_on_the_card_as_typed(journal: Journal) -> None:
    page = opened(journal)
    page.text_area(key="partner.words").input("Tired, **and** glad of you").run()
    assert card(journal).words == "Tired, **and** glad of you"
    assert "Tired, \\*\\*and\\*\\* glad of you" in [element.value for element in page.markdown]
    assert EMPTY not in text(page)


def test_a_part_is_on_the_card_once_she_switches_it_on(journal: Journal) -> None:
    journal.save_day(TODAY, {"touch": Touch.UNWELCOME})
    page = opened(journal)
    assert "Cycle day 20." not in text(page)
    page.button_group(key="partner.parts").set_value(["where_she_stands"]).run()
    assert card(journal).shows == {CardPart.WHERE_SHE_STANDS}
    assert "Cycle day 20." in text(page)
    assert "without touch" not in text(page)
    page.button_group(key="partner.parts").set_value(["touch_today"]).run()
    assert "Today, please without touch." in text(page)
    assert "Cycle day 20." not in text(page)


def test_small_things_are_added_once_and_removed(journal: Journal) -> None:
    page = opened(journal)
    for _ in range(2):
        page.text_input(key="partner.thing").input(" Tea in bed ")
        page.button(key="FormSubmitter:partner.thing_form-Add").click().run()
    assert card(journal).things == ("Tea in bed",)
    assert "- Tea in bed" not in text(page)
    page.button_group(key="partner.parts").set_value(["small_things"]).run()
    assert "- Tea in bed" in text(page)
    page.button(key="partner.remove.0").click().run()
    assert card(journal).things == ()


def test_a_full_card_takes_no_more(journal: Journal) -> None:
    full = PartnerCard(things=("a", "b", "c", "d", "e"))
    journal.change_settings(lambda _: OwnerSettings(partner_card=full))
    assert not opened(journal).text_input


def test_the_other_settings_stay_as_they_are(journal: Journal) -> None:
    journal.change_settings(lambda _: OwnerSettings(birth_year=1975, offers=False))
    opened(journal).text_area(key="partner.words").input("Glad of you").run()
    assert journal.settings() == OwnerSettings(
        birth_year=1975, offers=False, partner_card=PartnerCard("Glad of you")
    )


def test_both_counts_stand_side_by_side_once_a_partner_noted_something(journal: Journal) -> None:
    journal.add_moment(Moment(TODAY, "long_hug"))
    assert "Your partner" not in text(opened(journal))
    journal.add_moment(Moment(TODAY, "thanks", author=Author.PARTNER))
    said = text(opened(journal))
    assert "You noted 1 moment, your partner 1." in said
    assert "| Long hug | 1 | 0 |" in said
    assert "| Thanks | 0 | 1 |" in said
