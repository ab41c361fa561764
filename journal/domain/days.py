"""One calendar date's record; every field optional, `None` meaning not recorded."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from journal.domain.ratings import RATINGS, Rating


class Bleeding(StrEnum):
    """How much bleeding; `UNSPECIFIED` is a bleed whose amount was not noted."""

    NONE = "none"
    SPOTTING = "spotting"
    LIGHT = "light"
    MEDIUM = "medium"
    HEAVY = "heavy"
    FLOODING = "flooding"
    UNSPECIFIED = "unspecified"


# Spotting never starts a cycle (SCIENCE of onset detection: Li 2022, "more than spotting").
FLOW: Final = frozenset(
    {Bleeding.LIGHT, Bleeding.MEDIUM, Bleeding.HEAVY, Bleeding.FLOODING, Bleeding.UNSPECIFIED}
)


class LhTest(StrEnum):
    """The result of a urinary ovulation (LH) test."""

    NEGATIVE = "negative"
    POSITIVE = "positive"


class Mucus(StrEnum):
    """Cervical mucus, from dry to egg-white, in the order of the symptothermal method."""

    DRY = "dry"
    NOTHING = "nothing"
    WET = "wet"
    CREAMY = "creamy"
    EGG_WHITE = "egg_white"


class Touch(StrEnum):
    """How touch feels today."""

    WELCOME = "welcome"
    NEUTRAL = "neutral"
    UNWELCOME = "unwelcome"


class Partner(StrEnum):
    """Whether the two were in one place; apart is a state, never "no connection"."""

    TOGETHER = "together"
    APART = "apart"


class SignStrength(StrEnum):
    """How strong a sign was; `ABSENT` says "not today", which is a record, unlike silence."""

    ABSENT = "absent"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


@dataclass(frozen=True, slots=True, order=True)
class Sensation:
    """Something felt in the body: a quality, at a place; both codes of the sensation catalogue."""

    place: str
    quality: str


RATING_FIELDS: Final = tuple(RATINGS)
SIGN_PREFIX: Final = "sign:"
SENSATION_PREFIX: Final = "sensation:"


@dataclass(frozen=True, slots=True)
class Day:
    """What the owner recorded of one date.

    Attributes:
        sleep_hours: Hours slept, 0–24.
        not_my_period: The bleeding of this date must start no cycle.
        temperature_c: Waking temperature in degrees Celsius.
        temperature_disturbed: The reading should not be relied on (short night, fever, alcohol).
        note_shared: The note may be shared; nothing passes without a grant all the same.
        signs: Strength by the code of the sign catalogue.
    """

    date: date
    mood: Rating | None = None
    desire: Rating | None = None
    connection: Rating | None = None
    calm: Rating | None = None
    energy: Rating | None = None
    stress: Rating | None = None
    sleep_quality: Rating | None = None
    sleep_hours: float | None = None
    bleeding: Bleeding | None = None
    not_my_period: bool | None = None
    lh_test: LhTest | None = None
    temperature_c: float | None = None
    temperature_disturbed: bool | None = None
    mucus: Mucus | None = None
    touch: Touch | None = None
    partner: Partner | None = None
    note: str | None = None
    note_shared: bool | None = None
    signs: Mapping[str, SignStrength] = field(default_factory=lambda: MappingProxyType({}))
    sensations: frozenset[Sensation] = frozenset()

    def value(self, name: str) -> object:
        """Return one field by name, `sign:<code>` and `sensation:<place>:<quality>` too."""
        if name.startswith(SIGN_PREFIX):
            return self.signs.get(name.removeprefix(SIGN_PREFIX))
        if name.startswith(SENSATION_PREFIX):
            return True if sensation_of(name) in self.sensations else None
        return getattr(self, name)

    @property
    def recorded(self) -> dict[str, object]:
        """What was recorded, by field name; nothing that was not."""
        plain = {
            name: getattr(self, name) for name in PLAIN_FIELDS if getattr(self, name) is not None
        }
        signs = {SIGN_PREFIX + code: strength for code, strength in self.signs.items()}
        felt = {sensation_field(sensation): True for sensation in sorted(self.sensations)}
        return plain | signs | felt


PLAIN_FIELDS: Final = tuple(
    item.name for item in fields(Day) if item.name not in {"date", "signs", "sensations"}
)


def sensation_field(sensation: Sensation) -> str:
    """Name the day field that says this sensation was felt."""
    return f"{SENSATION_PREFIX}{sensation.place}:{sensation.quality}"


def sensation_of(name: str) -> Sensation:
    """Read a sensation back from its field name."""
    place, _, quality = name.removeprefix(SENSATION_PREFIX).partition(":")
    return Sensation(place, quality)
