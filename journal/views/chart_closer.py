"""Looking closer at a chart by thumb, in the app."""

from typing import Final

from journal.charts.closer import closer_script
from journal.views.components import class_of_key, load_component

_CLOSER: Final = load_component("chart_closer", first=closer_script())


def chart_closer(whole: tuple[str, str] | None, *, card: str) -> None:
    """Show the buttons below a chart, on a phone; where it is not along days, show nothing.

    Args:
        whole: The ends of its line of days.
        card: Key of the container the chart stands in, and this with it.
    """
    if whole is not None:
        _CLOSER(key=f"{card}.closer", data=[{"card": class_of_key(card), "whole": list(whole)}])
