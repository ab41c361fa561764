import pytest

from journal.domain.errors import NameMissing, TextTooLong
from journal.domain.intentions import LONGEST_WORDS, Intention
from tests.builders import on

WEEK = on("2026-11-16")


@pytest.mark.parametrize("blank", ["", "  ", "\x00"])
def test_an_intention_needs_words(blank: str) -> None:
    with pytest.raises(NameMissing):
        Intention(WEEK, blank)


def test_an_intention_is_short() -> None:
    assert Intention(WEEK, "x" * LONGEST_WORDS).code == ""
    with pytest.raises(TextTooLong):
        Intention(WEEK, "x" * (LONGEST_WORDS + 1))
