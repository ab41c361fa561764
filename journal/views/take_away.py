"""The menu by which a chart leaves the journal as a file.

Pictures are drawn in the browser, which is always there; the server only describes them, and only
while the menu is open.
"""

import json
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from journal.charts.chart import Chart, Shade
from journal.charts.theme import PALETTES
from journal.exchange.chart_files import (
    AWAY_FONT,
    JOURNAL_NAME,
    PLOTLY_FILE,
    chart_csv,
    chart_html,
    figure_json,
    file_stem,
)
from journal.views.components import load_component

PLOTLY_ADDRESS: Final = f"/assets/vendor/{PLOTLY_FILE}"
_PICTURES: Final = load_component("take_away", shared="picture")


@dataclass(frozen=True, slots=True)
class PictureSize:
    """How large a picture becomes.

    Attributes:
        width: What the figure is laid out for; text keeps its size in these pixels.
        scale: Pixels of the picture for each of them.
    """

    width: int
    height: int
    scale: float

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the file."""
        return round(self.width * self.scale), round(self.height * self.scale)


SIZES: Final = {
    "For a slide": PictureSize(960, 540, 5 / 3),
    "For a page": PictureSize(900, 600, 2),
}
SHADES: Final = {"Light": Shade.LIGHT, "Dark": Shade.DARK}


def take_away_menu(chart: Chart, *, key: str, today: date) -> None:
    """Offer the chart as PNG, SVG, interactive page and CSV."""
    menu = st.popover("Take away", key=f"{key}.take_away", on_change="rerun")
    # Something stands in the menu before it opens, so that the browser finds it the room it needs.
    with menu, st.container(key=f"{key}.take_away_room", gap="small"):
        st.text("Files go to your downloads and nowhere else.")
        st.text("Several charts at once: under “More”, “Take along as files”.")
        if menu.open:
            _files(chart, key, today)


def _files(chart: Chart, key: str, today: date) -> None:
    shade = SHADES[_choice("Colours", list(SHADES), key=f"{key}.take_away_shade")]
    size = SIZES[_choice("Size of the picture", list(SIZES), key=f"{key}.take_away_size")]
    stem = file_stem(chart, today)
    described = picture(chart, shade, size) | {"stem": stem}
    _PICTURES(key=f"{key}.take_away_pictures", data=[described])
    st.download_button(
        "Live chart for any browser (HTML)",
        data=partial(chart_html, chart, shade),
        file_name=f"{stem}.html",
        mime="text/html",
        key=f"{key}.take_away_html",
        on_click="ignore",
        width="stretch",
    )
    st.download_button(
        "The numbers (CSV)",
        data=partial(chart_csv, chart),
        file_name=f"{stem}.csv",
        mime="text/csv",
        key=f"{key}.take_away_csv",
        on_click="ignore",
        width="stretch",
    )


def _choice(label: str, options: list[str], *, key: str) -> str:
    chosen = st.segmented_control(
        label, options, default=options[0], key=key, required=True, width="stretch"
    )
    return chosen or options[0]


def picture(chart: Chart, shade: Shade, size: PictureSize) -> dict[str, object]:
    """Describe a picture for the browser to draw."""
    pixel_width, pixel_height = size.pixels
    palette = PALETTES[shade]
    return {
        "figure": json.dumps(figure_json(chart, shade)),
        "title": chart.title,
        "subtitle": chart.subtitle,
        "sentence": chart.sentence,
        "journal": JOURNAL_NAME,
        "shade": shade.value,
        "background": palette.background,
        "text": palette.text,
        "muted": palette.muted,
        "font": AWAY_FONT,
        "width": size.width,
        "height": size.height,
        "pixelWidth": pixel_width,
        "pixelHeight": pixel_height,
        "plotly": PLOTLY_ADDRESS,
    }
