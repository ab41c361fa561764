"""What was felt in the body: a place, by a figure or a list, then a quality; each tap saves."""

from collections.abc import Callable

import streamlit as st

from journal.domain.catalogues import Catalogue
from journal.domain.days import Sensation
from journal.views.body_figure import body_figure
from journal.views.words import literal


def sensation_picker(
    label: str,
    felt: frozenset[Sensation],
    *,
    places: Catalogue,
    qualities: Catalogue,
    key: str,
    save: Callable[[frozenset[Sensation]], None],
) -> None:
    """Offer a place, then how it felt there; what was chosen stands below and can be taken out.

    Args:
        label: What the list of places is called.
        felt: What is noted.
        places: The places; the figure knows where the shipped ones lie.
        qualities: How it can feel.
        key: Unique on the page.
        save: Told all that is noted once something is added or taken out.
    """
    place_key, quality_key, list_key = f"{key}.place", f"{key}.quality", f"{key}.list"
    body_figure(
        f"{label}: tap the figure or a name",
        felt,
        places=places,
        qualities=qualities,
        chosen=st.session_state.get(place_key),
        key=f"{key}.figure",
        choose=lambda code: _choose(place_key, code),
    )
    place = st.selectbox(
        label,
        [entry.code for entry in places.offered],
        index=None,
        format_func=places.name,
        placeholder="Or choose from the list",
        key=place_key,
    )
    if place is not None:
        with st.container(key=f"chips_{_last(key)}_qualities"):
            st.pills(
                f"How it felt: {literal(places.name(place).lower())}",
                [entry.code for entry in qualities.offered],
                format_func=qualities.name,
                key=quality_key,
                on_change=lambda: _add(felt, place_key, quality_key, save),
            )
    if felt:
        names = {f"{item.place}:{item.quality}": item for item in sorted(felt)}
        st.session_state[list_key] = list(names)
        with st.container(key=f"chips_{_last(key)}_felt"):
            st.pills(
                "Noted; tap one to take it out",
                list(names),
                selection_mode="multi",
                format_func=lambda code: sensation_words(names[code], places, qualities),
                key=list_key,
                on_change=lambda: save(
                    frozenset(names[code] for code in st.session_state[list_key])
                ),
            )


def _choose(place_key: str, code: str | None) -> None:
    st.session_state[place_key] = code


def _add(
    felt: frozenset[Sensation],
    place_key: str,
    quality_key: str,
    save: Callable[[frozenset[Sensation]], None],
) -> None:
    place, quality = st.session_state[place_key], st.session_state[quality_key]
    if place is not None and quality is not None:
        save(felt | {Sensation(place, quality)})
        st.session_state[quality_key] = None


def sensation_words(felt: Sensation, places: Catalogue, qualities: Catalogue) -> str:
    """Name a sensation as Markdown: "Heart: warmth"."""
    return literal(f"{places.name(felt.place)}: {qualities.name(felt.quality).lower()}")


def _last(key: str) -> str:
    return key.rsplit(".", 1)[-1]
