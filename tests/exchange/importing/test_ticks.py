"""What the word tables of the apps say, checked against the catalogues of the journal."""

import csv
from collections.abc import Container

import pytest

from journal.domain.catalogues import FOLDER, CatalogueName, shipped_catalogue
from journal.domain.day_fields import CHOICES
from journal.domain.days import Bleeding, SignStrength
from journal.domain.ratings import RATINGS
from journal.exchange.importing.ticks import plain_words
from journal.exchange.importing.word_tables import ANY_WORD, word_table

APPS = ("clue", "flo", "garmin", "mensinator", "menstrudel")
SIGNS = shipped_catalogue(CatalogueName.SIGNS).entries
MOMENTS = shipped_catalogue(CatalogueName.MOMENTS).entries


def can_be_kept(meaning: str) -> bool:
    """Say whether the journal has a place for a meaning."""
    name, _, value = meaning.partition(":")
    code, _, strength = value.partition(":")
    if name == "sign":
        return code in SIGNS and strength in {"", *SignStrength}
    places: dict[str, Container[str]] = {
        "note": {""},
        "ask": {"sign", "activity"},
        "moment": MOMENTS,
        "flow": {"", *Bleeding},
        **{rating: {str(number) for number in range(11)} for rating in RATINGS},
        **{field: set(choices) for field, choices in CHOICES.items()},
    }
    return value in places[name]


@pytest.mark.parametrize("app", APPS)
def test_every_meaning_in_a_word_table_has_a_place(app: str) -> None:
    assert all(can_be_kept(meaning) for several in word_table(app).values() for meaning in several)


@pytest.mark.parametrize("app", APPS)
def test_a_word_table_is_written_in_plain_words_and_says_a_word_once(app: str) -> None:
    with (FOLDER / "imports" / f"{app}.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == len(word_table(app))
    for row in rows:
        for words in (row["heading"], row["word"]):
            assert words == ANY_WORD or words == plain_words(words)


@pytest.mark.parametrize("app", APPS)
def test_spotting_is_never_a_period(app: str) -> None:
    for (heading, word), meanings in word_table(app).items():
        if "spotting" in {heading, word}:
            assert "bleeding:spotting" in meanings


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("TenderBreasts", "tender breasts"),
        ("period_cramps", "period cramps"),
        ("HOT_FLASHES", "hot flashes"),
        ("High Sex Drive", "high sex drive"),
        ("  ", ""),
    ],
)
def test_an_apps_word_is_written_as_people_do(word: str, plain: str) -> None:
    assert plain == plain_words(word)
