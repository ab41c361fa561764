"""Which halves of which cycles can be placed in cycle time, and in which layer.

Convention: dates are ordinals here (`date.toordinal`), because phases are laid onto lists of days.
The rules are those of PACTS (Nagpal et al. 2025).
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from journal.cycle.cycle_time_values import (
    IMPUTED_BEFORE_ONSET_DAYS,
    NEAR_CONFIRMED_DAYS,
    Layer,
    LengthBounds,
    PhaseGates,
)


@dataclass(frozen=True, slots=True)
class ScaledPhase:
    """The days from one landmark to the next, both included.

    Attributes:
        start: The onset of a follicular phase, the ovulation of a luteal one.
        end: The ovulation of a follicular phase, the next onset of a luteal one.
    """

    start: int
    end: int
    layer: Layer
    is_luteal: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time from one onset to the next; also before the first, and after the last.

    Attributes:
        onset: The onset it begins with; None before the first.
        following: The onset that closes its cycle; None where none is known to.
        ovulations: The ovulations inside, oldest first.
        layer: What those ovulations are: confirmed, or one that is imputed.
    """

    onset: int | None
    following: int | None
    ovulations: Sequence[int]
    layer: Layer = Layer.CONFIRMED

    @property
    def length_days(self) -> int | None:
        """Days from onset to onset."""
        if self.onset is None or self.following is None:
            return None
        return self.following - self.onset


def stretches(
    onsets: Sequence[date], ovulations: Sequence[date], unended: Collection[date]
) -> Iterator[Stretch]:
    """Cut time at the onsets; both sequences oldest first.

    Args:
        unended: Onsets whose cycle did not end with the next one, because pregnancy or time not
            recorded lies between; they are read like the onset of an open cycle.
    """
    marks = [onset.toordinal() for onset in onsets]
    confirmed = [ovulation.toordinal() for ovulation in ovulations]
    cut = {onset.toordinal() for onset in unended}
    for onset, following in pairwise([None, *marks, None]):
        first = 0 if onset is None else bisect_left(confirmed, onset)
        last = len(confirmed) if following is None else bisect_left(confirmed, following)
        yield Stretch(onset, None if onset in cut else following, confirmed[first:last])


def with_imputed(
    stretch: Stretch, ovulations: Sequence[date], imputed: Mapping[date, date] | None
) -> Stretch | None:
    """Impute the ovulation of a closed cycle; its length is for the caller to check.

    Args:
        ovulations: Every confirmed ovulation, oldest first.
        imputed: The ovulation by the onset that closes its cycle, instead of fifteen days before.

    Returns:
        The cycle with that ovulation; None where one was confirmed in it or within a week of that
        day, where `imputed` names none, and where that day lies outside.
    """
    if stretch.ovulations or stretch.onset is None or stretch.following is None:
        return None
    closing = date.fromordinal(stretch.following)
    if imputed is None:
        day = stretch.following - IMPUTED_BEFORE_ONSET_DAYS
    elif closing in imputed:
        day = imputed[closing].toordinal()
    else:
        return None
    if not stretch.onset <= day < stretch.following or _any_near(day, ovulations):
        return None
    return Stretch(stretch.onset, stretch.following, [day], Layer.IMPUTED)


def scaled_phases(
    stretch: Stretch, gates: PhaseGates, bounds: LengthBounds
) -> Iterator[ScaledPhase]:
    """Place the halves of a cycle around its ovulation.

    Of several ovulations the first ends the follicular phase and the last begins the luteal one;
    the days between are placed nowhere. A phase that is too long is still placed, in a layer of
    its own, where the ovulation is confirmed and the cycle closed and of a length in `bounds`.
    """
    length = stretch.length_days
    extensible = stretch.layer is Layer.CONFIRMED and length is not None and length in bounds
    too_long = Layer.EXTENDED if extensible else None
    if stretch.ovulations and stretch.onset is not None:
        first = stretch.ovulations[0]
        days = first - stretch.onset + 1
        layer = stretch.layer if days <= gates.longest_follicular else too_long
        if layer is not None and days >= gates.shortest_follicular:
            yield ScaledPhase(stretch.onset, first, layer, is_luteal=False)
    if stretch.ovulations and stretch.following is not None:
        last = stretch.ovulations[-1]
        days = stretch.following - last - 1
        layer = stretch.layer if days <= gates.longest_luteal else too_long
        if layer is not None and days >= gates.shortest_luteal:
            yield ScaledPhase(last, stretch.following, layer, is_luteal=True)


def _any_near(day: int, ovulations: Sequence[date]) -> bool:
    from_ = bisect_left(ovulations, date.fromordinal(day - NEAR_CONFIRMED_DAYS))
    return from_ < len(ovulations) and ovulations[from_].toordinal() <= day + NEAR_CONFIRMED_DAYS
