"""A figure of the body to tap a place on; the same places are buttons with names beside it.

The server says which places there are and what was felt; `components/body.js` knows where they
lie. What comes back from the browser is read strictly.
"""

from collections.abc import Callable
from typing import Final

import streamlit as st

from journal.domain.catalogues import Catalogue
from journal.domain.days import Sensation
from journal.views.components import load_component

_BODY: Final = load_component("body")


def body_figure(
    label: str,
    felt: frozenset[Sensation],
    *,
    places: Catalogue,
    qualities: Catalogue,
    chosen: str | None,
    key: str,
    choose: Callable[[str | None], None],
) -> None:
    """Show the figure.

    Args:
        label: What is asked, above the figure.
        felt: What is noted; its places are marked, by a shape and in words.
        places: Those that are offered, her own below the figure.
        qualities: Names of what was felt.
        chosen: The place that is chosen now; a second tap on it lets it go.
        key: Unique on the page.
        choose: Told what she tapped, before the page is drawn again.
    """

    def tapped() -> None:
        code = st.session_state[key].get("place")
        if code in {entry.code for entry in places.offered}:
            choose(None if code == chosen else code)

    _BODY(
        key=key,
        data=[
            {
                "label": label,
                "places": body_places(felt, places, qualities),
                "chosen": chosen,
            }
        ],
        on_place_change=tapped,
    )


def body_places(
    felt: frozenset[Sensation], places: Catalogue, qualities: Catalogue
) -> list[dict[str, str]]:
    """Describe the places that are offered; `words` is what each button is called."""
    shown = []
    for entry in places.offered:
        how = ", ".join(
            qualities.name(item.quality).lower()
            for item in sorted(felt)
            if item.place == entry.code
        )
        words = f"{entry.name}, felt: {how}" if how else entry.name
        shown.append({"code": entry.code, "name": entry.name, "felt": how, "words": words})
    return shown
