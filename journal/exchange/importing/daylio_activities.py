"""Activities an app lets people name: words in the note, unless one is said to be more."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from journal.domain.days import SignStrength
from journal.domain.moments import Moment
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.parsed import (
    KEEP_IN_NOTE,
    LEAVE_OUT,
    MOMENT_PREFIX,
    SIGN_ANSWER_PREFIX,
    Answers,
    QuestionKind,
)

MOST_ASKED: Final = 40  # the most used; a longer list nobody goes through


@dataclass(frozen=True, slots=True)
class Activities:
    """What becomes of each activity, and how strong a sign that was only ticked counts."""

    answers: Mapping[str, str]
    strength: str

    @classmethod
    def asked(
        cls, answers: Answers, used: Iterable[Sequence[str]], app: str = "Daylio"
    ) -> "Activities":
        """Ask about the activities used most; all others stay in the note."""
        counts = Counter(name for names in used for name in names)
        chosen = {
            name: answers.ask(
                f"activity:{name.casefold()}",
                QuestionKind.ACTIVITY,
                name,
                default=KEEP_IN_NOTE,
                count=count,
            )
            for name, count in counts.most_common(MOST_ASKED)
        }
        as_signs = sum(
            counts[name] for name, answer in chosen.items() if answer.startswith(SIGN_ANSWER_PREFIX)
        )
        strength = SignStrength.MILD.value
        if as_signs:
            strength = answers.ask(
                f"{app.casefold()}.strength",
                QuestionKind.STRENGTH,
                f"An activity taken as a sign, which {app} only ticks, counts as",
                default=strength,
                count=as_signs,
            )
        return cls(chosen, strength)

    def carry(
        self, gathering: Gathering, day: date, at: time | None, names: Sequence[str]
    ) -> list[str]:
        """Record what became a moment or a sign and return what belongs into the note."""
        words = []
        for name in names:
            answer = self.answers.get(name, KEEP_IN_NOTE)
            if answer.startswith(MOMENT_PREFIX):
                gathering.add_moment(Moment(day, answer.removeprefix(MOMENT_PREFIX), at=at))
            elif answer.startswith(SIGN_ANSWER_PREFIX) and self.strength != KEEP_IN_NOTE:
                gathering.put(day, answer, self.strength, day.isoformat())
            elif answer == LEAVE_OUT:
                gathering.leave_out(f"The activity “{name}”", "you chose to leave it out")
            else:
                words.append(name)
        if words:
            gathering.leave_out(
                "Activities as something to count", "they are kept as words in the day's note"
            )
        return words
