"""Words ticked on a day, and what they can mean.

A word table (`data/imports/<app>.csv`) gives a heading and a word their meanings, joined by `+`:

    bleeding:light       a field and its value
    flow:heavy           an amount of bleeding she is asked about, with what holds until then
    flow:                the same, where nothing holds until then
    desire:8             a rating she is asked about, the same
    sign:cramps          a sign, as strong as she says; with `:severe` as strong as the app says
    moment:sex           a moment, if she wants it along
    note                 words in the day's note
    ask:activity         something of her own, to be taken for what she chooses
    ask:sign             the same, where only a sign can be meant

A word without a line is asked about as an activity, and stays a word until she chooses.
"""

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from journal.domain.moments import WithWhom
from journal.exchange.importing.parsed import KEEP_IN_NOTE

_INTIMATE_MOMENTS: Final = frozenset({"moment:sex", "moment:solo_pleasure"})
_INTIMATE_HEADINGS: Final = frozenset({"sex", "sex life"})
_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_JOINTS: Final = re.compile(r"[\s_/-]+")


def plain_words(word: str) -> str:
    """Write a word of an app's as people do: `TenderBreasts`, `tender_breasts` → tender breasts."""
    return _JOINTS.sub(" ", _HUMP.sub(" ", word)).strip().lower()


@dataclass(frozen=True, slots=True)
class Tick:
    """A word that was ticked.

    Attributes:
        place: Names the entry in a sentence.
        heading: What it is noted under, in plain words ("pain").
        words: As it is written in a note.
        at: When, where the file says so.
        company: Whom a moment was shared with, where the file says so.
    """

    day: date
    place: str
    heading: str
    words: str
    at: time | None = None
    company: WithWhom | None = None

    @property
    def named(self) -> str:
        """Name it with its heading."""
        return f"{self.heading.capitalize()}: {self.words}"

    @property
    def noted(self) -> str:
        """Name it in a question."""
        return f"{self.heading.capitalize()} noted as “{self.words}”"


def is_intimate(tick: Tick, meaning: str) -> bool:
    """Say whether a tick is a moment of intimacy, or words about one."""
    about = meaning == KEEP_IN_NOTE and tick.heading in _INTIMATE_HEADINGS
    return about or meaning in _INTIMATE_MOMENTS
