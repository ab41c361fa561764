"""An app's words, and what they can mean.

A word table (`data/imports/<app>.csv`) gives a heading and a word their meanings, joined by `+`:

    bleeding:light       a field and its value
    flow:heavy           an amount of bleeding she is asked about, with what holds until then
    flow:                the same, where nothing holds until then
    desire:8             a rating she is asked about, the same
    sign:cramps          a sign, as strong as the file says, or as she says where it says nothing
    sign:cramps:severe   a sign, as strong as the word itself says
    moment:sex           a moment, if she wants it along, with whom the file says
    moment:sex:partner   a moment, where the word itself says with whom
    note                 words in the day's note
    nothing              no more than what fills a cell
    ask:activity         something of her own, to be taken for what she chooses
    ask:sign             the same, where only a sign can be meant

The word `*` stands for all others under its heading. Without it they are asked about as activities,
and stay words until she chooses.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Final

from journal.domain.days import SignStrength
from journal.domain.labels import STRENGTH_WORDS
from journal.domain.moments import WithWhom
from journal.exchange.importing.errors import LONGEST_SHOWN
from journal.exchange.importing.export_tables import plain_name
from journal.exchange.importing.parsed import KEEP_IN_NOTE
from journal.exchange.importing.upload import clean_text
from journal.exchange.importing.word_tables import ANY_WORD, word_table

NOTHING: Final = "nothing"
_UNKNOWN: Final = ("ask:activity",)
_INTIMATE_MOMENTS: Final = ("moment:sex", "moment:solo_pleasure")
_INTIMATE_HEADINGS: Final = frozenset({"sex", "sex life"})
# A file says the same few hundred words thousands of times, and each is looked at a dozen times.
_REMEMBERED: Final = 1024
_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_JOINTS: Final = re.compile(r"[\s_/-]+")


@lru_cache(_REMEMBERED)
def plain_words(word: str) -> str:
    """Write a word of an app's as people do: `TenderBreasts`, `tender_breasts` → tender breasts."""
    return _JOINTS.sub(" ", _HUMP.sub(" ", word)).strip().lower()


@lru_cache(_REMEMBERED)
def compared(word: str) -> str:
    """Return a word as the tables have it: plain, without punctuation, but with plus signs."""
    return plain_name(plain_words(word))


def forget_words() -> None:
    """Forget the words of the file that was read: some are the owner's own, and nobody else's."""
    plain_words.cache_clear()
    compared.cache_clear()


def in_short(word: str) -> str:
    """Return a word of a file, short enough for a label."""
    line = " ".join(clean_text(word).split())
    return f"{line[:LONGEST_SHOWN]}…" if len(line) > LONGEST_SHOWN else line


@dataclass(frozen=True, slots=True)
class AppWords:
    """One app's words.

    Attributes:
        key: Name of its table in `data/imports`, and the beginning of its questions' keys.
        app: As in a sentence.
    """

    key: str
    app: str

    def meanings(self, heading: str, word: str) -> Sequence[str]:
        """Return what a word means under its heading."""
        table, under = self.table, compared(heading)
        known = table.get((under, compared(word)))
        return known or table.get((under, ANY_WORD), _UNKNOWN)

    def knows(self, heading: str, word: str) -> bool:
        """Say whether a word has a line of its own under its heading."""
        return (compared(heading), compared(word)) in self.table

    @property
    def table(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Everything a word of this app can mean, by heading and word."""
        return word_table(self.key)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an app that a file notes on a day.

    Attributes:
        place: Names the entry in a sentence ("Line 7").
        heading: What it is noted under; its first letter may be a small one.
        words: As it is written in a note.
        strength: As the file says; None where it only ticks.
        at: When, where the file says so.
        company: Whom a moment was shared with, where the file says so.
        about: What to write on a moment instead of the word itself; None for the word.
        source: Which app said it, and `written` when, in a file of several apps (see `Noted`).
    """

    day: date
    place: str
    heading: str
    words: str
    strength: SignStrength | None = None
    at: time | None = None
    company: WithWhom | None = None
    about: str | None = None
    source: str = ""
    written: int = 0

    @property
    def title(self) -> str:
        """Its heading as it stands in a note."""
        return self.heading[:1].upper() + self.heading[1:]

    @property
    def in_note(self) -> str:
        """The word as it stands in a note."""
        strong = f" ({STRENGTH_WORDS[self.strength].lower()})" if self.strength else ""
        return f"{clean_text(self.words)}{strong}"

    @property
    def named(self) -> str:
        """Name it in a question, with its heading."""
        return f"{self.title}: {in_short(self.words)}"

    @property
    def noted(self) -> str:
        """Name it in a question about its value."""
        return f"{self.title} noted as “{in_short(self.words)}”"

    @property
    def key(self) -> str:
        """The same for every way to write it; ends the keys of questions about it."""
        return f"{compared(self.heading)}.{compared(self.words) or self.words.casefold()}"


def is_intimate(word: Word, meaning: str) -> bool:
    """Say whether a word is a moment of intimacy, or words about one."""
    about = meaning == KEEP_IN_NOTE and compared(word.heading) in _INTIMATE_HEADINGS
    return about or meaning.startswith(_INTIMATE_MOMENTS)
