"""What was felt where: on how many days, and with which kinds of moments.

A sensation is noted on a moment or on a day. That it was noted on a moment and that it was noted
on a day which also held a moment are two things, and are never added up. Nothing here says that
one goes with the other more than by chance: these are counts, each with what it is out of.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from journal.analysis.noted import Whole, noted_in
from journal.domain.catalogues import Catalogue, CatalogueName
from journal.domain.days import Sensation
from journal.domain.journal import ReadableJournal
from journal.domain.moments import Author
from journal.domain.ranges import ONE_DAY, DateRange
from journal.domain.tallies import FeltTally


@dataclass(frozen=True, slots=True)
class FeltName:
    """A place, or a quality, and on how many days it was felt."""

    code: str
    name: str
    days: int


@dataclass(frozen=True, slots=True)
class FeltAt:
    """On how many days one sensation was felt; `place` and `quality` are their names."""

    sensation: Sensation
    place: str
    quality: str
    days: int

    @property
    def words(self) -> str:
        """Its name: "Heart: warmth"."""
        return f"{self.place}: {self.quality.lower()}"


@dataclass(frozen=True, slots=True)
class FeltWith:
    """A sensation beside one kind of moment, as she noted both.

    Attributes:
        felt: The sensation.
        kind: Names the kind of moment.
        on_moments: Moments of the kind on which it was noted, of `moments`.
        on_days: Days with the kind on which it was noted for the day itself, of `days`.
    """

    felt: FeltAt
    kind: str
    on_moments: int
    moments: int
    on_days: int
    days: int


@dataclass(frozen=True, slots=True)
class Felt:
    """What was felt in a span.

    Attributes:
        dates: The days on which something was felt, on the day or on a moment of it.
        sensations: Those of most days first.
        places: In the order of the catalogue, her own last.
        qualities: Likewise.
        with_moments: By sensation as above, then kinds with it on most moments first.
    """

    dates: tuple[date, ...]
    sensations: tuple[FeltAt, ...]
    places: tuple[FeltName, ...]
    qualities: tuple[FeltName, ...]
    with_moments: tuple[FeltWith, ...]


def felt_in(journal: ReadableJournal, range_: DateRange, today: date) -> Felt:
    """Count what was felt in a span; reading costs no more than the span holds.

    Args:
        journal: Whose sensations are counted; what her partner noted of moments is not hers.
        range_: The span.
        today: The last day that counts.
    """
    span = DateRange(range_.start, max(range_.start, min(range_.end, today + ONE_DAY)))
    tallies = journal.felt(span)
    places = journal.catalogue(CatalogueName.PLACES)
    qualities = journal.catalogue(CatalogueName.QUALITIES)
    dates: dict[Sensation, set[date]] = defaultdict(set)
    for tally in tallies:
        dates[tally.sensation].add(tally.date)
    often = sorted(dates, key=lambda felt: (-len(dates[felt]), felt))
    sensations = tuple(
        FeltAt(felt, places.name(felt.place), qualities.name(felt.quality), len(dates[felt]))
        for felt in often
    )
    return Felt(
        dates=tuple(sorted(set().union(*dates.values()))),
        sensations=sensations,
        places=_named(_united(dates, lambda felt: felt.place), places),
        qualities=_named(_united(dates, lambda felt: felt.quality), qualities),
        with_moments=tuple(_beside(journal, span, tallies, sensations)) if tallies else (),
    )


def _united(
    dates: Mapping[Sensation, set[date]], key: Callable[[Sensation], str]
) -> dict[str, set[date]]:
    """Return the dates of all sensations that share a place, or a quality."""
    found: dict[str, set[date]] = defaultdict(set)
    for felt, days in dates.items():
        found[key(felt)] |= days
    return found


def _named(dates: Mapping[str, set[date]], catalogue: Catalogue) -> tuple[FeltName, ...]:
    known = [code for code in catalogue.entries if code in dates]
    codes = [*known, *sorted(dates.keys() - set(known))]
    return tuple(FeltName(code, catalogue.name(code), len(dates[code])) for code in codes)


def _beside(
    journal: ReadableJournal,
    span: DateRange,
    tallies: Sequence[FeltTally],
    sensations: Sequence[FeltAt],
) -> list[FeltWith]:
    """Lay each sensation beside each kind of moment it was noted on, or shared a day with."""
    own = _OwnMoments(journal, span)
    kinds_on = own.kinds_on({felt.date for felt in tallies if felt.kind is None})
    on_moments: Counter[tuple[Sensation, str]] = Counter()
    on_days: Counter[tuple[Sensation, str]] = Counter()
    for felt in tallies:
        if felt.kind is None:
            on_days.update((felt.sensation, kind) for kind in kinds_on[felt.date])
        else:
            on_moments[felt.sensation, felt.kind] += felt.count
    catalogue = journal.catalogue(CatalogueName.MOMENTS)
    places = {at.sensation: place for place, at in enumerate(sensations)}
    pairs = sorted(
        on_moments.keys() | on_days.keys(),
        key=lambda pair: (places[pair[0]], -on_moments[pair], -on_days[pair], pair[1]),
    )
    return [
        FeltWith(
            felt=sensations[places[felt]],
            kind=catalogue.name(kind),
            on_moments=on_moments[felt, kind],
            moments=own.moments[kind],
            on_days=on_days[felt, kind],
            days=own.days[kind],
        )
        for felt, kind in pairs
    ]


class _OwnMoments:
    """The moments she noted: how many of each kind, and on how many days."""

    def __init__(self, journal: ReadableJournal, span: DateRange) -> None:
        noted = noted_in(journal, span)
        names = list(dict.fromkeys(sort.kind for sort in noted.sorts))
        places = {kind: place for place, kind in enumerate(names)}
        own = noted.where(lambda sort: sort.manner.author is Author.OWNER)
        kinds = noted.each(lambda sort: places[sort.kind])[own].astype(np.int64)
        self._names, self._first = names, span.start.toordinal()
        # A row for each day of the span, a column for each kind.
        self._is_noted = np.zeros((len(span), len(names)), dtype=bool)
        self._is_noted[noted.days[own] - self._first, kinds] = True
        self.moments = self._by_name(np.bincount(kinds, minlength=len(names)))
        self.days = self._by_name(self._is_noted.sum(axis=0))

    def kinds_on(self, days: set[date]) -> Mapping[date, list[str]]:
        """Return the kinds noted on each of some days."""
        return {
            day: [
                self._names[place]
                for place in np.flatnonzero(self._is_noted[day.toordinal() - self._first])
            ]
            for day in days
        }

    def _by_name(self, counts: Whole) -> Counter[str]:
        return Counter(dict(zip(self._names, counts.tolist(), strict=True)))
