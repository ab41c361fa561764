"""Ended in the middle of a change of passphrase, the journal opens with the old or the new one."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.domain.machine import PassphraseRefused
from journal.domain.snapshot import RecordSnapshot
from journal.storage import OwnMachine
from tests.support import interrupting
from tests.support.interrupting import FILE, ONE, OTHER
from tests.support.machines import found_words, left_in, machine_on, quick_folder, write_in

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes are forked")

TIMES = 12  # of each change
BEFORE_AND_AFTER = {"set": (None, ONE), "change": (ONE, OTHER), "remove": (ONE, None)}


def opened(machine: OwnMachine, passphrase: str | None) -> RecordSnapshot | None:
    """Return the journal, when this is what opens it."""
    if machine.is_encrypted == (passphrase is None):
        return None
    try:
        machine.unlock(passphrase or "")
    except PassphraseRefused:
        return None
    return machine.journal().snapshot()


@pytest.fixture
def folder() -> Iterator[Path]:
    with quick_folder() as folder:
        yield folder


@pytest.mark.parametrize("change", BEFORE_AND_AFTER)
def test_ended_at_any_step_it_opens_with_the_old_or_the_new_passphrase(
    change: str, folder: Path
) -> None:
    with machine_on(folder / FILE) as machine:
        before = write_in(machine)
        if change != "set":
            machine.set_passphrase(ONE)
    done = subprocess.run(
        [sys.executable, interrupting.__file__, str(folder), change, str(TIMES)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > TIMES
    outcomes: set[str | None] = set()
    interrupted = 0
    for number in range(TIMES):
        copy = folder / str(number)
        interrupted += len(left_in(copy)) > 1
        with machine_on(copy / FILE) as machine:
            journals = ((each, opened(machine, each)) for each in BEFORE_AND_AFTER[change])
            passphrase, journal = next(pair for pair in journals if pair[1] is not None)
            assert before == journal
            outcomes.add(passphrase)
        assert left_in(copy) == [FILE]
        assert (passphrase is None) == (found_words(copy) == [FILE])
    assert outcomes == {*BEFORE_AND_AFTER[change]}  # some ended before the switch, some after it
    assert interrupted > TIMES // 3
