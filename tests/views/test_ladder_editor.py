"""Steps of her own: added, renamed, hidden, moved, and said to be touch or not."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.catalogues import OWN_GROUP, CatalogueName, Entry
from journal.domain.journal import Journal
from journal.storage import memory_journal

LADDER = CatalogueName.LADDER


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture
def with_steps(journal: Journal) -> Journal:
    for name in ("Tea", "A walk", "Read"):
        code = f"own_{name[-1]}"
        journal.save_entry(LADDER, Entry(code, name, OWN_GROUP, own=True))
    return journal


def opened(journal: Journal) -> AppTest:
    """Open the editor."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal") -> None:
        from journal.views.ladder_editor import ladder_editor  # noqa: PLC0415  # as above

        ladder_editor(journal)

    page = AppTest.from_function(run, kwargs={"journal": journal}, default_timeout=30).run()
    assert not page.exception
    return page


def own(journal: Journal) -> list[str]:
    return [entry.name for entry in journal.catalogue(LADDER).own]


def chosen(journal: Journal, code: str) -> AppTest:
    page = opened(journal)
    page.selectbox(key="own.ladder.chosen").set_value(code).run()
    return page


def press(page: AppTest, key: str) -> None:
    page.button(key=f"own.ladder.{key}").click().run()
    assert not page.exception


def test_a_step_is_added_and_counts_as_touch_until_she_says_otherwise(journal: Journal) -> None:
    page = opened(journal)
    page.text_input(key="own.ladder.name").set_value(" Tea  in bed ")
    next(button for button in page.button if button.label == "Add").click().run()
    (step,) = journal.catalogue(LADDER).own
    assert (step.name, step.touch) == ("Tea in bed", None)
    page.selectbox(key="own.ladder.chosen").set_value(step.code).run()
    for touch in (False, True):
        press(page, "touch")
        assert journal.catalogue(LADDER).entries[step.code].touch is touch


def test_a_step_is_moved_and_stays_where_it_was_put(with_steps: Journal) -> None:
    assert own(with_steps) == ["A walk", "Read", "Tea"]
    page = chosen(with_steps, "own_a")
    press(page, "move.-1")
    assert own(with_steps) == ["A walk", "Tea", "Read"]
    press(page, "move.-1")
    press(page, "move.-1")  # it stands first already
    assert own(with_steps) == ["Tea", "A walk", "Read"]
    press(page, "move.1")
    assert own(with_steps) == ["A walk", "Tea", "Read"]
    assert "offered in this order: A walk, Tea, Read" in page.markdown[1].value.replace("\\", "")


def test_adding_a_hidden_step_again_offers_it_with_what_was_said_of_it(journal: Journal) -> None:
    said = Entry("own_tea", "Tea", OWN_GROUP, hidden=True, own=True, touch=False, place=2)
    journal.save_entry(LADDER, said)
    page = opened(journal)
    page.text_input(key="own.ladder.name").set_value("tea")
    next(button for button in page.button if button.label == "Add").click().run()
    assert [replace(said, name="tea", hidden=False)] == journal.catalogue(LADDER).own


def test_a_step_is_renamed_and_hidden_with_what_was_said_of_it(with_steps: Journal) -> None:
    page = chosen(with_steps, "own_a")
    press(page, "touch")
    page.text_input(key="own.ladder.own_a.renamed").set_value("Tea together").run()
    press(page, "rename")
    press(page, "hide")
    step = with_steps.catalogue(LADDER).entries["own_a"]
    assert (step.name, step.touch, step.hidden) == ("Tea together", False, True)
    assert "own_a" not in [entry.code for entry in with_steps.catalogue(LADDER).offered]


def test_of_a_shipped_step_nothing_is_asked_but_its_name_and_whether_to_hide_it(
    journal: Journal,
) -> None:
    page = chosen(journal, "hold_hands")
    keys = {button.key for button in page.button}
    assert {"own.ladder.rename", "own.ladder.hide"} <= keys
    assert not {"own.ladder.touch", "own.ladder.move.1"} & keys
