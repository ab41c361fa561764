from datetime import date

import pytest

from journal.analysis.small_thing import small_thing_today
from journal.connection.small_thing import FROM_AFAR, Occasion, SmallThing
from journal.cycle.reading import CycleReading
from journal.domain.days import Day, Partner, Touch
from journal.domain.owner_settings import OwnerSettings
from tests.cycle_builders import TODAY, days, open_cycle, ovulation_on, reading_of
from tests.in_memory_journal import InMemoryJournal

WITHOUT_CYCLES = reading_of()


def day_of_cycle(number: int) -> CycleReading:
    """Make a reading in which today has this number, in a cycle of likely 28 days."""
    onset = TODAY - days(number - 1)
    return reading_of(open_cycle(onset, 28, ovulation=ovulation_on(onset + days(13))))


def offered(
    *recorded: Day,
    reading: CycleReading = WITHOUT_CYCLES,
    balance: float | None = None,
    settings: OwnerSettings | None = None,
    today: date = TODAY,
) -> SmallThing | None:
    journal = InMemoryJournal(recorded, kept_settings=settings or OwnerSettings())
    return small_thing_today(journal, reading, today, balance=balance, usual=4.0)


def test_an_ordinary_day_offers_nothing() -> None:
    assert offered(balance=4.0) is None
    assert offered(reading=day_of_cycle(9)) is None


def test_a_low_balance_is_an_occasion() -> None:
    thing = offered(balance=1.0)
    assert thing is not None
    assert thing.occasions == (Occasion.LOW_BALANCE,)


def test_a_day_that_is_likely_before_a_period_is_one_and_says_it_is_estimated() -> None:
    thing = offered(reading=day_of_cycle(26))
    assert thing is not None
    assert thing.occasions == (Occasion.PREMENSTRUAL_ESTIMATED,)


def test_both_occasions_are_one_offer() -> None:
    thing = offered(reading=day_of_cycle(26), balance=1.0)
    assert thing is not None
    assert thing.occasions == (Occasion.LOW_BALANCE, Occasion.PREMENSTRUAL_ESTIMATED)


@pytest.mark.parametrize(
    "settings", [OwnerSettings(offers=False), OwnerSettings(small_thing_seen=TODAY)]
)
def test_what_she_switched_off_or_put_away_is_not_offered(settings: OwnerSettings) -> None:
    assert offered(balance=1.0, settings=settings) is None


def test_touch_and_time_apart_of_today_are_respected() -> None:
    unwelcome = offered(Day(TODAY, touch=Touch.UNWELCOME), balance=1.0)
    assert unwelcome is not None
    assert unwelcome.step not in {"hand_on_arm", "hold_hands", "short_hug", "fingertips"}
    apart = offered(Day(TODAY, partner=Partner.APART), balance=1.0)
    assert apart is not None
    assert apart.step in FROM_AFAR
