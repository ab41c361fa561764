from journal.domain.moments import Author, BidResponse, Initiator, WithWhom
from journal.domain.tallies import MomentTally, tally_order
from tests.builders import on

DAY = on("2026-03-05")


def test_tallies_stand_oldest_first_and_what_is_not_recorded_before_what_is() -> None:
    in_order = [
        MomentTally(on("2026-03-04"), "smile", 1),
        MomentTally(DAY, "hug", 1),
        MomentTally(DAY, "hug", 1, with_whom=WithWhom.FRIEND),
        MomentTally(DAY, "hug", 1, author=Author.PARTNER),
        MomentTally(DAY, "hug", 1, phone_in_way=False),
        MomentTally(DAY, "hug", 1, phone_in_way=True),
        MomentTally(DAY, "hug", 9, response=BidResponse.TURNED_AWAY),
        MomentTally(DAY, "hug", 1, Initiator.BOTH),
        MomentTally(DAY, "hug", 1, Initiator.SELF),
        MomentTally(DAY, "smile", 1),
    ]
    backwards = in_order[::-1]
    assert in_order == sorted(backwards, key=tally_order)
