"""What the word tables of the apps say, checked against the catalogues of the journal."""

import csv
from collections.abc import Container

import pytest

from journal.domain.catalogues import FOLDER, CatalogueName, shipped_catalogue
from journal.domain.day_fields import CHOICES
from journal.domain.days import Bleeding, SignStrength
from journal.domain.moments import WithWhom
from journal.domain.ratings import RATINGS
from journal.exchange.importing import (
    apple_words,
    bearable,
    clue,
    drip,
    fertility_friend,
    fitbit,
    flo,
    garmin,
    mensinator,
    menstrudel,
    my_calendar,
    natural_cycles,
    ovumcy_entries,
    samsung,
)
from journal.exchange.importing.app_words import AppWords, compared, plain_words
from journal.exchange.importing.word_tables import ANY_WORD

APPS = [
    apple_words.WORDS,
    *(bearable.WORDS, clue.WORDS, drip.WORDS, fertility_friend.WORDS, fitbit.WORDS, flo.WORDS),
    *(garmin.WORDS, mensinator.WORDS, menstrudel.WORDS, my_calendar.WORDS, natural_cycles.WORDS),
    *(ovumcy_entries.WORDS, samsung.WORDS),
]
of_every_app = pytest.mark.parametrize("app", APPS, ids=lambda app: app.key)
SIGNS = shipped_catalogue(CatalogueName.SIGNS).entries
MOMENTS = shipped_catalogue(CatalogueName.MOMENTS).entries


def can_be_kept(meaning: str) -> bool:
    """Say whether the journal has a place for a meaning."""
    name, _, value = meaning.partition(":")
    code, _, more = value.partition(":")
    if name == "sign":
        return code in SIGNS and more in {"", *SignStrength}
    if name == "moment":
        return code in MOMENTS and more in {"", *WithWhom}
    places: dict[str, Container[str]] = {
        "note": {""},
        "nothing": {""},
        "ask": {"sign", "activity"},
        "flow": {"", *Bleeding},
        **{rating: {str(number) for number in range(11)} for rating in RATINGS},
        **{field: set(choices) for field, choices in CHOICES.items()},
    }
    return value in places[name]


@of_every_app
def test_every_meaning_in_a_word_table_has_a_place(app: AppWords) -> None:
    assert all(can_be_kept(meaning) for several in app.table.values() for meaning in several)


@of_every_app
def test_a_word_table_is_written_in_plain_words_and_says_a_word_once(app: AppWords) -> None:
    with (FOLDER / "imports" / f"{app.key}.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == len(app.table)
    for row in rows:
        for words in (row["heading"], row["word"]):
            assert words == ANY_WORD or words == compared(words)


@of_every_app
def test_spotting_is_never_a_period(app: AppWords) -> None:
    for (heading, word), meanings in app.table.items():
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


@pytest.mark.parametrize(
    "word", ["Tender_Breasts", "  tender   breasts ", "TENDER-BREASTS", "TenderBreasts"]
)
def test_a_word_is_known_however_it_is_written(word: str) -> None:
    assert fitbit.WORDS.meanings("Conditions", word) == ("sign:tender_breasts",)
    assert fitbit.WORDS.knows("conditions", word)


def test_a_word_nobody_knows_is_what_its_heading_says_or_asked_about() -> None:
    assert fitbit.WORDS.meanings("Fluids", "gel") == ("note",)
    assert fitbit.WORDS.meanings("Weather", "rain") == ("ask:activity",)
    assert not fitbit.WORDS.knows("Fluids", "gel")
