"""Taps on a chart: which of its marks is open, by thumb or by mouse.

Streamlit can tell of a tap itself, but a chart that does so holds fast the finger that scrolls over
it. So a piece of the card listens to the chart beside it.
"""

from functools import partial
from typing import Final

import streamlit as st

from journal.views.components import class_of_key, load_component

_TAPS: Final = load_component("chart_taps")


def tapped_mark(*, card: str) -> str | None:
    """Return what the open mark of a chart holds as `customdata`; a second tap closes it.

    Args:
        card: Key of the container the chart stands in, and this with it.
    """
    key, kept = f"{card}.taps", f"{card}.open"
    opened: str | None = st.session_state.get(kept)
    _TAPS(
        key=key,
        data=[{"card": class_of_key(card), "open": opened}],
        on_mark_change=partial(_tapped, key, kept),
    )
    return opened


def _tapped(key: str, kept: str) -> None:
    mark = st.session_state[key].get("mark")
    if mark is not None:
        st.session_state[kept] = None if st.session_state.get(kept) == mark else mark
