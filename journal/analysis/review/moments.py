"""What was counted in a span, beside the span before: moments, bids, and what was felt.

Moments are those she noted herself; her partner's are counted apart, as both may have noted the
same one.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journal.analysis.account import account
from journal.analysis.sensations import FeltAt, felt_in
from journal.connection.bids import Share, Starts, bids, shown
from journal.domain.catalogues import CatalogueName
from journal.domain.journal import ReadableJournal
from journal.domain.moments import Author
from journal.domain.ranges import ONE_DAY, DateRange
from journal.domain.tallies import MomentTally


@dataclass(frozen=True, slots=True)
class Pair:
    """How many of one thing, in the span and in the one before."""

    name: str
    now: int
    before: int


@dataclass(frozen=True, slots=True)
class Met:
    """The moments of one span.

    Attributes:
        moments: All she noted.
        days: On how many days.
        from_partner: What her partner noted besides.
        starts: Who started, of those that say.
        made: Bids she made that were turned toward, of those that say how they were met.
        received: The same of bids made to her.
        balance: Of the account on the last day; None where there is none.
    """

    moments: int
    days: int
    from_partner: int
    starts: Starts
    made: Share
    received: Share
    balance: float | None


@dataclass(frozen=True, slots=True)
class ReviewMoments:
    """Both spans.

    Attributes:
        groups: By group of the catalogue, the largest of the span first.
        felt: On how many days each sensation was felt in the span or before, likewise.
    """

    now: Met
    before: Met
    groups: tuple[Pair, ...]
    felt: tuple[Pair, ...]

    @property
    def nothing(self) -> bool:
        """Whether neither span holds anything."""
        sides = (self.now, self.before)
        return not (self.felt or any(side.moments or side.from_partner for side in sides))


def review_moments(
    journal: ReadableJournal, range_: DateRange, before: DateRange, today: date
) -> ReviewMoments:
    """Count both spans; nothing after `today` counts."""
    tallies = [_tallies(journal, span, today) for span in (range_, before)]
    now, then = (
        _met(journal, part, span, today)
        for part, span in zip(tallies, (range_, before), strict=True)
    )
    return ReviewMoments(
        now=now,
        before=then,
        groups=_groups(journal, *tallies),
        felt=_felt(
            felt_in(journal, range_, today).sensations, felt_in(journal, before, today).sensations
        ),
    )


def _tallies(journal: ReadableJournal, span: DateRange, today: date) -> list[MomentTally]:
    end = max(span.start, min(span.end, today + ONE_DAY))
    return journal.moment_tallies(DateRange(span.start, end))


def _own(tallies: Sequence[MomentTally]) -> list[MomentTally]:
    return [tally for tally in tallies if tally.author is Author.OWNER]


def _met(
    journal: ReadableJournal, tallies: Sequence[MomentTally], span: DateRange, today: date
) -> Met:
    own = _own(tallies)
    moments = sum(tally.count for tally in own)
    found = bids(tallies).own
    days = account(journal, span, today).days
    return Met(
        moments=moments,
        days=len({tally.date for tally in own}),
        from_partner=sum(tally.count for tally in tallies) - moments,
        starts=found.starts,
        made=shown(found.made.toward),
        received=shown(found.received.toward),
        balance=days[-1].balance if days else None,
    )


def _groups(
    journal: ReadableJournal, now: Sequence[MomentTally], before: Sequence[MomentTally]
) -> tuple[Pair, ...]:
    entries = journal.catalogue(CatalogueName.MOMENTS).entries
    counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for found, tallies in zip(counts, (now, before), strict=True):
        for tally in _own(tallies):
            entry = entries.get(tally.kind)
            found[entry.group if entry else ""] += tally.count
    return _pairs(*counts)


def _felt(now: Sequence[FeltAt], before: Sequence[FeltAt]) -> tuple[Pair, ...]:
    later, earlier = (Counter({at.words: at.days for at in side}) for side in (now, before))
    return _pairs(later, earlier)


def _pairs(now: Counter[str], before: Counter[str]) -> tuple[Pair, ...]:
    names = sorted(now.keys() | before.keys(), key=lambda name: (-now[name], -before[name], name))
    return tuple(Pair(name, now[name], before[name]) for name in names)
