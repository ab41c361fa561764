from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.days import Day
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange
from tests.builders import bleeding_on, on
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-04-10")
A_YEAR = [
    Day(TODAY - timedelta(days=n), mood=n % 11, desire=n % 7, stress=3 if n > 300 else None)
    for n in range(365)
]


def opened(journal: ReadableJournal) -> AppTest:
    """Open the page."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "ReadableJournal", today: "date") -> None:
        from journal.pages import over_time  # noqa: PLC0415  # as above

        over_time.render(journal, today)

    return AppTest.from_function(
        run, kwargs={"journal": journal, "today": TODAY}, default_timeout=30
    ).run()


def sentences(app: AppTest) -> str:
    """Read all that is written on the page."""
    assert not app.exception
    return " ".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize("days", [(), A_YEAR[:1], A_YEAR])
def test_the_page_opens_on_three_months_of_the_core_ratings(days: Sequence[Day]) -> None:
    app = opened(InMemoryJournal(days))
    assert "11 January to 10 April 2026" in sentences(app)
    assert app.pills(key="over_time.ratings").value == ["mood", "desire", "connection"]


def test_an_empty_journal_shows_what_is_missing_and_no_figure() -> None:
    app = opened(InMemoryJournal(bleeding_on("2026-04-01")))
    assert "No mood, desire or connection was rated" in sentences(app)
    assert len(app.get("plotly_chart")) == 0


def test_a_longer_span_reaches_further_back() -> None:
    app = opened(InMemoryJournal(A_YEAR))
    app.segmented_control(key="over_time.span").set_value("one_year").run()
    assert "11 April 2025 to 10 April 2026" in sentences(app)
    assert len(app.get("plotly_chart")) == 1


def test_only_the_chosen_ratings_are_drawn() -> None:
    app = opened(InMemoryJournal(A_YEAR))
    app.pills(key="over_time.ratings").set_value(["desire"]).run()
    assert "Desire was rated on" in sentences(app)
    assert "Mood was rated on" not in sentences(app)


def test_a_rating_recorded_only_long_ago_can_be_chosen_where_it_is_seen() -> None:
    app = opened(InMemoryJournal(A_YEAR))
    assert "Stress" not in app.pills(key="over_time.ratings").options
    app.segmented_control(key="over_time.span").set_value("one_year").run()
    app.pills(key="over_time.ratings").set_value(["stress", "mood"]).run()
    assert "Stress was rated on" in sentences(app)
    app.segmented_control(key="over_time.span").set_value("one_month").run()
    assert "Mood was rated on" in sentences(app)


def test_no_rating_chosen_asks_for_one() -> None:
    app = opened(InMemoryJournal(A_YEAR))
    app.pills(key="over_time.ratings").set_value([]).run()
    assert "Choose at least one rating" in sentences(app)


def test_the_newest_part_of_the_record_says_where_the_days_stand() -> None:
    onsets = bleeding_on("2026-01-15", "2026-02-12", "2026-03-12")
    app = opened(InMemoryJournal([*A_YEAR, *onsets]))
    assert "Bleeding on 3 days; 3 cycles began." in sentences(app)
    app.segmented_control(key="over_time.span").set_value("three_years").run()
    assert "began" not in sentences(app)


def test_the_whole_record_of_bleeding_is_never_read() -> None:
    journal = InMemoryJournal([*A_YEAR, *bleeding_on("2020-01-01", "2026-03-12")])
    asked: list[DateRange | None] = []
    read = journal.bleeding_days
    newest = read()[-1:]
    journal.recent_bleeding = lambda until, limit=60: newest  # type: ignore[method-assign]  # noqa: ARG005 - as asked
    journal.bleeding_days = lambda range_=None: asked.append(range_) or read(range_)  # type: ignore[method-assign,func-returns-value]
    assert not opened(journal).exception
    assert asked == [DateRange(on("2026-01-11"), on("2026-04-11"))]
