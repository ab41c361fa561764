"""What a grant lets through is off until it is switched on, and ends at the very second."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from journal.domain.errors import NameMissing, QuantityOutOfRange, TextTooLong
from journal.domain.grants import (
    MOST_LASTING_DAYS,
    MOST_ROLLING_DAYS,
    PRESETS,
    USUAL_LASTING_DAYS,
    Grant,
    GrantPreset,
    MomentsShown,
    Passes,
    expiry,
    preset_for,
    validated_recipient,
)
from journal.domain.ranges import DateRange

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
A_SECOND = timedelta(seconds=1)


def given(expires_at: datetime | None, withdrawn_at: datetime | None = None) -> Grant:
    return Grant("g", "Ada", Passes(), as_file=False, made_at=NOON, expires_at=expires_at,
                 withdrawn_at=withdrawn_at)  # fmt: skip


def test_nothing_passes_until_it_is_switched_on() -> None:
    assert Passes().nothing
    assert Passes(findings=True).nothing  # findings of nothing are none


@pytest.mark.parametrize(
    "passes",
    [
        Passes(ratings=frozenset({"mood"})),
        Passes(cycle=True),
        Passes(signs=True),
        Passes(contexts=True),
        Passes(notes=True),
        Passes(moments=MomentsShown.COUNTED),
    ],
)
def test_whatever_is_switched_on_is_something(passes: Passes) -> None:
    assert not passes.nothing


def test_a_rolling_span_ends_with_the_day_it_is_looked_at() -> None:
    assert Passes(rolling_days=7).span(TODAY) == DateRange.last_days(7, TODAY)


def test_fixed_dates_stay_where_they_are() -> None:
    may = DateRange(date(2026, 5, 1), date(2026, 6, 1))
    assert may == Passes(dates=may).span(TODAY)


def test_no_day_to_come_passes() -> None:
    year = DateRange(date(2026, 1, 1), date(2027, 1, 1))
    assert Passes(dates=year).span(TODAY) == DateRange(date(2026, 1, 1), date(2026, 11, 24))
    later = DateRange(date(2027, 1, 1), date(2027, 2, 1))
    assert not Passes(dates=later).span(TODAY)


@pytest.mark.parametrize("today", [date.min, date.max])
def test_the_ends_of_the_calendar_break_nothing(today: date) -> None:
    assert Passes(rolling_days=30).span(today).start <= today


@pytest.mark.parametrize("days", [0, -1, MOST_ROLLING_DAYS + 1])
def test_a_span_of_no_days_or_of_a_lifetime_is_refused(days: int) -> None:
    with pytest.raises(QuantityOutOfRange):
        Passes(rolling_days=days)


def test_what_is_no_rating_cannot_pass_as_one() -> None:
    passes = Passes(ratings=frozenset({"mood", "note", "bleeding"}))
    assert frozenset({"mood"}) == passes.ratings


def test_a_grant_opens_until_its_very_last_second() -> None:
    ends = NOON + timedelta(days=USUAL_LASTING_DAYS)
    assert given(ends).opens(ends - A_SECOND)
    assert not given(ends).opens(ends)


def test_a_withdrawn_grant_opens_nothing() -> None:
    assert not given(None, NOON).opens(NOON - A_SECOND)


def test_a_grant_without_an_end_goes_on() -> None:
    assert given(None).opens(NOON + timedelta(days=36_500))


def test_the_end_is_counted_from_when_it_was_given() -> None:
    assert NOON + timedelta(days=30) == expiry(NOON, 30)
    assert expiry(NOON, None) is None


@pytest.mark.parametrize("days", [0, -3, MOST_LASTING_DAYS + 1])
def test_a_grant_lasts_a_day_at_least_and_ten_years_at_most(days: int) -> None:
    with pytest.raises(QuantityOutOfRange):
        expiry(NOON, days)


def test_a_recipient_has_a_name() -> None:
    assert validated_recipient("  Ada \n Lee ") == "Ada Lee"
    with pytest.raises(NameMissing):
        validated_recipient(" \t")
    with pytest.raises(TextTooLong):
        validated_recipient("a" * 81)


@pytest.mark.parametrize("preset", GrantPreset)
def test_no_preset_lets_notes_pass(preset: GrantPreset) -> None:
    assert not PRESETS[preset].notes


def test_a_partner_is_shown_the_card_and_nothing_of_the_record_unless_she_says() -> None:
    passes = PRESETS[GrantPreset.PARTNER]
    assert passes.card
    assert replace(passes, card=False).nothing


def test_a_preset_takes_the_dates_she_names() -> None:
    may = DateRange(date(2026, 5, 1), date(2026, 6, 1))
    assert may == preset_for(GrantPreset.COACH, may).dates
