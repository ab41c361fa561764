"""A file of words and values on its way to days, notes and moments."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Final, TypeAlias

from journal.domain.days import SIGN_PREFIX, Bleeding, LhTest, Mucus, SignStrength
from journal.domain.moments import Moment, WithWhom
from journal.domain.ratings import RATINGS
from journal.exchange.importing.app_words import NOTHING, AppWords, Word, in_short, is_intimate
from journal.exchange.importing.day_values import DayValues, Noted
from journal.exchange.importing.gathering import Gathering, moment_note
from journal.exchange.importing.parsed import (
    KEEP_IN_NOTE,
    LEAVE_OUT,
    Answers,
    Parsed,
    QuestionKind,
)
from journal.exchange.importing.word_questions import WordQuestions, chosen_meanings

_Moments: TypeAlias = dict[tuple[date, str, time | None, WithWhom | None, str], list[str]]
_KINDS: Final[Mapping[str, Callable[[str], object]]] = {
    "bleeding": Bleeding,
    "mucus": Mucus,
    "lh_test": LhTest,
}
_ALONE: Final = "solo_pleasure"
_CHOSEN: Final = "you chose to leave it out"
_IN_NOTE: Final = "they are kept as words in the day's note"
_NO_AMOUNT: Final = "how much it is was not chosen"


@dataclass(slots=True)
class WordReading:
    """What was read of a file; words wait to the end, since how often one occurs is part of asking.

    Attributes:
        moments_apart: Whether two entries of a day are two moments; otherwise their words are of
            one.
    """

    app: AppWords
    gathering: Gathering = field(default_factory=Gathering)
    values: DayValues = field(default_factory=DayValues)
    words: list[Word] = field(default_factory=list)
    moments_apart: bool = False

    def say(self, word: Word) -> None:
        """Note a word; nothing where it is empty."""
        if word.words.strip():
            self.words.append(word)

    def put(
        self, day: date, name: str, value: object, place: str, *, flags: Sequence[str] = ()
    ) -> None:
        """Note a value of a field; `flags` are fields to raise with it."""
        self.values.add(day, name, Noted(value, place, flags=flags))

    def parsed(self, format_: str, answers: Answers) -> Parsed:
        """Carry the words, settle what a day keeps, and close the file."""
        self.carry(answers)
        self.values.settle(self.gathering)
        return self.gathering.parsed(format_, answers)

    def carry(self, answers: Answers) -> None:
        """Ask what is to be asked of the words, and make values, notes and moments of them."""
        meant = chosen_meanings(self.app, answers, self.words)
        carrying = _Carrying(self, WordQuestions.about(self.app, answers, meant))
        for word, several in meant:
            for one in several:
                carrying.carry(word, one, alone=len(several) == 1)
        carrying.close()


@dataclass(slots=True)
class _Carrying:
    """Hands on one word after the other; `close` writes what several of them make up."""

    reading: WordReading
    questions: WordQuestions
    notes: dict[tuple[date, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    moments: _Moments = field(default_factory=lambda: defaultdict(list))

    def carry(self, word: Word, meaning: str, *, alone: bool) -> None:
        """Record what a word means; it is left over where being a word is all it means."""
        name, _, value = meaning.partition(":")
        if is_intimate(word, meaning) and not self.questions.intimate():
            self._leave_out("Sex and pleasure on your own", _CHOSEN)
        elif meaning == LEAVE_OUT:
            self._leave_out(f"{word.title}: “{in_short(word.words)}”", _CHOSEN)
        elif meaning == KEEP_IN_NOTE:
            what = f"{word.title}: words that are no field of the journal"
            self._keep(word, what if alone else "")
        elif name == "moment":
            self._moment(word, value)
        elif name == "sign":
            self._sign(word, value)
        elif name == "flow":
            answer = self.questions.value(word, meaning, QuestionKind.FLOW)
            self._flow(word, answer, alone=alone)
        elif name in RATINGS:
            self._rating(word, name, self.questions.value(word, meaning, QuestionKind.RATING))
        elif meaning != NOTHING:
            self._value(word, name, _KINDS[name](value))

    def close(self) -> None:
        """Write the notes and the moments."""
        gathering = self.reading.gathering
        for (day, title), words in self.notes.items():
            gathering.add_note(day, ", ".join(dict.fromkeys(words)), title)
        for (day, kind, at, company, _), words in self.moments.items():
            note = moment_note(", ".join(dict.fromkeys(filter(None, words))))
            gathering.add_moment(Moment(day, kind, at=at, with_whom=company, note=note))

    def _leave_out(self, what: str, why: str) -> None:
        self.reading.gathering.leave_out(what, why)

    def _keep(self, word: Word, left_over: str) -> None:
        self.notes[word.day, word.title].append(word.in_note)
        if left_over:
            self._leave_out(left_over, _IN_NOTE)

    def _moment(self, word: Word, value: str) -> None:
        kind, _, said = value.partition(":")
        company = WithWhom(said) if said else word.company
        company = WithWhom.SELF if kind == _ALONE else company
        entry = word.place if self.reading.moments_apart else ""
        about = word.words if word.about is None else word.about
        self.moments[word.day, kind, word.at, company, entry].append(about)

    def _value(self, word: Word, name: str, value: object) -> None:
        said = f"{word.title}: {word.in_note}"
        noted = Noted(value, word.place, said, source=word.source, written=word.written)
        self.reading.values.add(word.day, name, noted)

    def _flow(self, word: Word, answer: str, *, alone: bool) -> None:
        if answer == LEAVE_OUT or (answer == Bleeding.UNSPECIFIED and alone):
            self._leave_out(word.noted, _NO_AMOUNT)
        if answer != LEAVE_OUT:
            self._value(word, "bleeding", Bleeding(answer))

    def _rating(self, word: Word, name: str, answer: str) -> None:
        if answer == LEAVE_OUT:
            self._keep(word, word.noted)
        else:
            self._value(word, name, int(answer))

    def _sign(self, word: Word, value: str) -> None:
        code, _, said = value.partition(":")
        strength = said or word.strength or self.questions.strength()
        if strength == KEEP_IN_NOTE:
            self._keep(word, "Signs without a strength")
        else:
            self._value(word, f"{SIGN_PREFIX}{code}", SignStrength(strength))
