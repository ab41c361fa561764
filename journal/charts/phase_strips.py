"""Strips of phases below a chart: along time, and as shares of the cycles at each cycle day."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final, TypeAlias

import plotly.graph_objects as go

from journal.analysis.phase_bands import DayStanding, PhasePosition, PhaseShare
from journal.charts.chart import Shade
from journal.charts.cycle_marks import filled
from journal.charts.theme import CLEAR, phase_look
from journal.cycle.basis import Basis
from journal.cycle.phase_words import BASIS_NAMES, PHASE_NAMES
from journal.cycle.phases import Phase, PhaseSpan
from journal.domain.labels import counted

STRIP_TOP: Final = 1.0
STRIP_NAME: Final = "Phase, pale where estimated"
SHARES_NAME: Final = "Phase, share of cycles, pale where estimated"
Kind: TypeAlias = tuple[Phase, Basis]
PHASES_A_LINE: Final = 2  # of the legend, at 390 px
_HALF_A_DAY: Final = timedelta(hours=12)


def kinds_of(found: Iterable[PhaseSpan | PhaseShare]) -> list[Kind]:
    """Return which phases on which basis there are, as a cycle has them, observed first."""
    kinds = {(item.phase, item.basis) for item in found}
    return [(phase, basis) for phase in Phase for basis in Basis if (phase, basis) in kinds]


def kind_name(kind: Kind) -> str:
    """Name a phase with what it rests on: "Luteal phase, estimated"."""
    phase, basis = kind
    return f"{PHASE_NAMES[phase]}, {BASIS_NAMES[basis]}"


def legend_lines_of(phases: Collection[Phase]) -> int:
    """Return how many lines of a narrow legend so many phases take."""
    return -(-len(phases) // PHASES_A_LINE)


def phase_keys(phases: Collection[Phase], shade: Shade) -> list[go.Scatter]:
    """Return what stands in the legend, in the order of a cycle."""
    return [
        go.Scatter(
            name=PHASE_NAMES[phase],
            x=[None],
            y=[None],
            hoverinfo="skip",
            **filled(phase_look(phase, Basis.OBSERVED, shade)),
        )
        for phase in Phase
        if phase in phases
    ]


def strip_of_time(
    spans: Sequence[PhaseSpan],
    standings: Sequence[tuple[date, DayStanding]],
    axis: str,
    shade: Shade,
) -> list[go.Scatter]:
    """Draw phases along dates, and what each day says to a pointer.

    Args:
        spans: The phases.
        standings: The days.
        axis: Which y axis they lie on, from 0 to `STRIP_TOP`.
        shade: Light or dark.
    """
    bands = []
    for kind in kinds_of(spans):
        found = [span for span in spans if (span.phase, span.basis) == kind]
        bands.append(
            go.Scatter(
                name=kind_name(kind),
                x=[x for span in found for x in _corners(span)],
                y=[0, STRIP_TOP, STRIP_TOP, 0, 0, None] * len(found),
                yaxis=axis,
                hoverinfo="skip",
                showlegend=False,
                **filled(phase_look(*kind, shade)),
            )
        )
    return [*bands, _pointed(standings, axis)] if bands else []


def _corners(span: PhaseSpan) -> list[str | None]:
    """Return the corners of a band; a day stands in the middle of its own width."""
    days = (span.range_.start, span.range_.end)
    start, end = ((datetime.combine(day, time()) - _HALF_A_DAY).isoformat() for day in days)
    return [start, start, end, end, start, None]


def _pointed(standings: Sequence[tuple[date, DayStanding]], axis: str) -> go.Scatter:
    return go.Scatter(
        name="Phase",
        x=[day for day, _ in standings],
        y=[STRIP_TOP / 2] * len(standings),
        customdata=[hover_words(standing) for _, standing in standings],
        mode="markers",
        marker={"size": 10, "color": CLEAR},
        yaxis=axis,
        showlegend=False,
        hovertemplate="%{customdata}<extra></extra>",
    )


def hover_words(standing: DayStanding) -> str:
    """Say a day to a pointer: "Cycle day 14: around ovulation, estimated"."""
    said = [] if standing.cycle_day is None else [f"Cycle day {standing.cycle_day}"]
    words = standing_cell(standing)
    return ": ".join([*said, *([words.lower()] if words else [])])


def standing_cell(standing: DayStanding) -> str | None:
    """Name the phase of a day with its basis, as a table has it; None where nothing can be said."""
    if standing.phase is None or standing.basis is None:
        return None
    return kind_name((standing.phase, standing.basis))


def share_bars(positions: Sequence[PhasePosition], axis: str, shade: Shade) -> list[go.Bar]:
    """Draw the shares of the phases at each cycle day, to be stacked to one."""
    kinds = kinds_of([share for at in positions for share in at.shares])
    return [_bars(kind, positions, axis, shade) for kind in kinds]


def _bars(kind: Kind, positions: Sequence[PhasePosition], axis: str, shade: Shade) -> go.Bar:
    name, look = kind_name(kind), phase_look(*kind, shade)
    found = [
        (at, share) for at in positions for share in at.shares if (share.phase, share.basis) == kind
    ]
    return go.Bar(
        name=name,
        x=[at.position for at, _ in found],
        y=[share.share for _, share in found],
        customdata=[f"{share.cycles} of {counted(at.cycles, 'cycle')}" for at, share in found],
        width=1,
        marker={
            "color": look.fill,
            "line": {"width": 0},
            "pattern": filled(look)["fillpattern"],
        },
        yaxis=axis,
        showlegend=False,
        hovertemplate=f"{name}: %{{customdata}}<extra></extra>",
    )
