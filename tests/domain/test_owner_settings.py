"""What she told about herself: optional, and never more than she said."""

import pytest

from journal.domain.account_rules import AccountRules
from journal.domain.errors import BirthYearOutOfRange
from journal.domain.owner_settings import (
    AXIS_BY_SITUATION,
    OwnerSettings,
    Situation,
    TimeAxis,
    validated_birth_year,
)
from journal.domain.partner_card import PartnerCard


def test_nothing_is_assumed_of_her() -> None:
    settings = OwnerSettings()
    assert (settings.situation, settings.birth_year) == (None, None)
    assert settings.optional_ratings == ()
    assert not settings.welcomed


def test_days_are_laid_by_cycle_day_until_she_says_otherwise() -> None:
    assert OwnerSettings().axis is TimeAxis.CYCLE_DAY
    assert OwnerSettings(situation=Situation.AS_USUAL).axis is TimeAxis.CYCLE_DAY


def test_without_regular_cycles_days_count_from_the_last_bleed() -> None:
    assert OwnerSettings(situation=Situation.IRREGULAR).axis is TimeAxis.DAYS_SINCE_BLEED


@pytest.mark.parametrize("situation", ["stopped", "hormones", "just_write"])
def test_where_bleeding_tells_nothing_months_are_counted(situation: str) -> None:
    assert OwnerSettings(situation=Situation(situation)).axis is TimeAxis.MONTHS_SINCE


def test_every_situation_has_an_axis() -> None:
    assert set(AXIS_BY_SITUATION) == set(Situation)


def test_optional_ratings_stand_in_the_order_of_the_scales() -> None:
    settings = OwnerSettings(ratings=("stress", "calm"))
    assert settings.optional_ratings == ("calm", "stress")


def test_a_rating_that_no_longer_exists_is_not_offered() -> None:
    assert OwnerSettings(ratings=("patience", "calm")).optional_ratings == ("calm",)


@pytest.mark.parametrize("year", [1900, 1974, 2026])
def test_a_birth_year_lies_between_1900_and_this_year(year: int) -> None:
    assert validated_birth_year(year, 2026) == year


@pytest.mark.parametrize("year", [1899, 2027])
def test_no_other_birth_year_is_taken(year: int) -> None:
    with pytest.raises(BirthYearOutOfRange) as failure:
        validated_birth_year(year, 2026)
    assert str(failure.value) == f"A birth year must be between 1900 and 2026, got {year}."


def test_the_card_shows_nothing_and_the_account_counts_as_it_began() -> None:
    settings = OwnerSettings()
    assert PartnerCard() == settings.partner_card
    assert AccountRules() == settings.account


def test_one_small_thing_may_be_offered_and_time_apart_stays_in_until_she_says_otherwise() -> None:
    settings = OwnerSettings()
    assert settings.offers
    assert not settings.leave_apart_out
    assert (settings.ladder_up_to, settings.small_thing_seen) == (None, None)
