import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from journal.domain.journal import Journal
from journal.domain.ranges import DateRange
from journal.storage import memory_journal
from journal.views.chosen_file import chosen_files
from tests.builders import on
from tests.exchange.importing.app_files import TODAY, daylio, drip

ALL = DateRange(date(1900, 1, 1), date(2100, 1, 1))
DRIP = drip({"date": "2026-03-05", "bleeding.value": "1", "desire.value": "1"})
HOSTILE = "**bold** <img src=x onerror=alert(1)> [a](http://elsewhere.example) :red[r]"


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 6, 30, 12, tzinfo=UTC))


@pytest.fixture(autouse=True)
def _no_place() -> Iterator[None]:
    """Close the place of the page: every test draws it for the same session."""
    yield
    st.cache_resource.clear()


def opened(journal: Journal) -> AppTest:
    """Open the page."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", today: "date") -> None:
        from journal.pages import bring  # noqa: PLC0415  # as above

        bring.render(journal, today)

    app = AppTest.from_function(
        run, kwargs={"journal": journal, "today": TODAY}, default_timeout=30
    )
    return app.run()


def secret_of(app: AppTest) -> str:
    """Return what the page tells its browser, so that it can send a file."""
    (chooser,) = (item.proto for item in app.get("bidi_component"))
    return str(json.loads(chooser.json)[0]["secret"])


def chosen(app: AppTest, content: bytes, name: str = "export.csv") -> AppTest:
    """Choose a file: it arrives in the page's place, and the page is drawn again."""
    arriving = chosen_files().begin(secret_of(app), name, len(content))
    assert arriving is not None
    assert not isinstance(arriving, str), arriving
    arriving.write(content)
    assert arriving.finish() is None
    return app.run()


def words(app: AppTest) -> str:
    """Return all the Markdown of the page as it reads, without the signs that keep it plain."""
    return "\n".join(item.value for item in app.markdown).replace("\\", "")


def test_nothing_is_written_before_she_says_so(journal: Journal) -> None:
    app = chosen(opened(journal), DRIP)
    assert not app.exception
    assert "This is a drip CSV file with 1 day, of" in words(app)
    assert "| New days | 1 |" in words(app)
    assert journal.revision() == 0


def test_an_import_is_done_said_and_undone(journal: Journal) -> None:
    app = chosen(opened(journal), DRIP)
    app.button(key="bring.import").click().run()
    assert [item.value.replace("\\", "") for item in app.success] == [
        "Brought along: drip CSV, 1 day."
    ]
    assert journal.day(on("2026-03-05")).desire == 5
    assert "already" in app.info[0].value
    app.button(key="bring.undo_result").click().run()
    assert not app.exception
    assert journal.days(ALL) == []
    assert "taken back" in words(app)


def test_an_earlier_import_can_be_undone_from_the_list(journal: Journal) -> None:
    app = chosen(opened(journal), DRIP)
    app.button(key="bring.import").click().run()
    later = opened(journal)
    (change,) = journal.imports()
    later.button(key=f"bring.undo.{change.id}").click().run()
    assert journal.days(ALL) == []
    assert [change.undone for change in journal.imports()] == [True]


def test_an_import_into_an_example_is_said_to_go_and_undoes_nothing_of_her_own(
    journal: Journal,
) -> None:
    app = opened(journal)
    app.session_state["example"] = "cycles"
    app = chosen(app.run(), DRIP)
    assert "gone when you leave it" in app.caption[0].value
    app.button(key="bring.import").click().run()
    assert "bring.undo_result" in {button.key for button in app.button}
    app.session_state["example"] = None
    app.run()
    assert "bring.undo_result" not in {button.key for button in app.button}
    assert not app.caption


def test_what_she_removed_stays_removed_until_she_wants_it_back(journal: Journal) -> None:
    app = chosen(opened(journal), DRIP)
    assert not [item for item in app.toggle if "removed" in item.label]
    app.button(key="bring.import").click().run()
    journal.save_day(on("2026-03-05"), {"desire": None})
    app.run()
    assert "1 entry of a day you removed stays removed." in words(app)
    assert "Everything else" in app.info[0].value
    (back,) = [item for item in app.toggle if item.label == "Bring back what I removed"]
    assert back.value is False
    back.set_value(True).run()
    assert "1 entry of a day you removed comes back." in words(app)
    app.button(key="bring.import").click().run()
    assert not app.exception
    assert journal.day(on("2026-03-05")).desire == 5
    assert "removed" not in words(app)


def test_a_mood_name_gets_the_number_she_chooses(journal: Journal) -> None:
    app = chosen(opened(journal), daylio({"mood": "in awe"}))
    assert "No number" in app.selectbox[0].options
    app.selectbox[0].set_value("8").run()
    app.button(key="bring.import").click().run()
    assert journal.day(on("2026-03-05")).mood == 8


def test_an_activity_can_be_a_sign_with_the_strength_she_says(journal: Journal) -> None:
    app = chosen(opened(journal), daylio({"activities": "sore head"}))
    (activity,) = [box for box in app.selectbox if "sore head" in box.label]
    activity.set_value("sign:headache").run()
    (strength,) = [box for box in app.selectbox if "which Daylio only ticks" in box.label]
    strength.set_value("severe").run()
    app.button(key="bring.import").click().run()
    assert not app.exception
    assert journal.day(on("2026-03-05")).value("sign:headache") == "severe"


def test_her_own_words_win_unless_she_says_otherwise(journal: Journal) -> None:
    journal.save_day(on("2026-03-05"), {"desire": 1})
    app = chosen(opened(journal), DRIP)
    assert "your journal says “1”, the file “5”" in words(app)
    app.toggle(key="bring.keep_mine").set_value(False).run()  # its only parameter
    app.button(key="bring.import").click().run()
    assert journal.day(on("2026-03-05")).desire == 5


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"nothing we know", "none of the exports"),
        (DRIP + b"\n2026-03-04,1", "Line 3 has too few fields"),
        (b"PK\x03\x04backup.daylio", "cut off or damaged"),
    ],
)
def test_a_file_that_cannot_be_read_gives_a_sentence_and_nothing_else(
    journal: Journal, content: bytes, sentence: str
) -> None:
    app = chosen(opened(journal), content)
    assert not app.exception
    assert sentence in app.error[0].value.replace("\\", "")
    assert journal.revision() == 0
    assert "bring.import" not in {button.key for button in app.button}


def test_nothing_from_a_file_is_read_as_markup(journal: Journal) -> None:
    content = daylio({"mood": HOSTILE, "activities": HOSTILE, "note": HOSTILE})
    app = chosen(opened(journal), content, name="<b>x</b>.csv")
    assert not app.exception
    shown = [item.value for item in app.markdown] + [box.label for box in app.selectbox]
    assert any("onerror" in text for text in shown)
    # Every sign of the file that could be markup has a backslash before it.
    unescaped = re.compile(r"(?<!\\)(?:\*\*bold|<img|\[a|\]\(|:red)")
    assert [text for text in shown if unescaped.search(text)] == []


def test_a_name_as_long_as_a_page_is_shown_by_its_beginning(journal: Journal) -> None:
    app = chosen(opened(journal), daylio({"mood": "m" * 50_000, "activities": "a" * 50_000}))
    assert not app.exception
    shown = [item.value for item in app.markdown] + [box.label for box in app.selectbox]
    assert any("mmm" in text for text in shown)
    assert max(map(len, shown)) < 5_000


def test_a_file_without_anything_to_record_says_so(journal: Journal) -> None:
    app = chosen(opened(journal), drip())
    assert "has no day the journal could record" in words(app)


def test_a_table_nobody_knows_is_brought_along_once_she_says_what_it_means(
    journal: Journal,
) -> None:
    app = chosen(opened(journal), b"Day,Remark\n2026-03-05,a fine day\n", name="mine.csv")
    assert not app.exception
    assert "bring.import" not in {button.key for button in app.button}
    app.selectbox[1].set_value("note").run()
    app.button(key="bring.import").click().run()
    assert journal.day(on("2026-03-05")).note == "Remark: a fine day"
    assert [change.words for change in journal.imports()] == ["“mine” table, 1 day"]
    app.button(key="bring.undo_result").click().run()
    assert journal.days(ALL) == []


def test_a_file_put_away_is_gone_and_the_page_is_as_before(journal: Journal) -> None:
    app = chosen(opened(journal), DRIP)
    app.button(key="bring.put_away").click().run()
    assert not app.exception
    assert "This is a drip CSV file" not in words(app)
    assert app.info.values == []
    assert [button.key for button in app.button] == []


def test_the_newest_file_takes_the_place_of_the_one_before(journal: Journal) -> None:
    app = chosen(chosen(opened(journal), DRIP), daylio({"mood": "good"}))
    assert "This is a Daylio CSV file" in words(app)
    assert "This is a drip CSV file" not in words(app)


def test_a_page_that_lost_touch_says_that_its_file_was_put_away(journal: Journal) -> None:
    app = chosen(opened(journal), DRIP)
    before = secret_of(app)
    st.cache_resource.clear()  # as when the connection of this page ends
    app.run()
    assert not app.exception
    assert "lost touch with the journal" in app.info[0].value
    assert journal.revision() == 0
    assert chosen_files().begin(before, "late.csv", 5) is None
    assert app.run().info.values == []
