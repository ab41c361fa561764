"""Pages and views opened without a browser, and what is written on them."""

from collections.abc import Iterator
from datetime import date

from streamlit.testing.v1 import AppTest

from journal.domain.journal import Journal

PATIENCE_SECONDS = 60


def opened(name: str, journal: Journal, today: date, **state: object) -> AppTest:
    """Open a page or a view by its full name; `state` is what the session remembers already."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(name: str, journal: "Journal", today: "date") -> None:
        from importlib import import_module  # noqa: PLC0415  # as above

        module, _, function = name.rpartition(".")
        getattr(import_module(module), function)(journal, today)

    page = AppTest.from_function(
        run,
        kwargs={"name": name, "journal": journal, "today": today},
        default_timeout=PATIENCE_SECONDS,
    )
    for key, value in state.items():
        page.session_state[key] = value
    page.run()
    assert not page.exception
    return page


def pieces(page: AppTest) -> Iterator[str]:
    """Return everything that is written on the page, piece by piece."""
    for kind in ("title", "header", "subheader", "markdown", "caption", "info", "warning"):
        yield from (element.value for element in getattr(page, kind))
    yield from (element.proto.body for element in page.get("html"))
    yield from (button.label for button in page.button)
    yield from (element.proto.alt for element in page.get("plotly_chart"))


def text(page: AppTest) -> str:
    """Return everything that is written on the page, as it reads."""
    return as_read(pieces(page))


def as_read(written: Iterator[str]) -> str:
    """Return words as a reader sees them, without the signs that keep Markdown away."""
    return "\n".join(written).replace("\\", "").replace("\u2060", "")
