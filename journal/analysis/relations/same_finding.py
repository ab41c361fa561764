"""Whether a sentence read by somebody else says of other days what a finding says of these.

Sizes, directions and numbers of days differ with the days that were looked at; what is asked does
not. A sentence names no question, so it is known by its words; they are those of
`words.finding_words` for what is sure, which is all that is ever shared.
"""

import re
from typing import Final

from journal.analysis.relations.answers import Finding
from journal.analysis.relations.measure_words import Spoken, contrast_words, spoken
from journal.analysis.relations.questions import (
    ChangeQuestion,
    CycleWholeQuestion,
    ModerationQuestion,
)
from journal.analysis.relations.words import HIGH_WORDS, WHOLE_CYCLE, Names, condition_words

_NUMBER: Final = re.compile(r"−?\d+(?:\.\d+)?½?")
_ONE_MORE: Final = re.compile(r"\bone more (moment|bid)\b")


def says_the_same(said: str, finding: Finding, names: Names) -> bool:
    """Say whether a sentence asks what a finding does.

    Args:
        said: A sentence on something sure, of any days.
        finding: However sure.
        names: Of the measures.
    """
    question = finding.answer.question
    # What changed is told apart by its date; what is compared may have other numbers.
    told = said if isinstance(question, ChangeQuestion) else _without_numbers(said)
    return re.match(_pattern(finding, names), told, re.IGNORECASE) is not None


def _pattern(finding: Finding, names: Names) -> str:
    question, contrast = finding.answer.question, finding.answer.contrast
    outcome = spoken(question.outcome, names)
    match question:
        case CycleWholeQuestion():
            return f"{_plain(f'{outcome.subject} varies {WHOLE_CYCLE}')}:"
        case ModerationQuestion():
            high = spoken(question.moderator, names).noun
            thing = contrast_words(question.exposure, names, contrast)
            begins = f"while {high} is {HIGH_WORDS}, {thing} goes with {outcome.noun} "
            return f"{_plain(begins)}{_some(outcome)} on the days after than otherwise \\("
        case ChangeQuestion():
            when = re.escape(condition_words(question, names))
        case _:
            when = _plain(condition_words(question, names, contrast))
    return f"{_plain(f'{outcome.subject} is ')}{_some(outcome)} {when} \\("


def _some(outcome: Spoken) -> str:
    """Match any size in either direction."""
    return f"[^(]*?\\b(?:{re.escape(outcome.up)}|{re.escape(outcome.down)})"


def _plain(words: str) -> str:
    return re.escape(_without_numbers(words))


def _without_numbers(words: str) -> str:
    return _NUMBER.sub("#", _ONE_MORE.sub(r"# more \1s", words))
