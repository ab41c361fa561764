from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from journal.connection.account import BalanceDay
from journal.connection.ladder import kinds_of_step, steps_for
from journal.connection.small_thing import (
    FEWEST_USUAL_DAYS,
    FROM_AFAR,
    SMALL_STEPS,
    Occasion,
    SmallThing,
    balance_is_low,
    small_thing,
    usual_balance,
)
from journal.connection.small_thing_words import (
    SMALL_THING_WORDS,
    occasion_words,
    small_thing_words,
)
from journal.domain.catalogues import CatalogueName, shipped_catalogue
from journal.domain.days import Partner, Touch
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from tests.builders import on

TODAY = on("2026-11-22")
AS_USUAL = OwnerSettings()
LOW = (Occasion.LOW_BALANCE,)
FOUR_WEEKS = list(DateRange.last_days(28, TODAY))


def offered(
    occasions: Sequence[Occasion] = LOW,
    *,
    touch: Touch | None = None,
    settings: OwnerSettings = AS_USUAL,
    partner: Partner | None = None,
    today: date = TODAY,
) -> SmallThing | None:
    steps = steps_for(touch, settings.ladder_up_to)
    return small_thing(occasions, steps, settings=settings, partner=partner, today=today)


def step_on(day: date, **given: Any) -> str:
    """Return the step that is offered on a day of low balance."""
    thing = offered(today=day, **given)
    assert thing is not None
    return thing.step


def balances(*values: float) -> list[BalanceDay]:
    """Make an account of the days up to and with today."""
    days = DateRange.last_days(len(values), TODAY)
    return [
        BalanceDay(day, deposits=0, withdrawals=0, balance=value, moments=0)
        for day, value in zip(days, values, strict=True)
    ]


def test_nothing_is_offered_without_an_occasion() -> None:
    assert offered(()) is None
    assert offered() is not None


def test_nothing_is_offered_once_offers_are_off() -> None:
    assert offered(settings=OwnerSettings(offers=False)) is None


def test_what_was_put_away_stays_away_for_that_day_alone() -> None:
    seen = OwnerSettings(small_thing_seen=TODAY)
    assert offered(settings=seen) is None
    assert offered(settings=replace(seen, small_thing_seen=on("2026-11-21"))) is not None


def test_it_is_one_thing_and_the_same_one_all_day() -> None:
    assert offered() == offered()
    found = {step_on(day) for day in FOUR_WEEKS}
    assert found == SMALL_STEPS  # and another one on other days


@pytest.mark.parametrize("day", FOUR_WEEKS[:12], ids=str)
def test_where_touch_is_unwelcome_no_touch_is_offered(day: date) -> None:
    without = {step.code for step in steps_for(Touch.UNWELCOME, None)}
    assert step_on(day, touch=Touch.UNWELCOME) in without


@pytest.mark.parametrize("day", FOUR_WEEKS[:12], ids=str)
def test_apart_only_what_can_be_done_from_afar_is_offered(day: date) -> None:
    assert step_on(day, partner=Partner.APART) in FROM_AFAR


def test_her_limit_holds_for_small_things_too() -> None:
    settings = OwnerSettings(ladder_up_to="Without touch")
    found = {step_on(day, settings=settings) for day in FOUR_WEEKS}
    assert found == {step.code for step in steps_for(Touch.UNWELCOME, None)} & SMALL_STEPS


def test_nothing_is_offered_where_no_step_fits() -> None:
    assert small_thing(LOW, [], settings=OwnerSettings(), partner=None, today=TODAY) is None


def test_a_balance_below_half_of_the_usual_one_is_low() -> None:
    assert [balance_is_low(value, 4.0) for value in (1.99, 2.0, 4.0)] == [True, False, False]
    assert balance_is_low(-1.0, 4.0)


@pytest.mark.parametrize(
    ("balance", "usual"), [(None, 4.0), (1.0, None), (-3.0, 0.0), (-3.0, -1.0)]
)
def test_no_balance_is_called_low_where_nothing_is_usual(
    balance: float | None, usual: float | None
) -> None:
    assert not balance_is_low(balance, usual)


def test_the_usual_balance_is_the_middle_of_ninety_days() -> None:
    assert usual_balance(balances(*[99.0] * 60, *[2.0] * 50, *[3.0] * 40), TODAY) == 2.0
    assert usual_balance(balances(*[1.0] * 14, *[3.0] * 14), TODAY) == 2.0


def test_nothing_is_usual_yet_in_the_first_weeks() -> None:
    assert usual_balance(balances(*[1.0] * (FEWEST_USUAL_DAYS - 1)), TODAY) is None
    assert usual_balance([], TODAY) is None


def test_every_small_step_exists_and_has_its_words() -> None:
    assert set(SMALL_THING_WORDS) == SMALL_STEPS
    assert SMALL_STEPS - set(shipped_catalogue(CatalogueName.LADDER).entries) == set()
    assert kinds_of_step("hand_on_arm") == ("hand_that_stays",)


@pytest.mark.parametrize("code", sorted(SMALL_STEPS))
def test_an_offer_is_short_and_asks_for_nothing(code: str) -> None:
    (found,) = {
        small_thing_words(thing)
        for day in FOUR_WEEKS
        if (thing := offered(today=day)) and thing.step == code
    }
    assert found.startswith("If you like: ")
    assert len(found) <= 80
    assert not {"should", "must", "need", "try"} & set(found.lower().split())


def test_the_occasion_is_said_and_an_estimate_as_one() -> None:
    both = offered((Occasion.LOW_BALANCE, Occasion.PREMENSTRUAL_ESTIMATED))
    assert both is not None
    assert occasion_words(both) == (
        "Offered because your balance is below half of what is usual for you and these are likely "
        "days before a period, estimated from your cycles."
    )
