"""Her words on the screen: shown as they were typed, never read as Markdown or HTML."""

from typing import Final

_MARKS: Final = frozenset(r"\`*_{}[]()#+-.!|<>~$:&")


def literal(text: str) -> str:
    """Return text for a Markdown label in which every sign stands for itself."""
    return "".join(f"\\{sign}" if sign in _MARKS else sign for sign in " ".join(text.split()))
