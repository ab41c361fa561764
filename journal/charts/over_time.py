"""Over time, drawn: ratings as points and lines; below, bleeding, moments and contexts."""

import html
from datetime import datetime, time, timedelta
from typing import Final

import plotly.graph_objects as go

from journal.analysis.over_time import BleedingMark, ContextBand, Course, Line, OverTime
from journal.analysis.steps import WEEK_DAYS, Step
from journal.charts.chart import Shade
from journal.charts.cycle_marks import room_for_legend
from journal.charts.panels import Panel, rating_panel, stacked, strip_panel
from journal.charts.phase_strips import STRIP_NAME, STRIP_TOP, phase_keys, strip_of_time
from journal.charts.theme import PALETTES, SMALL_SIZE, faint, look
from journal.domain.days import Bleeding
from journal.domain.labels import BLEEDING_WORDS, context_words
from journal.domain.ranges import ONE_DAY
from journal.domain.ratings import HIGHEST, LOWEST, RATINGS

# The height of a bar says how much; an amount nobody noted is hatched at half height.
AMOUNTS: Final = {
    Bleeding.NONE: 0.0,
    Bleeding.SPOTTING: 1.0,
    Bleeding.LIGHT: 2.0,
    Bleeding.MEDIUM: 3.0,
    Bleeding.HEAVY: 4.0,
    Bleeding.FLOODING: 5.0,
    Bleeding.UNSPECIFIED: 2.5,
}
DAY_MS: Final = 86_400_000
STEP_MS: Final = {
    Step.DAY: DAY_MS,
    Step.WEEK: WEEK_DAYS * DAY_MS,
    Step.MONTH: 30 * DAY_MS,
    Step.QUARTER: 91 * DAY_MS,
}
HEAVIEST: Final = 5.5
STRIP_HEIGHT: Final = 36
PHASE_HEIGHT: Final = 18
LANE_HEIGHT: Final = 30
DATE_HOVER: Final = {
    Step.DAY: "%A %-d %B %Y",
    Step.WEEK: "Week from %-d %B %Y",
    Step.MONTH: "%B %Y",
    Step.QUARTER: "Quarter from %B %Y",
}
# A second line appears only where it changes.
TICK_FORMATS: Final = [
    {"dtickrange": [None, "M1"], "value": "%-d %b\n%Y"},
    {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]
# Beyond this many days the points step back behind their lines.
MANY_DAYS: Final = 120


def over_time_figure(result: OverTime, shade: Shade) -> go.Figure:
    """Draw ratings over time; a result without any gives the empty frame."""
    panels = _panels(result)
    phases = {span.phase for span in result.phases}
    figure = stacked(shade, panels, tick_lines=2)
    figure.update_xaxes(
        type="date",
        range=_edges(result),
        hoverformat=DATE_HOVER[result.step],
        tickformatstops=TICK_FORMATS,
        nticks=7,
        showgrid=True,
    )
    for course in result.courses:
        figure.add_traces(_course(course, result, shade))
    places = {panel.name: f"y{place}" for place, panel in enumerate(panels, start=1)}
    if result.onsets:
        figure.add_trace(_boundaries(result, shade))
    if phases:
        place = places[STRIP_NAME]
        figure.add_traces(strip_of_time(result.phases, result.standings, place, shade))
        figure.add_traces(phase_keys(phases, shade))
    if result.bleeding:
        figure.add_trace(_bleeding(result, places[_bleeding_name(result)], shade))
    if result.moments:
        figure.add_trace(_moments(result, places[_moments_name(result)], shade))
    _draw_contexts(figure, result, places.get("Contexts", ""), shade)
    return room_for_legend(figure, hovermode="x unified")


def _edges(result: OverTime) -> list[str]:
    """Return where the axis begins and ends; a day stands in the middle of its own width."""
    half = timedelta(hours=12) if result.step is Step.DAY else timedelta()
    midnights = (datetime.combine(day, time()) for day in (result.range_.start, result.range_.end))
    return [(midnight - half).isoformat() for midnight in midnights]


def _panels(result: OverTime) -> list[Panel]:
    panels = [rating_panel(_rating_name(result))]
    if result.phases:
        panels.append(strip_panel(STRIP_NAME, PHASE_HEIGHT, STRIP_TOP))
    if result.bleeding:
        top = max((mark.days for mark in result.bleeding), default=1) * 1.05
        top = HEAVIEST if result.step is Step.DAY else top
        panels.append(strip_panel(_bleeding_name(result), STRIP_HEIGHT, top))
    if result.moments:
        top = max(count for _, count in result.moments) * 1.05
        panels.append(strip_panel(_moments_name(result), STRIP_HEIGHT, top))
    if result.contexts:
        lanes = len(_lanes(result))
        panels.append(strip_panel("Contexts", LANE_HEIGHT * lanes, lanes))
    return panels


def _rating_name(result: OverTime) -> str:
    if result.step is Step.DAY:
        return "Rating, 0 to 10"
    return f"Rating, 0 to 10 · by {result.step.value}"


def _bleeding_name(result: OverTime) -> str:
    if result.step is Step.DAY:
        return "Bleeding"
    most = max(mark.days for mark in result.bleeding)
    return f"Days with bleeding a {result.step.value}, at most {most}"


def _moments_name(result: OverTime) -> str:
    most = max(count for _, count in result.moments)
    return f"Moments a {result.step.value}, at most {most}"


def _course(course: Course, result: OverTime, shade: Shade) -> list[go.Scatter]:
    name = RATINGS[course.code].name
    style = look(course.code, shade)
    many = len(result.range_) > MANY_DAYS
    line = go.Scatter(
        name=name,
        x=list(course.line.dates),
        y=list(course.line.values),
        mode="lines",
        line={"color": style.colour, "width": 2.5, "dash": style.dash},
        showlegend=False,
        hoverinfo="skip",
        connectgaps=False,
    )
    points = go.Scatter(
        name=name,
        x=list(course.dates),
        y=list(course.values),
        customdata=list(course.days),
        mode="markers",
        marker={
            "color": style.colour,
            # A day apart is hollow: told apart without a colour, and never read as the others.
            "symbol": [style.symbol + ("-open" if away else "") for away in course.apart]
            or style.symbol,
            "size": 4 if many else 7,
            "opacity": 0.35 if many else 0.55,
            "line": {"width": 0},
        },
        showlegend=False,
        hovertemplate=_hover(name, result.step),
    )
    keys = [_key(course.code, shade)]
    if any(course.apart):
        keys.append(_apart_key(course.code, shade))
    return [*_band(course.line, style.colour), points, line, *keys]


def _apart_key(code: str, shade: Shade) -> go.Scatter:
    """Return what says in the legend which points are days apart."""
    style = look(code, shade)
    return go.Scatter(
        name=f"{RATINGS[code].name}, apart",
        x=[None],
        y=[None],
        mode="markers",
        marker={"color": style.colour, "symbol": f"{style.symbol}-open", "size": 8},
    )


def _hover(name: str, step: Step) -> str:
    if step is Step.DAY:
        return f"{name} %{{y:d}}<extra></extra>"
    return f"{name}: median %{{y:.1f}}, %{{customdata}} days<extra></extra>"


def _key(code: str, shade: Shade) -> go.Scatter:
    """Return what stands in the legend: the line with its marker, never faint."""
    style = look(code, shade)
    return go.Scatter(
        name=RATINGS[code].name,
        x=[None],
        y=[None],
        mode="lines+markers",
        line={"color": style.colour, "width": 2.5, "dash": style.dash},
        marker={"color": style.colour, "symbol": style.symbol, "size": 8},
    )


def _band(line: Line, colour: str) -> list[go.Scatter]:
    """Return the middle half as closed shapes, one for each unbroken piece of the line."""
    x, y = [], []
    for piece in _pieces(line):
        x += [line.dates[row] for row in (*piece, *reversed(piece))] + [None]
        y += [line.upper[row] for row in piece] + [line.lower[row] for row in reversed(piece)]
        y.append(None)
    if not x:
        return []
    return [
        go.Scatter(
            name="Middle half",
            x=x,
            y=y,
            mode="lines",
            line={"width": 0},
            fill="toself",
            fillcolor=faint(colour, 0.15),
            hoverinfo="skip",
            showlegend=False,
        )
    ]


def _pieces(line: Line) -> list[list[int]]:
    pieces: list[list[int]] = [[]]
    for row, value in enumerate(line.lower):
        if value is None:
            pieces.append([])
        else:
            pieces[-1].append(row)
    return [piece for piece in pieces if piece]


def _boundaries(result: OverTime, shade: Shade) -> go.Scatter:
    return go.Scatter(
        name="A cycle starts",
        x=[x for onset in result.onsets for x in (onset, onset, None)],
        y=[LOWEST - 0.5, HIGHEST + 0.5, None] * len(result.onsets),
        mode="lines",
        line={"color": faint(PALETTES[shade].bleeding, 0.7), "width": 1, "dash": "2px,3px"},
        hoverinfo="skip",
    )


def _bleeding(result: OverTime, axis: str, shade: Shade) -> go.Bar:
    marks = result.bleeding
    return go.Bar(
        name="Bleeding",
        x=[mark.date for mark in marks],
        y=[_amount(mark) for mark in marks],
        customdata=[_bleeding_words(mark) for mark in marks],
        width=0.85 * STEP_MS[result.step],
        offset=0 if result.step is not Step.DAY else None,
        marker={
            "color": PALETTES[shade].bleeding,
            "line": {"width": 0},
            "pattern": {
                "shape": ["/" if mark.bleeding is Bleeding.UNSPECIFIED else "" for mark in marks],
                "size": 5,
            },
        },
        yaxis=axis,
        showlegend=False,
        hovertemplate="Bleeding: %{customdata}<extra></extra>",
    )


def _amount(mark: BleedingMark) -> float:
    return float(mark.days) if mark.bleeding is None else AMOUNTS[mark.bleeding]


def _bleeding_words(mark: BleedingMark) -> str:
    if mark.bleeding is None:
        return f"{mark.days} days"
    words = BLEEDING_WORDS[mark.bleeding].lower()
    return f"{words}, not my period" if mark.not_my_period else words


def _moments(result: OverTime, axis: str, shade: Shade) -> go.Bar:
    return go.Bar(
        name="Moments",
        x=[day for day, _ in result.moments],
        y=[count for _, count in result.moments],
        width=0.85 * STEP_MS[result.step],
        offset=0 if result.step is not Step.DAY else None,
        marker={"color": faint(PALETTES[shade].moments, 0.85), "line": {"width": 0}},
        yaxis=axis,
        showlegend=False,
        hovertemplate="Moments: %{y}<extra></extra>",
    )


def _draw_contexts(figure: go.Figure, result: OverTime, axis: str, shade: Shade) -> None:
    palette = PALETTES[shade]
    lanes = _lanes(result)
    middle = result.range_.start + (result.range_.end - result.range_.start) / 2
    for place, (name, bands) in enumerate(lanes.items()):
        foot = len(lanes) - place - 0.85
        late = bands[0].start > middle
        figure.add_trace(_bars_of_context(name, bands, foot, axis=axis, colour=palette.muted))
        figure.add_annotation(
            text=html.escape(name),
            x=(bands[0].end - ONE_DAY if late else bands[0].start).isoformat(),
            y=foot + 0.15,
            yref=axis,
            xanchor="right" if late else "left",
            yanchor="bottom",
            showarrow=False,
            borderpad=0,
            font={"size": SMALL_SIZE, "color": palette.text},
        )
    for band in result.contexts:
        if band.start > result.range_.start or band.end < result.range_.end:
            figure.add_shape(
                type="rect",
                x0=band.start.isoformat(),
                x1=band.end.isoformat(),
                y0=0,
                y1=1,
                yref="y domain",
                fillcolor=faint(palette.muted, 0.1),
                line={"width": 0},
                layer="below",
            )


def _lanes(result: OverTime) -> dict[str, list[ContextBand]]:
    """Give each name one lane, however often it came back."""
    lanes: dict[str, list[ContextBand]] = {}
    for band in result.contexts:
        lanes.setdefault(context_name(band), []).append(band)
    return lanes


def _bars_of_context(
    name: str, bands: list[ContextBand], foot: float, *, axis: str, colour: str
) -> go.Scatter:
    return go.Scatter(
        name=html.escape(name),
        x=[x for band in bands for x in (band.start, band.end, None)],
        y=[y for _ in bands for y in (foot, foot, None)],
        mode="lines",
        line={"color": colour, "width": 6},
        yaxis=axis,
        showlegend=False,
        hoverinfo="skip",
    )


def context_name(band: ContextBand) -> str:
    """Name the context a band belongs to."""
    return context_words(band.kind, band.name)
