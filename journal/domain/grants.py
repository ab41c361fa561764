"""Grants: what of a journal somebody else may read, for how long, and that it was taken back.

Convention: everything is off unless the owner switched it on, and instants are UTC. A grant is not
changed once it is given; another one is made instead, so that what was agreed stays what it is.
Only a link that came back from a backup may get a new secret.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final
from uuid import uuid4

from journal.domain.errors import NameMissing, QuantityOutOfRange, TextTooLong
from journal.domain.ranges import DateRange, days_after
from journal.domain.ratings import RATINGS

LONGEST_RECIPIENT: Final = 80
LONGEST_COMMENT: Final = 4_000
MOST_ROLLING_DAYS: Final = 3_660  # ten years
USUAL_LASTING_DAYS: Final = 30
MOST_LASTING_DAYS: Final = 3_660
USUAL_ROLLING_DAYS: Final = 182


class GrantPreset(StrEnum):
    """Who a grant is usually for."""

    COACH = "coach"
    CLINICIAN = "clinician"
    PARTNER = "partner"


class MomentsShown(StrEnum):
    """How much of the moments passes.

    `COUNTED` is how many of each kind on each date. `IN_DETAIL` is also who started, how it was
    met, with whom, the phone, the time, what was felt on the moment or the day, touch, and whether
    the two were together or apart. What is written on a moment never passes.
    """

    NONE = "none"
    COUNTED = "counted"
    IN_DETAIL = "in_detail"


@dataclass(frozen=True, slots=True)
class Passes:
    """What of a journal passes.

    Attributes:
        dates: The dates, if they are fixed.
        rolling_days: Otherwise: so many days up to the day it is looked at.
        ratings: Codes of ratings; hours of sleep pass with the quality of sleep.
        cycle: Bleeding, body signs, answers about cycles, declared stages, and contexts that change
            how bleeding is read, their names left out.
        contexts: Every context that touches the dates, with its name and its own dates.
        findings: What goes with what, worked out from what passes and nothing else.
        notes: A day's note, where she marked it as one that may be shared.
        card: The card she made for her partner, as it stands on the day; it shows what she put on
            it and needs none of the rest.

    Raises:
        QuantityOutOfRange: `rolling_days` outside its range.
    """

    dates: DateRange | None = None
    rolling_days: int = USUAL_ROLLING_DAYS
    ratings: frozenset[str] = frozenset()
    cycle: bool = False
    signs: bool = False
    moments: MomentsShown = MomentsShown.NONE
    contexts: bool = False
    findings: bool = False
    notes: bool = False
    card: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.rolling_days <= MOST_ROLLING_DAYS:
            raise QuantityOutOfRange("A span", self.rolling_days, 1, MOST_ROLLING_DAYS, "days")
        object.__setattr__(self, "ratings", frozenset(self.ratings) & RATINGS.keys())

    def span(self, today: date) -> DateRange:
        """Return the dates that pass on a day, none of them after it; it may hold none."""
        tomorrow = days_after(today, 1)
        if self.dates is None:
            return DateRange(days_after(tomorrow, -self.rolling_days), tomorrow)
        end = min(self.dates.end, tomorrow)
        return DateRange(min(self.dates.start, end), end)

    @property
    def nothing(self) -> bool:
        """Whether nothing of the record passes."""
        return not (
            self.ratings
            or self.cycle
            or self.signs
            or self.contexts
            or self.notes
            or self.card
            or self.moments is not MomentsShown.NONE
        )


@dataclass(frozen=True, slots=True)
class LinkTerms:
    """How a link is held out, beside what passes.

    Attributes:
        words: What she says beforehand; may be empty.
        may_reply: Its reader may write comments and what was agreed.
        may_add_moments: Its reader is her partner and may add moments, as the partner's.
        zone: Where she is, by its IANA name: it says when a day begins.
        has_passphrase: It opens with a passphrase only.

    Raises:
        TextTooLong: Too many words.
    """

    words: str = ""
    may_reply: bool = False
    may_add_moments: bool = False
    zone: str = "UTC"
    has_passphrase: bool = False

    def __post_init__(self) -> None:
        if len(self.words) > LONGEST_COMMENT:
            raise TextTooLong("A word beforehand", len(self.words), LONGEST_COMMENT)


@dataclass(frozen=True, slots=True)
class Grant:
    """What one reader was given.

    Attributes:
        id: Unique within the journal; an empty string until it is saved.
        recipient: Whom it is for, in her words.
        as_file: It was handed over as a file, which nobody can call back.
        made_at: When it was given.
        expires_at: The first instant at which it opens nothing any more; None without an end.
        withdrawn_at: When she took it back.
        terms: How its link is held out; a file has none.
        came_back: It is a link that came back from a backup, and opens nothing any more.
    """

    id: str
    recipient: str
    passes: Passes
    as_file: bool
    made_at: datetime
    expires_at: datetime | None = None
    withdrawn_at: datetime | None = None
    terms: LinkTerms = LinkTerms()
    came_back: bool = False

    def opens(self, now: datetime) -> bool:
        """Say whether it lets anything through at an instant."""
        if self.came_back or self.withdrawn_at is not None:
            return False
        return self.expires_at is None or now < self.expires_at

    def may_be_renewed(self, now: datetime) -> bool:
        """Say whether it is a link that opens nothing for no reason but that it came back."""
        return self.came_back and replace(self, came_back=False).opens(now)


@dataclass(frozen=True, slots=True)
class Opening:
    """That a grant was opened; by whom, from where and with what is not kept.

    Attributes:
        grant_id: Which grant.
        at: When.
    """

    grant_id: str
    at: datetime


def new_grant_id() -> str:
    """Return an id no grant has; a file that is handed over carries it."""
    return uuid4().hex


def given_to(recipient: str, grants: Iterable[Grant]) -> frozenset[str]:
    """Return the ids of what was given to somebody of that name, small letters or capital."""
    name = " ".join(recipient.split()).casefold()
    return frozenset(grant.id for grant in grants if name and grant.recipient.casefold() == name)


def expiry(made_at: datetime, lasting_days: int | None) -> datetime | None:
    """Return when a grant that lasts so many days ends; None without an end.

    Raises:
        QuantityOutOfRange: It would last less than a day, or more than ten years.
    """
    if lasting_days is None:
        return None
    if not 1 <= lasting_days <= MOST_LASTING_DAYS:
        raise QuantityOutOfRange("A grant", lasting_days, 1, MOST_LASTING_DAYS, "days")
    return made_at + timedelta(days=lasting_days)


def validated_recipient(name: str) -> str:
    """Return the trimmed name of a recipient.

    Raises:
        NameMissing: It is empty.
        TextTooLong: It is too long.
    """
    trimmed = " ".join(name.split())
    if not trimmed:
        raise NameMissing("whoever it is for")
    if len(trimmed) > LONGEST_RECIPIENT:
        raise TextTooLong("A name", len(trimmed), LONGEST_RECIPIENT)
    return trimmed


PRESETS: Final[Mapping[GrantPreset, Passes]] = MappingProxyType(
    {
        GrantPreset.COACH: Passes(
            ratings=frozenset(RATINGS),
            cycle=True,
            signs=True,
            moments=MomentsShown.IN_DETAIL,
            contexts=True,
            findings=True,
        ),
        GrantPreset.CLINICIAN: Passes(
            rolling_days=365,
            ratings=frozenset(RATINGS) - {"desire", "connection"},
            cycle=True,
            signs=True,
            contexts=True,
        ),
        GrantPreset.PARTNER: Passes(rolling_days=30, card=True),
    }
)


def preset_for(preset: GrantPreset, dates: DateRange | None = None) -> Passes:
    """Return what usually passes for somebody, of some dates where they are named."""
    return replace(PRESETS[preset], dates=dates)
