"""What she says of a table of hers is kept at each tap, and read once enough is said."""

import re
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.csv_mapping import CsvMapping, DateOrder, Holds
from journal.domain.journal import Journal
from journal.exchange.importing.upload import Upload
from journal.storage import memory_journal

TABLE = b"Day,Feeling,Flow\n05/03/2026,1,little\n06/03/2026,5,a lot\n"
HOSTILE = "**bold** <img src=x onerror=alert(1)> [a](http://elsewhere.example) :red[r]"


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 6, 30, 12, tzinfo=UTC))


def opened(journal: Journal, content: bytes = TABLE) -> AppTest:
    """Open the editor for a file; below it stands what it could be read as."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", upload: "Upload") -> None:
        import streamlit as st  # noqa: PLC0415  # as above

        from journal.exchange.importing.parsed import NO_CHOICES  # noqa: PLC0415  # as above
        from journal.views.csv_mapping_editor import own_table_importer  # noqa: PLC0415  # as above

        if importer := own_table_importer(journal, upload):
            st.code(str(importer.read(upload, NO_CHOICES).days))

    upload = Upload("my diary.csv", content)
    app = AppTest.from_function(
        run, kwargs={"journal": journal, "upload": upload}, default_timeout=30
    )
    return app.run()


def holds(app: AppTest, column: int, what: Holds) -> AppTest:
    """Say what a column holds."""
    boxes = [box for box in app.selectbox if box.label == "What it holds"]
    return boxes[column].set_value(what.value).run()


def choose(app: AppTest, label: str, value: str) -> AppTest:
    (box,) = [box for box in app.selectbox if label in box.label]
    return box.set_value(value).run()


def kept(journal: Journal) -> CsvMapping:
    (mapping,) = journal.settings().csv_mappings
    return mapping


def told(journal: Journal) -> AppTest:
    """Say everything there is to say of the table."""
    app = holds(opened(journal), 0, Holds.DATE)
    app = app.segmented_control[0].set_value("day_first").run()
    app = choose(holds(app, 1, Holds.RATING), "Which rating", "mood")
    app = app.number_input[0].set_value(1).run()
    app = app.number_input[1].set_value(5).run()
    app = choose(holds(app, 2, Holds.BLEEDING), "little", "light")
    return choose(app, "a lot", "heavy")


def test_nothing_is_kept_and_nothing_read_before_the_first_tap(journal: Journal) -> None:
    app = opened(journal)
    assert not app.exception
    assert [box.value for box in app.selectbox] == ["leave_out"] * 3
    assert "Which column holds the day" in app.info[0].value
    assert journal.revision() == 0


def test_the_first_rows_are_shown(journal: Journal) -> None:
    shown = "\n".join(item.value for item in opened(journal).markdown)
    assert "| Column | First row | Second row |" in shown
    assert "| Feeling | 1 | 5 |" in shown


def test_each_tap_is_kept_at_once_and_survives_a_reload(journal: Journal) -> None:
    holds(opened(journal), 2, Holds.NOTE)
    assert kept(journal).name == "my diary"
    assert kept(journal).use_of("Flow").holds is Holds.NOTE
    assert [box.value for box in opened(journal).selectbox] == ["leave_out", "leave_out", "note"]


def test_an_ambiguous_date_is_asked_about_with_a_day_of_her_own_file(journal: Journal) -> None:
    app = holds(opened(journal), 0, Holds.DATE)
    assert app.segmented_control[0].label == "Which day is “05/03/2026”?"
    assert app.segmented_control[0].options == [
        "5 March 2026 (day first)",
        "3 May 2026 (month first)",
    ]
    assert app.segmented_control[0].value is None
    assert "How are the days written" in app.info[0].value
    app.segmented_control[0].set_value("month_first").run()
    assert kept(journal).date_order is DateOrder.MONTH_FIRST


def test_only_a_day_beyond_doubt_is_proposed_and_said(journal: Journal) -> None:
    app = opened(journal, b"Day,Feeling\n2026-03-05,1\n")
    assert app.selectbox[0].value == "date"
    assert any("is read as 5 March 2026" in item.value for item in app.caption)
    assert journal.settings().csv_mappings == ()


def test_a_table_is_read_once_enough_is_said(journal: Journal) -> None:
    app = told(journal)
    assert not app.exception
    assert "'mood': 10, 'bleeding': <Bleeding.HEAVY" in app.code[0].value
    assert "1 becomes 0 and 5 becomes 10, of 0 to 10." in [item.value for item in app.caption]


def test_another_file_of_the_same_columns_is_known_at_once(journal: Journal) -> None:
    told(journal)
    app = opened(journal, b"Flow;Day;Feeling\na lot;07/03/2026;3\n")
    assert not app.exception
    assert "'mood': 5" in app.code[0].value


def test_a_scale_with_one_end_twice_is_told_and_not_kept(journal: Journal) -> None:
    app = choose(holds(opened(journal), 1, Holds.RATING), "Which rating", "stress")
    app = app.number_input[0].set_value(5).run()
    app = app.number_input[1].set_value(5).run()
    assert "two different numbers" in app.toast[0].value
    assert (kept(journal).use_of("Feeling").zero, kept(journal).use_of("Feeling").ten) == (5, None)


def test_a_word_without_a_meaning_is_forgotten_again(journal: Journal) -> None:
    app = choose(holds(opened(journal), 2, Holds.BLEEDING), "little", "light")
    assert kept(journal).use_of("Flow").words == {"little": "light"}
    (box,) = [box for box in app.selectbox if "little" in box.label]
    box.set_value(None).run()
    assert kept(journal).use_of("Flow").words == {}


def test_a_moment_can_be_every_entry_of_a_column(journal: Journal) -> None:
    app = choose(holds(opened(journal), 2, Holds.MOMENT), "Which moment", "long_hug")
    app.toggle[0].set_value(True).run()  # its only parameter
    assert kept(journal).use_of("Flow").every_entry


def test_a_temperature_can_be_in_fahrenheit(journal: Journal) -> None:
    app = holds(opened(journal), 1, Holds.TEMPERATURE)
    app.toggle[0].set_value(True).run()  # its only parameter
    assert kept(journal).use_of("Feeling").fahrenheit


def test_intimate_moments_are_offered_once_they_are_switched_on(journal: Journal) -> None:
    app = holds(opened(journal), 2, Holds.MOMENT)
    (box,) = [box for box in app.selectbox if box.label == "Which moment"]
    assert "Long hug" in box.options
    assert "Sex" not in box.options


def test_what_was_said_can_be_renamed_and_forgotten(journal: Journal) -> None:
    app = holds(opened(journal), 2, Holds.NOTE)
    app = app.text_input[0].set_value("Paper diary").run()
    assert kept(journal).name == "Paper diary"
    app.button[0].click().run()
    assert journal.settings().csv_mappings == ()


def test_nothing_from_a_table_is_read_as_markup(journal: Journal) -> None:
    app = opened(journal, f"Day\t{HOSTILE}\n2026-03-05\t{HOSTILE}\n".encode())
    app = holds(app, 1, Holds.LH_TEST)
    shown = [item.value for item in (*app.markdown, *app.caption)]
    shown += [box.label for box in app.selectbox]
    assert sum("onerror" in text for text in shown) >= 3
    unescaped = re.compile(r"(?<!\\)(?:\*\*bold|<img|\[a|\]\(|:red)")
    assert [text for text in shown if unescaped.search(text)] == []
