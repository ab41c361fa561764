"""The partner's card as the partner would see it, and what each of the two noted, side by side.

Only what she switched on or wrote for the card is on it. Nothing else of the journal passes: the
card is made from plain words, not from the record.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from journal.domain.days import Touch
from journal.domain.moments import Author
from journal.domain.partner_card import CardPart, PartnerCard
from journal.domain.tallies import MomentTally


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on the card; a part that is switched off is None or empty.

    Attributes:
        words: What she wrote for it.
        stands: Where she is in her cycle, in a few words.
        touch: What is welcome today; None, too, where she recorded nothing today.
        says_touch: The part is switched on, so that "nothing said" can be told from "off".
        things: Small things that do her good.
    """

    words: str = ""
    stands: str | None = None
    touch: Touch | None = None
    says_touch: bool = False
    things: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.stands or self.says_touch or self.things)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """How many moments of one kind each of the two noted."""

    kind: str
    own: int
    partner: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What each of the two noted; the sides are not compared, and none of them is the truth."""

    own: int
    partner: int
    kinds: tuple[SideBySide, ...]


def card(wanted: PartnerCard, *, stands: str | None, touch: Touch | None) -> Card:
    """Lay out the card, leaving out every part she did not switch on.

    Args:
        stands: Where she is in her cycle; None where that cannot be said.
        touch: As recorded today.
    """
    shows = wanted.shows
    says_touch = CardPart.TOUCH_TODAY in shows
    return Card(
        words=wanted.words.strip(),
        stands=stands if CardPart.WHERE_SHE_STANDS in shows else None,
        touch=touch if says_touch else None,
        says_touch=says_touch,
        things=wanted.things if CardPart.SMALL_THINGS in shows else (),
    )


def counts(tallies: Iterable[MomentTally]) -> Counts:
    """Count what each of the two noted, the kinds noted most often first."""
    noted = {author: Counter[str]() for author in Author}
    for tally in tallies:
        noted[tally.author][tally.kind] += tally.count
    own, partner = noted[Author.OWNER], noted[Author.PARTNER]
    both = own + partner
    kinds = sorted(both, key=lambda kind: (-both[kind], kind))
    return Counts(
        own.total(),
        partner.total(),
        tuple(SideBySide(kind, own[kind], partner[kind]) for kind in kinds),
    )
