from dataclasses import replace

import pytest

from journal.connection.bids import FEWEST_ANSWERS, Share, bids, is_enough, share, shown
from journal.domain.moments import Author, BidResponse, Initiator, WithWhom
from journal.domain.tallies import MomentTally
from tests.builders import on

TOWARD, AWAY, AGAINST = BidResponse
DAY = on("2026-11-22")


def tally(
    count: int,
    initiator: Initiator | None = None,
    response: BidResponse | None = None,
    *,
    phone: bool | None = None,
    author: Author = Author.OWNER,
) -> MomentTally:
    return MomentTally(DAY, "long_hug", count, initiator, response, phone, author)


@pytest.mark.parametrize(
    ("part", "of", "low", "high"),
    [
        pytest.param(81, 263, 0.2553, 0.3662, id="Newcombe 1998, table I, method 3, 81 of 263"),
        pytest.param(15, 148, 0.0624, 0.1605, id="Newcombe 1998, table I, method 3, 15 of 148"),
        pytest.param(0, 20, 0.0, 0.1611, id="Newcombe 1998, table I, method 3, 0 of 20"),
        pytest.param(1, 29, 0.0061, 0.1718, id="Newcombe 1998, table I, method 3, 1 of 29"),
    ],
)
def test_an_interval_is_the_published_one(part: int, of: int, low: float, high: float) -> None:
    found = share(part, of)
    assert (low, high) == (round(found.low or 0, 4), round(found.high or 0, 4))


def test_a_share_of_nothing_has_neither_rate_nor_interval() -> None:
    assert share(0, 0) == Share(0, 0, None, None, None)


def test_all_of_them_reach_exactly_to_one() -> None:
    assert share(12, 12).high == 1.0


def test_below_the_fewest_answers_only_the_counts_are_shown() -> None:
    few, enough = share(2, FEWEST_ANSWERS - 1), share(2, FEWEST_ANSWERS)
    assert not is_enough(few)
    assert Share(2, FEWEST_ANSWERS - 1, None, None, None) == shown(few)
    assert shown(enough) == enough


def test_a_bid_without_a_recorded_answer_is_none_of_the_three() -> None:
    made = bids(
        [
            tally(6, Initiator.SELF, TOWARD),
            tally(2, Initiator.SELF, AWAY),
            tally(1, Initiator.SELF, AGAINST),
            tally(4, Initiator.SELF),
        ]
    ).own.made
    assert (made.toward.part, made.toward.of) == (6, 9)
    assert (made.away, made.against, made.unrecorded) == (2, 1, 4)


def test_a_bid_belongs_to_whoever_started_it_and_one_of_both_to_neither() -> None:
    own = bids(
        [
            tally(3, Initiator.SELF, TOWARD),
            tally(2, Initiator.PARTNER, AWAY),
            tally(5, Initiator.BOTH, TOWARD),
        ]
    ).own
    assert (own.made.toward.part, own.made.toward.of) == (3, 3)
    assert (own.received.toward.part, own.received.toward.of) == (0, 2)
    assert (own.starts.both.part, own.starts.both.of) == (5, 10)


def test_a_moment_without_an_initiator_is_a_moment_and_no_bid() -> None:
    own = bids([tally(7, None, TOWARD), tally(1, Initiator.SELF)]).own
    assert own.moments == 8
    assert (own.starts.own.part, own.starts.own.of, own.starts.unrecorded) == (1, 1, 7)
    assert own.made.toward.of + own.received.toward.of == 0


def test_a_phone_is_shared_out_over_the_moments_that_say_yes_or_no() -> None:
    own = bids([tally(1, phone=True), tally(3, phone=False), tally(9)]).own
    assert (own.phone.part, own.phone.of) == (1, 4)


def test_what_the_partner_noted_is_never_added_to_what_she_noted() -> None:
    found = bids(
        [
            tally(3, Initiator.SELF, TOWARD),
            tally(2, Initiator.SELF, AWAY, author=Author.PARTNER),
        ]
    )
    assert (found.own.moments, found.own.made.toward.of) == (3, 3)
    assert (found.partner.moments, found.partner.made.toward.part) == (2, 0)


def test_a_bid_to_a_child_or_a_friend_is_none_between_the_two_and_is_counted_beside() -> None:
    bid = tally(3, Initiator.SELF, TOWARD, phone=True)
    elsewhere = [replace(bid, with_whom=who) for who in WithWhom if who is not WithWhom.PARTNER]
    alone = replace(bid, kind="solo_pleasure", count=1)
    found = bids([bid, replace(bid, with_whom=WithWhom.PARTNER), *elsewhere, alone])
    assert (found.own.moments, found.own.made.toward.of, found.own.phone.of) == (6, 6, 6)
    assert found.elsewhere == 4 * 3 + 1
