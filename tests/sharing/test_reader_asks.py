"""A journal that cannot answer gives a stranger no sentence of its own."""

from typing import Any

import pytest

from journal.domain.errors import JournalError, JournalNotWritten
from journal.domain.link_secrets import new_secret
from journal.domain.machine import JournalLocked, JournalReplaced
from journal.domain.readers import NotForReaders, PartnerMomentsTooMany
from journal.domain.replies import RepliesTooMany
from journal.sharing.reader_asks import NOT_KEPT, ReaderAsks

MOMENT = {"secret": new_secret(), "kind": "long_hug", "date": "2026-05-14"}


class Failing:
    """Readers of a journal in which everything fails alike."""

    def __init__(self, failure: JournalError) -> None:
        self.failure = failure

    def __getattr__(self, name: str) -> Any:
        def fail(*_: object, **__: object) -> None:
            raise self.failure

        return fail


def asks_of(failure: JournalError) -> ReaderAsks:
    return ReaderAsks(lambda: Failing(failure))  # type: ignore[arg-type,return-value]  # as it says


@pytest.mark.parametrize(
    "failure", [JournalLocked(), JournalReplaced(), JournalError("The file /home/her is odd.")]
)
def test_a_journal_that_does_not_open_opens_nothing(failure: JournalError) -> None:
    assert asks_of(failure).moment(MOMENT) is None
    assert asks_of(failure).open({"secret": MOMENT["secret"]}) is None


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (NotForReaders(), str(NotForReaders())),
        (PartnerMomentsTooMany(20), str(PartnerMomentsTooMany(20))),
        (RepliesTooMany(1_000), str(RepliesTooMany(1_000))),
        (JournalNotWritten(), NOT_KEPT),
    ],
)
def test_what_an_open_link_does_not_allow_is_said(failure: JournalError, said: str) -> None:
    answer = asks_of(failure).moment(MOMENT)
    assert answer is not None
    assert answer.declined
    assert answer.written() == f'{{"said":"{said}"}}'


class Opening:
    """Readers of one link, for so many questions."""

    def __init__(self, questions: int) -> None:
        self.left = questions

    def opened(self, *_: object, **__: object) -> object:
        """Open while there are questions left."""
        self.left -= 1
        return object() if self.left >= 0 else None


@pytest.mark.parametrize(("questions", "written"), [(2, "all of it"), (1, None)])
def test_what_is_withdrawn_while_it_is_written_down_is_not_sent(
    questions: int, written: str | None
) -> None:
    readers = Opening(questions)
    asks = ReaderAsks(lambda: readers, lambda _: "all of it")  # type: ignore[arg-type,return-value]  # as it says
    answer = asks.open({"secret": MOMENT["secret"]})
    assert answer is not None
    assert answer.written() == written


def test_a_journal_locked_while_it_is_written_down_gives_nothing() -> None:
    def write(_: object) -> str:
        raise JournalLocked

    asks = ReaderAsks(lambda: Opening(2), write)  # type: ignore[arg-type,return-value]  # as it says
    answer = asks.open({"secret": MOMENT["secret"]})
    assert answer is not None
    assert answer.written() is None
