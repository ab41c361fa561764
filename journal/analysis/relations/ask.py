"""Questions asked of a record, each with one honest answer or with what is missing.

Questions of outcomes with the same rated days are asked together, so that nothing is weighed twice.
What is answered does not depend on which other questions are asked.
"""

from collections.abc import Iterable, Sequence

from journal.analysis.relations.answers import Answer, NotYet, Reply
from journal.analysis.relations.cycle_places import cycle_places
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.exposures import Exposures
from journal.analysis.relations.outcome import Outcome, outcome_of
from journal.analysis.relations.questions import APART, Question, RelationQuestion
from journal.analysis.relations.second_look import second_look
from journal.analysis.relations.together import Together
from journal.analysis.relations.wanted import Wanted, wanted


def ask(record: DailyRecord, questions: Sequence[Question]) -> tuple[Reply, ...]:
    """Answer questions, one reply for each in order.

    Nothing that can stand in a record raises: what cannot be told is `NotYet`, with nothing missing
    where more days would not help.
    """
    exposures, places = Exposures(record), cycle_places(record.placed)
    replies: dict[Question, Reply] = {}
    by_days: dict[bytes, list[tuple[Outcome, list[Wanted]]]] = {}
    for (measure, with_apart), of_outcome in _by_outcome(questions).items():
        outcome = outcome_of(record, measure, exposures, places, with_apart=with_apart)
        asked = [wanted(question, outcome) for question in of_outcome]
        replies |= {item.question: item for item in asked if isinstance(item, NotYet)}
        if can_be_asked := [item for item in asked if isinstance(item, Wanted)]:
            by_days.setdefault(outcome.at.tobytes(), []).append((outcome, can_be_asked))
    for sharing in by_days.values():
        replies |= _replies(sharing)
    return tuple(replies[question] for question in questions)


def _by_outcome(questions: Iterable[Question]) -> dict[tuple[str, bool], list[Question]]:
    """Group questions by outcome; those about days apart need days that others may leave out."""
    found: dict[tuple[str, bool], list[Question]] = {}
    for question in dict.fromkeys(questions):
        about_apart = isinstance(question, RelationQuestion) and APART in {
            question.outcome,
            question.exposure,
        }
        found.setdefault((question.outcome, about_apart), []).append(question)
    return found


def _replies(sharing: Sequence[tuple[Outcome, Sequence[Wanted]]]) -> dict[Question, Reply]:
    together = Together(sharing)
    replies: dict[Question, Reply] = {}
    for rating, (outcome, questions) in enumerate(sharing):
        first = [(item, together.reply(rating, item)) for item in questions]
        replies |= {item.question: reply for item, reply in first}
        told = [(item, reply) for item, reply in first if isinstance(reply, Answer)]
        replies |= {answer.question: answer for answer in second_look(told, outcome)}
    return replies
