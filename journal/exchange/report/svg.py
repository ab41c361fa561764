"""What a picture may hold that comes back from a browser: shapes and text, and nothing that acts.

The browser is hers, but what it sends could come from anywhere. So a picture is looked through
before it is put anywhere, and refused whole if anything in it is not on the list.
"""

import re
from typing import Final
from xml.etree import ElementTree as ET

from journal.domain.errors import JournalError

LARGEST_BYTES: Final = 4_000_000
SVG: Final = "http://www.w3.org/2000/svg"
_ELEMENTS: Final = frozenset(
    {
        *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("text", "tspan", "defs", "clipPath", "pattern", "linearGradient", "radialGradient"),
        *("stop", "title", "desc"),
    }
)
_DECLARATION: Final = re.compile(r"<[!?]")
_HANDLER: Final = re.compile(r"on", re.IGNORECASE)
# An address may only be one inside the picture: url(#clip), "#shape".
_ADDRESS: Final = re.compile(
    r"url\s*\(\s*(?!['\"]?#)|[a-z]+script:|data:|@import|\\", re.IGNORECASE
)
# Plotly keeps the words of a text here, hers among them; nothing reads an address in them.
_PLAIN: Final = ("data-", "aria-", "class")
_XLINK_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_NAMESPACES: Final = ("{http://www.w3.org/XML/1998/namespace}", _XLINK_HREF)


class PictureRefused(JournalError):
    """A picture that holds more than a picture should."""

    def __init__(self, because: str) -> None:
        super().__init__(
            f"A picture that came back from the browser was not used: {because}. "
            "Reloading the page may help."
        )


def checked_svg(content: bytes) -> str:
    """Return a picture as text, unchanged.

    Raises:
        PictureRefused: It is too large, no picture, or holds anything but shapes and text.
    """
    if len(content) > LARGEST_BYTES:
        raise PictureRefused(f"it is larger than {LARGEST_BYTES // 1_000_000} MB")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise PictureRefused("it is no text") from None
    # Declarations come first in every attack by entities; a drawn chart has none.
    if _DECLARATION.search(text):
        raise PictureRefused("it declares something")
    try:
        root = ET.fromstring(text)  # noqa: S314  # without declarations there are no entities
    except ET.ParseError:
        raise PictureRefused("it cannot be read") from None
    if root.tag != f"{{{SVG}}}svg":
        raise PictureRefused("it is no picture")
    for element in root.iter():
        _check(element)
    return text


def _check(element: ET.Element) -> None:
    namespace, _, name = element.tag.rpartition("}")
    if namespace != f"{{{SVG}" or name not in _ELEMENTS:
        raise PictureRefused("it holds something that is not drawn")
    for attribute, value in element.attrib.items():
        foreign = attribute.startswith("{") and not attribute.startswith(_NAMESPACES)
        if foreign or _HANDLER.match(attribute):
            raise PictureRefused("it would do something")
        is_link = attribute in {"href", _XLINK_HREF}
        plain = attribute.startswith(_PLAIN)
        if (is_link and not value.startswith("#")) or (not plain and _ADDRESS.search(value)):
            raise PictureRefused("it points outside itself")
