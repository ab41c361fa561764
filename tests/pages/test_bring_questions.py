"""What the page asks about a file, and what becomes of it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.journal import Journal
from journal.storage import memory_journal
from tests.builders import on
from tests.exchange.importing.app_files import TODAY
from tests.exchange.importing.text_files import (
    bearable,
    fertility_friend,
    my_calendar,
    samsung,
    symptoms,
)


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 6, 30, 12, tzinfo=UTC))


def chosen(journal: Journal, content: bytes) -> AppTest:
    """Open the page and choose a file."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", today: "date", content: bytes) -> None:  # noqa: F821  # as above
        import streamlit as st  # noqa: PLC0415  # as above

        from journal.exchange.importing.file_reading import FileReading  # noqa: PLC0415
        from journal.exchange.importing.upload import Upload  # noqa: PLC0415
        from journal.pages import bring  # noqa: PLC0415

        if "reading" not in st.session_state:
            st.session_state.reading = FileReading(Upload("x", content))
        reading = st.session_state.reading
        bring._preview(journal, reading.parsed, today, key="bring.test")

    kwargs = {"journal": journal, "today": TODAY, "content": content}
    return AppTest.from_function(run, kwargs=kwargs, default_timeout=30).run()


def box(app: AppTest, words: str) -> Any:
    """Return the box whose label has these words."""
    (found,) = [item for item in app.selectbox if words in item.label.replace("\\", "")]
    return found


def imported(app: AppTest) -> None:
    """Press the button."""
    app.button(key="bring.import").click().run()
    assert not app.exception


def test_dates_that_can_be_read_two_ways_are_asked_about_before_anything_else(
    journal: Journal,
) -> None:
    app = chosen(journal, fertility_friend({"Date": "03/05/2026", "BBT": "36.5"}))
    assert not app.exception
    assert "bring.import" not in {button.key for button in app.button}
    order = box(app, "03/05/2026")
    assert order.options == ["Not chosen yet", "Day first", "Month first"]
    assert "How its dates are written" in [item.label for item in app.expander]
    order.set_value("day_first").run()
    imported(app)
    assert journal.day(on("2026-05-03")).temperature_c == 36.5


def test_a_scale_gives_numbers_once_its_ends_are_chosen(journal: Journal) -> None:
    app = chosen(journal, bearable({"category": "Mood", "rating/amount": "4"}))
    scale = box(app, "Mood: the lowest and the highest number")
    assert scale.options == ["Keep in the note", "1 to 5", "0 to 5", "1 to 10", "0 to 10"]
    scale.set_value("1-5").run()
    imported(app)
    assert journal.day(on("2026-03-05")).mood == 7


def test_an_amount_nobody_knows_is_left_out_until_she_chooses(journal: Journal) -> None:
    app = chosen(journal, samsung("flow", ("2026-03-05", "2")))
    amount = box(app, "Flow noted as “2”")
    assert amount.value == ""
    assert amount.options[0] == "Leave out"
    amount.set_value("medium").run()
    imported(app)
    assert journal.day(on("2026-03-05")).bleeding == "medium"


def test_an_amount_can_be_changed(journal: Journal) -> None:
    app = chosen(journal, my_calendar(("Mar 5, 2026", "Symptoms:++++Flow;")))
    box(app, "++++").set_value("flooding").run()
    imported(app)
    assert journal.day(on("2026-03-05")).bleeding == "flooding"


def test_a_word_can_be_a_sign_and_the_strength_is_asked_once(journal: Journal) -> None:
    app = chosen(journal, symptoms({"conditions": "headache;cold feet"}))
    word = box(app, "cold feet")
    assert not any(option.startswith("Moment") for option in word.options)
    word.set_value("sign:dizziness").run()
    assert not app.exception
    box(app, "A sign Fitbit notes without a strength").set_value("severe").run()
    imported(app)
    day = journal.day(on("2026-03-05"))
    assert (day.value("sign:headache"), day.value("sign:dizziness")) == ("severe", "severe")
