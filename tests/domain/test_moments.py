"""A moment of connection: any kind, at any length a day has room for."""

import pytest

from journal.domain.errors import QuantityOutOfRange, TextTooLong
from journal.domain.moments import LONGEST_MINUTES, LONGEST_MOMENT_NOTE, Author, BidResponse, Moment
from tests.builders import on

DAY = on("2026-03-05")


def test_a_moment_needs_a_date_and_a_kind_and_nothing_else() -> None:
    moment = Moment(DAY, "long_hug")
    assert (moment.initiator, moment.response, moment.phone_in_way) == (None, None, None)
    assert (moment.minutes, moment.at, moment.note) == (None, None, None)
    assert moment.sensations == frozenset()


@pytest.mark.parametrize("minutes", [1, 90, LONGEST_MINUTES])
def test_a_moment_lasts_between_a_minute_and_a_day(minutes: int) -> None:
    assert Moment(DAY, "long_hug", minutes=minutes).minutes == minutes


@pytest.mark.parametrize("minutes", [-1, 0, LONGEST_MINUTES + 1])
def test_no_other_length_is_kept(minutes: int) -> None:
    with pytest.raises(QuantityOutOfRange) as failure:
        Moment(DAY, "long_hug", minutes=minutes)
    assert str(failure.value) == f"A moment must be between 1 and 1440 minutes, got {minutes}."


def test_the_note_of_a_moment_has_a_longest_length() -> None:
    longest = "a" * LONGEST_MOMENT_NOTE
    assert Moment(DAY, "long_hug", note=longest).note == longest
    with pytest.raises(TextTooLong) as failure:
        Moment(DAY, "long_hug", note=longest + "a")
    assert str(failure.value) == (
        "A moment's note can be up to 4,000 characters long; this has 4,001."
    )


def test_a_bid_is_met_in_one_of_three_ways_and_silence_is_none_of_them() -> None:
    assert [response.value for response in BidResponse] == ["toward", "away", "against"]
    assert Moment(DAY, "bid").response is None


def test_a_moment_is_the_owners_unless_it_says_otherwise() -> None:
    assert Author.OWNER is Moment(DAY, "long_hug").author
    assert Author.PARTNER is Moment(DAY, "long_hug", author=Author.PARTNER).author
