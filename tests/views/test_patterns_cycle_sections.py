"""What the sections about the cycle, stages, signs and changes say and offer, without a browser."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.contexts import Context, ContextKind
from journal.domain.journal import DayChanges, Journal
from journal.domain.stages import Stage, StageDeclaration
from journal.storage import memory_journal
from tests.support.journals import write_days

TODAY = date(2026, 11, 22)
LENGTH = 28
CYCLES = 5
MARKUP = "<img src=x> **bold**"
SECTIONS = ("cycle", "stage", "signs", "changes")


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture
def cycles(journal: Journal) -> Journal:
    """Five cycles with a dip of mood before each period, signs, a stage and a move."""
    chance = Random(3)
    first = TODAY - timedelta(days=CYCLES * LENGTH + 4)
    days: dict[date, DayChanges] = {}
    for place in range(CYCLES * LENGTH + 5):
        cycle_day = place % LENGTH + 1
        low = 3 * (cycle_day > LENGTH - 5)
        changes: dict[str, object] = {
            "mood": 6 - low + chance.choice((-1, 0, 0, 1)),
            "sign:bloating": chance.choice(("mild", "severe")) if low else "absent",
        }
        if cycle_day <= 4:
            changes["bleeding"] = "medium"
        days[first + timedelta(days=place)] = changes
    write_days(journal, days)
    move = Context(ContextKind.EVENT, TODAY - timedelta(days=60), name=MARKUP)
    journal.save_context(move)
    journal.declare_stage(StageDeclaration(first, Stage.LATE_REPRODUCTIVE_A))
    return journal


def opened(journal: Journal, section: str, **state: object) -> AppTest:
    """Open one section."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", today: "date", section: str) -> None:
        from importlib import import_module  # noqa: PLC0415  # as above

        module = import_module(f"journal.views.patterns_{section}_section")
        getattr(module, f"{section}_section")(journal, today)

    kwargs = {"journal": journal, "today": TODAY, "section": section}
    page = AppTest.from_function(run, kwargs=kwargs, default_timeout=60)
    for key, value in state.items():
        page.session_state[key] = value
    page.run()
    assert not page.exception
    return page


def pieces(page: AppTest) -> Iterator[str]:
    for kind in ("markdown", "caption"):
        yield from (element.value for element in getattr(page, kind))
    yield from (element.proto.body for element in page.get("html"))
    yield from (element.proto.alt for element in page.get("plotly_chart"))


def text(page: AppTest) -> str:
    return "\n".join(pieces(page))


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("cycle", "The curve cannot be drawn yet: 40 more days"),
        ("stage", "No rated day lies in a known phase yet."),
        ("stage", "No stage is declared."),
        ("signs", "Note signs on days of a cycle"),
        ("changes", "choose a date of your own"),
    ],
)
def test_an_empty_journal_is_told_what_begins_a_picture(
    journal: Journal, section: str, said: str
) -> None:
    page = opened(journal, section)
    assert said in text(page)
    assert not page.get("plotly_chart")


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("cycle", "Your mood goes with the cycle"),
        ("cycle", "of how your mood varies"),
        ("stage", "Your mood differs between phases"),
        ("stage", "On average your mood was "),
        ("signs", "Most often: “Bloating"),
        ("changes", "began"),
    ],
)
def test_a_record_is_drawn_and_said(cycles: Journal, section: str, said: str) -> None:
    page = opened(cycles, section)
    assert page.get("plotly_chart")
    assert said in text(page)


def test_the_curve_can_be_drawn_round(cycles: Journal) -> None:
    page = opened(cycles, "cycle", **{"patterns.cycle.shape": "round"})
    assert "The further from the middle, the higher." in text(page)


def test_another_rating_says_what_it_lacks(cycles: Journal) -> None:
    page = opened(cycles, "cycle", **{"patterns.cycle.rating": "desire"})
    assert "The curve cannot be drawn yet: 40 more days" in text(page)


def test_one_sign_is_drawn_as_a_curve_when_she_chooses_it(cycles: Journal) -> None:
    page = opened(cycles, "signs")
    assert len(page.get("plotly_chart")) == 1
    page.selectbox(key="patterns.signs.sign").select("sign:bloating").run()
    assert len(page.get("plotly_chart")) == 2
    assert "goes with the cycle" in text(page)


def test_the_newest_change_is_offered_first_and_her_words_stay_words(cycles: Journal) -> None:
    page = opened(cycles, "changes")
    names = page.selectbox(key="patterns.changes.change").options
    assert names[0].startswith(f"{MARKUP}, began ")
    assert names[-1] == "A date of my own"
    written = [element.proto.body for element in page.get("html")]
    assert any("&lt;img src=x&gt;" in body for body in written)
    assert not any("<img src=x>" in body for body in written)


def test_a_date_of_her_own_can_be_chosen(cycles: Journal) -> None:
    page = opened(cycles, "changes")
    page.selectbox(key="patterns.changes.change").select("A date of my own").run()
    assert not page.get("plotly_chart")
    assert "Choose the first day after what changed" in text(page)
    page.date_input(key="patterns.changes.date").set_value(TODAY - timedelta(days=80)).run()
    assert "3 September 2026" in text(page)
    assert page.get("plotly_chart")
