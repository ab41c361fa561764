"""What only the owner can say about an app's words, each with how often it matters in the file."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from journal.domain.days import SIGN_PREFIX, SignStrength
from journal.exchange.importing.app_words import AppWords, Word, is_intimate
from journal.exchange.importing.parsed import (
    KEEP_IN_NOTE,
    LEAVE_OUT,
    Answers,
    QuestionKind,
)

Meant: TypeAlias = Sequence[tuple[Word, Sequence[str]]]
"""The words of a file with what each of them means."""

MOST_ASKED: Final = 40  # the most used; a longer list nobody goes through
_ASKS: Final = {"ask:activity": QuestionKind.ACTIVITY, "ask:sign": QuestionKind.SIGN}
_STRENGTH, _INTIMATE = "sign_strength", "intimate"


def chosen_meanings(app: AppWords, answers: Answers, words: Sequence[Word]) -> Meant:
    """Return what each word means, after asking about those of her own that are used most."""
    found = [(word, app.meanings(word.heading, word.words)) for word in words]
    own = [(one, word) for word, meanings in found for one in meanings if one in _ASKS]
    first = {(one, word.key): word for one, word in reversed(own)}
    counts = Counter((one, word.key) for one, word in own)
    replies = {
        (one, key): answers.ask(
            f"{app.key}.word.{key}",
            _ASKS[one],
            first[one, key].named,
            default=KEEP_IN_NOTE,
            count=count,
        )
        for (one, key), count in counts.most_common(MOST_ASKED)
    }
    return [
        (
            word,
            [
                replies.get((one, word.key), KEEP_IN_NOTE) if one in _ASKS else one
                for one in meanings
            ],
        )
        for word, meanings in found
    ]


@dataclass(slots=True)
class WordQuestions:
    """The questions words raise once it is known what each of them means.

    Attributes:
        counts: How often each question matters, by the end of its key.
        valued: The ends of the keys of what was asked a value for.
    """

    app: AppWords
    answers: Answers
    counts: Counter[str]
    valued: set[str] = field(default_factory=set)

    @classmethod
    def about(cls, app: AppWords, answers: Answers, meant: Meant) -> "WordQuestions":
        """Count what there is to ask."""
        counts: Counter[str] = Counter()
        for word, several in meant:
            for one in several:
                counts[_key(word, one)] += 1
                bare = one.startswith(SIGN_PREFIX) and one.count(":") == 1
                counts[_STRENGTH] += bare and word.strength is None
                counts[_INTIMATE] += is_intimate(word, one)
        return cls(app, answers, counts)

    def strength(self) -> str:
        """Return how strong a sign counts where the file says nothing of it."""
        words = f"A sign {self.app.app} notes without a strength counts as"
        return self._ask(_STRENGTH, QuestionKind.STRENGTH, words, SignStrength.MILD.value)

    def intimate(self) -> bool:
        """Say whether what is intimate comes along."""
        words = "Sex and pleasure on your own, as intimate moments"
        return self._ask(_INTIMATE, QuestionKind.MOMENT, words, "yes") != LEAVE_OUT

    def value(self, word: Word, meaning: str, kind: QuestionKind) -> str:
        """Return the rating or the amount of bleeding a word stands for.

        Past the first `MOST_ASKED`, which no app of our tables has, a word is as the table says.
        """
        key, default = _key(word, meaning), meaning.partition(":")[2]
        if key not in self.valued and len(self.valued) >= MOST_ASKED:
            return default
        self.valued.add(key)
        return self._ask(key, kind, word.noted, default)

    def _ask(self, end: str, kind: QuestionKind, words: str, default: str) -> str:
        key, count = f"{self.app.key}.{end}", self.counts[end]
        return self.answers.ask(key, kind, words, default=default, count=count)


def _key(word: Word, meaning: str) -> str:
    return f"{meaning.partition(':')[0]}.{word.key}"
