"""What a recorded moment is called among the others, and the bids that are recorded in one tap."""

from dataclasses import dataclass
from typing import Final

from journal.domain.catalogues import Catalogue
from journal.domain.labels import AUTHOR_WORDS
from journal.domain.moments import Author, BidResponse, Initiator, Moment
from journal.views.words import literal

BID: Final = "bid"  # its code in the catalogue of moments
BIDS_TITLE: Final = "Reached out"


@dataclass(frozen=True, slots=True)
class BidChip:
    """A bid and how it was met, together in one tap; missed or answered, it is the same tap."""

    name: str
    initiator: Initiator
    response: BidResponse

    @property
    def code(self) -> str:
        """A stable name for its widget."""
        return f"{self.initiator}.{self.response}"

    def is_like(self, moment: Moment) -> bool:
        """Say whether a moment is such a bid."""
        return (moment.kind, moment.initiator, moment.response) == (
            BID,
            self.initiator,
            self.response,
        )


BID_CHIPS: Final = (
    BidChip("I reached out, it went by", Initiator.SELF, BidResponse.TURNED_AWAY),
    BidChip("I missed theirs", Initiator.PARTNER, BidResponse.TURNED_AWAY),
    BidChip("They answered me", Initiator.SELF, BidResponse.TURNED_TOWARD),
    BidChip("I answered them", Initiator.PARTNER, BidResponse.TURNED_TOWARD),
)


def moment_name(moment: Moment, catalogue: Catalogue) -> str:
    """Name a moment as Markdown; a bid with how it was met, a partner's as the partner's."""
    name = literal(catalogue.name(moment.kind))
    met = next((chip.name for chip in BID_CHIPS if chip.is_like(moment)), None)
    said = f"{name}: {_within_a_sentence(met)}" if met else name
    return (
        said
        if moment.author is Author.OWNER
        else f"{said} ({_within_a_sentence(AUTHOR_WORDS[moment.author])})"
    )


def _within_a_sentence(words: str) -> str:
    return words if words.startswith("I ") else f"{words[0].lower()}{words[1:]}"
