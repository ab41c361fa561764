"""How any measure is drawn as the outcome of a picture: its axis, its colour and its marker."""

from typing import Final

from journal.analysis.relations.daily import SIGN_LEVELS
from journal.charts.chart import Shade
from journal.charts.panels import Panel, rating_panel
from journal.charts.theme import PALETTES, Look, look
from journal.domain.days import SIGN_PREFIX
from journal.domain.ratings import HIGHEST, LOWEST, RATINGS

SIGN_TOP: Final = SIGN_LEVELS - 1
SIGN_ENDS: Final = "0 not today to 3 severe"
# A sign is no rating and has none of their colours.
_SIGN_SYMBOL: Final = "hexagon"


def measure_panel(code: str, name: str, height: int) -> Panel:
    """Return the panel of a measure, with its whole scale where it has one."""
    if code in RATINGS:
        return rating_panel(f"{name}, {LOWEST} to {HIGHEST}", height)
    if code.startswith(SIGN_PREFIX):
        axis = {"range": [-0.2, SIGN_TOP + 0.2], "tickvals": list(range(SIGN_LEVELS))}
        return Panel(f"{name}, {SIGN_ENDS}", height, axis)
    return Panel(name, height, {"rangemode": "tozero"})


def measure_look(code: str, shade: Shade) -> Look:
    """Return how a measure is drawn, a rating as everywhere else."""
    if code in RATINGS:
        return look(code, shade)
    return Look(PALETTES[shade].accent, _SIGN_SYMBOL, "solid")
