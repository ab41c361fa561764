"""What several imports claim alike."""

import pytest

from journal.exchange.importing.errors import FileUnreadable
from journal.exchange.importing.parsed import NotCarried, Question, QuestionKind
from tests.exchange.importing.app_files import read


def kept_as_words(heading: str, count: int = 1) -> NotCarried:
    """Return how words that became nothing but words are listed."""
    what = f"{heading}: words that are no field of the journal"
    return NotCarried(what, count, "they are kept as words in the day's note")


def strength_question(key: str, app: str, count: int) -> Question:
    """Return the question an app raises that notes signs without a strength."""
    words = f"A sign {app} notes without a strength counts as"
    return Question(f"{key}.sign_strength", QuestionKind.STRENGTH, words, "mild", count)


def assert_refused(content: bytes, error: type[FileUnreadable], sentence: str) -> None:
    """Claim that a file is refused with a sentence that begins so."""
    with pytest.raises(error) as caught:
        read(content)
    assert str(caught.value).startswith(sentence)
