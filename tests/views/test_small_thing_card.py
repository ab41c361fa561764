"""One small thing on the page: offered on its days, put away, switched off and on."""

from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from journal.cycle.reading import CycleReading
from journal.domain.days import Touch
from journal.domain.journal import Journal
from journal.domain.owner_settings import OwnerSettings
from journal.storage import memory_journal
from tests.cycle_builders import days, open_cycle, ovulation_on, reading_of

TODAY = date(2026, 11, 22)
ONSET = TODAY - days(25)
PREMENSTRUAL = reading_of(open_cycle(ONSET, 28, ovulation=ovulation_on(ONSET + days(13))))
WITHOUT_CYCLES = reading_of()
LOW, USUAL = 1.0, 4.0


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


def opened(
    journal: Journal, balance: float = LOW, reading: CycleReading = WITHOUT_CYCLES
) -> AppTest:
    """Open the card with its switch below."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", today: "date", reading: "CycleReading", balance: float) -> None:
        from journal.views.small_thing_card import (  # noqa: PLC0415  # as above
            offers_switch,
            small_thing_card,
        )

        small_thing_card(journal, reading, today, balance=balance, usual=4.0)
        offers_switch(journal)

    given = {"journal": journal, "today": TODAY, "reading": reading, "balance": balance}
    page = AppTest.from_function(run, kwargs=given, default_timeout=30).run()
    assert not page.exception
    return page


def offer(page: AppTest) -> str | None:
    said = [element.value for element in page.markdown]
    assert len(said) <= 1
    return said[0].replace("\\", "") if said else None


def test_on_a_day_of_low_balance_one_thing_is_offered_with_its_reason(journal: Journal) -> None:
    page = opened(journal)
    assert (offer(page) or "").startswith("If you like: ")
    assert "your balance is below half of what is usual for you" in page.caption[0].value


def test_before_a_period_one_thing_is_offered(journal: Journal) -> None:
    page = opened(journal, USUAL, PREMENSTRUAL)
    assert offer(page) is not None
    assert "likely days before a period" in page.caption[0].value


def test_an_ordinary_day_shows_nothing(journal: Journal) -> None:
    assert offer(opened(journal, USUAL)) is None


def test_looking_at_it_writes_nothing(journal: Journal) -> None:
    before = journal.revision()
    opened(journal)
    assert journal.revision() == before
    assert journal.settings() == OwnerSettings()


def test_put_away_it_stays_away_for_the_day(journal: Journal) -> None:
    page = opened(journal)
    page.button(key="small_thing.away").click().run()
    assert offer(page) is None
    assert journal.settings() == OwnerSettings(small_thing_seen=TODAY)
    assert offer(opened(journal)) is None


def test_offers_are_switched_off_from_the_card_and_on_by_the_switch(journal: Journal) -> None:
    page = opened(journal)
    page.button(key="small_thing.off").click().run()
    assert offer(page) is None
    page = opened(journal)
    assert (offer(page), journal.settings().offers) == (None, False)
    page.toggle(key="small_thing.offers").set_value(True).run()  # its only parameter
    assert journal.settings().offers
    assert offer(page) is not None


def test_where_touch_is_unwelcome_the_thing_is_without_touch(journal: Journal) -> None:
    journal.save_day(TODAY, {"touch": Touch.UNWELCOME})
    said = offer(opened(journal)) or ""
    assert said.startswith("If you like: ")
    assert not {"hand", "hug", "shoulder", "fingertips"} & set(said.strip(".").split())
