from dataclasses import replace

import pytest

from journal.domain.catalogues import CatalogueName, shipped_catalogue
from journal.domain.moments import Author, BidResponse, Initiator, Moment
from journal.views.moment_words import BID, moment_name
from tests.builders import on

CATALOGUE = shipped_catalogue(CatalogueName.MOMENTS)
PLAIN = Moment(on("2026-05-04"), BID)


@pytest.mark.parametrize(
    ("initiator", "response", "name"),
    [
        (Initiator.SELF, BidResponse.TURNED_AWAY, "A bid: I reached out, it went by"),
        (Initiator.PARTNER, BidResponse.TURNED_AWAY, "A bid: I missed theirs"),
        (Initiator.SELF, BidResponse.TURNED_TOWARD, "A bid: they answered me"),
        (Initiator.PARTNER, BidResponse.TURNED_TOWARD, "A bid: I answered them"),
        (Initiator.SELF, None, "A bid"),
        (Initiator.BOTH, BidResponse.TURNED_AWAY, "A bid"),
    ],
)
def test_a_bid_is_called_by_how_it_was_met(
    initiator: Initiator, response: BidResponse | None, name: str
) -> None:
    assert name == moment_name(replace(PLAIN, initiator=initiator, response=response), CATALOGUE)


def test_another_moment_is_called_by_its_kind() -> None:
    hug = Moment(
        on("2026-05-04"),
        "long_hug",
        initiator=Initiator.SELF,
        response=BidResponse.TURNED_AWAY,
    )
    assert moment_name(hug, CATALOGUE) == "Long hug"


def test_what_the_partner_noted_is_called_the_partners() -> None:
    theirs = replace(PLAIN, author=Author.PARTNER)
    assert moment_name(theirs, CATALOGUE) == "A bid (noted by my partner)"
