"""Her words stay words: no sign of them is read as markup, and none is lost."""

import re

import pytest
from hypothesis import given

from journal.views.words import literal, literal_lines
from tests.strategies import TEXTS

MARKS = r"\`*_{}[]()#+-.!|<>~$:&"
JOINER = "\u2060"


def as_read(escaped: str) -> str:
    """Read escaped Markdown as its reader does."""
    return re.sub(r"\\(.)", r"\1", escaped).replace(JOINER, "")


@given(TEXTS)
def test_every_word_is_read_as_it_was_typed(text: str) -> None:
    assert as_read(literal(text)) == " ".join(text.replace(JOINER, "").split())


@given(TEXTS)
def test_no_sign_of_markup_stands_unescaped(text: str) -> None:
    rest = re.sub(r"\\.", "", literal(text))
    assert not set(rest) & set(MARKS)


@pytest.mark.parametrize(
    "text",
    ["http://e.example", "HTTPS://e.example", "www.e.example", "WWW.e.example", "me@e.example"],
)
def test_an_address_is_kept_from_becoming_a_link(text: str) -> None:
    # What finds bare addresses looks at the text once the escapes are gone.
    shown = re.sub(r"\\(.)", r"\1", literal(text))
    assert not re.search(r"https?://|www\.|[-.\w+]@", shown, re.IGNORECASE)


def test_a_line_break_becomes_a_space() -> None:
    assert literal("one\n\n# two") == r"one \# two"


def test_plain_words_are_left_alone() -> None:
    assert literal("Tea in bed") == "Tea in bed"


@given(TEXTS)
def test_of_several_lines_each_stays_a_line_of_words(text: str) -> None:
    lines = [" ".join(line.replace(JOINER, "").split()) for line in text.strip().splitlines()]
    shown = literal_lines(text)
    assert [as_read(line).strip() for line in shown.split("  \n")] == (lines or [""])
    assert not set(re.sub(r"\\.", "", shown)) & set(MARKS + "=")
