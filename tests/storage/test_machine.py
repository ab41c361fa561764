"""Locked, nobody reads; slow for whoever guesses; erased, nothing is left."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from journal.domain.errors import JournalError, JournalUnreadable
from journal.domain.machine import (
    NEVER,
    JournalLocked,
    JournalReplaced,
    NotAllErased,
    NotSetAside,
    PassphraseRefused,
    TriesTooMany,
)
from journal.domain.ranges import DateRange
from journal.storage import OwnMachine, erasing
from journal.storage.tries import FREE_TRIES, Tries
from tests.support.machines import (
    DAY,
    WORDS,
    Wall,
    found_words,
    left_in,
    machine_on,
    quick_folder,
    write_in,
)

PASSPHRASE = "four words apart"  # noqa: S105  # opens nothing but these
FILE = "journal.db"


@pytest.fixture
def folder() -> Iterator[Path]:
    with quick_folder() as folder:
        yield folder


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def told() -> list[int]:
    """What happened to the machine, as open pages are told."""
    return []


@pytest.fixture
def machine(folder: Path, wall: Wall, told: list[int]) -> Iterator[OwnMachine]:
    with machine_on(folder / FILE, wall, changed=lambda: told.append(1)) as machine:
        write_in(machine)
        machine.set_passphrase(PASSPHRASE)
        yield machine


def test_a_locked_journal_can_be_neither_read_nor_written(machine: OwnMachine) -> None:
    before = machine.journal()
    machine.lock()
    with pytest.raises(JournalLocked, match="nothing of it was saved"):
        machine.journal()
    for act in (before.settings, before.snapshot, lambda: before.save_day(DAY, {"mood": 1})):
        with pytest.raises(JournalLocked):
            act()


def test_what_was_drawn_before_stays_shut_after_it_was_opened_again(machine: OwnMachine) -> None:
    before = machine.journal()
    machine.lock()
    machine.unlock(PASSPHRASE)
    with pytest.raises(JournalLocked):
        before.settings()
    assert machine.journal().settings().birth_year == 1975


def test_a_tap_during_a_change_is_told_that_it_was_not_done(machine: OwnMachine) -> None:
    before = machine.journal()
    machine.set_passphrase("another", present=PASSPHRASE)
    with pytest.raises(JournalReplaced, match="nothing of it was saved"):
        before.save_day(DAY, {"mood": 1})


def test_a_lock_makes_pages_forget_and_tells_them(machine: OwnMachine, told: list[int]) -> None:
    told.clear()
    epoch = machine.epoch
    machine.lock()
    assert machine.epoch != epoch
    assert len(told) == 1
    machine.lock()  # it is locked already
    assert len(told) == 1
    machine.unlock(PASSPHRASE)
    assert len(told) == 2


def test_a_lock_forgets_the_key(machine: OwnMachine) -> None:
    key = machine._key
    assert key is not None
    machine.lock()
    assert machine._key is None
    assert bytes(32) == bytes(key.raw)


def test_a_calendar_is_answered_alike_by_a_locked_journal_and_an_unknown_address(
    machine: OwnMachine,
) -> None:
    secret = machine.journal().make_calendar_address("Europe/London")
    assert machine.opened_calendar(secret) is not None
    assert machine.opened_calendar("x" * len(secret)) is None
    machine.lock()
    assert machine.opened_calendar(secret) is None
    machine.unlock(PASSPHRASE)
    assert machine.opened_calendar(secret) is not None


def test_without_a_passphrase_there_is_nothing_to_lock(folder: Path) -> None:
    with machine_on(folder / FILE) as machine:
        machine.lock()
        machine.unlock("whatever")
        assert not machine.is_locked
        assert not machine.journal().settings().welcomed


def test_it_locks_when_nobody_tapped_for_as_long_as_she_set(
    machine: OwnMachine, wall: Wall
) -> None:
    machine.lock_after(5)
    wall.pass_by(4)
    machine.touch()
    wall.pass_by(4.9)
    machine.touch()
    assert not machine.is_locked
    wall.pass_by(5)
    machine.touch()  # too late to count as a tap
    assert machine.is_locked
    assert wall.now == machine.locked_at


def test_it_locks_by_itself(folder: Path, wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.storage.machine._LOOK_EVERY", 0.01)
    locked = Event()
    with machine_on(folder / FILE, wall, changed=locked.set) as machine:
        machine.set_passphrase(PASSPHRASE)
        machine.lock_after(5)
        wall.pass_by(5)
        assert locked.wait(20)
        assert machine.is_locked


def test_never_is_never(machine: OwnMachine, wall: Wall) -> None:
    machine.lock_after(NEVER)
    wall.pass_by(10_000)
    machine.touch()
    assert not machine.is_locked


def test_a_reading_calendar_does_not_keep_it_open(machine: OwnMachine, wall: Wall) -> None:
    secret = machine.journal().make_calendar_address("Europe/London")
    wall.pass_by(machine.lock_minutes)
    machine.opened_calendar(secret)
    machine.touch()
    assert machine.is_locked


def test_guessing_grows_slow(machine: OwnMachine) -> None:
    machine.lock()
    for _ in range(FREE_TRIES):
        with pytest.raises(PassphraseRefused):
            machine.unlock("a guess")
    with pytest.raises(TriesTooMany, match="please wait 5 seconds"):
        machine.unlock(PASSPHRASE)  # not tried at all
    assert machine.is_locked


def test_each_further_wrong_try_waits_longer_and_a_right_one_ends_it() -> None:
    tries, now, waits = Tries(), 0.0, []
    for _ in range(12):
        tries.require(now)
        tries.note(right=False, now=now)
        waits.append(next(wait for wait in range(301) if _lets_through(tries, now + wait)))
        now += waits[-1]
    assert waits == [0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300]
    tries.note(right=True, now=now)
    tries.require(now)


def _lets_through(tries: Tries, now: float) -> bool:
    try:
        tries.require(now)
    except TriesTooMany:
        return False
    return True


def test_many_pages_at_once_lose_nothing_when_it_is_locked(machine: OwnMachine) -> None:
    said: list[type[JournalError]] = []
    saved: list[str] = []

    def write(name: str) -> None:
        for number in range(200):
            try:
                machine.journal().save_day(DAY, {"note": f"{name} {number}"})
                saved.append(f"{name} {number}")
            except JournalError as failure:
                said.append(type(failure))
                return

    pages = [Thread(target=write, args=(name,)) for name in "abc"]
    for page in pages:
        page.start()
    machine.lock()
    for page in pages:
        page.join()
    assert {*said} <= {JournalLocked}
    assert len(said) + len(saved) >= len(pages)
    machine.unlock(PASSPHRASE)
    (day,) = machine.journal().days(DateRange.last_days(1, DAY))
    assert day.recorded["note"] in {*saved, WORDS[0]}


def test_erased_leaves_nothing_and_begins_anew(
    machine: OwnMachine, folder: Path, told: list[int]
) -> None:
    told.clear()
    epoch = machine.epoch
    (folder / f"{FILE}.before-0004").write_text(WORDS[0])
    (folder / f"{FILE}.new").write_text(WORDS[0])
    (folder / "letters.txt").write_text("not ours")
    machine.erase()
    assert not machine.is_encrypted
    assert not machine.journal().settings().welcomed
    assert (machine.epoch != epoch, len(told)) == (True, 1)
    assert found_words(folder) == []
    machine.close()
    assert left_in(folder) == [FILE, "letters.txt"]
    assert (folder / FILE).read_bytes().startswith(b"SQLite format 3")


def test_an_open_journal_is_erased_with_its_write_ahead_log(folder: Path) -> None:
    with machine_on(folder / FILE) as machine:
        write_in(machine)
        assert found_words(folder) != []
        machine.erase()
        assert found_words(folder) == []
        assert not machine.journal().settings().welcomed


def test_a_journal_nobody_can_open_is_put_beside_and_opens_when_it_is_put_back(
    machine: OwnMachine, folder: Path, told: list[int], wall: Wall
) -> None:
    machine.lock()
    told.clear()
    epoch = machine.epoch
    name = machine.set_aside()
    assert (machine.epoch != epoch, len(told)) == (True, 1)
    assert not machine.journal().settings().welcomed
    assert found_words(folder) == []
    machine.close()
    (folder / FILE).unlink()
    (folder / name).rename(folder / FILE)
    with machine_on(folder / FILE, wall) as again:
        again.unlock(PASSPHRASE)
        assert again.journal().settings().birth_year == 1975


def test_a_second_journal_put_beside_leaves_the_first(machine: OwnMachine, folder: Path) -> None:
    machine.lock()
    first = machine.set_aside()
    machine.set_passphrase(PASSPHRASE)
    machine.lock()
    second = machine.set_aside()
    assert {first, second, FILE} <= set(left_in(folder))
    assert first != second


def test_a_journal_that_is_open_is_not_put_beside(machine: OwnMachine) -> None:
    with pytest.raises(NotSetAside):
        machine.set_aside()
    assert machine.journal().settings().birth_year == 1975


def test_a_journal_that_cannot_be_put_beside_is_as_it_was(
    machine: OwnMachine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.lock()
    (folder / f"{FILE}-wal").write_bytes(b"")
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == FILE:
            raise OSError
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(NotSetAside):
        machine.set_aside()
    assert machine.is_locked
    assert {FILE, f"{FILE}-wal"} <= set(left_in(folder))


def test_what_could_not_be_erased_is_named(
    machine: OwnMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing, "_is_gone", lambda path: path.name != FILE)
    with pytest.raises(NotAllErased, match=r"remove by hand: journal\.db"):
        machine.erase()
    assert machine.journal().settings().birth_year == 1975


def test_on_a_server_only_her_own_rows_are_erased(postgres_url: str) -> None:
    with machine_on(postgres_url) as machine, machine_on(postgres_url, owner="other") as other:
        write_in(machine)
        kept = write_in(other)
        machine.erase()
        assert not machine.journal().settings().welcomed
        assert kept == other.journal().snapshot()


def test_a_file_that_is_no_journal_is_left_as_it_is(folder: Path) -> None:
    (folder / FILE).write_bytes(b"Dear Anna, this is no database. " * 100)
    with machine_on(folder / FILE) as machine:
        assert not machine.is_locked
        with pytest.raises(JournalUnreadable):
            machine.journal()
    assert (folder / FILE).read_bytes() == b"Dear Anna, this is no database. " * 100
