"""Pieces of the page that Streamlit has no widget for: HTML, CSS and JavaScript side by side."""

import re
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

_FOLDER: Final = Path(__file__).parent
# How Streamlit makes the name of a class of a key.
_NOT_IN_A_CLASS: Final = re.compile("[^a-zA-Z0-9_-]")


def load_component(name: str, *, shared: str | None = None, first: str = "") -> ComponentRenderer:
    """Register the component whose files are `<name>.html`, `.css` and `.js` in this folder.

    To be called once, where a module is imported. Its data are given to it in a list of one:
    Streamlit looks into a mapping for data frames, and imports pandas to recognise them.

    Args:
        name: Of its files.
        shared: Names a script whose functions its own script uses; the two become one.
        first: Such a script itself, where it is kept in another room.
    """
    scripts = [first, *(_read(f"{script}.js") for script in (shared, name) if script)]
    return st.components.v2.component(
        f"tending_{name}",
        html=_read(f"{name}.html"),
        css=_read(f"{name}.css"),
        js="\n".join(scripts),
    )


def load_style(name: str) -> str:
    """Return `<name>.css` of this folder as a style element for `st.html`."""
    return f"<style>{_read(f'{name}.css')}</style>"


def class_of_key(key: str) -> str:
    """Return the class by which a script finds what Streamlit drew with this key."""
    return f"st-key-{_NOT_IN_A_CLASS.sub('-', key)}"


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
