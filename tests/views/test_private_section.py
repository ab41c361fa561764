"""The passphrase, the lock and erasing, as she meets them under More."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.machine import NEVER, USUAL_LOCK_MINUTES
from journal.storage import OwnMachine
from tests.opened_pages import PATIENCE_SECONDS, as_read, text
from tests.support.machines import machine_on, quick_folder, write_in

GOOD = "four words that lie apart"
REFUSED = "This passphrase does not open the journal."
TODAY = date(2026, 5, 14)


@pytest.fixture
def folder() -> Iterator[Path]:
    with quick_folder() as folder:
        yield folder


@pytest.fixture
def machine(folder: Path) -> Iterator[OwnMachine]:
    with machine_on(folder / "journal.db") as machine:
        write_in(machine)
        yield machine


def opened(machine: OwnMachine) -> AppTest:
    """Open the section, or the way in where the journal is locked."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(machine: "OwnMachine", today: "date") -> None:
        from datetime import UTC  # noqa: PLC0415  # as above

        from journal.pages import locked  # noqa: PLC0415  # as above
        from journal.views.private_section import private_section  # noqa: PLC0415  # as above

        if locked.passed(machine, UTC):
            private_section(machine.journal(), today, machine)

    page = AppTest.from_function(
        run, kwargs={"machine": machine, "today": TODAY}, default_timeout=PATIENCE_SECONDS
    ).run()
    assert not page.exception
    return page


def errors(page: AppTest) -> list[str]:
    """Return what the page says went wrong."""
    return [as_read(iter([error.value])) for error in page.error]


def typed(page: AppTest, passphrase: str, again: str, present: str | None = None) -> AppTest:
    """Type a new passphrase twice and say that it is written down."""
    if present is not None:
        page.text_input(key="private.present").set_value(present)
    page.text_input(key="private.passphrase").set_value(passphrase)
    page.text_input(key="private.passphrase_again").set_value(again)
    page.button(key="private.use").click().run()
    page.checkbox(key="private.written_down").check().run()
    return page


def test_what_forgetting_means_is_said_and_a_backup_offered_before_one_is_set(
    machine: OwnMachine,
) -> None:
    page = opened(machine)
    assert "If you forget it, the journal is lost." in text(page)
    assert [button.proto.label for button in page.get("download_button")] == ["Take a backup first"]
    assert page.button(key="private.set").disabled


@pytest.mark.parametrize(
    ("passphrase", "again", "ready"),
    [(GOOD, GOOD, True), ("short", "short", True), (GOOD, "another", False), ("", "", False)],
)
def test_it_is_typed_twice_alike_before_anything_can_be_encrypted(
    machine: OwnMachine, passphrase: str, again: str, *, ready: bool
) -> None:
    page = typed(opened(machine), passphrase, again)
    assert page.button(key="private.set").disabled is not ready
    assert ("This passphrase is weak" in text(page)) is (again == "short")


def test_a_suggested_passphrase_is_shown_to_be_written_down(machine: OwnMachine) -> None:
    page = opened(machine)
    page.button(key="private.suggest").click().run()
    (shown,) = page.code
    assert shown.value == page.text_input(key="private.passphrase").value
    assert "weak" not in text(page)


def test_set_locked_refused_and_opened(machine: OwnMachine) -> None:
    page = typed(opened(machine), GOOD, GOOD)
    page.button(key="private.set").click().run()
    assert [success.value for success in page.success] == ["Your journal is encrypted now."]
    assert "private.passphrase" not in page.session_state  # nothing typed stays
    page.button(key="private.lock").click().run()
    assert "This journal is locked." in text(page)
    assert "It was locked at 12:03." in text(page)
    page.text_input(key="locked.passphrase").set_value("a guess")
    page.button(key="locked.open").click().run()
    assert errors(page) == [REFUSED]
    page.text_input(key="locked.passphrase").set_value(GOOD)
    page.button(key="locked.open").click().run()
    assert not machine.is_locked
    assert "Your journal is encrypted on this machine." in text(page)


def test_whoever_lost_the_passphrase_begins_anew_and_loses_no_file(
    machine: OwnMachine, folder: Path
) -> None:
    machine.set_passphrase(GOOD)
    machine.lock()
    page = opened(machine)
    assert page.button(key="locked.aside").disabled
    page.text_input(key="locked.word").set_value(" Begin ").run()
    page.button(key="locked.aside").click().run()
    assert not page.exception
    assert not machine.is_encrypted
    assert not machine.journal().settings().welcomed
    assert [path.name for path in folder.glob("*.locked-*")] != []


def test_a_lock_makes_the_page_forget_what_it_held(machine: OwnMachine) -> None:
    machine.set_passphrase(GOOD)
    page = opened(machine)
    page.session_state["patterns.kept"] = "what was found"
    machine.lock()
    machine.unlock(GOOD)  # in another tab, before this one was drawn again
    page.run()
    assert "patterns.kept" not in page.session_state
    assert not page.exception


def test_when_it_locks_is_kept_as_she_chooses_it(machine: OwnMachine) -> None:
    machine.set_passphrase(GOOD)
    page = opened(machine)
    assert page.selectbox(key="private.minutes").value == USUAL_LOCK_MINUTES
    page.selectbox(key="private.minutes").set_value(NEVER).run()
    assert machine.lock_minutes == NEVER


@pytest.mark.parametrize("right", [True, False])
def test_a_change_asks_for_the_present_passphrase(machine: OwnMachine, *, right: bool) -> None:
    machine.set_passphrase(GOOD)
    page = opened(machine)
    page.segmented_control(key="private.way").set_value("Change it").run()
    page = typed(page, "another four words", "another four words", GOOD if right else "a guess")
    page.button(key="private.set").click().run()
    assert errors(page) == ([] if right else [REFUSED])
    machine.lock()
    machine.unlock("another four words" if right else GOOD)
    assert not machine.is_locked


@pytest.mark.parametrize("right", [True, False])
def test_removing_asks_for_the_present_passphrase(machine: OwnMachine, *, right: bool) -> None:
    machine.set_passphrase(GOOD)
    page = opened(machine)
    page.segmented_control(key="private.way").set_value("Remove it").run()
    page.text_input(key="private.present").set_value(GOOD if right else "a guess")
    page.button(key="private.remove").click().run()
    assert machine.is_encrypted is not right
    assert len(page.error) == (0 if right else 1)


@pytest.mark.parametrize(("word", "ready"), [("", False), ("yes", False), (" Erase ", True)])
def test_erasing_waits_for_the_word(machine: OwnMachine, word: str, *, ready: bool) -> None:
    page = opened(machine)
    page.text_input(key="private.erase_word").set_value(word).run()
    assert page.button(key="private.erase").disabled is not ready
    if ready:
        page.button(key="private.erase").click().run()
        assert not page.exception
        assert not machine.journal().settings().welcomed


def test_a_server_is_said_to_have_no_passphrase(postgres_url: str) -> None:
    with machine_on(postgres_url) as machine:
        page = opened(machine)
        assert "not offered" in text(page)
        assert page.button(key="private.erase").disabled
