"""The owner's settings as JSON, one row each, and back; what cannot be read counts as not told.

Each setting is read on its own, and so is each part of one that has parts: a row another version
wrote, or a hand spoiled, never stops a page.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import MAXYEAR, date, time
from typing import Any, Final

from journal.domain.account_rules import (
    LARGEST_WEIGHT,
    LONGEST_HALF_LIFE_DAYS,
    SHORTEST_HALF_LIFE_DAYS,
    AccountRules,
)
from journal.domain.own_calendar import LONGEST_TITLE, OwnCalendar
from journal.domain.owner_settings import EARLIEST_BIRTH_YEAR, OwnerSettings, Situation
from journal.domain.partner_card import (
    LONGEST_CARD_WORDS,
    LONGEST_THING,
    MOST_THINGS,
    CardPart,
    PartnerCard,
)
from journal.domain.texts import storable
from journal.storage.kept_mappings import mappings_document, mappings_from


def settings_document(settings: OwnerSettings) -> dict[str, Any]:
    """Return every setting by name, as JSON keeps it."""
    document: dict[str, Any] = {item.name: getattr(settings, item.name) for item in _FIELDS}
    seen, rules, card = settings.small_thing_seen, settings.account, settings.partner_card
    calendar, talked = settings.own_calendar, settings.last_conversation
    return document | {
        "ratings": list(settings.ratings),
        "small_thing_seen": seen and seen.isoformat(),
        "last_conversation": talked and talked.isoformat(),
        "account": {
            "half_life_days": rules.half_life_days,
            "weights": {storable(kind): weight for kind, weight in sorted(rules.weights.items())},
            "away": rules.away,
            "against": rules.against,
        },
        "partner_card": {
            "words": storable(card.words),
            "shows": sorted(card.shows),
            "things": [storable(thing) for thing in card.things],
        },
        "own_calendar": {
            "title": storable(calendar.title),
            "remind_at": calendar.remind_at and calendar.remind_at.isoformat(),
            "key": calendar.key,
        },
        "csv_mappings": mappings_document(settings.csv_mappings),
    }


def settings_from(stored: Mapping[str, Any]) -> OwnerSettings:
    """Return the settings; a name or value that cannot be read counts as not told.

    Whether a birth year has come yet is for those who know what day it is.
    """
    return OwnerSettings(**_told(stored, _SETTINGS))


def _told(stored: Mapping[str, Any], parts: Mapping[str, Callable[[object], Any]]) -> Any:  # noqa: ANN401
    """Return the parts that can be read, by name."""
    read = {name: parts[name](value) for name, value in stored.items() if name in parts}
    return {name: value for name, value in read.items() if value is not None}


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _situation(value: object) -> Situation | None:
    return next((situation for situation in Situation if situation == value), None)


def _birth_year(value: object) -> int | None:
    return _whole(value, EARLIEST_BIRTH_YEAR, MAXYEAR)


def _week_start(value: object) -> int | None:
    return _whole(value, 0, 6)


def _whole(value: object, lowest: int, highest: int) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if lowest <= value <= highest else None


def _number(value: object, lowest: float, highest: float) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if lowest <= value <= highest else None


def _codes(value: object) -> tuple[str, ...] | None:
    return tuple(map(str, value)) if isinstance(value, list) else None


def _name(value: object) -> str | None:
    return value if isinstance(value, str) and storable(value).strip() else None


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _account(value: object) -> AccountRules | None:
    return AccountRules(**_told(value, _RULES)) if isinstance(value, dict) else None


def _half_life(value: object) -> float | None:
    return _number(value, SHORTEST_HALF_LIFE_DAYS, LONGEST_HALF_LIFE_DAYS)


def _weight(value: object) -> float | None:
    return _number(value, 0, LARGEST_WEIGHT)


def _weights(value: object) -> dict[str, float] | None:
    if not isinstance(value, dict):
        return None
    read = {str(kind): _weight(weight) for kind, weight in value.items()}
    return {kind: weight for kind, weight in read.items() if weight is not None}


def _card(value: object) -> PartnerCard | None:
    return PartnerCard(**_told(value, _CARD)) if isinstance(value, dict) else None


def _card_words(value: object) -> str | None:
    return value if isinstance(value, str) and len(value) <= LONGEST_CARD_WORDS else None


def _shown(value: object) -> frozenset[CardPart] | None:
    if not isinstance(value, list):
        return None
    return frozenset(part for part in CardPart if part.value in value)


def _things(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    things = [name for item in value if (name := _name(item)) and len(name) <= LONGEST_THING]
    return tuple(things[:MOST_THINGS])


def _calendar(value: object) -> OwnCalendar | None:
    return OwnCalendar(**_told(value, _CALENDAR)) if isinstance(value, dict) else None


def _title(value: object) -> str | None:
    return value if isinstance(value, str) and len(value) <= LONGEST_TITLE else None


def _key(value: object) -> str | None:
    """Return a key as `new_calendar_key` gives it; another is given in place of what is none."""
    return value if isinstance(value, str) and _KEY.fullmatch(value) else None


def _time(value: object) -> time | None:
    try:
        read = time.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return read if read and read.tzinfo is None else None


_FIELDS: Final = fields(OwnerSettings)
_KEY: Final = re.compile(r"[0-9a-f]{32}")
_RULES: Final[Mapping[str, Callable[[object], Any]]] = {
    "half_life_days": _half_life,
    "weights": _weights,
    "away": _weight,
    "against": _weight,
}
_CARD: Final[Mapping[str, Callable[[object], Any]]] = {
    "words": _card_words,
    "shows": _shown,
    "things": _things,
}
_CALENDAR: Final[Mapping[str, Callable[[object], Any]]] = {
    "title": _title,
    "remind_at": _time,
    "key": _key,
}
_SETTINGS: Final[Mapping[str, Callable[[object], Any]]] = {
    "welcomed": _flag,
    "situation": _situation,
    "birth_year": _birth_year,
    "ratings": _codes,
    "body_signs": _flag,
    "intimate_practices": _flag,
    "week_start": _week_start,
    "forecasts": _flag,
    "account": _account,
    "offers": _flag,
    "ladder_up_to": _name,
    "leave_apart_out": _flag,
    "small_thing_seen": _date,
    "partner_card": _card,
    "own_calendar": _calendar,
    "last_conversation": _date,
    "csv_mappings": mappings_from,
}
