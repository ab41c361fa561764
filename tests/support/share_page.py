"""The page Share without a browser: opened, and what is written on it."""

from datetime import UTC, date, datetime

from streamlit.testing.v1 import AppTest

from journal.domain.journal import Journal
from journal.domain.moments import Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.storage import OwnerJournal, memory_journal

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NOTE = "The lantern on the pier"


def journal_to_share() -> OwnerJournal:
    """Make a journal with ten days of ratings, a note that may be shared, and a moment."""
    journal = memory_journal(lambda: NOW)
    journal.change_settings(lambda _: OwnerSettings(welcomed=True))
    for day in DateRange.last_days(10, TODAY):
        journal.save_day(day, {"mood": 6, "desire": 3})
    journal.save_day(TODAY, {"note": NOTE, "note_shared": True})
    journal.add_moment(Moment(TODAY, "long_hug"))
    return journal


def opened(
    journal: Journal,
    *,
    url: str = "https://tending.example/share",
    today: date = TODAY,
    **state: object,
) -> AppTest:
    """Open the page; `state` is what the session remembers already, dots written as two lines."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", today: "date") -> None:
        from datetime import UTC  # noqa: PLC0415  # as above

        from journal.pages import share  # noqa: PLC0415  # as above

        share.render(journal, today, UTC)

    page = AppTest.from_function(
        run, kwargs={"journal": journal, "today": today}, default_timeout=60
    )
    page.context["url"] = url
    page.context["timezone"] = "UTC"
    for key, value in state.items():
        page.session_state[key.replace("__", ".")] = value
    page.run()
    assert not page.exception
    return page


def said(page: AppTest) -> str:
    """Return everything that is written on the page, as a reader reads it."""
    assert not page.exception
    kinds = ("markdown", "caption", "header", "subheader", "warning", "success", "error")
    written = "\n".join(item.value for kind in kinds for item in getattr(page, kind))
    return written.replace("\\", "").replace("**", "")


def button(page: AppTest, label: str) -> str:
    """Return the key of the one button with this label."""
    (key,) = [item.key for item in page.button if item.label == label and item.key]
    return key
