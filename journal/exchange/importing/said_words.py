"""Words of other apps that may have a strength of their own, and what they are in the journal.

headache        → the sign of the same name, as strong as the file says
neck pain       → asked about; a word of the day's note as long as she says nothing
light, positive → bleeding, test or mucus, by name and never by number

A table of `data/imports` an app says so: `sign:<code>`, `moment:<code>`, `<field>:<value>`, `note`
for words that stay words without being asked about, `nothing` for what only fills a cell.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.domain.days import SIGN_PREFIX, Bleeding, LhTest, Mucus, SignStrength
from journal.domain.labels import STRENGTH_WORDS
from journal.domain.moments import Moment, WithWhom
from journal.exchange.importing.errors import LONGEST_SHOWN
from journal.exchange.importing.export_tables import plain_name
from journal.exchange.importing.gathering import Gathering, moment_note
from journal.exchange.importing.parsed import (
    KEEP_IN_NOTE,
    LEAVE_OUT,
    MOMENT_PREFIX,
    SIGN_ANSWER_PREFIX,
    Answers,
    QuestionKind,
)
from journal.exchange.importing.upload import clean_text
from journal.exchange.importing.word_tables import word_table

MOST_ASKED: Final = 40  # the most used; a longer list nobody goes through
NOTHING: Final = "nothing"
_STRENGTHS: Final = tuple(SignStrength)
# What is known beats "some amount", the heavier beats the lighter.
_AMOUNTS: Final = (
    *(Bleeding.NONE, Bleeding.UNSPECIFIED, Bleeding.SPOTTING, Bleeding.LIGHT, Bleeding.MEDIUM),
    *(Bleeding.HEAVY, Bleeding.FLOODING),
)
_RANKS: Final[Mapping[str, Sequence[str]]] = {
    "bleeding": _AMOUNTS,
    "mucus": tuple(Mucus),
    "lh_test": tuple(LhTest),  # two tests on one day: the surge was there
}
_COMPANY: Final = {"sex": WithWhom.PARTNER, "solo_pleasure": WithWhom.SELF}
_IN_NOTE: Final = "they are kept as words in the day's note"


@dataclass(frozen=True, slots=True)
class Said:
    """A word of another app on a day.

    Attributes:
        place: Names the row in a sentence ("Line 7").
        group: What it belongs to, as the heading of words that stay in the note.
        strength: As the file says; None where it only ticks.
        about: More words of it, for the note of a moment.
        ask: Whether she is asked about it where nobody knows it.
    """

    day: date
    place: str
    group: str
    word: str
    strength: SignStrength | None = None
    about: str = ""
    ask: bool = True

    @property
    def in_note(self) -> str:
        """The word as it stands in a note."""
        strong = f" ({STRENGTH_WORDS[self.strength].lower()})" if self.strength else ""
        return f"{clean_text(self.word)}{strong}"


@dataclass(frozen=True, slots=True)
class AppWords:
    """One app's words.

    Attributes:
        key: Name of its table in `data/imports`, and the beginning of its questions' keys.
        app: As on the screen.
    """

    key: str
    app: str

    def meaning(self, group: str, word: str) -> str:
        """Return what a word says, as `sign:<code>` or `<field>:<value>`; empty if unknown."""
        found = word_table(self.key).get((plain_name(group), plain_name(word)), ("",))
        return found[0]

    def meanings(self) -> frozenset[str]:
        """Return everything a word of this app can mean."""
        return frozenset(meaning for found in word_table(self.key).values() for meaning in found)


def in_short(word: str) -> str:
    """Return a word of a file, short enough for a label."""
    line = " ".join(clean_text(word).split())
    return f"{line[:LONGEST_SHOWN]}…" if len(line) > LONGEST_SHOWN else line


def put_most(gathering: Gathering, day: date, field: str, value: str, place: str) -> None:
    """Set bleeding, mucus, a test or a sign, unless the file said more of it on that day."""
    ranks: Sequence[str] = _RANKS.get(field, _STRENGTHS)
    kept = gathering.days[day].get(field) if day in gathering.days else None
    if kept is None or ranks.index(value) > ranks.index(str(kept)):
        gathering.put(day, field, value, place)


def carry_words(
    words: AppWords, gathering: Gathering, answers: Answers, said: Sequence[Said]
) -> None:
    """Record each word as what it says, ask about those nobody knows, keep the rest as words."""
    meanings = _asked(words, answers, said)
    strength = _strength(words, answers, said, meanings)
    moments = _moments(words, answers, said, meanings)
    kept: dict[tuple[date, str], dict[str, None]] = defaultdict(dict)
    for item in said:
        meaning = meanings[item.group, plain_name(item.word)]
        code = item.strength.value if item.strength else strength
        if meaning.startswith(SIGN_ANSWER_PREFIX) and code != KEEP_IN_NOTE:
            sign = SIGN_PREFIX + meaning.removeprefix(SIGN_ANSWER_PREFIX)
            put_most(gathering, item.day, sign, code, item.place)
        elif meaning.startswith(MOMENT_PREFIX):
            _carry_moment(gathering, item, meaning.removeprefix(MOMENT_PREFIX), wanted=moments)
        elif meaning == LEAVE_OUT:
            what = f"{item.group}: “{in_short(item.word)}”"
            gathering.leave_out(what, "you chose to leave it out")
        elif (field := meaning.partition(":"))[2] and field[0] in _RANKS:
            put_most(gathering, item.day, field[0], field[2], item.place)
        elif meaning != NOTHING:
            kept[item.day, item.group][item.in_note] = None
            gathering.leave_out(f"{item.group}: words that are no field of the journal", _IN_NOTE)
    for (day, group), in_note in kept.items():
        gathering.add_note(day, ", ".join(in_note), group)


def _asked(words: AppWords, answers: Answers, said: Sequence[Said]) -> dict[tuple[str, str], str]:
    """Return what each word means, by its group; asks about the unknown ones used most."""
    used = Counter((item.group, plain_name(item.word)) for item in said)
    shown = {(item.group, plain_name(item.word)): item.word for item in reversed(said)}
    meanings = {(group, word): words.meaning(group, word) for group, word in used}
    unknown = [pair for pair, _ in used.most_common() if not meanings[pair]]
    for group, word in unknown:
        meanings[group, word] = KEEP_IN_NOTE
    silent = {(item.group, plain_name(item.word)) for item in said if not item.ask}
    for group, word in [pair for pair in unknown if pair not in silent][:MOST_ASKED]:
        meanings[group, word] = answers.ask(
            f"{words.key}.word:{group}:{word}",
            QuestionKind.SIGN,
            in_short(shown[group, word]),
            default=KEEP_IN_NOTE,
            count=used[group, word],
        )
    return meanings


def _strength(
    words: AppWords,
    answers: Answers,
    said: Sequence[Said],
    meanings: Mapping[tuple[str, str], str],
) -> str:
    ticked = sum(
        item.strength is None
        and meanings[item.group, plain_name(item.word)].startswith(SIGN_ANSWER_PREFIX)
        for item in said
    )
    default = SignStrength.MILD.value
    if not ticked:
        return default
    return answers.ask(
        f"{words.key}.sign_strength",
        QuestionKind.STRENGTH,
        f"A sign {words.app} notes without a strength counts as",
        default=default,
        count=ticked,
    )


def _moments(
    words: AppWords,
    answers: Answers,
    said: Sequence[Said],
    meanings: Mapping[tuple[str, str], str],
) -> bool:
    count = sum(
        meanings[item.group, plain_name(item.word)].startswith(MOMENT_PREFIX) for item in said
    )
    if not count:
        return True
    answer = answers.ask(
        f"{words.key}.sex",
        QuestionKind.MOMENT,
        "Sex, as intimate moments",
        default="yes",
        count=count,
    )
    return answer != LEAVE_OUT


def _carry_moment(gathering: Gathering, item: Said, kind: str, *, wanted: bool) -> None:
    if not wanted:
        gathering.leave_out("Sex, as intimate moments", "you chose to leave it out")
        return
    note = moment_note(item.about)
    gathering.add_moment(Moment(item.day, kind, with_whom=_COMPANY.get(kind), note=note))
