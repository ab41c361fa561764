"""Turning toward over time, drawn: two sides, each dot with its interval, told apart by shape."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

import plotly.graph_objects as go

from journal.analysis.bid_answers import Toward
from journal.analysis.bids import BidOverview, BidStep
from journal.analysis.steps import Step
from journal.charts.chart import Shade
from journal.charts.over_time import TICK_FORMATS
from journal.charts.panels import Panel, stacked
from journal.charts.theme import PALETTES, Look, faint
from journal.connection.bids import Share
from journal.domain.labels import MONTH_WORDS, date_words

MADE_NAME: Final = "Bids you made"
RECEIVED_NAME: Final = "Bids made to you"
HEIGHT: Final = 110  # of each side
ROOM: Final = 4  # per cent below 0 and above 100, so that a dot at the edge is whole
AXIS_ROOM: Final = 44  # for "100 %"
_RECEIVED: Final = {Shade.LIGHT: 7, Shade.DARK: 8}  # places among the categories: no rating's own


@dataclass(frozen=True, slots=True)
class Side:
    """Whose bids."""

    name: str
    share: Callable[[Toward], Share]


SIDES: Final = (
    Side(MADE_NAME, lambda toward: toward.made),
    Side(RECEIVED_NAME, lambda toward: toward.received),
)


def side_look(side: Side, shade: Shade) -> Look:
    """Return how a side is drawn on every picture of bids."""
    palette = PALETTES[shade]
    if side.name == MADE_NAME:
        return Look(palette.moments, "circle", "solid")
    return Look(palette.categories[_RECEIVED[shade]], "diamond-open", "4px,3px")


def bids_figure(result: BidOverview, shade: Shade) -> go.Figure:
    """Draw a panel for each side; where a step has too few answers its line breaks."""
    axis = {"range": [-ROOM, 100 + ROOM], **percent_ticks()}
    panels = [
        Panel(f"{side.name}: turned toward, by {result.step.value}", HEIGHT, axis) for side in SIDES
    ]
    figure = stacked(shade, panels, tick_lines=2, legend_lines=0)
    figure.update_layout(hovermode="closest", margin_l=AXIS_ROOM)
    figure.update_annotations(xshift=1 - AXIS_ROOM)
    figure.update_xaxes(
        type="date",
        range=_edges(result),
        tickformatstops=TICK_FORMATS,
        nticks=6,
        showgrid=True,
        tickangle=0,
    )
    for side, axis_name in zip(SIDES, ("y", "y2"), strict=True):
        figure.add_traces(_side(side, result, axis_name, shade))
    return figure


def _edges(result: BidOverview) -> list[str]:
    first, last = result.steps[0].start, result.step.following(result.steps[-1].start)
    return [datetime.combine(day, time()).isoformat() for day in (first, last)]


def _side(side: Side, result: BidOverview, axis: str, shade: Shade) -> list[go.Scatter]:
    look = side_look(side, shade)
    x = [_middle(item, result.step) for item in result.steps]
    shares = [side.share(item.toward) for item in result.steps]
    y = [percent(share.rate) for share in shares]
    said = [
        f"<b>{step_words(item.start, result.step)}</b><br>{side.name}<br>{share_lines(share)}"
        for item, share in zip(result.steps, shares, strict=True)
    ]
    line = go.Scatter(
        name=side.name,
        x=x,
        y=y,
        yaxis=axis,
        mode="lines",
        line={"color": faint(look.colour, 0.5), "width": 1.2, "dash": look.dash},
        connectgaps=False,
        hoverinfo="skip",
        showlegend=False,
    )
    points = go.Scatter(
        name=side.name,
        x=x,
        y=y,
        yaxis=axis,
        mode="markers",
        marker=marker(look),
        error_y=reach(shares, look),
        cliponaxis=False,
        text=said,
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )
    return [line, points]


def _middle(item: BidStep, step: Step) -> str:
    start, end = (datetime.combine(day, time()) for day in (item.start, step.following(item.start)))
    length: timedelta = end - start
    return (start + length / 2).isoformat()


def marker(look: Look) -> dict[str, object]:
    """Return the dot of a side: full, or only its edge."""
    edge = 2 if look.symbol.endswith("open") else 0
    return {"symbol": look.symbol, "size": 9, "color": look.colour, "line": {"width": edge}}


def reach(shares: Sequence[Share], look: Look) -> dict[str, object]:
    """Return how far the intervals reach from their dots, in per cent, as plotly's error bars."""
    return {
        "type": "data",
        "symmetric": False,
        "array": [_between(share.rate, share.high) for share in shares],
        "arrayminus": [_between(share.low, share.rate) for share in shares],
        "color": faint(look.colour, 0.5),
        "thickness": 1.5,
        "width": 0,
    }


def key(name: str, look: Look) -> go.Scatter:
    """Return what stands in the legend: the dot on its dash."""
    return go.Scatter(
        name=name,
        x=[None],
        y=[None],
        mode="lines+markers",
        line={"color": look.colour, "width": 1.5, "dash": look.dash},
        marker=marker(look),
    )


def percent_ticks() -> dict[str, list[int] | list[str]]:
    """Return three ticks of an axis of shares."""
    ticks = [0, 50, 100]
    return {"tickvals": ticks, "ticktext": [f"{tick} %" for tick in ticks]}


def percent(rate: float | None) -> float | None:
    """Return a share of 0 to 1 as per cent, for an axis."""
    return None if rate is None else round(100 * rate, 1)


def _between(low: float | None, high: float | None) -> float | None:
    return None if low is None or high is None else round(100 * (high - low), 1)


def share_lines(share: Share) -> str:
    """Say a share to a pointer, with its n and its interval."""
    if share.rate is None or share.low is None or share.high is None:
        return f"{share.part:,} of {share.of:,}"
    spread = f"{100 * share.low:.0f} to {100 * share.high:.0f} %"
    return f"{share.part:,} of {share.of:,}: {100 * share.rate:.0f} % ({spread})"


def step_words(start: date, step: Step) -> str:
    """Name a step: "Week from 3 August 2026", "August 2026", "2026"."""
    if step is Step.YEAR:
        return str(start.year)
    month = f"{MONTH_WORDS[start.month - 1]} {start.year}"
    named = {Step.MONTH: month, Step.QUARTER: f"Quarter from {month}"}
    return named.get(step, f"{step.value.capitalize()} from {date_words(start)}")
