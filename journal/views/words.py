"""Her words on the screen: shown as they were typed, never read as Markdown or HTML."""

import re
from typing import Final

_MARKS: Final = frozenset(r"\`*_{}[]()#+-.!|<>~$:&")
# Bare addresses become links however their signs are escaped, unless something stands in between;
# the word joiner is seen and read aloud by nobody.
_JOINER: Final = "\u2060"
_BARE_ADDRESS: Final = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)


# Two lines of a phone; what comes out of a file may be a whole page.
_LONGEST_LABEL: Final = 160


def literal_start(text: str) -> str:
    """Return the beginning of a text of any length, as `literal` does."""
    start = text[:_LONGEST_LABEL]
    return literal(start if start == text else f"{start}…")


def literal(text: str) -> str:
    """Return text for a Markdown label in which every sign stands for itself."""
    words = _BARE_ADDRESS.sub(_JOINER, " ".join(text.split()))
    return "".join(f"\\{sign}" if sign in _MARKS else sign for sign in words)


def literal_lines(text: str) -> str:
    """Return text for Markdown as `literal` does, its lines and paragraphs kept apart."""
    # Below another line, a row of equals signs would make a heading of it.
    lines = [literal(line).replace("=", "\\=") for line in text.strip().splitlines()]
    return "  \n".join(line or "\u2060" for line in lines)
