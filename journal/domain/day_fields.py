"""Which values each field of a day can take: the one gate every write passes.

A field's *value* is a domain value; its *stored* form is what JSON and the database keep
(numbers, booleans, strings). `None` always means not recorded and is always allowed.
"""

import math
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final, TypeAlias

from journal.domain.days import (
    PLAIN_FIELDS,
    RATING_FIELDS,
    SENSATION_PREFIX,
    SIGN_PREFIX,
    Bleeding,
    LhTest,
    Mucus,
    Partner,
    SignStrength,
    Touch,
)
from journal.domain.errors import ChoiceUnknown, FieldUnknown, QuantityOutOfRange, TextTooLong
from journal.domain.ratings import validated_rating

Stored: TypeAlias = int | float | bool | str
LONGEST_NOTE: Final = 20_000
LONGEST_CODE: Final = 64
COLDEST_C, WARMEST_C = 34.0, 43.0  # readings outside are typing errors, not body temperatures
CHOICES: Final[Mapping[str, type[StrEnum]]] = {
    "bleeding": Bleeding,
    "lh_test": LhTest,
    "mucus": Mucus,
    "touch": Touch,
    "partner": Partner,
}
FLAGS: Final = frozenset({"not_my_period", "temperature_disturbed", "note_shared"})


def _choice(name: str, kind: type[StrEnum], value: object) -> StrEnum:
    try:
        return kind(str(value))
    except ValueError:
        raise ChoiceUnknown(name, value, [member.value for member in kind]) from None


def _quantity(what: str, value: object, lowest: float, highest: float, unit: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise QuantityOutOfRange(what, value, lowest, highest, unit)
    if not lowest <= value <= highest:
        raise QuantityOutOfRange(what, value, lowest, highest, unit)
    return float(value)


def _text(value: object) -> str | None:
    text = str(value).replace("\x00", "")  # PostgreSQL text cannot hold NUL
    if len(text) > LONGEST_NOTE:
        raise TextTooLong("A note", len(text), LONGEST_NOTE)
    return text if text.strip() else None


def _flag(name: str, value: object) -> bool | None:
    if not isinstance(value, bool):
        raise ChoiceUnknown(name, value, ["yes", "no"])
    return value or None  # a flag that is off was simply not raised


_QUANTITIES: Final[Mapping[str, Callable[[object], float]]] = {
    "sleep_hours": lambda value: _quantity("Sleep", value, 0, 24, "hours"),
    "temperature_c": lambda value: round(
        _quantity("A waking temperature", value, COLDEST_C, WARMEST_C, "°C"), 2
    ),
}


def validated_field(name: str, value: object) -> object:
    """Return `value` as field `name` keeps it, or `None` for "not recorded".

    Raises:
        FieldUnknown: A day has no such field.
        RatingOutOfRange, QuantityOutOfRange, ChoiceUnknown, TextTooLong: The value cannot be meant.
    """
    if value is None:
        _known(name)
        return None
    if name in RATING_FIELDS:
        return validated_rating(name, value)
    if name in CHOICES:
        return _choice(name, CHOICES[name], value)
    if name in _QUANTITIES:
        return _QUANTITIES[name](value)
    if name in FLAGS:
        return _flag(name, value)
    if name == "note":
        return _text(value)
    _known(name)
    if name.startswith(SIGN_PREFIX):
        return _choice("a sign's strength", SignStrength, value)
    return _flag("a sensation", value)


def _known(name: str) -> None:
    if name in PLAIN_FIELDS:
        return
    prefix, _, code = name.partition(":")
    known_prefix = f"{prefix}:" in {SIGN_PREFIX, SENSATION_PREFIX}
    if not known_prefix or not code or len(code) > 2 * LONGEST_CODE:
        raise FieldUnknown(name)
    if f"{prefix}:" == SENSATION_PREFIX and not all(code.partition(":")):
        raise FieldUnknown(name)


def stored_form(value: object) -> Stored | None:
    """Return a validated field value as JSON and the database keep it."""
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)
