"""What a tap opened far below it is brought to the eye, once."""

from typing import Final

from journal.views.components import load_component

_VIEW: Final = load_component("come_into_view")


def come_into_view(*, key: str) -> None:
    """Move the page to where this stands, when it is new; drawn again under its key, it stays."""
    _VIEW(key=key, data=[{}])
