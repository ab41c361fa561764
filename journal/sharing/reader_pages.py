"""The documents a reader opens: the same for everybody, with nothing of anybody in them.

Each is one HTML file with its style and scripts in it; what it shows it asks for, or was given. The
scripts lie in `reader/` and say at their head what they offer each other.
"""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from string import Template
from typing import Final

from journal.charts.chart import Shade
from journal.charts.closer import closer_script
from journal.charts.theme import PALETTES
from journal.exchange.chart_files import AWAY_FONT, CONFIG_BESIDE_MENU, plotly_library

_HERE: Final = Path(__file__).parent
_SHARED_SCRIPTS: Final = (
    *("reader/ask.js", "reader/draw.js", "reader/take_away.js", "reader/elements.js"),
    *("reader/comments.js", "reader/partner.js", "reader/shared.js"),
)


def shared_page() -> str:
    """Return the document that every link opens."""
    return document_page("reader/shared.html", *_SHARED_SCRIPTS)


def document_page(page: str, *names: str) -> str:
    """Return a document that the journal serves.

    Args:
        page: A template beside this module, with `$style`, `$config`, `$library` (the address of
            what draws charts) and `$script`.
        names: The scripts, in the order they need each other.
    """
    return Template((_HERE / page).read_text(encoding="utf-8")).substitute(
        style=style(),
        config=json.dumps(CONFIG_BESIDE_MENU),
        library=library_address(),
        script=scripts(*names),
    )


def scripts(*names: str) -> str:
    """Return scripts as one, which is strict and begins with what looks closer at charts."""
    sources = [(_HERE / name).read_text(encoding="utf-8") for name in names]
    return "\n".join(['"use strict";', closer_script(), *sources])


def style() -> str:
    """Return the style sheet of every document, in the colours of the journal."""
    colours = {
        f"{shade}_{name}": getattr(PALETTES[shade], name)
        for shade in (Shade.LIGHT, Shade.DARK)
        for name in ("background", "secondary", "text", "muted", "grid", "accent")
    }
    sheet = (_HERE / "reader/reader.css").read_text(encoding="utf-8")
    return Template(sheet).substitute(font=AWAY_FONT, **colours)


@cache
def library_address() -> str:
    """Return where the journal serves what draws charts; another one with each version of it."""
    return f"./shared/charts.js?v={sha256(plotly_library()).hexdigest()[:16]}"
