from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.days import Day
from journal.domain.journal import ReadableJournal
from journal.domain.owner_settings import OwnerSettings, Situation
from tests.builders import bleeding_on, on
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-04-10")
RATED = [Day(TODAY - timedelta(days=n), mood=n % 11, desire=n % 7) for n in range(120)]
CYCLES = bleeding_on("2026-01-01", "2026-01-29", "2026-02-26", "2026-03-26")


def opened(journal: ReadableJournal) -> AppTest:
    """Open the page."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "ReadableJournal", today: "date") -> None:
        from journal.pages import by_cycle_day  # noqa: PLC0415  # as above

        by_cycle_day.render(journal, today)

    return AppTest.from_function(
        run, kwargs={"journal": journal, "today": TODAY}, default_timeout=30
    ).run()


def sentences(app: AppTest) -> str:
    """Read all that is written on the page."""
    assert not app.exception
    return " ".join(element.proto.body for element in app.get("html"))


def test_the_page_opens_on_mood_by_cycle_day() -> None:
    app = opened(InMemoryJournal([*RATED, *CYCLES]))
    assert "Mood by cycle day" in sentences(app)
    assert len(app.get("plotly_chart")) == 1


def test_each_chosen_rating_has_its_own_chart() -> None:
    app = opened(InMemoryJournal([*RATED, *CYCLES]))
    app.pills(key="by_cycle_day.ratings").set_value(["mood", "desire"]).run()
    assert "Desire by cycle day" in sentences(app)
    assert len(app.get("plotly_chart")) == 2


def test_one_onset_is_said_to_be_too_few() -> None:
    app = opened(InMemoryJournal([*RATED, *CYCLES[:1]]))
    assert "By cycle day needs the starts of two cycles; your record has one." in sentences(app)


@pytest.mark.parametrize(
    ("situation", "title"),
    [
        (None, "Mood by cycle day"),
        (Situation.IRREGULAR, "Mood by days since the last bleed"),
        (Situation.STOPPED, "Mood by months since a date"),
    ],
)
def test_the_axis_is_the_one_that_suits_her_until_she_chooses(
    situation: Situation | None, title: str
) -> None:
    settings = OwnerSettings(situation=situation)
    app = opened(InMemoryJournal([*RATED, *CYCLES], kept_settings=settings))
    assert title in sentences(app)
    app.segmented_control(key="by_cycle_day.axis").set_value("cycle_day").run()
    assert "Mood by cycle day" in sentences(app)


def test_months_are_counted_from_the_date_she_picks() -> None:
    settings = OwnerSettings(situation=Situation.STOPPED)
    app = opened(InMemoryJournal([*RATED, *CYCLES], kept_settings=settings))
    assert app.date_input(key="by_cycle_day.since").value == on("2026-03-26")
    assert any("any day you choose" in caption.value for caption in app.caption)
    app.date_input(key="by_cycle_day.since").set_value(on("2026-02-01")).run()
    assert "1 February to 10 April 2026" in sentences(app)


def test_an_empty_journal_opens_on_every_axis() -> None:
    for situation in Situation:
        app = opened(InMemoryJournal(kept_settings=OwnerSettings(situation=situation)))
        assert len(app.get("plotly_chart")) == 0
        assert not app.exception
