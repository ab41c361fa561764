import gc
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from journal.web.memory import settle


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_was_imported_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "a_page_just_opened", ModuleType("a_page_just_opened"))
    gc.unfreeze()
    settle()
    assert gc.get_freeze_count() > 0


def test_nothing_is_frozen_while_nothing_new_is_imported() -> None:
    settle()
    gc.unfreeze()
    settle()
    assert gc.get_freeze_count() == 0
