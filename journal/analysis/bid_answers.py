"""The answers to bids as she noted them, day by day, counted in bulk: how they were met."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

import numpy as np

from journal.analysis.noted import Noted, Sort, Whole
from journal.connection.between_two import is_between_two
from journal.connection.bids import Share, share, shown
from journal.domain.moments import Author, BidResponse, Initiator

Key = TypeVar("Key", bound=Hashable)
# What can be made of an answer: whose bid it was, and whether it was turned toward.
_SIDES: Final = (Initiator.SELF, Initiator.PARTNER)
_NO_ANSWER: Final = -1


@dataclass(frozen=True, slots=True)
class Toward:
    """Bids turned toward, as the owner noted them: those she made, and those made to her."""

    made: Share
    received: Share


NO_ANSWERS: Final = Toward(share(0, 0), share(0, 0))


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to bids between the two.

    Attributes:
        dates: The days with an answer, oldest first.
        counts: A row for each of them: bids she made that were turned toward, and that were not;
            then likewise of bids made to her.
    """

    dates: tuple[date, ...]
    counts: Whole

    def split(self, keys: Sequence[Key | None]) -> Mapping[Key, Toward]:
        """Add the answers up by a key of their day; None leaves a day out.

        Args:
            keys: One for each of `dates`.
        """
        known = {key: place for place, key in enumerate(dict.fromkeys(keys)) if key is not None}
        placed = [_NO_ANSWER if key is None else known[key] for key in keys]
        places = np.array(placed, dtype=np.int64)
        return {key: _toward(self.counts[places == place]) for key, place in known.items()}


def answers_in(noted: Noted) -> Answers:
    """Count the answers day by day."""
    classes = noted.each(_class_of).astype(np.int64)
    answered = classes != _NO_ANSWER
    days, places = np.unique(noted.days[answered], return_inverse=True)
    width = 2 * len(_SIDES)
    counts = np.bincount(places * width + classes[answered], minlength=len(days) * width)
    return Answers(tuple(map(date.fromordinal, days.tolist())), counts.reshape(len(days), width))


def _class_of(sort: Sort) -> int:
    """Return the column of `Answers.counts` a sort of moment belongs to."""
    said = sort.manner
    if (
        said.author is not Author.OWNER
        or said.initiator not in _SIDES
        or said.response is None
        or not is_between_two(sort.kind, said.with_whom)
    ):
        return _NO_ANSWER
    turned_away = said.response is not BidResponse.TURNED_TOWARD
    return 2 * _SIDES.index(said.initiator) + turned_away


def _toward(counts: Whole) -> Toward:
    made, not_met, received, not_turned = counts.sum(axis=0).tolist()
    return Toward(shown(share(made, made + not_met)), shown(share(received, received + not_turned)))
