"""What only the owner can say about ticked words, each with how often it matters in the file."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from journal.domain.days import SIGN_PREFIX, SignStrength
from journal.exchange.importing.parsed import (
    KEEP_IN_NOTE,
    LEAVE_OUT,
    Answers,
    QuestionKind,
)
from journal.exchange.importing.ticks import Tick, is_intimate

MOST_ASKED: Final = 40  # the most used; a longer list nobody goes through
_ASKS: Final = {"ask:activity": QuestionKind.ACTIVITY, "ask:sign": QuestionKind.SIGN}
_STRENGTH, _INTIMATE = "strength", "intimate"


def chosen_meanings(
    answers: Answers, found: Mapping[Tick, Sequence[str]]
) -> dict[Tick, Sequence[str]]:
    """Return what each tick means, after asking about the words of her own."""
    own = Counter(
        (meaning, tick.named)
        for tick, meanings in found.items()
        for meaning in meanings
        if meaning in _ASKS
    )
    replies = {
        (meaning, named): answers.ask(
            f"{meaning}:{named.casefold()}",
            _ASKS[meaning],
            named,
            default=KEEP_IN_NOTE,
            count=count,
        )
        for (meaning, named), count in own.most_common(MOST_ASKED)
    }
    return {
        tick: [
            replies.get((meaning, tick.named), KEEP_IN_NOTE) if meaning in _ASKS else meaning
            for meaning in meanings
        ]
        for tick, meanings in found.items()
    }


@dataclass(slots=True)
class TickQuestions:
    """The questions ticks raise once it is known what each of them means.

    Attributes:
        app: The app's name, as in a sentence.
        counts: How often each question matters, by the end of its key.
        valued: The ends of the keys of what was asked a value for.
    """

    app: str
    answers: Answers
    counts: Counter[str]
    valued: set[str] = field(default_factory=set)

    @classmethod
    def about(
        cls, app: str, answers: Answers, meanings: Mapping[Tick, Sequence[str]]
    ) -> "TickQuestions":
        """Count what there is to ask."""
        counts: Counter[str] = Counter()
        for tick, several in meanings.items():
            for one in several:
                counts[_key(tick, one)] += 1
                counts[_STRENGTH] += one.startswith(SIGN_PREFIX) and one.count(":") == 1
                counts[_INTIMATE] += is_intimate(tick, one)
        return cls(app, answers, counts)

    def strength(self) -> str:
        """Return how strong a sign counts that the app only ticks."""
        words = f"A sign {self.app} only ticks, without a strength, counts as"
        return self._ask(_STRENGTH, QuestionKind.STRENGTH, words, SignStrength.MILD.value)

    def intimate(self) -> bool:
        """Say whether what is intimate comes along."""
        words = "Sex and pleasure on your own, as intimate moments"
        return self._ask(_INTIMATE, QuestionKind.MOMENT, words, "yes") != LEAVE_OUT

    def value(self, tick: Tick, meaning: str, kind: QuestionKind) -> str:
        """Return the rating or the amount of bleeding a word stands for.

        Past the first `MOST_ASKED`, which no app of our tables has, a word is as the table says.
        """
        key, default = _key(tick, meaning), meaning.partition(":")[2]
        if key not in self.valued and len(self.valued) >= MOST_ASKED:
            return default
        self.valued.add(key)
        return self._ask(key, kind, tick.noted, default)

    def _ask(self, end: str, kind: QuestionKind, words: str, default: str) -> str:
        key, count = f"{self.app.casefold()}.{end}", self.counts[end]
        return self.answers.ask(key, kind, words, default=default, count=count)


def _key(tick: Tick, meaning: str) -> str:
    return f"{meaning.partition(':')[0]}.{tick.heading}.{tick.words}"
