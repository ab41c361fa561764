"""What may be written when, and what "same as the day before" carries over."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given

from journal.domain.day_fields import validated_field
from journal.domain.days import PLAIN_FIELDS, Day, Partner, SignStrength
from journal.domain.errors import DayInFuture
from journal.domain.journal import DayChanges
from journal.domain.recording import record, require_recordable, same_as
from tests.builders import day, on
from tests.strategies import DATES, day_changes

TODAY = on("2026-11-22")


class Written:
    """Keeps what it is told to save."""

    def __init__(self) -> None:
        self.saved: list[tuple[date, DayChanges]] = []

    def save_day(self, day: date, changes: DayChanges) -> None:
        """Write it down."""
        self.saved.append((day, changes))


def day_of(on_: date, changes: Mapping[str, object]) -> Day:
    """Make the day these changes lead to."""
    kept = {name: validated_field(name, value) for name, value in changes.items()}
    plain = {name: value for name, value in kept.items() if name in PLAIN_FIELDS}
    signs = {
        name.removeprefix("sign:"): value
        for name, value in kept.items()
        if name.startswith("sign:") and value is not None
    }
    return Day(on_, **plain, signs=signs)  # type: ignore[arg-type]  # the gate saw to their types


@pytest.mark.parametrize("days_ago", [0, 1, 4000])
def test_today_and_every_day_before_can_be_recorded(days_ago: int) -> None:
    journal = Written()
    that_day = TODAY - timedelta(days=days_ago)
    record(journal, that_day, {"mood": 7}, today=TODAY)  # type: ignore[arg-type]  # all it needs
    assert journal.saved == [(that_day, {"mood": 7})]


def test_nothing_of_tomorrow_is_written() -> None:
    journal = Written()
    with pytest.raises(DayInFuture, match="Monday 23 November 2026 has not come yet"):
        record(journal, on("2026-11-23"), {"mood": 7}, today=TODAY)  # type: ignore[arg-type]  # as above
    assert journal.saved == []


@given(DATES, DATES)
def test_a_day_can_be_recorded_exactly_when_it_has_come(that_day: date, today: date) -> None:
    if that_day <= today:
        require_recordable(that_day, today)
    else:
        with pytest.raises(DayInFuture):
            require_recordable(that_day, today)


def test_signs_and_being_apart_carry_over() -> None:
    yesterday = day(
        "2026-11-21",
        signs={"headache": SignStrength.MILD, "nausea": SignStrength.ABSENT},
        partner=Partner.APART,
    )
    assert same_as(yesterday, Day(TODAY)) == {
        "sign:headache": SignStrength.MILD,
        "sign:nausea": SignStrength.ABSENT,
        "partner": Partner.APART,
    }


def test_ratings_bleeding_and_notes_are_of_their_own_day() -> None:
    yesterday = day("2026-11-21", mood=7, bleeding="light", note="A long day", touch="welcome")
    assert same_as(yesterday, Day(TODAY)) == {}


def test_what_today_says_already_stays() -> None:
    yesterday = day("2026-11-21", signs={"headache": SignStrength.SEVERE}, partner=Partner.APART)
    today = day("2026-11-22", signs={"headache": SignStrength.ABSENT}, partner=Partner.TOGETHER)
    assert same_as(yesterday, today) == {}


@given(day_changes(), day_changes())
def test_nothing_recorded_is_ever_overwritten(
    before: Mapping[str, object], now: Mapping[str, object]
) -> None:
    yesterday, today = day_of(on("2026-11-21"), before), day_of(TODAY, now)
    carried = same_as(yesterday, today)
    assert not carried.keys() & today.recorded.keys()
    assert all(yesterday.value(name) == value for name, value in carried.items())


@given(day_changes(), day_changes())
def test_carrying_over_twice_carries_nothing_more(
    before: Mapping[str, object], now: Mapping[str, object]
) -> None:
    yesterday, today = day_of(on("2026-11-21"), before), day_of(TODAY, now)
    after = day_of(TODAY, today.recorded | dict(same_as(yesterday, today)))
    assert same_as(yesterday, after) == {}
