"""The file she chose: from her browser, through its place, to what can be read of it."""

from typing import Final

import streamlit as st

from journal.exchange.importing.chosen_files import LARGEST_FILE, ChosenFiles, Place
from journal.exchange.importing.file_reading import FileReading
from journal.views.components import load_component
from journal.views.state import whose_journal
from journal.views.words import literal

UPLOAD_ADDRESS: Final = "/chosen-file"
_CHOOSER: Final = load_component("choose_file")
_SEEN: Final = "bring.seen_file"
_AT_ONCE: Final = 0.5  # seconds in which most files are read, without a word about it
_STEP: Final = 0.4  # seconds between two looks at how far it is, and whether she stopped it


@st.cache_resource(show_spinner=False)
def chosen_files() -> ChosenFiles:
    """Return where files arrive, for all open pages of this process."""
    return ChosenFiles()


# Given up when her page is closed, or has lost touch with the journal.
@st.cache_resource(scope="session", on_release=Place.close, show_spinner=False)
def _place(_whose: str) -> Place:
    return chosen_files().open_place()


def choose_file(*, key: str) -> FileReading | None:
    """Let her choose a file; return the one that lies here, however far it was read."""
    place = _own_place()
    reading = place.reading
    _CHOOSER(
        key=f"{key}.file",
        data=[
            {
                "address": UPLOAD_ADDRESS,
                "secret": place.secret,
                "largest": LARGEST_FILE,
                "hint": "or drop one here. Any size up to 8 GB; it stays on this machine.",
                "known": reading.key if reading else "",
            }
        ],
        on_arrived_change=_arrived,
    )
    if reading:
        st.session_state[_SEEN] = reading.key
    elif st.session_state.pop(_SEEN, None):
        st.info(
            "This page lost touch with the journal for a moment, and the file was put away. "
            "Nothing of it was brought along unless it says so below. Please choose it again."
        )
    return reading


def read_through(reading: FileReading, *, key: str) -> None:
    """Read a file to its end, saying how far it is; she can stop it, and so does leaving the page.

    Raises:
        FileUnreadable: It cannot be read.
    """
    if reading.go_on(_AT_ONCE):
        return
    shown = st.empty()
    with shown.container():
        bar = st.progress(_share(reading), _how_far(reading))
        st.button("Stop reading", key=f"{key}.stop", on_click=put_away)
    # Each drawing is where Streamlit ends this run when she stops it or leaves.
    while not reading.go_on(_STEP):
        bar.progress(_share(reading), _how_far(reading))
    shown.empty()


def put_away() -> None:
    """Forget the file that lies here, and what was read of it."""
    _own_place().clear()
    st.session_state.pop(_SEEN, None)


def _own_place() -> Place:
    return _place(whose_journal())


def _arrived() -> None:
    """Draw the page again, which finds the file in its place."""


def _share(reading: FileReading) -> float:
    return min(reading.done / max(reading.total, 1), 1.0)


def _how_far(reading: FileReading) -> str:
    done, total = reading.done / 1e6, reading.total / 1e6
    return f"Reading {literal(reading.name)}: {done:,.0f} of {total:,.0f} MB"
