"""Which values each field of a day can take: the one gate every write passes.

A field's *value* is a domain value; its *stored* form is what JSON and the database keep
(numbers, booleans, strings). `None` always means not recorded and is always allowed.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
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
from journal.domain.texts import storable

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
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise QuantityOutOfRange(what, value, lowest, highest, unit)
    if not lowest <= value <= highest:  # a NaN is not, either
        raise QuantityOutOfRange(what, value, lowest, highest, unit)
    return float(value)


def _text(value: object) -> str | None:
    text = storable(str(value))
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
    _known(name)
    return None if value is None else _rule(name)(value)


def _rule(name: str) -> Callable[[object], object]:
    """Return what turns a value into one that a known field keeps."""
    if name in RATING_FIELDS:
        return partial(validated_rating, name)
    if name in CHOICES:
        return partial(_choice, name, CHOICES[name])
    if name.startswith(SIGN_PREFIX):
        return partial(_choice, "a sign's strength", SignStrength)
    if name.startswith(SENSATION_PREFIX):
        return partial(_flag, "a sensation")
    return _QUANTITIES.get(name, _text if name == "note" else partial(_flag, name))


def _known(name: str) -> None:
    if name in PLAIN_FIELDS:
        return
    prefix, *codes = name.split(":")
    expected = {SIGN_PREFIX: 1, SENSATION_PREFIX: 2}.get(f"{prefix}:")
    if len(codes) != expected or not all(0 < len(code) <= LONGEST_CODE for code in codes):
        raise FieldUnknown(name)


def stored_form(value: object) -> Stored | None:
    """Return a validated field value as JSON and the database keep it."""
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)
