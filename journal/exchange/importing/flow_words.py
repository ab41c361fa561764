"""How much bleeding: words by name, words nobody knows by asking, and periods told as a span."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from journal.domain.days import Bleeding
from journal.exchange.importing.export_tables import plain_name
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.parsed import LEAVE_OUT, Answers, QuestionKind
from journal.exchange.importing.said_words import NOTHING, AppWords, in_short, put_most

# A longer "period" is one whose end was forgotten; only its first day is sure then.
LONGEST_PERIOD_DAYS: Final = 60
MOST_AMOUNTS: Final = 20
_GROUP: Final = "flow"
_FIELD: Final = "bleeding:"


@dataclass(frozen=True, slots=True)
class Flow:
    """A word for the amount of bleeding on a day."""

    day: date
    place: str
    word: str


def carry_flow(
    words: AppWords, gathering: Gathering, answers: Answers, flows: Sequence[Flow]
) -> None:
    """Record amounts; a word without a known name is asked about and left out until then."""
    used = Counter(plain_name(flow.word) for flow in flows)
    meanings = {word: words.meaning(_GROUP, word) for word in used}
    unknown = [word for word, _ in used.most_common() if not meanings[word]]
    for word in unknown[:MOST_AMOUNTS]:
        shown = next(flow.word for flow in flows if plain_name(flow.word) == word)
        answer = answers.ask(
            f"{words.key}.flow:{word}",
            QuestionKind.FLOW,
            f"Bleeding noted as “{in_short(shown)}”",
            default=LEAVE_OUT,
            count=used[word],
        )
        meanings[word] = f"{_FIELD}{answer}" if answer in set(Bleeding) else ""
    for flow in flows:
        meaning = meanings[plain_name(flow.word)]
        if meaning.startswith(_FIELD):
            put_most(gathering, flow.day, "bleeding", meaning.removeprefix(_FIELD), flow.place)
        elif meaning != NOTHING:
            gathering.leave_out(
                f"Bleeding noted as “{in_short(flow.word)}”", "how much it is was not chosen"
            )


def carry_period(gathering: Gathering, first: date, last: date, place: str) -> None:
    """Record a period told by its first and last day: bleeding, where no amount is noted."""
    days = (last - first).days + 1
    if not 1 <= days <= LONGEST_PERIOD_DAYS:
        put_most(gathering, first, "bleeding", Bleeding.UNSPECIFIED, place)
        gathering.leave_out(
            "The end of a period",
            f"it lies before the first day, or more than {LONGEST_PERIOD_DAYS} days after it",
        )
        return
    for number in range(days):
        day = first + timedelta(days=number)
        put_most(gathering, day, "bleeding", Bleeding.UNSPECIFIED, place)
