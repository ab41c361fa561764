"""The section of charts without a browser: what is offered, what is made, and what is not.

Pictures are drawn by a browser; here files are chosen that need none.
"""

import io
from datetime import UTC, date, datetime, timedelta
from zipfile import ZipFile

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.contexts import Context, ContextKind
from journal.domain.journal import Journal
from journal.exchange.bundle.chart_list import KINDS, USUAL_KINDS
from journal.storage import memory_journal
from journal.views.charts_choice import FORMATS_KEY, RATINGS_KEY
from journal.views.charts_making import DONE_KEY, NOTHING_DRAWN, WORK_KEY
from tests.opened_pages import opened as open_page
from tests.opened_pages import text
from tests.support.journals import write_days

TODAY = date(2026, 11, 22)
MAKE = "take_charts.make"
OWN_NAME = "New <b>flat</b> & **garden**"


@pytest.fixture
def journal() -> Journal:
    """A journal of forty rated days and one change."""
    journal = memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))
    days = {
        TODAY - timedelta(days=ago): {"mood": 4 + ago % 4, "desire": ago % 7} for ago in range(40)
    }
    write_days(journal, days)
    journal.save_context(Context(ContextKind.EVENT, TODAY - timedelta(days=20), name=OWN_NAME))
    return journal


def opened(journal: Journal, *kinds: str, formats: tuple[str, ...] = ("html", "csv")) -> AppTest:
    """Open the section with these kinds of charts chosen; the usual ones without."""
    state: dict[str, object] = {FORMATS_KEY: list(formats), RATINGS_KEY: ["mood", "desire"]}
    for kind in KINDS if kinds else ():
        key = f"take_charts.kinds.{kind.group.name.lower()}"
        chosen = [*state.get(key, [])]  # type: ignore[misc]  # a list of keys
        state[key] = [*chosen, *([kind.key] if kind.key in kinds else [])]
    return open_page("journal.views.charts_section.charts_section", journal, TODAY, **state)


def chosen_kinds(page: AppTest) -> set[str]:
    keys = {f"take_charts.kinds.{kind.group.name.lower()}" for kind in KINDS}
    return {code for key in keys for code in page.session_state[key]}


def taken(page: AppTest) -> dict[str, bytes]:
    """Read the zip that is ready, by the paths inside its folder."""
    with ZipFile(io.BytesIO(page.session_state[DONE_KEY].content)) as archive:
        return {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}


def test_a_few_charts_are_chosen_until_she_chooses_all_or_none(journal: Journal) -> None:
    page = opened(journal)
    assert chosen_kinds(page) == USUAL_KINDS
    page.button(key="take_charts.all").click().run()
    assert chosen_kinds(page) == {kind.key for kind in KINDS}
    page.button(key="take_charts.none").click().run()
    assert chosen_kinds(page) == set()
    assert page.button(key=MAKE).disabled
    assert "Choose at least one chart." in text(page)


def test_without_a_kind_of_file_nothing_can_be_made(journal: Journal) -> None:
    page = opened(journal, "lengths", formats=())
    assert page.button(key=MAKE).disabled
    assert "Choose at least one kind of file." in text(page)


def test_files_that_need_no_picture_are_made_at_once(journal: Journal) -> None:
    page = opened(journal, "over-time", "before-after")
    page.button(key=MAKE).click().run()
    assert not page.exception
    files = taken(page)
    assert page.success[0].value.startswith("Ready: 3 charts")
    assert [name for name in files if name.startswith("numbers/")] == [
        "numbers/tending-over-time-mood-desire-2026-10-14-to-2026-11-22.csv",
        "numbers/tending-before-and-after-mood-2026-11-22.csv",
        "numbers/tending-before-and-after-desire-2026-11-22.csv",
    ]
    assert not [name for name in files if name.endswith((".png", ".svg"))]
    assert OWN_NAME not in files["index.html"].decode()
    assert "New &lt;b&gt;flat&lt;/b&gt; &amp; **garden**" in files["index.html"].decode()


def test_what_cannot_be_drawn_is_listed_with_its_reason(journal: Journal) -> None:
    page = opened(journal, "over-time", "lengths")
    page.button(key=MAKE).click().run()
    assert page.success[0].value.startswith("Ready: 1 chart,")
    assert "Cycle lengths (Lengths of your cycles): " in text(page)
    assert b"- Cycle lengths (Lengths of your cycles): " in taken(page)["left-out.txt"]


def test_where_nothing_can_be_drawn_no_zip_is_offered(journal: Journal) -> None:
    page = opened(journal, "lengths")
    page.button(key=MAKE).click().run()
    assert NOTHING_DRAWN in text(page)
    assert not page.get("download_button")


def test_another_choice_or_a_changed_record_is_made_anew(journal: Journal) -> None:
    page = opened(journal, "over-time")
    page.button(key=MAKE).click().run()
    journal.save_day(TODAY, {"mood": 9})
    page.run()
    assert DONE_KEY not in page.session_state
    page.button(key=MAKE).click().run()
    assert page.success[0].value.startswith("Ready: 1 chart,")
    page.session_state[RATINGS_KEY] = ["mood"]
    page.run()
    assert page.button(key=MAKE)
    assert DONE_KEY not in page.session_state


def test_pictures_are_waited_for_and_can_be_cancelled(journal: Journal) -> None:
    page = opened(journal, "over-time", formats=("png",))
    page.button(key=MAKE).click().run()
    assert page.session_state[WORK_KEY].entries == ["over-time"]
    page.run()
    assert page.session_state[WORK_KEY].entries == ["over-time"]
    page.button(key="take_charts.cancel").click().run()
    assert WORK_KEY not in page.session_state
    assert not page.button(key=MAKE).disabled
