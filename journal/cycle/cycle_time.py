"""Cycle time by PACTS: where between onset, ovulation and onset a day lies, from -1 to +1.

                      onset            ovulation            onset
    menses-centred      0 ............ +1 | -1 ............. 0
    ovulation-centred  -1 ............. 0 ................. +1

Phase-aligned cycle time scaling of Nagpal et al. (2025), doi 10.1016/j.psyneuen.2025.107584.
Three layers are kept apart: days around a confirmed ovulation; days around one imputed from the
next onset; days of a phase longer than the limits. None overwrites another. A day that can be
placed nowhere has no position; nothing is guessed for it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from journal.cycle.cycle_time_values import (
    ONSET_CLOSING,
    OVULATION,
    PACTS_BOUNDS,
    PACTS_GATES,
    CycleTime,
    Layer,
    LengthBounds,
    PhaseGates,
    Position,
)
from journal.cycle.scaled_phases import ScaledPhase, scaled_phases, stretches, with_imputed
from journal.domain.ranges import DateRange

_Places: TypeAlias = list[Position | None]


@dataclass(frozen=True, slots=True)
class LayerShares:
    """How many days of a span lie in each layer, each day in the surest it lies in."""

    days: int
    confirmed: int
    imputed: int
    extended: int

    @property
    def unplaced(self) -> int:
        """Days that lie in no layer."""
        return self.days - self.confirmed - self.imputed - self.extended

    def rate(self, layer: Layer) -> float | None:
        """Return the share of days in a layer, 0-1; None of no days at all."""
        counts = {
            Layer.CONFIRMED: self.confirmed,
            Layer.IMPUTED: self.imputed,
            Layer.EXTENDED: self.extended,
            Layer.NONE: self.unplaced,
        }
        return counts[layer] / self.days if self.days else None


def cycle_times(
    onsets: Sequence[date],
    ovulations: Sequence[date],
    range_: DateRange,
    *,
    bounds: LengthBounds = PACTS_BOUNDS,
    gates: PhaseGates = PACTS_GATES,
    imputed: Mapping[date, date] | None = None,
    unended: Collection[date] = (),
) -> list[CycleTime]:
    """Place every date of a span in cycle time.

    Args:
        onsets: Menses onsets, oldest first, none twice; also those outside the span.
        ovulations: Confirmed ovulations, likewise.
        bounds: Cycle lengths whose ovulation may be imputed or whose phases may be too long.
        gates: Lengths within which a phase is placed.
        imputed: Estimated ovulations by the onset that closes their cycle; PACTS's fifteen days
            before that onset where not given. An empty mapping imputes none.
        unended: Onsets whose cycle did not end with the next one, as `stretches` reads them.

    Returns:
        One value per date of the span, in order; the work grows with its days.
    """
    # The day before tells whether a phase ends at an onset; it is left out at the end.
    sheet = _Sheet(range_.start.toordinal() - 1, len(range_) + 1)
    for stretch in stretches(onsets, ovulations, unended):
        length = stretch.length_days
        may_impute = length is not None and length in bounds
        guess = with_imputed(stretch, ovulations, imputed) if may_impute else None
        for placed in (stretch, guess):
            if placed is not None:
                for phase in scaled_phases(placed, gates, bounds):
                    sheet.lay(phase)
                sheet.pin_ovulations(placed.layer, placed.ovulations)
    sheet.pin_onsets(onset.toordinal() for onset in onsets)
    return sheet.times()


def layer_shares(times: Sequence[CycleTime]) -> LayerShares:
    """Count the days of each layer; a curve over cycle time needs its shares beside it."""
    counts = Counter(time.layer for time in times)
    return LayerShares(
        len(times), counts[Layer.CONFIRMED], counts[Layer.IMPUTED], counts[Layer.EXTENDED]
    )


class _Sheet:
    """One line per layer, with a place for every day, on which phases are laid."""

    def __init__(self, first: int, days: int) -> None:
        self._first = first
        self._days = days
        self._lines: dict[Layer, _Places] = {
            layer: [None] * self._days for layer in Layer if layer is not Layer.NONE
        }
        self._luteal_lengths: list[int | None] = [None] * self._days
        # Cycles share their lengths; forty years of days need few different positions.
        self._scales: dict[tuple[int, bool], list[Position]] = {}

    def lay(self, phase: ScaledPhase) -> None:
        """Write the positions of a phase, as far as it lies on the sheet."""
        length = phase.end - phase.start
        begins = phase.start - self._first + phase.is_luteal
        ends = begins + length
        kept = slice(max(begins, 0), min(ends, self._days))
        if kept.start >= kept.stop:
            return
        scale = self._scale(length, is_luteal=phase.is_luteal)
        line = self._lines[phase.layer]
        line[kept] = scale[kept.start - begins : kept.stop - begins]
        if phase.is_luteal and phase.layer is Layer.CONFIRMED:
            between = slice(kept.start, min(ends - 1, self._days))
            self._luteal_lengths[between] = [length - 1] * (between.stop - between.start)

    def pin_ovulations(self, layer: Layer, ovulations: Iterable[int]) -> None:
        """Place ovulations, also those around which no phase can be."""
        for ovulation in ovulations:
            if 0 <= ovulation - self._first < self._days:
                self._lines[layer][ovulation - self._first] = OVULATION

    def pin_onsets(self, onsets: Iterable[int]) -> None:
        """Let every onset close the phase before it, in the layers that place its last day."""
        for place in (onset - self._first for onset in onsets):
            for line in self._lines.values():
                if 0 < place < self._days and line[place - 1] is not None:
                    line[place] = ONSET_CLOSING

    def times(self) -> list[CycleTime]:
        """Return the days after the first, oldest first."""
        dates = map(date.fromordinal, range(self._first + 1, self._first + self._days))
        layers = (Layer.CONFIRMED, Layer.IMPUTED, Layer.EXTENDED)
        confirmed, imputed, extended = (self._lines[layer][1:] for layer in layers)
        return list(map(CycleTime, dates, confirmed, imputed, extended, self._luteal_lengths[1:]))

    def _scale(self, length: int, *, is_luteal: bool) -> list[Position]:
        """Return the days after an ovulation up to the onset, or from an onset to before it."""
        key = (length, is_luteal)
        if key not in self._scales:
            self._scales[key] = (
                [Position((day - length) / length, day / length) for day in range(1, length + 1)]
                if is_luteal
                else [Position(day / length, (day - length) / length) for day in range(length)]
            )
        return self._scales[key]
