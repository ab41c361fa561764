"""The document of the desk, put together from its scripts; they say at their head what they do."""

from typing import Final

from journal.sharing.reader_pages import document_page

# In the order they need each other.
_SCRIPTS: Final = (
    *("reader/inflate.js", "reader/unseal.js", "reader/draw.js", "reader/take_away.js"),
    *(
        "reader/ask.js",
        "reader/elements.js",
        "desk/saying.js",
        "desk/store.js",
        "desk/clients.js",
        "desk/arriving.js",
    ),
    *("desk/asking.js", "desk/replying.js", "desk/listing.js", "desk/adding.js"),
    *("desk/opening.js", "desk/writing.js", "desk/taking.js", "desk/preparing.js"),
    *("desk/agreeing.js", "desk/start.js"),
)


def desk_page() -> str:
    """Return the document that whoever keeps a desk opens."""
    return document_page("desk/desk.html", *_SCRIPTS)
