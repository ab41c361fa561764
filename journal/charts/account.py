"""The account, drawn: its balance as a line, what went in and out, and what was going on."""

from datetime import datetime, time, timedelta
from typing import Any, Final

import plotly.graph_objects as go

from journal.analysis.account import Account, BandBalance
from journal.analysis.steps import Step
from journal.charts.account_hover import hover_words
from journal.charts.account_lanes import (
    LANE_HEIGHT,
    LANE_NAMES,
    NARROWEST,
    ROW_HEIGHT,
    Named,
    fill,
    lane,
    name_notes,
    patches,
    rows_of_names,
)
from journal.charts.chart import Shade
from journal.charts.over_time import MANY_DAYS, STEP_MS, TICK_FORMATS
from journal.charts.panels import Panel, stacked
from journal.charts.theme import PALETTES, SIDE_MARGIN, SMALL_SIZE, faint
from journal.connection.account import BalanceDay
from journal.connection.account_bands import Band, BandKind
from journal.connection.account_words import balance_words, number_words
from journal.domain.ranges import ONE_DAY

BALANCE_HEIGHT: Final = 190
FLOW_HEIGHT: Final = 64
HEADROOM: Final = 0.18  # of the balances drawn, above the highest: numbers stand there
LEAST_TOP: Final = 1.0
NUMBER_ROOM: Final = 34  # pixels between two numbers on the line
BALANCE_NAME: Final = "Balance"
IN_NAME: Final = "Put in"
OUT_NAME: Final = "Taken out"
MET_NAME: Final = "The day before"
BAND_KINDS: Final = (BandKind.APART, BandKind.NOTED, BandKind.STRESS)


def account_figure(result: Account, shade: Shade) -> go.Figure:
    """Draw the account; a result without any day gives the empty frame."""
    named = rows_of_names(_of(BandKind.NOTED, result), result.range_)
    panels = [
        Panel(f"Balance at the end of each {result.step.value}", BALANCE_HEIGHT, _axis(result)),
        Panel(_flow_name(result), FLOW_HEIGHT, _flow_axis(result)),
        *_lane_panels(result, named),
    ]
    figure = stacked(shade, panels, tick_lines=2, legend_lines=0)
    figure.update_layout(showlegend=False, hovermode="x")
    figure.update_yaxes(zerolinecolor=PALETTES[shade].muted)
    figure.update_xaxes(
        type="date",
        range=_edges(result),
        tickformatstops=TICK_FORMATS,
        nticks=6,
        tickangle=0,
        showgrid=True,
    )
    figure.add_traces([*_behind(result, shade), *_line(result, shade), *_flows(result, shade)])
    figure.add_traces(_met(result, shade))
    for place, kind in enumerate(_kinds(result), start=3):
        if kind is BandKind.NOTED:
            figure.add_trace(_named_lane(named, result, f"y{place}", shade))
            for note in name_notes(named, result.range_, f"y{place}", shade):
                figure.add_annotation(note)
        else:
            bands = _of(kind, result)
            figure.add_trace(lane(kind, bands, result.range_, f"y{place}", shade=shade))
    for note in _numbers(result, shade):
        figure.add_annotation(note)
    return figure


def _of(kind: BandKind, result: Account) -> list[Band]:
    return [one.band for one in result.bands if one.band.kind is kind]


def _kinds(result: Account) -> list[BandKind]:
    return [kind for kind in BAND_KINDS if _of(kind, result)]


def _lane_panels(result: Account, named: list[Named]) -> list[Panel]:
    rows = max((one.row for one in named), default=0) + 1
    tops = {BandKind.NOTED: float(rows)}
    heights = {BandKind.NOTED: rows * ROW_HEIGHT}
    return [
        Panel(
            LANE_NAMES[kind],
            heights.get(kind, LANE_HEIGHT),
            {"range": [0, tops.get(kind, 1.0)], "showticklabels": False, "showgrid": False},
        )
        for kind in _kinds(result)
    ]


def _reach(result: Account) -> tuple[float, float]:
    balances = [point.balance for point in result.points]
    low, high = min([0.0, *balances]), max([LEAST_TOP, *balances])
    return low - (high - low) * 0.06, high + (high - low) * HEADROOM


def _axis(result: Account) -> dict[str, Any]:
    return {"range": list(_reach(result)), "nticks": 5, **_zero(result)}


def _zero(result: Account) -> dict[str, Any]:
    below = any(point.balance < 0 or point.withdrawals for point in result.points)
    return {"zeroline": True, "zerolinewidth": 1.5 if below else 1}


def _most(result: Account) -> tuple[float, float]:
    return (
        max((point.deposits for point in result.points), default=0.0),
        max((point.withdrawals for point in result.points), default=0.0),
    )


def _flow_name(result: Account) -> str:
    put_in, taken_out = _most(result)
    most = f"at most {number_words(put_in)}"
    if not taken_out:
        return f"Put in each {result.step.value}, {most}"
    return f"Put in ↑ {most} · taken out ↓ at most {number_words(taken_out)}"


def _flow_axis(result: Account) -> dict[str, Any]:
    put_in, taken_out = _most(result)
    reach = [-1.05 * taken_out, 1.05 * max(put_in, LEAST_TOP)]
    return {"range": reach, "showticklabels": False, "showgrid": False, **_zero(result)}


def _edges(result: Account) -> list[str]:
    """Return where the axis begins and ends; a day stands in the middle of its own width."""
    half = timedelta(hours=12) if result.step is Step.DAY else timedelta()
    midnights = (datetime.combine(day, time()) for day in (result.range_.start, result.range_.end))
    return [(midnight - half).isoformat() for midnight in midnights]


def _end_of(point: BalanceDay, result: Account) -> str:
    """Return the date a balance belongs to: the last day of its step."""
    return min(result.step.following(point.date) - ONE_DAY, result.range_.last).isoformat()


def _line(result: Account, shade: Shade) -> list[go.Scatter]:
    palette = PALETTES[shade]
    return [
        go.Scatter(
            name=BALANCE_NAME,
            x=[_end_of(point, result) for point in result.points],
            y=[round(point.balance, 3) for point in result.points],
            text=hover_words(result),
            mode="lines" if len(result.points) > 1 else "markers",
            line={"color": palette.accent, "width": 2.2},
            marker={"color": palette.accent, "size": 7},
            fill="tozeroy",
            fillcolor=faint(palette.accent, 0.1),
            hovertemplate="%{text}<extra></extra>",
        )
    ]


def _flows(result: Account, shade: Shade) -> list[go.Bar]:
    palette = PALETTES[shade]
    common: dict[str, Any] = {
        "yaxis": "y2",
        "width": 0.8 * STEP_MS[result.step],
        "offset": 0 if result.step is not Step.DAY else None,
        "hoverinfo": "skip",
    }
    put_in = [point for point in result.points if point.deposits]
    taken_out = [point for point in result.points if point.withdrawals]
    return [
        go.Bar(
            name=IN_NAME,
            x=[point.date for point in put_in],
            y=[point.deposits for point in put_in],
            marker={"color": faint(palette.accent, 0.85), "line": {"width": 0}},
            **common,
        ),
        go.Bar(
            name=OUT_NAME,
            x=[point.date for point in taken_out],
            y=[-point.withdrawals for point in taken_out],
            marker={"color": palette.categories[1], "line": {"width": 0}},
            **common,
        ),
    ]


def _behind(result: Account, shade: Shade) -> list[go.Scatter]:
    """Return the bands behind the line; one that covers the whole span would say nothing there."""
    foot, head = _reach(result)
    traces = []
    many = len(result.range_) > MANY_DAYS
    for kind in [BandKind.APART, BandKind.NOTED, *([] if many else [BandKind.STRESS])]:
        bands = [
            band
            for band in _of(kind, result)
            if band.range_.start > result.range_.start or band.range_.end < result.range_.end
        ]
        if bands:
            drawn = patches(bands, result.range_, foot, head)
            traces.append(
                go.Scatter(
                    name=f"{LANE_NAMES[kind]}, behind", **drawn, **fill(kind, shade, strong=False)
                )
            )
    return traces


def _shown(result: Account) -> list[BandBalance]:
    """Return the bands whose balance on the day before stands on the line, newest first."""
    if result.step is not Step.DAY:
        return []
    found = (
        one
        for one in result.bands
        if one.band.kind is not BandKind.STRESS
        and one.before is not None
        and one.band.range_.start > result.range_.start
    )
    return sorted(found, key=lambda one: one.band.range_, reverse=True)


def _met(result: Account, shade: Shade) -> list[go.Scatter]:
    shown, palette = _shown(result), PALETTES[shade]
    if not shown:
        return []
    return [
        go.Scatter(
            name=MET_NAME,
            x=[(one.band.range_.start - ONE_DAY).isoformat() for one in shown],
            y=[one.before for one in shown],
            mode="markers",
            marker={
                "symbol": "circle",
                "size": 8,
                "color": palette.background,
                "line": {"color": palette.text, "width": 1.6},
            },
            hoverinfo="skip",
        )
    ]


def _numbers(result: Account, shade: Shade) -> list[dict[str, Any]]:
    """Write the balances that bands met above the line, where two do not meet; newest first."""
    _, head = _reach(result)
    width = NARROWEST - SIDE_MARGIN["l"] - SIDE_MARGIN["r"]
    room = timedelta(days=NUMBER_ROOM / width * len(result.range_))
    notes: list[dict[str, Any]] = []
    written = None
    for one in _shown(result):
        day = one.band.range_.start - ONE_DAY
        if one.before is None or (written is not None and written - day < room):
            continue
        written = day
        notes.append(
            {
                "text": balance_words(one.before),
                "x": day.isoformat(),
                "y": head,
                "yanchor": "top",
                "showarrow": False,
                "font": {"size": SMALL_SIZE, "color": PALETTES[shade].text},
            }
        )
    return notes


def _named_lane(named: list[Named], result: Account, axis: str, shade: Shade) -> go.Scatter:
    rows = max((one.row for one in named), default=0) + 1
    x: list[Any] = []
    y: list[float | None] = []
    for one in named:
        foot = rows - one.row - 0.95
        corners = patches([one.band], result.range_, foot, foot + 0.2)
        x, y = [*x, *corners["x"]], [*y, *corners["y"]]
    return go.Scatter(
        name=LANE_NAMES[BandKind.NOTED],
        x=x,
        y=y,
        yaxis=axis,
        **fill(BandKind.NOTED, shade, strong=True),
    )
