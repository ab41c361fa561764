"""The one gate every value passes on its way into a day."""

import math
from typing import Any

import pytest

from journal.domain.day_fields import LONGEST_NOTE, stored_form, validated_field
from journal.domain.days import Bleeding, LhTest, Mucus, Partner, SignStrength, Touch
from journal.domain.errors import (
    ChoiceUnknown,
    FieldUnknown,
    JournalError,
    QuantityOutOfRange,
    RatingOutOfRange,
    TextTooLong,
)


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("mood", 0, 0),
        ("sleep_quality", 10, 10),
        ("sleep_hours", 7, 7.0),
        ("sleep_hours", 0, 0.0),
        ("temperature_c", 36.549, 36.55),
        ("bleeding", "light", Bleeding.LIGHT),
        ("bleeding", Bleeding.LIGHT, Bleeding.LIGHT),
        ("lh_test", "positive", LhTest.POSITIVE),
        ("mucus", "egg_white", Mucus.EGG_WHITE),
        ("touch", "unwelcome", Touch.UNWELCOME),
        ("partner", "apart", Partner.APART),
        ("sign:headache", "absent", SignStrength.ABSENT),
        ("sensation:heart:warmth", True, True),
        ("not_my_period", True, True),
        ("note", " As she typed it \n", " As she typed it \n"),
    ],
)
def test_a_value_is_kept_in_its_own_form(name: str, value: Any, kept: Any) -> None:
    assert validated_field(name, value) == kept
    assert type(validated_field(name, value)) is type(kept)


@pytest.mark.parametrize("name", ["not_my_period", "temperature_disturbed", "note_shared"])
def test_a_flag_taken_back_is_not_recorded(name: str) -> None:
    assert validated_field(name, value=False) is None


def test_a_sensation_taken_back_is_not_recorded() -> None:
    assert validated_field("sensation:heart:warmth", value=False) is None


@pytest.mark.parametrize("text", ["", "  ", "\n\t", "\x00"])
def test_a_note_without_a_word_is_not_recorded(text: str) -> None:
    assert validated_field("note", text) is None


def test_a_note_loses_what_no_database_keeps() -> None:
    assert validated_field("note", "be\x00fore") == "before"


def test_a_note_has_a_longest_length() -> None:
    longest = "a" * LONGEST_NOTE
    assert validated_field("note", longest) == longest
    with pytest.raises(TextTooLong) as failure:
        validated_field("note", longest + "a")
    assert str(failure.value) == "A note can be up to 20,000 characters long; this has 20,001."


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("sleep_hours", 24.5, "Sleep must be between 0 and 24 hours, got 24.5."),
        ("sleep_hours", -1, "Sleep must be between 0 and 24 hours, got -1."),
        (
            "temperature_c",
            97.7,
            "A waking temperature must be between 34 and 43 °C, got 97.7.",
        ),
        ("temperature_c", 3.65, "A waking temperature must be between 34 and 43 °C, got 3.65."),
    ],
)
def test_a_quantity_nobody_can_have_meant_is_named_with_its_range(
    name: str, value: float, sentence: str
) -> None:
    with pytest.raises(QuantityOutOfRange) as failure:
        validated_field(name, value)
    assert str(failure.value) == sentence


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 10**400, "7", True, [7]])
def test_what_is_no_number_is_no_quantity(value: Any) -> None:
    with pytest.raises(QuantityOutOfRange):
        validated_field("sleep_hours", value)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        (
            "partner",
            "near",
            "'near' is not a choice for partner; it can be together, apart.",
        ),
        (
            "sign:headache",
            "awful",
            (
                "'awful' is not a choice for a sign's strength; "
                "it can be absent, mild, moderate, severe."
            ),
        ),
        ("note_shared", "yes", "'yes' is not a choice for note shared; it can be yes, no."),
        (
            "sensation:heart:warmth",
            1,
            "1 is not a choice for a sensation; it can be yes, no.",
        ),
    ],
)
def test_an_unknown_choice_is_named_with_those_there_are(
    name: str, value: Any, sentence: str
) -> None:
    with pytest.raises(ChoiceUnknown) as failure:
        validated_field(name, value)
    assert str(failure.value) == sentence


@pytest.mark.parametrize("value", [11, -1, 5.5, "5", True])
def test_a_rating_passes_the_rule_of_the_scale(value: Any) -> None:
    with pytest.raises(RatingOutOfRange):
        validated_field("desire", value)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "libido",
        "date",
        "signs",
        "sign:",
        "sign",
        "mood:5",
        "sensation:heart",
        "sensation:heart:",
        "sensation::warmth",
        "sign:" + "a" * 129,
    ],
)
def test_a_field_no_day_has_is_refused_even_when_it_is_cleared(name: str) -> None:
    with pytest.raises(FieldUnknown):
        validated_field(name, None)


def test_every_refusal_is_a_sentence_for_the_reader() -> None:
    for name, value in (("mood", 11), ("sleep_hours", 30), ("touch", "no"), ("libido", 3)):
        with pytest.raises(JournalError):
            validated_field(name, value)


def test_a_choice_is_stored_as_its_word() -> None:
    assert stored_form(Bleeding.LIGHT) == "light"
    assert type(stored_form(Bleeding.LIGHT)) is str
