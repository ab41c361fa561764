"""Connection before, while apart and after, drawn: a faint line a spell, the medians on top."""

from typing import Final

import plotly.graph_objects as go

from journal.analysis.apart import Apart, Stretch
from journal.charts.apart import (
    APART_NAME,
    MOST_SPELLS,
    ONE_NAME,
    TOGETHER_NAME,
    add_ground,
    apart_look,
    drawn,
    faint_line,
)
from journal.charts.chart import Shade
from journal.charts.panels import rating_panel, stacked
from journal.charts.theme import look
from journal.domain.labels import counted

STRETCH_WORDS: Final = {
    Stretch.BEFORE: "7 days before",
    Stretch.DURING: "Apart",
    Stretch.AFTER: "7 days after",
}
CODE: Final = "connection"
SIDE_ROOM: Final = 0.45  # of the way between two stretches


def stretches_figure(result: Apart, shade: Shade) -> go.Figure:
    """Draw the three stretches from left to right, with their n below."""
    places = list(range(len(Stretch)))
    figure = stacked(shade, [rating_panel("Median connection, 0 to 10")], tick_lines=2)
    figure.update_layout(hovermode="closest")
    figure.update_xaxes(
        range=[-SIDE_ROOM, len(places) - 1 + SIDE_ROOM],
        tickvals=places,
        ticktext=[
            f"{STRETCH_WORDS[item.stretch]}<br>{counted(item.ratings[CODE].n, 'time')}"
            for item in result.overall
        ],
    )
    during = places[list(Stretch).index(Stretch.DURING)]
    add_ground(figure, (during, during + 1), "y", shade)
    few = all(item.ratings[CODE].value is None for item in result.overall)
    lines = [
        [item.ratings[CODE].value for item in one.stretches] for one in result.spells[-MOST_SPELLS:]
    ]
    figure.add_trace(
        go.Scatter(
            name=ONE_NAME,
            x=[x for _ in lines for x in (*places, None)],
            y=[y for line in lines for y in (*line, None)],
            mode="lines+markers",
            connectgaps=False,
            hoverinfo="skip",
            showlegend=True,
            **faint_line(shade, few=few),
        )
    )
    if not few:
        figure.add_traces(_medians(result, shade))
    return figure


def _medians(result: Apart, shade: Shade) -> list[go.Scatter]:
    """Draw a thread through the medians, and each in the look of its side."""
    places = list(Stretch)
    together = look(CODE, shade)
    sides = (
        (TOGETHER_NAME, together, [Stretch.BEFORE, Stretch.AFTER]),
        (APART_NAME, apart_look(shade), [Stretch.DURING]),
    )
    by_stretch = {item.stretch: item.ratings[CODE] for item in result.overall}
    thread = go.Scatter(
        name="Medians",
        x=list(range(len(places))),
        y=[by_stretch[stretch].value for stretch in places],
        mode="lines",
        line={"color": together.colour, "width": 2.5, "dash": together.dash},
        hoverinfo="skip",
        showlegend=False,
    )
    return [
        thread,
        *(
            go.Scatter(
                name=name,
                x=[places.index(stretch) for stretch in found],
                y=[by_stretch[stretch].value for stretch in found],
                text=[
                    f"<b>{STRETCH_WORDS[stretch]}</b><br>median of "
                    f"{counted(by_stretch[stretch].n, 'time')}: {by_stretch[stretch].value}"
                    for stretch in found
                ],
                mode="markers",
                hovertemplate="%{text}<extra></extra>",
                marker={**drawn(style)["marker"], "size": 11},
            )
            for name, style, found in sides
        ),
    ]
