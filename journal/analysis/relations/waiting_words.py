"""What is still missing before a question can be answered, and how many were looked at."""

from collections.abc import Mapping
from typing import Final

from journal.analysis.day_memory_gate import Lack, LackKind
from journal.analysis.day_memory_words import lack_words
from journal.analysis.relations.answers import Findings, NotYet, Sureness
from journal.analysis.relations.measure_words import spoken
from journal.analysis.relations.questions import (
    CycleWindowQuestion,
    ModerationQuestion,
    Question,
    RelationQuestion,
)
from journal.analysis.relations.words import WINDOW_WORDS, full_label
from journal.domain.days import SIGN_PREFIX
from journal.domain.labels import counted, listed

# A season of writing; what needs more is counted and not listed.
CLOSE_DAYS: Final = 90
# Silence about a sign is no day without it.
SIGN_NOTED: Final = ", “not today” too"
SIGN_THE_OTHER_WAY: Final = "is noted the other way, as there or as “not today”"
# Of the cycle as a whole, which is asked about in both windows.
BOTH: Final = "before a period and around ovulation"
Names = Mapping[str, str]


def is_close(waiting: NotYet) -> bool:
    """Say whether what is missing can be there within a season."""
    return bool(waiting.lacks) and all(lack.missing <= CLOSE_DAYS for lack in waiting.lacks)


def far_words(count: int) -> str:
    """Say how many are further away than that."""
    verb = "needs" if count == 1 else "need"
    return f"{counted(count, 'more relation')} {verb} more than {CLOSE_DAYS} days yet."


def waiting_words(waiting: NotYet, names: Names) -> str:
    """Say of what something is missing, and what it is."""
    return f"{full_label(waiting.question, names)}: {missing_words(waiting, names)}"


def missing_words(waiting: NotYet, names: Names) -> str:
    """Say what is missing: "12 more days with your mood noted are needed."."""
    question = waiting.question
    if not waiting.lacks:
        return "these days cannot be told apart from the others in your record."
    said = [_missing(lack, question, names) for lack in waiting.lacks]
    one = len(waiting.lacks) == 1 and waiting.lacks[0].missing == 1
    return f"{listed(said)} {'is' if one else 'are'} needed."


def looked_at_words(found: Findings) -> str:
    """Say how many relations were looked at and what came of them, before any is shown."""
    if not found.asked:
        below = ", as said below" if found.not_yet else ""
        return f"No relation could be looked at yet: each needs more days{below}."
    sure, likely, hardly = (
        len(found.of(kind)) for kind in (Sureness.SURE, Sureness.LIKELY, Sureness.HARDLY)
    )
    unclear = found.asked - sure - likely - hardly
    parts = [
        f"{sure or 'none'} {'are' if sure > 1 else 'is'} sure",
        *([f"{likely} may be chance"] if likely else []),
        *([f"{hardly} hardly {'differs' if hardly == 1 else 'differ'}"] if hardly else []),
        *([f"{unclear} cannot be told yet"] if unclear else []),
    ]
    said = f"{counted(found.asked, 'relation')} looked at: {listed(parts)}."
    if not found.not_yet:
        return said
    verb = "needs" if len(found.not_yet) == 1 else "need"
    return f"{said} {len(found.not_yet):,} more {verb} more days first."


def _missing(lack: Lack, question: Question, names: Names) -> str:
    outcome = spoken(question.outcome, names).subject
    match lack.kind:
        case LackKind.RATED_DAYS:
            which = f"with {outcome} noted"
        case LackKind.OTHER_RATINGS:
            which = f"on which {outcome} is not as usual"
        case LackKind.LOGGED_DAYS:
            which = f"with both noted{SIGN_NOTED if _is_about_a_sign(question) else ''}"
        case LackKind.UNUSUAL_DAYS:
            rarer = SIGN_THE_OTHER_WAY if _is_about_a_sign(question) else "is not as usual"
            which = f"on which {_exposure_words(question, names)} {rarer}"
        case LackKind.WINDOW_DAYS:
            which = f"noted {_window_words(question)}"
        case LackKind.WINDOW_CYCLES:
            which = f"with a day noted {_window_words(question)}"
            return counted(lack.missing, f"more cycle {which}", f"more cycles {which}")
        case _:
            return lack_words(lack)
    return counted(lack.missing, f"more day {which}", f"more days {which}")


def _window_words(question: Question) -> str:
    return WINDOW_WORDS[question.window] if isinstance(question, CycleWindowQuestion) else BOTH


def _is_about_a_sign(question: Question) -> bool:
    if not isinstance(question, RelationQuestion | ModerationQuestion):
        return False
    return question.exposure.startswith(SIGN_PREFIX)


def _exposure_words(question: Question, names: Names) -> str:
    if not isinstance(question, RelationQuestion | ModerationQuestion):
        return "what it is compared with"
    return spoken(question.exposure, names).subject
