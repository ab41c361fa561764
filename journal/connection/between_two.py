"""Which moments are between the two: the account and the bids are about her and her partner.

A moment with nobody named counts, for naming somebody is optional. One with a child, the family, a
friend or herself is as good a moment, but none of these two's; it is counted apart and never lost.
"""

from collections.abc import Container
from typing import Final

from journal.domain.moments import WithWhom

# What is done alone by its very kind, whoever is named.
ALONE_KINDS: Final = frozenset({"breast_massage_self", "solo_pleasure"})
THE_TWO: Final = frozenset({None, WithWhom.PARTNER})


def is_between_two(kind: str, with_whom: WithWhom | None, weighed: Container[str] = ()) -> bool:
    """Say whether a moment is one of her and her partner.

    Args:
        kind: Its code.
        with_whom: As recorded; None is nobody named.
        weighed: Kinds done alone that she gave a number of their own: they count after all.
    """
    if kind in ALONE_KINDS:
        return kind in weighed
    return with_whom in THE_TWO
