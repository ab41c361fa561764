"""The whole journal under a passphrase: set, changed, removed, nothing of it left in the open."""

import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from journal.domain.machine import (
    USUAL_LOCK_MINUTES,
    JournalInUse,
    JournalLocked,
    PassphraseEmpty,
    PassphraseNotOffered,
    PassphraseRefused,
    RewriteFailed,
)
from journal.storage import OwnMachine, rewriting
from journal.storage.encrypted import connected
from journal.storage.engine import database_url
from journal.storage.migrate import HEAD, bring_up_to_date, current_revision
from journal.storage.passphrase_key import USUAL_COST, Cost, Head
from journal.storage.tables import Base
from tests.acts import ACTS, Act, perform
from tests.support.machines import (
    CHEAP,
    DAY,
    PLAIN_START,
    WORDS,
    found_words,
    left_in,
    machine_on,
    quick_folder,
    write_in,
)

ONE, OTHER = "four words apart", "ünder \"the' %lime; tree"
FILE = "journal.db"


@pytest.fixture(scope="module")
def empty() -> Iterator[Path]:
    """A journal without anything in it, as making one takes longer than most of these tests."""
    with quick_folder() as folder:
        with machine_on(folder / FILE) as machine:
            machine.journal()
        yield folder / FILE


@pytest.fixture
def folder() -> Iterator[Path]:
    with quick_folder() as folder:
        yield folder


@pytest.fixture
def file(folder: Path, empty: Path) -> Path:
    return copy(empty, folder / FILE)


@pytest.fixture
def machine(file: Path) -> Iterator[OwnMachine]:
    with machine_on(file) as machine:
        yield machine


def opened_with(file: Path, passphrase: str) -> bool:
    """Say whether a program started anew opens the journal with a passphrase."""
    with machine_on(file) as machine:
        try:
            machine.unlock(passphrase)
        except PassphraseRefused:
            return False
        return not machine.is_locked


def test_her_words_stand_in_the_open_until_a_passphrase_is_set(
    machine: OwnMachine, folder: Path
) -> None:
    write_in(machine)
    assert found_words(folder) != []


def test_a_passphrase_leaves_no_word_of_hers_on_the_disk(
    machine: OwnMachine, file: Path, folder: Path
) -> None:
    before = write_in(machine)
    (folder / f"{FILE}.before-0004").write_bytes(PLAIN_START + WORDS[0].encode())
    machine.set_passphrase(ONE)
    assert before == machine.journal().snapshot()
    assert found_words(folder) == []
    assert not file.read_bytes().startswith(PLAIN_START)
    machine.journal().save_day(DAY, {"note": WORDS[1]})  # into the write-ahead log
    assert (folder / f"{FILE}-wal").stat().st_size > 0
    assert found_words(folder) == []
    machine.close()
    assert left_in(folder) == [FILE]


def test_an_encrypted_file_is_hers_alone_to_read(machine: OwnMachine, file: Path) -> None:
    write_in(machine)
    machine.set_passphrase(ONE)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_program_started_anew_asks_for_the_passphrase(machine: OwnMachine, file: Path) -> None:
    before = write_in(machine)
    machine.set_passphrase(ONE)
    machine.close()
    with machine_on(file) as again:
        assert again.is_locked
        with pytest.raises(PassphraseRefused, match="does not open the journal"):
            again.unlock(OTHER)
        assert again.is_locked
        again.unlock(f"  {ONE} ")  # blanks around it are not a part of it
        assert before == again.journal().snapshot()


def test_a_passphrase_opens_however_its_accents_are_typed(machine: OwnMachine, file: Path) -> None:
    write_in(machine)
    machine.set_passphrase("é" * 5)
    machine.close()
    assert opened_with(file, "é" * 5)


def test_after_a_change_the_new_passphrase_opens_and_the_old_one_does_not(
    machine: OwnMachine, file: Path, folder: Path
) -> None:
    before = write_in(machine)
    machine.set_passphrase(ONE)
    with pytest.raises(PassphraseRefused):
        machine.set_passphrase(OTHER, present="another")
    machine.set_passphrase(OTHER, present=ONE)
    assert before == machine.journal().snapshot()
    machine.close()
    assert not opened_with(file, ONE)
    assert opened_with(file, OTHER)
    assert left_in(folder) == [FILE]


def test_without_its_passphrase_the_file_is_open_again(machine: OwnMachine, file: Path) -> None:
    before = write_in(machine)
    machine.set_passphrase(ONE)
    with pytest.raises(PassphraseRefused):
        machine.remove_passphrase(OTHER)
    machine.remove_passphrase(ONE)
    assert not machine.is_encrypted
    machine.close()
    assert file.read_bytes().startswith(PLAIN_START)
    with machine_on(file) as again:
        assert before == again.journal().snapshot()


@pytest.mark.parametrize("nothing", ["", "  "])
def test_an_empty_passphrase_is_none(machine: OwnMachine, nothing: str, file: Path) -> None:
    write_in(machine)
    with pytest.raises(PassphraseEmpty):
        machine.set_passphrase(nothing)
    assert file.read_bytes().startswith(PLAIN_START)


@given(acts=st.lists(ACTS, max_size=12), passphrase=st.text(min_size=1).filter(str.strip))
@hypothesis_settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_set_change_and_remove_keep_every_journal_as_it_was(
    empty: Path, acts: list[Act], passphrase: str
) -> None:
    with quick_folder() as folder, machine_on(copy(empty, folder / FILE)) as machine:
        before = perform(machine.journal(), acts)
        machine.set_passphrase(passphrase)
        machine.set_passphrase(ONE, present=passphrase)
        assert before == machine.journal().snapshot()
        machine.remove_passphrase(ONE)
        assert before == machine.journal().snapshot()


def test_numbers_of_acts_go_on_where_they_were(machine: OwnMachine) -> None:
    journal = machine.journal()
    first = journal.save_day(DAY, {"mood": 3})
    machine.set_passphrase(ONE)
    second = machine.journal().save_day(DAY, {"mood": 4})
    assert first is not None
    assert second is not None
    assert first.id < second.id
    assert machine.journal().undo(first.id)


def test_what_another_program_holds_is_left_as_it_is(machine: OwnMachine, file: Path) -> None:
    before = write_in(machine)
    holding = (
        "import sqlite3, sys\n"
        "held = sqlite3.connect(sys.argv[1])\n"
        "held.execute('SELECT count(*) FROM day').fetchall()\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(JournalInUse, match="Nothing was changed"):
            machine.set_passphrase(ONE)
        with pytest.raises(JournalInUse):
            machine.erase()
        other.communicate()
    assert not machine.is_encrypted
    assert before == machine.journal().snapshot()


def test_what_cannot_be_read_back_takes_no_place(
    machine: OwnMachine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = write_in(machine)
    monkeypatch.setattr(rewriting, "_same_rows", lambda *_: False)
    with pytest.raises(RewriteFailed, match="under the passphrase it had"):
        machine.set_passphrase(ONE)
    assert not machine.is_encrypted
    assert before == machine.journal().snapshot()
    machine.close()
    assert left_in(folder) == [FILE]


@pytest.mark.parametrize("lost", ["a row", "a table", "a value"])
def test_a_copy_that_lacks_anything_is_noticed(
    machine: OwnMachine, file: Path, folder: Path, lost: str
) -> None:
    write_in(machine)
    machine.close()
    other_file = copy(file, folder / "copy.db")
    one, other = connected(file, None), connected(other_file, None)
    assert rewriting.is_the_same(one, other_file, None)
    other.execute(
        {
            "a row": "DELETE FROM moment WHERE rowid = (SELECT max(rowid) FROM moment)",
            "a table": "DROP TABLE calendar_address",
            "a value": "UPDATE day SET mood = mood + 1",
        }[lost]
    )
    other.close()
    assert not rewriting.is_the_same(one, other_file, None)
    one.close()


def test_how_the_key_is_made_stands_in_the_file(machine: OwnMachine, file: Path) -> None:
    write_in(machine)
    machine.set_passphrase(ONE)
    machine.close()
    head = Head.of(file)
    assert head is not None
    assert head.content[:6] == bytes((*b"Tnd", CHEAP.memory, CHEAP.passes, CHEAP.lanes))
    assert (USUAL_COST.memory, USUAL_COST.passes, USUAL_COST.lanes) == (16, 3, 4)
    assert Head.made().content[6:] != Head.made().content[6:]


@pytest.mark.parametrize("cost", [Cost(31), Cost(5, 1, 16), Cost(16, 0, 4), Cost(16, 255, 4)])
def test_a_head_that_asks_for_the_impossible_is_none_of_ours(file: Path, cost: Cost) -> None:
    file.write_bytes(Head.made(cost).content + bytes(4096))
    assert Head.of(file) is None


def test_a_key_is_not_shown_and_can_be_forgotten() -> None:
    key = Head.made(CHEAP).key(ONE)
    kept = key.raw.hex()
    assert kept not in repr(key)
    key.forget()
    with pytest.raises(JournalLocked):
        _ = key.specification
    assert bytes(32) == bytes(key.raw)


def test_an_encrypted_journal_is_upgraded_and_its_copy_is_encrypted_too(
    machine: OwnMachine, file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = write_in(machine)
    machine.set_passphrase(ONE)
    machine.close()
    head = Head.of(file)
    assert head is not None
    key = head.key(ONE)
    monkeypatch.setattr("journal.storage.migrate._upgrade", lambda _: None)
    monkeypatch.setattr("journal.storage.migrate.HEAD", "9999")
    kept = bring_up_to_date(database_url(file), key)
    assert kept is not None
    assert not kept.read_bytes().startswith(PLAIN_START)
    assert current_revision(database_url(kept), key) == HEAD
    assert found_words(folder) == []
    monkeypatch.undo()
    with machine_on(file) as again:
        again.unlock(ONE)
        assert before == again.journal().snapshot()
        again.set_passphrase(OTHER, present=ONE)  # and the copy does not keep the old one
    assert left_in(folder) == [FILE]


def test_an_encrypted_journal_has_the_tables_the_models_describe(
    machine: OwnMachine, file: Path
) -> None:
    write_in(machine)
    machine.set_passphrase(ONE)
    machine.close()
    head = Head.of(file)
    assert head is not None
    raw = connected(file, head.key(ONE))
    names = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    raw.close()
    assert names >= {*Base.metadata.tables}


def test_a_new_passphrase_locks_after_a_quarter_of_an_hour_until_she_says_otherwise(
    machine: OwnMachine, file: Path
) -> None:
    write_in(machine)
    machine.set_passphrase(ONE)
    assert machine.lock_minutes == USUAL_LOCK_MINUTES
    machine.lock_after(5)
    machine.set_passphrase(OTHER, present=ONE)
    assert machine.lock_minutes == 5
    machine.close()
    with machine_on(file) as again:
        again.unlock(OTHER)
        assert again.lock_minutes == 5


def test_a_database_on_a_server_is_offered_no_passphrase(postgres_url: str) -> None:
    with machine_on(postgres_url) as machine:
        write_in(machine)
        assert not machine.offers_passphrase
        with pytest.raises(PassphraseNotOffered):
            machine.set_passphrase(ONE)
        machine.lock()
        assert not machine.is_locked
