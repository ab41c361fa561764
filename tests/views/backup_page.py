"""The sections with her data and her backups, each drawn alone."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from streamlit.testing.v1 import AppTest

from journal.domain.journal import Journal

Section: TypeAlias = Callable[[Journal, date], None]


def opened(journal: Journal, today: date, section: str) -> AppTest:
    """Draw `views/<section>_section.py`."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", today: "date", section: str) -> None:
        from importlib import import_module  # noqa: PLC0415  # as above

        module = import_module(f"journal.views.{section}_section")
        getattr(module, f"{section}_section")(journal, today)

    arguments = {"journal": journal, "today": today, "section": section}
    return AppTest.from_function(run, kwargs=arguments, default_timeout=60).run()


def words(app: AppTest) -> str:
    """Return what the page says, without the signs that keep words plain."""
    said = [*app.markdown, *app.caption, *app.error, *app.warning, *app.success, *app.info]
    return "\n".join(item.value for item in said).replace("\\", "")
