from math import prod

from journal.domain.manners import CHOICES, Manner, manner_from
from journal.domain.moments import Author, BidResponse, Initiator, Moment, WithWhom
from tests.builders import on


def test_every_manner_has_a_number_of_its_own_and_comes_back_from_it() -> None:
    numbers = range(prod(len(choices) for choices in CHOICES.values()))
    manners = [manner_from(number) for number in numbers]
    assert list(numbers) == [manner.number for manner in manners]
    assert len(set(manners)) == len(numbers) < 2_000


def test_nothing_said_is_number_nought() -> None:
    assert Manner().number == 0


def test_the_manner_of_a_moment_is_what_was_said_of_it() -> None:
    said = Manner(Initiator.SELF, BidResponse.TURNED_AWAY, WithWhom.FRIEND, phone_in_way=False)
    moment = Moment(
        on("2026-05-04"),
        "smile",
        initiator=Initiator.SELF,
        response=BidResponse.TURNED_AWAY,
        with_whom=WithWhom.FRIEND,
        phone_in_way=False,
        minutes=5,
        note="by the window",
    )
    assert said == Manner.of(moment)
    assert Manner.of(moment).author is Author.OWNER
