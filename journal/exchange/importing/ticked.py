"""The ticked words of a file, carried into days, notes and moments."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Final, TypeAlias

from journal.domain.days import SIGN_PREFIX, Bleeding, LhTest, Mucus, SignStrength
from journal.domain.moments import Moment, WithWhom
from journal.domain.ratings import RATINGS
from journal.exchange.importing.day_values import DayValues, Noted
from journal.exchange.importing.gathering import Gathering, moment_note
from journal.exchange.importing.parsed import KEEP_IN_NOTE, LEAVE_OUT, Answers, QuestionKind
from journal.exchange.importing.tick_questions import TickQuestions, chosen_meanings
from journal.exchange.importing.ticks import Tick, is_intimate, plain_words
from journal.exchange.importing.word_tables import ANY_WORD, WordTable

_Moments: TypeAlias = dict[tuple[date, str, time | None, WithWhom | None], list[str]]
_KINDS: Final[Mapping[str, Callable[[str], object]]] = {
    "bleeding": Bleeding,
    "mucus": Mucus,
    "lh_test": LhTest,
}
_UNKNOWN: Final = ("ask:activity",)
_CHOSEN: Final = "you chose to leave it out"
_IN_NOTE: Final = "they are kept as words in the day's note"
_NO_AMOUNT: Final = "how much it is was not chosen"


@dataclass(slots=True)
class Ticks:
    """The ticks of a file, collected first, since how often a word occurs is part of asking.

    Attributes:
        app: The app's name, as in a sentence.
    """

    app: str
    table: WordTable
    found: list[Tick] = field(default_factory=list)

    def add(self, tick: Tick) -> None:
        """Note a tick; nothing when it has no words."""
        if tick.words:
            self.found.append(tick)

    def carry(self, gathering: Gathering, answers: Answers, values: DayValues) -> None:
        """Ask what is to be asked, and hand all of them on."""
        meanings = chosen_meanings(answers, {tick: self._by_table(tick) for tick in self.found})
        questions = TickQuestions.about(self.app, answers, meanings)
        carrying = _Carrying(gathering, values, questions)
        for tick, several in meanings.items():
            for one in several:
                carrying.carry(tick, one, alone=len(several) == 1)
        carrying.close()

    def _by_table(self, tick: Tick) -> Sequence[str]:
        heading, word = tick.heading, plain_words(tick.words)
        return self.table.get((heading, word)) or self.table.get((heading, ANY_WORD), _UNKNOWN)


@dataclass(slots=True)
class _Carrying:
    """Hands on one tick after the other; `close` writes what several of them make up."""

    gathering: Gathering
    values: DayValues
    questions: TickQuestions
    words: dict[tuple[date, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    moments: _Moments = field(default_factory=lambda: defaultdict(list))

    def carry(self, tick: Tick, meaning: str, *, alone: bool) -> None:
        """Record what a tick means; words are left over where they are all it means."""
        name, _, value = meaning.partition(":")
        if is_intimate(tick, meaning) and not self.questions.intimate():
            self.gathering.leave_out("Sex and pleasure on your own", _CHOSEN)
        elif meaning == LEAVE_OUT:
            self.gathering.leave_out(f"“{tick.words}”", _CHOSEN)
        elif meaning == KEEP_IN_NOTE:
            what = f"{tick.heading.capitalize()}: words that are no field of the journal"
            self._keep(tick, what if alone else "")
        elif name == "moment":
            company = WithWhom.SELF if value == "solo_pleasure" else tick.company
            self.moments[tick.day, value, tick.at, company].append(tick.words)
        elif name == "sign":
            self._sign(tick, value)
        elif name == "flow":
            self._flow(tick, self.questions.value(tick, meaning, QuestionKind.FLOW))
        elif name in RATINGS:
            self._rating(tick, name, self.questions.value(tick, meaning, QuestionKind.RATING))
        else:
            self._value(tick, name, _KINDS[name](value))

    def close(self) -> None:
        """Write the notes and the moments."""
        for (day, heading), words in self.words.items():
            self.gathering.add_note(day, ", ".join(dict.fromkeys(words)), heading.capitalize())
        for (day, kind, at, company), words in self.moments.items():
            note = moment_note(", ".join(dict.fromkeys(words)))
            self.gathering.add_moment(Moment(day, kind, at=at, with_whom=company, note=note))

    def _keep(self, tick: Tick, left_over: str) -> None:
        self.words[tick.day, tick.heading].append(tick.words)
        if left_over:
            self.gathering.leave_out(left_over, _IN_NOTE)

    def _value(self, tick: Tick, name: str, value: object) -> None:
        self.values.add(tick.day, name, Noted(value, tick.place, tick.named))

    def _flow(self, tick: Tick, answer: str) -> None:
        if answer == LEAVE_OUT:
            self.gathering.leave_out(tick.noted, _NO_AMOUNT)
        else:
            self._value(tick, "bleeding", Bleeding(answer))

    def _rating(self, tick: Tick, name: str, answer: str) -> None:
        if answer == LEAVE_OUT:
            self._keep(tick, tick.noted)
        else:
            self._value(tick, name, int(answer))

    def _sign(self, tick: Tick, value: str) -> None:
        code, _, said = value.partition(":")
        strength = said or self.questions.strength()
        if strength == KEEP_IN_NOTE:
            self._keep(tick, "Signs without a strength")
        else:
            self._value(tick, f"{SIGN_PREFIX}{code}", SignStrength(strength))
