"""Texts as the journal can keep them on every database."""


def storable(text: str) -> str:
    """Return a text without what no database takes: NUL, and halves of surrogate pairs.

    A broken half, as JSON can carry one, becomes a question mark.
    """
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
