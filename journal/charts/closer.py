"""Looking closer at a chart by thumb: which charts have the buttons, and the script they run.

The app and every page that is taken or sent away show the same row of buttons, drawn by the script
beside this module.
"""

import re
from pathlib import Path
from typing import Final

import plotly.graph_objects as go

_SCRIPT: Final = Path(__file__).with_suffix(".js")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")


def closer_script() -> str:
    """Return the script; what it offers stands at its head."""
    return _SCRIPT.read_text(encoding="utf-8")


def span_of_days(figure: go.Figure) -> tuple[str, str] | None:
    """Return the ends of the line of days of a figure; None where none may be looked at closer."""
    axis = figure.layout.xaxis
    match axis.range:
        case (str(first), str(last)) if not axis.fixedrange and _DATE.match(first):
            return first, last
    return None
