"""Pieces of the page that Streamlit has no widget for: HTML, CSS and JavaScript side by side."""

from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

_FOLDER: Final = Path(__file__).parent


def load_component(name: str, *, shared: str | None = None) -> ComponentRenderer:
    """Register the component whose files are `<name>.html`, `.css` and `.js` in this folder.

    To be called once, where a module is imported. Its data are given to it in a list of one:
    Streamlit looks into a mapping for data frames, and imports pandas to recognise them.

    Args:
        name: Of its files.
        shared: Names a script whose functions its own script uses; the two become one.
    """
    scripts = [_read(f"{script}.js") for script in (shared, name) if script]
    return st.components.v2.component(
        f"tending_{name}",
        html=_read(f"{name}.html"),
        css=_read(f"{name}.css"),
        js="\n".join(scripts),
    )


def load_style(name: str) -> str:
    """Return `<name>.css` of this folder as a style element for `st.html`."""
    return f"<style>{_read(f'{name}.css')}</style>"


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
