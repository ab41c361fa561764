"""Passphrases of a link tried many at once: no more of them than one after the other."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier

import pytest

from journal.domain.grants import LinkTerms, Passes
from journal.storage import shared_door
from journal.storage.shared_door import SharedDoor
from journal.storage.tries import FREE_TRIES
from tests.support.journals import journal_at

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
RIGHT = "lantern pier"
AT_ONCE = 8
PATIENCE = 30  # seconds


def test_tries_at_once_are_as_few_as_tries_in_a_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []
    at_it = Barrier(AT_ONCE)

    def opens(kept: str | None, passphrase: str) -> bool:
        if kept is not None:
            compared.append(passphrase)
        at_it.wait(PATIENCE)  # nobody has an answer before all have begun
        return False

    monkeypatch.setattr(shared_door, "opens", opens)
    journal = journal_at(tmp_path / "journal.db", lambda: NOW)
    _, secret = journal.make_link("Ada", Passes(), LinkTerms(), lasting_days=1, passphrase=RIGHT)
    door = SharedDoor(lambda: journal._engine, lambda: NOW)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        guesses = (f"wrong {number}" for number in range(AT_ONCE))
        opened = pool.map(lambda guess: door.opened(secret, guess, noted=False), guesses)
        assert list(opened) == [None] * AT_ONCE
    assert len(compared) == FREE_TRIES
